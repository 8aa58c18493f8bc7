"""Values that are possible but seldom meant are to be confirmed; what is plain nonsense is refused."""

from collections.abc import Mapping, Sequence
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


def warnings(world: World, table: str, **cells: object) -> list[tuple[str, str, str, str]]:
    """The warnings about one new row, checked today."""
    row: Mapping[str, object] = {**SAMPLES[table][0], **WORDS, **cells}
    submission = receive(world, machine_csv(world.table(table), [row]))
    uploads = Uploads(world.package, world.store, EDITOR, lambda: TODAY)
    checked = uploads.check(submission, Decisions(table), lambda _: None)
    assert isinstance(checked, Ready)
    return [(each.kind, each.column, each.value, each.expected) for each in checked.warnings]


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
def test_a_number_of_any_length_is_too_large_for_its_column(loaded: World, table: str) -> None:
    cells = [(column, "9" * digits) for column in NUMERIC[table] for digits in DIGITS]
    assert kinds_found(loaded, table, cells) == [{"maximum"}] * len(cells)


@pytest.mark.parametrize("table", NUMERIC)
def test_a_column_ends_at_its_bounds(loaded: World, table: str) -> None:
    cells, expected = [], []
    for column in NUMERIC[table]:
        field = package().tables[table].field(column)
        low, high = int(field.minimum or 0), int(field.maximum or 0)
        cells += [(column, str(value)) for value in (low - 1, low, high, high + 1)]
        expected += [{"minimum"}, set(), set(), {"maximum"}]
    assert kinds_found(loaded, table, cells) == expected


@pytest.mark.parametrize(
    ("value", "unit", "is_said"),
    [(2.5, "persons", True), (2, "persons", False), (2.5, "posts", False)],
)
def test_half_a_person_is_to_be_confirmed(
    loaded: World, value: float, unit: str, is_said: bool
) -> None:
    said = warnings(loaded, "positions", quantity=value, unit=unit)
    assert said == ([("not_whole", "quantity", "2,5", "Personen")] if is_said else [])


@pytest.mark.parametrize(
    "indicator", sorted({*package().vocabularies["indicator"]} - {"persons_per_case_manager"})
)
def test_what_is_counted_in_whole_things_is_whole(loaded: World, indicator: str) -> None:
    words = package().vocabularies["indicator"][indicator]
    said = warnings(loaded, "indicators", indicator=indicator, value=12.5, as_of="2022")
    assert said == [("not_whole", "value", "12,5", words)]


@pytest.mark.parametrize(
    ("table", "column", "state"),
    [
        ("positions", "as_of", {"status": "filled"}),
        ("positions", "as_of", {"status": "established"}),
        ("carriers", "as_of", {}),
        ("evaluations", "as_of", {"status": "running"}),
        ("milestones", "date", {"state": "done"}),
        ("decisions", "date", {}),
        ("commitments", "as_of", {}),
        ("sources", "date", {"source": "protokoll-neu", "title": "Neues Protokoll"}),
    ],
)
def test_what_already_is_so_has_no_date_ahead(
    loaded: World, table: str, column: str, state: dict[str, str]
) -> None:
    said = warnings(loaded, table, **state, **{column: TOMORROW})
    assert [each[:2] for each in said] == [("date_ahead", column)]
    assert warnings(loaded, table, **state, **{column: f"{TODAY:%Y-%m-%d}"}) == []


@pytest.mark.parametrize(
    ("table", "column", "state"),
    [
        ("positions", "as_of", {"status": "planned"}),
        ("positions", "as_of", {"status": "funded"}),
        ("evaluations", "as_of", {"status": "planned"}),
        ("evaluations", "ends", {"status": "running"}),
        ("milestones", "date", {"state": "expected"}),
        ("commitments", "due", {"state": "open"}),
    ],
)
def test_what_is_still_to_come_may_have_one_but_none_far_ahead(
    loaded: World, table: str, column: str, state: dict[str, str]
) -> None:
    assert warnings(loaded, table, **state, **{column: TOMORROW}) == []
    last = TODAY.year + 20
    assert warnings(loaded, table, **state, **{column: f"{last}-12-31"}) == []
    said = warnings(loaded, table, **state, **{column: f"{last + 1}"})
    assert said == [("date_far", column, f"{last + 1}", f"1990 bis {last}")]


@pytest.mark.parametrize(("year", "is_far"), [("1989", True), ("1990", False), ("1922", True)])
def test_a_date_long_before_the_programme_is_to_be_confirmed(
    loaded: World, year: str, is_far: bool
) -> None:
    said = warnings(loaded, "positions", as_of=year)
    assert [each[0] for each in said] == (["date_far"] if is_far else [])


@pytest.mark.parametrize(
    ("span", "kinds"),
    [
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
    ],
)
def test_a_span_lies_ahead_when_its_first_day_does(
    loaded: World, span: str, kinds: list[str]
) -> None:
    assert [each[0] for each in warnings(loaded, "positions", as_of=span)] == kinds


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


@pytest.mark.parametrize(
    ("received", "kinds"),
    [("2022-11-01", []), ("2022-11", ["pattern"]), ("2022-02-30", ["partial_date"])],
)
def test_a_document_is_received_on_a_day(world: World, received: str, kinds: list[str]) -> None:
    world.write("sources", *({**source, "received": received} for source in SOURCES[:1]))
    found = [each.kind for each in world.build().findings if each.column == "received"]
    assert found == kinds
