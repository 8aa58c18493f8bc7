"""The page to embed says what the profile says, runs nothing, and leads to the proofs."""

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from kim import queries
from kim.answers import BY_ID, Level, Theme, answers
from kim.profile import by_theme, without_own
from kim.queries import View
from kim.store import store
from kim.tables import ROOT
from tests.ui.endpoints.conftest import Get, said
from ui.endpoints.embedding import ANSWERS, FOLDER, MOST_PLACES
from ui.endpoints.replies import PARTS_OF_CODE
from ui.lists.answers import levels
from ui.texts import text

RHEINE, COESFELD = "05566076", "05558"


def page(get: Get, query: str) -> LexborHTMLParser:
    answer = get(f"{ANSWERS}?{query}")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return LexborHTMLParser(answer.words)


def rows(shown: LexborHTMLParser) -> dict[str, str]:
    """The answers by their questions."""
    found = [(row.css_first("th"), row.css_first("td")) for row in shown.css("tbody tr")]
    return {
        question.text(strip=True): answer.text(strip=True)
        for question, answer in found
        if question and answer
    }


@pytest.mark.parametrize("place", [RHEINE, COESFELD])
def test_it_says_every_answer_of_the_profile(get: Get, place: str) -> None:
    with queries.answered_by(version := store().current()):
        assert version.number == 1
        told = answers(place, View((place,)))
        shown_on_page = [each for group in by_theme(told).values() for each in group]
        expected = {
            BY_ID[each.question].wording: without_own(each.sentence, place)
            for each in shown_on_page
        }
    said = rows(page(get, f"place={place}"))

    assert expected
    assert expected.items() <= said.items()


def test_whose_an_answer_is_and_of_which_day_stands_beside_it(get: Get) -> None:
    shown = page(get, "place=05566012&question=case_management_posts&held_on=2022-06-30")
    (row,) = shown.css("tbody tr:not(.theme)")
    answer, whose, _ = (each.text(strip=True) for each in row.css("td"))
    with queries.answered_by(store().current()):
        told = answers("05566012", View(("05566012",), date(2022, 6, 30)))["case_management_posts"]

    assert answer == without_own(told.sentence, "05566012")
    assert whose == " · ".join(each.words for each in levels(told))
    assert "Stand: 30.06.2022" in shown.css_first("p.quiet").text()
    assert "stand=2022-06-30" in str(shown.css_first("h1 a").attributes["href"])


def test_what_only_the_district_says_is_marked_as_the_districts(get: Get) -> None:
    with queries.answered_by(store().current()):
        found = answers(RHEINE, View((RHEINE,)))
        asked = next(each for each in found.values() if each.level is Level.DISTRICT)
    shown = page(get, f"place={RHEINE}&question={asked.question}")

    assert "Kreis Steinfurt" in shown.css("tbody tr:not(.theme) td")[1].text()


def test_it_runs_nothing_and_every_link_leads_to_this_server(get: Get) -> None:
    shown = page(get, f"place={RHEINE}&place={COESFELD}&theme={next(iter(Theme))}")

    assert [each.text() for each in shown.css("h1")] == ["Rheine", "Kreis Coesfeld"]
    assert shown.css("script, form, link, img, iframe") == []
    links = [each.attributes for each in shown.css("a")]
    assert any("/belege?fakt=positions%3A" in str(each["href"]) for each in links)
    for each in links:
        assert str(each["href"]).startswith("https://kim.example/")
        assert (each["target"], each["rel"]) == ("_blank", "noopener")


def test_what_stands_in_the_data_is_no_markup_and_too_many_places_are_refused(get: Get) -> None:
    places = "&".join(f"place=0555{at}" for at in range(MOST_PLACES + 1))

    assert get(f"{ANSWERS}?{places}").status == 400
    assert get(ANSWERS).status == 400
    assert get(f"{ANSWERS}?place=%3Cscript%3E").status == 400


def test_a_chart_stands_in_its_page_as_it_is_served_alone(get: Get) -> None:
    asked = f"place={RHEINE}&place={COESFELD}&size=phone"
    picture = get(f"/api/v1/exhibits/jetzt.svg?{asked}").words
    answer = get(f"/einbetten/diagramm/jetzt?{asked}")
    shown = LexborHTMLParser(answer.words)

    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert picture.startswith("<svg")
    assert picture in answer.words
    assert shown.css("script, form, link, img, iframe") == []
    (link,) = shown.css("a")
    assert str(link.attributes["href"]).startswith("https://kim.example/stellen?orte=05558")


def test_what_has_no_chart_cannot_stand_in_a_page(get: Get) -> None:
    assert get(f"/einbetten/diagramm/zusagen?place={RHEINE}").status == 404
    assert get(f"/einbetten/diagramm/nirgends?place={RHEINE}").status == 404
    assert get("/einbetten/diagramm/jetzt").status == 400


def test_a_chart_of_a_module_leads_to_its_page_with_that_module(get: Get) -> None:
    shown = get(f"/einbetten/diagramm/jetzt?place={COESFELD}&module=2&module=0")
    (link,) = LexborHTMLParser(shown.words).css("a")

    assert str(link.attributes["href"]).endswith(f"/stellen?orte={COESFELD}&baustein=2&baustein=0")
    assert "baustein=2" in get(f"/api/v1/exhibits/jetzt.svg?place={COESFELD}&module=2").words


def test_a_module_of_which_nothing_is_known_is_no_chart_in_words(get: Get) -> None:
    address = f"/api/v1/exhibits/jetzt.svg?place={COESFELD}&module=0"

    assert get(f"/api/v1/exhibits/jetzt.svg?place={COESFELD}").status == 200
    refused = get(address, accept_language="de")
    assert refused.status == 404
    assert "nichts bekannt" in said(refused)["detail"]
    assert get(f"/api/v1/exhibits/fluss.svg?place={COESFELD}&module=2").status == 400


def test_a_changed_page_to_embed_is_sent_anew() -> None:
    templates = {each.suffix for each in (ROOT / "ui" / "templates").glob("embedded_*")}
    assert templates <= PARTS_OF_CODE


@pytest.mark.parametrize(
    ("asked", "status", "reason"),
    [
        ("antworten?ort=05566076", 400, "„ort“ gibt es hier nicht."),
        ("antworten", 400, "„place“ fehlt."),
        ("diagramm/nirgends", 404, ""),
        ("diagramm/stellen?place=05566076&ort=<b>", 400, "„ort“ gibt es hier nicht."),
    ],
)
def test_a_frame_with_a_wrong_address_says_so_in_german_and_leads_on(
    get: Get, asked: str, status: int, reason: str
) -> None:
    answer = get(f"{FOLDER}{asked}", accept_language="en")
    shown = LexborHTMLParser(answer.words)

    assert answer.status == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert text("embed.refused") in shown.text()
    assert reason in shown.text()
    assert shown.css_first("a").attributes["href"] == "https://kim.example/"
