"""What happens to a store on a long day: publications, withdrawals, kills, a full disk; and what must be there then."""

import csv
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.upload_files import POSITIONS, positions
from etl.archive.files import digest
from kim.tables import ROOT

ROWS, BLOCK = 20, 1 << 20
KEPT = {"KIM_KEEP_VERSIONS": "10", "KIM_KEEP_DAYS": "1"}
SECONDS_TO_A_KILL = 6.0
SECONDS_OF_A_COMMAND = 600
SECONDS_OF_A_REBUILD = 7200  # every load of the journal is made again, two seconds each


@dataclass
class Day:
    """What was done to a store, and what must therefore be there.

    `minutes`: an empty folder, because invented rows are not held against the texts of real documents.
    `there`, `gone`: loads by number with the area that their rows name. `unsure`: areas of loads that
    were killed. `received`: the SHA-256 of each file that was handed in to its end.
    """

    store: Path
    minutes: Path
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
        told = json.loads(self.command("load", *self._loading(path)))
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
        self.command("prune")
        self.done["pruned"] += 1

    def _move(self, command: str, out_of: dict[int, str], into: dict[int, str]) -> None:
        if out_of:
            number = self.chance.choice(sorted(out_of))
            self.command(command, str(number))
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

    def command(self, *words: str) -> str:
        """What `python -m etl` says of these words on this store; AssertionError unless it ends well."""
        process = self._started(*words)
        is_rebuild = words[0] == "rebuild"
        most = SECONDS_OF_A_REBUILD if is_rebuild else SECONDS_OF_A_COMMAND
        said, _ = process.communicate(timeout=most)
        if process.returncode:
            raise AssertionError(f"{words[0]} ended with {process.returncode}: {said}")
        return said

    def _started(self, name: str, *words: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "etl", name, *words, "--store", str(self.store)]
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | KEPT | {"KIM_MINUTES": str(self.minutes)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
