"""The axes of a picture: from the values of a figure to pixels, with their lines and numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from kim import german

MILLISECONDS = 1000
SPACE_BESIDE = 0.06
STEPS = [size * 10**power for power in range(-2, 9) for size in (1, 2, 5)]
USUAL_TICKS = 6


@dataclass(frozen=True)
class Axis:
    """Values from `start` to `end` at the pixels from `first` to `last`; `said`: options of plotly."""

    start: float
    end: float
    first: float
    last: float
    said: Mapping[str, Any]

    def at(self, value: object) -> float:
        """The pixel of a value."""
        part = (number(value) - self.start) / ((self.end - self.start) or 1)
        return self.first + part * (self.last - self.first)

    def length(self, value: float) -> float:
        """How many pixels so much is."""
        return abs(self.at(self.start + value) - self.first)

    @property
    def is_visible(self) -> bool:
        return bool(self.said.get("visible", True))

    @property
    def has_grid(self) -> bool:
        return self.is_visible and bool(self.said.get("showgrid", True))

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """The pixels and words of its ticks; none when it is not seen."""
        if not self.is_visible:
            return []
        if self.said.get("tickvals") is not None:
            words = self.said.get("ticktext") or map(german.number, self.said["tickvals"])
            return [(self.at(v), str(w)) for v, w in zip(self.said["tickvals"], words, strict=True)]
        return self._years() if self.said.get("type") == "date" else self._numbers()

    @property
    def marks_years(self) -> bool:
        """Whether its words stand between its lines, one for each year."""
        return self.said.get("ticklabelmode") == "period"

    def _numbers(self) -> list[tuple[float, str]]:
        low, high = sorted((self.start, self.end))
        most = self.said.get("nticks") or USUAL_TICKS
        step = next(each for each in STEPS if (high - low) / each <= most)
        counts = range(-int(-low // step), int(high // step) + 1)
        return [(self.at(count * step), german.number(count * step)) for count in counts]

    def _years(self) -> list[tuple[float, str]]:
        first, last = (_day(each).year for each in (self.start, self.end))
        years = range(first, last + 2)
        return [(self.at(date(year, 1, 1)), str(year)) for year in years]


def number(value: object) -> float:
    """A value on an axis: dates as milliseconds since 1970, as plotly counts them."""
    if isinstance(value, str):
        value = date.fromisoformat(value[:10])
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC).timestamp() * MILLISECONDS
    return float(value)  # type: ignore[arg-type]


def extent(said: Mapping[str, Any], values: Sequence[float]) -> tuple[float, float]:
    """From where to where an axis goes: as it is said, else as far as its values, with room beside."""
    if said.get("range"):
        start, end = said["range"]
        return number(start), number(end)
    low, high = min(values, default=0.0), max(values, default=1.0)
    beside = SPACE_BESIDE * (high - low) or 1.0
    return low - beside, high + beside


def _day(milliseconds: float) -> date:
    return datetime.fromtimestamp(milliseconds / MILLISECONDS, UTC).date()
