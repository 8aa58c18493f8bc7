"""What a piece of news consists of: of which kind, about which fact, before and after."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import pandas as pd

from kim import decisions, german, proof, queries
from kim.facts import FactKey, Record, is_sure
from kim.queries import View
from kim.tables import Table


class Kind(StrEnum):
    """What is new of a fact: the first five of what is known, the others of what it tells of."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    DATED = "dated"
    CONTRADICTED = "contradicted"
    BEGAN = "began"
    ENDED = "ended"
    NUMBER = "number"
    EVENT = "event"
    DECISION = "decision"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Change:
    """One piece of news about a fact of a place (`region`: AGS, `place`: its name).

    `label`: in two or three words what is new. `words`: what is said of the fact now or was said
    last, in parentheses when it is unchecked or claimed. `before`, `after`: what became otherwise,
    empty where nothing was. `when`: its day in words; `day` for the order. `is_certain`: it lies
    within the days asked for, whichever day its date means; else it only may. `basis`: whether the
    paper says it, we infer it or somebody claims it. `proof`: paragraph and anchor.
    """

    kind: Kind
    fact: FactKey
    region: str
    place: str
    label: str
    words: str
    when: str
    day: date
    is_certain: bool
    basis: str
    proof: str
    before: str = ""
    after: str = ""


def newest_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """By place; of a place what is certain first, then by day, the newest first."""
    by_day = sorted(changes, key=lambda each: (each.fact.table, each.fact.fact))
    by_day.sort(key=lambda each: each.day, reverse=True)
    return tuple(sorted(by_day, key=lambda each: (each.region, not each.is_certain)))


def rows(table: Table, view: View) -> pd.DataFrame:
    """All statements of a table about the places of a view, whenever they held."""
    always = replace(view, held_on=None)
    is_decisions = table.name == decisions.TABLE
    return queries.decisions(always) if is_decisions else queries.facts(table.name, always)


def words(table: Table, row: Record) -> str:
    """What a row says without its day, in parentheses when it is unchecked or claimed."""
    named = {**row, "date": "", "due": ""}
    said = german.statement(table, named, queries.organisations())
    if rescinded := decisions.rescission(row):
        said = f"{said} · {rescinded}"
    return said if is_sure(row) else f"({said})"


def about(table: Table, row: Record) -> dict[str, str]:
    """What every piece of news says of its fact."""
    return {
        "region": row["region"],
        "place": row["place"],
        "words": words(table, row),
        "basis": row["basis"],
        "proof": proof.anchored(row),
    }
