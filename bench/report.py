"""Reports of the curated data: ten pages, and fifty places in one file: `python -m bench.report`."""

import argparse
import io
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdf

from bench.measures import keep, median
from etl.pipeline.build import Inputs, build
from kim import queries
from kim.loads import now
from kim.queries import View
from kim.store import Store
from kim.tables import DATA, package
from ui import report
from ui.report.blocks import Report

PLACES, TEN_PAGES, REPEATS = 50, 3, 3
MOST_SECONDS_FOR_TEN_PAGES, MOST_SECONDS_FOR_FIFTY_PLACES = 2.0, 60.0


def measure(places: int = PLACES, repeats: int = REPEATS) -> dict[str, float]:
    """Seconds and pages of the first report, of a selection of about ten pages, of so many places."""
    with tempfile.TemporaryDirectory(prefix="kim-bench-") as folder:
        store = Store(Path(folder) / "store")
        build(Inputs.read(package(), DATA, Path(folder), now()), store, lambda _: None)
        with queries.answered_by(store.current()):
            return _measure(_places(places), repeats)


def _places(number: int) -> tuple[str, ...]:
    """Places of which something is known, then others."""
    known, every = queries.places()["ags"], queries.place_names()
    return tuple(dict.fromkeys((*known, *every)))[:number]


def _measure(places: Sequence[str], repeats: int) -> dict[str, float]:
    view = View(tuple(places))
    first, _ = _timed(lambda: report.of_place(places[0], view))
    ten = [
        _timed(lambda: report.of_places(places[1 : 1 + TEN_PAGES], view)) for _ in range(repeats)
    ]
    every, pages = _timed(lambda: report.of_places(places, view))
    return {
        "first": first,
        "ten": median(seconds for seconds, _ in ten),
        "pages_of_ten": ten[0][1],
        "every": every,
        "pages_of_every": pages,
    }


def _timed(make: Callable[[], Report]) -> tuple[float, int]:
    begin = time.perf_counter()
    made = report.pdf(make())
    seconds = time.perf_counter() - begin
    return seconds, len(pypdf.PdfReader(io.BytesIO(made)).pages)


def main() -> int:
    """Print the times; 1 when ten pages or fifty places take longer than they may."""
    parser = argparse.ArgumentParser(prog="python -m bench.report", description=__doc__)
    parser.add_argument("--places", type=int, default=PLACES)
    found = measure(parser.parse_args().places)
    keep("report", found)
    print(f"first report {found['first']:.2f} s")
    print(f"{found['pages_of_ten']} pages {found['ten']:.2f} s")
    print(f"all places: {found['pages_of_every']} pages {found['every']:.2f} s")
    is_slow = found["ten"] / found["pages_of_ten"] * 10 > MOST_SECONDS_FOR_TEN_PAGES
    return int(is_slow or found["every"] > MOST_SECONDS_FOR_FIFTY_PLACES)


if __name__ == "__main__":
    raise SystemExit(main())
