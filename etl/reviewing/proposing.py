"""What the rules propose in a paper, as the items of a review."""

from collections.abc import Iterator

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from etl.extraction.proposed import ProposedFact, Value, anchor
from etl.reviewing.review import Item
from kim.tables import Package
from kim.texts import text

INFERRED = "inferred"


def items(paper: Paper, package: Package) -> tuple[Item, ...]:
    """The proposals in reading order, each with an identifier that no other one of the paper has."""
    found = sorted(
        propose(paper), key=lambda each: (each.paragraph, each.span.start, each.span.end)
    )
    return tuple(_item(number, each, paper, package) for number, each in enumerate(found, start=1))


def _item(number: int, proposed: ProposedFact, paper: Paper, package: Package) -> Item:
    names = [field.name for field in package.tables[proposed.table].fields]
    return Item(
        id=f"v{number}",
        table=proposed.table,
        cells=dict(_cells(proposed, names)),
        paragraph=proposed.paragraph,
        start=proposed.span.start,
        end=proposed.span.end,
        anchor=anchor(paper.paragraphs[proposed.paragraph - 1], proposed.span),
        rule=proposed.rule,
        confidence=proposed.confidence,
    )


def _cells(proposed: ProposedFact, names: list[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        value = proposed.values.get(name)
        if value is not None and value != "":
            yield name, cell(value)
    if proposed.values.get("basis") == INFERRED:
        yield "note", text("reviewing.inferred")


def cell(value: Value) -> str:
    """A value as a CSV file has it: 4.0 posts as 4."""
    return f"{value:.10g}" if isinstance(value, float) else str(value)
