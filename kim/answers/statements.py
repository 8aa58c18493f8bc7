"""The statements that answers are made of: those about some places, by place, each table asked once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from kim import queries
from kim.facts import Record, records
from kim.queries import View
from kim.tables import package

MODULES = ("", *package().vocabularies["module"])
NEWEST_POSITIONS = "newest_positions"
ASKED: Mapping[str, Callable[[View], pd.DataFrame]] = {
    NEWEST_POSITIONS: lambda view: queries.positions(view, MODULES),
    "carriers": queries.carriers,
    "bodies": queries.bodies,
    "decisions": queries.decisions,
    "commitments": queries.commitments,
}


@dataclass(frozen=True)
class Told:
    """What was told of one place, asked for by the name of a fact table; `day` is the day shown.

    "newest_positions" are the newest figures of every series of posts and persons.
    """

    place: str
    view: View
    day: date

    def of(self, name: str) -> tuple[Record, ...]:
        """The statements of a table that had begun to hold or are announced, without those that have ended."""
        found = by_place(name, self.view).get(self.place, ())
        return tuple(record for record in found if not has_ended(record, self.day))

    def ever(self, name: str) -> tuple[Record, ...]:
        """All statements of a table, whenever they held."""
        return by_place(name, View(self.view.regions, None, self.view.known_on)).get(self.place, ())


@queries.remembered
def by_place(name: str, view: View) -> dict[str, tuple[Record, ...]]:
    """Statements by the key of their place; those about a place that is gone stand with its successor."""
    rows = ASKED[name](view) if name in ASKED else queries.facts(name, view)
    gone = queries.predecessors(view)
    heirs = dict(zip(gone["ags"], gone["successor"], strict=True))
    found: dict[str, list[Record]] = {}
    for record in records(rows):
        region = str(record["region"])
        found.setdefault(str(heirs.get(region, region)), []).append(record)
    return {region: tuple(each) for region, each in found.items()}


def has_ended(record: Record, day: date) -> bool:
    """Whether a statement certainly did not hold any more on a day."""
    last = record["held_until_latest"]
    return not pd.isna(last) and pd.Timestamp(last).date() < day


def is_ahead(record: Record, day: date) -> bool:
    """Whether a statement certainly did not hold yet on a day."""
    first = record["held_from_earliest"]
    return not pd.isna(first) and pd.Timestamp(first).date() > day
