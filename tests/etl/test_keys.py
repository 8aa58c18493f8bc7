"""A row that says its key stays the same fact; an upload whose key names no such fact is refused."""

import pytest

from etl.uploads.stages import Published, Ready
from tests.conftest import FIRST_LOAD, World
from tests.etl.submitting import CLOCK, check, findings_of, load, uploads
from tests.etl.test_uploads import rebuilt
from tests.rows import FACTS, POSITION, Row

pytestmark = pytest.mark.writing

HERS = POSITION | {"source": "vermerk-2023", "paragraph": None, "as_of": "2022", "anchor": "so"}
UNKNOWN = "00000000000000ab"


@pytest.fixture
def loaded(world: World) -> World:
    world.write("positions", HERS, POSITION | {"region": "05558"})
    world.first_version()
    return world


def key_of(world: World, table: str = "positions", region: str = "05566") -> str:
    told = world.store.current().cursor().table(table).filter(f"region = '{region}'")
    [(key,)] = told.project("format('{:016x}', fact)").distinct().fetchall()
    return str(key)


def told(world: World) -> list[tuple[object, ...]]:
    """Date, number and key of the first place, as the fact was told from load to load."""
    question = (
        "SELECT as_of, quantity, fact, known_to = 'infinity' FROM positions WHERE region = '05566'"
    )
    rows = world.store.current().cursor().execute(f"{question} ORDER BY load").fetchall()
    return [(as_of, quantity, f"{fact:016x}", is_open) for as_of, quantity, fact, is_open in rows]


def found(world: World, *rows: Row) -> list[tuple[object, ...]]:
    findings = findings_of(check(world, "positions", *rows))
    return [(each.kind, each.line, each.column, each.value) for each in findings]


def test_a_date_that_is_rewritten_under_its_key_is_the_same_fact(loaded: World) -> None:
    key = key_of(loaded)
    checked = check(loaded, "positions", HERS | {"as_of": "2022-11", "key": key})
    assert isinstance(checked, Ready)
    counts = checked.comparisons["positions"].counts
    assert (counts["new"], counts["changed"], counts["same"]) == (0, 1, 0)
    assert load(loaded, "positions", HERS | {"as_of": "2022-11", "key": key}) == Published(2)
    assert told(loaded) == [("2022", 1.9, key, False), ("2022-11", 1.9, key, True)]


def test_a_key_alone_changes_nothing(loaded: World) -> None:
    checked = check(loaded, "positions", HERS | {"key": key_of(loaded)})
    assert isinstance(checked, Ready)
    counts = checked.comparisons["positions"].counts
    assert (counts["new"], counts["changed"], counts["same"]) == (0, 0, 1)


def test_without_its_key_the_row_is_another_fact(loaded: World) -> None:
    checked = check(loaded, "positions", HERS | {"as_of": "2022-11"})
    assert isinstance(checked, Ready)
    assert checked.comparisons["positions"].counts["new"] == 1


def test_a_key_that_no_fact_has_is_refused(loaded: World) -> None:
    rows = (HERS, HERS | {"as_of": "2023", "key": UNKNOWN})
    assert found(loaded, *rows) == [("key_unknown", 3, "key", UNKNOWN)]


def test_a_key_of_another_place_is_refused(loaded: World) -> None:
    key = key_of(loaded, region="05558")
    assert found(loaded, HERS | {"key": key}) == [("key_unknown", 2, "key", key)]


def test_a_key_of_another_table_is_refused(loaded: World) -> None:
    key = key_of(loaded, "milestones")
    assert found(loaded, HERS | {"key": key}) == [("key_unknown", 2, "key", key)]


def test_a_key_that_is_none_is_told_once(loaded: World) -> None:
    assert found(loaded, HERS | {"key": "abc"}) == [("pattern", 2, "key", "abc")]


def test_a_key_of_a_withdrawn_fact_brings_it_back(loaded: World) -> None:
    row = HERS | {"as_of": "2023-06"}
    load(loaded, "positions", row)
    [key] = {key for as_of, _, key, _ in told(loaded) if as_of == "2023-06"}
    assert uploads(loaded).withdraw(2, lambda _: None).findings == []
    assert load(loaded, "positions", row | {"as_of": "2023", "key": key}) == Published(4)
    assert told(loaded)[-1] == ("2023", 1.9, key, True)


def test_a_key_twice_in_a_file_is_told_by_its_name(loaded: World) -> None:
    row = HERS | {"key": key_of(loaded)}
    findings = findings_of(check(loaded, "positions", row, row | {"as_of": "2023"}))
    assert [(each.kind, each.line, each.expected) for each in findings] == [
        ("duplicate", 2, "Kennung; so auch in Zeile 3"),
        ("duplicate", 3, "Kennung; so auch in Zeile 2"),
    ]


def test_the_sentence_says_where_the_key_stands(loaded: World) -> None:
    [finding] = findings_of(check(loaded, "positions", HERS | {"key": UNKNOWN}))
    assert str(finding) == (
        f"neu.csv, Zeile 2, Spalte „key“: „{UNKNOWN}“ ist nicht die Kennung einer Angabe dieser"
        " Tabelle zu diesem Ort. Nehmen Sie die 16 Zeichen am Ende der Adresse ihres Belegs oder"
        " leeren Sie die Zelle."
    )


def test_data_take_keys_as_they_are(world: World) -> None:
    world.write("positions", HERS | {"key": UNKNOWN})
    assert world.build().findings == []
    assert told(world) == [("2022", 1.9, UNKNOWN, True)]
    world.write("positions", HERS | {"as_of": "2021/2022", "key": UNKNOWN})
    assert world.build(CLOCK()).findings == []
    assert told(world) == [("2022", 1.9, UNKNOWN, False), ("2021/2022", 1.9, UNKNOWN, True)]


def test_a_rebuild_asks_no_key_again(loaded: World) -> None:
    key = key_of(loaded)
    load(loaded, "positions", HERS | {"as_of": "2022-11", "key": key})
    before = told(loaded)
    assert rebuilt(loaded).findings == []
    assert told(loaded) == before


def test_a_date_without_its_year_as_it_was_once_written_is_the_same(world: World) -> None:
    [milestone] = FACTS["milestones"]
    world.write("milestones", milestone | {"date": "--05"})
    assert world.build(FIRST_LOAD).findings == []
    key = key_of(world, "milestones")
    world.write("milestones", milestone | {"date": "XXXX-05"})
    report = world.build(CLOCK())
    assert (report.findings, report.version) == ([], None)
    assert key_of(world, "milestones") == key
