"""The chart of posts shared out: a bar for the share of each place, a line where its exact quota is."""

from collections.abc import Sequence
from fractions import Fraction

import plotly.graph_objects as go

from kim import german
from kim.allocation import Share
from ui.figures import style
from ui.figures.canvas import LINE, Canvas
from ui.figures.positions import (
    ABOVE,
    AXIS,
    BAR,
    BETWEEN,
    BEYOND,
    LETTERS_OF_LINE,
    ROOM_FOR_AXIS,
    ticks_named,
    ticks_up_to,
)
from ui.figures.style import lines_of, plain
from ui.texts import text

COLOUR = style.STATUS_COLOURS["planned"]
QUOTA = {
    "symbol": "line-ns",
    "size": 20,
    "color": style.INK,
    "line": {"color": style.INK, "width": 3},
}


def shares_and_quotas(shares: Sequence[Share], own: str = "") -> go.Figure:
    """Name, share, quota and difference of each place in words, the bar below them; `own`: a name."""
    canvas = Canvas()
    middles = [_line(canvas, each, is_own=each.place == own) for each in shares]
    largest = max((float(max(each.posts, each.quota)) for each in shares), default=0)
    canvas.add(_bars(shares, middles))
    canvas.add(_quotas(shares, middles))
    canvas.explained(text("allocation.share"), mode="markers", marker=_square())
    canvas.explained(text("allocation.quota"), mode="markers", marker=QUOTA)
    ticks = ticks_up_to(largest)
    named = ticks_named(ticks, text("allocation.unit"))
    width = BEYOND * largest or 1.0
    axis = {**AXIS, "range": [0, width], "tickvals": ticks, "ticktext": named, "tickangle": 0}
    return canvas.finished(axis, bottom=ROOM_FOR_AXIS)


def posts(value: Fraction) -> str:
    """Posts as they read: at most two decimals."""
    return german.number(round(float(value), 2))


def difference(value: Fraction) -> str:
    """What rounding gives or takes, with its sign."""
    rounded = round(float(value), 2)
    return f"{'+' if rounded > 0 else '−' if rounded < 0 else '±'}{german.number(abs(rounded))}"


def words(share: Share) -> str:
    """What a place gets, beside its exact quota."""
    key = "allocation.raised" if share.is_raised else "allocation.of_place"
    numbers = {"quota": posts(share.quota), "difference": difference(share.difference)}
    return text(key, posts=posts(share.posts), **numbers)


def _line(canvas: Canvas, share: Share, *, is_own: bool) -> float:
    """Write the words of a place; where its bar is, in pixels."""
    name = canvas.signed(share.place, is_own=is_own)
    said = lines_of(f"{name}: {words(share)}", LETTERS_OF_LINE)
    said[0] = said[0].replace(f"{plain(name)}:", f"<b>{plain(name)}</b>:", 1)
    canvas.write(0, said)
    canvas.y += LINE * len(said) + ABOVE + BAR + BETWEEN
    return canvas.y - BETWEEN - BAR / 2


def _bars(shares: Sequence[Share], middles: Sequence[float]) -> go.Bar:
    return go.Bar(
        x=[float(each.posts) for each in shares],
        y=middles,
        orientation="h",
        width=BAR,
        marker={"color": COLOUR},
        hoverinfo="skip",
        showlegend=False,
    )


def _quotas(shares: Sequence[Share], middles: Sequence[float]) -> go.Scatter:
    return go.Scatter(
        x=[float(each.quota) for each in shares],
        y=middles,
        mode="markers",
        marker=QUOTA,
        hoverinfo="skip",
        cliponaxis=False,
        showlegend=False,
    )


def _square() -> dict[str, object]:
    return {"symbol": "square", "color": COLOUR, "size": 12}
