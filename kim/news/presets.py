"""Between which days one looks at first: of what happened, and of what was known."""

from datetime import date

from dateutil.relativedelta import relativedelta

from kim import german, queries
from kim.answers.searched import documents_by_place
from kim.dates import days
from kim.news.span import Span
from kim.queries import View

A_YEAR = relativedelta(years=1)


def of_time(view: View) -> Span:
    """From a year before the newest document about the places until the day of the view."""
    until = view.held_on or german.today()
    newest = newest_document(view) or until
    return Span(min(newest, until) - A_YEAR, until)


def of_knowledge(view: View) -> Span:
    """From the day of the version before the newest one until the knowledge day of the view."""
    until = view.known_on or german.today()
    loaded = {german.calendar_day(at) for at in queries.history()["loaded_at"]}
    before = sorted(day for day in loaded if day <= until)[-2:]
    return Span(before[0] if before else until, until)


def newest_document(view: View) -> date | None:
    """The last day of the newest dated document about the places; None where none has a date."""
    documents = documents_by_place(View((), None, view.known_on))
    found = (each for ags in view.regions for each in documents.get(ags, {}).values())
    written = {written for written, _ in found if written}
    bounds = [days(each) for each in written]
    reached = [each.last or each.first for each in bounds]
    return max(filter(None, reached), default=None)
