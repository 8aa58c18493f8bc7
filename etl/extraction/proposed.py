"""A fact that a rule proposes and a person decides on."""

from collections.abc import Mapping
from dataclasses import dataclass

from etl.extraction.mentions.persons import find_persons
from etl.extraction.paper import Span

Value = str | float | int | None
MOST_WORDS = 6


@dataclass(frozen=True)
class ProposedFact:
    """One row for a fact table, with where it was read and by which rule.

    `values`: by column name, codes as declared, dates as EDTF; what the paper does not say is None or left out. The columns
    `source`, `paragraph` and `anchor` are not among them. `span`: the words that say it, within the paragraph. `basis` is among the
    values: "stated", "inferred" or "claimed". `confidence`: the measured precision of the rule, 0 to 1.
    """

    table: str
    values: Mapping[str, Value]
    paragraph: int
    span: Span
    rule: str
    confidence: float


def anchor(paragraph: str, span: Span) -> str:
    """At most six words of the span, its first ones; from where it names a person, the longest stretch without."""
    words = paragraph[span.start : span.end]
    stretches, start = [], 0
    for person in find_persons(words):
        stretches.append(words[start : person.span.start])
        start = person.span.end
    longest = max([*stretches, words[start:]], key=len)
    return " ".join((longest.split() or words.split())[:MOST_WORDS])
