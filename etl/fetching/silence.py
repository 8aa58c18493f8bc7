"""Which sources have fallen silent: they answer no longer, are no longer asked, or bring nothing new."""

from datetime import datetime, timedelta
from enum import StrEnum

from etl.fetching.records import Fetched
from etl.fetching.refusals import State


class Silence(StrEnum):
    """Why a source is named."""

    NOT_REACHED = "not_reached"
    NOT_ASKED = "not_asked"
    NOTHING_NEW = "nothing_new"


def silence_of_paper(visit: Fetched) -> Silence | None:
    """A paper stays what it is: it is silent when its address does not answer with it any longer."""
    return Silence.NOT_REACHED if visit.state in (State.FAILED, State.GONE) else None


def silence_of_server(visit: Fetched, days: int, now: datetime) -> Silence | None:
    """A council system goes on: it is silent when for so many days it was not read in full, or had nothing new."""
    since = now - timedelta(days=days)
    if visit.asked_at < since:
        return Silence.NOT_ASKED
    if visit.fetched_at is None or visit.fetched_at < since:
        return Silence.NOT_REACHED
    if visit.changed_at is None or visit.changed_at < since:
        return Silence.NOTHING_NEW
    return None
