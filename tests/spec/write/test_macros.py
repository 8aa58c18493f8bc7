"""macros.sql: how the text of a cell becomes a value; nothing where it cannot."""

from datetime import date
from functools import cache

import duckdb
import pytest

from etl.pipeline import stage as staging
from kim.regions import region_key

GAPS = [" ", "\t", "\n", "\r", "\u00a0", "\u202f", "\ufeff"]


@cache
def reading(macros: str) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(macros)
    return connection


def value(macro: str, content: str | None) -> object:
    [(found,)] = (
        reading(staging.MACROS).execute(f"SELECT {macro}($1::VARCHAR)", [content]).fetchall()
    )
    return found


@pytest.mark.parametrize("gap", GAPS)
def test_white_space_around_a_cell_is_no_content(gap: str) -> None:
    for content in (f"{gap}x", f"x{gap}", f"{gap}x{gap}", f"{gap}{gap}x"):
        assert value("cell", content) == "x"
    assert value("cell", gap) is None
    assert value("cell", f"a{gap}b") == f"a{gap}b"


@pytest.mark.parametrize(
    ("content", "cell"),
    [("", None), (None, None), ("!", "!"), ("~", "~"), ("~x", "~x"), ("ä", "ä"), ("~ ", "~")],
)
def test_a_cell_keeps_what_is_not_white_space(content: str | None, cell: str | None) -> None:
    assert value("cell", content) == cell


@pytest.mark.parametrize(
    ("content", "bare"),
    [("x", True), ("!", True), ("~", True), ("~a", False), ("", False), (" x", False), ("ä", False)]
    + [(f"x{gap}", False) for gap in GAPS],
)
def test_what_needs_no_trimming_is_seen(content: str, bare: bool) -> None:
    assert value("is_bare", content) is bare


@pytest.mark.parametrize(
    ("content", "number"),
    [
        ("0", 0),
        ("-1.5", -1.5),
        ("12.75", 12.75),
        ("1,5", None),
        (".5", None),
        ("5.", None),
        ("1e3", None),
        ("+1", None),
        ("1.2.3", None),
        (None, None),
    ],
)
def test_a_number_with_a_point(content: str | None, number: float | None) -> None:
    assert value("number_with_point", content) == number


@pytest.mark.parametrize(
    ("content", "number"),
    [
        ("0", 0),
        ("1900", 1900),
        ("1,9", 1.9),
        ("-1,25", -1.25),
        ("1.900,5", 1900.5),
        ("-12.900,5", -12900.5),
        ("1.234.567", 1234567),
        ("1.234.567,25", 1234567.25),
        ("1.900", None),
        ("1.9", None),
        ("1,", None),
        (",5", None),
        ("1234.567,5", None),
        ("1.23,4", None),
        ("1 900", None),
        (None, None),
    ],
)
def test_a_number_with_a_comma(content: str | None, number: float | None) -> None:
    """Points stand between groups of three; one group without a comma is no number."""
    assert value("number_with_comma", content) == number


@pytest.mark.parametrize(
    ("content", "ambiguous"),
    [("1.900", True), ("-12.900", True), ("123.456", True)]
    + [(each, False) for each in ("1900", "1.9", "1.900,5", "1.900.000", "1234.567")],
)
def test_one_group_of_three_is_ambiguous(content: str, ambiguous: bool) -> None:
    assert value("is_ambiguous_number", content) is ambiguous


@pytest.mark.parametrize(
    ("content", "number"),
    [("7", 7), ("-7", -7), ("007", 7), ("7.0", None), ("7,0", None), ("", None), ("9" * 30, None)],
)
def test_a_whole_number(content: str, number: int | None) -> None:
    assert value("whole_number", content) == number


@pytest.mark.parametrize(
    ("content", "day"),
    [
        ("2022", date(2022, 1, 1)),
        ("2022-11", date(2022, 11, 1)),
        ("2022-11-03", date(2022, 11, 3)),
        ("2022-13", None),
        ("2023-02-29", None),
        ("--05", None),
        ("--05-17", None),
        ("202", None),
        ("20221", None),
        ("2022-1-1", None),
        (None, None),
    ],
)
def test_the_first_day_of_a_date(content: str | None, day: date | None) -> None:
    assert value("first_day", content) == day


@pytest.mark.parametrize(
    ("content", "is_date"),
    [
        (each, True)
        for each in ("1999", "2022", "2199", "2022-11", "2022-11-03", "--05", "--05-17", "--02-29")
    ]
    + [
        (each, False)
        for each in (
            "1899",
            "2200",
            "22",
            "2022-13",
            "2022-02-30",
            "--13",
            "--02-30",
            "-05",
            "2022-1",
            "03.11.2022",
        )
    ],
)
def test_a_date_may_lack_day_month_or_year(content: str, is_date: bool) -> None:
    assert value("is_partial_date", content) is is_date


@pytest.mark.parametrize(("content", "gaps"), [("", 0), ("ein", 0), ("ein Wort", 1), ("a b c", 2)])
def test_gaps_between_words(content: str, gaps: int) -> None:
    assert value("word_gaps", content) == gaps


KEYS = ["05", "05566", "05566076", "05314", "05314000", "05566000", "05000000", "05000", "05100000"]


@pytest.mark.parametrize("key", [*KEYS, "05100", "05566010", "", None])
def test_a_key_has_the_form_that_the_program_gives_it(key: str | None) -> None:
    assert value("region_key", key) == (region_key(key) if key else key)
