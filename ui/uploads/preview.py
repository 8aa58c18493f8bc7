"""The chart of a table as it would look with a version that is not published."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from kim import queries
from kim.queries import View
from kim.store import Version
from kim.tables import package
from ui.figures import (
    carriers,
    commitments,
    evaluations,
    funding,
    governance,
    positions,
    target_groups,
    timeline,
)
from ui.figures.matrix import Matrix
from ui.texts import markdown, text
from ui.widgets.exhibit import TEMPLATES, Draw
from ui.widgets.page import day_shown
from ui.widgets.panels import CHART
from ui.widgets.places import named_places

MOST_PLACES = 12
Drawing = tuple[pd.DataFrame, Draw, tuple[object, ...]]


def show_charts(table: str, regions: frozenset[str] | None, version: Version) -> None:
    """Show what the pages would show of these places; a sentence where there is no chart."""
    st.subheader(text("upload.chart"), anchor=False)
    chosen = tuple(sorted(regions or ())[:MOST_PLACES])
    if table not in DRAWINGS or not chosen:
        st.caption(text("upload.no_chart"))
        return
    is_cut = len(regions or ()) > MOST_PLACES
    st.caption(
        markdown("upload.chart_most", places=MOST_PLACES) if is_cut else text("upload.chart_places")
    )
    with queries.answered_by(version):
        for number, (rows, draw, arguments) in enumerate(DRAWINGS[table](View(chosen))):
            if not rows.empty:
                _show(f"vorschau-{table}-{number}", draw(rows, *arguments))


def _show(key: str, figure: object) -> None:
    if isinstance(figure, Matrix):
        template = TEMPLATES.get_template("matrix.html")
        words = {"caption": text("upload.chart"), "unknown": text("exhibit.unknown")}
        st.html(template.render(matrix=figure, hrefs={}, **words))
    else:
        st.plotly_chart(figure, key=key, theme=None, config=CHART, alt=text("upload.chart"))


def _positions(view: View) -> list[Drawing]:
    modules = ("", *package().vocabularies["module"])
    return [
        (queries.positions(view, modules, unit), positions.by_place, (unit,))
        for unit in ("posts", "persons")
    ]


def _milestones(view: View) -> list[Drawing]:
    events = queries.events(view)
    dated = events["is_dated"]
    return [
        (events[dated], timeline.over_time, (day_shown(view),)),
        (events[~dated], timeline.undated, ()),
    ]


def _one(
    ask: Callable[[View], pd.DataFrame], draw: Draw, arguments: Callable[[View], tuple[object, ...]]
) -> Callable[[View], list[Drawing]]:
    return lambda view: [(ask(view), draw, arguments(view))]


def _plain(table: str, draw: Draw) -> Callable[[View], list[Drawing]]:
    return _one(lambda view: queries.facts(table, view), draw, lambda _: ())


def _by_place(table: str, draw: Draw) -> Callable[[View], list[Drawing]]:
    return _one(lambda view: queries.facts(table, view), draw, lambda view: (named_places(view),))


def _day(view: View) -> tuple[date]:
    return (day_shown(view),)


DRAWINGS: dict[str, Callable[[View], list[Drawing]]] = {
    "positions": _positions,
    "carriers": _one(queries.carriers, carriers.by_role, lambda view: (named_places(view),)),
    "target_groups": _by_place("target_groups", target_groups.by_criterion),
    "evaluations": _by_place("evaluations", evaluations.by_level),
    "funding": _plain("funding", funding.amounts),
    "bodies": _one(queries.bodies, governance.bodies, lambda _: ()),
    "instruments": _plain("instruments", governance.instruments),
    "objectives": _plain("objectives", governance.objectives),
    "decisions": _plain("decisions", timeline.decisions),
    "milestones": _milestones,
    "commitments": _one(queries.commitments, commitments.promises, _day),
    "open_questions": _plain("open_questions", commitments.questions),
    "assessments": _plain("assessments", commitments.assessments),
}
