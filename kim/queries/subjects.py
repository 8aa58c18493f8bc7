"""Every subject alike: statements for a view, how many there are."""

import pandas as pd

from kim.queries.asking import View, ask
from kim.tables import Table


def facts(table: str, view: View) -> pd.DataFrame:
    """All statements of a fact table for a view, with place and source names."""
    return ask("facts", table=table, **vars(view))


def coverage(view: View, subjects: tuple[str, ...]) -> pd.DataFrame:
    """Counts of statements by district (municipalities included) and fact table, whatever places
    the view has; a district of which nothing is known has one row with no table and 0.
    """
    return ask("coverage", subjects=subjects, held_on=view.held_on, known_on=view.known_on)


def reference_rows(table: Table) -> pd.DataFrame:
    """What a reference table holds now, in its declared columns."""
    found = ask("reference_rows", table=table.name)
    return found.reindex(columns=[field.name for field in table.fields])


def example(table: Table) -> pd.DataFrame:
    """One row that the table holds, in its declared columns; none when it is empty."""
    question = "example" if table.is_fact else "reference_rows"
    return ask(question, table=table.name).reindex(columns=[f.name for f in table.fields]).head(1)
