"""Organigrams: a district above its towns, each with the bodies that steer, tier by tier, politics apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ui.lists.entries import Entry


@dataclass(frozen=True)
class Box:
    """A body: what it is called and its state, and each thing that is said of it with its own evidence."""

    head: Entry
    lines: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Tier:
    """The bodies of a place on one level; `is_political`: beside the tiers that steer."""

    title: str
    boxes: tuple[Box, ...]
    is_political: bool = False


@dataclass(frozen=True)
class Level:
    """A place (its key) with its tiers; `searched`: how far was looked.

    `note`: that it is not one of the chosen places, but the district of one.
    """

    place: str
    title: str
    tiers: tuple[Tier, ...]
    searched: str
    note: str = ""


@dataclass(frozen=True)
class Organigrams:
    """For each district its own level and below it those of its towns."""

    template: ClassVar = "organigram.html"
    districts: tuple[tuple[Level, ...], ...]

    @property
    def entries(self) -> Iterator[Entry]:
        """All that is stated."""
        levels = (level for district in self.districts for level in district)
        boxes = (box for level in levels for tier in level.tiers for box in tier.boxes)
        return (entry for box in boxes for entry in (box.head, *box.lines))
