"""The own place in everything that is drawn and listed: first, and marked by a sign."""

import pandas as pd

from kim.facts import Record

SIGN = "▸"


def own_rows_first(rows: pd.DataFrame, own: str | None) -> pd.DataFrame:
    """The rows in their order, those of the own place (AGS, column `region`) first and marked as such."""
    if own is None:
        return rows
    marked = rows.assign(is_own=rows["region"] == own)
    return marked.sort_values("is_own", ascending=False, kind="stable")


def is_own(row: Record) -> bool:
    """Whether a row of `own_rows_first` is about the own place."""
    return bool(row.get("is_own"))


def signed(words: str, *, is_own: bool) -> str:
    """Words behind the sign of the own place; those of another place as they are."""
    return f"{SIGN} {words}" if is_own else words
