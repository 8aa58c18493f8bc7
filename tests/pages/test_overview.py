"""The page Überblick: the map for all of NRW, cards and news for the chosen places."""

import re
from datetime import date

from streamlit.testing.v1 import AppTest

from kim.coverage import REFERENCE_FIGURES, subjects
from tests.pages.conftest import Open
from ui import exhibits

PAGE = "pages/overview.py"
CORE = ["05158016", "05382056", "05558", "05566076"]


def words(app: AppTest) -> str:
    """All markdown and HTML of the page."""
    return "\n".join(str(each.value) for each in [*app.markdown, *app.get("html")])


def html(app: AppTest) -> str:
    return "\n".join(each.proto.body for each in app.get("html"))


def without_tags(written: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", written).split())


def test_coverage_says_what_it_counts(open_page: Open) -> None:
    said = "\n".join(each.value for each in open_page(PAGE).markdown)

    assert "von 53 Kreisen und kreisfreien Städten" in said
    assert "54 Orte" in said


def test_core_places_have_cards_with_unit_status_and_evidence(open_page: Open) -> None:
    written = html(open_page(PAGE))
    shown = without_tags(written)

    assert "3,5 Stellen" in shown
    assert "ab 2022, Tag nicht genannt" in shown
    assert "6 Stellen" in shown
    assert "kreisangehörige Kommunen" in shown
    assert "+6 Stellen" not in shown
    assert "+1,9 Stellen" not in shown
    assert "behauptet, nicht bestätigt" in shown
    assert "Einwohnerinnen und Einwohner (Stand 31.12.2018)" in shown
    assert "belege?fakt=positions%3A" in written


def test_places_without_a_total_are_named(open_page: Open) -> None:
    app = open_page(PAGE)

    assert any("Kreis Steinfurt" in each.value for each in app.caption)


def test_place_of_which_nothing_is_known_gets_sentences(open_page: Open) -> None:
    app = open_page(PAGE)
    app.multiselect(key="orte").set_value(["05113"]).run()

    assert not app.exception
    assert len(app.info) == 2


def test_news_are_dated_and_lead_to_their_evidence(open_page: Open) -> None:
    app = open_page(PAGE)
    app.multiselect(key="orte").set_value(CORE).run()
    news = html(app).partition("kim-news")[2]

    assert 0 < news.count("<li>") <= 8
    assert news.count("belege?fakt=") == news.count("<li>")


def test_early_day_shows_no_later_figure(open_page: Open) -> None:
    app = open_page(PAGE)
    app.date_input(key="stand").set_value(date(2015, 1, 1)).run()

    assert not app.exception
    assert "3,5 Stellen" not in html(app)
    assert any("nur möglich" in each.value for each in app.markdown)


def test_what_has_a_page_is_counted_but_for_figures_to_compare_with() -> None:
    assert set(exhibits.TABLES) - set(subjects()) == {REFERENCE_FIGURES}
