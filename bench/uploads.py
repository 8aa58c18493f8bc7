"""Uploading a large file onto the shipped data: seconds of each step until the preview stands, publishing, memory."""

import argparse
import functools
import io
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import run
from types import ModuleType
from typing import ParamSpec, TypeVar

from bench.measures import keep
from bench.upload_files import POSITIONS, write
from etl.pipeline import build as building
from etl.pipeline.build import Inputs
from etl.reading import Decisions
from etl.uploads import checking
from etl.uploads import uploads as uploading
from etl.uploads.stages import Ready, Refused
from etl.uploads.uploads import Uploads
from kim import queries
from kim.access import Actor, Role
from kim.loads import now
from kim.queries import View
from kim.store import Rehearsal, Store
from kim.tables import DATA, ROOT, package

Given = ParamSpec("Given")
Made = TypeVar("Made")
Spent = dict[str, float]
FLAVOURS = ("excel", "machine")
SIZES = (100_000, 1_000_000)
FAULTS = 1_000
DUE = {100_000: 3.0, 1_000_000: 20.0}
CLERK = Actor("bench", frozenset({Role.READER, Role.EDITOR}))
STEPS: list[tuple[str, ModuleType | type, str]] = [
    ("read", uploading, "read_in_child"),
    ("stage and rules", building, "_stage"),
    ("merge", building, "_merge"),
    ("merge", building, "derive"),
    ("compare", checking, "compare"),
    ("compare", uploading, "compare"),
    ("open", Rehearsal, "version"),
]


def timed(spent: Spent, name: str, work: Callable[Given, Made]) -> Callable[Given, Made]:
    """The work, the seconds of which are added up under a name."""

    @functools.wraps(work)
    def measured(*given: Given.args, **named: Given.kwargs) -> Made:
        started = time.perf_counter()
        try:
            return work(*given, **named)
        finally:
            spent[name] = spent.get(name, 0) + time.perf_counter() - started

    return measured


def processor() -> float:
    """Processor seconds of this process and of those it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def measure(flavour: str, rows: int, faults: int) -> dict[str, float]:
    """Seconds by step, MiB of this process and of the reading one; run in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Store(folder / "store")
        building.build(Inputs.read(package(), DATA, None, now()), store, lambda _: None)
        path = folder / "positions.csv"
        faulty = write(path, flavour, rows, faults)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        spent: Spent = {}
        for step, place, work in STEPS:
            setattr(place, work, timed(spent, step, getattr(place, work)))
        uploads = Uploads(package(), store, CLERK, now)
        found = upload(uploads, path, spent, faulty)
        found |= {
            "before": before / 1024,
            "server": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "reader": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        }
        return found


def upload(uploads: Uploads, path: Path, spent: Spent, faulty: Sequence[int]) -> dict[str, float]:
    """Hand the file in, look at the preview, publish it; "right": its faulty lines and no others
    were found, and sound rows were published.
    """
    started, busy = time.perf_counter(), processor()
    with path.open("rb") as file:
        submission = timed(spent, "receive", uploads.receive)(path.name, file)
    checked = uploads.check(submission, Decisions("positions", is_confirmed=True), lambda _: None)
    if isinstance(checked, Ready):
        with queries.answered_by(checked.version):
            timed(spent, "open", ask)()
    findings = checked.findings if isinstance(checked, Refused) else ()
    found = {**spent, "preview": time.perf_counter() - started, "findings": len(findings)}
    found["processor"] = processor() - busy
    lines = sorted(finding.line or 0 for finding in findings)
    found["right"] = lines == [*faulty] and isinstance(checked, Ready) is not bool(faulty)
    if isinstance(checked, Ready):
        started = time.perf_counter()
        uploads.publish(checked, lambda _: None)
        found["publish"] = time.perf_counter() - started
        found["right"] = found["right"] and uploads.store.number() == 2
    return found


def ask() -> None:
    """The question of the first chart of the preview, for one place."""
    queries.positions(View(("05566",)), ("", *POSITIONS.field("module").vocabulary))


def apart(flavour: str, rows: int, faults: int) -> dict[str, float]:
    """Measure in a new process."""
    command = [sys.executable, "-m", "bench.uploads", "--one", flavour, str(rows), str(faults)]
    out = run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(out))


def say(title: str, found: dict[str, float], due: float) -> bool:
    """Print one measurement; whether it is right and within its time."""
    out = io.StringIO()
    for step in dict.fromkeys(["receive", *(name for name, *_ in STEPS)]):
        out.write(f"  {step} {found.get(step, 0):.2f}")
    verdict = "met" if found["preview"] <= due else "MISSED"
    print(f"{title}: preview {found['preview']:.2f} s (due {due:g}, {verdict}) ={out.getvalue()}")
    print(
        f"    processor {found['processor']:.2f} s, publish {found.get('publish', 0):.2f} s, "
        f"findings {found['findings']:.0f} ({'right' if found['right'] else 'WRONG'}), "
        f"memory: server {found['server']:.0f} MiB ({found['before']:.0f} before), "
        f"reader at most {found['reader']:.0f} MiB",
        flush=True,
    )
    return bool(found["right"]) and found["preview"] <= due


def main() -> int:
    """Print and keep the measurements; 0 when all are within their time."""
    parser = argparse.ArgumentParser(prog="python -m bench.uploads", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="*", default=SIZES)
    parser.add_argument("--one", nargs=3, metavar=("FLAVOUR", "ROWS", "FAULTS"))
    chosen = parser.parse_args()
    if chosen.one:
        flavour, rows, faults = chosen.one
        print(json.dumps(measure(flavour, int(rows), int(faults))))
        return 0
    found, met = {}, []
    for rows in chosen.rows:
        wanted = [(flavour, 0) for flavour in FLAVOURS] + [("excel", FAULTS)]
        for flavour, faults in wanted:
            title = f"{rows:,} rows, {flavour}" + f", {faults} faulty" * bool(faults)
            found[title] = apart(flavour, rows, faults)
            met.append(say(title, found[title], DUE.get(rows, rows / 50_000)))
    keep("uploads", found)
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main())
