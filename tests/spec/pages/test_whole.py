"""Every page, picture and the description of the addresses, whole, as they were last looked at: they change on purpose only.

`pytest tests/spec/pages/test_whole.py --snapshot-update` keeps them anew; read the difference before you commit it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, get_type_hints
from xml.etree import ElementTree

import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from kim import german
from kim.queries import View
from tests.spec.pages.conftest import Open
from tests.ui.endpoints.conftest import asked as get
from ui import exhibits, navigation
from ui.exhibits.exhibit import Exhibit
from ui.pictures.symbols import SHAPES
from ui.report import pictured

RHEINE, COESFELD, HILDEN, STEINFURT = PLACES = ["05566076", "05558", "05158016", "05566"]
# How much of the disk is free stands on *Verlauf*.
PAGES = list(dict.fromkeys(page.name for page in navigation.PAGES if page.name != "history"))
ANCHORS = (
    "positions 3,5 Stellen",
    "positions keine Stelle",
    "positions einige Stellen",
    "funding ein Betrag",
    "funding 55.000 Euro",
    "funding etwa so viel",
)
VIEWS: dict[str, tuple[str, dict[str, str | list[str]]]] = {
    "posts of a day": ("positions", {"orte": PLACES, "stand": "2022-06-30", "baustein": "2"}),
    "posts as they were known": ("positions", {"orte": PLACES, "kenntnis": "2024-01-01"}),
    "posts for each of 100,000": ("overview", {"orte": PLACES, "ort": RHEINE, "karte": "posts"}),
    "evaluations on the map": ("overview", {"ort": HILDEN, "karte": "evaluation"}),
    "the share of a town without posts": ("overview", {"ort": HILDEN, "karte": "posts"}),
    "words": ("search", {"q": "Rheine Stellen Konzept", "ort": RHEINE}),
    "a typing error": ("search", {"q": "Netzwrek Evaluaton"}),
    "commitments of a body": ("commitments", {"orte": PLACES, "gremium": "Rat"}),
    "news of a span": ("news", {"orte": PLACES, "von": "2021-01-01", "bis": "2024-01-01"}),
    "a place of which nothing is known": ("profile", {"orte": "05515000", "ort": "05515000"}),
    "a district alone": ("evaluations", {"orte": STEINFURT}),
}
CHARTS = [each for each in exhibits.EXHIBITS if each.is_chart]
# What another version, session or machine makes otherwise.
CHANGING = re.compile(r"\$\$ID-[0-9a-f]{32}|[0-9a-f]{32,}|/media/\S+")
PLACES_OF_A_FIGURE = 3


class Kept(SingleFileSnapshotExtension):
    """A text file of its own for each."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def kept(
    snapshot: SnapshotAssertion, page: Open, monkeypatch: pytest.MonkeyPatch
) -> SnapshotAssertion:
    """What was kept, on a day that stays."""
    assert page
    monkeypatch.setattr(german, "today", lambda: date(2024, 6, 1))
    return snapshot.use_extension(Kept)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("places", [PLACES, [RHEINE]], ids=["four", "one"])
def test_a_page_is_as_it_was(
    kept: SnapshotAssertion, page: Open, name: str, places: list[str]
) -> None:
    assert _sent(page(name, orte=places, ort=RHEINE)) == kept


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_as_it_was(kept: SnapshotAssertion, page: Open, view: str) -> None:
    name, asked = VIEWS[view]
    assert _sent(page(name, **asked)) == kept


@pytest.mark.parametrize("anchor", ANCHORS)
def test_a_proof_is_as_it_was(
    kept: SnapshotAssertion, page: Open, names: Mapping[str, str], anchor: str
) -> None:
    (fact,) = (key for key, name in names.items() if name == anchor)
    assert _sent(page("evidence", fakt=fact, orte=PLACES)) == kept


@pytest.mark.parametrize("exhibit", CHARTS, ids=lambda each: each.key)
@pytest.mark.parametrize("day", [None, date(2022, 6, 30)], ids=["today", "then"])
def test_a_picture_is_as_it_was(
    kept: SnapshotAssertion, exhibit: Exhibit, day: date | None
) -> None:
    made = pictured.svg(exhibit, View(tuple(PLACES), day), address="https://kim.example.org/")
    assert (_indented(made) if made else "nothing") == kept


def test_exhibits_with_a_picture_are_those() -> None:
    pictured = [each.key for each in CHARTS]
    assert pictured == ["jetzt", "stellen", "verlauf", "personen", "fluss", "ereignisse"]


@pytest.mark.parametrize("exhibit", exhibits.EXHIBITS, ids=lambda each: each.key)
def test_what_is_a_list_says_so(exhibit: Exhibit) -> None:
    drawing = exhibit.draw
    while isinstance(drawing, partial):
        drawing = drawing.func
    returned = get_type_hints(drawing)["return"]
    assert exhibit.is_list == returned.__module__.startswith("ui.lists.")


def test_the_outlines_of_signs_are_as_they_were(kept: SnapshotAssertion) -> None:
    signs = {sign: _rounded(json.loads(json.dumps(SHAPES[sign]))) for sign in sorted(SHAPES)}
    assert json.dumps(signs, indent=1) == kept


def test_the_description_is_as_it_was(kept: SnapshotAssertion) -> None:
    assert json.dumps(json.loads(get("/api/openapi.json").body), indent=1) == kept


def _sent(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(_written(app.main))


def _written(node: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401
    """The elements of a page as they are sent to the browser, from top to bottom."""
    said = MessageToDict(node.proto) if hasattr(node.proto, "DESCRIPTOR") else {}
    if "spec" in said:
        said["spec"] = _rounded(json.loads(said["spec"]))
    lines = json.dumps(said, indent=1, sort_keys=True, ensure_ascii=False)
    lines = CHANGING.sub("…", lines.replace("><", ">\n<").replace("\\n", "\n"))
    yield from (f"{' ' * depth}{line}" for line in [node.type, *lines.splitlines()])
    for child in getattr(node, "children", {}).values():
        yield from _written(child, depth + 1)


def _rounded(value: Any) -> Any:  # noqa: ANN401
    """Numbers of a figure as every machine computes them."""
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_rounded(each) for each in value]
    return round(value, PLACES_OF_A_FIGURE) if isinstance(value, float) else value


def _indented(made: bytes) -> str:
    tree = ElementTree.fromstring(made)  # noqa: S314
    ElementTree.indent(tree)
    return ElementTree.tostring(tree, "unicode")
