"""Which versions are kept: the last ones, the last of each day for a time, the last of each month for good."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Retention:
    """How many of the last versions are kept, and for how many days the last one of each day."""

    versions: int
    days: int

    def expendable(self, published: Mapping[int, date], today: date) -> list[int]:
        """The numbers of those that need not be kept, given the day on which each was published."""
        newest_first = sorted(published, reverse=True)
        of_a_day, of_a_month = dict[date, int](), dict[tuple[int, int], int]()
        for number in newest_first:
            day = published[number]
            of_a_month.setdefault((day.year, day.month), number)
            if (today - day).days < self.days:
                of_a_day.setdefault(day, number)
        kept = {*newest_first[: self.versions], *of_a_day.values(), *of_a_month.values()}
        return sorted(published.keys() - kept)
