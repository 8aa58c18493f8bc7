"""Numbers of a run and how they read: medians, percentiles, ratios."""

import json
import statistics
from collections.abc import Iterable, Mapping, Sequence

from bench.contestants import DATA

RESULTS = DATA / "results"


def median(values: Iterable[float]) -> float:
    return statistics.median(values)


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that so many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def keep(name: str, found: Mapping[str, object]) -> None:
    """Write the results of one measurement where `python -m bench` and the report find them."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(found, indent=1), "utf-8")
