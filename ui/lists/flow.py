"""The way of money: place by place who pays whom, each step with its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ui.lists.entries import Entry


@dataclass(frozen=True)
class Step:
    """From `start` to `end` (names in words); `entry` says what goes this way and where it is proven."""

    start: str
    end: str
    entry: Entry


@dataclass(frozen=True)
class Flow:
    """The steps of one place (its key) below its title."""

    place: str
    title: str
    steps: tuple[Step, ...]
    is_folded: bool = False


@dataclass(frozen=True)
class Flows:
    """Place by place."""

    template: ClassVar = "flow.html"
    flows: tuple[Flow, ...]

    @property
    def entries(self) -> Iterator[Entry]:
        """All that is stated."""
        return (step.entry for flow in self.flows for step in flow.steps)
