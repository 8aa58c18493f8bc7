"""What a piece of news consists of: of which kind, about which fact, before and after."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kim import coverage, decisions, german, queries
from kim.facts import FactKey, Record, is_sure, records
from kim.queries import View
from kim.tables import Table


class Kind(StrEnum):
    """What is new of a fact, first what matters most: five of how it is known, the others of what it tells."""

    CONTRADICTED = "contradicted"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    DATED = "dated"
    NEW = "new"
    OVERDUE = "overdue"
    OVERDUE_REPORT = "overdue_report"
    NUMBER = "number"
    DECISION = "decision"
    EVENT = "event"
    BEGAN = "began"
    ENDED = "ended"
    EXPECTED = "expected"


@dataclass(frozen=True)
class Change:
    """One piece of news about a fact, certain or possible.

    `row`: the statement as it stands or stood last, with its place and document. `label`: in two or
    three words what is new. `words`: what the statement says, in parentheses when it is unchecked or
    claimed. `before`, `after`: what became otherwise, empty where nothing was. `when`: its day in
    words; `day` for the order. `is_certain`: it lies within the days asked for, whichever day its
    date means; else it only may.
    """

    kind: Kind
    fact: FactKey
    label: str
    words: str
    when: str
    day: date
    is_certain: bool
    row: Record = field(compare=False, repr=False)
    before: str = ""
    after: str = ""

    @property
    def region(self) -> str:
        """The key of the place (AGS)."""
        return str(self.row["region"])

    @property
    def place(self) -> str:
        return str(self.row["place"])

    @property
    def basis(self) -> str:
        """Whether the paper says it, we infer it or somebody claims it."""
        return str(self.row["basis"])


def newest_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """By place; of a place what is certain first, then by day, the newest first, then by what matters most."""
    kinds = list(Kind)
    tables = (*coverage.subjects(), coverage.REFERENCE_FIGURES)

    def rank(change: Change) -> tuple[str, bool, int, int, int, int]:
        return (
            change.region,
            not change.is_certain,
            -change.day.toordinal(),
            kinds.index(change.kind),
            tables.index(change.fact.table),
            change.fact.fact,
        )

    return tuple(sorted(changes, key=rank))


def told(table: Table, view: View) -> tuple[Record, ...]:
    """All statements of a table about the places of a view, whenever they held, as known on its day."""
    return _told(table.name, replace(view, held_on=None))


@queries.remembered
def _told(table: str, view: View) -> tuple[Record, ...]:
    is_decisions = table == decisions.TABLE
    return tuple(records(queries.decisions(view) if is_decisions else queries.facts(table, view)))


def words(table: Table, row: Record, without: Collection[str] = ()) -> str:
    """What a row says without its day and these columns, in parentheses when it is unchecked or claimed."""
    named = {**row, **dict.fromkeys(("date", "due", *without), "")}
    said = german.statement(table, named, queries.organisations())
    if rescinded := decisions.rescission(row):
        said = f"{said} · {rescinded}"
    return said if is_sure(row) else german.in_parentheses(said)
