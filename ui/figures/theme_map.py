"""The tile map of NRW by one measure: a class for each district, nothing found as a form of its own."""

import plotly.graph_objects as go

from kim.answers.measures import CLASSES, NOTHING, Classed, Measure
from ui.figures.own import signed
from ui.figures.squares import Class, Square, add_legend, add_squares
from ui.figures.style import INK, layout, plain, wrapped
from ui.texts import text

HEIGHT = 480
LETTERS = 60
FILLS = ("#e8e3d3", "#d6e6f4", "#8fbfe0", "#2b75b0", "#0b3c6f", "#06243f")
LIGHT = 3
Spots = tuple[tuple[str, int, int], ...]


def theme_map(found: tuple[Classed, ...], spots: Spots, measure: str, own: str = "") -> go.Figure:
    """One square per district in the colour of its class.

    `spots`: key, column and row of each tile; `measure`: a code of `Measure`;
    `own`: the key of the own district.
    """
    classes = _classes(Measure(measure))
    by_place = {each.place: each for each in found}
    figure = go.Figure(layout=layout(HEIGHT))
    squares = [
        _square(by_place[ags], x, y, CLASSES[Measure(measure)], is_own=ags == own)
        for ags, x, y in spots
        if ags in by_place
    ]
    add_squares(figure, squares, classes)
    width, height = 1 + max(x for _, x, _ in spots), 1 + max(y for _, _, y in spots)
    square = {"visible": False, "constrain": "domain"}
    figure.update_xaxes(square, range=[-0.55, width - 0.45], constraintoward="left")
    figure.update_yaxes(square, range=[height - 0.45, -0.55], constraintoward="top")
    figure.update_yaxes(scaleanchor="x")
    has_own = any(each.is_own for each in squares)
    add_legend(figure, classes, title=text(f"map.{measure}_legend"), has_own=has_own)
    return figure.update_layout(margin={"b": 8, "t": 96})


def _classes(measure: Measure) -> tuple[Class, ...]:
    found = []
    for at, name in enumerate(CLASSES[measure]):
        fill = "#ffffff" if name == NOTHING else FILLS[at - 1]
        ink = "#ffffff" if at > LIGHT else INK
        found.append(Class(at, f"map.{measure}_{name}", fill, ink, "/" if name == NOTHING else ""))
    return tuple(found)


def _square(each: Classed, x: int, y: int, order: tuple[str, ...], *, is_own: bool) -> Square:
    plate = text(f"plates.{each.place}")
    shown = signed(plate, is_own=is_own)
    hover = [f"<b>{plain(each.name)}</b> ({plate})", wrapped(each.sentence, LETTERS)]
    return Square(
        x=x,
        y=y,
        count=order.index(each.of_class),
        words=f"<b>{shown}</b><br>{each.words}" if each.words else f"<b>{shown}</b>",
        hover="<br>".join([*hover, text("map.click")]),
        key=each.place,
        is_own=is_own,
    )
