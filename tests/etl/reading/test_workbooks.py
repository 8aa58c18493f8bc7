"""XLSX: typed cells, sheets, error values, our own download."""

import io
from datetime import date, datetime

import pandas as pd
import pytest
from xlsxwriter import Workbook

from etl.reading import Decisions
from kim import exports
from kim.tables import package
from tests.etl.reading.dropped import Dropped, drop, table_of, workbook

POSITIONS = package().tables["positions"]


def drop_typed(
    *changes: dict[str, object], table: str = "positions", choices: Decisions | None = None
) -> Dropped:
    """Rows with typed cells in place of the sample's."""
    heading, *rows = table_of(*(dict.fromkeys(each, "") for each in changes), table=table)
    typed = [
        [change.get(name, cell) for name, cell in zip(heading, row, strict=True)]
        for change, row in zip(changes, rows, strict=True)
    ]
    return drop(workbook({"Daten": [heading, *typed]}), table, choices or Decisions("positions"))


@pytest.mark.parametrize(
    ("column", "cell", "name", "text"),
    [
        ("Anzahl", 1.9, "quantity", "1.9"),
        ("Anzahl", 1900, "quantity", "1900"),
        ("Anzahl", 0, "quantity", "0"),
        ("Anzahl", 0.1 + 0.2, "quantity", "0.3"),
        ("Anzahl", 1e-7, "quantity", "0.0000001"),
        ("Anzahl", "1,9", "quantity", "1.9"),
        ("Baustein", 2, "module", "2"),
        ("Ort", 5566076, "region", "05566076"),
        ("Stand am", date(2022, 11, 1), "as_of", "2022-11-01"),
        ("Stand am", 2022, "as_of", "2022"),
        ("Absatz", 3, "paragraph", "3"),
        ("Fundstelle", 1.9, "anchor", "1,9"),
        ("Fundstelle", 12, "anchor", "12"),
        ("Fundstelle", True, "anchor", "WAHR"),
        ("Fundstelle", date(2022, 11, 1), "anchor", "01.11.2022"),
        ("Fundstelle", datetime(2022, 11, 1, 8, 30), "anchor", "01.11.2022 08:30:00"),  # noqa: DTZ001
        ("Fundstelle", "'n Abend", "anchor", "'n Abend"),
    ],
)
def test_typed_cells(column: str, cell: object, name: str, text: str) -> None:
    got = drop_typed({column: cell})
    assert (got.findings, got.questions, got.column(name)) == ([], [], [text])


def test_a_number_that_excel_made_a_date_is_found() -> None:
    got = drop_typed({"Anzahl": date(2022, 9, 1)})
    assert [(f.kind, f.value) for f in got.findings] == [("number", "01.09.2022")]


def test_a_row_of_zeros_is_no_blank_row() -> None:
    heading, row = table_of({})
    got = drop(workbook({"Daten": [heading, [0.0], row]}))
    assert [(f.kind, f.line, f.value) for f in got.findings] == [("row_lacks", 2, "0")]
    assert got.lines == [3]


def test_the_first_sheet_or_the_chosen_one() -> None:
    book = workbook({"Hinweise": [["a"]], "Leer": [], "Daten": table_of({}), "Mehr": [["b"]]})
    got = drop(book)
    assert (got.findings, got.reading.sheet, len(got.rows)) == ([], "Daten", 1)
    assert [(r.kind, r.before, r.after) for r in got.repairs] == [
        ("sheet_skipped", "„Hinweise“, „Leer“", "Daten")
    ]
    got = drop(book, choices=Decisions("positions", sheet="Daten"))
    assert (got.findings, got.reading.sheet, got.reading.sheets) == (
        [],
        "Daten",
        ["Hinweise", "Leer", "Daten", "Mehr"],
    )
    assert got.repairs == []
    missing = drop(book, choices=Decisions("positions", sheet="Nirgends"))
    assert [(f.kind, f.value, f.expected) for f in missing.findings] == [
        ("sheet_missing", "Nirgends", "Hinweise, Leer, Daten, Mehr")
    ]
    assert missing.reading.sheets == ["Hinweise", "Leer", "Daten", "Mehr"]


def test_a_workbook_without_a_heading_offers_its_sheets() -> None:
    book = workbook({"Übersicht": [["a"]], "Daten": [["b"]]})
    for choices, sheet in (
        (Decisions("positions"), "Übersicht"),
        (Decisions("positions", sheet="Daten"), "Daten"),
    ):
        got = drop(book, choices=choices)
        assert [f.kind for f in got.findings] == ["heading_missing"]
        assert (got.reading.sheets, got.reading.sheet) == (["Übersicht", "Daten"], sheet)


def test_a_cover_that_is_too_wide_is_skipped_too() -> None:
    book = workbook({"Übersicht": [["x"] * 300], "Daten": table_of({})})
    assert (drop(book).findings, drop(book).reading.sheet) == ([], "Daten")
    alone = drop(workbook({"Übersicht": [["x"] * 300]}))
    assert [f.kind for f in alone.findings] == ["cells_surplus"]
    assert alone.reading.sheets == ["Übersicht"]


def test_lines_are_the_rows_of_the_sheet() -> None:
    got = drop(workbook({"Daten": [["Titel"], [], *table_of({}, {"Anzahl": "1.9"})]}, first_row=4))
    assert (got.reading.heading_line, got.lines) == (7, [8, 9])
    assert [f.line for f in got.findings] == [9]


def test_error_values_are_not_empty_cells() -> None:
    heading, row = table_of({})
    out = io.BytesIO()
    with Workbook(out) as book:
        book.add_worksheet("Leer")
        sheet = book.add_worksheet("Daten")
        sheet.write_row(0, 1, heading)
        sheet.write_row(1, 1, row)
        sheet.write_formula(1, 1 + heading.index("Anzahl"), "=1/0", None, "#DIV/0!")
        sheet.write_formula(1, 1 + heading.index("Stand am"), "=A9", None, "#REF!")
        sheet.write_formula(1, 1 + heading.index("Fundstelle"), "=A9", None, "ja")
    got = drop(out.getvalue(), choices=Decisions("positions", sheet="Daten"))
    assert [(f.kind, f.line, f.column, f.value) for f in got.findings] == [
        ("cell_error", 2, "Anzahl", "#DIV/0!"),
        ("cell_error", 2, "Stand am", "#REF!"),
    ]
    assert got.column("anchor") == ["ja"]


def test_a_share_of_one_in_percent_is_asked() -> None:
    rows = {"Betrag ab": 0.75, "Einheit": "Prozent", "Genauigkeit": "genau"}
    got = drop_typed(rows, table="funding")
    assert [(q.kind, q.field, q.value, q.options) for q in got.questions] == [
        ("percent", "amount_min", "0,75", {"share": "75 Prozent", "percent": "0,75 Prozent"})
    ]
    for answer, value in (("share", "75"), ("percent", "0.75")):
        choices = Decisions("positions", percent={"amount_min": answer})
        answered = drop_typed(rows, table="funding", choices=choices)
        assert (answered.questions, answered.column("amount_min")) == ([], [value])
    one = drop_typed(rows | {"Betrag ab": 1}, table="funding")
    assert [q.options for q in one.questions] == [{"share": "100 Prozent", "percent": "1 Prozent"}]
    euro = drop_typed(rows | {"Einheit": "Euro"}, table="funding")
    assert euro.questions == []


def test_our_own_download_is_read_back() -> None:
    frame = pd.DataFrame(
        {
            "place": ["Rheine", "Kreis Steinfurt"],
            "region": ["05566076", "05566"],
            "module": ["2", None],
            "quantity": [1.9, 1900.0],
            "certainty": ["exact", "about"],
            "unit": ["posts", "persons"],
            "measure": ["total", "increase"],
            "status": ["planned", "filled"],
            "as_of": ["2022-11", "2022"],
            "source": ["vermerk-2023", "vermerk-2023"],
            "paragraph": pd.array([22, pd.NA], dtype="Int64"),
            "anchor": ["=1+1", "12/2021"],
            "basis": ["stated", "stated"],
        }
    )
    files = [
        exports.xlsx(frame, POSITIONS, pd.DataFrame({"source": ["vermerk-2023"]}), []),
        exports.csv_for_excel(frame, POSITIONS),
        exports.csv_for_machines(frame, POSITIONS),
    ]
    expected = exports.csv_for_machines(frame, POSITIONS).decode().splitlines()[1:]
    assert expected[0].startswith("05566076,2,1.9,exact")
    for file in files:
        got = drop(file)
        assert got.findings == got.questions == got.repairs == got.reading.left_out == []
        assert got.column("quantity") == ["1.9", "1900"]
        assert got.column("as_of") == ["2022-11", "2022"]
        assert got.column("anchor") == ["=1+1", "12/2021"]
        assert got.column("paragraph") == ["22", ""]
        assert got.column("status") == ["planned", "filled"]
