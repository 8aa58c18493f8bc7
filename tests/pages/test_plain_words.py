"""What data and files say is shown as it is: never as Markdown, a formula, HTML or plotly's markup."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from kim import queries
from kim.queries import View
from kim.store import store
from kim.tables import ROOT
from tests.conftest import World
from tests.pages import visitors
from tests.pages.hostile import FILE, SIGNS, TAG, hostile_store
from tests.pages.test_all_pages import PAGES
from tests.pages.visitors import sit_at_this_machine
from ui import exhibits
from ui.exhibits.exhibit import Exhibit
from ui.texts import plain

# Streamlit shows labels, bodies and help of all of them as Markdown; the options of these two only.
OPTIONS_ARE_MARKDOWN = ("radio", "button_group", "pills")
NOT_MARKDOWN = ("html", "plotly_chart", "code", "file_uploader")
RAW = ("*fett*", "[x]", "$a$", ":material", "<i>", ":red[", "![p]", "`c`", "http://y")
ENOUGH_SENTENCES, ENOUGH_TEXTS = 3, 25
PLACES = ("05", "05515", "05558", "05566", "05566076")


@pytest.fixture(scope="module")
def hostile_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return hostile_store(tmp_path_factory.mktemp("hostile"))


def opened(page: str, **query: str) -> AppTest:
    app = visitors.opened(page, orte=list(PLACES), **query)
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def apps(hostile_world: World) -> Iterator[dict[str, AppTest]]:
    """Every page, and the two ways to a document."""
    fact = hostile_world.store.current().cursor().execute("SELECT fact FROM positions").fetchone()
    assert fact is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIM_STORE", str(hostile_world.store.folder))
        patch.chdir(ROOT)
        sit_at_this_machine(patch)
        store.cache_clear()
        found = {page: opened(page) for page in PAGES}
        found["fact"] = opened("pages/evidence.py", fakt=f"positions:{fact[0]:016x}")
        found["flow"] = opened("pages/carriers.py", teil="flow")
        found["document"] = opened("pages/evidence.py", dokument="vermerk-2023")
        yield found
    store.cache_clear()


def elements(block: Block | Element) -> Iterator[Block | Element]:
    yield block
    if isinstance(block, Block):
        for child in block.children.values():
            yield from elements(child)


def everything(app: AppTest) -> Iterator[Block | Element]:
    for root in app._tree.children.values():
        yield from elements(root)


def markdown_of(app: AppTest) -> Iterator[str]:
    """Every string of the page that Streamlit shows as Markdown."""
    for each in everything(app):
        proto = getattr(each, "proto", None)
        if proto is None or each.type in NOT_MARKDOWN:
            continue
        names = ["label", "body", "help"]
        if each.type == "expandable" or hasattr(proto, "expandable"):
            yield str(proto.expandable.label)
        for name in names:
            yield str(getattr(proto, name, ""))
        if each.type in OPTIONS_ARE_MARKDOWN:
            yield from (str(getattr(one, "content", one)) for one in proto.options)


def strings(value: object) -> Iterator[str]:
    """Every string of a figure but those that no one sees."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            assert not name.endswith("template") or name == "template", name
            if name != "customdata":
                yield from strings(each)


def figures_of(app: AppTest) -> Iterator[str]:
    for each in app.get("plotly_chart"):
        yield from strings(json.loads(each.proto.spec))


def html_of(app: AppTest) -> Iterator[str]:
    for each in app.get("html"):
        yield each.proto.body


def test_markdown_shows_values_as_they_are(apps: dict[str, AppTest]) -> None:
    escaped = 0
    for page, app in apps.items():
        for words in markdown_of(app):
            assert [sign for sign in RAW if sign in words] == [], (page, words)
            escaped += plain(SIGNS) in words
    assert escaped >= ENOUGH_SENTENCES


def test_figures_and_html_show_values_as_they_are(apps: dict[str, AppTest]) -> None:
    escaped = {"figures": 0, "html": 0}
    for page, app in apps.items():
        for name, found in (("figures", figures_of(app)), ("html", html_of(app))):
            for words in found:
                assert TAG not in words, (page, words)
                escaped[name] += words.count("&lt;i&gt;")
    assert escaped["figures"] > ENOUGH_TEXTS
    assert escaped["html"] > ENOUGH_TEXTS


@pytest.mark.parametrize("exhibit", exhibits.EXHIBITS, ids=lambda exhibit: exhibit.key)
def test_every_figure_shows_values_as_they_are(hostile_world: World, exhibit: Exhibit) -> None:
    view = View(PLACES)
    with queries.answered_by(hostile_world.store.current()):
        rows = exhibit.rows(view)
        if rows.empty:
            pytest.skip("no such rows in the hostile world")
        figure = exhibit.drawn(rows, view)
    if isinstance(figure, go.Figure):
        shown = list(strings(json.loads(figure.to_json())))
        assert [words for words in shown if TAG in words] == []
        assert any("&lt;i&gt;" in words for words in shown)


def test_options_are_literal_where_streamlit_shows_them_so(apps: dict[str, AppTest]) -> None:
    carriers, history = apps["flow"], apps["pages/history.py"]
    assert any(SIGNS in each for each in carriers.selectbox(key="ort-allein").options)
    assert any(SIGNS in each for each in carriers.multiselect(key="orte").options)
    assert FILE in history.selectbox[0].options[0]


MARKDOWN = {
    *("markdown", "caption", "header", "subheader", "title", "info", "warning", "error", "success"),
    *("button", "page_link", "expander", "metric", "radio", "pills", "checkbox", "status", "toast"),
    *("selectbox", "multiselect", "text_input", "file_uploader", "date_input", "download_button"),
    *("form_submit_button", "tabs", "update", "popover", "toggle", "text_area", "number_input"),
}
SOURCES = [*Path(ROOT, "ui").rglob("*.py"), *Path(ROOT, "pages").glob("*.py")]
PAGE_FILE = {"page_link"}


def is_ours(words: ast.expr) -> bool:
    """Whether the words are the interface's own, or were made plain."""
    parts: list[ast.expr] = []
    match words:
        case (
            ast.Constant() | ast.Call(func=ast.Name(id="plain" | "markdown" | "words_of_operator"))
        ):
            return True
        case ast.Call(func=ast.Name(id="text")):
            return not words.keywords
        case ast.Call(
            func=ast.Attribute(attr="join"), args=[ast.Call(args=[ast.Name("plain"), _])]
        ):
            return True
        case ast.BoolOp(values=values) | ast.JoinedStr(values=values):
            parts = values
        case ast.IfExp(body=one, orelse=other):
            parts = [one, other]
        case ast.ListComp(elt=one) | ast.FormattedValue(value=one):
            parts = [one]
    return bool(parts) and all(map(is_ours, parts))


def shown_as_markdown(call: ast.Call, name: str) -> Iterator[ast.expr]:
    if call.args and name not in PAGE_FILE:
        yield call.args[0]
    if name == "metric":
        yield from call.args[1:]
    for keyword in call.keywords:
        if keyword.arg in ("label", "help", "body"):
            yield keyword.value


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_widget_is_handed_words_that_are_not_plain(path: Path) -> None:
    """Names stand for literals only: what is made elsewhere is made plain where it is shown."""
    tree = ast.parse(path.read_text("utf-8"))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        match call.func:
            case ast.Attribute(value=ast.Name(id=of), attr=name) if name in MARKDOWN:
                if of in ("st", "wide", "narrow", "status"):
                    for words in shown_as_markdown(call, name):
                        assert is_ours(words), f"{path.name}:{words.lineno}: {ast.unparse(words)}"
