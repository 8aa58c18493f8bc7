"""The statements that were found and left out of the tables, with the reason for each."""

import csv
from dataclasses import dataclass
from functools import cache

from kim.tables import ROOT

FILE = ROOT / "docs" / "left_out.csv"


@dataclass(frozen=True)
class LeftOut:
    """One statement of a source that no table holds, and why."""

    source: str
    statement: str
    reason: str


@cache
def left_out() -> tuple[LeftOut, ...]:
    """All of them, in the order of the file; none when there is no file."""
    if not FILE.is_file():
        return ()
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(LeftOut(**row) for row in csv.DictReader(file))
