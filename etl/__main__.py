"""The command line of the way in: `python -m etl build | check | verify | load | propose | withdraw | restore | rebuild | prune | doctor | fetch | oparl`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from etl.cli import fetch, load, oparl, propose, result
from etl.cli.printing import MOST_SAID, say, say_aside, say_each
from etl.pipeline.build import Inputs, Report, build
from etl.pipeline.rebuild import rebuild
from etl.upkeep.doctor import Level, examine
from etl.upkeep.prune import prune
from kim import german
from kim.access import NotAllowedError
from kim.disk import StoreFullError, StoreReadOnlyError
from kim.findings import Finding
from kim.loads import now
from kim.pointer import StoreDamagedError
from kim.settings import SettingError, Settings, settings
from kim.store import (
    Store,
    StoreBusyError,
    StoreEmptyError,
    store,
)
from kim.tables import DATA, read_package
from kim.texts import text

PROOF = {
    "proven": "am Text bestätigt",
    "unproven": "ohne Text nicht prüfbar",
    "contradicted": "vom Text widerlegt",
}
WHAT = {
    "build": "Check the CSV files of data/ and publish a new version when something changed.",
    "check": "Check the CSV files of data/; publish nothing.",
    "verify": "Say how many facts their documents prove.",
    "load": "Check one CSV or XLSX file, compare it with the store, publish it.",
    "propose": "Say which facts one paper (a text file) seems to hold; write nothing.",
    "withdraw": "Publish a version without what a load says.",
    "restore": "Publish a version with a withdrawn load again.",
    "prune": "Delete versions and files put away that need not be kept any longer.",
    "doctor": "Say whether all of the store is well, and what to do about what is not.",
    "fetch": "Fetch the papers that have an address and no text, and make texts of them.",
    "oparl": "Walk a council system that speaks OParl 1.1 and record what speaks of KIM.",
    "rebuild": "Make the newest version again from data/ and the kept uploads.",
}
PROPOSE = "propose"
OF_ALL_FILES = ("build", "check", "verify", "rebuild")
FAULT = "FEHLER  "
FAILURES: Mapping[type[Exception], tuple[str, str]] = {
    StoreBusyError: (
        "store_busy",
        "Ein anderer Vorgang schreibt gerade. Versuchen Sie es in einer Minute noch einmal.",
    ),
    StoreFullError: (
        "store_full",
        "Auf der Festplatte ist kein Platz mehr. Die bisherige Fassung bleibt; schaffen Sie Platz und versuchen Sie es noch einmal.",
    ),
    StoreReadOnlyError: (
        "store_read_only",
        "In den Ordner der Sammlung kann nicht geschrieben werden. Prüfen Sie die Rechte des Ordners und ob der Datenträger nur lesbar ist.",
    ),
    StoreEmptyError: (
        "store_empty",
        "Es gibt noch keine Fassung, auf die geladen werden kann. Rufen Sie zuerst „python -m etl build“ auf.",
    ),
    StoreDamagedError: ("store_damaged", "{error} Es wurde nichts veröffentlicht."),
    SettingError: ("setting", f"{FAULT}{{error}}"),
    NotAllowedError: ("not_allowed", f"{FAULT}{{error}}"),
}
NOT_UNDERSTOOD = (
    "Der Aufruf ist nicht zu verstehen. Was möglich ist, sagt „python -m etl load --help“."
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when all is sound, 1 with findings, 2 when the store cannot be written."""
    os.umask(0o077)  # what is written is for the account of the server alone
    given = sys.argv[1:] if arguments is None else arguments
    is_for_machines = "--json" in given
    try:
        chosen = _parser(settings()).parse_args(given)
        return _run(chosen, Store(chosen.store) if chosen.store else store())
    except SystemExit as ended:
        if ended.code and given[:1] == [PROPOSE]:
            say_aside(propose.NOT_UNDERSTOOD)
        elif ended.code and is_for_machines:
            say(result.refused("usage", NOT_UNDERSTOOD))
        raise
    except tuple(FAILURES) as error:
        kind, sentence = next(FAILURES[each] for each in FAILURES if isinstance(error, each))
        said = sentence.format(error=error)
        if given[:1] == [PROPOSE]:
            say_aside(said)
            return 2
        say(result.refused(kind, said.removeprefix(FAULT)) if is_for_machines else said)
        return 1 if isinstance(error, NotAllowedError) else 2


def _run(chosen: argparse.Namespace, target: Store) -> int:
    package = read_package(chosen.data)
    if chosen.command == PROPOSE:
        return propose.run(chosen, package)
    if chosen.command in ("load", "withdraw", "restore"):
        act = load.load if chosen.command == "load" else load.decide
        return act(chosen, package, target, say)
    if chosen.command in ("fetch", "oparl"):
        ask = fetch.fetch if chosen.command == "fetch" else oparl.walk
        return ask(chosen, target, settings(), say)
    if chosen.command in ("prune", "doctor"):
        return _pruned(target) if chosen.command == "prune" else _examined(target)
    if chosen.documents and not chosen.documents.is_dir():
        say(f"FEHLER  Den Ordner der Dokumente gibt es nicht: {chosen.documents}")
        return 1
    documents = chosen.documents or chosen.data / "minutes"
    inputs = Inputs.read(package, chosen.data, documents, now(), target.folder)
    report = _report(chosen.command, inputs, target)
    _say_findings(report.findings, says_all=chosen.all)
    if not report.findings:
        _say_result(chosen.command, report)
    return 1 if report.findings else 0


def _pruned(target: Store) -> int:
    pruned = prune(target, settings(), now())
    say(
        f"Gelöscht: Fassungen {pruned.versions}, weggelegte Dateien {pruned.files}."
        f" Frei geworden: {german.file_size(pruned.bytes)}."
    )
    return 0


def _examined(target: Store) -> int:
    remarks = []
    for remark in examine(target, settings()):
        say(f"{remark.level:8}{remark.sentence}")
        remarks.append(remark)
    faults = sum(remark.level is Level.FAULT for remark in remarks)
    say(text("doctor.faults", number=faults) if faults else text("doctor.well"))
    return 1 if faults else 0


def _report(command: str, inputs: Inputs, target: Store) -> Report:
    if command == "build":
        return build(inputs, target, say)
    if command == "rebuild":
        return rebuild(inputs.package, target, inputs.data, inputs.documents, say)
    with tempfile.TemporaryDirectory() as folder:
        return build(inputs, Store(Path(folder)), say if command == "check" else lambda _: None)


def _parser(found: Settings) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, default=DATA, help="folder of the CSV files")
    common.add_argument(
        "--documents",
        type=Path,
        default=found.minutes,
        help="folder of the texts of the documents, else KIM_MINUTES or data/minutes",
    )
    common.add_argument("--store", type=Path, help="folder of the store")
    parser = argparse.ArgumentParser(prog="python -m etl", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("build", "check", "verify", "rebuild", "prune", "doctor"):
        command = commands.add_parser(
            name, parents=[common], help=WHAT[name], description=WHAT[name]
        )
        if name in OF_ALL_FILES:
            command.add_argument("--all", action="store_true", help="name every fault")
    one_file = commands.add_parser(
        "load", parents=[common], help=WHAT["load"], description=WHAT["load"]
    )
    load.add_arguments(one_file)
    for name, add_arguments in (
        ("fetch", fetch.add_arguments),
        ("oparl", oparl.add_arguments),
        (PROPOSE, propose.add_arguments),
    ):
        add_arguments(
            commands.add_parser(name, parents=[common], help=WHAT[name], description=WHAT[name])
        )
    for name in ("withdraw", "restore"):
        decision = commands.add_parser(
            name, parents=[common], help=WHAT[name], description=WHAT[name]
        )
        decision.add_argument("number", type=int, metavar="LOAD", help="number of the load")
    return parser


def _say_findings(findings: Sequence[Finding], *, says_all: bool) -> None:
    most = len(findings) if says_all else MOST_SAID
    say_each(FAULT.rstrip() + " ", findings, say, "Alle nennt --all.", most)
    if findings:
        say(f"{german.number(len(findings))} Fehler. Es wurde nichts übernommen.")


def _say_result(command: str, report: Report) -> None:
    total = sum(report.proof.values())
    for state, number in report.proof.items():
        say(f"{number:6d} von {total} Angaben {PROOF[state]} ({state})")
    if command in ("check", "verify"):
        say("Alles in Ordnung.")
    elif report.version is None:
        say("Nichts Neues: Die Fassung bleibt, wie sie ist.")
    else:
        if command == "build":
            load.say_changes(report.changes, say)
        say(f"Fassung {report.version} veröffentlicht.")


if __name__ == "__main__":
    sys.exit(main())
