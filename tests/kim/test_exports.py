import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from unicodedata import category
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kim import exports
from kim.cells import headings, is_taken
from kim.tables import DATA, Table, package
from kim.worksheets import Linked

POSITIONS = package().tables["positions"]
SOURCES = package().tables["sources"]
TABLES = list(package().tables.values())
ABOUT = [("Titel", "Stellen"), ("Stand der Ansicht", "01.11.2022"), ("Warnung", '=WEBSERVICE("x")')]
DANGEROUS = tuple("=+-@\t\r\n\0")
MINUS_ONE_AND_A_HALF = -1.5

FRAME = pd.DataFrame(
    {
        "place": ["Rheine", "Nordrhein-Westfalen", "Hilden"],
        "region": ["05566076", "05", "05158016"],
        "module": ["2", None, "1"],
        "quantity": [1.9, float("nan"), MINUS_ONE_AND_A_HALF],
        "unit": ["posts", "persons", "posts"],
        "as_of": ["2022-11-01", "2022-11", "2022"],
        "source": ["rheine-vermerk-2023", "rheine-vermerk-2023", "hilden-vorlage-51-205"],
        "paragraph": pd.array([22, pd.NA, 1], dtype="Int64"),
        "anchor": ["von 1,9 auf; 3,5", "=1+1", "12/2021"],
        "note": ['sagt "neu"', None, "zwei\nZeilen"],
        "proof": ["proven", "unproven", "contradicted"],
        "held_from_earliest": pd.to_datetime(["2022-11-01", None, "2022-01-01"]),
        "held_from_latest": pd.to_datetime(["2022-11-01", "2023-12-31", "2022-12-31"]),
        "is_certain": ["True", "False", None],
    }
)
USED = pd.DataFrame(
    {"source": ["rheine-vermerk-2023"], "kind": ["memo"], "date": ["2023"], "url": ["https://x.de"]}
)

texts = st.one_of(
    st.text(),
    st.builds(
        "".join,
        st.lists(
            st.sampled_from(
                [*"=+-@'\t\r\n\0 05.,:/;\"e%", "\ufeff", "\xa0", "＝", "Mai", "x", "''"]
            ),
            max_size=6,
        ),
    ),
)


def excel_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def machine_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def book(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def shipped(table: Table) -> pd.DataFrame:
    """The rows in data/, typed as the store types them."""
    frame = pd.read_csv(DATA / table.path, dtype=str, keep_default_na=False).replace("", None)
    for field in table.fields:
        if field.name in frame and field.type in {"number", "integer"}:
            frame[field.name] = pd.to_numeric(frame[field.name])
    return frame


def notes(values: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"region": ["05"] * len(values), "note": pd.Series(values, dtype=object)})


def test_excel_gets_bom_semicolons_crlf_and_german_titles() -> None:
    content = exports.csv_for_excel(FRAME, POSITIONS)
    assert content.startswith(b"\xef\xbb\xbfOrtsname;Ort;Baustein;Anzahl;Einheit;Stand am;Quelle;")
    assert content.count(b"\r\n") == 1 + len(FRAME)


def test_excel_gets_german_numbers_labels_and_dates() -> None:
    first, second, third = excel_rows(exports.csv_for_excel(FRAME, POSITIONS))[1:]
    assert first[2:6] == ["Baustein 2: Case Management", "1,9", "Stellen", "01.11.2022"]
    assert second[5] == "11.2022\t"
    assert third[3:6] == ["-1,5", "Stellen", "2022"]
    assert [row[10] for row in (first, second, third)] == list(exports.PROOF.values())[:3]
    assert [row[11] for row in (first, second, third)] == ["01.11.2022", "", "01.01.2022"]
    assert [row[12] for row in (first, second, third)] == ["01.11.2022", "31.12.2023", "31.12.2022"]
    assert [row[13] for row in (first, second, third)] == ["sicher", "möglich", ""]


def test_unknown_is_empty_and_never_zero() -> None:
    row = excel_rows(exports.csv_for_excel(FRAME, POSITIONS))[2]
    assert [row[2], row[3], row[7], row[9], row[11]] == [""] * 5
    assert machine_rows(exports.csv_for_machines(FRAME, POSITIONS))[2][2] == ""
    sheet = book(exports.xlsx(FRAME, POSITIONS, USED, ABOUT))["Daten"]
    assert [sheet.cell(3, column).value for column in (3, 4, 8, 10, 12)] == [None] * 5


@pytest.mark.parametrize("unknown", [None, float("nan"), pd.NA, pd.NaT, float("inf")])
def test_every_kind_of_unknown_is_an_empty_cell(unknown: object) -> None:
    frame = pd.DataFrame({"region": ["05"], "quantity": pd.Series([unknown], dtype=object)})
    assert excel_rows(exports.csv_for_excel(frame, POSITIONS))[1] == ["05\t", ""]
    assert machine_rows(exports.csv_for_machines(frame, POSITIONS))[1] == ["05", ""]
    assert book(exports.xlsx(frame, POSITIONS, USED, ABOUT))["Daten"]["B2"].value is None


def test_keys_keep_their_zero_and_come_back() -> None:
    column = [row[1] for row in excel_rows(exports.csv_for_excel(FRAME, POSITIONS))[1:]]
    assert column == ["05566076\t", "05\t", "05158016\t"]
    assert [exports.unprotect(cell) for cell in column] == list(FRAME["region"])
    sheet = book(exports.xlsx(FRAME, POSITIONS, USED, ABOUT))["Daten"]
    assert [cell.value for cell in sheet["B"][1:]] == list(FRAME["region"])
    assert {(cell.data_type, cell.number_format) for cell in sheet["B"][1:]} == {("s", "@")}


@pytest.mark.parametrize(
    "text",
    [
        "05566076",
        "12/2021",
        "1-2",
        "1.9",
        "1,9",
        "1e5",
        "(1)",
        "5 %",
        "55.000 €",
        "12:30",
        ".5",
        "1. Dezember 2022",
        "Mai 2022",
        "3. März",
    ],
)
def test_excel_does_not_rewrite_a_text(text: str) -> None:
    assert excel_rows(exports.csv_for_excel(notes([text]), POSITIONS))[1][1] == f"{text}\t"
    assert machine_rows(exports.csv_for_machines(notes([text]), POSITIONS))[1][1] == text


@pytest.mark.parametrize(
    "text", ["SV 51/205", "1,9 Stellen", "3. Maibaum", "Mai", "68er", "a=b", "–"]
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert excel_rows(exports.csv_for_excel(notes([text]), POSITIONS))[1][1] == text


def test_an_apostrophe_of_the_reader_survives_the_undoing() -> None:
    assert exports.unprotect("'n Abend") == "'n Abend"
    assert exports.unprotect("''n Abend") == "'n Abend"
    assert exports.unprotect("") == ""


@pytest.mark.parametrize(
    ("iso", "german"),
    [
        ("2022-11-01", "01.11.2022"),
        ("2022", "2022"),
        ("2022-11", "11.2022\t"),
        ("--05", "Mai"),
        ("XXXX-05", "Mai"),
        ("XXXX-11-10", "10.11.\t"),
        ("2023-41", "2023-41\t"),
        ("2021/2022", "2021/2022\t"),
        ("../2022", "../2022\t"),
        ("2022~", "2022~"),
        ("--11-10", "10.11.\t"),
        ("demnächst", "demnächst"),
        ("=1", "'=1"),
    ],
)
def test_dates_of_any_precision(iso: str, german: str) -> None:
    frame = pd.DataFrame({"as_of": [iso]})
    assert excel_rows(exports.csv_for_excel(frame, POSITIONS))[1] == [german]
    kept = machine_rows(exports.csv_for_machines(frame, POSITIONS))[1][0]
    assert kept == ("'=1" if iso == "=1" else iso)


@pytest.mark.parametrize(
    ("number", "german"),
    [
        (0.0, "0"),
        (100.0, "100"),
        (1e-7, "0,0000001"),
        (1e21, "1" + "0" * 21),
        (0.1 + 0.2, None),
        (-0.5, "-0,5"),
        (Decimal("7000.50"), "7000,5"),
        (7, "7"),
    ],
)
def test_numbers_keep_all_digits_and_no_thousands_point(number: float, german: str | None) -> None:
    frame = pd.DataFrame({"quantity": pd.Series([number], dtype=object)})
    cell = excel_rows(exports.csv_for_excel(frame, POSITIONS))[1][0]
    assert german is None or cell == german
    assert float(cell.replace(",", ".")) == float(number)
    assert float(machine_rows(exports.csv_for_machines(frame, POSITIONS))[1][0]) == float(number)


def test_a_time_of_day_is_not_part_of_a_day() -> None:
    frame = pd.DataFrame(
        {"held_from_latest": [datetime(2022, 11, 1, 13, 5, tzinfo=UTC), date(2022, 11, 2)]}
    )
    rows = excel_rows(exports.csv_for_excel(frame, POSITIONS))
    assert rows[1:] == [["01.11.2022"], ["02.11.2022"]]


def test_machines_get_names_codes_and_iso_dates() -> None:
    content = exports.csv_for_machines(FRAME, POSITIONS)
    assert content.startswith(b"region,module,quantity,unit,as_of,source,paragraph,anchor,note\n")
    assert b"\r" not in content
    again = pd.read_csv(io.BytesIO(content), dtype={"region": str, "module": str})
    assert list(again["region"]) == list(FRAME["region"])
    assert list(again["as_of"]) == list(FRAME["as_of"])
    assert again["quantity"].equals(FRAME["quantity"])
    assert list(again["anchor"]) == ["von 1,9 auf; 3,5", "'=1+1", "12/2021"]
    assert again["note"][2] == "zwei\nZeilen"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_shipped_data_come_back_from_the_machine_csv(table: Table) -> None:
    content = exports.csv_for_machines(shipped(table), table)
    again = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False).replace("", None)
    again = again.map(exports.unprotect, na_action="ignore")
    for field in table.fields:
        if field.name in again and field.type in {"number", "integer"}:
            again[field.name] = pd.to_numeric(again[field.name])
    pd.testing.assert_frame_equal(again, shipped(table), check_dtype=False)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_exports_full_and_empty_with_unique_headings(table: Table) -> None:
    frame = shipped(table)
    for display in exports.DISPLAY:
        frame[display] = None
    for each in (frame, frame.iloc[:0]):
        rows = excel_rows(exports.csv_for_excel(each, table))
        assert len(rows) == 1 + len(each)
        assert len(set(rows[0])) == len(frame.columns)
        sheet = book(exports.xlsx(each, table, USED.iloc[:0], []))["Daten"]
        assert [cell.value for cell in sheet[1]] == rows[0]
        assert sheet.max_row == 1 + len(each)


def test_a_title_is_followed_by_the_name_of_its_column_where_another_column_has_it_too() -> None:
    first, second, *others = POSITIONS.fields
    shared = replace(POSITIONS, fields=(first, replace(second, title=first.title), *others))

    assert headings(shared.fields, shared)[:3] == [
        f"{first.title} ({first.name})",
        f"{first.title} ({second.name})",
        others[0].title,
    ]


def test_an_undeclared_column_is_refused() -> None:
    with pytest.raises(KeyError, match="wish"):
        exports.csv_for_excel(pd.DataFrame({"wish": [1]}), POSITIONS)


def test_workbook_has_data_sources_and_hints() -> None:
    sheets = book(exports.xlsx(FRAME, POSITIONS, USED, ABOUT))
    assert sheets.sheetnames == ["Daten", "Quellen", "Hinweise"]
    sources = list(sheets["Quellen"].values)
    assert sources == [
        ("Kürzel", "Art", "Datum", "Adresse"),
        ("rheine-vermerk-2023", "Vermerk", 2023, "https://x.de"),
    ]
    assert list(sheets["Hinweise"].values) == [("Angabe", "Inhalt"), *ABOUT]
    assert {cell.data_type for cell in sheets["Hinweise"]["B"]} == {"s"}


def test_workbook_holds_numbers_as_numbers_and_days_as_days() -> None:
    sheet = book(exports.xlsx(FRAME, POSITIONS, USED, ABOUT))["Daten"]
    assert [cell.value for cell in sheet["D"][1:]] == [1.9, None, MINUS_ONE_AND_A_HALF]
    assert [cell.value for cell in sheet["F"][1:]] == [pd.Timestamp("2022-11-01"), "11.2022", 2022]
    assert sheet["F2"].number_format == "dd.mm.yyyy"
    assert sheet["H2"].value == FRAME["paragraph"][0]
    assert sheet["I3"].value == "=1+1"
    assert (sheet["I3"].data_type, sheet["I3"].quotePrefix) == ("s", True)


def test_workbook_heading_stays_and_filters() -> None:
    sheet = book(exports.xlsx(FRAME, POSITIONS, USED, ABOUT))["Daten"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:N4"
    assert all(10 <= each.width <= 61 for each in sheet.column_dimensions.values())


def test_a_workbook_is_printed_on_whole_pages_with_its_heading() -> None:
    for sheet in book(exports.xlsx(FRAME, POSITIONS, USED, ABOUT)):
        page = sheet.page_setup
        assert (page.orientation, str(page.paperSize)) == ("landscape", sheet.PAPERSIZE_A4)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert page.fitToHeight == 0
        assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")


def test_no_more_letters_stand_on_a_printed_page_than_can_be_read() -> None:
    for sheet in book(exports.xlsx(FRAME, POSITIONS, USED, ABOUT)):
        letters = sum(each.width for each in sheet.column_dimensions.values())
        across = sheet.page_setup.fitToWidth or 1
        assert 150 * (across - 1) < letters < 210 * across


def test_workbook_has_no_formula_and_no_link() -> None:
    frame = notes(['=HYPERLINK("https://x.de")', "https://x.de", "mailto:a@x.de", "{=1}", "-2"])
    content = exports.xlsx(frame, POSITIONS, USED, ABOUT)
    with ZipFile(io.BytesIO(content)) as parts:
        xml = [parts.read(name) for name in parts.namelist() if "/worksheets/" in name]
    assert len(xml) == 3
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in xml)


def test_words_lead_where_they_are_linked_and_cannot_run() -> None:
    seen = (["Beleg"], [[Linked("=1+1", "https://kim.example/belege?fakt=1&ort=2")]])
    content = exports.xlsx(notes(["x"]), POSITIONS, USED, ABOUT, seen)
    cell = openpyxl.load_workbook(io.BytesIO(content))["Ansicht"]["A2"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    assert cell.hyperlink.target == "https://kim.example/belege?fakt=1&ort=2"


@pytest.mark.parametrize("address", ["belege?fakt=1", f"https://kim.example/{'x' * 2_079}"])
def test_words_stay_without_a_link_where_the_address_is_not_whole_or_too_long(
    address: str,
) -> None:
    seen = (["Beleg"], [[Linked("Absatz 7", address)]])
    content = exports.xlsx(notes(["x"]), POSITIONS, USED, ABOUT, seen)
    cell = openpyxl.load_workbook(io.BytesIO(content))["Ansicht"]["A2"]

    assert (cell.value, cell.hyperlink) == ("Absatz 7", None)


def test_too_many_rows_for_a_sheet_are_refused() -> None:
    frame = pd.DataFrame({"region": ["05"]}).iloc[[0] * exports.MOST_ROWS]
    with pytest.raises(ValueError, match="1048575"):
        exports.xlsx(frame, POSITIONS, USED, ABOUT)


@given(st.lists(texts, min_size=1, max_size=5))
@example(["=1", " =1", "\t=1", "\0=1", "'=1"])
@example(["a\rb", "\r\n", "-1", "--05", "'05", "05\t"])
def test_no_csv_cell_runs_and_every_text_comes_back(values: list[str]) -> None:
    frame, kept = notes(values), [value.replace("\0", "") for value in values]
    for rows in (
        excel_rows(exports.csv_for_excel(frame, POSITIONS)),
        machine_rows(exports.csv_for_machines(frame, POSITIONS)),
    ):
        cells = [row[1] for row in rows[1:]]
        assert not any(cell.strip(" \xa0\ufeff").startswith(DANGEROUS) for cell in cells)
        assert not any("\0" in cell for cell in cells)
        assert [exports.unprotect(cell) for cell in cells] == kept


printable = texts.map(
    lambda text: "".join(each for each in text if each.isprintable() or each == "\n")
)


@given(st.lists(printable, min_size=1, max_size=5))
@example(["=1+1", " =1", "@SUM(A1)", "-1", "+1", "05", ""])
def test_no_workbook_cell_runs_and_every_text_comes_back(values: list[str]) -> None:
    sheet = book(exports.xlsx(notes(values), POSITIONS, USED, ABOUT))["Daten"]
    for value, cell in zip(values, [sheet.cell(2 + n, 2) for n in range(len(values))], strict=True):
        assert (cell.value or "") == value
        assert cell.data_type == ("s" if value else "n")  # an empty text is an empty cell
        assert cell.quotePrefix or not value.lstrip(" \xa0\ufeff").startswith(DANGEROUS)


UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
INVISIBLE = [sign for sign in map(chr, range(0x110000)) if category(sign) in UNSEEN]
FILLERS = list("\u034f\u115f\u1160\u17b4\u17b5\u180b\u2800\u3164\ufe0f\uffa0\U000e0100")


def test_no_formula_hides_behind_signs_that_nobody_sees() -> None:
    for sign in (*INVISIBLE, *FILLERS):
        for text in (f"{sign}=1+1", f" {sign}{sign}@SUM(A1)"):
            assert is_taken(text), hex(ord(sign))
            assert exports.unprotect(f"'{text}") == text
        assert sign in "\t\r\n" or not is_taken(f"{sign}Worte")
