"""Roles and organisations as matrix and as flow: directions, unknown, unproven, nothing cut off."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kim.tables import package
from ui.figures import carriers, flow
from ui.figures.style import keyed

COLUMNS = [
    *("place", "region", "module", "organisation", "organisation_name", "organisation_kind"),
    *("role", "counterpart_name", "area", "held_from", "fact", "basis", "note"),
    "is_read_from_text",
]
PLACES = (("05566", "Kreis Steinfurt"), ("05566076", "Rheine"))
GRANT = {
    "place": "Kreis Steinfurt",
    "region": "05566",
    "organisation": "kreis-steinfurt",
    "organisation_name": "Kreis Steinfurt",
    "organisation_kind": "district",
    "role": "receives_grant",
    "held_from": pd.Timestamp("2021-01-01"),
    "fact": 1,
    "basis": "stated",
    "is_read_from_text": True,
}
PASSED_ON = GRANT | {"role": "passes_on_grant", "counterpart_name": "Stadt Rheine", "fact": 2}
UNPROVEN = GRANT | {
    "place": "Rheine",
    "region": "05566076",
    "module": "3",
    "organisation": "amt",
    "organisation_name": "Lernen fördern e. V.",
    "organisation_kind": "welfare_association",
    "role": "employs",
    "held_from": pd.NaT,
    "fact": 3,
    "is_read_from_text": False,
}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS).astype({"held_from": "datetime64[us]"})


def texts(figure: go.Figure) -> list[str]:
    return [text for trace in figure.data if trace.text is not None for text in trace.text]


def test_role_without_organisation_is_named_as_unknown() -> None:
    matrix = carriers.by_role(frame(GRANT), PLACES)

    money, *others = matrix.rows[0].cells
    assert [(each.heading, each.words, bool(each.fact)) for each in money] == [
        ("empfängt die Zuwendung", "Kreis Steinfurt", True),
        ("leitet die Zuwendung weiter", "nicht genannt", False),
    ]
    assert others == [(), (), ()]
    assert matrix.rows[1].cells[0][0].words == "hier nichts bekannt; siehe Kreis Steinfurt"
    assert not any(matrix.rows[1].cells[1:])


def test_unproven_entry_stands_in_parentheses_and_leads_to_its_evidence() -> None:
    entry = carriers.by_role(frame(UNPROVEN), PLACES).rows[1].cells[2][0]

    assert entry.words == "(Lernen fördern e. V.)"
    assert entry.fact == keyed("carriers", 3)
    assert entry.detail == "Baustein 3"


def test_entry_says_towards_whom_and_since_when() -> None:
    entry = carriers.by_role(frame(PASSED_ON), PLACES).rows[0].cells[0][1]

    assert entry.detail == "→ Stadt Rheine · 2021"


def test_matrix_has_every_role_once() -> None:
    roles = [role for roles in carriers.ROLES_OF_FLOW.values() for role in roles]

    assert sorted(roles) == sorted(package().vocabularies["carrier_role"])


def test_money_flows_towards_who_receives_it() -> None:
    figure = flow.flow(frame(GRANT, PASSED_ON))

    symbols = [trace.marker.symbol for trace in figure.select_traces({"mode": "markers"})]
    assert symbols == [("triangle-left", "triangle-right")]
    assert "<b>Geldgeber nicht<br>genannt</b>" in texts(figure)
    assert "<b>Stadt Rheine</b>" in texts(figure)


def test_unproven_arrow_is_dotted_and_explained() -> None:
    figure = flow.flow(frame(GRANT, UNPROVEN))

    assert "(stellt an)" in texts(figure)
    dotted = [
        trace for trace in figure.select_traces({"mode": "lines"}) if trace.line.dash == "dot"
    ]
    assert any(len(trace.x) == 3 for trace in dotted)
    assert any(trace.name == flow.UNSURE for trace in figure.data)
    assert all(trace.name != flow.UNSURE for trace in flow.flow(frame(GRANT)).data)


def test_every_arrow_leads_to_its_evidence() -> None:
    figure = flow.flow(frame(GRANT, PASSED_ON, UNPROVEN))

    carried = {key for trace in figure.data for key in (trace.customdata or ())}
    assert carried == {keyed("carriers", fact) for fact in (1, 2, 3)}


def test_lines_fit_a_narrow_screen() -> None:
    figure = flow.flow(frame(UNPROVEN))

    lines = [line for text in texts(figure) for line in text.replace("<b>", "").split("<br>")]
    assert max(len(line.replace("</b>", "")) for line in lines) <= flow.LETTERS_RIGHT
    assert "Einbürgerungs-" in " ".join(lines)
    assert any("e.\u00a0V." in line for line in lines)


def test_flow_of_nothing_is_empty() -> None:
    figure = flow.flow(frame())

    assert texts(figure) == []
