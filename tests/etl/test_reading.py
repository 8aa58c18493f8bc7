"""A CSV file as people and Excel write it: quotes, line breaks, encodings, and lines counted as an editor counts."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.pipeline.faults import faults
from etl.pipeline.stage import MACROS, Staging, open_file
from kim.findings import Finding
from kim.store import Store
from kim.tables import package
from tests.conftest import World

pytestmark = pytest.mark.writing

HEADING = "region,module,date,event,state,as_of,source,paragraph,anchor,basis,note"


def line(event: str, module: str = "2", note: str = "") -> str:
    return f"05566,{module},2022-03,{event},done,,vermerk-2023,1,seit März 2022,stated,{note}"


def places(world: World) -> list[tuple[str, int | None, str]]:
    return [(each.kind, each.line, each.column) for each in world.build().findings]


def events(world: World) -> list[object]:
    assert world.build().findings == []
    milestones = world.store.current().cursor().table("milestones")
    return [row[0] for row in milestones.project("event").order("event").fetchall()]


def test_a_cell_may_hold_line_breaks_and_later_lines_keep_their_number(world: World) -> None:
    text = [HEADING, line('"Beginn\nund\n\nmehr"'), "", line("Ende", module="9"), line("x", "8")]
    world.write_text("milestones", "\n".join(text))
    assert places(world) == [("vocabulary", 7, "module"), ("vocabulary", 8, "module")]


def test_blank_lines_are_no_rows(world: World) -> None:
    world.write_text("milestones", "\n".join([HEADING, "", line("A"), "", "", line("B"), "", ""]))
    assert events(world) == ["A", "B"]


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_byte_order_mark_and_line_ends_make_no_difference(
    world: World, start: str, end: str
) -> None:
    world.write_text("milestones", start + end.join([HEADING, line("A"), line("B", "7")]) + end)
    assert places(world) == [("vocabulary", 3, "module")]


def test_line_ends_may_be_mixed(world: World) -> None:
    text = f"{HEADING}\r\n{line('A')}\n{line(chr(34) + 'B' + chr(10) + 'b' + chr(34))}\r\n"
    world.write_text("milestones", text + line("C", "7") + "\r" + line("D") + "\n")
    assert places(world) == [("vocabulary", 5, "module")]
    world.write_text("milestones", text)
    assert events(world) == ["A", "B\nb"]


def test_mixed_line_ends_do_not_hide_a_wrong_encoding(world: World) -> None:
    text = f"{HEADING}\r\n{line('A')}\n{line('B')}\r\n"
    world.write_text("milestones", text, encoding="cp1252")
    assert places(world) == [("encoding", 2, "")]


def test_a_missing_or_broken_reference_table_is_one_finding(world: World) -> None:
    """Not one for each row that refers to it."""
    (world.data / "regions.csv").unlink()
    world.write_text("sources", "quelle\nmuster-2022\n")
    assert {each.kind for each in world.build().findings} == {
        "file_missing",
        "column_unknown",
        "column_missing",
    }


def test_a_declared_encoding_is_read(world: World) -> None:
    def cp1252(resource: dict[str, Any]) -> None:
        resource["encoding"] = "cp1252"
        resource["dialect"] = {"delimiter": ";"}

    world.declare("milestones", cp1252)
    text = "\n".join([HEADING, line("Eröffnung – 5 €")])
    world.write_text("milestones", text.replace(",", ";"), encoding="cp1252")
    assert events(world) == ["Eröffnung – 5 €"]


def test_columns_may_stand_in_another_order_and_optional_ones_be_left_out(world: World) -> None:
    text = "event,region,state,source,anchor,basis\nA,05566,done,vermerk-2023,hier,stated\n"
    world.write_text("milestones", text)
    assert events(world) == ["A"]


def test_white_space_around_a_cell_is_no_content(world: World) -> None:
    padded = line("  A\u00a0 ", module=" 2 ", note="   ")
    world.write_text("milestones", f"{HEADING}\n{padded}\n")
    assert events(world) == ["A"]


def test_a_wrong_heading_names_every_column(world: World) -> None:
    world.write_text("milestones", "Ort,Baustein\n05566,2\n")
    assert places(world) == [
        ("column_unknown", 1, "Baustein"),
        ("column_unknown", 1, "Ort"),
        ("column_missing", 1, "anchor"),
        ("column_missing", 1, "basis"),
        ("column_missing", 1, "event"),
        ("column_missing", 1, "region"),
        ("column_missing", 1, "source"),
        ("column_missing", 1, "state"),
    ]


def test_a_file_of_blank_lines_has_no_heading(world: World) -> None:
    world.write_text("milestones", "\n\n")
    assert {kind for kind, _, _ in places(world)} == {"column_missing"}


def test_broken_lines_do_not_hide_faults_in_other_lines(world: World) -> None:
    text = [
        HEADING,
        line("A", "7"),
        "05566,2",
        line("B", "8"),
        line('"C"c'),
        line("D", "9"),
        line("E") + ",zu,viel",
        line('"F\n'),
    ]
    world.write_text("milestones", "\n".join(text))
    assert places(world) == [
        ("vocabulary", 2, "module"),
        ("cells_missing", 3, ""),
        ("vocabulary", 4, "module"),
        ("quote_open", 5, ""),
        ("vocabulary", 6, "module"),
        ("cells_surplus", 7, ""),
        ("quote_open", 8, ""),
    ]


def test_faults_of_several_files_are_reported_together(world: World) -> None:
    world.write_text("milestones", f"{HEADING}\n{line('A', '7')}\n")
    world.write_text("organisations", "organisation,name,kind\n")
    found = world.build().findings
    assert [(each.file, each.kind) for each in found if each.file != "milestones.csv"] == [
        ("funding.csv", "reference"),
        ("funding.csv", "reference"),
        ("positions.csv", "reference"),
        ("positions.csv", "reference"),
        ("positions.csv", "reference"),
        ("positions.csv", "reference"),
    ]
    assert Finding("vocabulary", "milestones.csv", 2, "module", "7", "1, 2, 3") in found


def staged_places(world: World) -> list[tuple[str, int | None, str]]:
    """The faults of the milestones alone, without a build."""
    table = world.table("milestones")
    with world.store.draft() as draft:
        draft.connection.execute(MACROS)
        staging = open_file(
            draft.connection, table, world.data / table.path, "scratch.milestones", draft.workspace
        )
        assert isinstance(staging, Staging)
        staging.load()
        return [(each.kind, each.line, each.column) for each in faults(staging)]


def test_what_is_wrong_with_a_file_stays_so_when_another_one_is_read(tmp_path: Path) -> None:
    """Two files on one connection: each keeps its own rejected lines."""
    with Store(tmp_path / "store").draft() as draft:
        draft.connection.execute(MACROS)
        staged = []
        for name, lines in (("bodies", "05566,zu wenig"), ("milestones", "")):
            table, path = package().tables[name], tmp_path / f"{name}.csv"
            path.write_text(f"{','.join(each.name for each in table.fields)}\n{lines}\n", "utf-8")
            found = open_file(draft.connection, table, path, f"scratch.{name}", draft.workspace)
            assert isinstance(found, Staging)
            found.load()
            staged.append(found)

        assert [[each.kind for each in faults(one)] for one in staged] == [["cells_missing"], []]
        assert staged[0].locations(()).line_of_record == {2: 2}


cells = st.text(st.sampled_from('a1 ,;"\n\r\u00e4'), max_size=6)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(cells, st.booleans()), min_size=1, max_size=8))
def test_whatever_the_cells_hold_the_faulty_line_is_named(
    world: World, rows: list[tuple[str, bool]]
) -> None:
    """Lines as the csv module writes them: the fault is where the row begins in the file."""
    text, expected = [HEADING + "\r\n"], []
    for number, (cell, is_sound) in enumerate(rows):
        if not is_sound:
            before = "".join(text)
            starts = len(io.StringIO(before, newline=None).read().split("\n"))
            expected.append(("vocabulary", starts, "module"))
        cells_of_row = line(f"E{number}", "2" if is_sound else "9").split(",")
        text.append(_written([*cells_of_row[:-1], cell]))
    (world.data / "milestones.csv").write_bytes("".join(text).encode())
    assert staged_places(world) == expected


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.sampled_from('a9,"\n\r '), max_size=30))
def test_no_text_at_all_makes_the_reader_fail(world: World, text: str) -> None:
    (world.data / "milestones.csv").write_bytes(f"{HEADING}\n{line('A')}\n{text}".encode())
    last = text.count("\n") + text.count("\r") + 3
    assert all(place is None or 1 < place <= last for _, place, _ in staged_places(world))


def _written(cells_of_row: list[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells_of_row)
    return out.getvalue()


def test_an_unclosed_quote_before_much_text_is_one_finding(world: World) -> None:
    """What follows cannot be told apart; the report stays short."""
    tail = "\n".join(line(f"E{number}") for number in range(60_000))
    world.write_text("milestones", "\n".join([HEADING, line("A"), line('"B'), tail]))
    found = world.build().findings
    assert (found[0].kind, found[0].line) in {("quote_open", 3), ("line_unreadable", 3)}
    assert world.store.number() == 0
