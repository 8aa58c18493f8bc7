"""Dates of any precision as people and workbooks write them."""

from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from etl.reading import Decisions, RepairKind
from etl.reading.values import dates
from etl.reading.values.cells import ReadCell
from kim.cells import DATE_EXAMPLES
from kim.dates import held as days_held
from kim.dates import is_date
from kim.german import held, partial_date
from tests.etl.reading.dropped import drop_cells


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("01.11.2022", "2022-11-01"),
        ("1.11.2022", "2022-11-01"),
        ("1. 11. 2022", "2022-11-01"),
        ("11.2022", "2022-11"),
        ("'11.2022", "2022-11"),
        ("11/2022", "2022-11"),
        ("11-2022", "2022-11"),
        ("2022/11", "2022-11"),
        ("2022/3", "2022-03"),
        ("1900", "1900"),
        ("31.12.2199", "2199-12-31"),
        ("November 2022", "2022-11"),
        ("NOVEMBER 2022", "2022-11"),
        ("Nov. 2022", "2022-11"),
        ("Sept. 2022", "2022-09"),
        ("Mrz 2022", "2022-03"),
        ("1. November 2022", "2022-11-01"),
        ("2022", "2022"),
        ("Mai", "XXXX-05"),
        ("15.05.", "XXXX-05-15"),
        ("15. Mai", "XXXX-05-15"),
        ("2022-11", "2022-11"),
        ("2022-11-01", "2022-11-01"),
        ("--05", "XXXX-05"),
        ("--02-29", "XXXX-02-29"),
        ("2022-11-01 00:00:00", "2022-11-01"),
        ("01.11.2022 00:00", "2022-11-01"),
        ("2005/12", "2005-12"),
        ("2023-21", "2023-21"),
        ("2023-41", "2023-41"),
        ("2023-33", "2023-33"),
        ("2021/2022", "2021/2022"),
        ("2022-11-01/2023-05", "2022-11-01/2023-05"),
        ("../2022", "../2022"),
        ("'../2022", "../2022"),
        ("2022/..", "2022/.."),
        ("[2021,2022]", "[2021,2022]"),
        ("[2023-01-06..2023-02-13]", "[2023-01-06..2023-02-13]"),
        ("2021~", "2021~"),
        ("2021-05?", "2021-05?"),
        ("XXXX-05", "XXXX-05"),
        (".", ""),
    ],
)
def test_a_date_is_read_in_the_precision_it_is_written(cell: str, iso: str) -> None:
    got = drop_cells({"Stand am": cell})
    assert (got.findings, got.column("as_of")) == ([], [iso])
    assert [each.kind for each in got.reading.repairs] == (["sign_empty"] if cell == "." else [])


READ = {
    "2023-40": ["1. Hj. 2023", "I. Halbjahr 2023", "HJ 1/2023", "H1 2023", "erstes Halbjahr 2023"],
    "2023-41": [
        *("2. Hj. 2023", "2. Halbjahr 2023", "II. Halbjahr 2023", "HJ 2/2023", "2.HJ 2023"),
        *("2. Halbjahr/2023", "2023/H2", "im 2. Halbjahr 2023", "ab 2. Hj. 2023", "2. hj.\xa02023"),
    ],
    "2023-33": ["I/2023", "1. Quartal 2023", "Q1/2023"],
    "2023-35": ["III/2023", "3. Quartal 2023", "Q3 2023", "2023-Q3", "Quartal 3/2023", "Ⅲ/2023"],
    "2023-36": ["IV/2023", "IV. Quartal 2023"],
    "2020-23": ["Herbst 2020", "im Herbst 2020"],
    "2021-21": ["Frühjahr 2021", "Frühling 2021", "Fru\u0308hjahr 2021"],
    "2021-22": ["Sommer 2021"],
    "2022-24": ["Winter 2022", "Winter 2022/23", "Winter 2022/2023"],
    "2022~": [
        *("Anfang 2022", "Mitte 2022", "Ende 2022", "ca. 2022", "um 2022", "etwa 2022"),
        *("circa 2022", "ca.2022", "ab Mitte 2022", "seit Ende 2022", "Mitte des Jahres 2022"),
    ],
    "2022-05~": ["Anfang Mai 2022", "ca. 05/2022"],
    "2021?": ["2021 ?", "2021 (unsicher)", "vermutlich 2021"],
    "2021%": ["etwa 2021 (unsicher)", "ca. 2021?"],
    "../2022": ["bis 2022", "bis Ende 2022"],
    "../2022~": ["bis Mitte 2022"],
    "../2022-06-30": ["bis 30.06.2022", "bis zum 30. Juni 2022"],
    "2022": ["ab 2022", "seit 2022", "im Jahr 2022"],
    "2022-11-01": ["ab 01.11.2022", "seit dem 1. November 2022"],
    "XXXX-05": ["ab Mai", "Mai, Jahr nicht genannt"],
    "2021/2022": [
        *("von 2021 bis 2022", "2021 bis 2022", "2021–2022", "2021-2022", "2021 / 2022"),
        *("2021/22", "2021–22", "2021 – 22", "von 2021 bis Ende 2022"),
    ],
    "1999/2000": ["1999/00"],
    "2022/2025": ["2022/25", "2022-2025"],
    "2021-01-01/2022-06-30": [
        *("01.01.2021 - 30.06.2022", "01.01.2021–30.06.2022", "01.01.2021-30.06.2022"),
        *("vom 1.1.2021 bis zum 30. Juni 2022", "2021-01-01 bis 2022-06-30"),
    ],
    "2022-01-01/2022-06-30": ["01.01. bis 30.06.2022", "1.1.–30.6.2022"],
    "2022-05/2022-06": ["Mai bis Juni 2022"],
    "2022-40/2023-41": ["1. Hj. 2022 bis 2. Hj. 2023", "1. Halbjahr 2022 – 2. Halbjahr 2023"],
    "2021/..": ["2021 bis heute", "seit 2021 bis heute", "von 2021 bis auf Weiteres"],
    "[2023-01-06..2023-02-13]": [
        *("zwischen 06.01.2023 und 13.02.2023", "zwischen dem 6.1. und dem 13.2.2023"),
        "ab einem Tag vom 06.01.2023 bis 13.02.2023",
    ],
    "[2021,2022]": ["2021 oder 2022"],
    "[2022-05,2022-06]": ["Mai oder Juni 2022"],
    "[2021,2022,2023]": ["2021, 2022 oder 2023"],
}


@pytest.mark.parametrize(
    ("cell", "edtf"), [(cell, edtf) for edtf, cells in READ.items() for cell in cells]
)
def test_what_clerks_write_is_read_and_said(cell: str, edtf: str) -> None:
    assert is_date(edtf)
    assert dates.interpret(cell) == ReadCell(edtf, repair=RepairKind.DATE)


def test_a_repair_is_said_in_german_and_as_it_is_stored() -> None:
    got = drop_cells({"Stand am": "Anfang 2022"})
    assert [each.sentence for each in got.reading.repairs] == [
        "„Anfang 2022“ wurde gelesen als etwa 2022 (2022~)."
    ]


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [
        ("01.11.22", "01.11.2022"),
        ("Nov 22", "Nov 2022"),
        ("11/22", "11/2022"),
        ("2. Hj. 23", "2. Hj. 2023"),
        ("III/23", "III/2023"),
        ("ab 01.11.22", "ab 01.11.2022"),
        ("01.01.21 - 30.06.22", "01.01.2021 - 30.06.2022"),
    ],
)
def test_a_year_of_two_digits_is_not_guessed(cell: str, remedy: str) -> None:
    got = drop_cells({"Stand am": cell})
    assert got.column("as_of") == [cell]
    assert [(f.kind, f.line, f.value, f.expected) for f in got.findings] == [
        ("year_short", 2, cell, remedy)
    ]


@pytest.mark.parametrize(
    "cell",
    [
        *("gestern", "0000", "13:45", "1899", "2200", "31.12.1899", "1.1.2200"),
        *(
            "11/1492",
            "bald",
            "heute",
            "vor 2022",
            "nach 2022",
            "bis Mai",
            "Herbst",
            "III. Halbjahr",
        ),
        *("5. Quartal 2023", "3. Halbjahr 2023", "Winter 2022/24", "1. Hj. 2022/23", "2009–11"),
        *("1. Halbjahr 2022-2023", "Mai bis 2022", "Mai 2022 bis Juni", "2021 bis 2022/23"),
        *("ca. 2. Halbjahr 2023", "10-12/2022", "~2022", "2022-XX", "2022/", "../..", "[2022]"),
        *("2022" * 40, "ca." * 40, "1492-1493", "2022-11-01T25:00", "2023-13/2022-05"),
    ],
)
def test_what_is_no_date_of_ours_stays_as_it_stands(cell: str) -> None:
    read = dates.interpret(cell)
    assert isinstance(read, ReadCell)
    assert (read.text, read.finding) == (cell, "partial_date")


def test_what_is_no_date_is_said_with_examples() -> None:
    got = drop_cells({"Stand am": "bald"})
    assert got.column("as_of") == ["bald"]
    assert [f.sentence for f in got.findings] == [
        "„bald“ ist kein Datum. "
        "Erwartet wird 2022, 11.2022, 01.11.2022, 2. Halbjahr 2023 oder 2021 bis 2022."
    ]
    for each in DATE_EXAMPLES.replace(" oder ", ", ").split(", "):
        assert is_date(edtf_of(dates.interpret(each)))


@pytest.mark.parametrize(
    "cell",
    [
        *("2023 bis 2022", "2023/2022", "2023–2022", "von 30.06.2022 bis 01.01.2022"),
        *("zwischen 2023 und 2022", "November bis Februar 2022"),
        *("2023-05/2022-05", "2022-11-05/2022-11-01", "2023-41/2023-40"),
    ],
)
def test_what_ends_before_it_begins_is_said_so(cell: str) -> None:
    got = drop_cells({"Stand am": cell})
    assert got.column("as_of") == [cell]
    assert [f.sentence for f in got.findings] == [
        f"„{cell}“ endet, bevor es beginnt. Prüfen Sie Anfang und Ende."
    ]


@pytest.mark.parametrize(
    "cell",
    [
        *("30.02.2022", "2023-02-29", "13.2022", "1.13.", "30. Februar 2022", "2022/13"),
        *("23.2022", "2022/41", "2023-42", "30.02.2022 bis 2023", "ab 31.04.2022"),
    ],
)
def test_a_day_that_no_calendar_has_is_said_so(cell: str) -> None:
    got = drop_cells({"Stand am": cell})
    assert got.column("as_of") == [cell]
    assert [f.kind for f in got.findings] == ["date_impossible"]
    assert got.findings[0].sentence.startswith(f"„{cell}“ gibt es im Kalender nicht.")


@pytest.mark.parametrize(
    ("cell", "month"),
    [("2011/12", "Dezember 2011"), ("2009/10", "Oktober 2009"), ("2000/01", "Januar 2000")],
)
def test_a_month_that_could_be_a_year_is_asked(cell: str, month: str) -> None:
    first = int(cell[:4])
    asked = drop_cells({"Stand am": cell})
    assert [(q.kind, q.field, q.value, q.options) for q in asked.questions] == [
        ("date", "as_of", cell, {"month": month, "years": f"die Jahre {first} und {first + 1}"})
    ]
    as_month = drop_cells(
        {"Stand am": cell}, choices=Decisions("positions", dates={"as_of": "month"})
    )
    assert (as_month.questions, as_month.findings) == ([], [])
    assert as_month.column("as_of") == [cell.replace("/", "-")]
    as_years = drop_cells(
        {"Stand am": cell}, choices=Decisions("positions", dates={"as_of": "years"})
    )
    assert (as_years.questions, as_years.findings) == ([], [])
    assert as_years.column("as_of") == [f"{first}/{first + 1}"]


@pytest.mark.parametrize(
    ("cell", "season", "years", "span"),
    [
        ("2021-22", "Sommer 2021", "2021 und 2022", "2021/2022"),
        ("2020-23", "Herbst 2020", "2020 bis 2023", "2020/2023"),
    ],
)
def test_a_season_in_edtf_that_could_be_years_is_asked(
    cell: str, season: str, years: str, span: str
) -> None:
    options = {"month": season, "years": f"die Jahre {years}"}
    assert [q.options for q in drop_cells({"Stand am": cell}).questions] == [options]
    for choice, edtf in (("month", cell), ("years", span)):
        choices = Decisions("positions", dates={"as_of": choice})
        assert drop_cells({"Stand am": cell}, choices=choices).column("as_of") == [edtf]
    assert dates.interpret(cell, is_for_machines=True) == cell


def test_what_could_be_two_things_is_asked_among_other_words_too() -> None:
    assert [q.value for q in drop_cells({"Stand am": "ab 2011/12"}).questions] == ["ab 2011/12"]
    choices = Decisions("positions", dates={"as_of": "month"})
    got = drop_cells({"Stand am": "ab 2011/12"}, choices=choices)
    assert got.column("as_of") == ["2011-12"]


def test_typed_dates_and_years_of_a_workbook() -> None:
    assert dates.interpret(date(2022, 11, 1)) == "2022-11-01"
    assert dates.interpret(2022.0) == "2022"
    for strange in (date(1899, 12, 31), datetime(2958, 1, 1), 1.0):  # noqa: DTZ001
        found = dates.interpret(strange)
        assert isinstance(found, ReadCell)
        assert found.finding == "partial_date"


def edtf_of(read: ReadCell | str) -> str:
    return read.text if isinstance(read, ReadCell) and not read.finding else str(read)


days_of_ours = st.dates(date(1901, 1, 1), date(2198, 12, 31))
parts = st.sampled_from([*range(21, 25), *range(33, 42)])
years = st.integers(1901, 2198)
points = st.one_of(
    st.builds("{}".format, years),
    st.builds("{}-{}".format, years, parts),
    days_of_ours.map("{:%Y-%m}".format),
    days_of_ours.map("{:%Y-%m-%d}".format),
)
hedged = st.builds(
    "{}{}".format, days_of_ours.map("{:%Y-%m}".format) | years, st.sampled_from("~?%")
)
spans = st.one_of(
    st.builds("{}/{}".format, points, points),
    st.builds("../{}".format, points),
    st.builds("{}/{}".format, hedged, points),
    st.builds("[{}..{}]".format, points, points),
    st.builds("[{},{}]".format, points, points),
).filter(is_date)
yearless = days_of_ours.map("XXXX-{:%m-%d}".format) | days_of_ours.map("XXXX-{:%m}".format)


@given(st.one_of(points, hedged, spans, yearless))
def test_what_the_screen_shows_is_read_back(edtf: str) -> None:
    assert edtf_of(dates.interpret(partial_date(edtf))) == edtf


@settings(max_examples=40)
@given(points | st.builds("{}/{}".format, points, points).filter(is_date))
@example("1900")
@example("2199-12-31")
@example("2021-24")
@example("2024-02-29")
@example("2022-40/2023-41")
@example("2022-12-31/2023-01-01")
def test_since_when_and_until_when_is_read_back(edtf: str) -> None:
    row = {f"held_{name}": day for name, day in vars(days_held(edtf)).items()} | {"as_of": edtf}
    read = edtf_of(dates.interpret(held(row)))
    assert days_held(read) == days_held(edtf)


@given(st.text(max_size=60) | st.text(alphabet="0123456789-/.?~%X[], ab", max_size=20))
def test_any_cell_is_read_or_refused(cell: str) -> None:
    read = dates.interpret(cell)
    assert is_date(read) if isinstance(read, str) else read.repair or read.finding or read.doubt


@pytest.mark.parametrize(
    "cell",
    [
        "01.11.2022 13:45",
        "01.11.2022, 13:45 Uhr",
        "2022-11-01 13:45:00",
        "2022-11-01T10:00",
        "2022-11-01T10:00:00.000Z",
        "2022-11-01T10:00:00+01:00",
        datetime(2022, 11, 1, 13, 45),  # noqa: DTZ001
    ],
)
def test_the_time_of_day_is_left_out_and_said(cell: str | datetime) -> None:
    read = dates.interpret(cell)
    assert isinstance(read, ReadCell)
    assert (read.text, read.finding, read.repair) == ("2022-11-01", None, "date")


@pytest.mark.parametrize("cell", ["30.02.2022 13:45", "01.11.22 13:45"])
def test_a_time_of_day_makes_no_date_of_what_is_none(cell: str) -> None:
    read = dates.interpret(cell)
    assert isinstance(read, ReadCell)
    assert read.finding is not None
