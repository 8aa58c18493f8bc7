"""The days between two days, and whether a date lies there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kim.dates import Day, Days


@dataclass(frozen=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def holds(self, days: Days) -> bool | None:
        """Whether one of these days certainly lies within (True), may (False), does not (None)."""
        if (days.first and days.first > self.last) or (days.last and days.last < self.first):
            return None
        return bool(
            days.first and days.last and self.first <= days.first and days.last <= self.last
        )


def bounds(row: Mapping[str, Any], first: str, last: str) -> Days:
    """The days between those of two columns; None where a cell is empty."""
    return Days(_day(row[first]), _day(row[last]))


def _day(cell: Any) -> Day:  # noqa: ANN401
    return None if pd.isna(cell) else pd.Timestamp(cell).date()
