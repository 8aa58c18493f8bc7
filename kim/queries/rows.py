"""Statements one chunk after the other, for whoever takes more of them away than memory should hold."""

from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from kim.queries.asking import View, chunks, reading

FACTS_AT_ONCE = 8_192
"""So many rows are put in order at a time; of all of them only the keys, eight bytes each."""


def fact_rows(
    table: str,
    view: View,
    modules: tuple[str, ...] = (),
    most: int | None = None,
    skip: int = 0,
) -> Iterator[pd.DataFrame]:
    """The statements of a fact table for a view as in `facts`, in its order, nothing of them remembered.

    `modules`: only those on these modules, "" for statements that name none; the table must have the column.
    """
    days = {"held_on": view.held_on, "known_on": view.known_on}
    told = {"table": table, "regions": view.regions, **days}
    page = {**told, "most": most, "skip": skip}
    keys = (
        chunks("fact_keys_of_modules", modules=modules, **page)
        if modules
        else chunks("fact_keys", **page)
    )
    return _read(keys, reading("fact_rows", **told))


def _read(
    keys: Iterator[pd.DataFrame], rows: Callable[..., Iterator[pd.DataFrame]]
) -> Iterator[pd.DataFrame]:
    found = np.concatenate([np.empty(0, "uint64"), *(each["fact"].to_numpy() for each in keys)])
    for start in range(0, len(found), FACTS_AT_ONCE):
        yield from rows(facts=tuple(found[start : start + FACTS_AT_ONCE].tolist()))
