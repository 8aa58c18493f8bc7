"""Charts of posts and persons: how many now, and how it came to that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from kim import german
from ui.figures import style
from ui.figures.style import Record, is_sure, keyed, laid_out, plain, records, words, wrapped

SYMBOLS = {"total": "circle", "increase": "diamond-open", "subset": "square-open"}
UNKNOWN_SYMBOL = "x-thin-open"
MEASURE_PREFIX = {"increase": "+", "subset": "davon "}
MOST_ROWS = 40
MOST_SERIES = 24
HEIGHT_OF_STRIP = 170
SERIES = ["place", "module", "function", "status", "employer", "workplace", "area"]
HEIGHT_OF_HEADING, HEIGHT_OF_FURTHER_LINE = 1.6, 0.8
WIDTH_OF_LETTER, TICK = 8, 8
LETTERS_OF_HEADING = 34
TARGETS = "Ziele"
Trace = dict[str, Any]


def by_place(positions: pd.DataFrame, unit: str) -> go.Figure:
    """One row per figure, grouped by module and place; bars for totals, marks for the rest.

    `positions`: rows of queries.positions; `unit`: "posts" or "persons", never both on one axis.
    """
    of_unit = positions[positions["unit"] == unit]
    rows = records(of_unit.head(MOST_ROWS))
    lines, headings, height = _lines(rows)
    if len(of_unit) > MOST_ROWS:
        headings.append(_heading(f"… weitere {len(of_unit) - MOST_ROWS} in der Tabelle", -height))
        height += HEIGHT_OF_HEADING
    firsts = lines[:1] + [line for last, line in pairwise(lines) if line.starts(last)]
    largest = max((row["quantity"] for row in rows if pd.notna(row["quantity"])), default=0)
    width = 2.4 * float(largest) or 1.0
    axes = {
        "xaxis": {
            "range": [0, width],
            "title": {"text": words("position_unit", unit)},
        },
        "yaxis": {
            "tickvals": [line.y for line in firsts],
            "ticktext": [plain(line.row["place"]) for line in firsts],
            "range": [-height, 0],
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",
            "ticklen": TICK,
            "tickcolor": "rgba(0,0,0,0)",
        },
    }
    targets = [_targets(lines, width)] if lines else []
    layout = {"annotations": headings, "barmode": "overlay", **axes}
    figure = go.Figure([*_traces(lines), *targets], layout)
    figure = laid_out(figure, round(height * style.HEIGHT_OF_ROW) + 120)
    # Room for the names is made here: plotly would draw everything once more to find out.
    letters = max((len(row["place"]) for row in rows), default=0)
    figure.update_layout(margin={"l": 16 + TICK + WIDTH_OF_LETTER * letters})
    figure.update_yaxes(automargin=False)
    figure.update_xaxes(automargin=False)
    return figure


def over_time(positions: pd.DataFrame) -> go.Figure:
    """Totals of posts as steps over the day from which they held, one strip per series.

    `positions`: rows of queries.positions_over_time.
    """
    series = [rows for _, rows in positions.groupby(SERIES, dropna=False, sort=False)][:MOST_SERIES]
    figure = make_subplots(
        rows=max(len(series), 1),
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.36 / max(len(series), 1),
        subplot_titles=[_series_title(records(rows)[0]) for rows in series],
    )
    for line, rows in enumerate(series, 1):
        figure.add_trace(_steps(rows), row=line, col=1)
        figure.update_yaxes(range=[0, 1.5 * rows["quantity"].max()], nticks=3, row=line, col=1)
    figure.update_xaxes(tickformat="%Y", dtick="M12", showticklabels=True)
    figure.update_xaxes(title="gilt ab", row=max(len(series), 1), col=1)
    figure.update_yaxes(title="Stellen")
    figure.update_annotations(x=0, xanchor="left", font_size=15)
    return laid_out(figure, 130 + HEIGHT_OF_STRIP * max(len(series), 1))


def _steps(rows: pd.DataFrame) -> go.Scatter:
    first = records(rows)[0]
    colour = style.STATUS_COLOURS[first["status"]]
    symbols = ["circle" if is_sure(row) else "circle-open" for row in records(rows)]
    return go.Scatter(
        x=rows["held_from"],
        y=rows["quantity"],
        mode="lines+markers+text",
        line={
            "shape": "hv",
            "color": colour,
            "width": 3,
            "dash": "solid" if is_sure(first) else "dot",
        },
        marker={"size": 11, "symbol": symbols, "line": {"width": 2}},
        text=[_figure(row) for row in records(rows)],
        textposition="top center",
        customdata=[keyed("positions", fact) for fact in rows["fact"]],
        hovertext=[_hover({**row, "employer_name": ""}) for row in records(rows)],
        hoverinfo="text",
        cliponaxis=False,
        showlegend=False,
    )


def _series_title(row: Record) -> str:
    parts = [
        row["place"],
        words("module", row["module"]).partition(":")[0],
        words("position_status", row["status"]),
        words("function", row["function"]),
    ]
    return wrapped(", ".join(part for part in parts if part), LETTERS_OF_HEADING)


@dataclass(frozen=True)
class Line:
    """One figure and where it stands: so many rows below the top."""

    row: Record
    y: float

    @property
    def is_bar(self) -> bool:
        return self.row["measure"] == "total" and bool(pd.notna(self.row["quantity"]))

    def starts(self, last: "Line") -> bool:
        """Whether this is the first line of its place (in its module) after the last line."""
        return last.y - self.y > 1 or self.row["place"] != last.row["place"]


def _lines(rows: Sequence[Record]) -> tuple[list[Line], list[dict[str, Any]], float]:
    """The figures in lines, a heading above those of each module, and the height in rows."""
    lines: list[Line] = []
    headings: list[dict[str, Any]] = []
    height = 0.0
    for module, of_module in groupby(rows, key=lambda row: words("module", row["module"])):
        title = module or "Ohne Angabe des Bausteins"
        headings.append(_heading(title, -height))
        height += _height_of(title)
        for row in of_module:
            lines.append(Line(row, -height))
            height += 1
    return lines, headings, height


def _height_of(title: str) -> float:
    return HEIGHT_OF_HEADING + HEIGHT_OF_FURTHER_LINE * wrapped(title, LETTERS_OF_HEADING).count(
        "<br>"
    )


def _heading(title: str, y: float) -> dict[str, Any]:
    return {
        "text": wrapped(title, LETTERS_OF_HEADING),
        "align": "left",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": y - _height_of(title) / 2,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": 15},
    }


def _traces(lines: Sequence[Line]) -> Iterator[Trace]:
    for status, colour in style.STATUS_COLOURS.items():
        of_status = [line for line in lines if line.row["status"] == status]
        bars = [line for line in of_status if line.is_bar]
        marks = [line for line in of_status if not line.is_bar]
        name = {"name": words("position_status", status), "legendgroup": status}
        if bars:
            yield {**_shared(bars), **_bars(bars, colour), **name}
        if marks:
            yield {**_shared(marks), **_marks(marks, colour), **name, "showlegend": not bars}


def _shared(lines: Sequence[Line]) -> Trace:
    return {
        "y": [line.y for line in lines],
        "customdata": [keyed("positions", line.row["fact"]) for line in lines],
        "hovertext": [_hover(line.row) for line in lines],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _targets(lines: Sequence[Line], width: float) -> Trace:
    """A clear bar over each whole line, so that its words can be clicked and tapped too."""
    return {
        **_shared(lines),
        "type": "bar",
        "x": [width] * len(lines),
        "orientation": "h",
        "width": 0.95,
        "marker": {"color": "rgba(0,0,0,0)"},
        "showlegend": False,
        "name": TARGETS,
    }


def _bars(lines: Sequence[Line], colour: str) -> Trace:
    return {
        "type": "bar",
        "x": [line.row["quantity"] for line in lines],
        "orientation": "h",
        "width": 0.7,
        "text": [_label(line.row) for line in lines],
        "textposition": "outside",
        "constraintext": "none",
        "marker": {
            "color": [colour if is_sure(line.row) else "white" for line in lines],
            "line": {"color": colour, "width": 2},
        },
    }


def _marks(lines: Sequence[Line], colour: str) -> Trace:
    rows = [line.row for line in lines]
    unknown = [bool(pd.isna(row["quantity"])) for row in rows]
    return {
        "type": "scatter",
        "x": [0 if no else row["quantity"] for row, no in zip(rows, unknown, strict=True)],
        "mode": "markers+text",
        "text": ["  " + _label(row) for row in rows],
        "textposition": "middle right",
        "marker": {
            "symbol": [
                UNKNOWN_SYMBOL if no else SYMBOLS[row["measure"]]
                for row, no in zip(rows, unknown, strict=True)
            ],
            "size": 12,
            "color": colour,
            "line": {"width": 2},
        },
    }


def _label(row: Record) -> str:
    """For example "3,5 eingerichtet · 2022", "+1,9 geplant · 2021", "(6) besetzt"."""
    claimed = "<br>behauptet" if row["basis"] == "claimed" else ""
    when = f" · {row['held_from']:%Y}" if pd.notna(row["held_from"]) else ""
    return f"{_figure(row)} {words('position_status', row['status'])}{when}{claimed}"


def _figure(row: Record) -> str:
    if pd.isna(row["quantity"]):
        return "Zahl nicht genannt:"
    figure = german.amount(row["quantity"], row["certainty"])
    figure = MEASURE_PREFIX.get(row["measure"], "") + figure
    return figure if is_sure(row) else f"({figure})"


def _hover(row: Record) -> str:
    parts = [
        row["place"],
        _label(row).replace("<br>", " · "),
        words("function", row["function"]),
        f"Anstellung: {row['employer_name']}" if not german.is_empty(row["employer_name"]) else "",
        f"Gebiet: {row['area']}" if not german.is_empty(row["area"]) else "",
        f"Quelle: {row['source_title']}",
        "Anklicken zeigt den Beleg",
    ]
    return "<br>".join(plain(part) for part in parts if part)
