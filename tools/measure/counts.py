"""How many are right, proposed and due, and what follows from it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from etl.extraction.proposed import Value
from tools.measure.gold import DECISIVE
from tools.measure.matching import Matched, judged

SAID: Mapping[str, tuple[str, ...]] = {
    "positions": ("quantity",),
    "funding": ("amount_min", "amount_max"),
    "milestones": ("date",),
}
"""The columns by which a fact is a number of posts, an amount or a date."""
CONFUSED = ("status", "unit", "module", "measure")


@dataclass(frozen=True)
class Score:
    """`right` of `proposed` proposals, `right` of `due` facts; `aligned` stand where a fact stands, `exact` mark its very words."""

    right: int = 0
    proposed: int = 0
    due: int = 0
    aligned: int = 0
    exact: int = 0

    @property
    def precision(self) -> float | None:
        """Right of what is proposed; None when nothing is."""
        return self.right / self.proposed if self.proposed else None

    @property
    def recall(self) -> float | None:
        """Right of what is due; None when nothing is."""
        return self.right / self.due if self.due else None

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right,
            self.proposed + other.proposed,
            self.due + other.due,
            self.aligned + other.aligned,
            self.exact + other.exact,
        )


def by_table(matched: Sequence[Matched]) -> dict[str, Score]:
    """Whole facts, per table."""
    return {
        table: sum((_score(each, partial(_is_of, table)) for each in matched), Score())
        for table in DECISIVE
    }


def of_numbers(matched: Sequence[Matched]) -> Score:
    """Whole facts that say a number of posts, an amount or a date."""
    return sum((_score(each, _says_a_number) for each in matched), Score())


def by_field(matched: Sequence[Matched]) -> dict[tuple[str, str], Score]:
    """Single fields, per table and column: of the proposals and facts that say something in it."""
    right: Counter[tuple[str, str]] = Counter()
    proposed: Counter[tuple[str, str]] = Counter()
    due: Counter[tuple[str, str]] = Counter()
    for each in matched:
        for pair in each.pairs:
            if pair.gold.debatable:
                continue
            for name in judged(pair):
                key = pair.gold.table, name
                is_said = pair.gold.values.get(name) not in (None, "")
                is_proposed = pair.proposed.values.get(name) not in (None, "")
                due[key] += is_said
                proposed[key] += is_proposed
                right[key] += is_said and is_proposed and pair.agrees(name)
        due.update(
            (gold.table, name) for gold in each.missed for name in _said(gold.table, gold.values)
        )
        proposed.update(
            (fact.table, name) for fact in each.false for name in _said(fact.table, fact.values)
        )
    return {key: Score(right[key], proposed[key], due[key]) for key in sorted(due | proposed)}


def by_rule(matched: Sequence[Matched]) -> dict[str, Score]:
    """Whole facts, per rule that proposed them; what is debatable does not count."""
    right: Counter[str] = Counter()
    proposed: Counter[str] = Counter()
    for each in matched:
        judged_pairs = [pair for pair in each.pairs if not pair.gold.debatable]
        right.update(pair.proposed.rule for pair in judged_pairs if pair.is_whole)
        proposed.update(pair.proposed.rule for pair in judged_pairs)
        proposed.update(fact.rule for fact in each.false)
    return {rule: Score(right[rule], proposed[rule]) for rule in sorted(proposed)}


def confidence(score: Score) -> float:
    """The precision of a rule as far as its cases bear it out (Laplace): one case more was right, one was wrong."""
    return round((score.right + 1) / (score.proposed + 2), 2)


def confusion(matched: Sequence[Matched]) -> dict[str, Counter[tuple[Value, Value]]]:
    """Per column what was read for what, where a proposal stands on the words of a fact."""
    found: dict[str, Counter[tuple[Value, Value]]] = {name: Counter() for name in CONFUSED}
    for each in matched:
        for pair in each.pairs:
            for name in set(CONFUSED).intersection(DECISIVE[pair.gold.table]):
                if not pair.agrees(name):
                    read = pair.gold.values.get(name), pair.proposed.values.get(name)
                    found[name][read] += 1
    return found


Kept = Callable[[str, Mapping[str, Value]], bool]


def _score(matched: Matched, is_kept: Kept) -> Score:
    pairs = [each for each in matched.pairs if not each.gold.debatable]
    of_gold = [each for each in pairs if is_kept(each.gold.table, each.gold.values)]
    of_proposed = [each for each in pairs if is_kept(each.proposed.table, each.proposed.values)]
    return Score(
        right=sum(each.is_whole for each in of_gold),
        proposed=len(of_proposed) + sum(is_kept(f.table, f.values) for f in matched.false),
        due=len(of_gold) + sum(is_kept(gold.table, gold.values) for gold in matched.missed),
        aligned=len(of_gold),
        exact=sum(each.is_exact for each in of_gold),
    )


def _is_of(wanted: str, table: str, _: Mapping[str, Value]) -> bool:
    return table == wanted


def _says_a_number(table: str, values: Mapping[str, Value]) -> bool:
    return any(values.get(name) not in (None, "") for name in SAID.get(table, ()))


def _said(table: str, values: Mapping[str, Value]) -> Iterable[str]:
    return (name for name in DECISIVE[table] if values.get(name) not in (None, ""))
