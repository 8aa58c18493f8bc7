"""What every chart comes with: the tabs, the plot whose marks can be clicked, the downloads."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from kim.downloads import Download
from ui.texts import plain, text
from ui.widgets import address, asked
from ui.widgets.address import Asked

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = {"xlsx": XLSX, "package": "application/zip"}
CHART = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}
Show = Callable[[], object]
Clicked = Callable[[str], None]


def folded(key: str, parts: Mapping[str, Show], opened_first: Sequence[str] = ()) -> None:
    """Parts of a page behind their titles (keys of texts); only what is opened is made, and kept in the address.

    `opened_first`: the parts that are open where the address names none.
    """
    titles = {each.partition(".")[2]: _title_of_fold(each) for each in parts}
    address.seed(key, asked.choices(text("address.part"), titles), list(opened_first))
    state = st.session_state
    opened = []
    for (name, title), show in zip(titles.items(), parts.values(), strict=True):
        fold = f"{key}-{name}"
        if fold not in state:
            state[fold] = name in state[key]
        box = st.expander(plain(title), key=fold, on_change="rerun")
        if box.open:
            opened.append(name)
            with box:
                show()
    state[key] = opened
    address.follow(key, opened)


def _title_of_fold(title: str) -> str:
    return text(f"{title}_fold") if text.has(f"{title}_fold") else text(title)


def panels(
    key: str, chart: Show, listing: Show, downloads: Show, first: str = "panels.chart"
) -> None:
    """Chart (or what else `first` calls it), table and downloads in tabs; only the open one is made."""
    parts = {"chart": first, "table": "panels.table", "downloads": "panels.downloads"}
    _tabs(view_of(key), text("address.view"), parts, (chart, listing, downloads))


def view_of(key: str) -> str:
    """The parameter that says which tab of an exhibit is open."""
    return f"ansicht-{key}"


def _tabs(key: str, title: str, parts: Mapping[str, str], shows: Sequence[Show]) -> None:
    """Tabs (key -> text of its title) of which one is open and made; the address says which."""
    titles = {name: text(each) for name, each in parts.items()}
    first, *_ = titles
    understand = asked.choice(title, titles, default=first)

    def words(values: Sequence[str]) -> Asked[str]:
        found = understand(values)
        return Asked(titles[found.value], found.refused)

    address.seed(key, words, titles[first])
    tabs = st.tabs([text(each) for each in parts.values()], key=key, on_change="rerun")
    opened = st.session_state[key]
    address.follow(key, [name for name in titles if titles[name] == opened and name != first])
    for tab, show in zip(tabs, shows, strict=True):
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


def offer(download: Download) -> None:
    """Buttons that hand out what is shown: as CSV, XLSX with its sources, Data Package."""
    with st.container(horizontal=True):
        for file in download.files():
            st.download_button(
                text(f"panels.{file.kind}"),
                file.make,
                file.name,
                MEDIA_TYPES.get(file.kind, CSV),
                key=f"{file.kind}-{download.key}",
                on_click="ignore",
            )
