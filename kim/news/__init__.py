"""What is new: what happened between two days, and what came to be known between two days."""

from kim.news.changes import Change, Kind
from kim.news.finding import told_of_knowledge, told_of_time
from kim.news.happened import happened, overdue, said_without_date
from kim.news.learned import learned
from kim.news.presets import newest_document, of_knowledge, of_time
from kim.news.span import Span

__all__ = [
    "Change",
    "Kind",
    "Span",
    "happened",
    "learned",
    "newest_document",
    "of_knowledge",
    "of_time",
    "overdue",
    "said_without_date",
    "told_of_knowledge",
    "told_of_time",
]
