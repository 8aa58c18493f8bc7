"""How much is known of whom: the tile map of NRW and the matrix of places by subject."""

from collections.abc import Iterator, Mapping

import pandas as pd
import plotly.graph_objects as go

from kim.coverage import CORE, districts, subjects
from kim.facts import Record, records
from kim.german import UNKNOWN
from kim.tables import package
from ui.figures.label_lines import LabelLine, label_lines
from ui.figures.own import is_own, signed
from ui.figures.squares import CLASSES, CORE_COLOUR, Square, add_legend, add_squares
from ui.figures.style import layout, plain
from ui.texts import text

HEIGHT_OF_MAP = 480
HEIGHT_OF_LINE = 17


def tile_map(known: pd.DataFrame, core_names: tuple[tuple[str, str], ...]) -> go.Figure:
    """One square per district, as many facts as its class says; empty where tiles are missing.

    `known`: rows of coverage.by_district; `core_names`: names of the core places by district.
    """
    tiles = records(districts(known).dropna(subset=["tile_x", "tile_y"]))
    names = dict(core_names)
    figure = go.Figure(layout=layout(HEIGHT_OF_MAP))
    if not tiles:
        return figure
    add_squares(figure, [_tile(row, names) for row in tiles])
    taken = {(int(row["tile_x"]), int(row["tile_y"])): row["region"] for row in tiles}
    core = {ags: names[ags] for ags in taken.values() if ags in names}
    for line in label_lines(taken, core):
        _add_name(figure, line)
    width, height = (1 + max(spot[axis] for spot in taken) for axis in (0, 1))
    square = {"visible": False, "constrain": "domain"}
    figure.update_xaxes(square, range=[-0.55, width - 0.45], constraintoward="left")
    figure.update_yaxes(square, range=[height - 0.45, -0.55], constraintoward="top")
    figure.update_yaxes(scaleanchor="x")
    has_own = any(map(is_own, tiles))
    title = text("coverage.classes")
    add_legend(figure, CLASSES, has_core=True, has_own=has_own, title=title)
    return figure.update_layout(margin={"b": 8, "t": 96})


def matrix(known: pd.DataFrame) -> go.Figure:
    """Land and districts as rows, subjects as columns, the number of facts in each field."""
    rows = records(known)
    titles = [package().tables[subject].title for subject in subjects()]
    figure = go.Figure(layout=layout(HEIGHT_OF_LINE * len(rows) + 260))
    add_squares(figure, [field for y, row in enumerate(rows) for field in _fields(row, y)])
    add_legend(figure, CLASSES, title=text("coverage.classes"))
    figure.update_traces(marker_pattern_shape="")
    figure.update_xaxes(
        zeroline=False,
        tickvals=list(range(len(titles))),
        ticktext=[plain(title) for title in titles],
        tickangle=-90,
        side="top",
        showgrid=False,
        range=[-0.5, len(titles) - 0.5],
    )
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[_row_title(row) for row in rows],
        range=[len(rows) - 0.5, -0.5],
        showgrid=False,
    )
    return figure.update_layout(margin={"b": 8, "t": 80}, font={"size": 12})


def short_name(row: Record) -> str:
    """A name that fits beside a row of a matrix: "Steinfurt", "Rhein.-Berg. Kr."."""
    return text(f"short.{row['region']}")


def _row_title(row: Record) -> str:
    name = plain(short_name(row))
    return f"<b>{signed(name, is_own=True)}</b>" if is_own(row) else name


def _add_name(figure: go.Figure, line: LabelLine) -> None:
    figure.add_scatter(
        x=line.xs,
        y=line.ys,
        mode="lines",
        line={"color": CORE_COLOUR, "width": 2},
        hoverinfo="skip",
        showlegend=False,
    )
    figure.add_annotation(
        x=line.xs[-1],
        y=line.ys[-1],
        text=f"<b>{plain(line.name)}</b>",
        xanchor="right" if line.is_left else "left",
        showarrow=False,
        font={"size": 13},
    )


def _tile(row: Record, names: Mapping[str, str]) -> Square:
    ags = row["region"]
    plate = text(f"plates.{ags}")
    lines = [f"<b>{plain(row['place'])}</b> ({plate})"]
    if ags in names and names[ags] != row["place"]:
        lines.append(f"{text('coverage.core')}: {plain(names[ags])}")
    if row["facts"]:
        read = int(row["read_from_text"])
        lines.append(text("coverage.hover_facts", facts=row["facts"], read=read))
    else:
        lines.append(text("coverage.hover_none"))
    lines.append(text("coverage.hover_click"))
    return Square(
        x=int(row["tile_x"]),
        y=int(row["tile_y"]),
        count=row["facts"],
        words=f"<b>{signed(plate, is_own=is_own(row))}</b><br>{_count(row['facts'])}",
        hover="<br>".join(lines),
        key=ags,
        is_core=ags in CORE,
        is_own=is_own(row),
    )


def _fields(row: Record, y: int) -> Iterator[Square]:
    """The squares of a place, one for each subject."""
    for x, subject in enumerate(subjects()):
        count, key = row[subject], f"{subject}:{row['region']}"
        yield Square(x, y, count, _count(count), _field_words(row, subject), key)


def _field_words(row: Record, subject: str) -> str:
    title = package().tables[subject].title
    words = text("coverage.hover_cell", subject=plain(title), facts=_words(row[subject]))
    return f"<b>{plain(row['place'])}</b><br>{words}<br>{text('coverage.hover_cell_click')}"


def _count(count: int) -> str:
    return str(count) if count else UNKNOWN


def _words(count: int) -> str:
    return str(count) if count else text("coverage.none_found")
