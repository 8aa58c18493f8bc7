"""A long day of a store in an hour: `python -m bench.soak [--minutes 60] [--seed 1] [--readers 10]`.

Readers hold sessions at a real server; files are published, taken back and brought back by commands of
their own, some of which are killed or find the disk full. At the end it must hold: every file received
is there, every version is whole, the version made again from the journal says the same, what was
published is there whole and what was taken back is not, memory and descriptors of the server are flat.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.contestants import OURS, Server, serving, shipped_store
from bench.long_day import ROWS, Day
from bench.measures import keep
from etl.archive.files import digest
from kim.store import Store
from kim.tables import ROOT

READERS, SECONDS_OF_READERS = 10, 20
DISK = "size=600m"
WARMED_UP = 0.25
MOST_GROWTH, MOST_MORE_MIB, MOST_MORE_DESCRIPTORS = 1.3, 100, 30
AREAS = "SELECT area, count(*) FROM kim.as_of('positions', NULL, NULL) WHERE area LIKE 'Dauer %' GROUP BY area"
TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
CONTENT = "SELECT count(*), sum(hash(held)) FROM query_table($name) AS held"


class Readers:
    """So many sessions at the server that change their filter once a second, until they are stopped."""

    def __init__(self, server: Server, number: int) -> None:
        self.server = server
        self.number = number
        self.changes = 0
        self.failures: list[str] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._read)

    def __enter__(self) -> "Readers":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _read(self) -> None:
        clients = [sys.executable, "-m", "bench.clients", self.server.origin, OURS.path.strip("/")]
        while not self._stop.is_set():
            ended = subprocess.run(
                [*clients, str(self.number), str(SECONDS_OF_READERS)],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
            if ended.returncode:
                self.failures.append(ended.stderr[-500:])
            else:
                self.changes += len(json.loads(ended.stdout))


@contextmanager
def disk() -> Iterator[tuple[Path, bool]]:
    """A folder, and whether it is a small disk of its own (where mounting is permitted)."""
    with tempfile.TemporaryDirectory() as name:
        mount = ["mount", "-t", "tmpfs", "-o", DISK, "none", name]
        is_small = not subprocess.run(mount, capture_output=True, check=False).returncode
        try:
            yield Path(name), is_small
        finally:
            if is_small:
                subprocess.run(["umount", "--lazy", name], check=True)


def soak(minutes: float, seed: int, readers: int = READERS) -> dict[str, float]:
    """Run for that long under so many readers; what was done and measured. Raises AssertionError when something does not hold."""
    with disk() as (folder, has_small_disk):
        (folder / "minutes").mkdir()
        store = shipped_store(folder / "store", documents=folder / "minutes")
        day = Day(store, folder / "minutes", random.Random(seed))  # noqa: S311
        with serving(OURS, day.store) as server, Readers(server, readers) as reading:
            begun, warm = time.monotonic(), (0.0, 0)
            while (gone := time.monotonic() - begun) < 60 * minutes:
                day.next_thing(has_small_disk)
                if not warm[0] and gone > 60 * minutes * WARMED_UP:
                    warm = held(server)
            last = held(server)
        found = _report(day, reading, warm if warm[0] else last, last)
        require(found["published"] > 0 < found["changes of readers"], "nothing was done")
        require(not reading.failures, f"readers failed: {reading.failures[:1]}")
        most = found["MiB, warm"] * MOST_GROWTH + MOST_MORE_MIB
        require(last[0] <= most, f"the server's memory grew to {last[0]:.0f} MiB")
        require(
            last[1] <= found["descriptors, warm"] + MOST_MORE_DESCRIPTORS,
            "the server's open descriptors grew",
        )
        examine(day)
    return found


def held(server: Server) -> tuple[float, int]:
    """MiB and open descriptors of the server."""
    status = Path(f"/proc/{server.process}/status").read_text("ascii")
    memory = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return memory, len(list(Path(f"/proc/{server.process}/fd").iterdir()))


def _report(
    day: Day, readers: Readers, warm: tuple[float, int], last: tuple[float, int]
) -> dict[str, float]:
    found: dict[str, float] = dict(day.done)
    found |= {"changes of readers": readers.changes, "version": Store(day.store).number()}
    found |= {"MiB, warm": warm[0], "MiB, last": last[0]}
    found |= {"descriptors, warm": warm[1], "descriptors, last": last[1]}
    for name, value in found.items():
        print(f"{name:24}{value:10,.0f}", flush=True)
    return found


def examine(day: Day) -> None:
    """What must hold at the end of the day."""
    store = Store(day.store)
    said = day.command("doctor")
    require(said.endswith("Alles in Ordnung.\n"), said)
    missing = [each for each in day.received if digest(day.store / "uploads" / each) != each]
    require(not missing, f"received and not there: {missing}")
    rows = dict(store.current().cursor().execute(AREAS).fetchall())
    published = set(day.there.values())
    require({rows.pop(area, 0) for area in published} <= {ROWS}, "what was published is not there")
    require(not set(rows) - day.unsure, f"what nobody published is there: {sorted(rows)[:3]}")
    require(set(rows.values()) <= {ROWS}, "half a file is there")
    before = content(store)
    again = day.store.parent / "again"
    shutil.copytree(day.store, again, ignore=shutil.ignore_patterns("kim-*.duckdb", "*.lock"))
    day.store = again
    day.command("rebuild")
    require(content(Store(again)) == before, "the version made again says something else")


def content(store: Store) -> dict[str, tuple[object, ...]]:
    """Of each table of the current version how many rows it has and a digest of them."""
    cursor = store.current().cursor()
    names = [name for (name,) in cursor.sql(TABLES).fetchall()]
    return {name: cursor.execute(CONTENT, {"name": name}).fetchall()[0] for name in sorted(names)}


def require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readers", type=int, default=READERS)
    chosen = parser.parse_args()
    keep("soak", soak(chosen.minutes, chosen.seed, chosen.readers))


if __name__ == "__main__":
    main()
