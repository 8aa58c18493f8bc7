"""What happened, is expected, was promised, was decided, and what of all is newest."""

import pandas as pd

from kim import german
from kim.decisions import stands
from kim.facts import records
from kim.queries.asking import View, ask
from kim.queries.posts import current_posts

ENDED = ("kept", "lapsed")


def events(view: View) -> pd.DataFrame:
    """Milestones and decisions as events; `kind` says how a decision was made, empty otherwise."""
    found = ask("events", **vars(view))
    said = [
        row["event"]
        if german.is_empty(row["kind"])
        else f"{row['event']} {german.in_parentheses(stands(row))}"
        for row in records(found)
    ]
    return found.assign(event=said)


def decisions(view: View) -> pd.DataFrame:
    """What was decided; of a rescinded decision also what rescinds it, and the other way round."""
    return ask("decisions", **vars(view))


def commitments(view: View) -> pd.DataFrame:
    """What was promised; `read_until` is the date of the newest document read of the place."""
    return ask("commitments", **vars(view))


def newest(view: View, subjects: tuple[str, ...], most: int, most_of_one: int) -> pd.DataFrame:
    """Table and key of the newest dated statements, at most `most_of_one` of each document."""
    limits = {"most": most, "most_of_one": most_of_one}
    current = (*current_posts(view), *_current_promises(view))
    day = german.today()
    return ask("newest", subjects=subjects, current=current, today=day, **limits, **vars(view))


def _current_promises(view: View) -> tuple[int, ...]:
    rows = commitments(view)
    return tuple(map(int, rows["fact"][~rows["state"].isin(ENDED)]))
