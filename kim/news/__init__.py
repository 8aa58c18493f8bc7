"""What is new: what happened between two days, and what came to be known between two days."""

from kim.news.changes import Change, Kind
from kim.news.happened import happened, said_without_date
from kim.news.learned import learned
from kim.news.presets import of_knowledge, of_time
from kim.news.span import Span

__all__ = [
    "Change",
    "Kind",
    "Span",
    "happened",
    "learned",
    "of_knowledge",
    "of_time",
    "said_without_date",
]
