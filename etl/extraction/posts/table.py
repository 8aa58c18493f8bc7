"""Posts in a row of a table: what the columns count is told by the head, of which module by the row."""

import re
from collections.abc import Iterator, Mapping, Sequence

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.cells import Cell, find_cells
from etl.extraction.mentions.dates import find_dates
from etl.extraction.mentions.modules import only_module
from etl.extraction.mentions.numerals import value
from etl.extraction.mentions.places import find_places
from etl.extraction.paper import Span
from etl.extraction.posts.setting import FUNCTIONS
from etl.extraction.proposed import Value
from etl.extraction.rule import Found

_NUMBER = re.compile(r"(?:ca\.\s*)?(\d{1,3}(?:[.,]\d{1,2})?|½|-|–)(?:\s*(?:VZÄ|Stellen?))?")
_POSTS = re.compile(
    r"stelle|vzä|vollzeit|soll|\bist\b|besetzt|bewilligt|bescheid|gefördert|beantragt"
)
_PERSONS = re.compile(r"personen|köpfe|kräfte|mitarbeitende|case manager|beschäftigte")
_NO_POSTS = re.compile(r"euro|€|eur\b|prozent|%|kosten|fälle|beratungen|beratene|einwohner")
_FUNDED = re.compile(r"bescheid|soll|bewilligt|gefördert|zugewiesen")
_FILLED = re.compile(r"\bist\b|besetzt")
_SUM = re.compile(r"\b(?:gesamt|summe|insgesamt|zusammen)\b")
_DAY = re.compile(r"(?:Stichtag|Stand)\b[^\n]{0,30}")


def in_table(context: Context) -> Iterator[Found]:
    """ "| Case Management | 8,0 | 6,0 |" under "Stellen laut Bescheid" and "davon besetzt"."""
    header = context.header
    if header is None or header is context.sentence or not context.topic.is_kim:
        return
    heads, cells = find_cells(header.text), find_cells(context.text)
    if len(heads) != len(cells) or len(cells) < 2:
        return
    yield from filled_in(
        row_values(context, cells[0].text, header.text), [head.text for head in heads], cells
    )


def filled_in(
    values: Mapping[str, Value], heads: Sequence[str], cells: Sequence[Cell]
) -> Iterator[Found]:
    """What the cells of a row count, by the heads of their columns; the first cell is the label."""
    codes = [_code(phrases.folded(head)) for head in heads]
    for place, (head, cell, code) in enumerate(zip(heads, cells, codes, strict=True)):
        number = _NUMBER.fullmatch(cell.text)
        quantity = value(number[1]) if number else None
        if place and code and quantity is not None:
            unit = "persons" if _PERSONS.search(phrases.folded(head)) else "posts"
            told: dict[str, Value] = {
                "quantity": quantity,
                "status": code,
                "unit": unit,
                "measure": _measure(code, codes[:place]),
            }
            yield Found({**values, **told}, Span(cells[0].span.start, cell.span.end))


def _code(head: str) -> str | None:
    """The status that a column's head tells; None for a column of something else."""
    if _NO_POSTS.search(head) or not (_POSTS.search(head) or _PERSONS.search(head)):
        return None
    said = phrases.load("positions")["status"].first(head)
    if said and said.code != "dropped":
        return said.code
    if _FUNDED.search(head):
        return "funded"
    return "filled" if _FILLED.search(head) or _PERSONS.search(head) else "established"


def row_values(context: Context, label: str, head: str) -> dict[str, Value]:
    """What the label of a row, the head and the heading of its table tell: place, module, day."""
    small = phrases.folded(label)
    is_sum = _SUM.search(small) is not None
    module = only_module(small) or only_module(head) or (None if is_sum else context.topic.module)
    place = place_of(label)
    function = (
        None if module is None else "assistance" if "assisten" in small else FUNCTIONS[module]
    )
    return {
        "region": place or context.paper.region,
        "module": module,
        "function": function,
        "certainty": "exact",
        "as_of": _day(context),
    }


def place_of(label: str) -> str | None:
    """The key of the place that a label is; beside a number, a name that is also a district's is the town's."""
    found = [*find_places(label), *find_places(f"Stadt {label}")]
    return found[0].ags if found else None


def is_place(label: str) -> bool:
    """Whether a label is the name of a place and nothing more."""
    found = [*find_places(f"Stadt {label}"), *find_places(label)]
    return any(each.span.end - each.span.start >= len(label) for each in found)


def _measure(code: str, before: list[str | None]) -> str:
    is_part = code in ("filled", "vacant") and any(
        each in ("funded", "established") for each in before
    )
    return "subset" if is_part else "total"


def _day(context: Context) -> str | None:
    """The day on which the table counts, from the heading above it."""
    stand = _DAY.search(context.topic.heading)
    return (
        next((each.edtf for each in find_dates(stand.group(), context.date)), None)
        if stand
        else None
    )
