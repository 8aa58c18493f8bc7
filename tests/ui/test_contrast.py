"""Contrast of every colour that tells a state (WCAG 2.2): words 4.5 to 1, what is drawn 3 to 1."""

import re

import pytest

from kim.answers.measures import Measure
from kim.tables import ROOT
from ui.figures.flow import FLOW_COLOURS
from ui.figures.squares import CLASSES, Class
from ui.figures.style import QUIET, STATUS_COLOURS
from ui.figures.theme_map import classes_of
from ui.figures.timeline import DECISION_MARKS, MILESTONE_MARKS

OF_WORDS, OF_MARKS = 4.5, 3.0
PAPER = "#ffffff"
SQUARES = (*CLASSES, *(each for measure in Measure for each in classes_of(measure)))
EVENTS = MILESTONE_MARKS | DECISION_MARKS
CHIPS = re.findall(
    r"^(\.kim-chip\.[^{]+) \{ color: (#\w+); background: (#\w+); border-color: (#\w+)",
    (ROOT / "ui" / "templates" / "chips.css").read_text("utf-8"),
    re.MULTILINE,
)


def luminance(colour: str) -> float:
    digits = "".join(each * 2 for each in colour[1:]) if len(colour) == len("#rgb") else colour[1:]
    shares = (each / 255 for each in bytes.fromhex(digits))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("chip", "ink", "ground", "edge"), CHIPS, ids=[each[0] for each in CHIPS])
def test_the_words_of_a_chip_can_be_read(chip: str, ink: str, ground: str, edge: str) -> None:
    assert contrast(ink, ground) >= OF_WORDS


def test_every_chip_is_looked_at() -> None:
    styles = (ROOT / "ui" / "templates" / "chips.css").read_text("utf-8")
    assert sum(line.startswith(".kim-chip.") for line in styles.splitlines()) == len(CHIPS)


@pytest.mark.parametrize("status", STATUS_COLOURS)
def test_the_bar_of_a_state_stands_out(status: str) -> None:
    assert contrast(STATUS_COLOURS[status], PAPER) >= OF_MARKS


@pytest.mark.parametrize("state", EVENTS)
def test_the_mark_of_an_event_stands_out(state: str) -> None:
    assert contrast(EVENTS[state][1], PAPER) >= OF_MARKS


@pytest.mark.parametrize("flow", FLOW_COLOURS)
def test_the_arrow_of_a_flow_stands_out(flow: str) -> None:
    assert contrast(FLOW_COLOURS[flow], PAPER) >= OF_MARKS


@pytest.mark.parametrize("each", SQUARES, ids=lambda each: each.words)
def test_the_number_in_a_square_can_be_read(each: Class) -> None:
    assert contrast(each.ink, each.fill) >= OF_WORDS


def test_the_edge_of_a_square_stands_out() -> None:
    assert contrast(QUIET, PAPER) >= OF_MARKS
