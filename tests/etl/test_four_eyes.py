"""Four eyes: what is published is what was submitted, by one who had no hand in it."""

import json
from dataclasses import replace

import pytest

from etl.cli import load as by_hand
from etl.uploads.handed_in import Check
from kim.access import NotAllowedError, Role
from kim.loads import Receipt, State, Upload
from tests.conftest import World
from tests.etl.hands import EDITOR, REVIEWER, check, desk, load, receive
from tests.rows import POSITION

WORDS = {"source": "vermerk-2023", "paragraph": None, "anchor": "wie gesagt"}
HERS = POSITION | WORDS | {"as_of": "2023-06", "quantity": 2}
BOTH = replace(EDITOR, subject="both-1", roles=EDITOR.roles | REVIEWER.roles)
OTHER_REVIEWER = replace(REVIEWER, subject="reviewer-2")
TYPED = {"organisation": "drk", "name": "DRK", "kind": "other"}


@pytest.fixture
def loaded(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The world with its first version, and four eyes from then on."""
    world.write("positions", POSITION)
    assert world.build().findings == []
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    return world


def submitted(world: World) -> Receipt:
    return desk(world).submit(check(world, "positions", HERS))


def seen(world: World, receipt: Receipt, actor: object = REVIEWER, **changes: object) -> Check:
    """What the reviewer checks: as submitted, or otherwise decided in this session only."""
    assert receipt.upload is not None
    upload = replace(receipt.upload, **changes)  # type: ignore[arg-type]
    return desk(world, actor).check(receipt, upload, lambda _: None)  # type: ignore[arg-type]


def refusal(world: World, checked: Check, actor: object = REVIEWER) -> str:
    """What the page says and publishing as well; nothing is published."""
    at = desk(world, actor)  # type: ignore[arg-type]
    said, before = at.refusal(checked), world.store.number()
    with pytest.raises(NotAllowedError) as error:
        at.publish(checked, lambda _: None)
    assert (str(error.value), world.store.number()) == (said, before)
    return said


def test_what_was_submitted_is_published(loaded: World) -> None:
    receipt = submitted(loaded)
    looked_at = seen(loaded, receipt, is_confirmed=True)
    assert desk(loaded, REVIEWER).refusal(looked_at) == ""
    assert desk(loaded, REVIEWER).publish(looked_at, lambda _: None).number == 2


def test_what_was_not_submitted_is_not_published(loaded: World) -> None:
    receipt = check(loaded, "positions", HERS).receipt
    decided = desk(loaded).decide(receipt, Upload("positions", numbers={"quantity": "decimal"}))
    assert "noch nicht zur Freigabe vorgelegt" in refusal(loaded, seen(loaded, decided))


def test_a_session_does_not_say_what_was_submitted(loaded: World) -> None:
    """The receipt on disk counts, not the one that a session holds."""
    receipt = check(loaded, "positions", HERS).receipt
    forged = replace(receipt, state=State.SUBMITTED, upload=Upload("positions"), subject="x")
    assert "noch nicht zur Freigabe vorgelegt" in refusal(loaded, seen(loaded, forged))
    unknown = replace(seen(loaded, forged), receipt=replace(forged, receipt="20260101T000000-0"))
    assert "nicht eingegangen" in refusal(loaded, unknown)


def test_who_decides_does_not_release(loaded: World) -> None:
    """Typing a row or answering a question takes the submission back, and counts for good."""
    receipt = submitted(loaded)
    assert receipt.upload is not None
    typed = replace(receipt.upload, added={"organisations": [TYPED]})
    decided = desk(loaded, REVIEWER).decide(receipt, typed)
    assert decided.state is State.RECEIVED
    assert "selbst etwas entschieden" in refusal(loaded, seen(loaded, decided))
    again = desk(loaded).submit(desk(loaded).check(decided, typed, lambda _: None))
    assert "selbst etwas entschieden" in refusal(loaded, seen(loaded, again))
    other = seen(loaded, again, OTHER_REVIEWER)
    assert desk(loaded, OTHER_REVIEWER).publish(other, lambda _: None).number == 2


def test_deciding_what_was_decided_changes_nothing(loaded: World) -> None:
    receipt = submitted(loaded)
    assert receipt.upload is not None
    assert desk(loaded, REVIEWER).decide(receipt, receipt.upload) == receipt
    looked_at = seen(loaded, receipt)
    assert desk(loaded, REVIEWER).publish(looked_at, lambda _: None).number == 2


def test_what_is_decided_in_a_session_alone_is_not_published(loaded: World) -> None:
    receipt = submitted(loaded)
    changed = seen(loaded, receipt, added={"organisations": [TYPED]})
    assert "anders gelesen als bei der Vorlage" in refusal(loaded, changed)


def test_what_is_read_otherwise_is_not_published(loaded: World) -> None:
    """A name that stands for another key now: the same file, the same decisions, other rows."""
    named = HERS | {"employer": "Caritasverband"}
    receipt = desk(loaded).submit(check(loaded, "positions", named))
    renamed = [
        {"organisation": "caritas", "name": "Caritas", "kind": "welfare_association"},
        {"organisation": "caritas-neu", "name": "Caritasverband", "kind": "welfare_association"},
    ]
    change = desk(loaded).submit(check(loaded, "organisations", *renamed))
    assert desk(loaded, REVIEWER).publish(seen(loaded, change), lambda _: None).number == 2
    assert "anders gelesen als bei der Vorlage" in refusal(loaded, seen(loaded, receipt))


def test_who_submits_for_another_does_not_release(loaded: World) -> None:
    receipt = check(loaded, "positions", HERS).receipt
    checked = desk(loaded, BOTH).check(receipt, Upload("positions"), lambda _: None)
    given = desk(loaded, BOTH).submit(checked)
    assert given.subject == EDITOR.subject
    assert "selbst etwas entschieden" in refusal(loaded, seen(loaded, given, BOTH), BOTH)


def test_what_is_not_sound_is_not_submitted(loaded: World) -> None:
    broken = check(loaded, "positions", HERS | {"quantity": -1})
    assert "noch Fehler" in desk(loaded).refusal_to_submit(broken)
    with pytest.raises(NotAllowedError, match="noch Fehler"):
        desk(loaded).submit(broken)


@pytest.mark.parametrize("eyes", ["", "1"])
def test_what_is_put_away_stays_away(
    loaded: World, monkeypatch: pytest.MonkeyPatch, eyes: str
) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", eyes)
    receipt = submitted(loaded)
    looked_at = seen(loaded, receipt)
    desk(loaded).discard(receipt)
    assert "weggelegt" in refusal(loaded, looked_at)
    for act in (
        lambda: desk(loaded).submit(looked_at),
        lambda: desk(loaded).decide(receipt, Upload("funding")),
    ):
        with pytest.raises(NotAllowedError, match="weggelegt"):
            act()
    assert desk(loaded).waiting() == []


def test_what_is_published_is_not_decided_about(
    loaded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", "")
    load(loaded, "positions", HERS)
    [receipt] = desk(loaded).inbox.receipts()
    for act in (
        lambda: desk(loaded).decide(receipt, Upload("funding")),
        lambda: desk(loaded).submit(seen(loaded, replace(receipt, upload=Upload("positions")))),
    ):
        with pytest.raises(NotAllowedError, match="schon veröffentlicht"):
            act()


def test_a_receipt_of_an_earlier_release_is_still_read(loaded: World) -> None:
    receipt = receive(loaded, b"x")
    path = desk(loaded).inbox.folder / f"{receipt.receipt}.json"
    record = json.loads(path.read_text("utf-8"))
    del record["decided_by"], record["rows"]
    path.write_text(json.dumps(record), "utf-8")
    assert desk(loaded).waiting() == [receipt]


def test_the_command_line_submits_and_does_not_release_its_own(loaded: World) -> None:
    command_line = by_hand.COMMAND_LINE
    assert Role.REVIEWER in command_line.roles
    checked = check(loaded, "positions", HERS, actor=command_line)
    given = desk(loaded, command_line).submit(checked)
    said = refusal(loaded, seen(loaded, given, command_line), command_line)
    assert "Ihre eigene Datei" in said
    assert desk(loaded, REVIEWER).refusal(seen(loaded, given)) == ""
