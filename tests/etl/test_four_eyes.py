"""Four eyes: what is published is what was submitted, by one who had no hand in it."""

import json
from dataclasses import replace

import pytest

import kim.store
from etl.__main__ import main
from etl.cli.load import COMMAND_LINE
from etl.reading import Decisions
from etl.uploads.stages import Check, Published
from etl.uploads.submission import State, Submission
from kim.access import Actor, NotAllowedError, Role
from kim.loads import Kind
from kim.store import StoreBusyError
from tests.conftest import World
from tests.etl.submitting import CLOCK, EDITOR, READER, REVIEWER, check, load, receive, uploads
from tests.rows import POSITION, SOURCES

pytestmark = pytest.mark.writing

WORDS = {"source": "vermerk-2023", "paragraph": None, "anchor": "wie gesagt"}
HERS = POSITION | WORDS | {"as_of": "2023-06", "quantity": 2}
BOTH = replace(EDITOR, subject="both-1", roles=EDITOR.roles | REVIEWER.roles)
OTHER_REVIEWER = replace(REVIEWER, subject="reviewer-2")
TYPED = {"organisation": "drk", "name": "DRK", "kind": "other"}


@pytest.fixture
def loaded(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The world with its first version, and four eyes from then on."""
    world.write("positions", POSITION)
    world.first_version()
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    return world


def submitted(world: World) -> Submission:
    return uploads(world).submit(check(world, "positions", HERS))


def seen(
    world: World, submission: Submission, actor: object = REVIEWER, **changes: object
) -> Check:
    """What the reviewer checks: as submitted, or otherwise decided in this session only."""
    assert submission.decisions is not None
    decisions = replace(submission.decisions, **changes)  # type: ignore[arg-type]
    return uploads(world, actor).check(submission, decisions, lambda _: None)  # type: ignore[arg-type]


def refusal(world: World, checked: Check, actor: object = REVIEWER) -> str:
    """What the page says and publishing as well; nothing is published."""
    at = uploads(world, actor)  # type: ignore[arg-type]
    said, before = at.refusal(checked), world.store.number()
    with pytest.raises(NotAllowedError) as error:
        at.publish(checked, lambda _: None)
    assert (str(error.value), world.store.number()) == (said, before)
    return said


def test_what_was_submitted_is_published(loaded: World) -> None:
    submission = submitted(loaded)
    looked_at = seen(loaded, submission, is_confirmed=True)
    assert uploads(loaded, REVIEWER).refusal(looked_at) == ""
    assert uploads(loaded, REVIEWER).publish(looked_at, lambda _: None) == Published(2)


def test_what_was_not_submitted_is_not_published(loaded: World) -> None:
    submission = check(loaded, "positions", HERS).submission
    decided = uploads(loaded).decide(
        submission, Decisions("positions", numbers={"quantity": "decimal"})
    )
    assert "noch nicht zur Freigabe vorgelegt" in refusal(loaded, seen(loaded, decided))


def test_a_session_does_not_say_what_was_submitted(loaded: World) -> None:
    """The submission on disk counts, not the one that a session holds."""
    submission = check(loaded, "positions", HERS).submission
    forged = replace(submission, state=State.SUBMITTED, decisions=Decisions("positions"), owner="x")
    assert "noch nicht zur Freigabe vorgelegt" in refusal(loaded, seen(loaded, forged))
    unknown = replace(seen(loaded, forged), submission=replace(forged, id="20260101T000000-0"))
    assert "nicht eingegangen" in refusal(loaded, unknown)


def test_who_decides_does_not_release(loaded: World) -> None:
    """Typing a row or answering a question takes the submission back, and counts for good."""
    submission = submitted(loaded)
    assert submission.decisions is not None
    typed = replace(submission.decisions, added={"organisations": [TYPED]})
    decided = uploads(loaded, REVIEWER).decide(submission, typed)
    assert decided.state is State.RECEIVED
    assert "selbst etwas entschieden" in refusal(loaded, seen(loaded, decided))
    again = uploads(loaded).submit(uploads(loaded).check(decided, typed, lambda _: None))
    assert "selbst etwas entschieden" in refusal(loaded, seen(loaded, again))
    other = seen(loaded, again, OTHER_REVIEWER)
    assert uploads(loaded, OTHER_REVIEWER).publish(other, lambda _: None) == Published(2)


def test_deciding_what_was_decided_changes_nothing(loaded: World) -> None:
    submission = submitted(loaded)
    assert submission.decisions is not None
    assert uploads(loaded, REVIEWER).decide(submission, submission.decisions) == submission
    looked_at = seen(loaded, submission)
    assert uploads(loaded, REVIEWER).publish(looked_at, lambda _: None) == Published(2)


def test_what_is_decided_in_a_session_alone_is_not_published(loaded: World) -> None:
    submission = submitted(loaded)
    changed = seen(loaded, submission, added={"organisations": [TYPED]})
    assert "anders gelesen als bei der Vorlage" in refusal(loaded, changed)


def test_what_is_read_otherwise_is_not_published(loaded: World) -> None:
    """A name that stands for another key now: the same file, the same decisions, other rows."""
    named = HERS | {"employer": "Caritasverband"}
    submission = uploads(loaded).submit(check(loaded, "positions", named))
    renamed = [
        {"organisation": "caritas", "name": "Caritas", "kind": "welfare_association"},
        {"organisation": "caritas-neu", "name": "Caritasverband", "kind": "welfare_association"},
    ]
    change = uploads(loaded).submit(check(loaded, "organisations", *renamed))
    assert uploads(loaded, REVIEWER).publish(seen(loaded, change), lambda _: None) == Published(2)
    assert "anders gelesen als bei der Vorlage" in refusal(loaded, seen(loaded, submission))


def test_who_submits_for_another_does_not_release(loaded: World) -> None:
    submission = check(loaded, "positions", HERS).submission
    checked = uploads(loaded, BOTH).check(submission, Decisions("positions"), lambda _: None)
    given = uploads(loaded, BOTH).submit(checked)
    assert given.owner == EDITOR.subject
    assert "selbst etwas entschieden" in refusal(loaded, seen(loaded, given, BOTH), BOTH)


@pytest.mark.parametrize("eyes", ["", "1"])
def test_what_is_put_away_stays_away(
    loaded: World, monkeypatch: pytest.MonkeyPatch, eyes: str
) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", eyes)
    submission = submitted(loaded)
    looked_at = seen(loaded, submission)
    uploads(loaded).discard(submission)
    assert "weggelegt" in refusal(loaded, looked_at)
    for act in (
        lambda: uploads(loaded).submit(looked_at),
        lambda: uploads(loaded).decide(submission, Decisions("funding")),
    ):
        with pytest.raises(NotAllowedError, match="weggelegt"):
            act()
    assert uploads(loaded).waiting() == []


def test_what_is_published_is_not_decided_about(
    loaded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", "")
    load(loaded, "positions", HERS)
    [submission] = uploads(loaded).inbox.submissions()
    for act in (
        lambda: uploads(loaded).decide(submission, Decisions("funding")),
        lambda: uploads(loaded).submit(
            seen(loaded, replace(submission, decisions=Decisions("positions")))
        ),
    ):
        with pytest.raises(NotAllowedError, match="schon veröffentlicht"):
            act()


# Withdrawing and bringing back: one requests it, another does it.


@pytest.fixture
def published(loaded: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """Load 2 is an upload that counts."""
    monkeypatch.setenv("KIM_FOUR_EYES", "")
    load(loaded, "positions", HERS)
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    return loaded


def request(world: World, kind: Kind, actor: Actor) -> None:
    assert uploads(world, actor).request(kind, 2, print).findings == []


@pytest.mark.parametrize("actor", [REVIEWER, COMMAND_LINE])
def test_nobody_withdraws_alone(published: World, actor: Actor) -> None:
    at = uploads(published, actor)
    with pytest.raises(NotAllowedError, match="Beantragt ist hier noch nichts"):
        at.withdraw(2, print)
    request(published, Kind.WITHDRAWAL, actor)
    with pytest.raises(NotAllowedError, match="selbst beantragt") as refused:
        at.withdraw(2, print)
    assert at.refusal_to_decide(Kind.WITHDRAWAL, 2) == str(refused.value)
    assert published.store.number() == 2


def test_two_persons_withdraw_and_two_bring_back(published: World) -> None:
    request(published, Kind.WITHDRAWAL, EDITOR)
    with pytest.raises(NotAllowedError, match="Recht zum Freigeben"):
        uploads(published, replace(EDITOR, subject="editor-9")).withdraw(2, print)
    assert uploads(published, REVIEWER).withdraw(2, print).version == 3
    with pytest.raises(NotAllowedError, match="noch nichts"):
        uploads(published, REVIEWER).restore(2, print)
    request(published, Kind.RESTORATION, REVIEWER)
    with pytest.raises(NotAllowedError, match="selbst beantragt"):
        uploads(published, REVIEWER).restore(2, print)
    assert uploads(published, OTHER_REVIEWER).restore(2, print).version == 4


def test_a_request_counts_once(published: World) -> None:
    """The one of a year ago does not stand in for a first person."""
    request(published, Kind.WITHDRAWAL, EDITOR)
    uploads(published, REVIEWER).withdraw(2, print)
    request(published, Kind.RESTORATION, EDITOR)
    uploads(published, REVIEWER).restore(2, print)
    assert uploads(published).requested(Kind.WITHDRAWAL, 2) is None
    with pytest.raises(NotAllowedError, match="noch nichts"):
        uploads(published, REVIEWER).withdraw(2, print)


def test_a_request_that_an_earlier_program_kept_counts(published: World) -> None:
    folder = published.store.folder / "proposals"
    folder.mkdir()
    (folder / "000002.json").write_text(
        """{"kind": "withdrawal", "load": 2, "subject": "editor-1",
            "at": "2026-11-20T09:00:00+00:00", "decided": 2}"""
    )
    assert uploads(published, REVIEWER).withdraw(2, print).version == 3


def test_a_request_is_for_one_thing(published: World) -> None:
    request(published, Kind.WITHDRAWAL, EDITOR)
    assert uploads(published).requested(Kind.RESTORATION, 2) is None
    with pytest.raises(NotAllowedError, match="nicht zurückholen"):
        uploads(published).request(Kind.RESTORATION, 2, print)


def test_a_request_is_made_by_those_who_may_write_what_it_touches(published: World) -> None:
    elsewhere = replace(EDITOR, subject="editor-9", regions=frozenset({"05558"}))
    with pytest.raises(NotAllowedError, match="05566"):
        uploads(published, elsewhere).request(Kind.WITHDRAWAL, 2, print)
    with pytest.raises(NotAllowedError, match="Recht zum Bearbeiten"):
        uploads(published, READER).request(Kind.WITHDRAWAL, 2, print)
    assert uploads(published).requested(Kind.WITHDRAWAL, 2) is None


def test_what_would_break_is_not_even_requested(
    loaded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", "")
    load(loaded, "sources", SOURCES[1] | {"source": "protokoll-2024"})
    load(loaded, "positions", HERS | {"source": "protokoll-2024"})
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    report = uploads(loaded).request(Kind.WITHDRAWAL, 2, print)
    assert [each.kind for each in report.findings] == ["still_used"]
    assert uploads(loaded).requested(Kind.WITHDRAWAL, 2) is None


def test_the_command_line_requests(
    published: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["withdraw", "2", "--store", str(published.store.folder)]
    assert main(arguments) == 0
    assert "Beantragt." in capsys.readouterr().out
    assert main(arguments) == 1
    assert "selbst beantragt" in capsys.readouterr().out
    assert published.store.number() == 2
    assert uploads(published, REVIEWER).withdraw(2, print).version == 3


@pytest.mark.parametrize("eyes", ["", "1"])
def test_what_is_published_is_not_put_away(
    published: World, monkeypatch: pytest.MonkeyPatch, eyes: str
) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", eyes)
    [submission] = uploads(published).inbox.submissions()
    with pytest.raises(NotAllowedError, match="schon veröffentlicht"):
        uploads(published).discard(submission)


def test_what_was_put_away_is_not_brought_back(
    published: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier release let people put away what was published."""
    monkeypatch.setenv("KIM_FOUR_EYES", "")
    uploads(published).withdraw(2, print)
    [submission] = uploads(published).inbox.submissions()
    uploads(published).inbox.discard(submission, CLOCK())
    with pytest.raises(NotAllowedError, match="weggelegt"):
        uploads(published).restore(2, print)
    assert published.store.number() == 3


def test_nothing_is_put_away_while_it_is_published(
    loaded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kim.store, "SECONDS_TO_WAIT_FOR_WRITER", 0.1)
    submission = submitted(loaded)
    with loaded.store.alone(), pytest.raises(StoreBusyError):
        uploads(loaded).discard(submission)
    assert uploads(loaded).waiting() == [submission]


def test_a_submission_of_an_earlier_release_is_still_read(loaded: World) -> None:
    submission = receive(loaded, b"x")
    path = uploads(loaded).inbox.folder / f"{submission.id}.json"
    record = json.loads(path.read_text("utf-8"))
    del record["decided_by"], record["rows"]
    path.write_text(json.dumps(record), "utf-8")
    assert uploads(loaded).waiting() == [submission]


def test_the_command_line_submits_and_does_not_release_its_own(loaded: World) -> None:
    command_line = COMMAND_LINE
    assert Role.REVIEWER in command_line.roles
    checked = check(loaded, "positions", HERS, actor=command_line)
    given = uploads(loaded, command_line).submit(checked)
    said = refusal(loaded, seen(loaded, given, command_line), command_line)
    assert "Ihre eigene Datei" in said
    assert uploads(loaded, REVIEWER).refusal(seen(loaded, given)) == ""
