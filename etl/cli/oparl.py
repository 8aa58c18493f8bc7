"""`python -m etl oparl ADDRESS`: what in a council system speaks of KIM, as records to be taken over."""

import argparse
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from etl.cli.fetch import add_pause, addresses, alone, visitor
from etl.fetching.oparl.crawl import Crawl
from etl.fetching.oparl.found import FoundPapers
from etl.fetching.oparl.walk import Walker
from etl.fetching.records import Fetched, FetchedRecords
from etl.fetching.refusals import State
from kim import german
from kim.loads import now
from kim.settings import Settings
from kim.store import Store
from kim.texts import text

Say = Callable[[str], None]
OVERLAP = timedelta(days=1)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `oparl`."""
    parser.add_argument("address", metavar="ADDRESS", help="of the object System, or of a Body")
    parser.add_argument(
        "--since", default="", metavar="DATE", help="YYYY-MM-DD, else the last whole walk"
    )
    add_pause(parser)


def walk(chosen: argparse.Namespace, target: Store, found: Settings, say: Say) -> int:
    """Walk one server; 0 when all of it could be read, 1 when something was skipped.

    Raises StoreBusyError while another one fetches, StoreFullError, StoreReadOnlyError, StoreDamagedError.
    """
    if chosen.since and not _is_day(chosen.since):
        say(text("oparl.no_day", since=chosen.since))
        return 1
    kept = FetchedRecords(target.folder / "servers")
    with alone(target):
        name = f"oparl-{hashlib.sha256(chosen.address.encode()).hexdigest()[:12]}"
        began = kept.of(name) or Fetched(name, chosen.address, State.FAILED, "", now())
        papers = FoundPapers(target.folder)
        walker = Walker(visitor(chosen, found), say)
        since = chosen.since or _last_day(began)
        crawl = Crawl(walker, papers, german.today().isoformat(), since)
        is_read = crawl.walk(chosen.address)
        visit = _visited(began, crawl, is_read)
        kept.write(visit)
        say(visit.said)
        if number := papers.write_file(addresses(chosen.data, target)):
            say(text("oparl.take_over", papers=number, file=papers.file))
    return 0 if visit.state is State.READ else 1


def _visited(began: Fetched, crawl: Crawl, is_read: bool) -> Fetched:
    """The record of this walk: fetched when nothing was skipped, changed when something is new."""
    at, problems = now(), len(crawl.walker.problems)
    counts = {"new": crawl.new, "deleted": crawl.deleted, "problems": problems}
    said = text("oparl.done", **counts) if is_read else text("oparl.unreadable", url=began.url)
    return replace(
        began,
        state=State.FAILED if problems or not is_read else State.READ,
        said=said,
        asked_at=at,
        fetched_at=began.fetched_at if problems or not is_read else at,
        changed_at=at if crawl.new or crawl.deleted else began.changed_at,
    )


def _is_day(said: str) -> bool:
    try:
        return date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def _last_day(earlier: Fetched) -> str:
    """From when on to ask: a day before the last whole walk, empty where there was none."""
    if earlier.fetched_at is None:
        return ""
    return (earlier.fetched_at - OVERLAP).date().isoformat()
