"""A name stands for one key: by every way in, within a file and beside what is held."""

import pytest

from etl.reading import Decisions
from etl.uploads.stages import Published
from tests.conftest import World
from tests.etl.submitting import CLOCK, check, findings_of, load, uploads
from tests.etl.test_uploads import rebuilt
from tests.rows import ORGANISATIONS, POSITION, REGIONS, SOURCES, Row

pytestmark = pytest.mark.writing

WORDS = {"source": "vermerk-2023", "paragraph": None, "anchor": "wie gesagt"}
HERS = POSITION | WORDS | {"as_of": "2023-06", "quantity": 2}
DRK = {"organisation": "drk", "name": "Deutsches Rotes Kreuz", "kind": "other"}
MINUTES = SOURCES[0] | {"text_sha256": ""}


@pytest.fixture
def loaded(world: World) -> World:
    world.write("positions", POSITION)
    world.first_version()
    return world


def found(world: World, table: str, *rows: Row) -> list[tuple[object, ...]]:
    findings = findings_of(check(world, table, *rows))
    return [(each.kind, each.line, each.column, each.value, each.expected) for each in findings]


def test_a_name_that_another_key_has_is_refused(loaded: World) -> None:
    names = ["Caritasverband", "CARITASVERBAND", " Caritas\u00adverband", "caritasverband\u200b"]
    rows = [
        {"organisation": f"neu-{at}", "name": name, "kind": "other"}
        for at, name in enumerate(names)
    ]
    keys = ["caritas", *(row["organisation"] for row in rows)]
    said = [
        (each[0], each[1], each[2], each[4]) for each in found(loaded, "organisations", DRK, *rows)
    ]
    assert said == [
        ("twin", line, "name", ", ".join(key for key in keys if key != row["organisation"]))
        for line, row in enumerate(rows, 3)
    ]


def test_names_are_compared_composed_and_without_extra_blanks(loaded: World) -> None:
    load(loaded, "organisations", DRK | {"name": "Träger  der Hilfe"})
    twin = {"organisation": "neu", "name": "Tra\u0308ger der Hilfe", "kind": "other"}
    assert [each[0] for each in found(loaded, "organisations", twin)] == ["twin"]


def test_a_name_twice_in_a_file_is_refused(loaded: World) -> None:
    rows = (DRK, DRK | {"organisation": "drk-2"})
    said = found(loaded, "organisations", *rows)
    assert [(each[0], each[1], each[4]) for each in said] == [
        ("twin", 2, "drk-2"),
        ("twin", 3, "drk"),
    ]


def test_the_sentence_names_the_key(loaded: World) -> None:
    [finding] = check(loaded, "organisations", DRK | {"name": "Stadt Rheine"}).findings
    assert "unter dem Schlüssel „stadt-rheine“" in str(finding)
    assert "neu.csv, Zeile 2" in str(finding)


def test_a_typed_row_is_refused_in_its_form_and_by_the_check(loaded: World) -> None:
    typed = DRK | {"name": "Caritasverband"}
    cells, findings = uploads(loaded).complete_row("organisations", typed)
    assert [(each.kind, each.column, each.expected) for each in findings] == [
        ("twin", "Name", "caritas")
    ]
    decisions = Decisions("positions", added={"organisations": [cells]})
    [finding] = check(loaded, "positions", HERS, decisions=decisions).findings
    assert (finding.kind, finding.file) == ("twin", "hier angelegt")
    assert uploads(loaded).complete_row("organisations", DRK)[1] == []


def test_a_row_may_keep_and_change_its_own_name(loaded: World) -> None:
    assert load(loaded, "organisations", ORGANISATIONS[2] | {"kind": "other"}) == Published(2)
    assert load(loaded, "organisations", ORGANISATIONS[2] | {"name": "Caritas"}) == Published(3)
    assert load(loaded, "organisations", DRK | {"name": "Caritasverband"}) == Published(4)


def test_two_rows_may_change_their_names(loaded: World) -> None:
    """What counts is how the names stand after the load."""
    first, second = ORGANISATIONS[1], ORGANISATIONS[2]
    swapped = (first | {"name": second["name"]}, second | {"name": first["name"]})
    assert load(loaded, "organisations", *swapped) == Published(2)


def test_a_withdrawal_brings_no_twin_back(loaded: World) -> None:
    load(loaded, "organisations", ORGANISATIONS[2] | {"name": "Caritas"})
    load(loaded, "organisations", DRK | {"name": "Caritasverband"})
    report = uploads(loaded).withdraw(2, lambda _: None)
    assert [(each.kind, each.file, each.expected) for each in report.findings] == [
        ("twin", "Organisationen", "drk")
    ]
    assert loaded.store.number() == 3


def test_a_restoration_brings_no_twin_back(loaded: World) -> None:
    load(loaded, "organisations", DRK)
    uploads(loaded).withdraw(2, lambda _: None)
    load(loaded, "organisations", DRK | {"organisation": "rotes-kreuz"})
    report = uploads(loaded).restore(2, lambda _: None)
    assert [(each.kind, each.expected) for each in report.findings] == [("twin", "rotes-kreuz")]


def test_data_keeps_the_rule_too(loaded: World) -> None:
    loaded.write("organisations", *ORGANISATIONS, DRK | {"name": "caritasverband"})
    [finding] = loaded.build(CLOCK()).findings
    assert (finding.kind, finding.file, finding.line) == ("twin", "organisations.csv", 5)


def test_a_first_version_keeps_the_rule_too(world: World) -> None:
    world.write("organisations", *ORGANISATIONS, DRK | {"name": "caritasverband"})
    assert {(each.kind, each.line) for each in world.build().findings} == {("twin", 4), ("twin", 5)}


def test_a_rebuild_keeps_what_was_published(loaded: World) -> None:
    load(loaded, "organisations", DRK)
    assert rebuilt(loaded).findings == []


def test_places_of_one_kind_have_names_of_their_own(loaded: World) -> None:
    assert [each[0] for each in found(loaded, "regions", REGIONS[4] | {"ags": "05566008"})] == [
        "twin"
    ]
    town = REGIONS[4] | {"ags": "05566008", "name": "Kreis Coesfeld"}
    assert load(loaded, "regions", town) == Published(2)


def test_a_paper_of_one_day_and_body_stands_once(loaded: World) -> None:
    """No two of the others are the same paper."""
    same: list[Row] = [{}, {"title": "niederschrift  Sozialausschuss", "url": ""}]
    others: list[Row] = [
        {"date": "2022-11-04"},
        {"date": "2022-11"},
        {"date": ""},
        {"region": "05558"},
        {"body": "Kreistag"},
        {"kind": "paper"},
        {"reference": "12/2022"},
    ]
    rows = [
        MINUTES | {"source": f"noch-einmal-{at}"} | changed
        for at, changed in enumerate((*same, *others))
    ]
    said = [(each[0], each[1], each[4]) for each in found(loaded, "sources", *rows)]
    assert said == [
        ("twin", 2, "muster-2022, noch-einmal-1"),
        ("twin", 3, "muster-2022, noch-einmal-0"),
    ]
