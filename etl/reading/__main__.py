"""The child process of `read_in_child`: `python -m etl.reading WORKSPACE`, the job lies in there."""

import gc
import resource
import sys
from pathlib import Path

from etl.archive import records
from etl.reading.outcome import Job
from etl.reading.process import JOB, MOST_MEMORY, RESULT, SECONDS_OF_PROCESSOR, Result
from etl.reading.reader import read


def main(workspace: Path) -> None:
    """Read the file of the job; the result appears only when it is whole."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_OF_PROCESSOR, SECONDS_OF_PROCESSOR + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.disable()  # nothing here refers to itself, and looking for it takes a fifth of the time
    job = records.read((workspace / JOB).read_text("utf-8"), Job)
    outcome = read(job, workspace, lambda rows: print(rows, flush=True))
    draft = workspace / f"{RESULT}.draft"
    draft.write_text(records.written(Result(outcome)), "utf-8")
    draft.rename(workspace / RESULT)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
