"""Reading in a process of its own: a hostile file can neither kill nor bloat the server."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from threading import Timer
from typing import Any

from etl.reading.outcome import Choices, Lexicon, Limits, Question, Reading, Repair
from kim.findings import Finding
from kim.tables import ROOT, Dialect, Field, Reference, Table

JOB, RESULT = "job.json", "result.json"
SECONDS = 120
CPU_SECONDS = 110
MOST_MEMORY = 3 << 30


def read_apart(
    path: Path,
    name: str,
    table: Table,
    lexicon: Lexicon,
    choices: Choices,
    limits: Limits,
    workspace: Path,
    tell: Callable[[int], None],
) -> Reading:
    """What `read` does, in a child process; one finding when the child does not come back."""
    job = {
        "path": str(path.resolve()),
        "name": name,
        "table": asdict(table),
        "lexicon": asdict(lexicon),
        "choices": asdict(choices),
        "limits": asdict(limits),
    }
    (workspace / JOB).write_text(json.dumps(job), "utf-8")
    (workspace / RESULT).unlink(missing_ok=True)
    status = _run(workspace.resolve(), tell)
    if status in {-signal.SIGALRM, -signal.SIGXCPU}:
        return Reading(findings=[Finding("file_takes_too_long", name, expected=str(SECONDS))])
    if status != 0 or not (workspace / RESULT).is_file():
        return Reading(findings=[Finding("file_unreadable", name)])
    return reading_from(json.loads((workspace / RESULT).read_text("utf-8")))


def _run(workspace: Path, tell: Callable[[int], None]) -> int:
    """The exit status of the child; minus SIGALRM when its time was up."""
    command = [sys.executable, "-m", "etl.reading", str(workspace)]
    environment = {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"}  # each thread takes memory
    with subprocess.Popen(  # noqa: S603 (our own module)
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        clock = Timer(SECONDS, child.send_signal, [signal.SIGALRM])
        clock.start()
        try:
            for line in child.stdout or ():
                tell(int(line))
            return child.wait()
        finally:
            clock.cancel()
            child.kill()


def table_from(entry: Mapping[str, Any]) -> Table:
    """The declaration that was written into the job."""
    parts = {
        "fields": tuple(Field(**each) for each in entry["fields"]),
        "identity": tuple(entry["identity"]),
        "references": tuple(Reference(**each) for each in entry["references"]),
        "caveats": tuple(entry["caveats"]),
        "required_when": tuple((a, b, c) for a, b, c in entry["required_when"]),
        "certainty_of": tuple(entry["certainty_of"]),
        "ordered": tuple((low, high) for low, high in entry["ordered"]),
        "dialect": Dialect(**entry["dialect"]),
        "whole_when": tuple((a, b, c) for a, b, c in entry["whole_when"]),
        "upcoming": tuple((name, code) for name, code in entry["upcoming"]),
    }
    return Table(**{**entry, **parts})


def reading_from(entry: Mapping[str, Any]) -> Reading:
    """The reading that was written as the result."""
    parts = {
        "findings": [Finding(**each) for each in entry["findings"]],
        "questions": [Question(**each) for each in entry["questions"]],
        "repairs": [Repair(**each) for each in entry["repairs"]],
    }
    return Reading(**{**entry, **parts})
