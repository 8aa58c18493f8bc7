"""Charts of posts and persons: how many now, and how it came to that."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from kim import german
from kim.figures import style
from kim.figures.style import Record, is_sure, keyed, laid_out, plain, records, words

SYMBOLS = {"total": "circle", "increase": "diamond-open", "subset": "square-open"}
UNKNOWN_SYMBOL = "x-thin-open"
MEASURE_PREFIX = {"increase": "+", "subset": "davon "}
MOST_ROWS = 120
MOST_SERIES = 24
HEIGHT_OF_STRIP = 170
SERIES = ["place", "module", "function", "status", "employer", "workplace", "area"]
GAP_BETWEEN_MODULES = 56


def by_place(positions: pd.DataFrame, unit: str) -> go.Figure:
    """One row per figure, grouped by module and place; bars for totals, marks for the rest.

    `positions`: rows of queries.positions; `unit`: "posts" or "persons", never both on one axis.
    """
    rows = positions[positions["unit"] == unit].head(MOST_ROWS)
    module_of = rows["module"].fillna("")
    modules = list(dict.fromkeys(module_of)) or [""]
    sizes = [max(int((module_of == module).sum()), 1) for module in modules]
    height = sum(sizes) * style.HEIGHT_OF_ROW + GAP_BETWEEN_MODULES * len(modules)
    figure = make_subplots(
        rows=len(modules),
        cols=1,
        shared_xaxes=True,
        vertical_spacing=GAP_BETWEEN_MODULES / (height + GAP_BETWEEN_MODULES),
        row_heights=sizes,
        subplot_titles=[
            words("module", module) or "Ohne Angabe des Bausteins" for module in modules
        ],
    )
    shown: set[str] = set()
    for line, module in enumerate(modules, 1):
        _add_rows(figure, rows[module_of == module], line, shown)
    figure.update_xaxes(range=[0, _room_for_labels(rows)])
    figure.update_xaxes(title=words("position_unit", unit), showticklabels=True, row=len(modules))
    figure.update_annotations(x=0, xanchor="left", font_size=15)
    figure.update_layout(hovermode="y")
    return laid_out(figure, height + 120)


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
    return plain(", ".join(part for part in parts if part))


def _room_for_labels(rows: pd.DataFrame) -> float:
    largest = rows["quantity"].max()
    return 2.4 * float(largest) if pd.notna(largest) and largest > 0 else 1.0


def _add_rows(figure: go.Figure, rows: pd.DataFrame, line: int, shown: set[str]) -> None:
    rows = rows.assign(y=range(len(rows), 0, -1), label=[_label(row) for row in records(rows)])
    rows = rows.assign(
        hover=[_hover(row) for row in records(rows)],
        key=[keyed("positions", fact) for fact in rows["fact"]],
    )
    for status, colour in style.STATUS_COLOURS.items():
        of_status = rows[rows["status"] == status]
        is_bar = (of_status["measure"] == "total") & of_status["quantity"].notna()
        for trace in (*_bars(of_status[is_bar], colour), *_marks(of_status[~is_bar], colour)):
            trace.update(name=words("position_status", status), legendgroup=status)
            trace.update(showlegend=status not in shown, hoverinfo="text", cliponaxis=False)
            shown.add(status)
            figure.add_trace(trace, row=line, col=1)
    firsts = rows[~rows["place"].duplicated()]
    figure.update_yaxes(
        tickvals=firsts["y"],
        ticktext=firsts["place"],
        range=[0.4, len(rows) + 0.6],
        showgrid=False,
        row=line,
        col=1,
    )


def _bars(rows: pd.DataFrame, colour: str) -> Iterator[go.Bar]:
    if rows.empty:
        return
    fill = [colour if is_sure(row) else "white" for row in records(rows)]
    yield go.Bar(
        x=rows["quantity"],
        y=rows["y"],
        orientation="h",
        width=0.7,
        text=rows["label"],
        textposition="outside",
        marker={"color": fill, "line": {"color": colour, "width": 2}},
        customdata=rows["key"],
        hovertext=rows["hover"],
    )


def _marks(rows: pd.DataFrame, colour: str) -> Iterator[go.Scatter]:
    if rows.empty:
        return
    symbols = [
        UNKNOWN_SYMBOL if pd.isna(row["quantity"]) else SYMBOLS[row["measure"]]
        for row in records(rows)
    ]
    yield go.Scatter(
        x=rows["quantity"].fillna(0),
        y=rows["y"],
        mode="markers+text",
        text="  " + rows["label"],
        textposition="middle right",
        marker={"symbol": symbols, "size": 12, "color": colour, "line": {"width": 2}},
        customdata=rows["key"],
        hovertext=rows["hover"],
    )


def _label(row: Record) -> str:
    """For example "3,5 eingerichtet · 2022", "+1,9 geplant · 2021", "(6) besetzt"."""
    claimed = " · behauptet" if row["basis"] == "claimed" else ""
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
        _label(row),
        words("function", row["function"]),
        f"Anstellung: {row['employer_name']}" if not german.is_empty(row["employer_name"]) else "",
        f"Gebiet: {row['area']}" if not german.is_empty(row["area"]) else "",
        f"Quelle: {row['source_title']}",
        "Anklicken zeigt den Beleg",
    ]
    return "<br>".join(plain(part) for part in parts if part)
