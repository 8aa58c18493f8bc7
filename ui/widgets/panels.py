"""What every chart comes with: the tabs, the plot whose marks can be clicked, the downloads."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from kim import exports, german, queries
from kim.queries import View
from kim.tables import Table
from ui.texts import text

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHART = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}
Show = Callable[[], None]
Clicked = Callable[[str], None]


def one_of(key: str, parts: Mapping[str, Show]) -> None:
    """Parts of a page under their titles (keys of texts), of which one is open and made."""
    tabs = st.tabs([text(each) for each in parts], key=key, on_change="rerun", bind="query-params")
    for tab, show in zip(tabs, parts.values(), strict=True):
        if tab.open:
            with tab:
                show()


def panels(key: str, chart: Show, listing: Show, downloads: Show) -> None:
    """Chart, table and downloads in tabs; only the open one is made."""
    titles = ("exhibit.chart", "exhibit.table", "exhibit.downloads")
    tabs = st.tabs(
        [text(each) for each in titles],
        key=f"ansicht-{key}",
        on_change="rerun",
        bind="query-params",
    )
    for tab, show in zip(tabs, (chart, listing, downloads), strict=True):
        if tab.open:
            with tab:
                show()


def plot(key: str, figure: go.Figure, alt: str, on_click: Clicked | None = None) -> str | None:
    """Show a figure; what the clicked mark carries, None without a click.

    `on_click` is called with it before the page runs again: only there may it set the filters.
    """
    chart = f"chart-{key}"

    def select() -> None:
        mark = _mark(st.session_state[chart])
        if mark and on_click:
            on_click(mark)

    event = st.plotly_chart(
        figure,
        key=chart,
        theme=None,
        on_select=select,
        selection_mode="points",
        config=CHART,
        alt=alt,
    )
    return _mark(event)


def _mark(event: Mapping[str, Any]) -> str | None:
    carried = [point.get("customdata") for point in event["selection"]["points"]]
    if not carried or not carried[0]:
        return None
    return str(carried[0][0] if isinstance(carried[0], list) else carried[0])


def offer(
    key: str,
    frame: pd.DataFrame,
    table: Table,
    sources: Sequence[str],
    about: Sequence[tuple[str, str]],
    *,
    loads_again: bool = True,
) -> None:
    """Buttons that hand out `frame` as CSV for Excel, CSV for machines and XLSX with its sources.

    Rows of several tables in one list must not be loaded as rows of one: without `loads_again`
    there is no CSV for machines.
    """
    name = f"kim-{key}"
    named = with_names(frame, table)

    def workbook() -> bytes:
        return exports.xlsx(named, table, queries.sources(tuple(sorted(sources))), about)

    offers: list[tuple[str, Callable[[], bytes], str, str]] = [
        ("csv_excel", lambda: exports.csv_for_excel(named, table), f"{name}-excel.csv", CSV),
        ("csv_machine", lambda: exports.csv_for_machines(frame, table), f"{name}.csv", CSV),
        ("xlsx", workbook, f"{name}.xlsx", XLSX),
    ]
    for label, make, file_name, mime in offers:
        if label == "csv_machine" and not loads_again:
            continue
        st.download_button(
            text(f"exhibit.{label}"),
            make,
            file_name,
            mime,
            key=f"{label}-{key}",
            on_click="ignore",
        )


def with_names(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The frame with the names of organisations in place of their slugs."""
    names = queries.organisations()
    columns = [field.name for field in table.fields if field.semantics == "organisation"]
    held = {name: frame[name].replace(names) for name in columns if name in frame}
    return frame.assign(**held)


def about(table: Table, view: View, places: str) -> list[tuple[str, str]]:
    """What a download says about itself: subject, places, dates, caveats, signs, licence."""
    version, _ = queries.loaded()
    today = german.day(datetime.now(UTC).astimezone().date())
    return [
        (text("exhibit.about_subject"), table.title),
        (text("exhibit.about_places"), places),
        (text("exhibit.about_held_on"), german.day(view.held_on) if view.held_on else today),
        (text("exhibit.about_known_on"), german.day(view.known_on) if view.known_on else today),
        (text("exhibit.about_version"), str(version)),
        *((text("exhibit.about_caveat"), caveat) for caveat in table.caveats),
        (text("exhibit.about_legend"), text("exhibit.legend")),
        (text("exhibit.about_licence"), text("exhibit.licence")),
    ]
