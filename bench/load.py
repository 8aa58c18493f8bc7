"""Loading a large German CSV beside DuckDB's bare reading of it: seconds, memory, and whether every fault is found."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.generate import FAULTS, Fault, generate
from kim.tables import ROOT

REPETITIONS = 3
MOST_TIMES_AS_LONG = 2.5
MOST_TIMES_THE_MEMORY = 1.5
BARE = """
import sys, duckdb
connection = duckdb.connect(sys.argv[2])
connection.execute(
    "CREATE TABLE bare AS SELECT * FROM read_csv(?, all_varchar=true, delim=';')", [sys.argv[1]]
)
connection.close()
"""
PUBLISHED = "Fassung 1 veröffentlicht."
SPOKEN = re.compile(r"FEHLER  positions\.csv, Zeile (\d+)(?:, Spalte „(\w+)“)?: ")


@dataclass(frozen=True)
class Run:
    """One process: wall clock in seconds, processor time in seconds, most memory in MiB."""

    seconds: float
    processor: float
    memory: float
    status: int
    said: str


def run(command: Sequence[str]) -> Run:
    """Run a process to its end and measure it."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=ROOT, stdout=out)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        out.seek(0)
        return Run(
            seconds,
            used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024,
            os.waitstatus_to_exitcode(status),
            out.read(),
        )


def commands(folder: Path, target: Path) -> dict[str, list[str]]:
    """The bare reading of the sound file, and the build of the sound and the faulty folder."""
    bare = [str(folder / "sound" / "positions.csv"), str(target / "bare.duckdb")]
    build = [sys.executable, "-m", "etl", "build", "--all", "--store", str(target)]
    builds = {
        name: [*build, "--data", str(data), "--documents", str(data / "minutes")]
        for name in ("sound", "faulty")
        for data in [folder / name]
    }
    return {"bare": [sys.executable, "-c", BARE, *bare], **builds}


def measure(folder: Path, repetitions: int) -> dict[str, list[Run]]:
    """Every way in turn, so that a busy machine slows all of them."""
    target = folder / "result"
    runs: dict[str, list[Run]] = {}
    for _ in range(repetitions):
        for name, command in commands(folder, target).items():
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir()
            runs.setdefault(name, []).append(run(command))
    return runs


def wrong(runs: Mapping[str, Sequence[Run]], made: Sequence[Fault]) -> list[str]:
    """What the runs did otherwise than they had to; empty when sound rows are published, every made
    fault is found and none invented.
    """
    places = sorted((line, column) for _, line, column in made)
    judged = {
        "the bare reading failed": all(each.status == 0 for each in runs["bare"]),
        "sound rows were not published": all(
            each.status == 0 and PUBLISHED in each.said for each in runs["sound"]
        ),
        "faulty rows were not refused": all(each.status == 1 for each in runs["faulty"]),
        "other faults were found than made": all(_found(each) == places for each in runs["faulty"]),
    }
    return [words for words, is_right in judged.items() if not is_right]


def main() -> int:
    """Print the measurements; 0 when the targets are met and exactly the made faults are found."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder / "sound", rows)
        made = generate(folder / "faulty", rows, FAULTS)
        runs = measure(folder, REPETITIONS)
    fast = [_report(name, several, runs["bare"]) for name, several in runs.items()]
    failures = wrong(runs, made)
    print(
        f"sound rows published, {FAULTS} faults found, none invented: {', '.join(failures) or 'yes'}"
    )
    return 0 if all(fast) and not failures else 1


def _report(name: str, runs: Sequence[Run], bare: Sequence[Run]) -> bool:
    """Print medians and their ratio to the bare reading; whether the targets are met."""
    seconds, longer = _median_and_ratio("seconds", runs, bare)
    processor, busier = _median_and_ratio("processor", runs, bare)
    memory, bigger = _median_and_ratio("memory", runs, bare)
    print(
        f"{name:7s}{seconds:7.2f} s ({longer:.2f}x)   processor{processor:7.2f} s ({busier:.2f}x)"
        f"   memory{memory:5.0f} MiB ({bigger:.2f}x)   each {[round(r.seconds, 2) for r in runs]}"
    )
    return longer <= MOST_TIMES_AS_LONG and bigger <= MOST_TIMES_THE_MEMORY


def _median_and_ratio(what: str, runs: Sequence[Run], bare: Sequence[Run]) -> tuple[float, float]:
    here = median(getattr(each, what) for each in runs)
    return here, here / median(getattr(each, what) for each in bare)


def _found(report: Run) -> list[tuple[int, str]]:
    """Line and column of every fault in the report of the command line."""
    return sorted((int(line), column) for line, column in SPOKEN.findall(report.said))


if __name__ == "__main__":
    sys.exit(main())
