"""Numbers, signs, hedges, ranges and units in the columns that take numbers."""

import re

import pytest
from babel.numbers import NumberFormatError, parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from etl.reading import Decisions
from etl.reading.values.numbers import Notation, read
from kim.tables import package
from tests.etl.reading.dropped import Dropped, drop, drop_cells, excel, table_of, text


def quantity(cell: str, **choices: str) -> Dropped:
    chosen = (
        Decisions("positions", numbers={"quantity": choices["numbers"]})
        if choices
        else Decisions("positions")
    )
    return drop_cells({"Anzahl": cell}, choices=chosen)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1,9", "1.9"),
        ("7", "7"),
        ("-1,5", "-1.5"),
        ("\u22121,5", "-1.5"),
        ("+3", "3"),
        (" 1,9 ", "1.9"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("7\u00a0000", "7000"),
        ("7\u202f000,5", "7000.5"),
        ("'-1,5", "-1.5"),
        ("", ""),
    ],
)
def test_german_numbers_are_read_without_a_word(cell: str, value: str) -> None:
    got = quantity(cell)
    assert got.column("quantity") == [value]
    assert got.findings == got.questions == got.repairs == []


@pytest.mark.parametrize("cell", ["1.900", "12.500", "-1.900", "ca. 1.900", "1.900 Stellen"])
def test_one_group_of_three_after_a_point_is_asked(cell: str) -> None:
    got = drop_cells({"Anzahl": cell, "Genauigkeit": ""})
    assert got.findings == []
    assert [(q.kind, q.field, q.column, q.value, q.line) for q in got.questions] == [
        ("number", "quantity", "Anzahl", cell, 2)
    ]
    assert set(got.questions[0].options) == {"decimal", "thousands"}


def test_a_question_counts_its_cells_and_shows_the_first() -> None:
    got = drop_cells({"Anzahl": "1.900"}, {"Anzahl": "12.500"}, {"Anzahl": "1.900"})
    assert [(q.value, q.line, q.times) for q in got.questions] == [("1.900", 2, 3)]
    assert got.questions[0].options["decimal"].startswith("1,9 ")
    assert got.questions[0].options["thousands"].startswith("1900 ")


@pytest.mark.parametrize(("answer", "value"), [("decimal", "1.9"), ("thousands", "1900")])
def test_the_answer_holds_for_the_column(answer: str, value: str) -> None:
    got = quantity("1.900", numbers=answer)
    assert (got.column("quantity"), got.questions) == ([value], [])


@pytest.mark.parametrize(
    ("cell", "value"), [("-12.500", "-12.5"), ("100.000", "100"), ("2.50", "2.5"), ("0.900", "0.9")]
)
def test_a_point_that_is_decimal_leaves_no_zeros(cell: str, value: str) -> None:
    assert quantity(cell, numbers="decimal").column("quantity") == [value]


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [("1.9", "1,9"), ("1.25", "1,25"), ("0.900", "0,900"), ("1,234.5", "1234,5"), ("viel", "1,9")],
)
def test_a_number_that_is_not_german_is_not_guessed(cell: str, suggestion: str) -> None:
    got = quantity(cell)
    assert [(f.kind, f.line, f.column, f.value, f.expected) for f in got.findings] == [
        ("number", 2, "Anzahl", cell, suggestion)
    ]
    assert got.column("quantity") == [cell]


@pytest.mark.parametrize("cell", ["1e5", "٣", "5--7", "1,2,3", "0x10", "12.5.2022", "١٢"])
def test_what_is_no_number_stays_as_it_stands(cell: str) -> None:
    got = quantity(cell)
    assert got.column("quantity") == [cell]
    assert [f.kind for f in got.findings] == ["number"]


def machine(cell: str, delimiter: str = ",", numbers: str = "") -> Dropped:
    table = package().tables["positions"]
    by_title = {field.title: field.name for field in table.fields}
    heading, row = table_of({"Anzahl": cell})
    rows = [[by_title[title] for title in heading], row]
    choices = Decisions("positions", numbers={"quantity": numbers} if numbers else {})
    return drop(text(rows, delimiter).encode(), choices=choices)


@pytest.mark.parametrize("cell", ["1.9", "1900", "1.905", "-0.5"])
def test_files_for_machines_have_a_point(cell: str) -> None:
    got = machine(cell)
    assert got.column("quantity") == [cell]
    assert got.findings == got.questions == []


def test_files_for_machines_are_asked_when_they_can_be_none() -> None:
    assert [q.kind for q in machine("1.900").questions] == ["number"]
    assert machine("1.900", numbers="thousands").column("quantity") == ["1900"]
    assert [(f.kind, f.expected) for f in machine("1,9").findings] == [("number", "1.9")]
    assert machine("1.234,5").column("quantity") == ["1234.5"]


def test_english_names_with_semicolons_are_a_german_file() -> None:
    assert machine("1,9", ";").column("quantity") == ["1.9"]
    assert [f.kind for f in machine("1.9", ";").findings] == ["number"]


@pytest.mark.parametrize(
    ("cell", "value"), [("1.900", "1900"), ("7,00", "7"), ("7.000,00", "7000"), ("3", "3")]
)
def test_whole_numbers_need_no_question(cell: str, value: str) -> None:
    got = drop_cells({"Absatz": cell})
    assert got.column("paragraph") == [value]
    assert got.findings == got.questions == []


def test_a_broken_number_in_a_whole_column_is_found() -> None:
    assert [f.kind for f in drop_cells({"Absatz": "2,5"}).findings] == ["integer"]


@pytest.mark.parametrize("sign", [".", "...", "…", "x", "/", "k. A.", "k.A.", "unbekannt"])
def test_signs_for_unknown_leave_the_cell_empty(sign: str) -> None:
    got = quantity(sign)
    assert got.column("quantity") == [""]
    assert [(r.kind, r.before, r.after, r.line) for r in got.repairs] == [
        ("sign_empty", sign, "", 2)
    ]


@pytest.mark.parametrize("sign", ["-", "–", "—"])
def test_a_dash_is_nothing_in_numbers_and_unknown_elsewhere(sign: str) -> None:
    got = drop_cells({"Anzahl": sign, "Stand am": sign, "Baustein": sign})
    assert got.column("quantity") == ["0"]
    assert got.column("as_of") == got.column("module") == [""]
    assert sorted(r.kind for r in got.repairs) == ["sign_empty", "sign_empty", "sign_zero"]


@pytest.mark.parametrize("sign", ["-", "–", "—"])
def test_a_dash_in_a_whole_column_is_no_zero(sign: str) -> None:
    for column, name, table in (
        ("Absatz", "paragraph", "positions"),
        ("Älter als", "age_over", "target_groups"),
    ):
        got = drop_cells({column: sign}, table=table)
        assert (got.findings, got.column(name)) == ([], [""])
        assert [r.kind for r in got.repairs] == ["sign_empty"]


def test_free_text_is_never_touched() -> None:
    got = drop_cells(*({"Gebiet": sign} for sign in ["-", "x", ".", "ca. 5", "1.900", "=1+1"]))
    assert got.column("area") == ["-", "x", ".", "ca. 5", "1.900", "=1+1"]
    assert got.repairs == []


@pytest.mark.parametrize(
    ("cell", "value", "certainty", "kind"),
    [
        ("ca. 7", "7", "about", "hedge"),
        ("circa 7,5", "7.5", "about", "hedge"),
        ("rund 7", "7", "about", "hedge"),
        ("Knapp 7 Stellen", "7", "about", "hedge"),
        ("bis zu 7", "7", "at_most", "hedge"),
        ("max. 7", "7", "at_most", "hedge"),
        ("mindestens 7", "7", "at_least", "hedge"),
        ("mind. 7", "7", "at_least", "hedge"),
        ("mind 7", "7", "at_least", "hedge"),
        ("ab 7", "7", "at_least", "hedge"),
        ("(7)", "7", "about", "bracket"),
    ],
)
def test_a_hedge_goes_into_the_certainty(cell: str, value: str, certainty: str, kind: str) -> None:
    for given_certainty in ("", certainty):
        got = drop_cells({"Anzahl": cell, "Genauigkeit": given_certainty})
        assert got.findings == []
        assert got.column("quantity") == [value]
        assert got.column("certainty") == [certainty]
        assert [r.kind for r in got.repairs] == [kind]


def test_a_hedge_that_contradicts_the_row_is_found() -> None:
    got = drop_cells({"Anzahl": "ca. 7"}, {"Anzahl": "(7)"})
    assert [(f.kind, f.line, f.expected) for f in got.findings] == [
        ("hedge", 2, "ungefähr"),
        ("hedge", 3, "ungefähr"),
    ]
    assert got.column("quantity") == ["ca. 7", "(7)"]


def test_a_hedge_needs_a_place() -> None:
    got = drop_cells({"Älter als": "ca. 65"}, table="target_groups")
    assert [f.kind for f in got.findings] == ["hedge_homeless"]


RANGES = ["7.000,0–10.000,0", "7000 - 10000", "7000 bis 10000", "zwischen 7000 und 10000"]


@pytest.mark.parametrize("cell", [*RANGES, "von 7000 € bis 10000 €", "7000–10000 Euro"])
@pytest.mark.parametrize("column", ["Betrag ab", "Betrag bis"])
def test_a_range_fills_both_columns(cell: str, column: str) -> None:
    got = drop_cells({column: cell}, table="funding")
    assert got.findings == []
    assert float(got.rows[0]["amount_min"]) == 7000
    assert float(got.rows[0]["amount_max"]) == 10000
    assert [r.kind for r in got.repairs] == ["range"]


def test_a_range_may_stand_in_both_columns() -> None:
    got = drop_cells({"Betrag ab": "5–7", "Betrag bis": "5–7"}, table="funding")
    assert (got.findings, got.rows[0]["amount_min"], got.rows[0]["amount_max"]) == ([], "5", "7")


def test_a_range_without_room_is_found() -> None:
    got = drop_cells({"Betrag ab": "5–7", "Betrag bis": "9"}, table="funding")
    assert [f.kind for f in got.findings] == ["range"]
    assert [f.kind for f in quantity("5–7").findings] == ["range"]


def test_a_range_asks_what_its_points_mean() -> None:
    rows = {"Betrag ab": "7.000–10.000"}
    assert [q.kind for q in drop_cells(rows, table="funding").questions] == ["number"]
    answered = Decisions("positions", numbers={"amount_min": "thousands"})
    got = drop_cells(rows, table="funding", choices=answered)
    assert (got.rows[0]["amount_min"], got.rows[0]["amount_max"]) == ("7000", "10000")


@pytest.mark.parametrize("given_unit", ["", "Prozent", "percent"])
@pytest.mark.parametrize("cell", ["75 %", "75%", "75 Prozent"])
def test_percent_goes_into_the_unit(cell: str, given_unit: str) -> None:
    got = drop_cells({"Betrag ab": cell, "Einheit": given_unit}, table="funding")
    assert (got.findings, got.rows[0]["amount_min"], got.rows[0]["unit"]) == ([], "75", "percent")


def test_a_unit_that_contradicts_the_row_is_found() -> None:
    got = drop_cells({"Betrag ab": "75 %"}, table="funding")
    assert [(f.kind, f.value, f.expected) for f in got.findings] == [("unit", "75 %", "Prozent")]
    assert [f.kind for f in drop_cells({"Wert": "75 %"}, table="indicators").findings] == ["unit"]
    assert [f.kind for f in quantity("7 Personen").findings] == ["unit"]
    assert [f.kind for f in quantity("7 €").findings] == ["unit"]


@pytest.mark.parametrize("cell", ["7000 €", "7000,- €", "€ 7000", "7000 Euro", "7000 EUR"])
def test_a_currency_is_taken_off(cell: str) -> None:
    got = drop_cells({"Betrag ab": cell}, table="funding")
    assert (got.rows[0]["amount_min"], got.rows[0]["unit"]) == ("7000", "eur_per_year")
    unsaid = drop_cells({"Betrag ab": cell, "Einheit": ""}, table="funding")
    assert (unsaid.rows[0]["amount_min"], unsaid.rows[0]["unit"]) == ("7000", "")


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("7000 € / Jahr", "eur_per_year"),
        ("7000 €/Jahr", "eur_per_year"),
        ("7000 EUR p.a.", "eur_per_year"),
        ("7000 Euro pro Jahr", "eur_per_year"),
        ("7000 €/Stelle", "eur_per_post"),
        ("7000 € je Stelle", "eur_per_post"),
        ("7000 €/Stelle/Jahr", "eur_per_post_year"),
        ("7000 EUR pro Stelle und Jahr", "eur_per_post_year"),
    ],
)
def test_per_what_an_amount_is_goes_into_its_own_column(cell: str, unit: str) -> None:
    got = drop_cells({"Betrag ab": cell, "Einheit": ""}, table="funding")
    assert (got.rows[0]["amount_min"], got.rows[0]["unit"]) == ("7000", unit)
    other = "Euro je Jahr" if unit != "eur_per_year" else "Euro je Stelle"
    got = drop_cells({"Betrag ab": cell, "Einheit": other}, table="funding")
    assert [f.kind for f in got.findings] == ["unit"]


def test_thousands_that_can_be_two_numbers_are_written_out_both() -> None:
    got = drop_cells({"Betrag ab": "1.118 T Euro"}, table="funding")
    assert [(f.kind, f.expected) for f in got.findings] == [("scaled", "1118 oder 1118000")]


@pytest.mark.parametrize("unit", ["TEUR", "Tsd. Euro", "Mio. €"])
def test_a_unit_of_thousands_is_told_what_to_do(unit: str) -> None:
    [finding] = drop_cells({"Betrag ab": "57", "Einheit": unit}, table="funding").findings
    assert finding.sentence.startswith(f"„{unit}“ ist kein bekannter Wert.")
    assert "Beträge stehen hier in Euro: Schreiben Sie die Zahlen aus" in finding.sentence


@pytest.mark.parametrize("cell", ["1,9 Stellen", "1,9 VZÄ"])
def test_words_of_the_unit_are_taken_off(cell: str) -> None:
    for unit in ("", "Stellen"):
        got = drop_cells({"Anzahl": cell, "Einheit": unit})
        assert (got.rows[0]["quantity"], got.rows[0]["unit"]) == ("1.9", "posts")


def test_the_unit_that_a_column_always_has_is_taken_off() -> None:
    got = drop_cells({"Älter als": "65 Jahre"}, table="target_groups")
    assert (got.findings, got.column("age_over")) == ([], ["65"])
    assert [r.sentence for r in got.repairs] == ["„65 Jahre“: Gelesen als 65."]


@pytest.mark.parametrize("cell", ["12 %", "7 VZÄ", "7 €"])
def test_a_whole_number_takes_no_unit_of_the_row(cell: str) -> None:
    heading, row = table_of({"Absatz": cell}, table="milestones")
    got = drop(excel([heading, row], "utf-8"), "milestones")
    assert [f.kind for f in got.findings] == ["unit"]
    got = drop_cells({"Absatz": cell, "Einheit": ""}, table="funding")
    assert ([f.kind for f in got.findings], got.column("unit")) == (["unit"], [""])


def test_a_unit_is_named_in_german() -> None:
    got = drop_cells({"Älter als": "7 VZÄ"}, {"Älter als": "7 Person"}, table="target_groups")
    assert [f.expected for f in got.findings] == ["Stellen", "Personen"]


@given(st.from_regex(r"-?[0-9]{1,3}([.]?[0-9]{1,3}){0,3}(,[0-9]{1,3})?", fullmatch=True))
def test_what_is_read_is_what_babel_reads(cell: str) -> None:
    """Strict German: whatever is read without a question, another reader reads alike."""
    found = read(cell, Notation.COMMA, "")
    if found.value:
        assert float(found.value) == float(parse_decimal(cell, locale="de", strict=True))
    elif not found.doubt:
        with pytest.raises(NumberFormatError):
            parse_decimal(cell, locale="de", strict=True)


PARTS = ["1.900", "1,9", "7", "0", "-", "–", "€", "%", " ", "ca.", "bis", "(", ")", "zwischen "]
PARTS += [" und ", "Stellen", "Jahre", "max.", ",-", "+", "1.234.567", "\u00a0", ".", "x", "Mio."]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join))
def test_a_number_is_read_asked_or_found_but_never_passed_on_unread(cell: str) -> None:
    for column, table in (("Anzahl", "positions"), ("Betrag ab", "funding"), ("Absatz", "funding")):
        got = drop_cells({column: cell, "Genauigkeit": "", "Einheit": ""}, table=table)
        name = got.reading.columns[column]
        if not got.findings and not got.questions:
            assert re.fullmatch(r"(-?[0-9]+([.][0-9]+)?)?", got.rows[0][name])


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("1,5E+03", "1500"),
        ("1.5e0", "1,5"),
        ("2E-1", "0,2"),
        ("55'000", "55000"),
        ("1’055’000,5", "1055000,5"),
        ("55000-", "-55000"),
    ],
)
def test_a_number_in_another_notation_is_refused_with_what_it_may_mean(
    cell: str, meant: str
) -> None:
    got = drop_cells({"Anzahl": cell})
    assert [(f.kind, f.expected) for f in got.findings] == [("number", meant)]


@pytest.mark.parametrize(
    ("cell", "certainty", "expected"),
    [("41 200 r", "genau", "exact"), ("p 33 100", "", "about"), ("33 100 s", "", "about")],
)
def test_the_letters_of_statistics_beside_a_number(
    cell: str, certainty: str, expected: str
) -> None:
    got = drop_cells({"Anzahl": cell, "Genauigkeit": certainty})
    assert (got.findings, got.column("certainty")) == ([], [expected])
    assert got.column("quantity")[0] == "".join(filter(str.isdigit, cell))
    assert [(r.kind, r.before) for r in got.repairs] == [("hedge", cell)]


def test_a_preliminary_number_is_not_exact() -> None:
    got = drop_cells({"Anzahl": "p 33 100", "Genauigkeit": "genau"})
    assert [(f.kind, f.expected) for f in got.findings] == [("hedge", "ungefähr")]
