"""The tile map of NRW by one measure: a class for each district, nothing found as a form of its own."""

from collections.abc import Sequence

import plotly.graph_objects as go

from kim.answers.measures import CLASSES, IN_TOWNS, NOTHING, UNSURE, Classed, Measure
from kim.german_nouns import listed
from ui.figures.own import signed
from ui.figures.squares import Class, Square, add_legend, add_squares
from ui.figures.style import INK, layout, plain, wrapped
from ui.texts import text

HEIGHT = 480
LETTERS = 60
LETTERS_OF_LEGEND = 34
FEW = 3
FILLS = ("#e8e3d3", "#d6e6f4", "#8fbfe0", "#2b75b0", "#0b3c6f", "#06243f")
LIGHT = 3
PATTERNS = {NOTHING: "/", IN_TOWNS: "."}
Spots = tuple[tuple[str, int, int], ...]


def theme_map(found: tuple[Classed, ...], spots: Spots, measure: str, own: str = "") -> go.Figure:
    """One square per district in the colour of its class.

    `spots`: key, column and row of each tile; `measure`: a code of `Measure`;
    `own`: the key of the own district.
    """
    classes = classes_of(Measure(measure))
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
    legend = wrapped(text(f"map.{measure}_legend"), LETTERS_OF_LEGEND)
    add_legend(figure, classes, title=legend, has_own=has_own)
    return figure.update_layout(margin={"b": 8, "t": 112})


def in_words(found: Sequence[Classed], measure: str) -> str:
    """The map for whoever does not see it: how often each class, its places where few, the extremes.

    `found`: in their fixed order; `measure`: a code of `Measure`.
    """
    counts = []
    for name in reversed(CLASSES[Measure(measure)]):
        places = [each.name for each in found if each.of_class == name]
        words = text("map.times", times=len(places), name=text(f"map.{measure}_{name}"))
        named = f" ({listed(places)})" if len(places) <= FEW and name != NOTHING else ""
        counts += [words + named] if places else []
    legend = text(f"map.{measure}_legend")
    said = text("map.in_words", all=len(found), legend=legend, counts=", ".join(counts))
    return " ".join(filter(None, (said, _extremes(found), text("map.see_table"))))


def _extremes(found: Sequence[Classed]) -> str:
    """The highest and the lowest number, each with its places; empty unless two differ."""
    numbers = sorted({each.number for each in found if each.number is not None})
    if len(numbers) <= 1:
        return ""
    words = {
        name: f"{next(iter(ends)).words} ({listed([each.name for each in ends])})"
        for name, number in (("lowest", numbers[0]), ("highest", numbers[-1]))
        if (ends := [each for each in found if each.number == number])
    }
    return text("map.extremes", **words)


def classes_of(measure: Measure) -> tuple[Class, ...]:
    """The classes of a measure, nothing found first: their words, fills and inks."""
    found = []
    for at, name in enumerate(CLASSES[measure]):
        shade = at - len(PATTERNS)
        fill = "#ffffff" if name in PATTERNS else FILLS[shade]
        ink = "#ffffff" if shade >= LIGHT else INK
        found.append(Class(at, f"map.{measure}_{name}", fill, ink, PATTERNS.get(name, "")))
    return tuple(found)


def _square(each: Classed, x: int, y: int, order: tuple[str, ...], *, is_own: bool) -> Square:
    plate = text(f"plates.{each.place}")
    shown = signed(plate, is_own=is_own)
    hover = [f"<b>{plain(each.name)}</b> ({plate})", wrapped(each.sentence, LETTERS)]
    return Square(
        x=x,
        y=y,
        count=order.index(each.of_class),
        words=_on_tile(shown, each.words),
        hover="<br>".join([*hover, text("map.click")]),
        key=each.place,
        is_own=is_own,
    )


def _on_tile(plate: str, words: str) -> str:
    """The letters of the plate and below them what is told; in parentheses where only that is unsure."""
    if words == UNSURE:
        return f"<b>({plate})</b>"
    return f"<b>{plate}</b><br>{words}" if words else f"<b>{plate}</b>"
