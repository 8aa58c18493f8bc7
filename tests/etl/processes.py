"""Editors in processes of their own, forked from one that is warm and holds no database open."""

import io
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from etl.reading import Decisions
from etl.uploads.stages import Publication, Ready
from etl.uploads.submission import Submission
from etl.uploads.uploads import Uploads
from kim.loads import now
from kim.store import Store, Version
from kim.tables import ROOT, read_package
from tests.conftest import World
from tests.etl.submitting import EDITOR, machine_csv
from tests.rows import POSITION

Row = Mapping[str, object]

ROWS_OF_A_FILE = 3
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["pytest", __name__])
# A page that was tried in this process puts itself in its place; a new process would run it again.
MAIN = sys.modules["__main__"]
AREAS = "SELECT area, note, count(*) FROM kim.as_of('positions', NULL, NULL) WHERE area IS NOT NULL GROUP BY ALL"


def quiet(_: object) -> None:
    pass


def rows_of(area: str, note: str = "neu") -> list[Row]:
    """The three positions of one file: facts of their own for each area."""
    theirs = POSITION | {"source": "vermerk-2023", "paragraph": None, "as_of": "2023-06"}
    return [
        theirs | {"area": area, "note": note, "status": status}
        for status in ("planned", "established", "filled")
    ]


def editor(data: Path, store: Path) -> Uploads:
    return Uploads(read_package(data), Store(store), EDITOR, now)


def hand_in(uploads: Uploads, rows: list[Row]) -> Submission:
    content = machine_csv(uploads.package.tables["positions"], rows)
    return uploads.receive("neu.csv", io.BytesIO(content))


def look_at(uploads: Uploads, submission: Submission) -> Ready:
    check = uploads.check(submission, Decisions("positions"), quiet)
    assert isinstance(check, Ready), check
    return check


def load(uploads: Uploads, rows: list[Row]) -> Publication:
    return uploads.publish(look_at(uploads, hand_in(uploads, rows)), quiet)


def started(
    act: Callable[..., None], world: World, *more: object
) -> tuple[BaseProcess, Connection]:
    """A process that calls `act(data, store, pipe, *more)`, and our end of its pipe."""
    ours, theirs = CONTEXT.Pipe(duplex=True)
    process = CONTEXT.Process(target=act, args=(world.data, world.store.folder, theirs, *more))
    sys.modules["__main__"] = MAIN
    process.start()
    theirs.close()
    return process, ours


def said(pipe: Connection) -> list[object]:
    """Everything that a process said before it ended."""
    words = []
    try:
        while pipe.poll():
            words.append(pipe.recv())
    except (EOFError, ConnectionResetError):
        pass
    return words


def areas(store: Store) -> dict[str, tuple[str, int]]:
    """The note and the number of the open positions by area, in the current version."""
    return areas_of(store.current())


def areas_of(version: Version) -> dict[str, tuple[str, int]]:
    found = version.cursor().execute(AREAS).fetchall()
    return {area: (note, rows) for area, note, rows in found}


def command(world: World, *words: str) -> "subprocess.Popen[str]":
    """`python -m etl` on this world, started."""
    folders = ["--data", world.data, "--documents", world.documents, "--store", world.store.folder]
    return subprocess.Popen(
        [sys.executable, "-m", "etl", words[0], *map(str, folders), *words[1:]],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
