"""Charts of money: amounts with an axis for each unit, its way, and what is not known."""

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.facts import Record, is_sure, words
from kim.tables import package
from ui.figures import arrows, style
from ui.figures.arrows import Arrow
from ui.figures.canvas import ITEM_GAP, Canvas
from ui.figures.marks import Mark, Panel
from ui.figures.statements import (
    by_place,
    filled,
    hover_of,
    inferred,
    key_of,
    said,
    surest,
    unique,
)
from ui.texts import text

LAND = "05"
UNITS = ("eur_per_post_year", "eur_per_post", "eur_per_year", "eur", "percent")
SYMBOLS = {
    "exact": ("circle", "#0072b2"),
    "about": ("diamond", "#00664b"),
    "at_most": ("triangle-left", "#9a3b78"),
    "at_least": ("triangle-right", "#9a5b00"),
    "unknown": ("x-thin", style.QUIET),
}
SAME = ("item", "amount_min", "amount_max", "unit", "certainty", "period", "payer", "recipient")
PAID, OWN_SHARE = "#0072b2", "#9a5b00"
KINDS_SHOWN_ALWAYS = 3
ROW_OF_BAR, ROOM_FOR_AXIS = 22, 58
LETTERS_OF_NAME = 15
MOST_TICKS = 4


def amounts(funding: pd.DataFrame) -> go.Figure:
    """All amounts and ranges, each unit on its own axis, the Land apart from the places."""
    canvas = Canvas()
    for certainty, look in SYMBOLS.items():
        if (funding["certainty"] == certainty).any():
            canvas.named(Mark(*look, words("certainty", certainty)))
    is_land = funding["region"] == LAND
    for unit in UNITS:
        of_unit = funding["unit"] == unit
        for title, here in (
            ("panel_places", of_unit & ~is_land),
            ("panel_land", of_unit & is_land),
        ):
            if here.any():
                canvas.heading(text(f"funding.{title}", unit=words("funding_unit", unit)), 17)
                _panel(canvas, funding[here], unit)
    return canvas.finished()


def missing(funding: pd.DataFrame) -> go.Figure:
    """The amounts that a document speaks of without naming them."""
    canvas = Canvas()
    for place, here in by_place(funding):
        canvas.heading(place)
        for row in here:
            details = [*_details(row), inferred(row) or filled(row["note"])]
            words_of_row = said(f"{row['item']}: {text('funding.no_amount')}", row)
            canvas.item(_mark(row), words_of_row, details, key_of(row, "funding"), _hover(row))
    return canvas.finished()


def paths(money: pd.DataFrame) -> go.Figure:
    """An arrow from payer to recipient for each statement; a column for each kind of body."""
    named = set(money["payer_kind"]) | set(money["recipient_kind"])
    known = list(package().vocabularies["organisation_kind"])
    kinds = [kind for kind in known if kind in named or kind in known[:KINDS_SHOWN_ALWAYS]]
    groups = [(place, [_arrow(row, kinds) for row in here]) for place, here in by_place(money)]
    heads = [text(f"funding.{kind}") for kind in kinds]
    return arrows.drawn(groups, heads, LETTERS_OF_NAME if len(kinds) == KINDS_SHOWN_ALWAYS else 12)


def _panel(canvas: Canvas, funding: pd.DataFrame, unit: str) -> None:
    """The amounts of one unit below each other, and the axis they share."""
    top, bars = canvas.y, []
    for place, here in by_place(funding):
        if here[0]["region"] != LAND:
            canvas.lines(place, quiet=True)
        for same in _same(here):
            row = surest(same)
            canvas.lines(_headline(row), key_of(row, "funding"), _hover(row))
            canvas.details([*_details(*same), inferred(row)])
            bars.append((row, canvas.y + ROW_OF_BAR / 2))
            canvas.y += ROW_OF_BAR + ITEM_GAP
    panel = _axis(canvas, funding, unit, top)
    for row, y in bars:
        _bar(canvas, row, y, panel)


def _axis(canvas: Canvas, funding: pd.DataFrame, unit: str, top: float) -> Panel:
    """The axis below the amounts of a unit; hidden when none of them is known."""
    largest = funding[["amount_min", "amount_max"]].max().max()
    is_of_use = bool(pd.notna(largest) and largest > 0)
    ticks = _ticks(100.0 if unit == "percent" else float(largest)) if is_of_use else [0.0, 1.0]
    panel = canvas.panel(
        top,
        canvas.y,
        range=[-0.01 * ticks[-1], 1.04 * ticks[-1]],
        tickvals=ticks,
        ticktext=[_tick(tick) for tick in ticks],
        title={"text": words("funding_unit", unit), "standoff": 4, "font": {"size": 14}},
        showgrid=False,
        zeroline=False,
        showline=True,
        ticks="outside",
        automargin=False,
        visible=is_of_use,
    )
    canvas.y += ROOM_FOR_AXIS if is_of_use else ITEM_GAP
    return panel


def _same(rows: list[Record]) -> list[list[Record]]:
    """The statements that name the same amount for the same thing, whatever their document."""
    groups: dict[tuple[str, ...], list[Record]] = {}
    for row in rows:
        groups.setdefault(tuple(str(row[column]) for column in SAME), []).append(row)
    return list(groups.values())


def _bar(canvas: Canvas, row: Record, y: float, panel: Panel) -> None:
    """A bar up to the amount, or from the lower to the upper one, with a mark at each end."""
    known = [value for value in (row["amount_min"], row["amount_max"]) if pd.notna(value)]
    ends = list(dict.fromkeys(known))
    mark, key, hover = _mark(row), key_of(row, "funding"), _hover(row)
    if known:
        start = ends[0] if len(ends) == 2 else 0
        canvas.add(
            go.Scatter(
                x=[start, ends[-1]],
                y=[y, y],
                mode="lines",
                line={"color": mark.colour, "width": 8 if mark.is_sure else 2},
                opacity=0.6,
                hoverinfo="skip",
                showlegend=False,
                **panel.axes,
            )
        )
    for end in ends or [0]:
        canvas.mark(end, y, mark, key, hover, panel=panel)


def _mark(row: Record) -> Mark:
    name = words("certainty", row["certainty"])
    return Mark(*SYMBOLS[row["certainty"]], name, is_sure(row))


def _amount(row: Record) -> str:
    """For example "ca. 7.000 – 10.000 Euro je Stelle"."""
    found = german.amount_range(row["amount_min"], row["amount_max"], row["certainty"])
    if found == german.UNKNOWN:
        return text("funding.no_amount")
    return f"{found} {words('funding_unit', row['unit'])}"


def _headline(row: Record) -> str:
    return said(f"{_amount(row)} · {row['item']}", row)


def _details(*same: Record) -> list[str]:
    """Period and dates; that no period is named where an amount could be read as a yearly one."""
    row = same[0]
    dates = unique(
        german.partial_date(each["as_of"]) for each in same if not german.is_empty(each["as_of"])
    )
    parts = [filled(row["period"], "funding.period")]
    if not parts[0] and row["unit"] in ("eur", "eur_per_post"):
        parts = [text("funding.no_period")]
    parts.append(filled(", ".join(dates), "funding.as_of"))
    if len(same) > 1:
        parts.append(text("funding.documents", value=len(same)))
    line = " · ".join(part for part in parts if part)
    return [line] if line else []


def _hover(row: Record) -> str:
    parts = [_headline(row), *_details(row), words("module", row["module"])]
    return hover_of(row, *parts)


def _arrow(row: Record, kinds: list[str]) -> Arrow:
    is_role = row["fact_table"] == "carriers"
    what = said(row["item"], row) if is_role else _headline(row)
    is_own = german.is_empty(row["recipient"]) and row["payer_kind"] != "land"
    return Arrow(
        words=what,
        details=[*([] if is_role else _details(row)), inferred(row)],
        start=filled(row["payer_name"]),
        end=filled(row["recipient_name"]),
        columns=(_column(row["payer_kind"], kinds), _column(row["recipient_kind"], kinds)),
        colour=OWN_SHARE if is_own else PAID,
        name=text("funding.own" if is_own else "funding.paid"),
        key=key_of(row, "funding"),
        hover=hover_of(row, what, words("module", row["module"])),
        is_sure=is_sure(row),
    )


def _column(kind: object, kinds: list[str]) -> int | None:
    return None if german.is_empty(kind) else kinds.index(str(kind))


def _ticks(largest: float) -> list[float]:
    """From 0 in at most four round steps to at least `largest`."""
    size = 10.0 ** (len(str(int(largest))) - 1)
    step = next(
        each * size / 10
        for each in (1, 2, 2.5, 5, 10, 20, 25)
        if each * size / 10 * MOST_TICKS >= largest
    )
    count = next(n for n in range(1, MOST_TICKS + 1) if step * n >= largest)
    return [step * n for n in range(count + 1)]


def _tick(value: float) -> str:
    if value >= 1e6:
        return text("funding.million", value=german.number(value / 1e6))
    return german.number(value)
