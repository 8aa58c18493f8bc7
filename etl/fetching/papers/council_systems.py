"""The council systems whose pages are known, as declared in council_systems.toml."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

DECLARED = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


@dataclass(frozen=True)
class CouncilSystem:
    """How a page of one system is told, where its text stands, what of it is navigation."""

    name: str
    marks: Sequence[str]
    content: Sequence[str]
    drop: Sequence[str]


SYSTEMS = [CouncilSystem(**each) for each in DECLARED["system"]]
DROP_EVERYWHERE: list[str] = DECLARED["drop_everywhere"]
DROP_OUTSIDE: list[str] = DECLARED["drop_outside"]


def system_of(page: str) -> CouncilSystem | None:
    """The system that made a page, None for any other page."""
    seen = page.casefold()
    return next((each for each in SYSTEMS if any(mark in seen for mark in each.marks)), None)


def content_of(page: str, system: CouncilSystem | None) -> LexborNode | None:
    """The part of a page that carries its text, without what is navigation; None for no page at all."""
    tree = LexborHTMLParser(page)
    body = tree.body
    if body is None:
        return None
    drop(body, DROP_EVERYWHERE)
    if system is None:
        drop(body, DROP_OUTSIDE)
        return body
    drop(body, system.drop)
    found = (body.css_first(selector) for selector in system.content)
    content = next((each for each in found if each is not None and each.text(strip=True)), None)
    if content is None:
        drop(body, DROP_OUTSIDE)
        return body
    return content


def drop(node: LexborNode, selectors: Sequence[str]) -> None:
    """Take out what these selectors find within a node."""
    for found in node.css(", ".join(selectors)):
        found.decompose()
