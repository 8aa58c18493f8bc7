"""Single files and decisions from the command line: `load`, `withdraw`, `restore`."""

import argparse
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from etl.pipeline.build import Tell
from etl.pipeline.merge import Change
from etl.reading import Question
from etl.uploads.desk import Desk
from etl.uploads.handed_in import Check
from kim import german
from kim.access import Actor, Role, four_eyes
from kim.findings import Finding
from kim.loads import FileTooLargeError, Upload, now
from kim.settings import most_upload_bytes
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
}
OPTIONS = {
    "number": "--number",
    "percent": "--percent",
    "date": "--date",
    "heading": "--column",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `load`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV or XLSX")
    parser.add_argument("--table", required=True, choices=list(package().tables))
    parser.add_argument("--sheet", default="", help="sheet of the workbook")
    parser.add_argument("--hidden", action="store_true", help="read hidden rows and columns too")
    parser.add_argument("--dry-run", action="store_true", help="check and compare, write nothing")
    parser.add_argument("--confirm", action="store_true", help="implausible values are meant")
    for name, (words, meaning, allowed) in ANSWERS.items():
        parser.add_argument(
            name, action="append", type=_answer(allowed), default=[], metavar=words, help=meaning
        )


def load(chosen: argparse.Namespace, package: Package, store: Store, say: Tell) -> int:
    """Load one file: 0 when it is published or changes nothing, 1 with findings or questions."""
    if not chosen.file.is_file():
        say(f"FEHLER  Die Datei gibt es nicht: {chosen.file}")
        return 1
    upload = Upload(
        chosen.table,
        chosen.sheet,
        dict(chosen.column),
        dict(chosen.number),
        dict(chosen.percent),
        dict(chosen.date),
        hidden=chosen.hidden,
        is_confirmed=chosen.confirm,
    )
    if not chosen.dry_run:
        return _load(Desk(package, store, COMMAND_LINE, now), chosen, upload, say)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(package, store, COMMAND_LINE, now, kept_in=Path(folder))
        return _load(desk, chosen, upload, say)


def decide(chosen: argparse.Namespace, package: Package, store: Store, say: Tell) -> int:
    """Withdraw a load or bring it back: 0 when that is published, 1 with findings."""
    desk = Desk(package, store, COMMAND_LINE, now)
    act = desk.withdraw if chosen.command == "withdraw" else desk.restore
    report = act(chosen.number, say)
    _say_each("FEHLER ", report.findings, say)
    if report.findings:
        return 1
    say_changes(report.changes, say)
    say(f"Fassung {report.version} veröffentlicht.")
    return 0


def say_changes(changes: Iterable[Change], say: Tell) -> None:
    """What a load did to each table."""
    for change in changes:
        if change.added or change.retracted:
            title = package().tables[change.table].title
            say(f"{title}: {change.added} neu oder geändert, {change.retracted} zurückgezogen")


def _load(desk: Desk, chosen: argparse.Namespace, upload: Upload, say: Tell) -> int:
    try:
        with chosen.file.open("rb") as content:
            receipt = desk.receive(chosen.file.name, content)
    except FileTooLargeError:
        limit = str(most_upload_bytes() // 1_000_000)
        _say_each("FEHLER ", [Finding("file_large", chosen.file.name, expected=limit)], say)
        return 1
    check = desk.check(receipt, upload, say)
    _say_check(check, say)
    if not check.is_sound or (check.warnings and not chosen.confirm):
        desk.discard(receipt)
        say("Es wurde nichts übernommen.")
        return 1
    if chosen.dry_run:
        say("Probelauf: Es wurde nichts geschrieben.")
        return 0
    return _publish(desk, check, say)


def _publish(desk: Desk, check: Check, say: Tell) -> int:
    if four_eyes():
        desk.submit(check)
        say("Die Datei liegt zur Freigabe bereit.")
        return 0
    outcome = desk.publish(check, say)
    if outcome.is_outdated:
        say("Inzwischen hat jemand anderes veröffentlicht. Laden Sie die Datei noch einmal.")
        return 1
    if outcome.number is None and not outcome.findings:
        desk.discard(check.receipt)
        say("Nichts Neues: Die Fassung bleibt, wie sie ist.")
        return 0
    _say_each("FEHLER ", outcome.findings, say)
    if outcome.findings:
        return 1
    say(f"Fassung {outcome.number} veröffentlicht.")
    return 0


def _say_check(check: Check, say: Tell) -> None:
    reading = check.reading
    for repair in reading.repairs:
        place = f"Zeile {repair.line}" + (f", Spalte „{repair.column}“" if repair.column else "")
        say(f"ANGEPASST  {place}: {repair.sentence}")
    for heading in reading.left_out:
        say(f"HINWEIS  Die Spalte „{heading}“ gehört nicht zur Tabelle und bleibt draußen.")
    for question in reading.questions:
        say(f"FRAGE  {_question(question)}")
    _say_each("WARNUNG", check.warnings, say)
    _say_each("FEHLER ", check.findings, say)
    for name, comparison in (check.comparisons or {}).items():
        counts = {state: german.number(rows) for state, rows in comparison.counts.items()}
        words = "{new} neu, {changed} geändert, {same} gleich, {conflict} im Widerspruch zu anderer Quelle"
        say(f"{package().tables[name].title}: {words.format(**counts)}")


def _question(question: Question) -> str:
    options = "; ".join(
        f"{answer}: {words}" for answer, words in question.options.items() if answer
    )
    if question.kind == "sheet":
        return f"In welchem Blatt steht die Tabelle? Antwort: --sheet '…' ({options})"
    of = question.column if question.kind == "heading" else question.field
    place = f"Zeile {question.line}, Spalte „{question.column}“"
    answer = f"{OPTIONS[question.kind]} '{of}=…'"
    return f"{place}: „{question.value}“ – was ist gemeint? Antwort: {answer} ({options})"


def _say_each(mark: str, findings: Sequence[Finding], say: Tell) -> None:
    for finding in findings:
        say(f"{mark} {finding}")


def _answer(allowed: Sequence[str]) -> Callable[[str], tuple[str, str]]:
    """A reader of NAME=VALUE; the value is one of those allowed, or any when none are named."""

    def pair(text: str) -> tuple[str, str]:
        name, separator, value = text.rpartition("=")
        if not separator or (allowed and value not in allowed):
            expected = "|".join(allowed) or "VALUE"
            raise argparse.ArgumentTypeError(f"NAME={expected} is expected, not {text}")
        return name, value

    return pair
