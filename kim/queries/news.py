"""What lies between two days: of what happened, and of what was known."""

from datetime import date

import pandas as pd

from kim import german
from kim.queries.asking import View, ask


def dated(view: View) -> pd.DataFrame:
    """Table and key of events and decisions with the first and the last day they may mean."""
    return ask("dated", regions=view.regions, known_on=view.known_on)


def learned(view: View, since: date, until: date) -> pd.DataFrame:
    """Table and key of the facts known otherwise at the end of `until` than of `since`; since when (UTC)."""
    ends = {"since": german.end_of(since), "until": german.end_of(until)}
    return ask("learned", regions=view.regions, **ends)
