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
    """The year up to the newest document about the places: of what came later nobody has read.

    Until the day of the view where one is chosen.
    """
    until = view.held_on or german.today()
    newest = min(newest_document(view) or until, until)
    return Span(newest - A_YEAR, view.held_on or newest)


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
