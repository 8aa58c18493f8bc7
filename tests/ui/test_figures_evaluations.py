"""Evaluations by level: none, undecided and unknown look different, unproven is hollow."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ui.figures import evaluations
from ui.figures.style import keyed

COLUMNS = [
    *("place", "region", "level", "status", "evaluator", "subject", "ends", "results"),
    *("held_from", "fact", "basis", "note", "source_title", "is_read_from_text"),
]
PLACES = (("05", "Nordrhein-Westfalen"), ("05566", "Kreis Steinfurt"), ("05566076", "Rheine"))
LOCAL = {
    "place": "Rheine",
    "region": "05566076",
    "level": "local",
    "status": "none",
    "subject": "KIM vor Ort",
    "held_from": pd.Timestamp("2021-01-01"),
    "fact": 1,
    "basis": "stated",
    "source_title": "Niederschrift",
    "is_read_from_text": True,
}
UNDECIDED = LOCAL | {"status": "under_discussion", "fact": 2}
LAND = LOCAL | {
    "place": "Nordrhein-Westfalen",
    "region": "05",
    "level": "land",
    "status": "running",
    "ends": "--05",
    "results": "none_yet",
    "fact": 3,
    "basis": "inferred",
    "is_read_from_text": False,
}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS).astype({"held_from": "datetime64[us]"})


def marks(figure: go.Figure) -> dict[str, Any]:
    return {trace.name: trace for trace in figure.data if trace.mode == "markers"}


def texts(figure: go.Figure) -> str:
    return "\n".join(text for trace in figure.data for text in trace.text or ())


def test_none_undecided_and_unknown_differ_in_symbol_and_word() -> None:
    found = marks(evaluations.by_level(frame(LOCAL, UNDECIDED), PLACES))

    symbols = {name: trace.marker.symbol[0] for name, trace in found.items()}
    assert symbols == {
        "noch nicht entschieden": "hourglass",
        "findet nicht statt": "x",
        "nichts bekannt": "circle",
    }
    assert len({trace.marker.color for trace in found.values()}) == 3


def test_every_place_without_statement_on_its_level_is_unknown() -> None:
    found = marks(evaluations.by_level(frame(LOCAL), PLACES))

    assert len(found["nichts bekannt"].y) == 2
    assert found["nichts bekannt"].customdata == (None, None)


def test_unproven_is_hollow_in_parentheses_and_says_it_is_inferred() -> None:
    figure = evaluations.by_level(frame(LAND), PLACES)

    assert marks(figure)["läuft"].marker.symbol == ("circle-open",)
    assert "(läuft: KIM vor Ort)" in texts(figure)
    assert "von uns erschlossen" in texts(figure).replace(f"<br>{evaluations.INDENT}", " ")


def test_statement_says_until_when_and_with_which_results() -> None:
    words = texts(evaluations.by_level(frame(LAND), PLACES))

    assert "bis Mai, Jahr nicht genannt" in words.replace(f"<br>{evaluations.INDENT}", " ")
    assert "Ergebnisse: noch keine" in words.replace(f"<br>{evaluations.INDENT}", " ")


def test_mark_leads_to_its_evidence() -> None:
    found = marks(evaluations.by_level(frame(LOCAL), PLACES))

    assert found["findet nicht statt"].customdata == (keyed("evaluations", 1),)


def test_levels_have_headings_and_places_labels() -> None:
    figure = evaluations.by_level(frame(LAND, LOCAL), PLACES)

    titles = [note.text for note in figure.layout.annotations]
    assert [title.partition("<br>")[0] for title in titles] == [
        "<b>Ebene Land</b>",
        "<b>Ebene Kreis oder kreisfreie Stadt</b>",
        "<b>Ebene vor Ort (kreisangehörige Stadt",
    ]
    assert list(figure.layout.yaxis.ticktext) == [
        "Nordrhein-<br>Westfalen",
        "Kreis<br>Steinfurt",
        "Rheine",
    ]


def test_nothing_shows_every_place_as_unknown() -> None:
    assert set(marks(evaluations.by_level(frame(), PLACES))) == {"nichts bekannt"}
    assert not marks(evaluations.by_level(frame(), ()))
