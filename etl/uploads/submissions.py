"""The submissions of one actor: receive, wait, decide, submit, put away.

What a session remembers of a submission does not count: every function that writes looks it up in
the inbox and checks the right itself.
"""

from collections.abc import Callable, Collection
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from etl.reading import Decisions
from etl.uploads import rights
from etl.uploads.inbox import Inbox
from etl.uploads.loaded_files import loads_of_file, regions_of_loads
from etl.uploads.outcomes import outcome_told
from etl.uploads.requests import Requests
from etl.uploads.rights import Touched
from etl.uploads.stages import Ready
from etl.uploads.submission import State, Submission
from kim.access import Actor, NotAllowedError, Role
from kim.disk import disk_said
from kim.settings import settings
from kim.store import Store
from kim.tables import Package

UNKNOWN_FILE = "Diese Datei ist hier nicht eingegangen. Reichen Sie sie noch einmal ein."
PUT_AWAY = "Diese Datei ist weggelegt. Reichen Sie sie noch einmal ein."
ALREADY_PUBLISHED = "Diese Datei ist schon veröffentlicht. Sehen Sie im Verlauf nach."


class Submissions:
    """The files that an actor hands in or releases. `now` gives the time in UTC, without zone.

    Received files are kept beside the store, unless `kept_in` names another folder.
    """

    def __init__(
        self,
        package: Package,
        store: Store,
        actor: Actor,
        now: Callable[[], datetime],
        *,
        kept_in: Path | None = None,
    ) -> None:
        self.package = package
        self.store = store
        self.actor = actor
        self.now = now
        folder = kept_in or store.folder
        self.inbox = Inbox.of(folder)
        self.archive = self.inbox.archive
        self.requests = Requests(folder)
        self._nobody_publishes = nullcontext if kept_in else store.alone

    @outcome_told
    def receive(self, name: str, content: BinaryIO) -> Submission:
        """Keep a file for good. Raises NotAllowedError, FileTooLargeError, StoreFullError."""
        self.actor.require_hand_in()
        most = settings().upload_bytes
        with disk_said(self.store.folder):
            return self.inbox.receive(name, content, self.actor.subject, self.now(), most)

    def waiting(self) -> list[Submission]:
        """The files that were neither published nor put away, the newest first: one's own, for a
        reviewer all.
        """
        published = self._published()
        return [
            each
            for each in self.inbox.submissions()
            if each.state is not State.DISCARDED
            and each.id not in published
            and (each.owner == self.actor.subject or Role.REVIEWER in self.actor.roles)
        ]

    def is_published(self, submission: Submission) -> bool:
        """Whether a version holds this file."""
        return submission.id in self._published()

    def decide(
        self, submission: Submission, decisions: Decisions, others: Collection[str] = ()
    ) -> Submission:
        """Keep what was decided about a file, so that another session goes on from there.

        What was submitted has to be submitted anew. `others`: subjects that had a hand in it as well.
        Raises NotAllowedError, StoreFullError.
        """
        kept = self._open(submission)
        if kept.decisions == decisions and {*others} <= {*kept.decided_by}:
            return kept
        kept = replace(kept, decided_by=(*kept.decided_by, *others))
        return self._write(replace(kept, state=State.RECEIVED, decisions=decisions, rows={}))

    def must_submit(self, submission: Submission) -> bool:
        """Whether the actor submits this file for another's release instead of publishing it."""
        return settings().four_eyes and submission.owner == self.actor.subject

    def refusal(self, ready: Ready) -> str:
        """Why the actor may not publish what was checked, in German; empty when that is allowed."""
        return refusal(partial(self._require_may_publish, ready))

    def refusal_to_submit(self, ready: Ready) -> str:
        """Why the actor may not submit what was checked, in German; empty when that is allowed."""
        return refusal(partial(self._require_may_submit, ready))

    def submit(self, ready: Ready) -> Submission:
        """Lay a sound file before a reviewer, who confirms its warnings anew.

        Raises NotAllowedError, StoreFullError.
        """
        kept = self._require_may_submit(ready)
        decisions = replace(ready.decisions, is_confirmed=False)
        return self._write(
            replace(kept, state=State.SUBMITTED, decisions=decisions, rows=ready.digests)
        )

    def discard(self, submission: Submission) -> Submission:
        """Put a file away that is not published; which stays in the archive for a time.

        Raises NotAllowedError, StoreBusyError, StoreFullError.
        """
        self._kept(submission)
        with self._nobody_publishes():
            kept = self._kept(submission)
            if self.is_published(kept):
                raise NotAllowedError(ALREADY_PUBLISHED)
            with disk_said(self.store.folder):
                return self.inbox.discard(kept, self.now())

    def original(self, sha256: str) -> bytes:
        """The bytes of a file as it was received. Raises NotAllowedError."""
        self._require_may_see(sha256)
        return self.archive.path(sha256).read_bytes()

    def refusal_to_see(self, sha256: str) -> str:
        """Why the actor may not have the bytes of a file, in German; empty when that is allowed."""
        return refusal(lambda: self._require_may_see(sha256))

    def _require_may_see(self, sha256: str) -> None:
        """Own files, and those whose rows are all of one's own regions; a reviewer all."""
        loads = loads_of_file(self.store, sha256)
        owners = {each.owner for each in self.inbox.submissions() if each.sha256 == sha256}
        if Role.REVIEWER not in self.actor.roles:
            self.actor.require_hand_in()
        if not loads and not owners:
            raise NotAllowedError(UNKNOWN_FILE)
        if Role.REVIEWER in self.actor.roles or self.actor.subject in owners:
            return
        regions = regions_of_loads(self.package, self.store, loads)
        if not loads or not all(map(self.actor.may_write, regions)):
            raise NotAllowedError(rights.FILE_OF_OTHERS)

    def papers(self) -> dict[int, str]:
        """By load, the source of the paper that its facts were read from; nothing for loads of files."""
        if not self.store.number():
            return {}
        rows = self.store.current().cursor().table("loads").project("receipt, load").fetchall()
        load_of = dict(rows)
        return {
            load_of[each.id]: each.decisions.paper
            for each in self.inbox.submissions()
            if each.decisions and each.decisions.paper and each.id in load_of
        }

    def _published(self) -> set[str]:
        if not self.store.number():
            return set()
        rows = self.store.current().cursor().table("loads").project("receipt").fetchall()
        return {submission for (submission,) in rows}

    def _kept(self, submission: Submission) -> Submission:
        """The submission as it stands now. Raises NotAllowedError."""
        kept = self.inbox.submission(submission.id)
        if kept is None or kept.sha256 != submission.sha256:
            raise NotAllowedError(UNKNOWN_FILE)
        rights.require_own_or_reviewer(self.actor, kept)
        return kept

    def _open(self, submission: Submission) -> Submission:
        """The submission as it stands now, neither published nor put away. Raises NotAllowedError."""
        kept = self._kept(submission)
        if self.is_published(kept):
            raise NotAllowedError(ALREADY_PUBLISHED)
        if kept.state is State.DISCARDED:
            raise NotAllowedError(PUT_AWAY)
        return kept

    def _write(self, submission: Submission) -> Submission:
        """Keep a submission, with the actor among those who decided. Raises StoreFullError."""
        subjects = sorted({*submission.decided_by, self.actor.subject})
        decided = replace(submission, decided_by=tuple(subjects))
        with disk_said(self.store.folder):
            self.inbox.write(decided)
        return decided

    def _require_may_publish(self, ready: Ready) -> None:
        """Raise NotAllowedError unless the actor may publish what was checked."""
        kept = self._open(ready.submission)
        rights.require_may_publish(self.actor, kept)
        if settings().four_eyes:  # who submitted it was asked for the right to write it
            rights.require_as_submitted(kept, ready.decisions, ready.digests)
        else:
            is_released = kept.owner != self.actor.subject
            self._require_may_write(ready.touched, is_released=is_released)

    def _require_may_write(self, touched: Touched, *, is_released: bool) -> None:
        """Raise NotAllowedError unless the actor may write what is touched.

        A reviewer, whether or not an editor as well, looks at what others wrote in any region.
        """
        if is_released and Role.REVIEWER in self.actor.roles:
            rights.require_may_write_for_all(self.actor, touched)
        else:
            rights.require_may_write(self.actor, touched)

    def _require_may_submit(self, ready: Ready) -> Submission:
        """The submission as it stands now. Raises NotAllowedError unless the actor may submit it."""
        kept = self._open(ready.submission)
        rights.require_may_write(self.actor, ready.touched)
        return kept


def refusal(require: Callable[[], object]) -> str:
    """Why what is required is not given, in German; empty when it is."""
    try:
        require()
    except NotAllowedError as refused:
        return str(refused)
    return ""
