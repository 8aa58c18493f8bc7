"""A long day of a store in an hour: `python -m bench.soak [--minutes 60] [--seed 1]`.

Readers hold sessions at a real server; files are published, taken back and brought back by commands of
their own, some of which are killed or find the disk full. At the end it must hold: every file received
is there, every version is whole, the version made again from the journal says the same, what was
published is there whole and what was taken back is not, memory and descriptors of the server are flat.
"""

import argparse
import csv
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.contestants import OURS, Server, serving, shipped_store
from bench.measures import keep
from bench.upload_files import POSITIONS, positions
from etl.archive.files import digest
from kim.store import Store
from kim.tables import ROOT

ROWS, SESSIONS, SECONDS_OF_READERS = 20, 2, 20
DISK, BLOCK = "size=600m", 1 << 20
VERSIONS_KEPT = "10"
WARMED_UP = 0.25
MOST_GROWTH, MOST_MORE_MIB, MOST_MORE_DESCRIPTORS = 1.3, 100, 30
SECONDS_TO_A_KILL = 6.0
SECONDS_OF_A_COMMAND = 600
AREAS = "SELECT area, count(*) FROM kim.as_of('positions', NULL, NULL) WHERE area LIKE 'Dauer %' GROUP BY area"
CONTENT = "SELECT count(*), bit_xor(hash(COLUMNS(*))) FROM query_table($name)"


@dataclass
class Day:
    """What was done to a store, and what must therefore be there.

    `there`, `gone`: loads by number with the area that their rows name. `unsure`: areas of loads that
    were killed. `received`: the SHA-256 of each file that was handed in to its end.
    """

    store: Path
    chance: random.Random
    there: dict[int, str] = field(default_factory=dict)
    gone: dict[int, str] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    received: set[str] = field(default_factory=set)
    done: "Counter[str]" = field(default_factory=Counter)
    files: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def next_thing(self, has_small_disk: bool) -> None:
        """One of the things that happen to a store."""
        kinds = {
            self.publish: 5,
            self.take_back: 2,
            self.bring_back: 2,
            self.kill: 2,
            self.prune: 1,
        }
        if has_small_disk:
            kinds[self.fill_the_disk] = 1
        [kind] = self.chance.choices(list(kinds), list(kinds.values()))
        kind()

    def publish(self) -> None:
        path, area = self._file()
        told = json.loads(self._command("load", *self._loading(path)))
        if told["outcome"] != "accepted":
            raise AssertionError(told["message"])
        self.received.add(digest(path))
        self.there[told["version"]] = area
        self.done["published"] += 1

    def take_back(self) -> None:
        self._move("withdraw", self.there, self.gone)

    def bring_back(self) -> None:
        self._move("restore", self.gone, self.there)

    def kill(self) -> None:
        """A load that ends at a time of its own."""
        path, area = self._file()
        process = self._started("load", *self._loading(path))
        time.sleep(self.chance.uniform(0, SECONDS_TO_A_KILL))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        self.unsure.add(area)
        self.done["killed"] += 1

    def fill_the_disk(self) -> None:
        """With little room left a load is published or says that the disk is full; then there is room again."""
        ballast, (path, area) = self.store.parent / "ballast", self._file()
        leave = self.chance.randrange(1, 40) * BLOCK
        try:
            with ballast.open("wb") as file:
                os.posix_fallocate(
                    file.fileno(), 0, max(shutil.disk_usage(ballast).free - leave, 1)
                )
            process = self._started("load", *self._loading(path))
            said, _ = process.communicate(timeout=SECONDS_OF_A_COMMAND)
        finally:
            ballast.unlink()
        told = json.loads(said)
        if told["outcome"] == "accepted":
            self.received.add(digest(path))
            self.there[told["version"]] = area
        elif "kein Platz" not in told["message"]:
            raise AssertionError(told["message"])
        self.done["with a full disk"] += told["outcome"] != "accepted"

    def prune(self) -> None:
        self._command("prune")
        self.done["pruned"] += 1

    def _move(self, command: str, out_of: dict[int, str], into: dict[int, str]) -> None:
        if out_of:
            number = self.chance.choice(sorted(out_of))
            self._command(command, str(number))
            into[number] = out_of.pop(number)
            self.done[command] += 1

    def _file(self) -> tuple[Path, str]:
        """A file with rows of its own; its area names them."""
        number = next(self.files)
        path, area = self.store.parent / f"{number}.csv", f"Dauer {number}"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [field.name for field in POSITIONS.fields])
            writer.writeheader()
            writer.writerows(row | {"area": area} for row in positions(ROWS))
        return path, area

    @staticmethod
    def _loading(path: Path) -> tuple[str, ...]:
        return str(path), "--table", "positions", "--confirm", "--json"

    def _command(self, *words: str) -> str:
        process = self._started(*words)
        said, _ = process.communicate(timeout=SECONDS_OF_A_COMMAND)
        if process.returncode:
            raise AssertionError(f"{words[0]} ended with {process.returncode}: {said}")
        return said

    def _started(self, name: str, *words: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "etl", name, *words, "--store", str(self.store)]
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"KIM_KEEP_VERSIONS": VERSIONS_KEPT, "KIM_KEEP_DAYS": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )


class Readers:
    """Sessions at the server that change their filter once a second, until they are stopped."""

    def __init__(self, server: Server) -> None:
        self.server = server
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
                [*clients, str(SESSIONS), str(SECONDS_OF_READERS)],
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


def soak(minutes: float, seed: int) -> dict[str, float]:
    """Run for that long; what was done and measured. Raises AssertionError when something does not hold."""
    with disk() as (folder, has_small_disk):
        day = Day(shipped_store(folder / "store"), random.Random(seed))  # noqa: S311
        with serving(OURS, day.store) as server, Readers(server) as readers:
            begun, warm = time.monotonic(), (0.0, 0)
            while (gone := time.monotonic() - begun) < 60 * minutes:
                day.next_thing(has_small_disk)
                if not warm[0] and gone > 60 * minutes * WARMED_UP:
                    warm = held(server)
            last = held(server)
        found = _report(day, readers, warm if warm[0] else last, last)
        require(not readers.failures, f"readers failed: {readers.failures[:1]}")
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
    said = day._command("doctor")
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
    day._command("rebuild")
    require(content(Store(again)) == before, "the version made again says something else")


def content(store: Store) -> dict[str, tuple[object, ...]]:
    """Of each table of the current version how many rows it has and a digest of each column."""
    cursor = store.current().cursor()
    names = [name for (name,) in cursor.sql("SELECT table_name FROM duckdb_tables()").fetchall()]
    return {name: cursor.execute(CONTENT, {"name": name}).fetchall()[0] for name in sorted(names)}


def require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    keep("soak", soak(chosen.minutes, chosen.seed))


if __name__ == "__main__":
    main()
