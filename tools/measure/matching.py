"""Which proposal speaks of which fact, and what of it is right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.extraction.paper import Paper, Span
from etl.extraction.proposed import ProposedFact, Value
from tools.measure.gold import DECISIVE, FURTHER, Case, Gold


@dataclass(frozen=True)
class Pair:
    """A fact and the proposal whose words overlap its own, in the same paragraph and for the same table."""

    gold: Gold
    proposed: ProposedFact

    @property
    def wrong(self) -> tuple[str, ...]:
        """The decisive columns that differ."""
        return tuple(name for name in DECISIVE[self.gold.table] if not self.agrees(name))

    @property
    def is_whole(self) -> bool:
        """Whether all decisive columns are equal."""
        return not self.wrong

    @property
    def is_exact(self) -> bool:
        """Whether the proposal marks the very words of the fact."""
        return self.gold.span == self.proposed.span

    def agrees(self, name: str) -> bool:
        """Whether a column says the same, or is not judged."""
        if name in self.gold.unjudged:
            return True
        return equal(self.gold.values.get(name), self.proposed.values.get(name))


@dataclass(frozen=True)
class Matched:
    """The facts and proposals of one paper: those that speak of the same, and those that stand alone."""

    case: Case
    pairs: tuple[Pair, ...]
    missed: tuple[Gold, ...]
    false: tuple[ProposedFact, ...]


def match(case: Case, proposed: Sequence[ProposedFact]) -> Matched:
    """Pair facts with proposals, one to one: whole ones first, then what agrees in most columns and overlaps most."""
    complete = [_complete(each, case.paper) for each in proposed]
    candidates = sorted(_candidates(case.gold, complete), key=lambda each: each[0], reverse=True)
    pairs: list[Pair] = []
    taken_gold: set[int] = set()
    taken: set[int] = set()
    for _, gold, number, pair in candidates:
        if gold not in taken_gold and number not in taken:
            taken_gold.add(gold)
            taken.add(number)
            pairs.append(pair)
    missed = [
        each
        for number, each in enumerate(case.gold)
        if number not in taken_gold and not each.debatable
    ]
    false = [each for number, each in enumerate(complete) if number not in taken]
    return Matched(case, tuple(pairs), tuple(missed), tuple(false))


def equal(one: Value, other: Value) -> bool:
    """Whether two values are the same; nothing and an empty text are, and 2 and 2.0."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-9
    return (one or None) == (other or None)


def overlap(one: Span, other: Span) -> float:
    """The share of two spans that both have: 1 for the same, 0 for none."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start) or 1)


def judged(pair: Pair) -> Iterator[str]:
    """The columns that are compared: the decisive ones, and others where the person wrote something."""
    table = pair.gold.table
    yield from (name for name in DECISIVE[table] if name not in pair.gold.unjudged)
    for name in FURTHER.get(table, ()):
        if pair.gold.values.get(name) not in (None, ""):
            yield name


Rank = tuple[bool, bool, int, float]


def _candidates(
    gold: Sequence[Gold], proposed: Sequence[ProposedFact]
) -> Iterator[tuple[Rank, int, int, Pair]]:
    for place, fact in enumerate(gold):
        for number, each in enumerate(proposed):
            if fact.table != each.table or fact.paragraph != each.paragraph or not fact.span:
                continue
            if common := overlap(fact.span, each.span):
                pair = Pair(fact, each)
                rank = (pair.is_whole, not fact.debatable, -len(pair.wrong), common)
                yield rank, place, number, pair


def _complete(proposed: ProposedFact, paper: Paper) -> ProposedFact:
    """The proposal with the region that it has when it names none."""
    values = {"region": paper.region, **proposed.values}
    return ProposedFact(
        proposed.table,
        values,
        proposed.paragraph,
        proposed.span,
        proposed.rule,
        proposed.confidence,
    )
