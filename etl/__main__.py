"""The command line of the way in: `python -m etl build | check | verify | load | withdraw | restore | rebuild`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from etl.cli import load
from etl.pipeline.build import Inputs, Report, build
from etl.pipeline.rebuild import rebuild
from kim.access import NotAllowedError
from kim.findings import Finding
from kim.loads import now
from kim.pointer import StoreDamagedError
from kim.settings import SettingError, Settings, settings
from kim.store import Store, StoreBusyError, StoreEmptyError, StoreFullError, store
from kim.tables import DATA, read_package

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
    "withdraw": "Publish a version without what a load says.",
    "restore": "Publish a version with a withdrawn load again.",
    "rebuild": "Make the newest version again from data/ and the kept uploads.",
}
SENTENCES = {
    StoreBusyError: "Ein anderer Vorgang schreibt gerade. Versuchen Sie es in einer Minute noch einmal.",
    StoreFullError: "Auf der Festplatte ist kein Platz mehr. Die bisherige Fassung bleibt; schaffen Sie Platz und versuchen Sie es noch einmal.",
    StoreEmptyError: "Es gibt noch keine Fassung, auf die geladen werden kann. Rufen Sie zuerst „python -m etl build“ auf.",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when all is sound, 1 with findings, 2 when the store cannot be written."""
    try:
        chosen = _parser(settings()).parse_args(arguments)
        return _run(chosen, Store(chosen.store) if chosen.store else store())
    except (StoreBusyError, StoreFullError, StoreEmptyError) as error:
        _say(SENTENCES[type(error)])
        return 2
    except StoreDamagedError as damaged:
        _say(f"{damaged} Es wurde nichts veröffentlicht.")
        return 2
    except SettingError as unreadable:
        _say(f"FEHLER  {unreadable}")
        return 2
    except NotAllowedError as error:
        _say(f"FEHLER  {error}")
        return 1


def _run(chosen: argparse.Namespace, target: Store) -> int:
    package = read_package(chosen.data)
    if chosen.command == "load":
        return load.load(chosen, package, target, _say)
    if chosen.command in ("withdraw", "restore"):
        return load.decide(chosen, package, target, _say)
    if chosen.documents and not chosen.documents.is_dir():
        _say(f"FEHLER  Den Ordner der Dokumente gibt es nicht: {chosen.documents}")
        return 1
    documents = chosen.documents or chosen.data / "minutes"
    inputs = Inputs.read(package, chosen.data, documents, now())
    report = _report(chosen.command, inputs, target)
    _say_findings(report.findings)
    if not report.findings:
        _say_result(chosen.command, report)
    return 1 if report.findings else 0


def _report(command: str, inputs: Inputs, target: Store) -> Report:
    if command == "build":
        return build(inputs, target, _say)
    if command == "rebuild":
        return rebuild(inputs.package, target, inputs.data, inputs.documents, _say)
    with tempfile.TemporaryDirectory() as folder:
        return build(inputs, Store(Path(folder)), _say if command == "check" else lambda _: None)


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
    for name in ("build", "check", "verify", "rebuild"):
        commands.add_parser(name, parents=[common], help=WHAT[name], description=WHAT[name])
    one_file = commands.add_parser(
        "load", parents=[common], help=WHAT["load"], description=WHAT["load"]
    )
    load.add_arguments(one_file)
    for name in ("withdraw", "restore"):
        decision = commands.add_parser(
            name, parents=[common], help=WHAT[name], description=WHAT[name]
        )
        decision.add_argument("number", type=int, metavar="LOAD", help="number of the load")
    return parser


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def _say_findings(findings: Sequence[Finding]) -> None:
    for finding in findings:
        _say(f"FEHLER  {finding}")
    if findings:
        _say(f"{len(findings)} Fehler. Es wurde nichts übernommen.")


def _say_result(command: str, report: Report) -> None:
    total = sum(report.proof.values())
    for state, number in report.proof.items():
        _say(f"{number:6d} von {total} Angaben {PROOF[state]} ({state})")
    if command in ("check", "verify"):
        _say("Alles in Ordnung.")
    elif report.version is None:
        _say("Nichts Neues: Die Fassung bleibt, wie sie ist.")
    else:
        if command == "build":
            load.say_changes(report.changes, _say)
        _say(f"Fassung {report.version} veröffentlicht.")


if __name__ == "__main__":
    sys.exit(main())
