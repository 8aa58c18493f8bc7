"""How a question is asked: its .sql file, of which version, and what is kept of the answer."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar, cast

import pandas as pd

from kim import german
from kim.databases import rot_said
from kim.store import Version, store
from kim.tables import package
from kim.watching import Happening, timed

FOLDER = Path(__file__).parent
KNOWN_ON = "known_on"
Ask = TypeVar("Ask", bound=Callable[..., object])


@dataclass(frozen=True)
class View:
    """What is looked at: places (AGS), the German day it held, that it was known; None is today."""

    regions: tuple[str, ...]
    held_on: date | None = None
    known_on: date | None = None


@dataclass(frozen=True)
class Question:
    """What a frame answers. Every frame made from it carries it on: pandas copies `attrs` deeply."""

    version: int
    name: str
    parameters: tuple[tuple[str, Hashable], ...]

    def __deepcopy__(self, _: object) -> "Question":
        return self


_version: ContextVar[Version | None] = ContextVar("version", default=None)


@contextmanager
def answered_by(version: Version) -> Iterator[None]:
    """Within, all questions are answered by this version, however many are published meanwhile."""
    token = _version.set(version)
    try:
        yield
    finally:
        _version.reset(token)


def remembered(make: Ask) -> Ask:
    """Keep what `make` returned for its arguments as long as its version is open.

    Nothing is kept for a version that is not published.
    """

    @wraps(make)
    def found(*arguments: Hashable) -> object:
        version = _asked()
        if version.is_rehearsed:
            return make(*arguments)
        with answered_by(version):  # what holds today is another thing tomorrow
            key = (make, german.today(), arguments)
            return version.kept.get(key, lambda: make(*arguments))

    return cast("Ask", found)


def _asked() -> Version:
    return _version.get() or store().current()


def words(vocabulary: str) -> Mapping[str, str]:
    """The German words of a vocabulary by their codes."""
    return package().vocabularies[vocabulary]


def ask(question: str, **parameters: Hashable) -> pd.DataFrame:
    """The answer to the question of this name."""
    return _answer(question, tuple(parameters.items()))


@remembered
def _answer(question: str, parameters: tuple[tuple[str, Hashable], ...]) -> pd.DataFrame:
    version = _asked()
    bound = {name: _bound(name, value) for name, value in parameters}
    with rot_said(version.file), timed(Happening.QUESTION, question):
        frame = version.cursor().execute(_sql(question), bound).df()
    frame.attrs["question"] = Question(version.number, question, parameters)
    return frame


def chunks(question: str, **parameters: Hashable) -> Iterator[pd.DataFrame]:
    """The answer of the version that is asked now, a few thousand rows at a time; nothing of it is kept."""
    return reading(question, **parameters)()


def reading(question: str, **parameters: Hashable) -> Callable[..., Iterator[pd.DataFrame]]:
    """As `chunks`, to be asked again and again with `more` parameters, always of the version that is asked now."""
    version = _asked()

    def read(**more: Hashable) -> Iterator[pd.DataFrame]:
        bound = {name: _bound(name, value) for name, value in {**parameters, **more}.items()}
        cursor = version.cursor()
        with rot_said(version.file):
            with timed(
                Happening.QUESTION, question
            ):  # until the first rows; then it waits for its reader
                frame = cursor.execute(_sql(question), bound).fetch_df_chunk()
            while len(frame):
                yield frame
                frame = cursor.fetch_df_chunk()

    return read


def _bound(name: str, value: Hashable) -> object:
    """A value as the questions take it: what is known on a day is known before that day ends."""
    if name == KNOWN_ON and isinstance(value, date):
        return german.end_of(value)
    return list(value) if isinstance(value, tuple) else value


@cache
def _sql(question: str) -> str:
    return (FOLDER / f"{question}.sql").read_text("utf-8")
