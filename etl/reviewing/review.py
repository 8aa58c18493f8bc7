"""A review: a paper, the facts proposed in it, and every decision about them in the order in which they came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from statistics import median

Cells = Mapping[str, str]
BY_HAND = "von Hand"
MOST_SECONDS = 15 * 60
"""Longer nobody looks at one proposal: somebody went away."""


class Verdict(StrEnum):
    """What was decided about a proposal; `OPEN` takes a decision back."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    LATER = "later"


@dataclass(frozen=True)
class Item:
    """A proposal: its table, its cells as in a CSV file (codes, EDTF; none for what is empty), where it stands.

    `start`, `end`: characters within the paragraph (from 1). `rule` found it, `BY_HAND` for one marked by a person.
    `confidence`: the measured precision of the rule, 0 to 1. `proof`: source, paragraph and anchor of the fact that it changes;
    nothing for a new one, which this paper proves.
    """

    id: str
    table: str
    cells: Cells
    paragraph: int
    start: int
    end: int
    anchor: str
    rule: str
    confidence: float = 1.0
    proof: Cells = field(default_factory=dict)


@dataclass(frozen=True)
class Decision:
    """One decision: by whom (subject of the login), when (UTC), how many seconds after the proposal was shown.

    `cells`: those that a person wrote in place of the proposed ones, None where they are as proposed.
    """

    item: str
    verdict: Verdict
    by: str
    at: datetime
    seconds: float
    cells: Cells | None = None


@dataclass(frozen=True)
class Review:
    """The work on one paper. `source`: its slug; `row`: its row in `sources` as typed in, empty where the store has one.

    `region`: AGS of the place whose paper it is; `date`: EDTF, empty when unknown. `sha256`: of its text.
    `decisions`: all of them in order, none is ever taken out. `handed_in`: by submission, the proposals that went with it.
    """

    source: str
    title: str
    region: str
    date: str
    sha256: str
    begun_by: str
    begun_at: datetime
    row: Cells = field(default_factory=dict)
    items: Sequence[Item] = ()
    decisions: Sequence[Decision] = ()
    handed_in: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def item(self, key: str) -> Item:
        """The proposal with this identifier; KeyError when there is none."""
        for each in self.items:
            if each.id == key:
                return each
        raise KeyError(key)

    def newest(self) -> dict[str, Decision]:
        """The last decision about each proposal on which one was made."""
        return {each.item: each for each in self.decisions}

    def times(self, item: str) -> int:
        """How many decisions there are about a proposal."""
        return sum(each.item == item for each in self.decisions)

    def in_state(self, verdict: Verdict) -> list[Item]:
        """The proposals that stand so now, in reading order."""
        newest = self.newest()
        return [
            each
            for each in self.items
            if (newest[each.id].verdict if each.id in newest else Verdict.OPEN) is verdict
        ]

    def next_item(self, after: str = "") -> Item | None:
        """The next undecided proposal in reading order, from the first one again at the end; then those put off."""
        order = {each.id: place for place, each in enumerate(self.items)}
        begin = order.get(after, -1)
        for state in (Verdict.OPEN, Verdict.LATER):
            waiting = self.in_state(state)
            behind = [each for each in waiting if order[each.id] > begin]
            if waiting:
                return (behind or waiting)[0]
        return None

    def accepted(self) -> Iterator[tuple[Item, Cells]]:
        """The accepted proposals with their cells as they were decided."""
        newest = self.newest()
        for each in self.in_state(Verdict.ACCEPTED):
            yield each, newest[each.id].cells or each.cells

    def last_of(self, subject: str) -> Decision | None:
        """The last decision of a person that still stands; None when there is none to take back."""
        newest = self.newest()
        for each in reversed(self.decisions):
            if (
                each.by == subject
                and newest[each.item] is each
                and each.verdict is not Verdict.OPEN
            ):
                return each
        return None

    def seconds(self) -> float | None:
        """The median time from showing a proposal to deciding it; None before the first."""
        counted = [
            each.seconds
            for each in self.decisions
            if each.verdict in (Verdict.ACCEPTED, Verdict.REJECTED) and each.seconds < MOST_SECONDS
        ]
        return median(counted) if counted else None

    def subjects(self) -> set[str]:
        """Everybody who had a hand in it."""
        return {self.begun_by, *(each.by for each in self.decisions)}

    def with_item(self, item: Item) -> "Review":
        """With one more proposal, in its place of the reading order."""
        items = sorted([*self.items, item], key=lambda each: (each.paragraph, each.start, each.end))
        return replace(self, items=tuple(items))

    def with_decision(self, decision: Decision) -> "Review":
        """With one more decision."""
        return replace(self, decisions=(*self.decisions, decision))
