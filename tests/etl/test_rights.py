"""Whose rows may be touched: what is held and what comes, in every table, by every way in."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from etl.reading import Decisions
from etl.uploads.stages import Published, Ready
from kim.access import LOCAL, Actor, NotAllowedError
from kim.loads import Kind
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

pytestmark = pytest.mark.writing

WORDS = {"source": "vermerk-2023", "paragraph": None, "anchor": "wie gesagt"}
HERS = POSITION | WORDS | {"as_of": "2023-06", "quantity": 2}
FOREIGN = SOURCES[2]
TAKEN = FOREIGN | {"region": "05566"}


@pytest.fixture
def loaded(world: World) -> World:
    world.write("positions", POSITION)
    world.first_version()
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
    assert "dafür benannt" in refused(loaded, "positions", HERS, decisions=decisions)


# What belongs to all places is written by those whom the settings name.

DRK = {"organisation": "drk", "name": "DRK", "kind": "other"}
OF_THE_LAND = SOURCES[1] | {"source": "erlass-2024", "region": "05", "title": "Erlass"}
COMMON = [("organisations", DRK), ("organisations", ORGANISATIONS[2]), ("sources", OF_THE_LAND)]


@pytest.mark.parametrize(("table", "row"), COMMON)
def test_common_rows_are_written_by_those_who_are_named(
    loaded: World, monkeypatch: pytest.MonkeyPatch, table: str, row: Mapping[str, object]
) -> None:
    """Added, changed or only repeated; by default the editors of all regions are named."""
    assert "dafür benannt" in refused(loaded, table, row)
    monkeypatch.setenv("KIM_COMMON_EDITORS", f"someone, {AT_STEINFURT.subject}")
    checked = check(loaded, table, row, actor=AT_STEINFURT)
    assert uploads(loaded, AT_STEINFURT).refusal(checked) == ""
    everywhere = check(loaded, table, row)
    with pytest.raises(NotAllowedError, match="dafür benannt"):
        uploads(loaded).publish(everywhere, print)


def test_by_default_editors_of_all_regions_write_common_rows(loaded: World) -> None:
    assert load(loaded, "organisations", DRK) == Published(2)
    assert load(loaded, "sources", OF_THE_LAND) == Published(3)


def test_an_own_source_of_the_land_is_not_taken_over(loaded: World) -> None:
    load(loaded, "sources", OF_THE_LAND)
    assert "dafür benannt" in refused(loaded, "sources", OF_THE_LAND | {"region": "05566"})


def test_who_is_named_but_no_editor_writes_nothing(
    loaded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = check(loaded, "organisations", DRK)
    monkeypatch.setenv("KIM_COMMON_EDITORS", f"{REVIEWER.subject};{READER.subject}")
    for actor in (REVIEWER, READER):
        with pytest.raises(NotAllowedError):
            uploads(loaded, actor).publish(checked, print)


# A reviewer who becomes an editor as well.

BOTH = replace(AT_STEINFURT, subject="both-1", roles=EDITOR.roles | REVIEWER.roles)
BOTH_NOWHERE = replace(BOTH, regions=frozenset())


@pytest.mark.parametrize(("actor", "eyes"), [(BOTH, ""), (BOTH_NOWHERE, ""), (BOTH, "1")])
def test_a_reviewer_releases_rows_of_any_region(
    loaded: World, monkeypatch: pytest.MonkeyPatch, eyes: str, actor: Actor
) -> None:
    """Another role takes none away."""
    checked = check(loaded, "positions", HERS | {"region": "05558"})
    if eyes:
        uploads(loaded).submit(checked)
    monkeypatch.setenv("KIM_FOUR_EYES", eyes)
    assert uploads(loaded, actor).publish(checked, print) == Published(2)
    if eyes:
        assert uploads(loaded, actor).request(Kind.WITHDRAWAL, 2, print).findings == []


def test_a_reviewers_own_file_is_an_editors(loaded: World) -> None:
    checked = check(loaded, "positions", HERS | {"region": "05558"}, actor=BOTH)
    with pytest.raises(NotAllowedError, match="05558"):
        uploads(loaded, BOTH).publish(checked, print)


@pytest.mark.parametrize(
    ("table", "row", "said"), [("regions", REGIONS[4] | {"lat": 52.1}, "Liste der Orte"),
                               ("organisations", DRK, "dafür benannt")]
)  # fmt: skip
def test_a_release_alone_is_no_right_to_what_belongs_to_all(
    loaded: World, table: str, row: Mapping[str, object], said: str
) -> None:
    """Without four eyes nobody asked whoever handed the file in."""
    checked = check(loaded, table, row, actor=AT_STEINFURT)
    for actor in (REVIEWER, BOTH):
        with pytest.raises(NotAllowedError, match=said):
            uploads(loaded, actor).publish(checked, print)


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


# The file as it came.


def original(world: World, actor: Actor, sha256: str) -> str:
    """Empty when the actor gets the bytes; else why not, as the page says it."""
    at = uploads(world, actor)
    said = at.refusal_to_see(sha256)
    if said:
        with pytest.raises(NotAllowedError) as refusal:
            at.original(sha256)
        assert str(refusal.value) == said
    else:
        assert at.original(sha256)
    return said


def test_originals_are_for_those_whose_regions_allow(loaded: World) -> None:
    load(loaded, "positions", HERS, HERS | {"region": "05558"})
    load(loaded, "positions", HERS | {"quantity": 3})
    load(loaded, "organisations", DRK)
    rows = loaded.store.current().cursor().table("load_parts").filter("load > 1").order("load")
    both, hers, common = (sha256 for (sha256,) in rows.project("sha256").fetchall())
    assert original(loaded, AT_STEINFURT, hers) == ""
    assert original(loaded, AT_STEINFURT, common) == ""
    assert "Orte bearbeiten" in original(loaded, AT_STEINFURT, both)
    for actor in (EDITOR, REVIEWER, LOCAL, BOTH):
        assert original(loaded, actor, both) == ""
    for actor in (READER, NOWHERE):
        assert original(loaded, actor, hers)


def test_an_original_that_was_withdrawn_is_guarded_too(loaded: World) -> None:
    load(loaded, "positions", HERS | {"region": "05558"})
    uploads(loaded).withdraw(2, print)
    [submission] = uploads(loaded).inbox.submissions()
    assert "Orte bearbeiten" in original(loaded, AT_STEINFURT, submission.sha256)


def test_a_file_that_is_not_published_is_its_owners(loaded: World) -> None:
    submission = receive(loaded, b"x", AT_STEINFURT)
    assert original(loaded, AT_STEINFURT, submission.sha256) == ""
    assert original(loaded, REVIEWER, submission.sha256) == ""
    other = replace(AT_STEINFURT, subject="editor-9")
    assert "eingereicht haben" in original(loaded, other, submission.sha256)


@pytest.mark.parametrize("name", ["0" * 64, "../current", "../inbox"])
def test_what_nobody_handed_in_is_no_original(loaded: World, name: str) -> None:
    assert "nicht eingegangen" in original(loaded, LOCAL, name)
