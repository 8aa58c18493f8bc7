"""What was loaded when, by whom, from which file; and the way to take a load back."""

from collections.abc import Callable, Mapping
from functools import partial
from shutil import disk_usage
from typing import Any

import pandas as pd
import streamlit as st

from etl.archive.files import Archive
from kim import german, queries
from kim.facts import records
from kim.loads import TYPED, Kind
from kim.store import Store
from kim.tables import package
from ui.texts import markdown, plain, text
from ui.widgets.grid import Cells, grid

SUBJECTS = {"local": "history.local", "Kommandozeile": "history.command_line", "": "history.nobody"}
MOST_SHOWN = 200
Record = Mapping[str, Any]
Papers = Mapping[int, str]


def show_loads(history: pd.DataFrame, papers: Papers) -> None:
    """All loads, the newest first, in a table. `papers`: by load, the source of a paper that was read for it."""
    heads = [
        text(f"history.{key}")
        for key in ("number", "at", "who", "what", "file", "said", "added", "retracted")
    ]
    groups = [rows for _, rows in history.groupby("load", sort=False)]
    lines = [_line(rows, papers) for rows in groups[:MOST_SHOWN]]
    grid(text("history.caption"), heads, lines, numbers=3)


def show_disk(store: Store, archive: Archive) -> None:
    """How much room versions and received files take, and how much is left."""
    kept = [path.stat().st_size for path in archive.folder.glob("*")]
    st.caption(
        markdown(
            "history.disk",
            versions=len(store.numbers()),
            size=german.file_size(store.bytes_of_versions()),
            files=len(kept),
            files_size=german.file_size(sum(kept)),
            free=german.file_size(disk_usage(store.folder).free),
        )
    )


def last_change(history: pd.DataFrame, papers: Papers) -> str:
    """The last publication and what it changed, in a sentence; empty while nothing was loaded."""
    if history.empty:
        return ""
    rows = history[history["load"] == history["load"].max()]
    first = records(rows)[0]
    counts = {name: int(rows[name].sum()) for name in ("added", "retracted")}
    return text(
        "history.last",
        number=first["load"],
        at=german.moment(first["loaded_at"]),
        what=_what(first, rows, papers),
        retracted=german.number(counts["retracted"]),
        added=counts["added"],
    )


def pick_upload(history: pd.DataFrame) -> pd.DataFrame | None:
    """The rows of one upload to look at more closely; None when there is none."""
    uploads = history[history["kind"] == Kind.UPLOAD]
    if uploads.empty:
        st.info(text("history.none"))
        return None
    named = dict(list(uploads.groupby("load", sort=False)))
    number = st.selectbox(
        text("history.pick"), list(named), format_func=lambda load: _entry(named[load])
    )
    return named[number]


def show_upload(
    rows: pd.DataFrame, original: Callable[[str], bytes], refusal: Callable[[str], str]
) -> None:
    """What one upload did to each table, with the file as it came or why one may not have it."""
    offered: set[str] = set()
    for each in records(rows):
        title = package().tables[each["table_name"]].title
        counts = {name: german.number(each[name]) for name in ("said", "added")}
        st.markdown(markdown("history.counts", table=title, **counts))
        if each["file"] == TYPED or each["sha256"] in offered:
            continue
        offered.add(each["sha256"])
        st.caption(markdown("history.digest", digest=each["sha256"]))
        if refused := refusal(each["sha256"]):
            st.caption(plain(refused))
            continue
        st.download_button(
            text("history.original"),
            partial(original, each["sha256"]),
            each["file"],
            "application/octet-stream",
            key=f"original-{each['load']}-{each['table_name']}",
            on_click="ignore",
        )


def _line(rows: pd.DataFrame, papers: Papers) -> Cells:
    first = records(rows)[0]
    what = _what(first, rows, papers)
    if first["is_withdrawn"]:
        what = f"{what} {text('history.withdrawn')}"
    counts = (german.number(int(rows[name].sum())) for name in ("said", "added", "retracted"))
    files = _files(rows) if first["kind"] == Kind.UPLOAD else ""
    return (
        str(first["load"]),
        german.moment(first["loaded_at"]),
        who(first["subject"]),
        what,
        files,
        *counts,
    )


def _what(first: Record, rows: pd.DataFrame, papers: Papers) -> str:
    tables = ", ".join(package().tables[name].title for name in rows["table_name"].dropna())
    if paper := papers.get(int(first["load"])):
        title = queries.source_titles().get(paper, paper)
        return text("history.kind_review", paper=title, tables=tables)
    about = "" if german.is_empty(first["about"]) else int(first["about"])
    return text(f"history.kind_{first['kind']}", tables=tables, about=about)


def who(subject: str) -> str:
    """A subject as it is shown."""
    key = SUBJECTS.get(subject)
    return text(key) if key else subject


def _files(rows: pd.DataFrame) -> str:
    return ", ".join(name for name in dict.fromkeys(rows["file"].dropna()) if name != TYPED)


def _entry(rows: pd.DataFrame) -> str:
    first = records(rows)[0]
    return text(
        "history.pick_entry",
        number=first["load"],
        files=_files(rows),
        at=german.moment(first["loaded_at"]),
    )
