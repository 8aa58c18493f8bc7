"""A small table as it is pasted: separators, headings, German numbers, lines that are not read."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.pasted import Unread, as_pasted, read_number, read_pasted


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("Rheine;1.234\nHörstel; 85", [("Rheine", 1234), ("Hörstel", 85)]),
        ("Ort\tPersonen\r\nRheine\t412\r\n", [("Rheine", 412)]),
        ("Ort;Zahl;;\nRheine;412;;\n", [("Rheine", 412)]),
        (
            "Haltern am See 12,5\n\n  Bad Salzuflen   3 ",
            [("Haltern am See", 12.5), ("Bad Salzuflen", 3)],
        ),
        ('"Ort; Teil";7', [("Ort; Teil", 7)]),
        ("Rheine;\nHörstel", [("Rheine", None), ("Hörstel", None)]),
        ("Rheine;-3\nHörstel −4", [("Rheine", -3), ("Hörstel", -4)]),
        ("", []),
        ("Ort;Personen", []),
    ],
)
def test_places_and_numbers_are_read(written: str, rows: list[tuple[str, float | None]]) -> None:
    found = read_pasted(written)

    assert list(found.rows) == rows
    assert found.unread == ()


def test_a_line_that_is_not_read_says_which_and_how_it_may_be_meant() -> None:
    found = read_pasted("Rheine;1\nKamen;0.85\nA;b;c\nUnna;viele\n;5\nSelm;" + "9" * 5000)

    assert found.rows == (("Rheine", Fraction(1)),)
    assert [(each.line, each.suggestion) for each in found.unread] == [
        (2, "0,85"),
        (3, ""),
        (4, ""),
        (5, ""),
        (6, ""),
    ]
    assert found.unread[1] == Unread(3, "A;b;c")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0,5", Fraction(1, 2)),
        (" 8 ", Fraction(8)),
        ("1.000", Fraction(1000)),
        ("0.5", "0,5"),
        ("acht", ""),
        ("", ""),
        ("1/2", ""),
        ("inf", ""),
    ],
)
def test_numbers_are_german_or_not_read(written: str, number: Fraction | str) -> None:
    assert read_number(written) == number


@given(st.text(max_size=200))
def test_nothing_pasted_fails(written: str) -> None:
    found = read_pasted(written)
    assert len(found.rows) + len(found.unread) <= len(written.splitlines())


def test_rows_of_a_file_become_lines_in_german() -> None:
    rows = [("Rheine", "1234.5"), ("Ort; Teil", "-3"), ("Haltern\nam See", ""), ("Rheine 5", "")]

    assert as_pasted(rows) == 'Rheine;1234,5\n"Ort; Teil";-3\nHaltern am See;\nRheine 5;\n'


@given(
    st.lists(
        st.tuples(st.text("aZ \t;\"'\n\x85\u20285,.ß", max_size=9), st.decimals(0, 10**6, places=2))
    )
)
def test_what_a_file_says_is_read_from_the_lines_again(rows: list[tuple[str, Decimal]]) -> None:
    written = [(place, str(number)) for place, number in rows if place.strip()]
    found = read_pasted(as_pasted(written))

    assert found.unread == ()
    assert list(found.rows) == [(" ".join(place.split()), Fraction(n)) for place, n in written]
