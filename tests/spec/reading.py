"""How a spec writes rows down and reads what was drawn: small tables of text in, lines of text out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from difflib import unified_diff
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kim.dates import Held, held
from ui.lists import EntryList

NUMBERS = {"quantity", "amount_min", "amount_max", "age_over", "value"}
FLAGS = {
    "is_read_from_text",
    "is_dated",
    "is_certain",
    "is_rescission_sure",
    "is_rescission_certain",
}
DAYS = [f"held_{each.name}" for each in fields(Held)]


def table(written: str, **same: object) -> pd.DataFrame:
    """Rows from text, columns apart by "|", typed as the queries type them; `same` for every row.

    An empty cell is a missing one; "ja" and "nein" are flags. `held_from` is a date of any
    precision and becomes the four days of the queries; without `is_certain` all rows are.
    """
    heads, *lines = [
        [cell.strip() for cell in line.split("|")] for line in written.strip().splitlines()
    ]
    rows = [dict(zip(heads, cells, strict=True)) for cells in lines]
    names = [*(name for name in same if name not in heads), *heads]
    columns = {name: [row.get(name, same.get(name)) for row in rows] for name in names}
    dates = columns.pop("held_from", columns.get("as_of", [None] * len(rows)))
    columns |= _days(dates)
    columns.setdefault("as_of", dates)
    columns.setdefault("source_date", [None] * len(rows))
    columns.setdefault("is_certain", [True] * len(rows))
    return pd.DataFrame({name: _column(name, cells) for name, cells in columns.items()})


def _days(dates: list[Any]) -> dict[str, list[Any]]:
    """The four days of dates of any precision."""
    all_held = [held(each) if each else Held() for each in dates]
    return {day: [getattr(each, day.removeprefix("held_")) for each in all_held] for day in DAYS}


def _column(name: str, cells: list[Any]) -> pd.Series:
    known = [None if cell == "" else cell for cell in cells]
    if name in FLAGS:
        return pd.Series([cell in (True, "ja") for cell in known], dtype="bool")
    if name in NUMBERS:
        return pd.Series([None if cell is None else float(cell) for cell in known], dtype="float64")
    if name in DAYS:
        return pd.Series(pd.to_datetime(pd.Series(known)), dtype="datetime64[us]")
    if name == "fact":
        return pd.Series([int(cell) for cell in known], dtype="uint64")
    if name == "paragraph":
        return pd.Series(known, dtype="Int64")
    return pd.Series(known, dtype="str")


def plain(text: object) -> str:
    """Words as a reader reads them: lines joined, indents gone, bold as **."""
    words = str(text or "").replace("<b>", "**").replace("</b>", "**").replace("<br>", " ")
    return " ".join(words.split())


def key(carried: object) -> str:
    """The table and number of the fact that a mark leads to."""
    if not carried:
        return ""
    name, _, number = str(carried).rpartition(":")
    is_fact = len(number) == 16
    return f" -> {name} {int(number, 16)}" if is_fact else f" -> {carried}"


def _at(values: Any, index: int) -> Any:  # noqa: ANN401
    """One of many values, or the one that stands for all."""
    if isinstance(values, str) or not hasattr(values, "__len__"):
        return values
    return values[index] if index < len(values) else None


def points(figure: go.Figure) -> Iterator[Mapping[str, Any]]:
    """Every mark and text drawn, with its place, look, words and the key it carries."""
    for trace in (each.to_plotly_json() for each in figure.data):
        xs, ys = list(trace.get("x", ())), list(trace.get("y", ()))
        for index in range(max(len(xs), len(ys))):
            if _at(xs, index) is None:
                continue
            marker = trace.get("marker", {})
            edge = marker.get("line", {})
            yield {
                "kind": trace["type"],
                "mode": trace.get("mode", ""),
                "name": trace.get("name", ""),
                "x": xs[index],
                "y": ys[index],
                "text": plain(_at(trace["text"], index)) if "text" in trace else "",
                "symbol": _at(marker.get("symbol", ""), index),
                "fill": _at(marker.get("color", ""), index),
                "edge": _at(edge.get("color", ""), index),
                "key": key(_at(trace["customdata"], index)) if "customdata" in trace else "",
                "over": plain(_at(trace["hovertext"], index)) if "hovertext" in trace else "",
                "colour": _at(trace.get("textfont", {}).get("color", ""), index),
                "trace": trace,
            }


def canvas(figure: go.Figure) -> list[str]:
    """What stands on a canvas from top to bottom: words with the fact they lead to, marks with their look.

    "·" begins a quiet line, "o" a filled mark and "( )" a hollow one.
    """
    found = [point for point in points(figure) if point["trace"].get("xaxis", "x") == "x"]
    ordered = sorted(found, key=lambda each: each["y"])
    return [line for each in ordered if (line := _line(each))]


def _line(point: Mapping[str, Any]) -> str:
    if point["mode"] == "text":
        is_centred = "center" in point["trace"]["textposition"]
        column = f" @{point['x']:.2f}" if is_centred else ""
        quiet = "· " if point["colour"] == "#5f6b76" else ""
        return f"{quiet}{point['text']}{column}{point['key']}"
    if "markers" in point["mode"]:
        number = f" {point['text']}" if point["text"] else ""
        return f"{_look(point)}{number} @{point['x']:.2f}{point['key']}"
    return ""


def _look(point: Mapping[str, Any]) -> str:
    sign = "( )" if point["fill"] == "white" else "o"
    return f"{sign} {point['symbol']} {point['edge']}"


def on_panels(figure: go.Figure) -> list[str]:
    """The marks and lines on the panels of a canvas, panel by panel: value, look, fact."""
    found = [point for point in points(figure) if point["trace"].get("xaxis", "x") != "x"]
    return [
        f"{point['trace']['xaxis']} {_value(point['x'])} "
        + (
            f"{_look(point)} {point['text']}".rstrip() + point["key"]
            if "markers" in point["mode"]
            else f"line {point['trace']['line']['color']} {point['text']}".rstrip()
        )
        for point in found
    ]


def _value(value: object) -> str:
    if isinstance(value, str):
        return f"{date.fromisoformat(value[:10]):%d.%m.%Y}"
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else f"{value:g}"


def on_time(figure: go.Figure) -> list[str]:
    """What stands on one axis of time, row by row and by day: bars and lines, marks with the fact, words."""
    found = sorted(points(figure), key=lambda each: each["y"])
    return [f"@{each['y']:g} {_value(each['x'])} {_on_time(each)}" for each in found]


def _on_time(point: Mapping[str, Any]) -> str:
    if "markers" in point["mode"]:
        return _look(point) + point["key"]
    if point["mode"] == "text":
        return f"“{point['text']}”{point['key']}"
    return f"line {point['trace']['line']['color']}"


def axes(figure: go.Figure) -> list[str]:
    """The axes of the panels: title, from and to, the words at their ticks."""
    layout = figure.to_dict()["layout"]
    found = []
    for name, axis in layout.items():
        if re.fullmatch(r"xaxis\d+", name) and axis.get("visible", True):
            title = axis.get("title", {}).get("text", "")
            ends = " to ".join(_value(end) for end in axis["range"])
            found.append(f"{title} {ends}: {' '.join(axis['ticktext'])}".strip())
    return found


def legend(figure: go.Figure) -> list[str]:
    """The entries of the legend: look and name."""
    found = []
    for trace in figure.to_dict()["data"]:
        if trace.get("showlegend", True):
            marker = trace.get("marker", {})
            symbol, fill = _at(marker.get("symbol", ""), 0), _at(marker.get("color", ""), 0)
            dash = trace.get("line", {}).get("dash", "")
            colour = fill or trace.get("line", {}).get("color", "")
            found.append(
                " ".join(part for part in (symbol, dash, colour, trace.get("name", "?")) if part)
            )
    return found


def hovers(figure: go.Figure) -> list[str]:
    """What hovering shows, once for each fact."""
    found = {point["key"]: point["over"] for point in points(figure) if point["key"]}
    return [f"{key.removeprefix(' -> ')}: {over}" for key, over in sorted(found.items())]


def entries(shown: EntryList) -> list[str]:
    """A list from top to bottom: ">" begins the heading of a folded group, "-" what explains one.

    Of each entry its place, its chips, words, details, what became of it, its proof and its fact.
    """
    found = []
    for group in shown.groups:
        found.append(f"{'> ' if group.is_folded else '## '}{group.title}")
        found += [f"- {group.lead}"] if group.lead else []
        for each in group.entries:
            chips = "".join(f"[{chip.form}: {chip.words}] " for chip in each.chips)
            tied = "".join(f" {words}{key(fact)}" for words, fact in each.also)
            aside = f"{each.aside}{tied}".strip()
            said = " | ".join((each.words, " · ".join(each.details), aside, each.proof))
            found.append(f"{each.place} {chips}{said}{key(each.fact)}")
            found += [f"> {each.fold.title}", *each.fold.lines] if each.fold else []
    return found


def says(lines: list[str], expected: str) -> None:
    """That exactly these lines were read."""
    read = [" ".join(line.split()) for line in lines]
    wanted = [" ".join(line.split()) for line in expected.splitlines() if line.strip()]
    assert read == wanted, "\n".join(unified_diff(wanted, read, lineterm="", n=0))
