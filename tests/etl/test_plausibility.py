"""Values that are possible but seldom meant are to be confirmed; what is plain nonsense is refused."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta

import pytest

from etl.reading import Decisions
from etl.uploads.stages import Ready
from etl.uploads.uploads import Uploads
from kim import german
from kim.tables import package
from tests.conftest import World, empty_world
from tests.etl.submitting import EDITOR, check, findings_of, machine_csv, receive
from tests.rows import FACTS, ORGANISATIONS, POSITION, REGIONS, SOURCES

TODAY = datetime.combine(german.today(), time(12))  # noon in UTC is the same day in Germany
TOMORROW = f"{TODAY + timedelta(days=1):%Y-%m-%d}"
WORDS = {"source": "vermerk-2023", "paragraph": None, "anchor": "wie gesagt"}
DIGITS = (26, 30, 310, 400, 5000)
NUMERIC = {
    table.name: names
    for table in package().tables.values()
    if (names := [each.name for each in table.fields if each.type in ("number", "integer")])
}
SAMPLES = FACTS | {"regions": REGIONS, "organisations": ORGANISATIONS, "sources": SOURCES}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The tables with their references and one row each of those looked at."""
    world = empty_world(tmp_path_factory.mktemp("world"))
    world.write("regions", *REGIONS)
    world.write("organisations", *ORGANISATIONS)
    world.write("sources", *(row | {"text_sha256": None} for row in SOURCES))
    for table in ("positions", "indicators", "funding"):
        world.write(table, *FACTS[table][:1])
    world.first_version()
    return world


Said = Sequence[tuple[str, ...]]
Case = tuple[str, Mapping[str, object], Said]


def warnings(world: World, table: str, cases: Sequence[Case]) -> list[Case]:
    """The cases as the program answers them: one new row for each of them, checked today at once.

    Of a warning it gives kind, column, value and what is expected, as many of them as the case.
    """
    sample = {**SAMPLES[table][0], **WORDS}
    rows = [{**sample, **_apart(table, at), **cells} for at, (_, cells, _) in enumerate(cases)]
    submission = receive(world, machine_csv(world.table(table), rows))
    uploads = Uploads(world.package, world.store, EDITOR, lambda: TODAY)
    checked = uploads.check(submission, Decisions(table), lambda _: None)
    assert isinstance(checked, Ready)
    assert checked.comparisons[table].counts["new"] == len(rows)
    found: list[list[tuple[str, ...]]] = [[] for _ in cases]
    for each in checked.warnings:
        assert each.line is not None
        said = (each.kind, each.column, each.value, each.expected)
        wanted = cases[each.line - 2][2]
        found[each.line - 2].append(said[: len(wanted[0])] if wanted else said)
    return [(name, cells, said) for (name, cells, _), said in zip(cases, found, strict=True)]


def _apart(table: str, number: int) -> dict[str, object]:
    """What makes the row of a table another one than those before it."""
    if table == "sources":
        return {"source": f"protokoll-{number}", "title": f"Neues Protokoll {number}"}
    return {"paragraph": number + 1}


def kinds_found(world: World, table: str, cells: Sequence[tuple[str, str]]) -> list[set[str]]:
    """The kinds of findings in each of these cells, when they stand one below the other."""
    sample = {**SAMPLES[table][0], "certainty": "exact"}
    rows = [{**sample, column: value} for column, value in cells]
    found = findings_of(check(world, table, *rows))
    return [
        {each.kind for each in found if (each.line, each.column) == (line, column)} - {"order"}
        for line, (column, _) in enumerate(cells, 2)
    ]


@pytest.mark.parametrize("table", NUMERIC)
def test_a_column_ends_at_its_bounds(loaded: World, table: str) -> None:
    """A number of any length beyond them is too large."""
    cells, expected = [], []
    for column in NUMERIC[table]:
        field = package().tables[table].field(column)
        low, high = int(field.minimum or 0), int(field.maximum or 0)
        values = [*map(str, (low - 1, low, high, high + 1)), *("9" * digits for digits in DIGITS)]
        cells += [(column, value) for value in values]
        expected += [{"minimum"}, set(), set(), {"maximum"}, *[{"maximum"}] * len(DIGITS)]
    found = kinds_found(loaded, table, cells)
    assert list(zip(cells, found, strict=True)) == list(zip(cells, expected, strict=True))


def not_whole() -> Iterator[tuple[str, Case]]:
    """Half a person is to be confirmed; what is counted in whole things is whole."""
    said = [("not_whole", "quantity", "2,5", "Personen")]
    for value, unit, expected in ((2.5, "persons", said), (2, "persons", []), (2.5, "posts", [])):
        yield "positions", ("half a person", {"quantity": value, "unit": unit}, expected)
    counted = package().vocabularies["indicator"]
    for code in sorted({*counted} - {"persons_per_case_manager"}):
        cells = {"indicator": code, "value": 12.5, "as_of": "2022"}
        yield "indicators", ("whole", cells, [("not_whole", "value", "12,5", counted[code])])


def no_date_ahead() -> Iterator[tuple[str, Case]]:
    """What already is so has no date ahead."""
    for table, column, state in (
        ("positions", "as_of", {"status": "filled"}),
        ("positions", "as_of", {"status": "established"}),
        ("carriers", "as_of", {}),
        ("evaluations", "as_of", {"status": "running"}),
        ("milestones", "date", {"state": "done"}),
        ("decisions", "date", {}),
        ("commitments", "as_of", {}),
        ("sources", "date", {}),
    ):
        yield table, ("so today", {**state, column: f"{TODAY:%Y-%m-%d}"}, [])
        yield table, ("so tomorrow", {**state, column: TOMORROW}, [("date_ahead", column)])


def dates_ahead() -> Iterator[tuple[str, Case]]:
    """What is still to come may have one, but none far ahead."""
    last = TODAY.year + 20
    for table, column, state in (
        ("positions", "as_of", {"status": "planned"}),
        ("positions", "as_of", {"status": "funded"}),
        ("evaluations", "as_of", {"status": "planned"}),
        ("evaluations", "ends", {"status": "running"}),
        ("milestones", "date", {"state": "expected"}),
        ("commitments", "due", {"state": "open"}),
    ):
        said = [("date_far", column, f"{last + 1}", f"1990 bis {last}")]
        yield table, ("comes tomorrow", {**state, column: TOMORROW}, [])
        yield table, ("comes in time", {**state, column: f"{last}-12-31"}, [])
        yield table, ("comes too late", {**state, column: f"{last + 1}"}, said)


def days_of_dates() -> Iterator[tuple[str, Case]]:
    """A date long before the programme is to be confirmed; a span lies ahead when its first day does."""
    for span, kinds in (
        ("1989", ["date_far"]),
        ("1990", []),
        ("1922", ["date_far"]),
        ("../2022", []),
        ("../1980", ["date_far"]),
        ("1985/2022", ["date_far"]),
        ("2021/..", []),
        ("2021/2022", []),
        ("2021/2099", ["date_far"]),
        (f"2021/{TODAY.year + 2}", []),
        (f"{TODAY.year + 2}-41", ["date_ahead"]),
        (f"{TODAY.year + 2}/..", ["date_ahead"]),
        ("2022-41", []),
        ("XXXX-05", []),
    ):
        yield "positions", ("span", {"as_of": span}, [(each,) for each in kinds])


CASES = [*not_whole(), *no_date_ahead(), *dates_ahead(), *days_of_dates()]


@pytest.mark.parametrize("table", sorted({table for table, _ in CASES}))
def test_what_is_seldom_meant_is_to_be_confirmed(loaded: World, table: str) -> None:
    cases = [case for of, case in CASES if of == table]
    assert warnings(loaded, table, cases) == cases


def test_a_row_typed_in_with_the_file_is_looked_at_too(loaded: World) -> None:
    typed = {**SOURCES[1], "source": "protokoll-neu", "title": "Neues Protokoll", "date": "2099"}
    cells = {name: str(cell or "") for name, cell in typed.items()}
    names = [field.name for field in loaded.table("sources").fields]
    row = {name: cells.get(name, "") for name in names}
    decisions = Decisions("positions", added={"sources": [row]})
    checked = check(
        loaded, "positions", POSITION | WORDS | {"source": "protokoll-neu"}, decisions=decisions
    )
    assert isinstance(checked, Ready)
    assert [(each.kind, each.file, each.line) for each in checked.warnings] == [
        ("date_far", "hier angelegt", None)
    ]


def test_a_document_is_received_on_a_day(world: World) -> None:
    expected = {"2022-11-01": [], "2022-11": ["pattern"], "2022-02-30": ["partial_date"]}
    received = zip(SOURCES, expected, strict=False)
    world.write("sources", *(source | {"received": day} for source, day in received))
    found = [each for each in world.build().findings if each.column == "received"]
    kinds = {
        day: [each.kind for each in found if each.line == line]
        for line, day in enumerate(expected, 2)
    }
    assert kinds == expected
