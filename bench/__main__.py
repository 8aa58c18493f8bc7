"""All measurements and one table of ratios against the targets: `python -m bench`."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bench.measures import RESULTS
from kim.tables import ROOT

PARTS = (
    "load",
    "uploads",
    "as_of",
    "search",
    "api",
    "extraction",
    "versions",
    "report",
    "pages",
    "sessions",
)


@dataclass(frozen=True)
class Ratio:
    """One line of the table; `due` is the most (or, with `is_least`, the least) that is allowed."""

    what: str
    value: float
    due: float
    further: float
    is_least: bool = False

    @property
    def verdict(self) -> str:
        def is_met(target: float) -> bool:
            return self.value >= target if self.is_least else self.value <= target

        return "further out" if is_met(self.further) else "met" if is_met(self.due) else "MISSED"


def pages(found: dict[str, Any]) -> Iterator[Ratio]:
    """Our page beside the usual one at each size, and our largest size beside our smallest."""
    for facts, times in found.items():
        ours, usual, frozen = times["ours"], times["usual"], times["usual+freeze"]
        at = f"{int(facts):,} facts"
        yield Ratio(f"start / usual, {at}", ours["start"] / usual["start"], 1.0, 0.72)
        for key in ("change p50", "change p95"):
            yield Ratio(f"{key} / usual+freeze, {at}", ours[key] / frozen[key], 1.2, 0.8)
    for key in ("start", "further", "change p50", "change p95"):
        yield Ratio(f"{key}, largest / smallest", _growth(found, key), 1.15, 1.05)


def sessions(found: dict[str, Any]) -> Iterator[Ratio]:
    """Sessions held beside the usual page, and how they change from the smallest size to the largest."""
    for facts, values in found.items():
        ours, usual = values["ours"]["held"], max(values["usual"]["held"], 1)
        yield Ratio(f"sessions / usual, {int(facts):,} facts", ours / usual, 4, 12, is_least=True)
    yield Ratio("sessions, smallest / largest", 1 / _growth(found, "held"), 1.15, 1.05)


def _growth(found: dict[str, Any], key: str) -> float:
    sizes = sorted(found, key=int)
    return float(found[sizes[-1]]["ours"][key] / max(found[sizes[0]]["ours"][key], 1))


def table() -> list[Ratio]:
    """The ratios of the measurements that were kept."""
    makers = {"pages": pages, "sessions": sessions}
    kept = {name: RESULTS / f"{name}.json" for name in makers}
    return [
        ratio
        for name, path in kept.items()
        if path.exists()
        for ratio in makers[name](json.loads(path.read_text("utf-8")))
    ]


def main() -> int:
    """Run the parts one after the other, then print the table; 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help="of " + ", ".join(PARTS))
    statuses = []
    for part in parser.parse_args().parts:
        print(f"\n== {part}", flush=True)
        command = [sys.executable, "-m", f"bench.{part}"]
        statuses.append(subprocess.run(command, cwd=ROOT, check=False).returncode)
    print(f"\n{'':44}{'ratio':>8}{'due':>8}{'further':>9}")
    ratios = table()
    for each in ratios:
        print(f"{each.what:44}{each.value:8.2f}{each.due:8.2f}{each.further:9.2f}  {each.verdict}")
    return int(any(statuses) or any(each.verdict == "MISSED" for each in ratios))


if __name__ == "__main__":
    sys.exit(main())
