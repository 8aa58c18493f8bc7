"""Which statement a newer one follows: the same said again, or another number of the same series."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

from kim import german
from kim.facts import Record, is_sure
from kim.tables import Table

SERIES = (
    *("region", "module", "function", "unit", "measure", "status"),
    *("employer", "workplace", "area", "pay_group"),
)
Series = Mapping[tuple[Hashable, ...], Sequence[Record]]


class Earlier:
    """The statements of a table, asked for what came before one of them."""

    def __init__(self, table: Table, told: Collection[Record]) -> None:
        self._content = tuple(
            each.name
            for each in table.fields
            if each.name not in german.BESIDE_A_STATEMENT - {"region", "certainty"}
        )
        self._same = _grouped(told, self._content)
        totals = [row for row in told if _is_total(row)]
        self._series = _grouped(totals, SERIES) if totals else {}

    def is_said_before(self, row: Record) -> bool:
        """Whether the same was said to hold from an earlier day."""
        return any(_is_earlier(each, row) for each in self._same[_cells(row, self._content)])

    def number(self, row: Record) -> Record | None:
        """The total that this one follows: the last before it, as sure as it; None where two disagree."""
        if not _is_total(row):
            return None
        earlier = [each for each in self._series[_cells(row, SERIES)] if _is_earlier(each, row)]
        if not earlier:
            return None
        latest = max(each["held_from_latest"] for each in earlier)
        last = [each for each in earlier if each["held_from_latest"] == latest]
        is_one = len({each["quantity"] for each in last}) == 1
        return last[0] if is_one and is_sure(last[0]) == is_sure(row) else None


def _is_total(row: Record) -> bool:
    """Whether it is a number of all posts or persons of a series."""
    return row.get("measure") == "total" and not german.is_empty(row["quantity"])


def _is_earlier(one: Record, other: Record) -> bool:
    """Whether one certainly began no later than the other, and may have begun before it."""
    begins, follows = one["held_from_earliest"], other["held_from_earliest"]
    is_before = german.is_empty(begins) or (not german.is_empty(follows) and begins < follows)
    return is_before and bool(one["held_from_latest"] <= other["held_from_latest"])


def _grouped(rows: Iterable[Record], columns: Sequence[str]) -> Series:
    found: dict[tuple[Hashable, ...], list[Record]] = {}
    for row in rows:
        found.setdefault(_cells(row, columns), []).append(row)
    return found


def _cells(row: Record, columns: Sequence[str]) -> tuple[Hashable, ...]:
    return tuple(None if german.is_empty(row[name]) else row[name] for name in columns)
