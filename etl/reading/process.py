"""Reading in a process of its own: a hostile file can neither kill nor bloat the server."""

import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Timer

from etl.archive import records
from etl.reading.outcome import Job, Outcome, Reading, Unreadable
from kim.findings import Finding, FindingKind
from kim.tables import ROOT

JOB, RESULT = "job.json", "result.json"
SECONDS_OF_PROCESSOR = 110
SECONDS = 600  # for a child that waits: on a busy machine a sound file takes its time
MOST_MEMORY = 3 << 30
BYTES_OF_ROOM = 1 << 20


@dataclass(frozen=True)
class Result:
    """What the child hands back."""

    outcome: Outcome


def read_in_child(job: Job, workspace: Path, tell: Callable[[int], None]) -> Outcome:
    """What `read` does, in a child process; one finding when the child does not come back.

    Raises OSError when there was no room for the rows.
    """
    written = records.written(replace(job, path=job.path.resolve()))
    (workspace / JOB).write_text(written, "utf-8")
    (workspace / RESULT).unlink(missing_ok=True)
    status = _run(workspace.resolve(), tell)
    if status in {-signal.SIGALRM, -signal.SIGXCPU}:
        seconds = str(SECONDS if status == -signal.SIGALRM else SECONDS_OF_PROCESSOR)
        return _lost(
            workspace, Finding(FindingKind.FILE_TAKES_TOO_LONG, job.name, expected=seconds)
        )
    if status != 0 or not (workspace / RESULT).is_file():
        return _lost(workspace, Finding(FindingKind.FILE_UNREADABLE, job.name))
    return records.read((workspace / RESULT).read_text("utf-8"), Result).outcome


def _lost(workspace: Path, finding: Finding) -> Unreadable:
    """A child that did not come to its end may have lacked room: OSError when there is none."""
    probe = workspace / "room"
    probe.write_bytes(bytes(BYTES_OF_ROOM))
    probe.unlink()
    return Unreadable(Reading(), [finding])


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
