"""Figures of the work in a table, or year by year behind a label."""

import re
from collections.abc import Iterator

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.cells import find_cells
from etl.extraction.paper import Span
from etl.extraction.proposed import Value
from etl.extraction.rule import Found

FAMILY = "indicators"
_YEAR = re.compile(r"\b20\d\d\b")


_YEAR_BY_YEAR = re.compile(
    r"\b(?P<year>20\d\d)\)?\s?[:=–-]\s?(?P<value>\d{1,3}(?:\.\d{3})*|\d{1,6})(?![\d,.]\d)"
)
_INTENDED = re.compile(r"\b(?:plan|soll|ziel|prognose|ansatz|erwartet|geplant)\s?$")
FEWEST_YEARS = 2
_WHOLE = re.compile(r"\d{1,3}(?:\.\d{3}){0,2}|\d{1,6}")


def figures_in_table(context: Context) -> Iterator[Found]:
    """ "Beratene Personen | 287 | 341" below "Kennzahl | 2022 | 2023": the row or the column tells what is counted, a year when."""
    if not context.topic.is_kim or context.header is None or context.header is context.sentence:
        return
    cells = find_cells(context.text)
    if not cells:
        return
    heads = [phrases.folded(each.text) for each in find_cells(context.header.text)][1:]
    row = phrases.folded(cells[0].text)
    for cell, head in zip(cells[1:], heads, strict=False):
        if not _WHOLE.fullmatch(cell.text):
            continue
        indicator = _counted_as(row) or _counted_as(head)
        year = _YEAR.search(head) or _YEAR.search(row)
        if indicator:
            values: dict[str, Value] = {
                "indicator": indicator,
                "value": float(cell.text.replace(".", "")),
                "certainty": "exact",
            }
            if year:
                values |= {"counting": "flow", "period": year.group()}
            yield Found(values, cell.span)


def _counted_as(words: str) -> str | None:
    """The indicator that the label of a row or column names; people only where they are said to be advised."""
    said = phrases.load(FAMILY)["noun"].first(words)
    if said is None or said.code != "persons":
        return said.code if said else None
    return "persons_advised" if phrases.load(FAMILY)["advised"].first(words) else None


def figures_by_year(context: Context) -> Iterator[Found]:
    """ "Zahl der Fälle: 2021: 58, 2022: 96": what a label counts, year by year; not what is planned."""
    if not context.topic.is_kim or context.header is not None or context.modality.asked:
        return
    pairs = list(_YEAR_BY_YEAR.finditer(context.folded))
    if len(pairs) < FEWEST_YEARS:
        return
    said = phrases.load(FAMILY)["noun"].first(context.folded, 0, pairs[0].start())
    indicator = _counted_as(context.folded[: pairs[0].start()]) if said else None
    for pair in pairs if indicator else ():
        if not _INTENDED.search(context.folded, 0, pair.start()):
            values: dict[str, Value] = {
                "indicator": indicator,
                "value": float(pair["value"].replace(".", "")),
                "certainty": "exact",
                "counting": "flow",
                "period": pair["year"],
            }
            yield Found(values, Span(*pair.span()))
