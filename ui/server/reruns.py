"""A page being made: how long it took and, where KIM_TRACE is set, which questions it asked and for how long."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter

from kim.watching import Happening, tell, watch

TRACES = logging.getLogger("kim.traces")
Asked = list[dict[str, str | float]]
_asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


@contextmanager
def rerun_of(page: str) -> Iterator[None]:
    """Within, this page is made; afterwards that is told, and written down where traces are."""
    asked: Asked = []
    token = _asked.set(asked)
    began = perf_counter()
    try:
        yield
    finally:
        _asked.reset(token)
        seconds = perf_counter() - began
        tell(Happening.RERUN, page, seconds)
        said = {"page": page, "milliseconds": _milliseconds(seconds), "questions": asked}
        TRACES.info("rerun", extra=said)


def begin() -> None:
    """Remember from now on what each page asks while it is made."""
    watch(_note)


def _note(what: Happening, name: str, seconds: float) -> None:
    asked = _asked.get()
    if what is Happening.QUESTION and asked is not None:
        asked.append({"question": name, "milliseconds": _milliseconds(seconds)})


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 1)
