"""The calendar and the feed, read back by parsers that did not write them."""

from datetime import date, timedelta

import feedparser
import pytest
import vobject

from kim import german, news, queries
from kim.commitments import STILL_OPEN, due_days, parties, standing
from kim.dates import days
from kim.expected_reports import Expected, expected
from kim.facts import records
from kim.queries import View
from kim.store import store
from tests.ui.endpoints.conftest import Get
from ui import navigation

PLACES = ("05566", "05566076")
A_DAY = timedelta(days=1)
POSSIBLY = " (möglicherweise)"
YEARS = range(2022, german.today().year + 1)


def commitments(place: str) -> list[dict[str, object]]:
    with queries.answered_by(store().current()):
        return [dict(each) for each in records(queries.commitments(View((place,))))]


def reports(place: str) -> list[tuple[dict[str, object], Expected]]:
    """The open recurring duties of a place with the reports that are expected of each."""
    found = [(row, expected(row, german.today())) for row in commitments(place)]
    return [(row, each) for row, each in found if each and row["state"] == "open"]


@pytest.mark.parametrize("party", ["", "&party=Rat"])
def test_a_recurring_duty_is_an_entry_for_every_period(get: Get, party: str) -> None:
    read = vobject.readOne(get(f"/calendar.ics?place=05566076{party}").words)
    events = {e.summary.value: e for e in read.vevent_list if "Bericht für" in e.summary.value}

    assert list(events) == [f"Bericht: Bericht für {each} (Tag nicht genannt)" for each in YEARS]
    for year, event in zip(YEARS, events.values(), strict=True):
        assert event.dtstart.value == date(year, 1, 1)
        assert event.dtend.value == date(year + 1, 1, 1)
        assert event.uid.value.endswith(f"-{year}@kim-vergleich.nrw")
    overdue = events["Bericht: Bericht für 2023 (Tag nicht genannt)"].description.value
    assert "2023: überfällig; durchsucht bis 03.11.2022; kein Dokument mit Datum aus" in overdue
    last = list(events.values())[-1].description.value
    assert f"{YEARS[-1]}: Zeitraum noch nicht vorbei" in last


@pytest.mark.parametrize("place", PLACES)
def test_the_calendar_has_every_open_dated_commitment(get: Get, place: str) -> None:
    answer = get(f"/calendar.ics?place={place}")
    read = vobject.readOne(answer.words)
    events = {str(each.uid.value): each for each in getattr(read, "vevent_list", [])}
    wanted = {
        f"commitments-{row['fact']:016x}@kim-vergleich.nrw": due_days(row)
        for row in commitments(place)
        if standing(row, german.today()) in STILL_OPEN and due_days(row).last
        if row["recurrence"] == "once"
    } | {
        f"commitments-{row['fact']:016x}-{each.period}@kim-vergleich.nrw": days(each.period)
        for row, found in reports(place)
        for each in found.reports
    }

    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert set(events) == set(wanted)
    for uid, due in wanted.items():
        assert events[uid].dtstart.value == (due.first or due.last)
        assert events[uid].dtend.value == due.last + A_DAY
        assert "/belege?fakt=commitments%3A" in events[uid].url.value


def test_some_calendar_has_events_and_one_lies_on_all_its_days(get: Get) -> None:
    with queries.answered_by(store().current()):
        places = list(queries.places()["ags"])
    events = [
        each
        for place in places
        for each in getattr(
            vobject.readOne(get(f"/calendar.ics?place={place}").words), "vevent_list", []
        )
    ]
    assert events
    assert any(each.dtend.value - each.dtstart.value > A_DAY for each in events)
    for each in events:
        is_one_day = each.dtend.value - each.dtstart.value == A_DAY
        assert is_one_day is ("Tag nicht genannt" not in each.summary.value)


def test_the_calendar_stays_the_same_and_is_asked_for_by_party(get: Get) -> None:
    with queries.answered_by(store().current()):
        known = [
            (place, party)
            for place in queries.places()["ags"]
            for row in commitments(place)
            for party in parties(row)
            if standing(row, german.today()) in STILL_OPEN and due_days(row).last
        ]
    place, party = known[0]
    whole = get(f"/calendar.ics?place={place}")
    assert get(f"/calendar.ics?place={place}").body == whole.body
    assert get(f"/calendar.ics?place={place}", if_none_match=whole.headers["etag"]).status == 304
    own = vobject.readOne(get(f"/calendar.ics?place={place}&party={party}").words)
    assert own.vevent_list
    nobody = get(f"/calendar.ics?place={place}&party=Niemand").words
    assert "BEGIN:VEVENT" not in nobody


@pytest.mark.parametrize("place", PLACES)
def test_the_feed_has_what_is_new(get: Get, place: str) -> None:
    answer = get(f"/feed.atom?place={place}")
    read = feedparser.parse(answer.body)
    with queries.answered_by(store().current()):
        view = View((place,))
        happened, known = news.of_time(view), news.of_knowledge(view)
        late = news.overdue(view, german.today())
        changes = [
            *(
                each
                for each in news.happened(view, happened.first, happened.last)
                if each.kind not in (news.Kind.OVERDUE, news.Kind.OVERDUE_REPORT)
            ),
            *late,
            *news.learned(view, known.first, known.last),
        ]

    assert (read.bozo, read.version, read.feed.language) == (False, "atom10", "de")
    assert sorted(each.id for each in read.entries) == sorted(
        f"tag:kim-vergleich.nrw,2026:{each.fact}:{each.kind}:{each.day}" for each in changes
    )
    assert len({each.id for each in read.entries}) == len(read.entries)
    updated = [each.updated for each in read.entries]
    assert updated == sorted(updated, reverse=True)
    assert read.feed.updated == updated[0]
    assert read.feed.id == f"tag:kim-vergleich.nrw,2026:{place}:"
    chosen = f"/feed.atom?place={place}&table=positions&table=bodies"
    assert feedparser.parse(get(chosen).body).feed.id == f"{read.feed.id}bodies,positions"
    assert sorted(each.title for each in read.entries) == sorted(
        f"{each.label}{'' if each.is_certain else POSSIBLY}: {each.words}" for each in changes
    )


def test_the_feed_has_an_entry_for_every_overdue_report(get: Get) -> None:
    entries = feedparser.parse(get("/feed.atom?place=05566076&table=commitments").body).entries
    late = [each for each in entries if each.title.startswith("Bericht überfällig seit")]
    years = list(YEARS)[1:-1]
    [(duty, found)] = reports("05566076")
    overdue = [each.period for each in found.reports if each.outcome.value == "overdue"]

    assert [each.title[: len("Bericht überfällig seit Ende 2023")] for each in late] == [
        f"Bericht überfällig seit Ende {year}" for year in reversed(years)
    ]
    assert overdue == [str(year) for year in years]
    assert [each.id for each in late] == [
        f"tag:kim-vergleich.nrw,2026:commitments:{duty['fact']:016x}:overdue_report:{year}-12-31"
        for year in reversed(years)
    ]
    assert all("keinen Bericht gefunden" in each.summary for each in late)


def test_some_feed_has_entries_and_a_table_is_a_filter(get: Get) -> None:
    every = feedparser.parse(get("/feed.atom?place=05566").body).entries
    tables = {each.tags[0].term for each in every}
    assert every
    for table in tables:
        own = feedparser.parse(get(f"/feed.atom?place=05566&table={table}").body).entries
        assert [each.id for each in own] == [e.id for e in every if e.tags[0].term == table]


def test_the_feed_of_a_theme_has_the_news_of_its_tables(get: Get) -> None:
    every = feedparser.parse(get("/feed.atom?place=05566").body).entries
    for theme, tables in {
        "positions": {"positions"},
        "governance": {"bodies", "carriers", "instruments", "objectives"},
    }.items():
        read = feedparser.parse(get(f"/feed.atom?place=05566&contents={theme}").body)
        assert [each.id for each in read.entries] == [
            e.id for e in every if e.tags[0].term in tables
        ]
        assert read.feed.title.endswith(f"({navigation.page(theme).title})")
    assert any(each.tags[0].term == "carriers" for each in every)
    assert get("/feed.atom?place=05566&contents=news").status == 400


@pytest.mark.parametrize("path", ["/calendar.ics", "/feed.atom"])
def test_a_subscription_needs_one_known_place(get: Get, path: str) -> None:
    for query in ("", "?place=99", "?place=05566&place=05558", "?place=05566&x=1"):
        assert get(path + query).status == 400
