"""`/api/v1/answers`: what is said there is what stands on the pages and in their files."""

import csv
import html
import io
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from kim import queries
from kim.answer_table import of_answers
from kim.answers import BY_ID, answers
from kim.answers.finding import is_known
from kim.queries import View
from kim.store import store
from tests.spec.pages.conftest import opened
from tests.ui.endpoints.conftest import Get, said

PLACES = ("05566076", "05566", "05558")
SOFT_HYPHEN = "\u00ad"
DAY = date(2023, 6, 1)


def items(get: Get, address: str) -> list[dict[str, object]]:
    return list(said(get(address))["items"])


@pytest.mark.parametrize("place", PLACES)
def test_every_sentence_stands_on_the_profile(get: Get, place: str) -> None:
    app = opened("profile", ort=place)
    shown = html.unescape(" ".join(each.proto.body for each in app.get("html")))
    shown = shown.replace(SOFT_HYPHEN, "")
    told = [each for each in items(get, f"/api/v1/answers?place={place}") if each["values"]]

    assert len(told) > 5
    for each in told:
        assert str(each["sentence"]) in " ".join(shown.split()), each["question"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("day", [None, DAY])
def test_sentence_values_and_proof_are_those_of_the_answer(
    get: Get, place: str, day: date | None
) -> None:
    found = items(get, f"/api/v1/answers?place={place}" + (f"&held_on={day}" if day else ""))
    with queries.answered_by(store().current()):
        expected = answers(place, View((), day))

    assert [each["question"] for each in found] == [
        id for id, each in expected.items() if BY_ID[id].is_asked_of(place) or is_known(each)
    ]
    for each in found:
        answer = expected[str(each["question"])]
        kept = (each["sentence"], each["brief"], each["state"], each["level"], each["searched"])
        is_level = answer.level and str(answer.level)
        assert kept == (answer.sentence, answer.brief, answer.state, is_level, answer.searched)
        told = (*answer.values, *answer.beside, *answer.in_district)
        values = each["values"]
        assert isinstance(values, list)
        assert [
            (v["words"], v["number"], v["unit"], v["fact"], v["paragraph"]) for v in values
        ] == [(v.words, v.number, v.unit, str(v.fact), v.paragraph) for v in told]
        assert [v["part"] for v in values[: len(answer.values)]] == ["answers"] * len(answer.values)
        assert all(v["evidence"] == f"/belege?fakt={v['fact'].replace(':', '%3A')}" for v in values)


@pytest.mark.parametrize("place", PLACES)
def test_the_csv_file_has_the_rows_of_the_download(get: Get, place: str) -> None:
    answer = get(f"/api/v1/answers?place={place}&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.words)))
    with queries.answered_by(store().current()):
        frame = of_answers("x", {place: answers(place, View(()))}, View((place,))).frame

    assert list(rows[0]) == list(frame.columns)
    for name in ("question", "answer", "value", "part", "source", "fact", "searched"):
        assert [each[name].removeprefix("'") for each in rows] == [
            each or "" for each in frame[name].astype(object).where(frame[name].notna(), None)
        ]
    assert [float(each["number"]) if each["number"] else None for each in rows] == [
        None if pd.isna(number) else number for number in frame["number"]
    ]


def test_pages_follow_each_other_and_leave_nothing_out(get: Get) -> None:
    whole = items(get, "/api/v1/answers?place=05566076&place=05566&limit=1000")
    found, address = [], "/api/v1/answers?place=05566076&place=05566&limit=7"
    pages = 0
    while address:
        page = said(get(address))
        found += page["items"]
        pages += 1
        address = page["next"]

    assert found == whole
    assert pages == -(-len(whole) // 7)
    regions = [each["region"] for each in whole]
    assert [regions[0], *(b for a, b in pairwise(regions) if a != b)] == ["05566076", "05566"]


def test_without_a_place_all_that_can_be_chosen_answer(get: Get) -> None:
    found = items(get, "/api/v1/answers?question=case_management_posts&limit=1000")
    with queries.answered_by(store().current()):
        assert [each["region"] for each in found] == [
            ags
            for ags in queries.places()["ags"]
            if BY_ID["case_management_posts"].is_asked_of(ags)
        ]


def test_many_places_on_a_day_say_what_each_says_alone(get: Get) -> None:
    with queries.answered_by(store().current()):
        places = list(queries.places()["ags"])[:8]
    assert len(places) > 5
    address = "/api/v1/answers?held_on=2023-06-01&question=case_management_posts&place="
    together = items(get, address + "&place=".join(places))

    assert together == [each for place in places for each in items(get, address + place)]


def test_questions_and_themes_are_filters(get: Get) -> None:
    base = "/api/v1/answers?place=05566076"
    assert {each["theme"] for each in items(get, f"{base}&theme=positions")} == {"positions"}
    assert [each["question"] for each in items(get, f"{base}&question=own_share")] == ["own_share"]
    assert items(get, f"{base}&theme=positions&question=own_share") == []


def test_what_was_known_on_a_day_and_when_is_said(get: Get) -> None:
    page = said(get("/api/v1/answers?place=05566076&known_on=2000-01-01"))

    assert (page["known_on"], page["version"]) == ("2000-01-01", store().current().number)
    assert all(each["state"] == "nothing" for each in page["items"])
