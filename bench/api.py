"""The addresses for machines: an answer for one place, a CSV file of many facts: `python -m bench.api`."""

import argparse
import asyncio
import gc
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from starlette.types import Message

from bench.generate import generate
from bench.measures import keep, median, percentile
from etl.pipeline.build import Inputs, build
from kim import queries
from kim.loads import now
from kim.store import Store, store
from kim.tables import read_package
from ui.endpoints.application import machines

FACTS, ABOUT_AS_MANY_AS_SHIPPED, REPEATS = 100_000, 1_000, 5
MOST_MILLISECONDS, MOST_MIB = 5, 40
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Reply:
    """Status, bytes of the body, lines in it, the processor's milliseconds, how far memory rose (MiB)."""

    status: int
    size: int
    lines: int
    milliseconds: float
    mib: float


def read(address: str) -> Reply:
    """What the application answers; of the body only its length is kept."""
    return asyncio.run(_read(_scope(address)))


def _scope(address: str) -> dict[str, object]:
    path, _, query = address.partition("?")
    return {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [(b"host", b"bench")],
    }


async def _read(scope: dict[str, object]) -> Reply:
    status, size, lines, most = 0, 0, 0, 0
    before, started = resident(), time.process_time()
    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        for message in asked:
            return message
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        nonlocal status, size, lines, most
        status = message.get("status", status)
        body = message.get("body", b"")
        size, lines = size + len(body), lines + body.count(b"\n")
        most = max(most, resident())

    await machines(scope, receive, send)
    taken = 1000 * (time.process_time() - started)
    return Reply(status, size, lines, taken, max(most - before, 0) / 2**20)


def resident() -> int:
    """The memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text("utf-8").split()[1]) * PAGE_BYTES


async def _answers(repeats: int) -> list[Reply]:
    with queries.answered_by(store().current()):
        places = list(queries.places()["ags"])
    return [await _read(_scope(f"/api/v1/answers?place={ags}")) for ags in places * repeats]


def built(folder: Path, facts: int) -> Store:
    """A store with that many invented positions, served in this process."""
    generate(folder / "data", facts)
    minutes = folder / "data" / "minutes"
    inputs = Inputs.read(read_package(folder / "data"), folder / "data", minutes, now())
    os.environ["KIM_STORE"] = str(folder / "store")
    store.cache_clear()
    report = build(inputs, store(), lambda _: None)
    if report.findings:
        raise AssertionError(f"not built: {report.findings[0]}")
    return store()


def measure_answers(facts: int, repeats: int = REPEATS) -> dict[str, float]:
    """Milliseconds (processor) of the first answer, for which all places are asked, and of one for each place after it."""
    with tempfile.TemporaryDirectory() as folder:
        built(Path(folder), facts)
        first = read("/api/v1/answers?place=05566")
        found = asyncio.run(_answers(repeats))
    if {each.status for each in (first, *found)} != {200}:
        raise AssertionError("not answered")
    taken = [each.milliseconds for each in found]
    times = {"p50": median(taken), "p95": percentile(taken, 95), "most": max(taken)}
    return times | {"first": first.milliseconds}


def measure_file(facts: int) -> dict[str, float]:
    """Lines, bytes and milliseconds (processor) of a CSV file of all facts, and the MiB by which memory rose."""
    with tempfile.TemporaryDirectory() as folder:
        built(Path(folder), facts)
        read("/api/v1/facts/positions?format=csv&limit=1000")
        gc.collect()
        file = read("/api/v1/facts/positions?format=csv")
    if file.status != 200:
        raise AssertionError(f"not answered: {file}")
    return {
        "lines": file.lines,
        "bytes": file.size,
        "milliseconds": file.milliseconds,
        "MiB": file.mib,
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.api", description=__doc__)
    parser.add_argument("--facts", type=int, nargs="*", default=[FACTS // 100, FACTS // 10, FACTS])
    times = measure_answers(ABOUT_AS_MANY_AS_SHIPPED)
    print(
        f"an answer for one place in (processor) {times['p50']:.1f} ms, p95 {times['p95']:.1f} (due {MOST_MILLISECONDS});"
        f" the first, for all places, {times['first']:.0f} ms",
        flush=True,
    )
    found: dict[str, dict[str, float]] = {"answers": times}
    for facts in parser.parse_args().facts:
        found[str(facts)] = file = measure_file(facts)
        print(
            f"{facts:>9,} facts as CSV: {file['bytes'] / 2**20:.1f} MiB in {file['milliseconds'] / 1000:.1f} s (processor),"
            f" memory rose by {file['MiB']:.0f} MiB (due {MOST_MIB})",
            flush=True,
        )
    keep("api", found)


if __name__ == "__main__":
    main()
