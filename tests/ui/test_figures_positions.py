"""What the charts of posts show: labels, hollow marks, unknown that is not zero."""

from typing import Any

import pandas as pd
import pytest

from ui.figures import positions as figures

ROW: dict[str, Any] = {
    "place": "Rheine",
    "region": "05566076",
    "fact": 1,
    "module": "2",
    "function": "case_management",
    "quantity": 3.5,
    "certainty": "exact",
    "unit": "posts",
    "measure": "total",
    "status": "established",
    "employer": None,
    "employer_name": None,
    "workplace": None,
    "area": None,
    "basis": "stated",
    "held_from": pd.Timestamp("2022-01-01"),
    "source_title": "Vermerk",
    "is_read_from_text": True,
}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([{**ROW, "fact": number, **row} for number, row in enumerate(rows)])


def marks(rows: pd.DataFrame, kind: str) -> list[Any]:
    drawn = figures.by_place(rows, "posts").data
    return [trace for trace in drawn if trace.type == kind and trace.name != figures.TARGETS]


def test_a_total_is_a_labelled_bar() -> None:
    (bar,) = marks(frame({}), "bar")

    assert list(bar.x) == [3.5]
    assert list(bar.text) == ["3,5 eingerichtet · 2022"]
    assert bar.customdata[0] == "positions:0000000000000000"


def test_an_increase_is_no_bar() -> None:
    rows = frame({"measure": "increase", "quantity": 1.9, "status": "planned"})

    assert marks(rows, "bar") == []
    (mark,) = marks(rows, "scatter")
    assert mark.text[0].strip() == "+1,9 geplant · 2022"


@pytest.mark.parametrize("doubt", [{"is_read_from_text": False}, {"basis": "claimed"}])
def test_what_is_not_proven_is_hollow_and_in_parentheses(doubt: dict[str, Any]) -> None:
    (bar,) = marks(frame(doubt), "bar")

    assert bar.marker.color[0] == "white"
    assert bar.text[0].startswith("(3,5)")


def test_unknown_is_not_zero() -> None:
    (mark,) = marks(frame({"quantity": None, "certainty": "unknown"}), "scatter")
    (bar,) = marks(frame({"quantity": 0.0}), "bar")

    assert mark.marker.symbol[0] == figures.UNKNOWN_SYMBOL
    assert "Zahl nicht genannt" in mark.text[0]
    assert bar.text[0].startswith("0 ")


def test_axis_names_its_unit() -> None:
    titles = [axis.title.text for axis in figures.by_place(frame({}), "posts").select_xaxes()]

    assert titles[-1] == "Stellen"


def test_posts_and_persons_are_never_on_one_axis() -> None:
    figure = figures.by_place(frame({}, {"unit": "persons", "quantity": 99.0}), "posts")

    assert all(99.0 not in list(trace.x) for trace in figure.data)


def test_steps_follow_the_dates() -> None:
    rows = frame({"quantity": 1.9, "held_from": pd.Timestamp("2021-01-01")}, {})

    (steps,) = figures.over_time(rows).data

    assert list(steps.y) == [1.9, 3.5]
    assert steps.line.shape == "hv"
    assert list(steps.text) == ["1,9", "3,5"]


def test_empty_frames_make_empty_figures() -> None:
    none = frame({}).head(0)

    assert len(figures.by_place(none, "posts").data) == 0
    assert len(figures.over_time(none).data) == 0
