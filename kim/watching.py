"""What happens is told to whoever watches over the service: a question asked, a file handed in, a page made."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from time import perf_counter


class Happening(StrEnum):
    """What happened; its name says more: the question, what became of the file, the page."""

    QUESTION = "question"
    UPLOAD = "upload"
    RERUN = "rerun"


Watcher = Callable[[Happening, str, float], None]
_watchers: dict[Watcher, None] = {}


def watch(watcher: Watcher) -> None:
    """From now on tell this one what happens: what it is, name, seconds; once, however often it is asked for."""
    _watchers[watcher] = None


def unwatch(watcher: Watcher) -> None:
    """Tell this one nothing any more."""
    _watchers.pop(watcher, None)


def tell(what: Happening, name: str, seconds: float = 0.0) -> None:
    """This happened. The name is one of a few that the program itself gives, never what people typed."""
    for watcher in tuple(_watchers):
        watcher(what, name, seconds)


@contextmanager
def timed(what: Happening, name: str) -> Iterator[None]:
    """Tell of what is done within, and how long it took, also where it failed."""
    began = perf_counter()
    try:
        yield
    finally:
        tell(what, name, perf_counter() - began)
