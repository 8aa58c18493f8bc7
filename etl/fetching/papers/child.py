"""Reading in a process of its own: a hostile paper can neither kill nor bloat the one that fetches."""

import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from etl.archive import records
from etl.fetching.papers.paper import Paper, Reading
from kim.tables import ROOT

SECONDS_OF_PROCESSOR = 60
SECONDS = 300
MOST_MEMORY = 2 << 30


def read_in_child(path: Path, media_type: str) -> Paper:
    """The paragraphs of a file; unreadable when the child does not come back with them."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "paper.json"
        command = [sys.executable, "-m", "etl.fetching.papers"]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 (our own module)
                [*command, str(path.resolve()), media_type.replace("\0", ""), str(result)],
                cwd=ROOT,
                env={"PYTHONUTF8": "1"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
            )
        if not result.is_file():
            return Paper(Reading.UNREADABLE)
        return records.read(result.read_text("utf-8"), Paper)
