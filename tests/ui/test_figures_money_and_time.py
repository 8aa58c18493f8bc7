"""Sheets of money, steering, time and promises: units, unknown, unproven, spans, nothing cut off."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from ui.figures import commitments, funding, governance, lanes, timeline
from ui.figures.sheet import MOST_LETTERS
from ui.figures.style import keyed

TODAY = date(2026, 11, 22)
FACT: dict[str, Any] = {
    "place": "Rheine",
    "region": "05566076",
    "fact": 1,
    "module": None,
    "basis": "stated",
    "note": None,
    "as_of": None,
    "held_from": pd.Timestamp("2021-01-01"),
    "source_title": "Niederschrift",
    "source_date": "2021",
    "is_read_from_text": True,
}
AMOUNT = FACT | {
    "item": "Eigenanteil",
    "amount_min": 7000.0,
    "amount_max": 10000.0,
    "unit": "eur_per_post",
    "period": None,
    "payer": None,
    "recipient": None,
    "certainty": "about",
}
UNNAMED = AMOUNT | {"amount_min": None, "amount_max": None, "certainty": "unknown", "fact": 2}
EVENT = FACT | {"date": "2022", "event": "Beginn", "state": "done", "kind": None}
PROMISE = FACT | {
    "made_by": "Verwaltung",
    "made_to": "Sozialausschuss",
    "promise": "Bericht vorlegen",
    "due": "2023",
    "recurrence": "once",
    "state": "open",
    "kept_by": None,
    "read_until": "2023",
}
PATH = AMOUNT | {
    "fact_table": "carriers",
    "item": "empfängt die Zuwendung",
    "payer_name": None,
    "payer_kind": None,
    "recipient_name": "Kreis Steinfurt",
    "recipient_kind": "district",
}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(rows[0]))


def texts(figure: go.Figure) -> list[str]:
    """All texts drawn, each broken text as one line."""
    drawn = [each for trace in figure.data for each in trace.text or () if each]
    return [" ".join(re.sub("[\u2002\u2003]", "", each).split("<br>")) for each in drawn]


def marks(figure: go.Figure) -> dict[str, tuple[str, str]]:
    """Symbol and fill of every mark by the fact it leads to."""
    return {
        key: (symbol, fill)
        for trace in figure.data
        if trace.customdata is not None and trace.marker.symbol is not None
        for key, symbol, fill in zip(
            trace.customdata, trace.marker.symbol, trace.marker.color, strict=True
        )
    }


def axis_titles(figure: go.Figure) -> list[str]:
    layout = figure.to_dict()["layout"]
    axes = [layout[name] for name in layout if name.startswith("xaxis")]
    return [axis["title"]["text"] for axis in axes if axis.get("visible", True) and "title" in axis]


def test_each_unit_has_an_axis_of_its_own() -> None:
    yearly = AMOUNT | {"unit": "eur_per_year", "fact": 3}

    figure = funding.amounts(frame(AMOUNT, yearly))

    assert sorted(axis_titles(figure)) == ["Euro je Jahr", "Euro je Stelle"]


def test_land_and_places_share_no_axis() -> None:
    land = AMOUNT | {"region": "05", "place": "Nordrhein-Westfalen", "fact": 3}

    assert len(axis_titles(funding.amounts(frame(AMOUNT, land)))) == 2


def test_range_names_both_ends_and_says_that_no_period_is_named() -> None:
    figure = funding.amounts(frame(AMOUNT))

    assert "ca. 7.000 – 10.000 Euro je Stelle · Eigenanteil" in texts(figure)
    assert "Zeitraum nicht genannt" in texts(figure)
    ends = [
        x
        for trace in figure.data
        if trace.customdata == (keyed("funding", 1),) * 2
        for x in trace.x
    ]
    assert ends == [7000, 10000]


def test_unknown_amount_is_named_and_no_zero() -> None:
    figure = funding.amounts(frame(AMOUNT, UNNAMED))

    assert marks(figure)[keyed("funding", 2)][0] == "x-thin"
    assert "Betrag nicht genannt · Eigenanteil" in texts(figure)


def test_nothing_but_unknown_amounts_needs_no_axis() -> None:
    assert axis_titles(funding.amounts(frame(UNNAMED))) == []


@pytest.mark.parametrize("doubt", [{"is_read_from_text": False}, {"basis": "claimed"}])
def test_unsure_amount_is_hollow_and_in_parentheses(doubt: dict[str, object]) -> None:
    figure = funding.amounts(frame(AMOUNT | doubt))

    assert marks(figure)[keyed("funding", 1)] == ("diamond", "white")
    assert any(each.startswith("(ca. 7.000") for each in texts(figure))


def test_same_amount_in_two_documents_is_one_line() -> None:
    figure = funding.amounts(frame(AMOUNT, AMOUNT | {"fact": 9, "as_of": "2022"}))

    assert any("so in 2 Dokumenten" in each for each in texts(figure))


def test_zero_is_an_amount() -> None:
    nothing = AMOUNT | {"amount_min": 0.0, "amount_max": 0.0, "certainty": "exact"}

    assert "0 Euro je Stelle · Eigenanteil" in texts(funding.amounts(frame(nothing)))


def test_way_of_money_shows_an_unnamed_payer_as_unknown() -> None:
    figure = funding.paths(frame(PATH))

    assert "?" in texts(figure)
    assert "Kreis Steinfurt" in texts(figure)
    assert keyed("carriers", 1) in marks(figure)


def test_year_is_a_span_and_a_day_is_not() -> None:
    assert lanes.days("2022") == (date(2022, 1, 1), date(2022, 12, 31))
    assert lanes.days("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert lanes.days("2022-11-01") == (date(2022, 11, 1), date(2022, 11, 1))
    assert lanes.days("--05") is None
    figure = timeline.over_time(frame(EVENT, EVENT | {"date": "2021-05-03", "fact": 2}), TODAY)
    spans = [trace.x for trace in figure.data if trace.mode == "lines"]
    assert spans == [(date(2022, 1, 1), date(2022, 12, 31))]


def test_expected_differs_from_done_by_symbol_and_word() -> None:
    expected = EVENT | {"state": "expected", "fact": 2}

    figure = timeline.over_time(frame(EVENT, expected), TODAY)

    assert marks(figure)[keyed("milestones", 1)][0] != marks(figure)[keyed("milestones", 2)][0]
    assert "2022 · erwartet: Beginn" in texts(figure)
    assert any("Termin ist vorbei" in each for each in texts(figure))


def test_today_is_marked_on_every_lane() -> None:
    other = EVENT | {"place": "Hilden", "region": "05158016", "fact": 2}

    figure = timeline.over_time(frame(EVENT, other), TODAY)

    assert texts(figure).count("Stand 22.11.2026") == 2


def test_marks_of_one_lane_do_not_cover_each_other() -> None:
    rows = [EVENT | {"fact": number} for number in range(1, 6)]

    figure = timeline.over_time(frame(*rows), TODAY)

    lane = next(trace for trace in figure.data if trace.xaxis == "x2" and trace.customdata)
    assert len(set(lane.y)) == len(rows)


def test_decision_says_how_it_was_made() -> None:
    decision = FACT | {"body": "Integrationsrat", "subject": "Bericht", "kind": "recommended"}
    decision |= {
        "addressed_to": "Sozialausschuss",
        "vote": "einstimmig",
        "conditions": None,
        "date": None,
    }

    figure = timeline.decisions(frame(decision))

    assert "Integrationsrat · empfohlen: Bericht" in texts(figure)
    assert "Gerichtet an: Sozialausschuss" in texts(figure)
    assert "Datum nicht genannt" in texts(figure)


def test_open_promise_says_until_when_was_read() -> None:
    figure = commitments.promises(frame(PROMISE), TODAY)

    assert "fällig: 2023, Termin vorbei" in texts(figure)
    assert any("In den Dokumenten bis 2023" in each for each in texts(figure))


def test_kept_promise_stands_in_another_column_and_names_what_kept_it() -> None:
    kept = PROMISE | {"state": "kept", "kept_by": "Bericht von 2023", "fact": 2}

    figure = commitments.promises(frame(PROMISE, kept), TODAY)

    placed = next(trace for trace in figure.data if trace.marker.symbol is not None)
    assert placed.x[0] < placed.x[1]
    assert "Eingelöst durch: Bericht von 2023" in texts(figure)


def test_yearly_duty_reaches_from_its_document_to_today() -> None:
    figure = commitments.due_dates(frame(PROMISE | {"recurrence": "yearly", "due": None}), TODAY)

    spans = [trace.x for trace in figure.data if trace.mode == "lines"]
    assert spans == [(date(2021, 1, 1), TODAY)]


def test_bodies_of_one_name_are_one_mark_with_all_their_tasks() -> None:
    body = FACT | {"body": "Lenkungsgruppe", "level": "strategic", "host_name": "Kreis Mettmann"}
    body |= {"members": None, "task": "Ziele", "frequency": None, "state": "exists"}

    figure = governance.bodies(frame(body, body | {"task": "Beschlüsse", "fact": 2}))

    assert list(marks(figure)) == [keyed("bodies", 1)]
    assert "Sitz: Kreis Mettmann" in texts(figure)
    assert "Aufgaben: Ziele; Beschlüsse" in texts(figure)


def test_instrument_in_two_states_is_one_line_with_two_marks() -> None:
    tool = FACT | {"label": "Zusteuerung", "kind": "method", "purpose": None, "state": "in_use"}

    figure = governance.instruments(frame(tool, tool | {"state": "in_development", "fact": 2}))

    assert len(marks(figure)) == 2
    assert texts(figure).count("Rheine: Zusteuerung") == 1


def test_long_words_are_broken_and_markup_is_plain() -> None:
    event = "<b>Sehr</b> " + "lange Beschreibung " * 12

    figure = timeline.over_time(frame(EVENT | {"event": event}), TODAY)

    drawn = [
        line
        for trace in figure.data
        for each in trace.text or ()
        for line in (each or "").split("<br>")
    ]
    assert any("&lt;b&gt;" in line for line in drawn)
    assert max(len(line) for line in drawn) <= MOST_LETTERS + len("&lt;&gt;" * 2)


@pytest.mark.parametrize(
    ("draw", "row", "arguments"),
    [
        (funding.amounts, AMOUNT, ()),
        (funding.missing, AMOUNT, ()),
        (funding.paths, PATH, ()),
        (timeline.over_time, EVENT, (TODAY,)),
        (timeline.undated, EVENT, ()),
        (commitments.promises, PROMISE, (TODAY,)),
        (commitments.due_dates, PROMISE, (TODAY,)),
        (governance.bodies, FACT | {"level": "strategic"}, ()),
        (governance.instruments, FACT | {"kind": "method"}, ()),
        (governance.objectives, FACT | {"kind": "goal"}, ()),
    ],
)
def test_nothing_known_is_an_empty_sheet(
    draw: Callable[..., go.Figure], row: dict[str, Any], arguments: tuple[date, ...]
) -> None:
    assert draw(frame(row).iloc[:0], *arguments).layout.height > 0
