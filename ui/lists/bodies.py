"""The bodies that steer: those of a district above those of its towns, one box for each body and state."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import pandas as pd

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
ABOUT_BODY = ("host_name", "members", "task", "frequency")
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
            yield Tier(words("body_level", tier), tuple(_boxes(of_tier)), tier == "political")


def _boxes(rows: list[Record]) -> Iterator[Box]:
    """A box for each body in each state, however many statements speak of it."""
    groups: dict[tuple[str, str], list[Record]] = {}
    for row in rows:
        groups.setdefault((row["body"], row["state"]), []).append(row)
    states_of = Counter(name for name, _ in groups)
    for (name, state), same in groups.items():
        shown = surest(same)
        day = filled(since(shown), "figure.day") if states_of[name] > 1 else ""
        head = Entry(
            bracketed(name, shown),
            FactKey("bodies", shown["fact"]),
            proof(shown),
            place=shown["region"],
            chips=(Chip(words("body_state", state), FORMS[state]), *doubts(shown)),
            details=(day,) if day else (),
            aside=reason(shown),
        )
        yield Box(head, tuple(_lines(same, shown)))


def _lines(same: list[Record], shown: Record) -> Iterator[Entry]:
    """Seat, members, tasks and rhythm, each with the surest statement that says it."""
    if not unique(row["host_name"] for row in same):
        yield _line(text("governance.no_host"), shown, "")
    for column in ABOUT_BODY:
        for value in unique(row[column] for row in same):
            row = surest([each for each in same if str(each[column]) == value])
            mark = "" if row is shown else short_doubt(row)
            yield _line(text(f"governance.{column}", value=value), row, mark)


def _line(said: str, row: Record, mark: str) -> Entry:
    return Entry(
        joined(bracketed(said, row), mark, by=" – "),
        FactKey("bodies", row["fact"]),
        proof(row),
        chips=doubts(row),
        aside=reason(row),
    )
