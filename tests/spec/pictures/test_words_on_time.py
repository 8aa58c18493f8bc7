"""The picture of the axis of time: in every size its words are whole and meet nothing."""

import re
from datetime import date
from itertools import combinations, product
from xml.etree import ElementTree

import pytest

from tests.spec.figures.test_timeline import SAME, TODAY
from tests.spec.reading import table
from ui.figures import timeline
from ui.figures.canvas import MARK_SIZE
from ui.figures.event_labels import NARROWEST
from ui.pictures import picture
from ui.pictures.words import PART_BEFORE

SVG = "{http://www.w3.org/2000/svg}"
MARGINS = 24
EVENTS = """
    fact | place                                | region   | date       | event                                                      | state    | basis
    1    | Rhein-Sieg-Kreis (Angaben des Kreises) | 05382  | 2017-04-01 | Beginn im Vorläuferprojekt Einwanderung gestalten          | done     | stated
    2    | Rhein-Sieg-Kreis (Angaben des Kreises) | 05382  | 2025       | Kommunales Integrationsmanagement wird neu aufgestellt     | expected | claimed
    3    | Rheine                               | 05566076 | 2021-12    | Koordinierungsstelle bei der Stadt neu besetzt             | done     | stated
    4    | Rheine                               | 05566076 | 2022       | Caritasverband wird zweiter Träger des Case Managements    | done     | inferred
    5    | Rheine                               | 05566076 | 2020/2024  | Fachausschuss des Kreistags empfiehlt den Ausbau           | done     | stated
    6    | Rheine                               | 05566076 | 2023-06-10 | Arbeitsbericht von Koordinierungsstelle und Case Management | expected | stated
    7    | Rheine                               | 05566076 | 2023-06-20 | Jahresbericht der Ausländerbehörde im Sozialausschuss      | expected | stated
"""
Box = tuple[float, float, float, float]


def drawn(width: float, day: date) -> ElementTree.Element:
    return ElementTree.fromstring(  # noqa: S314
        picture.bare(timeline.over_time(table(EVENTS, **SAME), day), width)
    )


def words(root: ElementTree.Element) -> list[Box]:
    """Left, right, top, bottom of each run of words as it was measured, in pixels."""
    return [
        _box(word, float(line.get("y", "")), written)
        for written in root.iter(f"{SVG}text")
        for line in written.findall(f"{SVG}tspan")
        for word in line.iter(f"{SVG}tspan")
        if word.get("textLength")
    ]


def _box(word: ElementTree.Element, y: float, written: ElementTree.Element) -> Box:
    size, width = float(written.get("font-size", "")), float(word.get("textLength", ""))
    anchor = word.get("text-anchor") or written.get("text-anchor")
    left = float(word.get("x", "")) - width * PART_BEFORE[anchor]  # type: ignore[index]
    return left, left + width, y - 0.7 * size, y + 0.2 * size


def marks(root: ElementTree.Element) -> list[Box]:
    found = [each for each in root.iter(f"{SVG}path") if each.get("data-fact")]
    spots = [re.findall(r"[\d.]+", each.get("transform", "")) for each in found]
    half = MARK_SIZE / 2
    return [(float(x) - half, float(x) + half, float(y) - half, float(y) + half) for x, y in spots]


def apart(one: Box, other: Box) -> bool:
    return one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


@pytest.mark.parametrize("day", [TODAY, date(2017, 6, 1), date(2026, 11, 29)])
@pytest.mark.parametrize("width", [NARROWEST + MARGINS, 358, 688, 1088])
def test_words_are_whole_and_meet_neither_each_other_nor_a_mark(width: float, day: date) -> None:
    root = drawn(width, day)
    named, signs = words(root), marks(root)

    assert len(signs) == 7
    assert len(named) > 2 * len(signs)
    assert [each for each in named if each[0] < 0 or each[1] > width] == []
    assert all(apart(*each) for each in combinations(named, 2))
    assert all(apart(*each) for each in product(named, signs))


def test_words_end_at_the_line_of_the_day_where_they_have_room() -> None:
    root = drawn(358, date(2026, 11, 29))
    (line,) = [each for each in root.iter(f"{SVG}polyline") if each.get("stroke-dasharray")]
    at = float(line.get("points", "").partition(",")[0])
    below = max(bottom for *_, bottom in marks(root))
    on_chart = [each for each in words(root) if 60 < each[2] < below]

    assert len(on_chart) > 5
    assert all(right <= at for _, right, *_ in on_chart)
