"""A fact as the store gives it: its key, its rows as records, the words of its codes, whether it is sure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kim.tables import package
from kim.texts import text

Record = Mapping[str, Any]
HASH = re.compile(r"[0-9a-fA-F]{1,16}")


@dataclass(frozen=True)
class FactKey:
    """Which fact: its table and its hash (64 bits); written "positions:00000000001f00ab"."""

    table: str
    fact: int

    def __str__(self) -> str:
        return f"{self.table}:{self.fact:016x}"

    @classmethod
    def parse(cls, written: str) -> "FactKey":
        """The key that is written so; ValueError for what names no fact table or no hash."""
        table, _, fact = written.partition(":")
        if table not in {each.name for each in package().facts} or not HASH.fullmatch(fact):
            raise ValueError(f"no key of a fact: {written!r}")
        return cls(table, int(fact, 16))


def records(rows: pd.DataFrame) -> list[Record]:
    """The rows as mappings from column to cell; None for what is missing."""
    cells = rows.astype(object).to_numpy(copy=True)
    cells[rows.isna().to_numpy()] = None
    return [dict(zip(rows.columns, line, strict=True)) for line in cells.tolist()]


def words(vocabulary: str, code: object) -> str:
    """The German words for a code of a vocabulary; empty for an empty cell."""
    return package().vocabularies[vocabulary].get(str(code), "")


def state_words(status: object, unit: object) -> str:
    """The German words for the state of posts or persons; persons are not "besetzt" but "tätig"."""
    key = f"unit.{unit}_{status}"
    return text(key) if text.has(key) else words("position_status", status)


def is_sure(row: Record) -> bool:
    """Whether a value may look like a proven one: read from the full text and not merely claimed."""
    return bool(row["is_read_from_text"]) and row["basis"] != "claimed"
