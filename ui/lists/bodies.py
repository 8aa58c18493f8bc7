"""The bodies that steer: those of a district above those of its towns, one box for each body."""

from collections.abc import Iterator
from itertools import groupby

import pandas as pd

from kim.answers.steering import OF_BODIES
from kim.answers.values import began, newest
from kim.facts import FactKey, Record, records, words
from kim.view import KEY_OF_DISTRICT
from ui.figures.statements import (
    bracketed,
    filled,
    joined,
    reason,
    short_doubt,
    since,
    surest,
    unique,
)
from ui.lists.entries import Chip, Entry
from ui.lists.organigram import Box, Level, Organigrams, Tier
from ui.lists.words import doubts, proof
from ui.texts import text

TIERS = ("strategic", "coordinating", "operative", "political")
FORMS = {"exists": "set", "planned": "planned", "recommended": "open", "dissolved": "unsure"}
ABOUT_BODY = ("members", "host_name", "task", "frequency")
UNSAID = {"strategic": ("members", "host_name")}
Pairs = tuple[tuple[str, str], ...]


def organigrams(
    bodies: pd.DataFrame, places: Pairs, searched: Pairs, chosen: tuple[str, ...]
) -> Organigrams:
    """For each district its bodies, below it those of its towns.

    `places`: the chosen ones and the districts they lie in, as (AGS, name). `searched`: by place how
    far was looked.
    """
    of_place: dict[str, list[Record]] = {}
    for row in records(bodies):
        of_place.setdefault(row["region"], []).append(row)
    read = dict(searched)

    def level(ags: str, name: str) -> Level:
        tiers = tuple(_tiers(of_place.get(ags, [])))
        note = "" if ags in chosen else text("governance.of_district")
        return Level(ags, name, tiers, read.get(ags, ""), note)

    first = next((ags[:KEY_OF_DISTRICT] for ags in chosen), "")

    def district(place: tuple[str, str]) -> tuple[bool, str]:
        return place[0][:KEY_OF_DISTRICT] != first, place[0][:KEY_OF_DISTRICT]

    districts = groupby(sorted(places, key=district), key=district)
    return Organigrams(
        tuple(tuple(level(*place) for place in sorted(towns)) for _, towns in districts)
    )


def _tiers(rows: list[Record]) -> Iterator[Tier]:
    for tier in TIERS:
        of_tier = [row for row in rows if row["level"] == tier]
        if of_tier:
            yield Tier(text(f"governance.tier_{tier}"), tuple(_boxes(of_tier)), tier == "political")


def _boxes(rows: list[Record]) -> Iterator[Box]:
    """A box for each body, however many statements speak of it: its newest state, earlier ones below."""
    groups: dict[str, list[Record]] = {}
    for row in rows:
        groups.setdefault(row["body"], []).append(row)
    for name, of_body in groups.items():
        latest = newest(of_body, OF_BODIES)
        state = latest["state"]
        same = [row for row in of_body if row["state"] == state]
        others = [row for row in of_body if row["state"] != state]
        shown = surest(same)
        day = filled(since(shown), "figure.day") if others else ""
        head = Entry(
            bracketed(name, shown),
            FactKey("bodies", shown["fact"]),
            proof(shown),
            place=shown["region"],
            chips=(Chip(words("body_state", state), FORMS[state]), *doubts(shown)),
            details=(day,) if day else (),
            aside=reason(shown),
        )
        yield Box(
            head, (*_lines(of_body, shown), *(_other(row, latest) for row in _by_state(others)))
        )


def _lines(same: list[Record], shown: Record) -> Iterator[Entry]:
    """Members, seat, tasks and rhythm, each with the surest statement that says it; that one is not said."""
    for column in ABOUT_BODY:
        values = unique(row[column] for row in same)
        if not values and column in UNSAID.get(shown["level"], ("host_name",)):
            yield _line(text(f"governance.no_{column}"), shown, "")
        for value in values:
            row = surest([each for each in same if str(each[column]) == value])
            mark = "" if row is shown else short_doubt(row)
            yield _line(text(f"governance.{column}", value=value), row, mark)


def _by_state(rows: list[Record]) -> list[Record]:
    """For each state the surest statement."""
    states = dict.fromkeys(row["state"] for row in rows)
    return [surest([row for row in rows if row["state"] == state]) for state in states]


def _other(row: Record, latest: Record) -> Entry:
    """Another state than the newest one, with its day: what was before, or what an unsure statement says."""
    key = "earlier_state" if began(row) < began(latest) else "other_state"
    said = text(f"governance.{key}", state=words("body_state", row["state"]))
    return _line(joined(said, filled(since(row), "figure.day")), row, short_doubt(row))


def _line(said: str, row: Record, mark: str) -> Entry:
    return Entry(
        joined(bracketed(said, row), mark, by=" – "),
        FactKey("bodies", row["fact"]),
        proof(row),
        chips=doubts(row),
        aside=reason(row),
    )
