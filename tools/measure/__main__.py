"""Measure the proposals: `python -m tools.measure` (`make eval`)."""

import argparse
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from etl.extraction.propose import propose
from kim.settings import settings
from kim.tables import ROOT
from tools.measure import counts
from tools.measure.counts import Score
from tools.measure.gold import TEXTS, Case, curated_cases, written_cases
from tools.measure.matching import Matched, match

CONFIDENCE = ROOT / "etl" / "extraction" / "confidence.toml"
WRITTEN_FROM, KEPT_APART = "rules", "held_out"
HEAD = (
    "# Precision of each rule on the five documents and on texts/held_out, smoothed: (right + 1) / (proposed + 2);\n"
    "# not on texts/rules, from which the rules were written. A rule that is not here counts as 0.5.\n"
    "# Written by `python -m tools.measure --write-confidence`; do not edit.\n"
)


def sets(documents: Path | None) -> dict[str, list[Case]]:
    """The sets of papers: the documents that are there, the texts that rules are written from, those kept apart."""
    found = {"documents": curated_cases(documents)} if documents else {}
    return found | {name: written_cases(TEXTS / name) for name in (WRITTEN_FROM, KEPT_APART)}


def measured(cases: Sequence[Case]) -> list[Matched]:
    """Each paper with what the rules propose for it now."""
    return [match(case, list(propose(case.paper))) for case in cases]


def report(name: str, matched: Sequence[Matched], is_open: bool) -> Iterator[str]:
    """The lines of a set; words and values of its papers only when it is open."""
    facts = sum(len(each.case.gold) for each in matched)
    yield f"\n== {name}: {len(matched)} papers, {facts} facts"
    yield f"{'whole facts':24}{'precision':>10}{'recall':>8}{'right':>7}{'proposed':>9}{'due':>5}{'overlap':>8}{'exact':>6}"
    tables = counts.by_table(matched)
    for table, score in tables.items():
        yield _line(table, score)
    yield _line("all tables", sum(tables.values(), Score()))
    yield _line("posts, money, dates", counts.of_numbers(matched))
    yield f"{'single fields':36}{'precision':>10}{'recall':>8}{'right':>7}{'proposed':>9}{'due':>5}"
    for (table, column), score in counts.by_field(matched).items():
        yield f"  {table + '.' + column:34}{_shares(score)}"
    for column, read in counts.confusion(matched).items():
        for (due, proposed), times in read.most_common():
            yield f"confused  {column}: {due or '-'} read as {proposed or '-'}, {times} times"
    if is_open:
        for each in matched:
            yield from _faults(each)


def _line(name: str, score: Score) -> str:
    return f"{name:24}{_shares(score)}{score.aligned:8d}{score.exact:6d}"


def _shares(score: Score) -> str:
    shares = (score.precision, score.recall)
    precision, recall = ("-" if share is None else f"{share:.2f}" for share in shares)
    return f"{precision:>10}{recall:>8}{score.right:7d}{score.proposed:9d}{score.due:5d}"


def _faults(matched: Matched) -> Iterator[str]:
    name = matched.case.name
    for gold in matched.missed:
        yield f"missed    {name} {gold.paragraph} {gold.table}: „{gold.words}“"
    for fact in matched.false:
        text = matched.case.paper.paragraphs[fact.paragraph - 1][fact.span.start : fact.span.end]
        yield f"false     {name} {fact.paragraph} {fact.table} ({fact.rule}): „{text}“"
    for pair in matched.pairs:
        if not pair.is_whole and not pair.gold.debatable:
            differs = ", ".join(
                f"{each} {pair.gold.values.get(each)} read as {pair.proposed.values.get(each)}"
                for each in pair.wrong
            )
            yield f"differs   {name} {pair.gold.paragraph} {pair.gold.table} ({pair.proposed.rule}): „{pair.gold.words}“: {differs}"


def _write_confidence(rules: Mapping[str, Score]) -> None:
    lines = (f'"{rule}" = {counts.confidence(score)}\n' for rule, score in rules.items())
    text = HEAD + "".join(lines)
    tomllib.loads(text)
    CONFIDENCE.write_text(text, "utf-8")


def main() -> None:
    """Measure, print, and write the confidence of the rules when asked to."""
    parser = argparse.ArgumentParser(prog="python -m tools.measure", description=__doc__)
    parser.add_argument("--documents", type=Path, default=settings().minutes)
    parser.add_argument("--set", action="append", help="only this set", dest="only")
    parser.add_argument("--open", action="store_true", help=f"show the faults of {KEPT_APART} too")
    parser.add_argument("--write-confidence", action="store_true")
    chosen = parser.parse_args()
    found = {
        name: measured(cases)
        for name, cases in sets(chosen.documents).items()
        if not chosen.only or name in chosen.only
    }
    for name, matched in found.items():
        for line in report(name, matched, chosen.open or name != KEPT_APART):
            print(line)
    rules = counts.by_rule(
        [each for name, matched in found.items() if name != WRITTEN_FROM for each in matched]
    )
    print(f"\n{'rules':44}{'right':>6}{'proposed':>9}{'confidence':>11}")
    for rule, score in rules.items():
        print(f"{rule:44}{score.right:6d}{score.proposed:9d}{counts.confidence(score):11.2f}")
    if chosen.write_confidence:
        _write_confidence(rules)


if __name__ == "__main__":
    main()
