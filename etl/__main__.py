"""The command line of the way in: `python -m etl build | check | verify`."""

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from etl.build import Inputs, Report, build
from kim.store import Store, StoreBusyError, store
from kim.tables import DATA, read_package

PROOF = {
    "proven": "am Text bestätigt",
    "unproven": "ohne Text nicht prüfbar",
    "contradicted": "vom Text widerlegt",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when all is sound, 1 with findings, 2 when the store is busy."""
    chosen = _parser().parse_args(arguments)
    if chosen.documents and not chosen.documents.is_dir():
        _say(f"FEHLER  Den Ordner der Dokumente gibt es nicht: {chosen.documents}")
        return 1
    documents = chosen.documents or chosen.data / "minutes"
    inputs = Inputs.read(
        read_package(chosen.data), chosen.data, documents, datetime.now(UTC).replace(tzinfo=None)
    )
    try:
        report = _run(chosen.command, inputs, Store(chosen.store) if chosen.store else store())
    except StoreBusyError:
        _say("Ein anderer Vorgang schreibt gerade. Versuchen Sie es in einer Minute noch einmal.")
        return 2
    _say_findings(report)
    if not report.findings:
        _say_result(chosen.command, report)
    return 1 if report.findings else 0


def _run(command: str, inputs: Inputs, target: Store) -> Report:
    if command == "build":
        return build(inputs, target, _say)
    with tempfile.TemporaryDirectory() as folder:
        return build(inputs, Store(Path(folder)), _say if command == "check" else lambda _: None)


def _parser() -> argparse.ArgumentParser:
    named = os.environ.get("KIM_MINUTES")
    parser = argparse.ArgumentParser(prog="python -m etl", description=__doc__)
    parser.add_argument("command", choices=["build", "check", "verify"])
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the CSV files")
    parser.add_argument("--documents", type=Path, default=Path(named) if named else None)
    parser.add_argument("--store", type=Path, help="folder of the store")
    return parser


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def _say_findings(report: Report) -> None:
    for finding in report.findings:
        _say(f"FEHLER  {finding}")
    if report.findings:
        _say(f"{len(report.findings)} Fehler. Es wurde nichts übernommen.")


def _say_result(command: str, report: Report) -> None:
    total = sum(report.proof.values())
    for state, number in report.proof.items():
        _say(f"{number:6d} von {total} Angaben {PROOF[state]} ({state})")
    if command != "build":
        _say("Alles in Ordnung.")
    elif report.version is None:
        _say("Nichts Neues: Die Fassung bleibt, wie sie ist.")
    else:
        for change in report.changes:
            if change.added or change.retracted:
                _say(
                    f"{change.table}: {change.added} neu oder geändert, {change.retracted} zurückgezogen"
                )
        _say(f"Fassung {report.version} veröffentlicht.")


if __name__ == "__main__":
    sys.exit(main())
