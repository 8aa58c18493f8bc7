"""Target groups as matrix: criteria, who defined them, counting rules apart, countries in full."""

from typing import Any

import pandas as pd

from ui.figures import target_groups

COLUMNS = [
    *("place", "region", "module", "label", "dimension", "inclusion", "age_over", "arrived_after"),
    *("legal_basis", "countries", "defined_by", "held_from", "fact", "basis", "is_read_from_text"),
]
PLACES = (("05158", "Kreis Mettmann"), ("05566", "Kreis Steinfurt"))
GROUP = {
    "place": "Kreis Mettmann",
    "region": "05158",
    "label": "Geduldete über 27 Jahre",
    "dimension": "residence_status",
    "inclusion": "primary",
    "age_over": 27,
    "legal_basis": "§ 25a AufenthG; § 25b AufenthG",
    "defined_by": "Lenkungsgruppe",
    "fact": 1,
    "basis": "stated",
    "is_read_from_text": True,
}
ORIGIN = GROUP | {
    "label": "Zugewanderte aus Südosteuropa",
    "dimension": "origin",
    "countries": "; ".join(f"Land {number}" for number in range(1, 17)),
    "fact": 2,
}
RULE = GROUP | {
    "region": "05566",
    "inclusion": "counting_rule",
    "dimension": "arrival",
    "arrived_after": "2016-06-01",
    "fact": 3,
    "is_read_from_text": False,
}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS).astype({"held_from": "datetime64[us]"})


def test_criteria_stand_in_a_fixed_order_and_only_when_named() -> None:
    matrix = target_groups.by_criterion(frame(ORIGIN, GROUP), PLACES)

    assert matrix.heads == ("Aufenthaltsstatus", "Herkunft")
    assert [row.head for row in matrix.rows] == ["Kreis Mettmann", "Kreis Steinfurt"]
    assert matrix.rows[1].is_silent


def test_group_says_age_paragraphs_and_who_defined_it() -> None:
    entry = target_groups.by_criterion(frame(GROUP), PLACES).rows[0].cells[0][0]

    assert entry.sign == "●"
    assert "vorrangig" in entry.detail
    assert "älter als 27 Jahre" in entry.detail
    assert "§ 25a AufenthG und § 25b AufenthG" in entry.detail
    assert "festgelegt von: Lenkungsgruppe" in entry.detail


def test_counting_rule_has_its_own_sign_and_word() -> None:
    entry = target_groups.by_criterion(frame(RULE), PLACES).rows[1].cells[0][0]

    assert entry.sign == "#"
    assert entry.words.startswith("(")
    assert "nur Zählregel" in entry.detail
    assert "eingereist nach dem 01.06.2016" in entry.detail


def test_all_sixteen_countries_are_listed() -> None:
    (row,) = target_groups.countries(frame(GROUP, ORIGIN)).rows

    assert [entry.words for entry in row.cells[0]] == [f"Land {n}" for n in range(1, 17)]
    assert "16 Einträge" in row.head


def test_nothing_gives_an_empty_matrix() -> None:
    matrix = target_groups.by_criterion(frame(), PLACES)

    assert matrix.heads == ()
    assert all(row.is_silent for row in matrix.rows)
    assert target_groups.countries(frame()).rows == ()
