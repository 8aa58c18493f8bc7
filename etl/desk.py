"""The desk where files are handed in: receive, check, publish or submit, withdraw, bring back.

The page, the command line and the tests come through here; every function that writes checks the
right itself.
"""

import csv
from array import array
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from etl.archive import Archive
from etl.build import Report, Rows, Tell, advance, complete
from etl.comparison import Comparison, compare
from etl.files import places
from etl.inbox import Inbox
from etl.plausibility import headings_of, implausible
from etl.publish import tables_in_base, uploads
from etl.reading import Choices, Lexicon, Limits, Reading, read_apart
from etl.reading.apart import RESULT
from kim import german
from kim.access import Actor, NotAllowedError, Role, four_eyes
from kim.findings import Finding, in_order
from kim.loads import Kind, Load, Part, Receipt, State, Upload
from kim.settings import most_upload_bytes
from kim.store import Draft, Rehearsal, Store, StoreEmptyError, Version, full_disk_said
from kim.tables import Dialect, Package, Table

BYTES_OF_ROOM = 1 << 20
TYPED_SOURCES = "neue Quelle"
SOURCES = "sources"
NOT_TO_WITHDRAW = "Diese Ladung lässt sich nicht zurücknehmen: Es gibt sie nicht, oder sie ist schon zurückgenommen."
NOT_TO_RESTORE = "Diese Ladung lässt sich nicht zurückholen: Es gibt sie nicht, oder sie ist nicht zurückgenommen."
ALREADY_PUBLISHED = "Diese Datei ist schon veröffentlicht. Sehen Sie im Verlauf nach."
SOMEBODY_ELSES = "Diese Datei hat jemand anderes eingereicht."
COMMON_ROWS = "Diese Tabelle gilt für alle Orte. Bestehende Zeilen darf nur ändern, wer für alle Orte bearbeiten darf."
OWN_SUBMISSION = "Vier Augen: Ihre eigene Datei muss jemand anderes freigeben."
SUBMIT_FIRST = "Vier Augen: Legen Sie die Datei zur Freigabe vor."


@dataclass(frozen=True)
class Check:
    """What was found in a received file, and what the store would say with it.

    Without questions and findings there is a comparison for each table it brings and `version`,
    the store as it would look; `warnings` have to be confirmed. The rehearsal keeps its files.
    """

    receipt: Receipt
    upload: Upload
    reading: Reading
    rehearsal: Rehearsal
    findings: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    comparisons: Mapping[str, Comparison] | None = None
    version: Version | None = None

    @property
    def is_sound(self) -> bool:
        return self.comparisons is not None

    def rows_at(self, lines: Collection[int]) -> dict[int, list[str]]:
        """The rows that stand in these lines of the file, as they were read: cells by line."""
        folder = self.rehearsal.workspace / "reading"
        if not (folder / "rows.csv").exists():
            return {}
        numbers = {number: line for number, line in enumerate(_lines(folder), 1) if line in lines}
        found = places(folder / "rows.csv", Dialect(), (), numbers)
        return {numbers[row]: cells for row, cells in found.cells.items()}

    @property
    def changes_nothing(self) -> bool:
        each = (self.comparisons or {}).values()
        return all(one.counts["new"] + one.counts["changed"] == 0 for one in each)


@dataclass(frozen=True)
class Outcome:
    """What became of an attempt to publish: the number, or why there is none.

    `is_outdated`: others published what changes the comparison; look at it again.
    """

    number: int | None = None
    findings: tuple[Finding, ...] = ()
    is_outdated: bool = False


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

    def receive(self, name: str, content: BinaryIO) -> Receipt:
        """Keep a file for good. Raises NotAllowedError, FileTooLargeError, StoreFullError."""
        self.actor.require(Role.EDITOR)
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

    def check(self, receipt: Receipt, upload: Upload, tell: Tell) -> Check:
        """Read and check a received file and compare it with the store; nothing is written.

        Raises NotAllowedError, StoreEmptyError before the first version, StoreFullError.
        """
        self._require_own_or_reviewer(receipt)
        with self.store.rehearsal() as (rehearsal, draft):
            _require_base(draft)
            folder = rehearsal.workspace / "reading"
            folder.mkdir()
            reading = self._read(receipt, upload, folder, tell)
            checked = Check(receipt, upload, reading, rehearsal, tuple(reading.findings))
            if not (folder / RESULT).exists():
                _require_room(folder)
                return checked
            if reading.questions or not (folder / "rows.csv").exists():
                return checked
            load = self._load(draft, receipt, ())
            report = advance(self.package, load, _rows(upload, folder), (), draft, tell)
            found = self._as_in_the_file(report.findings, checked)
            if found or reading.findings:
                return replace(checked, findings=tuple(found))
            comparisons = self._compare(upload, draft)
            warnings = implausible(
                self.package.tables[upload.table], draft, receipt.file, _lines(folder), reading
            )
            return replace(
                checked,
                warnings=tuple(warnings),
                comparisons=comparisons,
                version=rehearsal.version(draft),
            )

    def refusal(self, check: Check) -> str:
        """Why the actor may not publish or submit what was checked; empty when that is allowed."""
        try:
            self._require_regions(check.comparisons or {})
        except NotAllowedError as refused:
            return str(refused)
        return ""

    def publish(self, check: Check, tell: Tell) -> Outcome:
        """Publish what was checked, all of it or nothing.

        Raises NotAllowedError, StoreBusyError, StoreFullError.
        """
        self._require_may_publish(check.receipt)
        if not check.comparisons:
            return Outcome(findings=check.findings)
        if check.warnings and not check.upload.is_confirmed:
            return Outcome(findings=check.warnings)
        with self.store.draft() as draft:
            _require_base(draft)
            folder = check.rehearsal.workspace / "reading"
            load = self._load(draft, check.receipt, self._keep(check, folder))
            rows = _rows(check.upload, folder)
            report = advance(self.package, load, rows, (), draft, tell)
            if report.findings:
                return Outcome(findings=tuple(self._as_in_the_file(report.findings, check)))
            comparisons = self._compare(check.upload, draft)
            self._require_regions(comparisons)
            if any(
                comparisons[name].digest != each.digest for name, each in check.comparisons.items()
            ):
                return Outcome(is_outdated=True)
            if any(change.added for change in report.changes):
                complete(self.store, draft, load, report)
        return Outcome(report.version)

    def submit(self, check: Check) -> Receipt:
        """Lay a sound file before a reviewer. Raises NotAllowedError."""
        self.actor.require(Role.EDITOR)
        self._require_own_or_reviewer(check.receipt)
        self._require_regions(check.comparisons or {})
        submitted = replace(check.receipt, state=State.SUBMITTED, upload=check.upload)
        with full_disk_said():
            self.inbox.write(submitted)
        return submitted

    def discard(self, receipt: Receipt) -> Receipt:
        """Put a file away, which stays in the archive. Raises NotAllowedError."""
        self._require_own_or_reviewer(receipt)
        with full_disk_said():
            return self.inbox.discard(receipt)

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
        self.actor.require(Role.REVIEWER if four_eyes() else Role.EDITOR)
        with self.store.draft() as draft:
            _require_base(draft)
            withdraws = kind is Kind.WITHDRAWAL
            if number not in uploads(draft, counting=withdraws):
                raise NotAllowedError(NOT_TO_WITHDRAW if withdraws else NOT_TO_RESTORE)
            self._require_regions_of_load(draft, number)
            load = Load(draft.number, kind, self.now(), self.actor.subject, about=number)
            report = advance(self.package, load, {}, (), draft, tell)
            if not report.findings:
                complete(self.store, draft, load, report)
        return report

    def _read(self, receipt: Receipt, upload: Upload, folder: Path, tell: Tell) -> Reading:
        return read_apart(
            self.archive.path(receipt.sha256),
            receipt.file,
            self.package.tables[upload.table],
            self._lexicon(),
            Choices(upload.sheet, upload.columns, upload.numbers, upload.percent),
            Limits(most_bytes=most_upload_bytes()),
            folder,
            lambda rows: tell(f"{german.number(rows)} Zeilen gelesen"),
        )

    def _lexicon(self) -> Lexicon:
        cursor = self.store.current().cursor()
        return Lexicon(
            regions=dict(cursor.table("regions").project("ags, name").fetchall()),
            organisations=dict(
                cursor.table("organisations").project("organisation, name").fetchall()
            ),
            sources=dict(cursor.table("sources").project("source, title").fetchall()),
        )

    def _load(self, draft: Draft, receipt: Receipt, parts: tuple[Part, ...]) -> Load:
        subject, number = self.actor.subject, draft.number
        return Load(number, Kind.UPLOAD, self.now(), subject, parts, receipt=receipt.receipt)

    def _keep(self, check: Check, folder: Path) -> tuple[Part, ...]:
        """Keep the rows as they were read beside the file they came from."""
        parts = []
        for table, rows in _rows(check.upload, folder).items():
            kept = self.archive.keep(rows.path)
            if table == check.upload.table:
                of = check.receipt
                parts.append(Part(table, of.file, of.size, of.sha256, kept))
            else:
                parts.append(Part(table, TYPED_SOURCES, rows.path.stat().st_size, kept, kept))
        return tuple(parts)

    def _compare(self, upload: Upload, draft: Draft) -> dict[str, Comparison]:
        tables = [*([SOURCES] if upload.sources else []), upload.table]
        return {name: compare(self.package.tables[name], draft) for name in tables}

    def _as_in_the_file(self, findings: list[Finding], check: Check) -> list[Finding]:
        """The findings in the words of the file: its name, its headings; one for each cell."""
        table = self.package.tables[check.upload.table]
        headings = headings_of(table, check.reading)
        said = {(each.line, each.column) for each in check.reading.findings}
        missing = {each.column for each in check.reading.findings if each.kind == "column_missing"}
        found = list(check.reading.findings)
        for each in findings:
            if each.file != table.path:
                found.append(replace(each, file=TYPED_SOURCES))
                continue
            column = headings.get(each.column, each.column)
            if (each.line, column) not in said and column not in missing:
                expected = _in_german(table, each)
                named = replace(each, file=check.receipt.file, column=column, expected=expected)
                found.append(named)
        return in_order(found)

    def _published(self) -> set[str]:
        if not self.store.number():
            return set()
        rows = self.store.current().cursor().table("loads").project("receipt").fetchall()
        return {receipt for (receipt,) in rows}

    def _require_own_or_reviewer(self, receipt: Receipt) -> None:
        if Role.REVIEWER not in self.actor.roles:
            self.actor.require(Role.EDITOR)
            if receipt.subject != self.actor.subject:
                raise NotAllowedError(SOMEBODY_ELSES)

    def _require_may_publish(self, receipt: Receipt) -> None:
        if receipt.receipt in self._published():
            raise NotAllowedError(ALREADY_PUBLISHED)
        if not four_eyes():
            self._require_own_or_reviewer(receipt)
            return
        if Role.REVIEWER not in self.actor.roles:
            self.actor.require(Role.EDITOR)
            raise NotAllowedError(SUBMIT_FIRST)
        if receipt.subject == self.actor.subject:
            raise NotAllowedError(OWN_SUBMISSION)

    def _require_regions(self, comparisons: Mapping[str, Comparison]) -> None:
        """Whoever may not write everywhere writes rows of own regions, and adds organisations."""
        if Role.REVIEWER in self.actor.roles and Role.EDITOR not in self.actor.roles:
            return
        for comparison in comparisons.values():
            if comparison.regions is not None:
                self.actor.require_regions(comparison.regions)
            elif self.actor.regions is not None and comparison.counts["changed"]:
                raise NotAllowedError(COMMON_ROWS)

    def _require_regions_of_load(self, draft: Draft, number: int) -> None:
        for table in self.package.tables.values():
            if any(field.name == "region" for field in table.fields):
                rows = draft.connection.table(f"base.{table.statements}")
                stated = rows.filter(f"load = {number:d}").project("region").distinct()
                self.actor.require_regions(region for (region,) in stated.fetchall())


def _require_base(draft: Draft) -> None:
    """Files are loaded onto a version, made by a program that kept books of the loads."""
    if "load_changes" not in tables_in_base(draft):
        raise StoreEmptyError


def _require_room(folder: Path) -> None:
    """Reading that did not come to its end may have lacked room: OSError when there is none."""
    probe = folder / "room"
    probe.write_bytes(bytes(BYTES_OF_ROOM))
    probe.unlink()


def _rows(upload: Upload, folder: Path) -> dict[str, Rows]:
    """What an upload brings by table: the sources typed in, the rows read."""
    rows = {upload.table: Rows(folder / "rows.csv", _lines(folder))}
    if upload.sources:
        path = folder / "sources.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(upload.sources[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(upload.sources)
        rows = {SOURCES: Rows(path), **rows}
    return rows


def _in_german(table: Table, finding: Finding) -> str:
    """What is expected, with the German words in place of codes."""
    vocabulary = next(
        (each.vocabulary for each in table.fields if each.name == finding.column), None
    )
    if finding.kind == "required" and vocabulary:
        return f"{finding.expected} ({', '.join(vocabulary.values())})"
    if finding.kind == "vocabulary" and vocabulary:
        return ", ".join(vocabulary.values())
    return finding.expected


def _lines(folder: Path) -> "array[int]":
    lines = array("I")
    lines.frombytes((folder / "lines").read_bytes())
    return lines
