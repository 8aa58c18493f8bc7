"""On which level an evaluation runs, is planned, is undecided or does not take place, place by place."""

from collections.abc import Iterator

import pandas as pd

from kim import german
from kim.facts import FactKey, Record, records, words
from kim.regions import LAND
from kim.view import KEY_OF_DISTRICT, KEY_OF_MUNICIPALITY
from ui.figures.statements import bracketed, doubt, filled, reason, since
from ui.lists.entries import Chip, Entry
from ui.lists.matrix import MatrixLine, Stated, StatementMatrix
from ui.lists.words import proof
from ui.texts import text

LEVELS = ("land", "district", "local")
FORMS = {
    "running": "set",
    "planned": "planned",
    "under_discussion": "open",
    "completed": "kept",
    "dropped": "late",
    "none": "unsure",
}


def by_level(
    evaluations: pd.DataFrame,
    places: tuple[tuple[str, str], ...],
    searched: tuple[tuple[str, str], ...],
) -> StatementMatrix:
    """Places down, levels across; what the district or the Land says stands with a place as theirs.

    `places` as (AGS, name); `searched` as (AGS, how far was looked).
    """
    of_place: dict[str, list[Record]] = {}
    for row in records(evaluations):
        of_place.setdefault(row["region"], []).append(row)
    shown, read = {ags for ags, _ in places}, dict(searched)
    lines = (
        MatrixLine(
            ags,
            name,
            tuple(tuple(_stated(ags, level, of_place, shown)) for level in LEVELS),
            read.get(ags, ""),
            is_wide=ags == LAND,
        )
        for ags, name in places
    )
    heads = tuple(text(f"evaluations.{level}") for level in LEVELS)
    return StatementMatrix(text("exhibit.place"), heads, tuple(lines))


def _stated(
    ags: str, level: str, of_place: dict[str, list[Record]], shown: set[str]
) -> Iterator[Stated]:
    """By state what a place says of a level, then what its district and the Land say."""
    for speaker in _speakers(ags):
        rows = [row for row in of_place.get(speaker, ()) if row["level"] == level]
        for status, form in FORMS.items():
            same = sorted((row for row in rows if row["status"] == status), key=_says_little)
            if same:
                is_own = speaker == ags
                yield Stated(
                    tuple(map(_entry, same)),
                    Chip(words("evaluation_status", status), form),
                    "" if is_own else same[0]["place"],
                    open_entries=0 if speaker in shown and not is_own else 2,
                )


def _speakers(ags: str) -> tuple[str, ...]:
    """Whose statements concern a place: its own, those of its district, those of the Land."""
    district = (ags[:KEY_OF_DISTRICT],) if len(ags) == KEY_OF_MUNICIPALITY else ()
    return tuple(dict.fromkeys((ags, *district, LAND)))


def _says_little(row: Record) -> bool:
    return german.is_empty(row["ends"]) and german.is_empty(row["results"])


def _entry(row: Record) -> Entry:
    ends = "" if german.is_empty(row["ends"]) else german.until(row["ends"])
    said = (
        filled(row["evaluator"], "evaluations.by"),
        ends,
        filled(words("evaluation_results", row["results"]), "evaluations.results"),
        filled(since(row), "figure.day"),
        doubt(row),
    )
    return Entry(
        bracketed(filled(row["subject"]) or text("evaluations.no_subject"), row),
        FactKey("evaluations", row["fact"]),
        proof(row),
        place=row["region"],
        details=tuple(filter(None, said)),
        aside=reason(row),
    )
