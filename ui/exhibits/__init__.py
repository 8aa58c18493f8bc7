"""Every exhibit once: which facts it shows, how they are asked and drawn, on which page it stands."""

from datetime import date
from functools import partial

import pandas as pd

from kim import coverage, queries
from kim.queries import View
from kim.tables import package
from kim.view import day_shown, named_places, with_levels
from ui import navigation
from ui.exhibits.exhibit import Ask, CoverageExhibit, Exhibit
from ui.figures import (
    carriers,
    commitments,
    development,
    flow,
    funding,
    governance,
    positions,
    target_groups,
    timeline,
)
from ui.figures import coverage as counted
from ui.figures.matrix import Matrix
from ui.lists import evaluations, indicators
from ui.navigation import Page

EVERY_MODULE = ("", *package().vocabularies["module"])
Places = tuple[tuple[str, str], ...]


def _only(ask: Ask, column: str, *values: object) -> Ask:
    def those(view: View) -> pd.DataFrame:
        rows = ask(view)
        return rows[rows[column].isin(values)]

    return those


def _in(unit: str) -> Ask:
    return lambda view, modules=EVERY_MODULE: queries.positions(view, modules, unit)


def _with_date(view: View) -> pd.DataFrame:
    promised = queries.commitments(view)
    return promised[promised["due"].notna() | (promised["recurrence"] != "once")]


def _places(view: View) -> tuple[Places]:
    return (named_places(view),)


def _places_read(view: View) -> tuple[Places, Places]:
    """The places, and by place the date of the newest document read about it."""
    return (named_places(view), tuple(queries.read_until(view).items()))


def _core_places(_: View) -> tuple[Places]:
    names = queries.place_names()
    core = coverage.CORE.items()
    return (tuple((district, names[place]) for district, place in core if place in names),)


def _day(view: View) -> tuple[date]:
    return (day_shown(view),)


def _of_named_places(rows: pd.DataFrame, places: Places) -> Matrix:
    named = set(rows["region"])
    return target_groups.by_criterion(rows, tuple(each for each in places if each[0] in named))


MAP = CoverageExhibit(
    "karte", "overview.map", tuple(coverage.COUNTS), counted.tile_map, _core_places
)
MATRIX = CoverageExhibit(
    "abdeckung", "method.coverage", ("facts", *coverage.subjects()), counted.matrix
)

POSTS = Exhibit(
    "stellen",
    "positions.posts",
    "positions",
    partial(positions.by_place, unit="posts"),
    ask=_in("posts"),
    is_main=True,
)
POSTS_OVER_TIME = Exhibit(
    "verlauf",
    "positions.over_time",
    "positions",
    development.over_time,
    ask=lambda view, modules=EVERY_MODULE: queries.positions_over_time(view, modules),
)
PERSONS = Exhibit(
    "personen",
    "positions.persons",
    "positions",
    partial(positions.by_place, unit="persons"),
    ask=_in("persons"),
    is_main=True,
)

FLOW = Exhibit("fluss", "carriers.flow", "carriers", flow.flow, ask=queries.carriers)
ROLES = Exhibit(
    "rollen",
    "carriers.roles",
    "carriers",
    carriers.by_role,
    _places,
    queries.carriers,
    is_main=True,
)

_groups = partial(queries.facts, "target_groups")
# Stands on no page: before publication all that is said of target groups is one matrix.
EVERY_GROUP = Exhibit(
    "zielgruppen",
    "target_groups",
    "target_groups",
    target_groups.by_criterion,
    _places,
    is_main=True,
)
GROUPS = Exhibit(
    "gruppen",
    "target_groups.groups",
    "target_groups",
    target_groups.by_criterion,
    _places,
    _only(_groups, "inclusion", "primary", "also"),
)
EXCLUDED_GROUPS = Exhibit(
    "ausschluss",
    "target_groups.excluded",
    "target_groups",
    target_groups.by_criterion,
    _places,
    _only(_groups, "inclusion", "excluded"),
)
COUNTING_RULES = Exhibit(
    "zaehlregel",
    "target_groups.counting",
    "target_groups",
    _of_named_places,
    _places,
    _only(_groups, "inclusion", "counting_rule"),
)

EVALUATIONS = Exhibit(
    "evaluation",
    "evaluations",
    "evaluations",
    evaluations.by_level,
    _places_read,
    lambda view: queries.facts("evaluations", with_levels(view)),
    is_main=True,
)
INDICATORS = Exhibit(
    "kennzahlen", "evaluations.indicators", "indicators", indicators.by_kind, is_main=True
)

AMOUNTS = Exhibit("betraege", "funding.amounts", "funding", funding.amounts, is_main=True)
MONEY_PATHS = Exhibit("geldweg", "funding.paths", "funding", funding.paths, ask=queries.money_paths)
MISSING_AMOUNTS = Exhibit(
    "fehlende-betraege",
    "funding.missing",
    "funding",
    funding.missing,
    ask=_only(partial(queries.facts, "funding"), "certainty", "unknown"),
)
MONEY_QUESTIONS = Exhibit(
    "geldfragen",
    "funding.questions",
    "open_questions",
    commitments.questions,
    ask=queries.money_questions,
)

BODIES = Exhibit(
    "gremien", "governance.bodies", "bodies", governance.bodies, ask=queries.bodies, is_main=True
)
SUPERVISION = Exhibit(
    "fachaufsicht",
    "governance.supervision",
    "carriers",
    governance.supervision,
    ask=_only(queries.carriers, "role", "supervises"),
)
INSTRUMENTS = Exhibit(
    "instrumente", "governance.instruments", "instruments", governance.instruments, is_main=True
)
OBJECTIVES = Exhibit(
    "ziele", "governance.objectives", "objectives", governance.objectives, is_main=True
)

DATED_EVENTS = Exhibit(
    "ereignisse",
    "timeline.dated",
    "milestones",
    timeline.over_time,
    _day,
    _only(queries.events, "is_dated", True),
    is_main=True,
)
UNDATED_EVENTS = Exhibit(
    "ohne-datum",
    "timeline.undated",
    "milestones",
    timeline.undated,
    ask=_only(queries.events, "is_dated", False),
    is_main=True,
)
DECISIONS = Exhibit(
    "beschluesse",
    "timeline.decisions",
    "decisions",
    timeline.decisions,
    ask=queries.decisions,
    is_main=True,
)

COMMITMENTS = Exhibit(
    "zusagen",
    "commitments.promises",
    "commitments",
    commitments.promises,
    _day,
    queries.commitments,
    is_main=True,
)
DUE_DATES = Exhibit(
    "termine", "commitments.due_dates", "commitments", commitments.due_dates, _day, _with_date
)
QUESTIONS = Exhibit(
    "fragen", "commitments.questions", "open_questions", commitments.questions, is_main=True
)
ASSESSMENTS = Exhibit(
    "einschaetzungen",
    "commitments.assessments",
    "assessments",
    commitments.assessments,
    is_main=True,
)

EXHIBITS = tuple(each for each in tuple(globals().values()) if isinstance(each, Exhibit))
TABLES = tuple(dict.fromkeys(each.table for each in EXHIBITS if each.is_main))


def main(table: str) -> tuple[Exhibit, ...]:
    """The exhibits that stand for a table; none for a table without a chart."""
    return tuple(each for each in EXHIBITS if each.table == table and each.is_main)


def page_of(table: str) -> Page | None:
    """The page that shows a table first of all; None for a table without a chart."""
    return next((navigation.page(each.page) for each in main(table)), None)
