"""Whose rows may be touched: what is held and what comes, in every table, by every way in."""

from collections.abc import Mapping

import pytest

from etl.reading import Decisions
from etl.uploads.stages import Published, Ready
from kim.access import LOCAL, Actor, NotAllowedError
from tests.conftest import World
from tests.etl.submitting import (
    AT_STEINFURT,
    EDITOR,
    NOWHERE,
    READER,
    REVIEWER,
    check,
    load,
    machine_csv,
    receive,
    uploads,
)
from tests.rows import ORGANISATIONS, POSITION, REGIONS, SOURCES

WORDS = {"source": "vermerk-2023", "paragraph": None, "anchor": "wie gesagt"}
HERS = POSITION | WORDS | {"as_of": "2023-06", "quantity": 2}
FOREIGN = SOURCES[2]
TAKEN = FOREIGN | {"region": "05566"}


@pytest.fixture
def loaded(world: World) -> World:
    world.write("positions", POSITION)
    assert world.build().findings == []
    return world


def refused(
    world: World, table: str, *rows: Mapping[str, object], decisions: Decisions | None = None
) -> str:
    """What the page says and, in the same words, publishing and submitting."""
    checked = check(world, table, *rows, actor=AT_STEINFURT, decisions=decisions)
    assert isinstance(checked, Ready)
    at = uploads(world, AT_STEINFURT)
    said = at.refusal(checked)
    before = world.store.number()
    for act in (lambda: at.publish(checked, print), lambda: at.submit(checked)):
        with pytest.raises(NotAllowedError) as error:
            act()
        assert str(error.value) == said
    assert at.refusal_to_submit(checked) == said
    assert world.store.number() == before
    return said


def test_a_foreign_source_is_not_taken_over_by_its_key(loaded: World) -> None:
    assert "05515" in refused(loaded, "sources", TAKEN)


def test_an_own_source_is_not_given_away(loaded: World) -> None:
    assert "05515" in refused(loaded, "sources", SOURCES[1] | {"region": "05515"})


def test_an_own_source_is_changed(loaded: World) -> None:
    assert load(loaded, "sources", SOURCES[1] | {"title": "Vermerk"}, actor=AT_STEINFURT).number


def test_a_typed_row_takes_no_foreign_source(loaded: World) -> None:
    decisions = Decisions("positions", added={"sources": [{**TAKEN, "title": "Meine"}]})  # type: ignore[dict-item]
    assert "05515" in refused(loaded, "positions", HERS, decisions=decisions)


def test_a_foreign_row_is_not_even_repeated(loaded: World) -> None:
    """Repeated it would hold against the withdrawal of those whose row it is."""
    load(loaded, "positions", HERS | {"region": "05558"})
    assert "05558" in refused(loaded, "positions", HERS, HERS | {"region": "05558"})


@pytest.mark.parametrize("name", ["Emsdetten", "Rheine"])
def test_places_belong_to_all(loaded: World, name: str) -> None:
    key = "05566076" if name == "Rheine" else "05566008"
    assert "Liste der Orte" in refused(
        loaded, "regions", REGIONS[4] | {"ags": key, "name": name, "lat": 52.1}
    )
    decisions = Decisions(
        "positions", added={"regions": [{**REGIONS[4], "ags": key, "name": name}]}
    )  # type: ignore[dict-item]
    assert "Liste der Orte" in refused(loaded, "positions", HERS, decisions=decisions)


def test_places_are_changed_by_those_who_may_write_everywhere(loaded: World) -> None:
    assert load(loaded, "regions", REGIONS[4] | {"lat": 52.1}) == Published(2)


def test_a_typed_row_changes_no_organisation(loaded: World) -> None:
    typed = {"organisation": "caritas", "name": "Anderer Name", "kind": "other"}
    decisions = Decisions("positions", added={"organisations": [typed]})
    assert "für alle Orte" in refused(loaded, "positions", HERS, decisions=decisions)


def test_an_organisation_is_repeated_and_brought_back_by_adding_it(loaded: World) -> None:
    added = {"organisation": "drk", "name": "DRK", "kind": "other"}
    load(loaded, "organisations", added)
    uploads(loaded).withdraw(2, lambda _: None)
    checked = check(loaded, "organisations", added, ORGANISATIONS[2], actor=AT_STEINFURT)
    assert uploads(loaded, AT_STEINFURT).publish(checked, lambda _: None) == Published(4)


def test_a_withdrawal_brings_nothing_back_to_others(loaded: World) -> None:
    load(loaded, "sources", TAKEN)
    at = uploads(loaded, AT_STEINFURT)
    with pytest.raises(NotAllowedError, match="05515"):
        at.withdraw(2, lambda _: None)
    uploads(loaded).withdraw(2, lambda _: None)
    with pytest.raises(NotAllowedError, match="05515"):
        at.restore(2, lambda _: None)
    assert loaded.store.number() == 3


def test_a_load_that_does_not_win_is_withdrawn_by_those_whose_rows_it_has(loaded: World) -> None:
    theirs = HERS | {"region": "05558"}
    load(loaded, "positions", theirs)
    load(loaded, "positions", theirs, HERS)
    with pytest.raises(NotAllowedError, match="05558"):
        uploads(loaded, AT_STEINFURT).withdraw(2, lambda _: None)
    with pytest.raises(NotAllowedError, match="05558"):
        uploads(loaded, AT_STEINFURT).withdraw(3, lambda _: None)


def test_own_loads_are_withdrawn_and_brought_back(loaded: World) -> None:
    load(loaded, "positions", HERS, actor=AT_STEINFURT)
    at = uploads(loaded, AT_STEINFURT)
    assert at.withdraw(2, lambda _: None).version == 3
    assert at.restore(2, lambda _: None).version == 4


def test_what_others_moved_meanwhile_is_looked_at_again(loaded: World) -> None:
    """The rights are those at the moment of publishing, not of the check."""
    looked_at = check(loaded, "sources", SOURCES[1] | {"note": "meine"}, actor=AT_STEINFURT)
    assert uploads(loaded, AT_STEINFURT).refusal(looked_at) == ""
    load(loaded, "sources", SOURCES[1] | {"region": "05515"})
    with pytest.raises(NotAllowedError, match="05515"):
        uploads(loaded, AT_STEINFURT).publish(looked_at, lambda _: None)


def test_an_editor_without_a_place_writes_nothing(loaded: World) -> None:
    """Not even what belongs to all, and no file."""
    content = machine_csv(loaded.table("positions"), [HERS])
    mine = Actor(NOWHERE.subject, NOWHERE.roles)
    submission = receive(loaded, content, mine)
    checked = uploads(loaded, mine).check(submission, Decisions("positions"), print)
    drk = {"organisation": "drk", "name": "DRK", "kind": "other"}
    organisation = check(loaded, "organisations", drk, actor=mine)
    load(loaded, "positions", HERS | {"quantity": 4})
    nowhere = uploads(loaded, NOWHERE)
    typed = Decisions("positions", added={"organisations": [drk]})
    before = sorted(path.name for path in loaded.store.folder.rglob("*"))
    for act in (
        lambda: receive(loaded, content, NOWHERE),
        lambda: nowhere.check(submission, Decisions("positions"), print),
        lambda: nowhere.decide(submission, typed),
        lambda: nowhere.submit(checked),
        lambda: nowhere.publish(checked, print),
        lambda: nowhere.publish(organisation, print),
        lambda: nowhere.discard(submission),
        lambda: nowhere.withdraw(2, print),
    ):
        with pytest.raises(NotAllowedError, match="noch kein Ort"):
            act()
    assert sorted(path.name for path in loaded.store.folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (EDITOR, True),
        (AT_STEINFURT, True),
        (LOCAL, True),
        (NOWHERE, False),
        (READER, False),
        (REVIEWER, False),
    ],
)
def test_who_hands_in(actor: Actor, expected: bool) -> None:
    assert actor.may_hand_in is expected
