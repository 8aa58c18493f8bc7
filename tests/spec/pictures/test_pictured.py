"""Pictures of exhibits and their citations, as a page offers them."""

import json
from dataclasses import replace
from datetime import date
from html import unescape
from xml.etree import ElementTree

import pandas as pd
import plotly.graph_objects as go
import pytest

from kim import german, queries
from kim.queries import View
from kim.store import store
from tests.spec.pages.conftest import Offers, Open, offers, page, sheet  # noqa: F401
from tests.spec.report.printed import squeezed, text_of
from tests.spec.world import pages_store  # noqa: F401
from tests.ui.endpoints.conftest import asked as get
from ui import exhibits
from ui.exhibits.exhibit import Exhibit
from ui.figures.allocation import shares_and_quotas
from ui.pictures.picture import EDGE, WIDTHS, Frame, Size, svg
from ui.report import pictured

RHEINE, COESFELD = "05566076", "05558"
EARLY = date(2022, 6, 30)


def words(made: bytes) -> str:
    return " ".join(ElementTree.fromstring(made).itertext())  # noqa: S314


@pytest.fixture(autouse=True)
def at_its_store(page: Open) -> None:  # noqa: F811
    """The store of this world."""


def test_a_picture_names_filters_day_version_source_and_address() -> None:
    view = View((COESFELD, RHEINE), EARLY, date(2024, 1, 10))
    made = pictured.svg(exhibits.NEWEST_POSTS, view, address="https://kim.example.org/stellen")
    assert made is not None
    said = words(made)

    for each in ("Kreis Coesfeld, Rheine", "Stand: 30.06.2022", "bekannt am 10.01.2024", "Fassung 1",
                 "Niederschrift Rheine", "https://kim.example.org/stellen", "1,9 eingerichtet", "hohle Zeichen"):  # fmt: skip
        assert each in said
    assert "3,5 eingerichtet" not in said


@pytest.mark.parametrize("size", Size)
def test_no_line_around_the_chart_is_wider_than_the_picture(size: Size) -> None:
    address = f"https://kim.example.org/verteilen?{'zeile=Rheine%3B412&' * 20}"
    frame = Frame("Titel", (), (f"Quelle: {address} und mehr",), "")
    made = ElementTree.fromstring(svg(shares_and_quotas(()), frame, size))  # noqa: S314
    lines = [each for each in made.iter() if each.get("x") == str(EDGE) and each.text]
    said = "".join(each.text or "" for each in lines)

    assert squeezed(said).endswith(squeezed(f"Quelle: {address} und mehr"))
    for each in lines:
        assert EDGE + float(each.attrib["textLength"]) <= WIDTHS[size] - EDGE


def test_words_stay_as_wide_as_measured_where_the_typeface_is_not_there() -> None:
    made = pictured.svg(exhibits.NEWEST_POSTS, View((COESFELD, RHEINE)))
    assert made is not None
    spots = [each for each in ElementTree.fromstring(made).iter() if each.tag.endswith("tspan")]  # noqa: S314
    said = [each for each in spots if (each.text or "").strip()]

    assert {each.attrib["lengthAdjust"] for each in said} == {"spacingAndGlyphs"}
    for each in said:
        size = next(float(up.attrib["font-size"]) for up in ElementTree.fromstring(made).iter()  # noqa: S314
                    if up.tag.endswith("text") and (each.text or "") in "".join(up.itertext()))  # fmt: skip
        assert 0 < float(each.attrib["textLength"]) < size * len(each.text or "")


def test_a_list_has_no_picture_and_nothing_known_has_none() -> None:
    assert pictured.svg(exhibits.COMMITMENTS, View((RHEINE,))) is None
    assert pictured.svg(exhibits.NEWEST_POSTS, View(())) is None


def test_what_is_read_as_words_says_so_before_anything_is_asked() -> None:
    def never(*_: object) -> pd.DataFrame:
        raise AssertionError("rows were asked for")

    for shown in (exhibits.ROLES, exhibits.GROUPS, exhibits.COMMITMENTS):
        assert pictured.svg(replace(shown, ask=never), View((RHEINE,))) is None


@pytest.mark.parametrize("shown", exhibits.EXHIBITS, ids=lambda each: each.key)
def test_what_is_called_a_chart_is_drawn_as_one(shown: Exhibit) -> None:
    view = View((COESFELD, RHEINE))
    with queries.answered_by(store().current()):
        drawn = shown.drawn(shown.rows(view), view)
    assert isinstance(drawn, go.Figure) is shown.is_chart


def test_a_page_offers_its_chart_in_three_sizes_and_as_png(page: Open, offers: Offers) -> None:  # noqa: F811
    page("positions", orte=[COESFELD, RHEINE], ansicht_jetzt="downloads")
    name, kind, slide = offers["Bild für eine Folie (SVG)"]
    _, _, raster = offers["Bild (PNG)"]

    assert (name, kind) == ("kim-jetzt-slide.svg", "image/svg+xml")
    assert "3,5 eingerichtet" in words(slide())
    assert raster()[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("asked", ["profile", "comparison", "positions"])
def test_a_page_offers_its_report(asked: str, page: Open, offers: Offers) -> None:  # noqa: F811
    page(asked, ort=RHEINE, orte=[COESFELD, RHEINE])
    name, kind, made = offers["Bericht (PDF)"]

    assert (name.endswith(".pdf"), kind) == (True, "application/pdf")
    assert "3,5Stellen" in text_of(made())


def test_what_else_is_chosen_is_said_by_all_that_is_taken_away(
    page: Open,  # noqa: F811
    offers: Offers,  # noqa: F811
) -> None:
    chosen = "Bausteine: Baustein 2: Case Management, ohne Angabe des Bausteins"
    asked = {"orte": [COESFELD, RHEINE], "ansicht_jetzt": "downloads"}

    def taken_away() -> list[str]:
        hints = sheet(offers["Excel-Datei (XLSX)"][2](), "Hinweise")
        return [
            words(offers["Bild für eine Spalte (SVG)"][2]()),
            offers["Seite ohne Skript (HTML)"][2]().decode(),
            text_of(offers["Bericht (PDF)"][2]()),
            "\n".join(hints).replace(" | ", ": "),
        ]

    page("positions", **asked, baustein=["2", "0"])
    assert all(squeezed(chosen) in squeezed(each) for each in taken_away())
    page("positions", **asked)
    assert not any("Bausteine:" in each for each in taken_away())


def test_a_frame_shows_what_is_chosen_on_its_page(
    page: Open,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KIM_EMBEDDED_BY", "https://www.rheine.de")
    asked = {"orte": [COESFELD, RHEINE], "ansicht_jetzt": "downloads", "stand": "2022-06-30"}
    app = page("positions", **asked, baustein=["2"])
    (code,) = [each.value for each in app.code if each.value.startswith("<iframe")]
    address = unescape(code.split('"')[1])
    shown = get("/einbetten" + address.partition("/einbetten")[2]).words

    assert "place=05558&place=05566076&held_on=2022-06-30&module=2" in address
    for each in ("Kreis Coesfeld, Rheine", "Stand: 30.06.2022", "Bausteine: Baustein 2"):
        assert each in shown
    assert "Baustein 1" not in shown


def test_an_exhibit_is_cited_as_it_was_known(page: Open) -> None:  # noqa: F811
    app = page("positions", orte=[RHEINE], ansicht_jetzt="downloads", kenntnis="2024-01-10")
    line, bibtex, csl = (each.value for each in app.code[:3])

    assert "Fassung 1, gelesen am 10.01.2024." in line
    assert line.startswith("Stellen: Die jeweils jüngste Angabe. In: KIM-Vergleich NRW.")
    assert "kenntnis=2024-01-10" in line
    assert f"stand={german.today().isoformat()}" in line
    assert "ansicht" not in line
    assert bibtex.startswith("@online{kim-jetzt,")
    assert "kenntnis=2024-01-10" in json.loads(csl)[0]["URL"]
