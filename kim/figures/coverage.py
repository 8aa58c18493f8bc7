"""How much is known of whom: the tile map of NRW and the matrix of places by subject."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from kim.coverage import CORE, districts, subjects
from kim.figures import style
from kim.figures.leaders import leaders
from kim.figures.style import Record, laid_out, plain, records
from kim.tables import package
from kim.texts import text

SIZE = 0.92
NONE = "–"
CORE_COLOUR = "#d55e00"
HEIGHT_OF_MAP = 480
HEIGHT_OF_LINE = 24
LETTERS_OF_SUBJECT = 16


@dataclass(frozen=True)
class Class:
    """A class of counts: from `least` on, its words, fill and ink."""

    least: int
    words: str
    fill: str
    ink: str
    pattern: str = ""


CLASSES = (
    Class(0, "none_found", "#ffffff", style.INK, "/"),
    Class(1, "class_1", "#d6e6f4", style.INK),
    Class(6, "class_6", "#8fbfe0", style.INK),
    Class(16, "class_16", "#2b75b0", "#ffffff"),
    Class(100, "class_100", "#0b3c6f", "#ffffff"),
)


@dataclass(frozen=True)
class Square:
    """One square: where, how much, what it says, what a click on it carries."""

    x: int
    y: int
    count: int
    words: str
    hover: str
    key: str
    is_core: bool = False


def tile_map(known: pd.DataFrame, core_names: tuple[tuple[str, str], ...]) -> go.Figure:
    """One square per district, as many facts as its class says; empty where tiles are missing.

    `known`: rows of coverage.by_district; `core_names`: names of the core places by district.
    """
    tiles = records(districts(known).dropna(subset=["tile_x", "tile_y"]))
    names = dict(core_names)
    figure = go.Figure()
    if not tiles:
        return laid_out(figure, HEIGHT_OF_MAP)
    _add_squares(figure, [_tile(row, names) for row in tiles])
    taken = {(int(row["tile_x"]), int(row["tile_y"])): row["region"] for row in tiles}
    core = {ags: names[ags] for ags in taken.values() if ags in names}
    for leader in leaders(taken, core):
        figure.add_scatter(
            x=leader.xs,
            y=leader.ys,
            mode="lines",
            line={"color": CORE_COLOUR, "width": 2},
            hoverinfo="skip",
            showlegend=False,
        )
        figure.add_annotation(
            x=leader.xs[-1],
            y=leader.ys[-1],
            text=f"<b>{plain(leader.name)}</b>",
            xanchor="right" if leader.is_left else "left",
            showarrow=False,
            font={"size": 13},
        )
    width, height = (1 + max(spot[axis] for spot in taken) for axis in (0, 1))
    figure.update_xaxes(range=[-0.55, width - 0.45], visible=False)
    figure.update_yaxes(range=[height - 0.45, -0.55], visible=False)
    figure.update_yaxes(scaleanchor="x", constrain="domain", constraintoward="top")
    figure.update_xaxes(constrain="domain", constraintoward="left")
    _add_legend(figure, has_core=True)
    figure = laid_out(figure, HEIGHT_OF_MAP)
    return figure.update_layout(margin={"b": 8, "t": 96})


def matrix(known: pd.DataFrame) -> go.Figure:
    """Land and districts as rows, subjects as columns, the number of facts in each field."""
    rows = records(known)
    titles = [package().tables[subject].title for subject in subjects()]
    squares = [
        Square(
            x,
            y,
            row[subject],
            _count(row[subject]),
            _field_words(row, subject),
            f"{subject}:{row['region']}",
        )
        for y, row in enumerate(rows)
        for x, subject in enumerate(subjects())
    ]
    figure = go.Figure()
    _add_squares(figure, squares)
    _add_legend(figure, has_core=False)
    figure.update_xaxes(
        tickvals=list(range(len(titles))),
        ticktext=[style.wrapped(title, LETTERS_OF_SUBJECT) for title in titles],
        tickangle=-90,
        side="top",
        showgrid=False,
        range=[-0.5, len(titles) - 0.5],
    )
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[plain(short_name(row)) for row in rows],
        range=[len(rows) - 0.5, -0.5],
        showgrid=False,
    )
    figure = laid_out(figure, HEIGHT_OF_LINE * len(rows) + 230)
    return figure.update_layout(margin={"b": 8, "t": 80}, font={"size": 12})


def short_name(row: Record) -> str:
    """A name that fits beside a row of a matrix: "Steinfurt", "Rhein.-Berg. Kr."."""
    return text(f"short.{row['region']}")


def class_of(count: int) -> Class:
    return max((each for each in CLASSES if each.least <= count), key=lambda each: each.least)


def _add_squares(figure: go.Figure, squares: Sequence[Square]) -> None:
    for each in CLASSES:
        chosen = [square for square in squares if class_of(square.count) == each]
        if chosen:
            figure.add_trace(_bars(each, chosen))


def _bars(each: Class, squares: Sequence[Square]) -> go.Bar:
    edge = [CORE_COLOUR if square.is_core else style.QUIET for square in squares]
    return go.Bar(
        x=[SIZE] * len(squares),
        base=[square.x - SIZE / 2 for square in squares],
        y=[square.y for square in squares],
        width=SIZE,
        orientation="h",
        text=[square.words for square in squares],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": each.ink, "size": 12},
        marker={
            "color": each.fill,
            "line": {"color": edge, "width": [4 if square.is_core else 1 for square in squares]},
            "pattern": _pattern(each),
        },
        customdata=[square.key for square in squares],
        hovertext=[square.hover for square in squares],
        hoverinfo="text",
        showlegend=False,
    )


def _pattern(each: Class) -> dict[str, object]:
    return {"shape": each.pattern, "fgcolor": style.GRID, "size": 6, "solidity": 0.3}


def _add_legend(figure: go.Figure, *, has_core: bool) -> None:
    """Entries that stand for the classes, whether a square of the class is there or not."""
    entries: Iterable[tuple[str, Mapping[str, object]]] = [
        *(
            (
                each.words,
                {
                    "color": each.fill,
                    "pattern": _pattern(each),
                    "line": {"color": style.QUIET, "width": 1},
                },
            )
            for each in CLASSES
        ),
        *(
            [("core", {"color": "white", "line": {"color": CORE_COLOUR, "width": 3}})]
            if has_core
            else []
        ),
    ]
    for name, marker in entries:
        figure.add_bar(
            x=[None], y=[None], orientation="h", name=text(f"coverage.{name}"), marker=marker
        )
    figure.update_layout(
        barmode="overlay",
        legend={
            "title": {"text": text("coverage.classes"), "side": "top"},
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )


def _tile(row: Record, names: Mapping[str, str]) -> Square:
    ags = row["region"]
    plate = text(f"plates.{ags}")
    lines = [f"<b>{plain(row['place'])}</b> ({plate})"]
    if ags in names and names[ags] != row["place"]:
        lines.append(f"{text('coverage.core')}: {plain(names[ags])}")
    read = int(row["read_from_text"])
    lines.append(text("coverage.hover_facts", facts=_words(row["facts"]), read=read))
    lines.append(text("coverage.hover_click"))
    return Square(
        x=int(row["tile_x"]),
        y=int(row["tile_y"]),
        count=row["facts"],
        words=f"<b>{plate}</b><br>{_count(row['facts'])}",
        hover="<br>".join(lines),
        key=ags,
        is_core=ags in CORE,
    )


def _field_words(row: Record, subject: str) -> str:
    title = package().tables[subject].title
    words = text("coverage.hover_cell", subject=plain(title), facts=_words(row[subject]))
    return f"<b>{plain(row['place'])}</b><br>{words}<br>{text('coverage.hover_cell_click')}"


def _count(count: int) -> str:
    return str(count) if count else NONE


def _words(count: int) -> str:
    return str(count) if count else text("coverage.none_found")
