"""`python -m etl fetch`: papers from their addresses, one after the other, with a sentence for each."""

import argparse
import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from etl.fetching.oparl.found import FoundPapers
from etl.fetching.records import is_name
from etl.fetching.refusals import State
from etl.fetching.run import Run, Wanted
from etl.fetching.visits import Visitor
from kim.disk import disk_said
from kim.loads import now
from kim.settings import Settings
from kim.store import Store, StoreBusyError
from kim.texts import text

Say = Callable[[str], None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `fetch`."""
    parser.add_argument("--source", action="append", help="only this source; can be repeated")
    parser.add_argument(
        "--again", action="store_true", help="ask whether fetched ones have changed"
    )
    parser.add_argument("--replace", action="store_true", help="take the new text of changed ones")
    add_pause(parser)


def add_pause(parser: argparse.ArgumentParser) -> None:
    """How long to pause between two requests to a host."""
    parser.add_argument("--pause", type=float, default=2.0, metavar="SECONDS")


def fetch(chosen: argparse.Namespace, target: Store, found: Settings, say: Say) -> int:
    """Fetch what is due; 0 when all of it could be read, 1 when something could not.

    Raises StoreBusyError while another one fetches, StoreFullError, StoreReadOnlyError, StoreDamagedError.
    """
    sources = addresses(chosen.data, target)
    found_papers = FoundPapers(target.folder).waiting(sources)
    known = sources | {each.source: each.url for each in found_papers}
    if unknown := sorted(set(chosen.source or ()) - known.keys()):
        say(text("fetch.unknown", sources=", ".join(unknown)))
        return 1
    run = Run(target.folder, visitor(chosen, found), now)
    wanted = [Wanted(each, known[each]) for each in chosen.source or sorted(known)]
    with alone(target):
        if not (chosen.again or chosen.replace):
            wanted = list(run.due(wanted, chosen.documents or chosen.data / "minutes"))
        return _visited(run, wanted, chosen.replace, say)


def visitor(chosen: argparse.Namespace, found: Settings) -> Visitor:
    """Who asks, as the settings and the command say."""
    return Visitor(found.contact, found.fetch_loopback, max(chosen.pause, 0))


def addresses(data: Path, target: Store) -> dict[str, str]:
    """The address of each source that has one: of data/ and of the current version."""
    known: dict[str, str] = {}
    path = data / "sources.csv"
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            rows = [(each.get("source"), each.get("url")) for each in csv.DictReader(file)]
        known = {source: url for source, url in rows if source and url and is_name(source)}
    if target.number():
        told = target.current().cursor().table("sources").project("source, url")
        known |= {source: url for source, url in told.fetchall() if url}
    return known


@contextmanager
def alone(target: Store) -> Iterator[None]:
    """Nobody else fetches meanwhile. Raises StoreBusyError, StoreFullError, StoreReadOnlyError."""
    lock = FileLock(target.folder / "fetching.lock", timeout=0)
    with disk_said(target.folder):
        target.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout as busy:
            raise StoreBusyError from busy
        try:
            yield
        finally:
            lock.release()


def _visited(run: Run, wanted: Sequence[Wanted], replaces: bool, say: Say) -> int:
    states: Counter[State] = Counter()
    for each in wanted:
        fetched = run.visit(each, replaces=replaces)
        states[fetched.state] += 1
        say(f"{each.source}: {fetched.said}")
    if not wanted:
        say(text("fetch.nothing_due"))
        return 0
    say(
        text(
            "fetch.done",
            asked=len(wanted),
            read=states[State.READ],
            scans=states[State.SCAN],
            others=len(wanted) - states[State.READ] - states[State.SCAN],
        )
    )
    return 0 if states[State.READ] == len(wanted) else 1
