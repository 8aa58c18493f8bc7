"""One function per question; each asks its .sql file and returns a frame.

Frames are shared between sessions and carry their question in `attrs["question"]`:
derive from them, never assign into them.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar, cast

import pandas as pd

from kim.databases import rot_said
from kim.store import Version, store
from kim.tables import Table, package

FOLDER = Path(__file__).parent
Ask = TypeVar("Ask", bound=Callable[..., object])


@dataclass(frozen=True)
class View:
    """What is looked at: places (AGS), the day it held, the day it was known; None is today."""

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
        with answered_by(version):
            return version.kept.get((make, arguments), lambda: make(*arguments))

    return cast("Ask", found)


def _asked() -> Version:
    return _version.get() or store().current()


def facts(table: str, view: View) -> pd.DataFrame:
    """All statements of a fact table for a view, with place and source names."""
    return _ask("facts", table=table, **vars(view))


@remembered
def positions(view: View, modules: tuple[str, ...], unit: str | None = None) -> pd.DataFrame:
    """The newest figure of every series of "posts", of "persons" or of both (None).

    Module "" stands for none named. All modules are asked for at once: a choice of them is made
    often and costs nothing then.
    """
    return _of_modules(_ask("positions", unit=unit, **vars(view)), modules)


def carriers(view: View) -> pd.DataFrame:
    """Who has which role towards whom: facts with the names and kinds of the organisations."""
    return _ask("carriers", **vars(view))


@remembered
def positions_over_time(view: View, modules: tuple[str, ...]) -> pd.DataFrame:
    """Totals of posts in every series of which several dates are known, by series and date."""
    return _of_modules(_ask("positions_over_time", **vars(view)), modules)


def places() -> pd.DataFrame:
    """The places to choose from: ags, name, kind, parent, district."""
    return _ask("places")


@remembered
def place_names() -> dict[str, str]:
    """Names of all regions by their key."""
    found = _ask("place_names")
    return dict(zip(found["ags"], found["name"], strict=True))


def sources(slugs: tuple[str, ...]) -> pd.DataFrame:
    """The sources of these slugs, as declared."""
    return _ask("sources", sources=slugs)


@remembered
def organisations() -> dict[str, str]:
    """Names of the organisations by their slug."""
    found = _ask("organisations")
    return dict(zip(found["organisation"], found["name"], strict=True))


@remembered
def source_titles() -> dict[str, str]:
    """Titles of the sources by their slug."""
    found = _ask("reference_rows", table="sources")
    return dict(zip(found["source"], found["title"], strict=True))


def evidence(table: str, fact: int) -> pd.DataFrame:
    """Every statement ever made of one fact, newest first, with source and paragraph; may be empty."""
    return _ask("evidence", table=table, fact=fact)


def documents(known_on: date | None) -> pd.DataFrame:
    """All sources with the number of facts that rest on them and how many are proven."""
    return _ask("documents", known_on=known_on)


def source_facts(table: str, source: str, known_on: date | None) -> pd.DataFrame:
    """The statements of one fact table that rest on one source."""
    return _ask("source_facts", table=table, source=source, known_on=known_on)


def paragraphs(source: str) -> dict[int, str]:
    """The paragraphs of a document by number; empty where the text is not at hand."""
    found = _ask("paragraphs", source=source)
    return dict(zip(found["paragraph"], found["text"], strict=True))


def money_paths(view: View) -> pd.DataFrame:
    """Who pays whom: rows of funding with a payer or recipient, and the two roles of a grant."""
    found = _ask("money_paths", **vars(view))
    return found.assign(item=found["item"].fillna(found["role"].map(_words("carrier_role"))))


def money_questions(view: View) -> pd.DataFrame:
    """The questions on money among the open questions."""
    return _ask("money_questions", **vars(view))


def bodies(view: View) -> pd.DataFrame:
    """The bodies that steer, with the name of the organisation that hosts each."""
    return _ask("bodies", **vars(view))


def events(view: View) -> pd.DataFrame:
    """Milestones and decisions as events; `kind` says how a decision was made, empty otherwise."""
    found = _ask("events", **vars(view))
    how = found["kind"].map(_words("decision_kind"))
    return found.assign(event=found["event"].where(how.isna(), found["event"] + " (" + how + ")"))


def commitments(view: View) -> pd.DataFrame:
    """What was promised; `read_until` is the date of the newest document read of the place."""
    return _ask("commitments", **vars(view))


def undated(table: str, view: View) -> int:
    """How many undated statements an as-of date leaves out; 0 without one."""
    if view.held_on is None:
        return 0
    answer = _ask("undated", table=table, regions=view.regions, known_on=view.known_on)
    return int(answer["undated"].iloc[0])


def _words(vocabulary: str) -> Mapping[str, str]:
    return package().vocabularies[vocabulary]


def coverage(view: View, subjects: tuple[str, ...]) -> pd.DataFrame:
    """Counts of statements by district (municipalities included) and fact table, whatever places
    the view has; a district of which nothing is known has one row with no table and 0.
    """
    return _ask("coverage", subjects=subjects, held_on=view.held_on, known_on=view.known_on)


def newest(view: View, subjects: tuple[str, ...], most: int, most_of_one: int) -> pd.DataFrame:
    """Table and key of the newest dated statements, at most `most_of_one` of each document."""
    limits = {"most": most, "most_of_one": most_of_one}
    return _ask("newest", subjects=subjects, **limits, **vars(view))


def undated_everywhere(view: View, subjects: tuple[str, ...]) -> int:
    """How many undated statements an as-of date leaves out in all places; 0 without one."""
    if view.held_on is None:
        return 0
    answer = _ask("undated_subjects", subjects=subjects, known_on=view.known_on)
    return int(answer["undated"].iloc[0])


def loaded() -> tuple[int, datetime]:
    """The number of the newest load and when it came (UTC)."""
    answer = _ask("loads")
    return int(answer["version"].iloc[0]), answer["loaded_at"].iloc[0].to_pydatetime()


def example(table: Table) -> pd.DataFrame:
    """One row that the table holds, in its declared columns; none when it is empty."""
    question = "example" if table.is_fact else "reference_rows"
    return _ask(question, table=table.name)[[field.name for field in table.fields]].head(1)


def history() -> pd.DataFrame:
    """Every load with the tables and files it brought and what it did to them, the newest first."""
    return _ask("history")


def first_day() -> date:
    """The day on which something was first loaded (UTC)."""
    return cast("date", _ask("loads")["first_loaded_at"].iloc[0].date())


def _of_modules(rows: pd.DataFrame, modules: tuple[str, ...]) -> pd.DataFrame:
    chosen = rows["module"].fillna("").isin(modules)
    return rows if chosen.all() else rows[chosen]


def _ask(question: str, **parameters: Hashable) -> pd.DataFrame:
    return _answer(question, tuple(parameters.items()))


@remembered
def _answer(question: str, parameters: tuple[tuple[str, Hashable], ...]) -> pd.DataFrame:
    version = _asked()
    bound = {name: list(v) if isinstance(v, tuple) else v for name, v in parameters}
    with rot_said(version.file):
        frame = version.cursor().execute(_sql(question), bound).df()
    frame.attrs["question"] = Question(version.number, question, parameters)
    return frame


@cache
def _sql(question: str) -> str:
    return (FOLDER / f"{question}.sql").read_text("utf-8")
