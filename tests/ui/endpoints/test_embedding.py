"""The page to embed says what the profile says, runs nothing, and leads to the proofs."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from kim import queries
from kim.answers import BY_ID, Theme, answers
from kim.profile import by_theme, without_own
from kim.queries import View
from kim.store import store
from tests.ui.endpoints.conftest import Get
from ui.endpoints.embedding import ANSWERS, MOST_PLACES

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
