"""`/api/v1/report.pdf`: the reports of the pages, at an address."""

from datetime import date
from urllib.parse import quote, quote_plus

import pytest

from kim import queries
from kim.commitments import parties
from kim.facts import records
from kim.queries import View
from kim.store import store
from tests.spec.report.printed import squeezed, text_of
from tests.ui.endpoints.conftest import Get, said
from ui import navigation, report
from ui.endpoints.reports import THEMES, one_large
from ui.report.blocks import Report

RHEINE, COESFELD, STEINFURT = "05566076", "05558", "05566"
REPORT = "/api/v1/report.pdf"
EARLY, LOADED = date(2022, 6, 30), date(2024, 1, 10)


def printed(made: Report) -> str:
    with queries.answered_by(store().current()):
        return text_of(report.pdf(made))


def test_one_place_is_its_profile(get: Get) -> None:
    answer = get(f"{REPORT}?place={RHEINE}&held_on={EARLY}&known_on={LOADED}")
    address = "https://kim.example/steckbrief?ort=05566076&stand=2022-06-30&kenntnis=2024-01-10"
    with queries.answered_by(store().current()):
        expected = report.of_place(RHEINE, View((RHEINE,), EARLY, LOADED), address)

    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert text_of(answer.body) == printed(expected)
    assert squeezed(address) in text_of(answer.body)


def test_several_places_are_a_selection_in_the_order_asked(get: Get) -> None:
    answer = get(f"{REPORT}?place={RHEINE}&place={COESFELD}&contents=profile")
    places = (RHEINE, COESFELD)
    address = "https://kim.example/steckbrief?orte=05566076&orte=05558"
    with queries.answered_by(store().current()):
        expected = report.of_places(places, View(places), address)

    assert text_of(answer.body) == printed(expected)


def test_places_stand_side_by_side(get: Get) -> None:
    answer = get(f"{REPORT}?place={RHEINE}&place={COESFELD}&contents=comparison")
    places = (RHEINE, COESFELD)
    address = "https://kim.example/vergleich?orte=05566076&orte=05558"
    with queries.answered_by(store().current()):
        expected = report.of_comparison(places, View(places), address)

    assert text_of(answer.body) == printed(expected)


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_on_a_theme_is_printed(get: Get, theme: str) -> None:
    answer = get(f"{REPORT}?place={STEINFURT}&contents={theme}")

    assert answer.status == 200
    assert squeezed(navigation.page(theme).title) in text_of(answer.body)
    assert squeezed(f"https://kim.example/{navigation.page(theme).address}?orte=05566") in text_of(
        answer.body
    )


def test_more_places_than_stand_side_by_side_are_a_problem(get: Get) -> None:
    most = 6
    with queries.answered_by(store().current()):
        places = list(queries.known_places()["ags"])[: most + 1]
    assert len(places) == most + 1
    answer = get(f"{REPORT}?place={'&place='.join(places)}&contents=comparison")

    assert (answer.status, said(answer)["parameter"]) == (400, "place")
    assert f"{most}-mal" in said(answer)["detail"]


def test_posts_are_printed_of_one_module(get: Get) -> None:
    answer = get(f"{REPORT}?place={RHEINE}&contents=positions&module=2")
    address = "https://kim.example/stellen?orte=05566076&baustein=2"
    with queries.answered_by(store().current()):
        expected = report.of_theme("positions", View((RHEINE,)), None, ("2",), address=address)

    assert text_of(answer.body) == printed(expected)
    assert text_of(answer.body) != text_of(get(f"{REPORT}?place={RHEINE}&contents=positions").body)


def test_what_one_body_promised_is_an_annex(get: Get) -> None:
    with queries.answered_by(store().current()):
        known = records(queries.commitments(View(tuple(queries.places()["ags"]))))
        row = next(each for each in known if parties(each))
        place, party = str(row["region"]), parties(row)[0]
        address = f"https://kim.example/zusagen?orte={place}&gremium={quote_plus(party)}"
        expected = report.annex(party, View((place,)), address)
    answer = get(f"{REPORT}?place={place}&contents=commitments&party={quote(party)}")

    assert text_of(answer.body) == printed(expected)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("contents=carriers&module=2", "module"), ("module=2", "module"), ("party=Rat", "party")],
)
def test_what_cannot_be_chosen_of_a_report_is_a_problem(
    get: Get, query: str, parameter: str
) -> None:
    answer = get(f"{REPORT}?place={RHEINE}&{query}")
    assert (answer.status, said(answer)["parameter"]) == (400, parameter)


@pytest.mark.parametrize("contents", ["timeline", "profile"])
def test_a_report_has_room_for_all_districts(get: Get, contents: str) -> None:
    named = f"{REPORT}?contents={contents}" + f"&place={STEINFURT}" * 53
    assert get(named).status == 200
    answer = get(f"{named}&place={STEINFURT}")

    assert (answer.status, said(answer)["parameter"]) == (400, "place")
    assert "53-mal" in said(answer)["detail"]


@pytest.mark.parametrize("contents", ["profile", "timeline"])
def test_one_report_of_many_places_is_made_at_a_time(get: Get, contents: str) -> None:
    with queries.answered_by(store().current()):
        places = list(queries.known_places()["ags"])[:9]
    many = f"{REPORT}?contents={contents}&place={'&place='.join(places)}"
    few = f"{REPORT}?contents={contents}&place={'&place='.join(places[:8])}"
    with one_large:
        refused, admitted = get(many), get(few)

    assert len(places) == 9
    assert (refused.status, admitted.status) == (503, 200)
    assert int(refused.headers["retry-after"]) > 0
    assert get(many).status == get(f"{many}&known_on={LOADED}").status == 200


def test_a_report_that_has_not_changed_is_not_set_again(get: Get) -> None:
    entity = get(f"{REPORT}?place={RHEINE}").headers["etag"]
    assert get(f"{REPORT}?place={RHEINE}", if_none_match=entity).status == 304
    assert get(f"{REPORT}?place={COESFELD}", if_none_match=entity).status == 200


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("", "place"), ("?place=99", "place"), (f"?place={RHEINE}&contents=news", "contents")],
)
def test_what_no_report_is_made_of_is_a_problem(get: Get, query: str, parameter: str) -> None:
    answer = get(REPORT + query)
    assert (answer.status, said(answer)["parameter"]) == (400, parameter)
