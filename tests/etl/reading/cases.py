"""A real faulty file for each kind of finding that only the tolerant reader knows."""

import io
import zipfile
from dataclasses import dataclass

from etl.reading import Decisions, Limits
from kim.findings import Finding, FindingKind
from tests.etl.reading.dropped import NAME, excel, table_of, text, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SMALL = Limits(
    most_bytes=20_000, most_columns=40, most_characters_per_cell=1_000, most_unpacked_bytes=50_000
)
TITLES = (
    "Ort, Baustein, Aufgabe, Anzahl, Genauigkeit, Einheit, Maß, Stand der Einrichtung, "
    "Anstellungsträger, Arbeitsplatz, Gebiet, Befristet bis, Entgeltgruppe, Stand am, Quelle, "
    "Absatz, Fundstelle, Grundlage, Anmerkung, Kennung"
)


@dataclass(frozen=True)
class Case:
    """A file, what is chosen for it, and what is found: line, column, value, expected."""

    kind: str
    content: bytes
    line: int | None = None
    column: str = ""
    value: str = ""
    expected: str = ""
    table: str = "positions"
    choices: Decisions = Decisions("positions")  # noqa: RUF009 (frozen)

    @property
    def finding(self) -> Finding:
        return Finding(
            FindingKind(self.kind), NAME, self.line, self.column, self.value, self.expected
        )


def cell(kind: str, column: str, value: str, expected: str = "", table: str = "positions") -> Case:
    """One faulty cell in line 2."""
    content = excel(table_of({column: value}, table=table), "utf-8")
    return Case(kind, content, 2, column, value, expected, table)


def _unpacking() -> bytes:
    out = io.BytesIO(workbook({"Daten": table_of({})}))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", bytes(100_000))
    return out.getvalue()


HEADING, ROW = table_of({})
LACKING = "Genauigkeit, Einheit, Maß, Stand der Einrichtung, …"
WIDE = [f"Spalte {number}" for number in range(40)]
CASES = [
    Case("file_large", b"x" * 20_001, expected="0.02"),
    Case("no_text", b"%PDF-1.7", expected="ein PDF"),
    Case("encoding_unknown", text([HEADING]).encode("utf-32"), expected="sie ist UTF-32"),
    Case("nul_character", text([HEADING, ["a\0b"]]).encode("utf-16"), 2, "Ort", "a\ufffdb"),
    Case("garbled", text([HEADING, ["GrÃ¶ÃŸe"]]).encode(), 2, "Ort", "GrÃ¶ÃŸe"),
    Case(
        "other_format",
        b"<html>",
        expected="eine Internetseite (HTML), auch wenn ihr Name anders endet",
    ),
    Case("to_export", b'{"doc_id": "1"}', expected="eine Verknüpfung zu Google Tabellen"),
    Case("packed", b"Rar!\x1a\x07", expected="ein Archiv (RAR)"),
    Case("rows_missing", excel([["Bericht"], HEADING]), 2),
    Case("row_lacks", excel([HEADING, ["05566"], ROW]), 2, value="05566", expected=LACKING),
    Case("row_between", excel([HEADING, ["* ohne Elternzeit"], ROW]), 2, value="* ohne Elternzeit"),
    Case("sum_between", excel([HEADING, ["Ergebnis", "", "9"], ROW]), 2, value="Ergebnis"),
    Case("row_under_heading", excel([HEADING, ["", "", "in VZÄ"], ROW]), 2, value="in VZÄ"),
    Case(
        "heading_other",
        excel([HEADING, ROW, HEADING[::-1]]),
        3,
        value="Grundlage; Fundstelle; Quelle …",
    ),
    Case("cells_missing", excel([HEADING, ROW[1:]]), 2, "Ort", expected="11"),
    Case("cells_surplus", excel([HEADING, ["", *ROW]]), 2, "Baustein", expected="11"),
    Case("workbook_locked", OLE + "EncryptedPackage".encode("utf-16-le")),
    Case("workbook_broken", workbook({"Daten": [HEADING, ROW]})[:-100]),
    Case("workbook_large", _unpacking(), expected="0.05"),
    Case(
        "sheet_missing",
        workbook({"Daten": [HEADING, ROW]}),
        value="Blatt",
        expected="Daten",
        choices=Decisions("positions", sheet="Blatt"),
    ),
    Case("heading_missing", b"Farbe;Form\nrot;rund\n", expected=TITLES),
    Case("columns_many", excel([[*HEADING, *WIDE]]), 1, value="51", expected="40"),
    Case("column_unnamed", excel([[*HEADING, ""], [*ROW, "x"]]), 2, value="L"),
    Case("cell_long", excel([HEADING, ["x" * 1_001]]), 2, expected="1000"),
    cell("cell_error", "Anzahl", "#NV"),
    cell("range", "Anzahl", "5–7", "eine Zahl"),
    cell("hedge", "Anzahl", "ca. 7", "ungefähr"),
    cell("hedge_homeless", "Älter als", "ca. 65", "ungefähr", "target_groups"),
    cell("unit", "Anzahl", "7 €", "Euro"),
    cell("year_short", "Stand am", "01.11.22", "01.11.2022"),
    cell("key_rounded", "Ort", "5,57E+06"),
    cell("place_unknown", "Ort", "Rheime", "„Rheine“ (05566076)"),
    cell(
        "place_twofold",
        "Ort",
        "Steinfurt",
        "Steinfurt (05566084) oder Kreis Steinfurt (05566)",
    ),
    cell("scaled", "Betrag ab", "57 T€", "57000", "funding"),
    cell("date_backwards", "Stand am", "2023 bis 2022"),
    cell("date_impossible", "Stand am", "30.02.2022"),
]
ELSEWHERE = {
    "formula_unstored": "test_a_formula_without_its_value_is_found",
    "format_hides": "test_an_amount_that_its_format_alters_is_found",
    "format_scales": "test_an_amount_that_its_format_alters_is_found",
    "merged_number": "test_a_merged_number_is_not_multiplied",
    "merged": "test_a_cell_merged_across_columns_is_found",
    "struck": "test_a_row_that_is_struck_out_is_found",
    "sheets_none": "test_a_workbook_without_a_sheet_of_cells_is_named",
    "rows_none": "test_a_sheet_whose_rows_are_all_hidden_has_no_rows",
    "file_unreadable": "test_a_sheet_that_claims_the_whole_grid_kills_only_the_child",
    "file_takes_too_long": "test_a_child_that_takes_too_long_is_stopped",
}
KINDS = {case.kind for case in CASES} | set(ELSEWHERE)
