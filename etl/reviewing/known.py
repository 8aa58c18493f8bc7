"""What the store already says of what a proposal speaks of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.pipeline.compare import RowState, subject_of, values_of
from etl.reviewing.proposing import cell
from etl.reviewing.review import Cells
from kim.facts import Record
from kim.tables import Table


@dataclass(frozen=True)
class Known:
    """How a proposal stands against what is known: new, the same, in conflict with another source.

    `facts`: those of the same thing, those of the same day first.
    """

    state: RowState
    facts: Sequence[Record]


def known(table: Table, cells: Cells, day: str, source: str, held: Sequence[Record]) -> Known:
    """What these facts of its table say of the same thing as a proposal.

    `day`: EDTF of the paper, for a proposal without a day of its own; `source`: of the paper.
    """
    told = [each for each in held if _cells(each, subject_of(table)) == _own(table, cells)]
    day = cells.get("as_of") or day
    then = [each for each in told if (each["as_of"] or each["source_date"]) == day]
    facts = [*then, *(each for each in told if each not in then)]
    values = values_of(table)
    own = {name: cells.get(name, "") for name in values}
    if any(_cells(each, values) == own for each in then):
        return Known(RowState.SAME, facts)
    if values and any(each["source"] != source for each in then):
        return Known(RowState.CONFLICT, facts)
    return Known(RowState.NEW, facts)


def _own(table: Table, cells: Cells) -> Mapping[str, str]:
    return {name: cells.get(name, "") for name in subject_of(table)}


def _cells(record: Record, names: Sequence[str]) -> Mapping[str, str]:
    return {name: _written(record[name]) for name in names}


def _written(value: Any) -> str:  # noqa: ANN401
    return "" if value is None else cell(value)
