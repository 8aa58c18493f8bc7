"""What happened, is expected, was promised, and what of all is newest."""

import pandas as pd

from kim import german
from kim.queries.asking import View, ask, words


def events(view: View) -> pd.DataFrame:
    """Milestones and decisions as events; `kind` says how a decision was made, empty otherwise."""
    found = ask("events", **vars(view))
    how = found["kind"].map(words("decision_kind"))
    return found.assign(event=found["event"].where(how.isna(), found["event"] + " (" + how + ")"))


def commitments(view: View) -> pd.DataFrame:
    """What was promised; `read_until` is the date of the newest document read of the place."""
    return ask("commitments", **vars(view))


def newest(view: View, subjects: tuple[str, ...], most: int, most_of_one: int) -> pd.DataFrame:
    """Table and key of the newest dated statements, at most `most_of_one` of each document."""
    limits = {"most": most, "most_of_one": most_of_one}
    return ask("newest", subjects=subjects, today=german.today(), **limits, **vars(view))
