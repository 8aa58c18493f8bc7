"""Single files and decisions from the command line: `load`, `withdraw`, `restore`."""

import argparse
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from etl.cli import result
from etl.cli.printing import say_aside, say_each
from etl.cli.questions import in_words, repair_in_words
from etl.cli.result import Ended
from etl.pipeline.build import Tell
from etl.pipeline.merge import Change
from etl.reading import Decisions, Reading
from etl.uploads.stages import (
    Asking,
    Check,
    Outdated,
    Published,
    Ready,
    Refused,
    Rejected,
    Submitted,
    Unchanged,
)
from etl.uploads.submission import FileTooLargeError
from etl.uploads.uploads import Uploads
from kim import german
from kim.access import Actor, Role
from kim.findings import Finding, FindingKind
from kim.loads import Kind, now
from kim.settings import settings
from kim.store import Store
from kim.tables import Package, package

COMMAND_LINE = Actor("Kommandozeile", frozenset(Role))
ANSWERS = {
    "--column": ("HEADING=FIELD", "what a heading means; nothing after = leaves it out", ()),
    "--number": (
        "FIELD=decimal|thousands",
        "what 1.900 means in a column",
        ("decimal", "thousands"),
    ),
    "--percent": (
        "FIELD=share|percent",
        "what 0.75 means in a column of percents",
        ("share", "percent"),
    ),
    "--date": ("FIELD=month|years", "what 2011/12 means in a column", ("month", "years")),
    "--rounded": (
        "FIELD=stored|seen",
        "which number counts where a format of the workbook rounds it",
        ("stored", "seen"),
    ),
}
OUTDATED = "Inzwischen hat jemand anderes veröffentlicht. Laden Sie die Datei noch einmal."
ALL_NAMED = "Alle nennt --json."
REQUESTED = (
    "Beantragt. Jemand anderes mit dem Recht zur Freigabe führt es auf der Seite „Verlauf“ aus."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `load`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV or XLSX")
    parser.add_argument("--table", required=True, choices=list(package().tables))
    parser.add_argument("--sheet", default="", help="sheet of the workbook")
    parser.add_argument("--encoding", default="", help="encoding of the text file")
    parser.add_argument("--hidden", action="store_true", help="read hidden rows and columns too")
    parser.add_argument("--dry-run", action="store_true", help="check and compare, write nothing")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--confirm", action="store_true", help="implausible values are meant")
    for name, (words, meaning, allowed) in ANSWERS.items():
        parser.add_argument(
            name, action="append", type=_answer(allowed), default=[], metavar=words, help=meaning
        )


def load(chosen: argparse.Namespace, package: Package, store: Store, say: Tell) -> int:
    """Load one file: 0 when it is published or changes nothing, 1 with findings or questions.

    With --json one object for machines goes to standard output, and the sentences to standard error.
    """
    ended = _ended(chosen, package, store, say_aside if chosen.json else say)
    if chosen.json:
        say(result.written(ended))
    return ended.status


def _ended(chosen: argparse.Namespace, package: Package, store: Store, say: Tell) -> Ended:
    try:
        if not chosen.file.is_file():
            return _not_taken(FindingKind.FILE_NOT_THERE, chosen.file, say)
        content = chosen.file.open("rb")
    except PermissionError:
        return _not_taken(FindingKind.FILE_FORBIDDEN, chosen.file, say)
    except OSError:
        return _not_taken(FindingKind.FILE_NOT_THERE, chosen.file, say)
    with content, tempfile.TemporaryDirectory() as folder:
        kept_in = Path(folder) if chosen.dry_run else None
        uploads = Uploads(package, store, COMMAND_LINE, now, kept_in=kept_in)
        return _load(uploads, chosen, content, say)


def decide(chosen: argparse.Namespace, package: Package, store: Store, say: Tell) -> int:
    """Withdraw a load or bring it back, or request it where four eyes are needed: 1 with findings, else 0."""
    uploads = Uploads(package, store, COMMAND_LINE, now)
    kind = Kind.WITHDRAWAL if chosen.command == "withdraw" else Kind.RESTORATION
    requests = settings().four_eyes and not uploads.requested(kind, chosen.number)
    if requests:
        report = uploads.request(kind, chosen.number, say)
    elif kind is Kind.WITHDRAWAL:
        report = uploads.withdraw(chosen.number, say)
    else:
        report = uploads.restore(chosen.number, say)
    say_each("FEHLER ", report.findings, say)
    if report.findings:
        return 1
    if requests:
        say(REQUESTED)
        return 0
    say_changes(report.changes, say)
    say(f"Fassung {report.version} veröffentlicht.")
    return 0


def say_changes(changes: Iterable[Change], say: Tell) -> None:
    """What a load did to each table."""
    for change in changes:
        if change.added or change.retracted:
            title = package().tables[change.table].title
            say(f"{title}: {change.added} neu oder geändert, {change.retracted} zurückgezogen")


def _not_taken(kind: FindingKind, file: Path, say: Tell, expected: str = "") -> Ended:
    """The end of a file that was not even received."""
    finding = Finding(kind, file.name, expected=expected)
    say_each("FEHLER ", [finding], say)
    return Ended(1, finding.sentence, findings=(finding,))


def _load(uploads: Uploads, chosen: argparse.Namespace, content: BinaryIO, say: Tell) -> Ended:
    try:
        submission = uploads.receive(chosen.file.name, content)
    except FileTooLargeError:
        limit = str(settings().upload_megabytes)
        return _not_taken(FindingKind.FILE_LARGE, chosen.file, say, limit)
    check = uploads.check(submission, _decisions(chosen), say)
    _say_reading(check.reading, say)
    match check:
        case Refused():
            say_each("FEHLER ", check.findings, say, ALL_NAMED)
        case Asking():
            say_each("FRAGE ", [*map(in_words, check.questions)], say, ALL_NAMED)
            say_each("FEHLER ", check.findings, say, ALL_NAMED)
        case Ready():
            say_each("WARNUNG", check.warnings, say, ALL_NAMED)
            _say_comparisons(check, say)
            if not check.is_unconfirmed and chosen.dry_run:
                return _said(say, Ended(0, "Probelauf: Es wurde nichts geschrieben.", check))
            if not check.is_unconfirmed:
                return _finish(uploads, check, say)
    uploads.discard(submission)
    return _said(say, Ended(1, f"{_total(check)}. Es wurde nichts übernommen.", check))


def _total(check: Check) -> str:
    """How much there is to do: "2 Fragen, 1 Fehler"."""
    questions = check.questions if isinstance(check, Asking) else ()
    warnings = check.warnings if isinstance(check, Ready) else ()
    findings = () if isinstance(check, Ready) else check.findings
    counts = (
        (len(questions), "Frage", "Fragen"),
        (len(findings), "Fehler", "Fehler"),
        (len(warnings), "Wert zu bestätigen", "Werte zu bestätigen"),
    )
    return ", ".join(
        f"{german.number(count)} {many if count > 1 else one}"
        for count, one, many in counts
        if count
    )


def _said(say: Tell, ended: Ended) -> Ended:
    say(ended.said)
    return ended


def _decisions(chosen: argparse.Namespace) -> Decisions:
    return Decisions(
        chosen.table,
        chosen.sheet,
        dict(chosen.column),
        dict(chosen.number),
        dict(chosen.percent),
        dict(chosen.date),
        hidden=chosen.hidden,
        is_confirmed=chosen.confirm,
        encoding=chosen.encoding,
        rounded=dict(chosen.rounded),
    )


def _finish(uploads: Uploads, ready: Ready, say: Tell) -> Ended:
    match uploads.finish(ready, say):
        case Published(number):
            said = f"Fassung {number} veröffentlicht."
            return _said(say, Ended(0, said, ready, version=number))
        case Submitted():
            return _said(say, Ended(0, "Die Datei liegt zur Freigabe bereit.", ready))
        case Unchanged():
            uploads.discard(ready.submission)
            return _said(say, Ended(0, "Nichts Neues: Die Fassung bleibt, wie sie ist.", ready))
        case Outdated():
            return _said(say, Ended(1, OUTDATED, ready))
        case Rejected(findings):
            say_each("FEHLER ", findings, say, ALL_NAMED)
            return Ended(1, "Es wurde nichts übernommen.", ready, tuple(findings))


def _say_reading(reading: Reading, say: Tell) -> None:
    say_each("ANGEPASST ", [*map(repair_in_words, reading.repairs)], say, ALL_NAMED)
    said = "Die Spalte „{heading}“ gehört nicht zur Tabelle und bleibt draußen."
    say_each("HINWEIS ", [said.format(heading=each) for each in reading.left_out], say)


def _say_comparisons(ready: Ready, say: Tell) -> None:
    for name, comparison in ready.comparisons.items():
        counts = {state: german.number(rows) for state, rows in comparison.counts.items()}
        words = "{new} neu, {changed} geändert, {same} gleich, {conflict} im Widerspruch zu anderer Quelle"
        say(f"{package().tables[name].title}: {words.format(**counts)}")


def _answer(allowed: Sequence[str]) -> Callable[[str], tuple[str, str]]:
    """A reader of NAME=VALUE; the value is one of those allowed, or any when none are named."""

    def pair(text: str) -> tuple[str, str]:
        name, separator, value = text.rpartition("=")
        if not separator or (allowed and value not in allowed):
            expected = "|".join(allowed) or "VALUE"
            raise argparse.ArgumentTypeError(f"NAME={expected} is expected, not {text}")
        return name, value

    return pair
