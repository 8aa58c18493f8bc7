"""The desk where files are handed in: receive, check, publish or submit, withdraw, bring back.

The page, the command line and the tests come through here; every function that writes checks the
right itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from etl.archive.files import Archive
from etl.pipeline.base import tables_in_base
from etl.pipeline.build import Report, Tell, advance, complete
from etl.pipeline.compare import Comparison, compare
from etl.pipeline.load_tables import uploads
from etl.pipeline.twins import twin_of
from etl.reading import Limits, Reading, read_apart
from etl.reading.process import RESULT
from etl.uploads import rights, typed_rows
from etl.uploads.handed_in import (
    READING,
    ROWS,
    Check,
    Outcome,
    choices,
    digests,
    in_its_words,
    rows_of,
    staged_rows,
)
from etl.uploads.inbox import Inbox
from etl.uploads.lexicon import lexicon
from etl.uploads.plausibility import implausible, unproven_changes
from etl.uploads.submissions import Submissions, refusal
from kim import german
from kim.access import Actor, NotAllowedError, Role, four_eyes
from kim.findings import Finding
from kim.loads import TYPED, Kind, Load, Part, Receipt, State, Upload
from kim.settings import most_upload_bytes
from kim.store import Draft, Store, StoreEmptyError, full_disk_said
from kim.tables import Package

BYTES_OF_ROOM = 1 << 20
NOT_TO_WITHDRAW = "Diese Ladung lässt sich nicht zurücknehmen: Es gibt sie nicht, oder sie ist schon zurückgenommen."
NOT_TO_RESTORE = "Diese Ladung lässt sich nicht zurückholen: Es gibt sie nicht, oder sie ist nicht zurückgenommen."


class Desk:
    """One actor at the store. `now` gives the time in UTC, without zone.

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
        self.archive = Archive(folder / "uploads")
        self.inbox = Inbox(folder / "inbox", self.archive)
        self.submissions = Submissions(self.inbox, actor, self.is_published)

    def receive(self, name: str, content: BinaryIO) -> Receipt:
        """Keep a file for good. Raises NotAllowedError, FileTooLargeError, StoreFullError."""
        self.actor.require_hand_in()
        with full_disk_said():
            return self.inbox.receive(
                name, content, self.actor.subject, self.now(), most_upload_bytes()
            )

    def waiting(self) -> list[Receipt]:
        """The files that were neither published nor put away, the newest first: one's own, for a
        reviewer all.
        """
        published = self._published()
        return [
            each
            for each in self.inbox.receipts()
            if each.state is not State.DISCARDED
            and each.receipt not in published
            and (each.subject == self.actor.subject or Role.REVIEWER in self.actor.roles)
        ]

    def is_published(self, receipt: Receipt) -> bool:
        """Whether a version holds this file."""
        return receipt.receipt in self._published()

    def check(self, receipt: Receipt, upload: Upload, tell: Tell) -> Check:
        """Read and check a received file and compare it with the store; nothing is written.

        Raises NotAllowedError, StoreEmptyError before the first version, StoreFullError.
        """
        rights.require_own_or_reviewer(self.actor, receipt)
        with self.store.rehearsal() as (rehearsal, draft):
            _require_base(draft)
            folder = rehearsal.workspace / READING
            folder.mkdir()
            reading = self._read(receipt, upload, folder, tell)
            checked = Check(receipt, upload, reading, rehearsal, tuple(reading.findings))
            if not (folder / RESULT).exists():
                _require_room(folder)
                return checked
            if reading.questions or not (folder / ROWS).exists():
                return checked
            load = self._load(draft, receipt, ())
            rows = rows_of(upload, folder)
            report = advance(self.package, load, rows, (), draft, tell)
            found = in_its_words(report.findings, checked, self.package)
            if found:
                return replace(checked, findings=tuple(found))
            table = self.package.tables[upload.table]
            comparisons: dict[str, Comparison] = {}
            warnings: list[Finding] = []
            for staged in staged_rows(checked, rows, draft, self.package):
                lacking = report.lacking[staged.table.name]
                comparisons[staged.table.name] = compare(staged.table, draft, lacking)
                warnings += implausible(staged, self.now().date())
            warnings += unproven_changes(table, comparisons[table.name], receipt.file)
            return replace(
                checked,
                warnings=tuple(warnings),
                comparisons=comparisons,
                touched=rights.touched(self.package, draft),
                version=rehearsal.version(draft),
            )

    def decide(self, receipt: Receipt, upload: Upload) -> Receipt:
        """Keep what was decided about a file, so that another session goes on from there.

        What was submitted has to be submitted anew. Raises NotAllowedError, StoreFullError.
        """
        kept = self.submissions.open(receipt)
        if kept.upload == upload:
            return kept
        return self.submissions.write(replace(kept, state=State.RECEIVED, upload=upload, rows={}))

    def complete_row(
        self, table: str, row: Mapping[str, str]
    ) -> tuple[dict[str, str], list[Finding]]:
        """A row typed into a form as it will be checked, and what is wrong with it already."""
        of = self.package.tables[table]
        cells, found = typed_rows.completed(of, row)
        if self.store.number():
            found += twin_of(of, cells, self.store.current().cursor())
        return cells, found

    def refusal(self, check: Check) -> str:
        """Why the actor may not publish what was checked, in German; empty when that is allowed."""
        return refusal(partial(self.submissions.require_may_publish, check))

    def refusal_to_submit(self, check: Check) -> str:
        """Why the actor may not submit what was checked, in German; empty when that is allowed."""
        return refusal(partial(self.submissions.require_may_submit, check))

    def publish(self, check: Check, tell: Tell) -> Outcome:
        """Publish what was checked, all of it or nothing.

        Raises NotAllowedError, StoreBusyError, StoreFullError.
        """
        self.submissions.require_may_publish(check)
        if not check.comparisons:
            return Outcome(findings=check.findings)
        if check.warnings and not check.upload.is_confirmed:
            return Outcome(findings=check.warnings)
        with self.store.draft() as draft:
            _require_base(draft)
            rows = rows_of(check.upload, check.folder)
            load = self._load(draft, check.receipt, self._keep(check))
            report = advance(self.package, load, rows, (), draft, tell)
            if report.findings:
                found = in_its_words(report.findings, check, self.package)
                return Outcome(findings=tuple(found))
            now = self._compare(rows, draft, report)
            touched = rights.touched(self.package, draft)
            self.submissions.require_may_publish(replace(check, touched=touched))
            if any(now[name].digest != seen.digest for name, seen in check.comparisons.items()):
                return Outcome(is_outdated=True)
            if any(change.added for change in report.changes):
                complete(self.store, draft, load, report)
        return Outcome(report.version)

    def submit(self, check: Check) -> Receipt:
        """Lay a sound file before a reviewer, who confirms its warnings anew.

        Raises NotAllowedError, StoreFullError.
        """
        kept = self.submissions.require_may_submit(check)
        upload = replace(check.upload, is_confirmed=False)
        return self.submissions.write(
            replace(kept, state=State.SUBMITTED, upload=upload, rows=digests(check))
        )

    def discard(self, receipt: Receipt) -> Receipt:
        """Put a file away, which stays in the archive. Raises NotAllowedError."""
        kept = self.submissions.kept(receipt)
        with full_disk_said():
            return self.inbox.discard(kept)

    def withdraw(self, number: int, tell: Tell) -> Report:
        """Publish a version without what this upload says. Raises NotAllowedError, StoreBusyError."""
        return self._decide(Kind.WITHDRAWAL, number, tell)

    def restore(self, number: int, tell: Tell) -> Report:
        """Publish a version with a withdrawn upload again. Raises NotAllowedError, StoreBusyError."""
        return self._decide(Kind.RESTORATION, number, tell)

    def original(self, sha256: str) -> bytes:
        """The bytes of a file as it was received. Raises NotAllowedError."""
        if not {Role.EDITOR, Role.REVIEWER} & self.actor.roles:
            self.actor.require(Role.EDITOR)
        return self.archive.path(sha256).read_bytes()

    def _decide(self, kind: Kind, number: int, tell: Tell) -> Report:
        if four_eyes():
            self.actor.require(Role.REVIEWER)
        else:
            self.actor.require_hand_in()
        with self.store.draft() as draft:
            _require_base(draft)
            withdraws = kind is Kind.WITHDRAWAL
            if number not in uploads(draft, counting=withdraws):
                raise NotAllowedError(NOT_TO_WITHDRAW if withdraws else NOT_TO_RESTORE)
            load = Load(draft.number, kind, self.now(), self.actor.subject, about=number)
            report = advance(self.package, load, {}, (), draft, tell)
            if not report.findings:
                rights.require_touched(self.actor, rights.touched(self.package, draft))
                complete(self.store, draft, load, report)
        titles = {table.path: table.title for table in self.package.tables.values()}
        named = [replace(each, file=titles.get(each.file, each.file)) for each in report.findings]
        return replace(report, findings=named)

    def _read(self, receipt: Receipt, upload: Upload, folder: Path, tell: Tell) -> Reading:
        return read_apart(
            self.archive.path(receipt.sha256),
            receipt.file,
            self.package.tables[upload.table],
            lexicon(self.store.current().cursor(), upload.added),
            choices(upload),
            Limits(most_bytes=most_upload_bytes()),
            folder,
            lambda rows: tell(f"{german.number(rows)} Zeilen gelesen"),
        )

    def _load(self, draft: Draft, receipt: Receipt, parts: tuple[Part, ...]) -> Load:
        subject, number = self.actor.subject, draft.number
        return Load(number, Kind.UPLOAD, self.now(), subject, parts, receipt=receipt.receipt)

    def _keep(self, check: Check) -> tuple[Part, ...]:
        """Keep the rows as they were read beside the file they came from."""
        parts = []
        for table, rows in rows_of(check.upload, check.folder).items():
            kept = self.archive.keep(rows.path)
            if table == check.upload.table:
                of = check.receipt
                parts.append(Part(table, of.file, of.size, of.sha256, kept))
            else:
                parts.append(Part(table, TYPED, rows.path.stat().st_size, kept, kept))
        return tuple(parts)

    def _compare(
        self, tables: Mapping[str, object], draft: Draft, report: Report
    ) -> dict[str, Comparison]:
        return {
            name: compare(self.package.tables[name], draft, report.lacking[name]) for name in tables
        }

    def _published(self) -> set[str]:
        if not self.store.number():
            return set()
        rows = self.store.current().cursor().table("loads").project("receipt").fetchall()
        return {receipt for (receipt,) in rows}


def _require_base(draft: Draft) -> None:
    """Files are loaded onto a version, made by a program that kept books of the loads."""
    if "load_changes" not in tables_in_base(draft):
        raise StoreEmptyError


def _require_room(folder: Path) -> None:
    """Reading that did not come to its end may have lacked room: OSError when there is none."""
    probe = folder / "room"
    probe.write_bytes(bytes(BYTES_OF_ROOM))
    probe.unlink()
