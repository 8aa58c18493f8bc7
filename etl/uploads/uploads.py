"""The way of a file into the store for one actor: receive, check, decide, publish, withdraw.

The page, the command line and the tests come through here; every function that writes checks the right itself.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from etl.pipeline.base import require_base
from etl.pipeline.build import Report, Tell, advance, complete
from etl.pipeline.compare import compare
from etl.pipeline.load_tables import next_load, uploads
from etl.pipeline.twins import twin_of
from etl.reading import Decisions, Job, Limits, Outcome, Undecided, Unreadable, read_in_child
from etl.uploads import file_findings, paper_texts, rights, typed_rows
from etl.uploads.checking import Rehearsed
from etl.uploads.lexicon import lexicon
from etl.uploads.outcomes import outcome_told
from etl.uploads.requests import Request
from etl.uploads.stages import (
    Asking,
    Check,
    Outdated,
    Publication,
    Published,
    Ready,
    Refused,
    Rejected,
    Submitted,
    Unchanged,
)
from etl.uploads.submission import State, Submission
from etl.uploads.submissions import PUT_AWAY, Submissions, refusal
from etl.uploads.turns import turns
from kim import german
from kim.access import NotAllowedError, Role
from kim.findings import Finding
from kim.loads import TYPED, Kind, Load, Part
from kim.settings import settings
from kim.store import Draft

NOT_TO_WITHDRAW = "Dieses Hochladen lässt sich nicht zurücknehmen: Es gibt es nicht, oder es ist schon zurückgenommen."
NOT_TO_RESTORE = "Dieses Hochladen lässt sich nicht zurückholen: Es gibt es nicht, oder es ist nicht zurückgenommen."
DECIDED_LAST = "SELECT coalesce(max(load), $load) FROM loads WHERE about = $load"
RECEIVED_AS = "SELECT receipt FROM loads WHERE load = $load"


class Uploads(Submissions):
    """The uploads of one actor to a store: the submissions, and what they do to its versions."""

    @outcome_told
    def check(self, submission: Submission, decisions: Decisions, tell: Tell) -> Check:
        """Read and check a received file and compare it with the store; nothing is written.

        Waits for its turn, and tells its place meanwhile.
        Raises NotAllowedError, StoreEmptyError before the first version, StoreFullError.
        """
        rights.require_own_or_reviewer(self.actor, submission)
        at_once = turns.taken(self.actor.subject, tell)
        with at_once, self.store.rehearsal() as (rehearsal, draft):
            require_base(draft)
            match self._read(submission, decisions, rehearsal.workspace / "reading", tell):
                case Unreadable(reading, findings):
                    return Refused(submission, decisions, reading, tuple(findings), {})
                case Undecided(reading, findings, questions):
                    return Asking(submission, decisions, reading, tuple(findings), tuple(questions))
                case read:
                    load = self._load(draft, submission, ())
                    tried = (submission, decisions, read, rehearsal, draft)
                    original = self.archive.path(submission.sha256)
                    texts = paper_texts.documents(self.store.folder, decisions, original)
                    rehearsed = Rehearsed(self.package, *tried, texts)
                    return rehearsed.check(load, german.calendar_day(self.now()), tell)

    def complete_row(
        self, table: str, row: Mapping[str, str]
    ) -> tuple[dict[str, str], list[Finding]]:
        """A row typed into a form as it will be checked, and what is wrong with it already."""
        of = self.package.tables[table]
        cells, found = typed_rows.completed(of, row)
        if self.store.number():
            found += twin_of(of, cells, self.store.current().cursor())
        return cells, found

    def finish(self, ready: Ready, tell: Tell) -> Publication:
        """The last step of a file: submit it where another has to release it, else publish it.

        Raises NotAllowedError, StoreBusyError, StoreFullError.
        """
        if ready.is_unconfirmed:
            return Rejected(ready.warnings)
        if self.must_submit(ready.submission):
            return Submitted(self.submit(ready))
        return self.publish(ready, tell)

    @outcome_told
    def publish(self, ready: Ready, tell: Tell) -> Publication:
        """Publish what was checked, all of it or nothing.

        Raises NotAllowedError, StoreBusyError, StoreFullError.
        """
        self._require_may_publish(ready)
        if ready.is_unconfirmed:
            return Rejected(ready.warnings)
        with self.store.draft() as draft:
            require_base(draft)
            load = self._load(draft, ready.submission, self._keep(ready))
            original = self.archive.path(ready.submission.sha256)
            texts = paper_texts.documents(self.store.folder, ready.decisions, original)
            report = advance(self.package, load, ready.rows, texts, draft, tell)
            if report.findings:
                about = (ready.submission, ready.decisions, ready.reading)
                return Rejected(file_findings.of_file(report.findings, *about, self.package))
            touched = rights.touched(self.package, draft, ready.decisions.paper)
            self._require_may_publish(replace(ready, touched=touched))
            if self._differs(ready, draft, report):
                return Outdated()
            if not any(change.added for change in report.changes):
                return Unchanged()
            paper_texts.keep(self.store.folder, ready.decisions, original, draft)
            complete(self.package, self.store, draft, load, report)
        return Published(load.number)

    def withdraw(self, number: int, tell: Tell) -> Report:
        """Publish a version without what this load says, under four eyes what another requested.

        Raises NotAllowedError, StoreBusyError, StoreFullError.
        """
        return self._withdraw_or_restore(Kind.WITHDRAWAL, number, tell)

    def restore(self, number: int, tell: Tell) -> Report:
        """Publish a version with a withdrawn load again, under four eyes what another requested.

        Raises NotAllowedError, StoreBusyError, StoreFullError.
        """
        return self._withdraw_or_restore(Kind.RESTORATION, number, tell)

    def request(self, kind: Kind, number: int, tell: Tell) -> Report:
        """Under four eyes, the first of two: lay before a reviewer that a load be withdrawn or restored.

        With findings nothing is requested. Raises NotAllowedError, StoreFullError.
        """
        if Role.REVIEWER not in self.actor.roles:
            self.actor.require_hand_in()
        with self.store.rehearsal() as (_, draft):
            _, report = self._decided(draft, kind, number, tell)
            if not report.findings:
                touched = rights.touched(self.package, draft)
                self._require_may_write(touched, is_released=True)
                decided = self._decided_last(number)
                self.requests.write(Request(kind, number, self.actor.subject, self.now(), decided))
        return report

    def requested(self, kind: Kind, number: int) -> Request | None:
        """Who requested that this be done with the load; None where nobody did since the last time."""
        return self.requests.open(kind, number, self._decided_last(number))

    def refusal_to_decide(self, kind: Kind, number: int) -> str:
        """Why the actor may not do what was requested, in German; empty when that is allowed."""
        return refusal(lambda: self._require_may_decide(kind, number))

    def _require_may_decide(self, kind: Kind, number: int) -> None:
        if settings().four_eyes:
            rights.require_second_person(self.actor, self.requested(kind, number))
        else:
            self.actor.require_hand_in()

    def _withdraw_or_restore(self, kind: Kind, number: int, tell: Tell) -> Report:
        self._require_may_decide(kind, number)
        with self.store.draft() as draft:
            self._require_may_decide(kind, number)
            load, report = self._decided(draft, kind, number, tell)
            if not report.findings:
                if not settings().four_eyes:  # else who requested it was asked
                    touched = rights.touched(self.package, draft)
                    self._require_may_write(touched, is_released=False)
                complete(self.package, self.store, draft, load, report)
        return report

    def _decided(self, draft: Draft, kind: Kind, number: int, tell: Tell) -> tuple[Load, Report]:
        """The draft as it would be without the load or with it again. Raises NotAllowedError."""
        require_base(draft)
        withdraws = kind is Kind.WITHDRAWAL
        if number not in uploads(draft, counting=withdraws):
            raise NotAllowedError(NOT_TO_WITHDRAW if withdraws else NOT_TO_RESTORE)
        if not withdraws:
            self._require_not_put_away(number)
        load = next_load(draft, kind, self.now(), subject=self.actor.subject, about=number)
        report = advance(self.package, load, {}, (), draft, tell)
        findings = file_findings.of_tables(report.findings, self.package)
        return load, replace(report, findings=findings)

    def _decided_last(self, number: int) -> int:
        """The load that last withdrew this one or brought it back; the load itself where none did."""
        loads = self.store.current().cursor()
        [(last,)] = loads.execute(DECIDED_LAST, {"load": number}).fetchall()
        return int(last)

    def _require_not_put_away(self, number: int) -> None:
        loads = self.store.current().cursor()
        for (key,) in loads.execute(RECEIVED_AS, {"load": number}).fetchall():
            kept = self.inbox.submission(key)
            if kept and kept.state is State.DISCARDED:
                raise NotAllowedError(PUT_AWAY)

    def _read(
        self, submission: Submission, decisions: Decisions, folder: Path, tell: Tell
    ) -> Outcome:
        folder.mkdir()
        if decisions.paper:
            return paper_texts.read(folder)
        job = Job(
            self.archive.path(submission.sha256),
            submission.name,
            self.package.tables[decisions.table],
            lexicon(self.store.current().cursor(), decisions.added),
            decisions,
            Limits(most_bytes=settings().upload_bytes),
        )
        return read_in_child(
            job, folder, lambda rows: tell(f"{german.number(rows)} Zeilen gelesen")
        )

    def _differs(self, ready: Ready, draft: Draft, report: Report) -> bool:
        """Whether the draft differs otherwise from its base than what was looked at from its own."""
        return any(
            compare(self.package.tables[name], draft, report.lacking[name]).digest != seen.digest
            for name, seen in ready.comparisons.items()
        )

    def _load(self, draft: Draft, submission: Submission, parts: tuple[Part, ...]) -> Load:
        about = {"subject": self.actor.subject, "parts": parts, "submission": submission.id}
        return next_load(draft, Kind.UPLOAD, self.now(), **about)

    def _keep(self, ready: Ready) -> tuple[Part, ...]:
        """Keep the rows as they were read beside the file they came from."""
        parts = []
        of = ready.submission
        for table, rows in ready.rows.items():
            kept = self.archive.keep(rows.path)
            is_of_paper = ready.decisions.paper and self.package.tables[table].is_fact
            file = (TYPED, rows.path.stat().st_size, kept)
            if table == ready.decisions.table or is_of_paper:
                file = (of.name, of.size, of.sha256)
            parts.append(Part(table, *file, kept))
        return tuple(parts)
