"""Statements one chunk after the other, for whoever takes more of them away than memory should hold."""

from collections.abc import Iterator

import pandas as pd

from kim.queries.asking import View, chunks


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
    page = {"table": table, "regions": view.regions, "most": most, "skip": skip, **days}
    if modules:
        return chunks("fact_rows_of_modules", modules=modules, **page)
    return chunks("fact_rows", **page)
