"""macros.sql: how the text of a cell becomes a value; nothing where it cannot."""

from functools import cache

import duckdb
import pytest

from etl.pipeline import stage as staging
from kim.date_functions import add_date_functions
from kim.regions import region_key

GAPS = [" ", "\t", "\n", "\r", "\u00a0", "\u202f", "\ufeff"]


@cache
def reading(macros: str) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    add_date_functions(connection)
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
    ("content", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-11", "2022-11-01", "2022-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-11-03", "2022-11-03", "2022-11-03"),
        ("2023-41", "2023-07-01", "2023-12-31"),
        ("../2022", None, "2022-12-31"),
        ("[2022-12-01..]", "2022-12-01", None),
        ("XXXX-05", None, None),
        ("2022-13", None, None),
        ("2023-02-29", None, None),
        ("202", None, None),
        ("20221", None, None),
        ("2022-1-1", None, None),
        (None, None, None),
    ],
)
def test_the_days_that_a_date_may_mean(content: str, first: str, last: str) -> None:
    days = [value("earliest_day", content), value("latest_day", content)]

    assert [each and str(each) for each in days] == [first, last]


@pytest.mark.parametrize(
    ("content", "days"),
    [
        ("2022", "2022-01-01 2022-12-31 None None"),
        ("../2022", "None 2022-01-01 2022-01-01 2022-12-31"),
        ("2021-03/2022-06-30", "2021-03-01 2021-03-31 2022-06-30 2022-06-30"),
        ("2022/..", "2022-01-01 2022-12-31 None None"),
        ("XXXX-05", "None None None None"),
    ],
)
def test_only_an_interval_says_until_when_something_held(content: str, days: str) -> None:
    assert " ".join(str(each) for each in value("held", content).values()) == days


@pytest.mark.parametrize(
    ("written", "edtf"),
    [("--05", "XXXX-05"), ("--05-17", "XXXX-05-17"), ("XXXX-05", "XXXX-05"), ("2022", "2022")],
)
def test_a_date_without_its_year_as_earlier_programs_wrote_it(written: str, edtf: str) -> None:
    assert value("edtf", written) == edtf
    assert value("edtf_of_old", edtf) == written.replace("XXXX", "-")


@pytest.mark.parametrize(
    ("key", "fact"),
    [("00000000001f00ab", 0x1F00AB), ("f" * 16, 2**64 - 1), ("1f00ab", None), ("F" * 16, None)],
)
def test_a_key_writes_the_bits_of_its_fact(key: str, fact: int | None) -> None:
    assert value("fact_of_key", key) == fact


@pytest.mark.parametrize(
    ("content", "is_date"),
    [
        (each, True)
        for each in ("1999", "2022", "2199", "2022-11", "2022-11-03", "XXXX-05", "XXXX-02-29")
    ]
    + [(each, True) for each in ("2023-41", "2023-33", "2021~", "../2022", "2021/2022", "2022/..")]
    + [
        (each, False)
        for each in (
            "1899",
            "2200",
            "22",
            "2022-13",
            "2022-02-30",
            "--05",
            "XXXX-13",
            "XXXX-02-30",
            "-05",
            "2022-1",
            "03.11.2022",
            "2022/2021",
            "../..",
        )
    ],
)
def test_what_is_a_date(content: str, is_date: bool) -> None:
    assert value("is_edtf", content) is is_date


@pytest.mark.parametrize(("content", "gaps"), [("", 0), ("ein", 0), ("ein Wort", 1), ("a b c", 2)])
def test_gaps_between_words(content: str, gaps: int) -> None:
    assert value("word_gaps", content) == gaps


KEYS = ["05", "05566", "05566076", "05314", "05314000", "05566000", "05000000", "05000", "05100000"]


@pytest.mark.parametrize("key", [*KEYS, "05100", "05566010", "", None])
def test_a_key_has_the_form_that_the_program_gives_it(key: str | None) -> None:
    assert value("region_key", key) == (region_key(key) if key else key)
