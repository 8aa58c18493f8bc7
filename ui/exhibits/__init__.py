"""Every exhibit once: which facts it shows, how they are asked and drawn, on which page it stands."""

from functools import partial

from kim import coverage, queries
from kim.filtered import EVERY_MODULE
from kim.view import with_levels
from ui import navigation
from ui.exhibits import asks
from ui.exhibits.exhibit import CoverageExhibit, Exhibit
from ui.figures import (
    carriers,
    development,
    flow,
    positions,
    target_groups,
    timeline,
)
from ui.figures import coverage as counted
from ui.lists import bodies, commitments, evaluations, funding, governance, indicators
from ui.lists import timeline as listed_timeline
from ui.navigation import Page

_list = partial(Exhibit, is_main=True, is_list=True)

MAP = CoverageExhibit(
    "karte", "overview.map", tuple(coverage.COUNTS), counted.tile_map, asks.core_places
)
MATRIX = CoverageExhibit(
    "abdeckung", "method.coverage", ("facts", *coverage.subjects()), counted.matrix
)

NEWEST_POSTS = Exhibit(
    "jetzt",
    "positions.newest",
    "positions",
    partial(positions.by_place, unit="posts"),
    ask=asks.answering,
)
POSTS = Exhibit(
    "stellen",
    "positions.posts",
    "positions",
    partial(positions.by_place, unit="posts"),
    ask=asks.in_unit("posts"),
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
    ask=asks.in_unit("persons"),
    is_main=True,
)

FLOW = Exhibit("fluss", "carriers.flow", "carriers", flow.flow, ask=queries.carriers)
ROLES = Exhibit(
    "rollen",
    "carriers.roles",
    "carriers",
    carriers.by_role,
    asks.places,
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
    asks.places,
    is_main=True,
)
GROUPS = Exhibit(
    "gruppen",
    "target_groups.groups",
    "target_groups",
    target_groups.by_criterion,
    asks.places,
    asks.only(_groups, "inclusion", "primary", "also"),
    reach=with_levels,
)
EXCLUDED_GROUPS = Exhibit(
    "ausschluss",
    "target_groups.excluded",
    "target_groups",
    target_groups.by_criterion,
    asks.places,
    asks.only(_groups, "inclusion", "excluded"),
    reach=with_levels,
)
COUNTING_RULES = Exhibit(
    "zaehlregel",
    "target_groups.counting",
    "target_groups",
    target_groups.of_named_places,
    asks.places,
    asks.only(_groups, "inclusion", "counting_rule"),
    reach=with_levels,
)

EVALUATIONS = _list(
    "evaluation",
    "evaluations",
    "evaluations",
    evaluations.by_level,
    asks.chosen_read,
    reach=with_levels,
)
INDICATORS = _list(
    "kennzahlen",
    "evaluations.indicators",
    "indicators",
    indicators.by_kind,
)

AMOUNTS = _list(
    "betraege",
    "funding.amounts",
    "funding",
    funding.by_direction,
    asks.amounts_read,
    queries.amounts,
    reach=with_levels,
)
MONEY_PATHS = Exhibit(
    "geldweg",
    "funding.paths",
    "funding",
    funding.paths,
    ask=queries.money_paths,
    is_list=True,
)
MONEY_QUESTIONS = Exhibit(
    "geldfragen",
    "funding.questions",
    "open_questions",
    commitments.questions,
    ask=queries.money_questions,
    is_list=True,
    reach=with_levels,
)

BODIES = _list(
    "gremien",
    "governance.bodies",
    "bodies",
    bodies.organigrams,
    asks.districts_read,
    queries.bodies,
)
SUPERVISION = Exhibit(
    "fachaufsicht",
    "governance.supervision",
    "carriers",
    governance.supervision,
    ask=asks.only(queries.carriers, "role", "supervises"),
    is_list=True,
)
INSTRUMENTS = _list(
    "instrumente",
    "governance.instruments",
    "instruments",
    governance.instruments,
)
OBJECTIVES = _list(
    "ziele",
    "governance.objectives",
    "objectives",
    governance.objectives,
)

_dated = asks.only(queries.events, "is_dated", True)
DATED_EVENTS = Exhibit(
    "ereignisse", "timeline.dated", "milestones", timeline.over_time, asks.day, _dated, is_main=True
)
EVENTS_BY_YEAR = _list(
    "jahre", "timeline.by_year", "milestones", listed_timeline.by_year, asks.day, _dated
)
UNDATED_EVENTS = _list(
    "ohne-datum",
    "timeline.undated",
    "milestones",
    listed_timeline.undated,
    asks.day,
    asks.only(queries.events, "is_dated", False),
)
DECISIONS = _list(
    "beschluesse",
    "timeline.decisions",
    "decisions",
    listed_timeline.decisions,
    ask=queries.decisions,
)

COMMITMENTS = _list(
    "zusagen", "commitments.promises", "commitments", commitments.promises, asks.day, asks.promised
)
QUESTIONS = _list("fragen", "commitments.questions", "open_questions", commitments.questions)
ASSESSMENTS = _list(
    "einschaetzungen", "commitments.assessments", "assessments", commitments.assessments
)

EXHIBITS = tuple(each for each in tuple(globals().values()) if isinstance(each, Exhibit))
TABLES = tuple(dict.fromkeys(each.table for each in EXHIBITS if each.is_main))


def main(table: str) -> tuple[Exhibit, ...]:
    """The exhibits that stand for a table; none for a table without a chart."""
    return tuple(each for each in EXHIBITS if each.table == table and each.is_main)


def page_of(table: str) -> Page | None:
    """The page that shows a table first of all; None for a table without a chart."""
    return next((navigation.page(each.page) for each in main(table)), None)
