"""Text files: encodings, delimiters, quotes, line ends, and lines counted as an editor counts."""

import codecs
import csv
import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading import Limits
from kim.cells import UNSEEN, headings
from kim.tables import package
from tests.etl.reading.dropped import Dropped, drop, drop_cells, excel, table_of, text

ROWS = table_of({"Fundstelle": "Größe – 5 €"}, {"Fundstelle": "für Träger"})
MILESTONES = package().tables["milestones"]
NAMES = [field.name for field in MILESTONES.fields]


def kinds(got: Dropped) -> list[str]:
    return [finding.kind for finding in got.findings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16-le", "utf-16-be"])
def test_encodings_are_recognised(encoding: str) -> None:
    got = drop(text(ROWS).encode(encoding))
    assert got.findings == []
    assert got.column("anchor") == ["Größe – 5 €", "für Träger"]
    assert got.reading.encoding == encoding.removesuffix("-sig")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_a_mark(encoding: str) -> None:
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else codecs.BOM_UTF16_BE
    got = drop(mark + text(ROWS, "\t").encode(encoding))
    assert (got.findings, got.reading.delimiter, len(got.rows)) == ([], "\t", 2)


@pytest.mark.parametrize(
    "content",
    [
        text(ROWS).encode("utf-32"),
        text(ROWS).encode("utf-16") + b"\0",
        codecs.BOM_UTF8 + text(ROWS).encode("cp1252"),
        text(ROWS).encode("utf-8") + "ä".encode("cp1252"),
    ],
    ids=["utf-32", "odd utf-16", "wrong mark", "mixed"],
)
def test_other_encodings_are_not_guessed(content: bytes) -> None:
    assert kinds(drop(content)) == ["encoding_unknown"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_nul_names_its_line_and_column(encoding: str) -> None:
    got = drop(text(table_of({}, {"Fundstelle": "a\0b"})).encode(encoding))
    assert [(f.kind, f.line, f.column, f.value) for f in got.findings] == [
        ("nul_character", 3, "Fundstelle", "a\ufffdb")
    ]


def test_a_control_sign_in_windows_1252_names_its_line_and_column() -> None:
    got = drop(excel(table_of({}, {"Fundstelle": "ä\x07b"})))
    assert [(f.kind, f.line, f.column) for f in got.findings] == [
        ("nul_character", 3, "Fundstelle")
    ]


@pytest.mark.parametrize(("first", "other"), [("utf-8", "cp1252"), ("cp1252", "utf-8")])
def test_where_two_encodings_are_mixed_is_named(first: str, other: str) -> None:
    heading, row, faulty = table_of({"Fundstelle": "für"}, {"Fundstelle": "Größe"})
    got = drop(text([heading, row]).encode(first) + text([faulty]).encode(other))
    assert [(f.kind, f.line, f.column) for f in got.findings] == [
        ("encoding_unknown", 3, "Fundstelle")
    ]


@pytest.mark.parametrize("cell", ["GrÃ¶ÃŸe", "Gr\ufffd\ufffde"])
def test_umlauts_that_were_lost_before_are_found(cell: str) -> None:
    got = drop(text(table_of({}, {"Fundstelle": cell})).encode())
    assert [(f.kind, f.line, f.column, f.value) for f in got.findings] == [
        ("garbled", 3, "Fundstelle", cell)
    ]


HTML = b"<html><table><tr><td>Ort</td></tr></table></html>"
PAGE = "eine Internetseite (HTML), auch wenn ihr Name anders endet"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "kind", "look"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "no_text", "ein Bild (PNG)"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "no_text", "ein Bild (JPEG)"),
        (b"II*\0" + bytes(50), "no_text", "ein Bild (TIFF)"),
        (b"\0\0\0\x18ftypheic" + bytes(50), "no_text", "ein Bild (HEIC)"),
        (b"%PDF-1.7\n", "no_text", "ein PDF"),
        (codecs.BOM_UTF8 + b"%PDF-1.7\n", "no_text", "ein PDF"),
        (b"From: a\r\nSubject: b\r\n", "no_text", "eine E-Mail"),
        (OLE, "other_format", "eine alte Excel-Datei (.xls)"),
        (
            OLE + "WordDocument".encode("utf-16-le"),
            "no_text",
            "ein altes Word-Dokument (.doc)",
        ),
        (b"\x09\x08\x10\0\0\6" + bytes(60), "other_format", "eine alte Excel-Datei (.xls)"),
        (HTML, "other_format", PAGE),
        (codecs.BOM_UTF8 + b"\n<!DOCTYPE html>" + HTML, "other_format", PAGE),
        (b"<table><tr></tr></table>", "other_format", PAGE),
        (
            b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>',
            "other_format",
            "eine Excel-Datei in XML von 2003",
        ),
        (b'[{"Ort": "Rheine"}]', "other_format", "eine JSON-Datei"),
        (b"ID;PWXL;N;E\r\n", "other_format", "eine SYLK-Datei (.slk)"),
        (
            b'{"url": "https://docs.google.com/open?id=1"}',
            "to_export",
            "eine Verknüpfung zu Google Tabellen",
        ),
        (gzip.compress(b"Ort", mtime=0), "packed", "ein Archiv (GZIP)"),
        (b"\x05Meier" + bytes(160), "no_text", "eine Datei, die kein Text ist"),
        (zlib.compress(bytes(range(256)) * 9), "no_text", "eine Datei, die kein Text ist"),
    ],
)
def test_what_is_no_text_is_named(content: bytes, kind: str, look: str) -> None:
    assert [(f.kind, f.expected) for f in drop(content).findings] == [(kind, look)]


def test_a_table_that_only_begins_like_something_else_is_read() -> None:
    for first in ("id;p", "From", "[Ort]", "BM"):
        heading, row = table_of({})
        got = drop(text([[first, *heading], ["", *row]]).encode())
        assert (got.findings, got.reading.left_out) == ([], [first])


@pytest.mark.parametrize("delimiter", ";,\t|")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, end: str) -> None:
    got = drop(text(ROWS, delimiter, end).encode())
    assert (got.findings, got.reading.delimiter, got.lines) == ([], delimiter, [2, 3])


def test_the_line_that_tells_excel_the_delimiter_is_skipped() -> None:
    got = drop(b"sep=;\r\n" + excel(ROWS))
    assert (got.findings, got.reading.delimiter, got.lines) == ([], ";", [3, 4])


def test_commas_in_cells_do_not_mislead() -> None:
    rows = table_of(*({"Fundstelle": "1,2,3,4,5,6,7,8,9,10,11,12"} for _ in range(5)))
    assert drop(excel(rows)).reading.delimiter == ";"


def test_quotes_and_line_breaks_in_cells() -> None:
    cells = ['sagt "neu"', "zwei\nZeilen", "mit; Strichpunkt", "a\r\nb", "a\rb", "Ende"]
    got = drop_cells(*({"Fundstelle": cell} for cell in cells))
    assert got.column("anchor") == cells
    assert got.lines == [2, 3, 5, 6, 8, 10]


def test_blank_rows_are_no_rows() -> None:
    heading, row = table_of({})
    blank = [""] * len(row)
    got = drop(excel([heading, [], blank, [" ", *blank[1:]], row, blank, row, blank]))
    assert (got.findings, got.repairs, got.lines) == ([], [], [5, 7])


@pytest.mark.parametrize(
    "words", ["Summe", "Gesamt", "insgesamt:", "Gesamtsumme", "Σ", "Total 2022"]
)
def test_a_sum_at_the_end_is_left_out_and_said(words: str) -> None:
    heading, row = table_of({})
    got = drop(excel([heading, row, ["", words, "5,5"], []], "utf-8"))
    assert (got.findings, len(got.rows)) == ([], 1)
    assert [(r.kind, r.line, r.before) for r in got.repairs] == [("sum_row", 3, words)]


def test_what_only_looks_like_a_sum_is_a_row() -> None:
    rows = table_of({"Gebiet": "Summe"}, {"Ort": "Zusammenarbeit"}, {"Ort": "Summe"}, {})
    assert len(drop(excel(rows)).rows) == 4


def test_cells_beyond_the_heading() -> None:
    heading, row = table_of({})
    got = drop(excel([heading, [*row, "", ""], [*row, "", "zu viel"]]))
    assert [(f.kind, f.line, f.expected) for f in got.findings] == [
        ("cells_surplus", 3, str(len(heading)))
    ]


def test_empty_cells_that_excel_cuts_off() -> None:
    heading, row = table_of({"Anmerkung": ""})
    got = drop(excel([heading, row[:-1]]))
    assert (got.findings, got.column("note")) == ([], [""])


def test_an_open_quote_names_its_line_and_nothing_more_is_read() -> None:
    heading, row = table_of({})
    good, tail = ";".join(row), "\n".join([";".join(row)] * 20_000)
    for end in ("", '"x;'):
        content = "\n".join([";".join(heading), good, f'"{good}', tail]) + end
        assert [(f.kind, f.line) for f in drop(content.encode()).findings] == [("quote_open", 3)]


def test_a_quote_in_the_middle_of_a_line_does_not_hide_other_faults() -> None:
    heading, row = table_of({})
    bad, worse = f'"a"b;{";".join(row)}', ";".join(["99", *row[1:]])
    content = "\n".join([";".join(heading), bad, ";".join(row), worse, bad, worse])
    got = drop(content.encode())
    assert [(f.kind, f.line) for f in got.findings] == [
        ("quote_open", 2),
        ("ags", 4),
        ("quote_open", 5),
        ("ags", 6),
    ]
    assert got.lines == [3, 4, 6]


def test_a_long_cell_is_found_and_the_limit_is_put_back() -> None:
    before = csv.field_size_limit()
    got = drop(
        excel(table_of({}, {"Fundstelle": "x" * 200})), limits=Limits(most_characters_per_cell=100)
    )
    assert [(f.kind, f.line, f.expected) for f in got.findings] == [("cell_long", 3, "100")]
    assert csv.field_size_limit() == before


def test_a_large_file_and_an_empty_one() -> None:
    large = drop(excel(ROWS), limits=Limits(most_bytes=100))
    assert [(f.kind, f.expected) for f in large.findings] == [("file_large", "0.0001")]
    assert kinds(drop(b"")) == ["file_empty"]
    assert kinds(drop(b"\n\n  \n")) == ["heading_missing"]


def test_many_faults_are_capped() -> None:
    got = drop(excel(table_of(*({"Anzahl": "1.9"} for _ in range(10_050)))))
    assert len(got.findings) == 10_001
    assert got.findings[-1].kind == "too_many"


STRANGE = [
    "שלום עולם",
    "e\u0301",
    "<b>fett</b>",
    "**fett**",
    "=1+1",
    "@x",
    "\u202eabc",
    "a\u2028b",
    "🧑‍🏫",
]


def test_strange_text_passes_unchanged() -> None:
    assert drop_cells(*({"Fundstelle": cell} for cell in STRANGE)).column("anchor") == STRANGE


cells = st.text(
    st.sampled_from("a1 ,;|\"'\t\n\rä€=–")
    | st.characters(codec="utf-8", exclude_characters=f"\0\x1f\ufffd{UNSEEN}\u2007\u2009\u3000"),
    max_size=8,
)
records = st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=8)


@given(
    records,
    st.sampled_from(";,\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_the_csv_module_writes_is_read_back(
    rows: list[tuple[str, str, str]], delimiter: str, end: str, encoding: str
) -> None:
    white = " \t\n\r\u00a0\u202f\ufeff"
    protected = [[cell.strip(white) for cell in row] for row in rows]
    protected = [[f"x{cell}" for cell in row] for row in protected]
    content = [
        ["05566", "2", event, "done", "vermerk-2023", anchor, "stated", note]
        for event, anchor, note in protected
    ]
    heading = ["region", "module", "event", "state", "source", "anchor", "basis", "note"]
    got = drop(
        text([heading, *content], delimiter, end, is_quoted=True).encode(encoding), "milestones"
    )
    assert got.findings == got.questions == got.repairs == []
    assert [[row["event"], row["anchor"], row["note"]] for row in got.rows] == protected


KINDS_OF_CELL = [
    "",
    "05566",
    "Münster",
    "1.900",
    "1,9",
    "ca. 5",
    "7 €",
    "5–7",
    "75 %",
    "x",
    "-",
    "#NV",
    "Summe",
    "01.11.22",
    "11.2022",
    "besetzt",
    "filled",
    '"',
    "\n",
    "(3)",
    "zwischen 5 und 7",
    "'=1",
]
mixed = st.one_of(st.sampled_from(KINDS_OF_CELL), st.text(max_size=10))
tables = st.sampled_from(sorted(package().tables))


@given(tables, st.lists(st.lists(mixed, max_size=20), max_size=8), st.booleans())
def test_no_cells_make_the_reader_fail(table: str, rows: list[list[str]], is_quoted: bool) -> None:
    declared = package().tables[table]
    heading = headings(declared.fields, declared)
    content = text([heading, *rows], is_quoted=is_quoted).encode("utf-8", "surrogatepass")
    got = drop(content, table)
    assert len(got.rows) == len(got.lines) == got.reading.rows
    assert all(str(finding) for finding in got.findings)
    assert all(repair.sentence for repair in got.repairs)


@given(st.binary(max_size=200), st.sampled_from([b"", ";".join(NAMES).encode() + b"\n"]))
def test_no_bytes_make_the_reader_fail(content: bytes, start: bytes) -> None:
    got = drop(start + content, "milestones")
    assert len(got.rows) == got.reading.rows
    if not start:
        assert got.findings
