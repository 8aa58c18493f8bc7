"""Each kind of finding, repair and question of the tolerant reader comes out of a real file."""

import pytest

from etl.reading import Decisions, QuestionKind, Repair, RepairKind
from tests.etl.reading import test_child_process, test_what_is_seen
from tests.etl.reading.cases import CASES, ELSEWHERE, SMALL, Case
from tests.etl.reading.dropped import SAMPLES, drop, drop_cells, excel, table_of, workbook
from tests.etl.reading.test_number_formats import of_one_cell

PERCENT = {"Betrag ab": 0.75, "Einheit": "Prozent", "Genauigkeit": "genau"}
SHARE = workbook(
    {"Daten": [list(SAMPLES["funding"] | PERCENT), list((SAMPLES["funding"] | PERCENT).values())]}
)
CELLS = {
    RepairKind.SIGN_EMPTY: ("positions", {"Stand am": "."}),
    RepairKind.SIGN_ZERO: ("positions", {"Anzahl": "–"}),
    RepairKind.BRACKET: ("positions", {"Anzahl": "(7)", "Genauigkeit": ""}),
    RepairKind.HEDGE: ("positions", {"Anzahl": "ca. 7", "Genauigkeit": ""}),
    RepairKind.RANGE: ("funding", {"Betrag ab": "7000–10000"}),
    RepairKind.UNIT: ("positions", {"Anzahl": "7 Stellen"}),
    RepairKind.UNIT_OWN: ("target_groups", {"Älter als": "65 Jahre"}),
    RepairKind.REGION_ZERO: ("positions", {"Ort": "5566076"}),
    RepairKind.REGION_WRITTEN: ("positions", {"Ort": "05 566 076"}),
    RepairKind.REGION_LONG: ("positions", {"Ort": "055660000076"}),
    RepairKind.REGION_NAME: ("positions", {"Ort": "Rheine"}),
    RepairKind.DATE: ("positions", {"Stand am": "2. Hj. 2023"}),
    RepairKind.NAME: ("positions", {"Anstellungsträger": "Stadt Rheine"}),
    RepairKind.SYNONYM: ("positions", {"Stand der Einrichtung": "nicht besetzt"}),
    RepairKind.UNSEEN: ("positions", {"Stand am": "\u200b2022"}),
    RepairKind.DEADLINE: ("positions", {"Befristet bis": "befristet bis 31.12.2025"}),
    RepairKind.PAY_GROUP: ("positions", {"Entgeltgruppe": "EG 9b"}),
}
HEADING, ROW = table_of({})
FILES = {
    RepairKind.ROWS_ABOVE: excel([["Bericht"], HEADING, ROW]),
    RepairKind.SUM_ROW: excel([HEADING, ROW, ["Summe"]]),
    RepairKind.ROW_BELOW: excel([HEADING, ROW, ["* ohne Elternzeit"]]),
    RepairKind.HEADING_AGAIN: excel([HEADING, ROW, HEADING, ROW]),
    RepairKind.OTHER_TABLE: excel([["Thema", *HEADING], ["Stellen", *ROW], ["Gremien", *ROW]]),
    RepairKind.SHEET_SKIPPED: workbook({"Hinweise": [["a"]], "Daten": [HEADING, ROW]}),
}
REPAIRED_ELSEWHERE = {
    RepairKind.ROWS_HIDDEN: "test_hidden_rows_are_left_out_and_said",
    RepairKind.COLUMNS_HIDDEN: "test_hidden_columns_are_left_out_and_said",
    RepairKind.SHEET_HIDDEN: "test_a_hidden_sheet_is_not_read_unless_it_is_chosen",
    RepairKind.SHEET_OTHER: "test_two_sheets_of_the_same_table_are_asked_and_the_other_one_is_said",
    RepairKind.NOTES: "test_notes_at_cells_are_said",
    RepairKind.MERGED: "test_a_merged_cell_counts_for_all_rows_it_covers",
}
ASKED = {
    QuestionKind.SHEET: (workbook({"A": [HEADING, ROW], "B": [HEADING, ROW]}), "positions"),
    QuestionKind.ENCODING: (excel(table_of({"Fundstelle": "Łódź"}), "cp1250"), "positions"),
    QuestionKind.HEADING: (excel([[*HEADING[:4], "Einheiten", *HEADING[5:]], ROW]), "positions"),
    QuestionKind.NUMBER: (excel(table_of({"Anzahl": "1.900"})), "positions"),
    QuestionKind.PERCENT: (SHARE, "funding"),
    QuestionKind.DATE: (excel(table_of({"Stand am": "2011/12"})), "positions"),
    QuestionKind.ROUNDED: (of_one_cell("Anzahl", 1.5, "0", "positions"), "positions"),
}


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_a_faulty_file_is_found(case: Case) -> None:
    got = drop(case.content, case.table, case.choices, SMALL)
    assert got.findings == [case.finding]
    assert "{" not in str(case.finding)


def test_the_other_kinds_are_tested_elsewhere() -> None:
    names = {*dir(test_child_process), *dir(test_what_is_seen)}
    assert names.issuperset(ELSEWHERE.values())


@pytest.mark.parametrize("kind", RepairKind)
def test_every_repair_has_a_sentence(kind: RepairKind) -> None:
    sentence = Repair(kind, 3, "Anzahl", "vorher", "nachher", 2).sentence
    assert "{" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("kind", RepairKind)
def test_every_repair_comes_out_of_a_file(kind: RepairKind) -> None:
    if kind in REPAIRED_ELSEWHERE:
        assert hasattr(test_what_is_seen, REPAIRED_ELSEWHERE[kind])
        return
    if kind in CELLS:
        table, cells = CELLS[kind]
        got = drop_cells(cells, table=table)
    elif kind in FILES:
        got = drop(FILES[kind])
    else:
        assert kind is RepairKind.SHARE
        decisions = Decisions("funding", percent={"amount_min": "share"})
        got = drop(SHARE, "funding", decisions)
    assert kind in [each.kind for each in got.repairs]
    assert got.findings == []


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_question_comes_out_of_a_file(kind: QuestionKind) -> None:
    content, table = ASKED[kind]
    assert [each.kind for each in drop(content, table).questions] == [kind]
