"""How a spec reads a page: what stands on the screen as lines of text, from top to bottom."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import plotly.graph_objects as go
from streamlit.testing.v1 import AppTest

from ui.texts import JOINER

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
ENDS = {"tr", "li", "caption", "dd", "p", "summary", "figcaption", "blockquote", "section"}
KNOWN = {
    "title": "# {}",
    "header": "## {}",
    "markdown": "{}",
    "info": "(i) {}",
    "warning": "(!) {}",
    "success": "(ok) {}",
    "error": "(x) {}",
    "caption": "- {}",
    "code": "` {}",
}


class Opened:
    """The line on which something opens."""

    type = "expander"

    def __init__(self, label: str) -> None:
        self.label = label


class Text(HTMLParser):
    """The words of a piece of HTML: cells apart by "|", links with what they lead to."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self.names = names
        self.parts: list[str] = []
        self.links: list[str] = []
        self.is_style = self.is_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"style", "script"}:
            self.is_style = True
        if tag in {"td", "th"}:
            self.is_cell = True
            if self.parts and self.parts[-1] != "\n":
                self.parts.append(" | ")
        if tag == "a":
            self.links.append(place_of(given.get("href") or "", self.names))
        self.parts.append(
            {"mark": "[", "span": " ", "strong": " ", "h2": " ", "h3": " "}.get(tag, "")
        )
        self._tidy()

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.parts.append(f" -> {self.links.pop()}")
        if tag in {"style", "script"}:
            self.is_style = False
        if tag in {"td", "th"}:
            self.is_cell = False
        end = ("; " if self.is_cell else "\n") if tag in ENDS else ""
        self.parts.append(
            {"mark": "]", "dt": ": ", "span": " ", "h2": " / ", "h3": " / "}.get(tag, end)
        )
        self._tidy()

    def handle_data(self, data: str) -> None:
        if not self.is_style and data.strip():
            self.parts.append(data)

    def _tidy(self) -> None:
        if not self.parts[-1]:
            self.parts.pop()

    @property
    def lines(self) -> list[str]:
        lines = (" ".join(line.split()) for line in "".join(self.parts).split("\n"))
        return [line.replace("\u00ad", "").removesuffix(";") for line in lines if line]


def place_of(href: str, names: Mapping[str, str]) -> str:
    """The page a link leads to; for evidence the fact, for a document its name."""
    asked = parse_qs(urlsplit(href).query)
    if "fakt" in asked:
        return names.get(asked["fakt"][0], asked["fakt"][0])
    if "dokument" in asked:
        return f"dokument {asked['dokument'][0]}"
    places = " + ".join(asked.get("orte", ()))
    return f"{urlsplit(href).path} {places}".strip() if not urlsplit(href).netloc else href


def words(html: str, names: Mapping[str, str]) -> list[str]:
    """The lines of a piece of HTML."""
    text = Text(names)
    text.feed(html)
    return text.lines


def screen(app: AppTest, names: Mapping[str, str]) -> list[str]:
    """Everything on the page that is read; "[chart]" for a chart, "<..>" for a download."""
    assert not app.exception, [each.value for each in app.exception]
    return [seen(line) for node in _leaves(app.main) for line in _lines(node, names)]


def controls(app: AppTest, names: Mapping[str, str]) -> list[str]:
    """Everything on the page, what can be pressed, chosen and opened as well."""
    assert not app.exception, [each.value for each in app.exception]
    lines = (_lines(node, names) or _control(node) for node in _leaves(app.main))
    return [seen(line) for each in lines for line in each]


def seen(line: str) -> str:
    """A line as it is shown: without the escapes of Markdown and the joiners that nobody sees."""
    return ESCAPED.sub(r"\1", line).replace(JOINER, "")


def _control(node: Any) -> list[str]:  # noqa: ANN401
    kind = getattr(node, "type", "")
    make = CONTROLS.get(kind)
    return [make(node)] if make else []


CONTROLS: Mapping[str, Callable[[Any], str]] = {
    "expander": lambda node: f"> {node.label}",
    "button": lambda node: f"<{node.proto.label}>",
    "page_link": lambda node: f"<{node.proto.label}>",
    "metric": lambda node: f"{node.label}: {node.value}",
    "checkbox": lambda node: f"[{'x' if node.value else ' '}] {node.label}",
    "selectbox": lambda node: f"{node.label} ({' / '.join(node.options)}): {node.value}",
    "radio": lambda node: f"{node.label} ({' / '.join(node.options)}): {node.value}",
    "text_input": lambda node: f"{node.label}: {node.value}",
    "subheader": lambda node: f"### {node.value}",
}


def _leaves(node: Any) -> Iterator[Any]:  # noqa: ANN401
    if not getattr(node, "children", None):
        yield node
        return
    if node.type == "popover":  # closed: only its label stands on the screen
        return
    if getattr(node.proto, "id", "").endswith("-foot"):  # the same on every page
        return
    if node.type == "expander":
        yield Opened(node.label)
    for child in node.children.values():
        yield from _leaves(child)


def _lines(node: Any, names: Mapping[str, str]) -> list[str]:  # noqa: ANN401
    kind = getattr(node, "type", "")
    if kind in KNOWN:
        return [KNOWN[kind].format(" ".join(str(node.value).split()))]
    if kind == "html" and 'class="kim-print' in node.proto.body:  # only on paper
        return []
    if kind == "html":
        return words(node.proto.body, names)
    if kind == "plotly_chart":
        return ["[chart]"]
    if kind == "download_button":
        return [f"<{node.proto.label}>"]
    return []


def container(app: AppTest, key: str) -> Any:  # noqa: ANN401
    """The container of that key; None where the page has none."""
    nodes = [app.main]
    while nodes:
        node = nodes.pop()
        if getattr(node.proto, "id", "").endswith(f"-{key}"):
            return node
        nodes.extend(getattr(node, "children", {}).values())
    return None


def printed(app: AppTest) -> list[str]:
    """What stands only on paper: above the page, then below each exhibit."""
    bodies = [each.proto.body for each in app.get("html")]
    return [line for body in bodies if 'class="kim-print' in body for line in words(body, {})]


def part(lines: list[str], heading: str) -> list[str]:
    """What stands below a heading, up to the next one."""
    begin = lines.index(f"## {heading}") + 1
    ends = [at for at, line in enumerate(lines) if at >= begin and line.startswith("## ")]
    return lines[begin : ends[0] if ends else None]


def charts(app: AppTest) -> list[go.Figure]:
    """The charts of the page as the browser gets them."""
    return [go.Figure(json.loads(each.proto.spec)) for each in app.get("plotly_chart")]
