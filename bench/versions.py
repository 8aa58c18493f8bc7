"""Memory and open files while versions are published under readers of the same process: `python -m bench.versions`."""

import argparse
import tempfile
import threading
import time
from pathlib import Path

from bench.measures import keep
from bench.upload_files import POSITIONS, write
from bench.uploads import CLERK
from etl.pipeline.build import Inputs, build
from etl.reading import Decisions
from etl.uploads.stages import Ready
from etl.uploads.uploads import Uploads
from kim import queries
from kim.kept import MOST_KEPT
from kim.loads import now
from kim.queries import View
from kim.store import Store
from kim.tables import DATA, package

READERS, ROWS, VERSIONS_ON_DISK = 10, 1_000, 3
LOOKS = (10, 50, 100, 200)
SECONDS_BETWEEN_PAGES = 0.5
MODULES = ("", *POSITIONS.field("module").vocabulary)
TABLES = [table.name for table in package().facts]
KIBIBYTES_OF_A_MEBIBYTE = 1024


class Readers:
    """Threads that ask for pages until they are stopped."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.pages = 0
        self.failures: list[str] = []
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._read, args=(number,)) for number in range(READERS)
        ]

    def __enter__(self) -> "Readers":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _read(self, number: int) -> None:
        while not self._stop.wait(SECONDS_BETWEEN_PAGES):
            try:
                self._page(number)
            except Exception as failure:  # noqa: BLE001 (any failure counts)
                self.failures.append(repr(failure))
            self.pages += 1
            number += READERS

    def _page(self, number: int) -> None:
        with queries.answered_by(self.store.current()):
            places = tuple(sorted(queries.place_names()))
            first = number % len(places)
            view = View(places[first : first + 7])
            queries.positions(view, MODULES, "posts")
            queries.facts(TABLES[number % len(TABLES)], view)
            queries.organisations()


def memory() -> float:
    """What this process holds in memory, in MiB."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / KIBIBYTES_OF_A_MEBIBYTE


def open_files(folder: Path) -> tuple[int, int]:
    """Open descriptors of this process: all, and those of the versions in a folder."""
    links = []
    for each in Path("/proc/self/fd").iterdir():
        try:
            links.append(str(each.readlink()))
        except FileNotFoundError:
            continue
    return len(links), sum(link.startswith(f"{folder}/") and ".duckdb" in link for link in links)


def filled(folder: Path) -> Uploads:
    """Uploads at a store of the shipped data with one upload on it, which is load 2."""
    store = Store(folder / "store")
    build(Inputs.read(package(), DATA, None, now()), store, lambda _: None)
    uploads, path = Uploads(package(), store, CLERK, now), folder / "positions.csv"
    write(path, "machine", ROWS, 0)
    with path.open("rb") as file:
        submission = uploads.receive(path.name, file)
    check = uploads.check(submission, Decisions("positions", is_confirmed=True), lambda _: None)
    if not isinstance(check, Ready):
        raise TypeError(check)
    uploads.publish(check, lambda _: None)
    return uploads


def measure(looks: list[int]) -> dict[str, dict[str, float]]:
    """What is held after so many publications: the upload is withdrawn and brought back in turn."""
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        uploads = filled(Path(name))
        with Readers(uploads.store) as readers:
            for count in range(1, max(looks) + 1):
                act = uploads.withdraw if count % 2 else uploads.restore
                number = act(2, lambda _: None).version or 0
                uploads.store.path(number - VERSIONS_ON_DISK).unlink(missing_ok=True)
                if count in looks:
                    time.sleep(1)
                    found[str(count)] = _look(count, readers, uploads.store.folder)
        if readers.failures:
            raise SystemExit(f"{len(readers.failures)} pages failed: {readers.failures[0]}")
    return found


def _look(count: int, readers: Readers, folder: Path) -> dict[str, float]:
    descriptors, databases = open_files(folder)
    print(
        f"{count:4d} publications, {readers.pages:7,d} pages: {memory():6.0f} MiB,"
        f" {descriptors} descriptors, {databases} of databases",
        flush=True,
    )
    return {"memory": memory(), "descriptors": descriptors, "databases": databases}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.versions", description=__doc__)
    parser.add_argument("--publications", type=int, nargs="*", default=list(LOOKS))
    print(f"{READERS} readers, at most {MOST_KEPT} answers kept of a version")
    keep("versions", measure(parser.parse_args().publications))


if __name__ == "__main__":
    main()
