"""Rows that are none of the table: each is said once, as what it is, at its line; the others are read."""

from collections.abc import Sequence

import pytest

from tests.etl.reading.dropped import Dropped, drop, excel, table_of, text, workbook

HEADING, ROW = table_of({})
NOTES = ["* ohne Elternzeit", "1) vorläufig", "Quelle: eigene Erhebung, Stand: 31.12.2022"]
SUMS = ["Ergebnis", "Summe", "Insgesamt", "Gesamtergebnis", "Teilergebnis", "Zwischensumme:"]
SUMS += ["Rheine Ergebnis", "Kreis Steinfurt insgesamt", "Summe Kreis Steinfurt", "Σ"]


def dropped(*rows: Sequence[object]) -> Dropped:
    """Rows below the heading, as German Excel saves them."""
    return drop(excel([HEADING, *rows], "utf-8"))


def found(got: Dropped) -> list[tuple[str, int | None, str]]:
    return [(each.kind, each.line, each.value) for each in got.findings]


def said(got: Dropped) -> list[tuple[str, int, str]]:
    return [(each.kind, each.line, each.before) for each in got.repairs]


# Notes and sums


def test_notes_below_the_table_are_passed_over_and_said() -> None:
    got = dropped(ROW, ROW, [], *([note] for note in NOTES))
    assert (found(got), got.lines) == ([], [2, 3])
    assert said(got) == [("row_below", line, note) for line, note in enumerate(NOTES, 5)]


def test_a_note_with_the_delimiter_in_it_is_a_note() -> None:
    legend = "Zeichenerklärung: - nichts; . unbekannt; ( ) eingeschränkt; r berichtigt"
    got = drop(f"{text([HEADING, ROW])}{legend}\r\nStand: 12.06.2024 / 10:22:33\r\n".encode())
    assert (found(got), got.lines) == ([], [2])
    assert [kind for kind, *_ in said(got)] == ["row_below", "row_below"]


def test_the_foot_of_a_table_of_the_land_is_passed_over() -> None:
    legend = ["Zeichenerklärung: -", ". Wert unbekannt", " ( ) eingeschränkt", " r berichtigt"]
    rows = [[*table_of({}, table="indicators")[0]], [*table_of({}, table="indicators")[1]]]
    got = drop(excel([*rows, ["__________"], legend, ["(C)opyright, 2024"]], "utf-8"), "indicators")
    assert (found(got), got.lines) == ([], [2])
    assert [line for _, line, _ in said(got)] == [3, 4, 5]


def test_a_note_between_rows_is_one_finding() -> None:
    got = dropped(ROW, [NOTES[0]], ROW)
    assert found(got) == [("row_between", 3, NOTES[0])]
    assert got.lines == [2, 4]


@pytest.mark.parametrize("words", SUMS)
def test_a_sum_is_passed_over_at_the_end_and_one_finding_between(words: str) -> None:
    total = [words, "", "9"]
    got = dropped(ROW, total, ROW, total)
    assert (found(got), got.lines) == ([("sum_between", 3, words)], [2, 4])
    assert said(got) == [("sum_row", 5, words)]


def test_a_sum_with_all_its_cells_is_no_place() -> None:
    got = dropped(ROW, ["Insgesamt", *ROW[1:]])
    assert found(got) == [("sum_between", 3, "Insgesamt")]


def test_a_file_of_notes_only_has_no_rows() -> None:
    got = dropped([NOTES[0]], [NOTES[1]])
    assert [kind for kind, *_ in found(got)] == ["row_between", "row_between"]


def test_a_row_with_hardly_anything_is_one_finding() -> None:
    got = dropped(ROW, ["05566"], ["", "", "9"])
    assert found(got) == [("row_lacks", 3, "05566"), ("row_lacks", 4, "9")]
    assert got.lines == [2]


def test_a_row_that_lacks_a_little_is_a_row() -> None:
    row = [
        {"Ort": "", "Einheit": ""}.get(head, cell) for head, cell in zip(HEADING, ROW, strict=True)
    ]
    got = dropped(row)
    assert (found(got), got.lines) == ([], [2])


# Headings and units


def test_the_same_heading_again_is_passed_over() -> None:
    got = dropped(ROW, HEADING, ROW)
    assert (found(got), got.lines) == ([], [2, 4])
    assert said(got) == [("heading_again", 3, "")]


def test_the_names_of_the_columns_below_their_titles_are_passed_over() -> None:
    names = "region module quantity certainty unit measure status as_of source anchor basis"
    got = dropped(names.split(), ROW)
    assert (found(got), got.lines) == ([], [3])


def test_nothing_is_read_below_another_heading() -> None:
    got = dropped(ROW, HEADING[::-1], ROW[::-1], ROW)
    assert [(kind, line) for kind, line, _ in found(got)] == [("heading_other", 3)]
    assert got.lines == [2]


@pytest.mark.parametrize(
    "row",
    [
        ["", "", "in VZÄ"],
        ["", "", "TEUR"],
        ["(AGS)", "", "(Stellen)", "", "[Einheit]"],
        ["-", "-", "[€]", *["-"] * 8],
        [*map(str, range(1, 12))],
        [*"ABCDEFGHIJK"],
        [
            "Name",
            "1, 2 oder 3",
            "Zahl",
            "genau/ca.",
            "?",
            "?",
            "?",
            "Datum",
            "Kürzel",
            "Zitat",
            "Art",
        ],
    ],
    ids=["posts", "thousands", "brackets", "dashes", "numbers", "letters", "words"],
)
@pytest.mark.parametrize("is_book", [False, True])
def test_a_row_of_units_or_words_under_the_heading_is_one_finding(
    row: list[str], is_book: bool
) -> None:
    rows = [HEADING, row, ROW]
    got = drop(workbook({"Daten": rows})) if is_book else drop(excel(rows, "utf-8"))
    assert [(kind, line) for kind, line, _ in found(got)] == [("row_under_heading", 2)]
    assert got.lines == [3]


# Cells under a wrong heading


@pytest.mark.parametrize("missing", range(10))
def test_a_row_one_cell_short_is_one_finding_at_the_first_wrong_cell(missing: int) -> None:
    short = ROW[:missing] + ROW[missing + 1 :]
    got = dropped(ROW, short, ROW)
    (one,) = got.findings
    assert (one.kind, one.line, one.expected) == ("cells_missing", 3, "11")
    assert HEADING.index(one.column) >= missing
    assert got.lines == [2, 4]


def test_a_short_row_whose_cells_stand_right_is_a_row() -> None:
    heading, row = table_of({"Anmerkung": "", "Gebiet": ""})
    got = drop(excel([heading, row[:-2]], "utf-8"))
    assert (found(got), got.lines) == ([], [2])


def test_a_short_row_with_one_wrong_cell_says_what_is_wrong_with_it() -> None:
    heading, row = table_of({"Anmerkung": "", "Stand der Einrichtung": "grün"})
    got = drop(excel([heading, row[:-1]], "utf-8"))
    assert [kind for kind, *_ in found(got)] == ["vocabulary"]


def test_a_delimiter_in_the_text_of_a_cell_is_one_finding() -> None:
    at = HEADING.index("Fundstelle")
    got = dropped(ROW, [*ROW[:at], "Stellen", "des Managements", *ROW[at + 1 :]])
    assert [(f.kind, f.line, f.column) for f in got.findings] == [("cells_surplus", 3, "Grundlage")]
    assert got.lines == [2]


def test_many_odd_rows_are_capped_like_all_findings() -> None:
    got = dropped(*([NOTES[0]] for _ in range(10_050)), ROW)
    assert (len(got.findings), got.findings[-1].kind) == (10_001, "too_many")
