"""The heading row: found below other rows, in German or English, nearly right, or not at all."""

from pathlib import Path

import pytest

from etl.reading import Decisions, Limits
from etl.reading.writer import Writer
from kim.cells import DISPLAY, headings
from kim.tables import Table, package
from tests.etl.reading.dropped import Dropped, drop, excel, table_of, written


def with_heading(old: str, new: str, choices: Decisions | None = None) -> Dropped:
    heading, row = table_of({})
    return drop(
        excel([[new if each == old else each for each in heading], row]),
        choices=choices or Decisions("positions"),
    )


@pytest.mark.parametrize("table", package().tables.values(), ids=lambda table: table.name)
def test_every_table_knows_its_titles_and_its_names(table: Table) -> None:
    for row in (headings(table.fields, table), [field.name for field in table.fields]):
        shuffled = row[::-1]
        got = drop(excel([shuffled, ["a"] * len(row)], "utf-8"), table.name)
        assert list(got.reading.columns.items()) == list(
            zip(shuffled, [f.name for f in table.fields][::-1], strict=True)
        )
        assert (got.reading.left_out, got.questions, got.reading.rows) == ([], [], 1)


@pytest.mark.parametrize(
    "heading",
    [
        "stand  AM",
        " Stand am ",
        "Stand\u00a0am",
        "Stand\nam",
        "St\u00adand am",
        "as_of",
        "AS_OF",
        "Stand am (as_of)",
    ],
)
def test_case_blanks_and_soft_hyphens_do_not_matter(heading: str) -> None:
    got = with_heading("Stand am", heading)
    assert got.column("as_of") == ["2022"]
    assert got.questions == got.findings == []


def test_a_heading_that_is_nearly_right_is_asked() -> None:
    got = with_heading("Einheit", "Einheiten")
    assert [(q.kind, q.column, q.field, q.line, q.options) for q in got.questions] == [
        ("heading", "Einheiten", "unit", 1, {"unit": "Einheit", "": "Spalte weglassen"})
    ]
    assert got.findings == []
    answered = with_heading(
        "Einheit", "Einheiten", Decisions("positions", columns={"Einheiten": "unit"})
    )
    assert (answered.questions, answered.column("unit")) == ([], ["posts"])
    left_out = with_heading(
        "Einheit", "Einheiten", Decisions("positions", columns={"Einheiten": ""})
    )
    assert left_out.reading.left_out == ["Einheiten"]
    assert [f.kind for f in left_out.findings] == ["column_missing"]


def test_a_choice_gives_any_heading_a_meaning() -> None:
    got = with_heading(
        "Anzahl", "Wie viele?", Decisions("positions", columns={"Wie viele?": "quantity"})
    )
    assert got.column("quantity") == ["1.9"]
    assert got.reading.columns["Wie viele?"] == "quantity"


def test_a_choice_that_names_no_field_is_no_choice() -> None:
    got = with_heading(
        "Anzahl", "Wie viele?", Decisions("positions", columns={"Wie viele?": "wish"})
    )
    assert got.reading.left_out == ["Wie viele?"]


def test_unknown_columns_are_named_and_our_own_display_columns_are_not() -> None:
    heading, row = table_of({})
    extra = ["Farbe", *(each.title for each in DISPLAY.values()), *DISPLAY]
    got = drop(excel([[*heading, *extra], [*row, *extra]]))
    assert (got.reading.left_out, got.findings, got.questions) == (["Farbe"], [], [])


def test_rows_above_the_heading_are_said() -> None:
    heading, row = table_of({})
    got = drop(excel([["Stellen im Kreis"], [], ["Stand: 2022", "", "x"], heading, row]))
    assert (got.reading.heading_line, got.lines) == (4, [5])
    assert [(r.kind, r.line, r.times) for r in got.repairs] == [("rows_above", 1, 2)]


def test_the_heading_is_sought_in_the_first_rows_only() -> None:
    above = [[f"Zeile {number}"] for number in range(60)]
    got = drop(excel([*above, *table_of({})]))
    assert [f.kind for f in got.findings] == ["heading_missing"]
    assert "Stand der Einrichtung" in got.findings[0].expected


def test_a_missing_column_is_named_in_german() -> None:
    heading, row = table_of({})
    at = heading.index("Einheit")
    got = drop(excel([heading[:at] + heading[at + 1 :], row[:at] + row[at + 1 :]]))
    assert [(f.kind, f.line, f.column) for f in got.findings] == [("column_missing", 1, "Einheit")]
    assert got.column("unit") == [""]
    at = heading.index("Fundstelle")
    got = drop(excel([heading[:at] + heading[at + 1 :], row[:at] + row[at + 1 :]]))
    assert [f.column for f in got.findings] == ["Fundstelle"]
    assert "anchor" not in got.rows[0]


def test_a_column_that_stands_twice_is_found() -> None:
    heading, row = table_of({})
    got = drop(excel([[*heading, "as_of"], [*row, "2023"]]))
    assert [(f.kind, f.column) for f in got.findings] == [("column_twice", "as_of")]


def test_columns_without_a_heading() -> None:
    heading, row = table_of({})
    empty = drop(excel([["", *heading, "", ""], ["", *row, "", " "]]))
    assert (empty.findings, empty.column("region")) == ([], ["05566076"])
    filled = drop(excel([["", *heading], ["", *row], ["x", *row], ["y", *row]]))
    assert [(f.kind, f.line, f.value) for f in filled.findings] == [("column_unnamed", 3, "A")]


def test_too_many_columns() -> None:
    heading, row = table_of({})
    wide = [f"Spalte {number}" for number in range(300)]
    got = drop(excel([[*heading, *wide], [*row, *wide]]), limits=Limits(most_columns=200))
    assert [(f.kind, f.expected) for f in got.findings] == [("columns_many", "200")]


def test_a_column_that_the_file_lacks_is_not_written() -> None:
    order = [field.name for field in package().tables["positions"].fields]
    got = drop(excel(table_of({"Anmerkung": "x"})))
    written = ["region", "module", "quantity", "certainty", "unit", "measure", "status", "as_of"]
    assert list(got.rows[0]) == [*written, "source", "anchor", "basis", "note"]
    assert sorted(got.rows[0], key=order.index) == list(got.rows[0])


def test_columns_that_are_filled_from_others_are_written() -> None:
    heading, row = table_of(
        {"Betrag ab": "ca. 5–7 %", "Betrag bis": "", "Einheit": ""}, table="funding"
    )
    left = [at for at, name in enumerate(heading) if name not in {"Betrag bis", "Genauigkeit"}]
    got = drop(excel([[heading[at] for at in left], [row[at] for at in left]], "utf-8"), "funding")
    assert [(f.kind, f.column) for f in got.findings] == [("column_missing", "Genauigkeit")]
    filled = [got.rows[0][name] for name in ("amount_min", "amount_max", "certainty", "unit")]
    assert filled == ["5", "7", "about", "percent"]
    heading, row = table_of({}, table="milestones")
    assert "certainty" not in drop(excel([heading, row]), "milestones").rows[0]


def test_empty_cells_of_a_lone_column_stay_rows(tmp_path: Path) -> None:
    with Writer(["note"], tmp_path) as writer:
        writer.write([["", 'a "b"', ""]], [2, 3, 4])
    rows, lines = written(tmp_path)
    assert ([row["note"] for row in rows], lines) == (["", 'a "b"', ""], [2, 3, 4])


def test_rows_of_another_topic_are_left_out_and_said() -> None:
    heading, row = table_of({})
    topics = ["Stellen", "Finanzierung", "", "stellen ", "positions", "Finanzierung", "Gremien"]
    got = drop(excel([["Thema", *heading], *([topic, *row] for topic in topics)]))
    assert (got.findings, got.lines, got.reading.left_out) == ([], [2, 4, 5, 6], [])
    assert [(r.kind, r.line, r.before, r.times) for r in got.repairs] == [
        ("other_table", 3, "Finanzierung", 2),
        ("other_table", 8, "Gremien", 1),
    ]
    only = drop(excel([[*heading, "Thema"], [*row, "Gremien"]]))
    assert (only.rows, [f.kind for f in only.findings]) == ([], ["rows_none"])
