"""Between which days one looks at first: of what happened, and of what was known."""

from dateutil.relativedelta import relativedelta

from kim import german, queries
from kim.news.span import Span
from kim.queries import View

A_YEAR = relativedelta(years=1)


def of_time(view: View) -> Span:
    """From a year before the newest document about the places until the day of the view."""
    until = view.held_on or german.today()
    newest = queries.newest_document(view) or until
    return Span(min(newest, until) - A_YEAR, until)


def of_knowledge(view: View) -> Span:
    """From the day of the version before the newest one until the knowledge day of the view."""
    until = view.known_on or german.today()
    loaded = {german.calendar_day(at) for at in queries.history()["loaded_at"]}
    days = sorted(day for day in loaded if day <= until)
    return Span(days[-2] if len(days) > 1 else days[0] if days else until, until)
