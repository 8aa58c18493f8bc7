"""What a piece of news is called, and what else its statement says."""

from collections.abc import Sequence

from kim import german, queries
from kim.facts import Record, is_sure
from kim.news.changes import Change, Kind, words
from kim.news.happened import SAID_BY_LABEL
from kim.tables import Table, package

NAMED_BY = {
    "target_groups": "label",
    "bodies": "body",
    "instruments": "label",
    "decisions": "subject",
    "milestones": "event",
    "commitments": "promise",
    "open_questions": "question",
    "objectives": "label",
}
LABELLED = (Kind.EVENT, Kind.EXPECTED, Kind.DECISION, Kind.OVERDUE, Kind.OVERDUE_REPORT)


def heading(change: Change) -> tuple[str, str]:
    """What a piece of news is called, and what else its statement says but its label does not."""
    name = change.fact.table
    if name not in NAMED_BY:
        return change.words, ""
    is_labelled = change.kind in LABELLED
    without = SAID_BY_LABEL.get(name, ()) if is_labelled else ()
    return headed(package().tables[name], change.row, without)


def headed(table: Table, row: Record, without: Sequence[str] = ()) -> tuple[str, str]:
    """The cell that names a statement, in parentheses when it is unsure, and its other cells in one line.

    A statement that no cell names, such as one of a number, is its own heading; `without`: columns left out.
    """
    if table.name not in NAMED_BY:
        return words(table, row, without), ""
    column = NAMED_BY[table.name]
    said = german.cell_among(table, table.field(column), row, queries.organisations())
    more = german.without_parentheses(words(table, row, (column, *without)))
    return said if is_sure(row) else german.in_parentheses(said), more
