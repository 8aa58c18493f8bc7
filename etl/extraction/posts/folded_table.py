"""A table whose rows a text has run together: "Emsdetten 1,5 1,5 Greven 1,0 1,0" under a head."""

import re
from collections.abc import Iterator
from itertools import takewhile

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.cells import Cell
from etl.extraction.mentions.modules import find_modules
from etl.extraction.paper import Span
from etl.extraction.posts.table import filled_in, is_place, row_values
from etl.extraction.rule import Found

MOST_WORDS = 3
_DIGITS = re.compile(r"\d(?:,\d)? [^\d]{3,60} \d")
_BETWEEN = r"(?: \| | )"
_MODULE_NUMBER = re.compile(r"((?:Förderb|B)austein|Modul) (?=[123]\b)[123]")
_NUMBER = r"(?:\d{1,3},\d{1,2}|\d{1,3}(?![\d.,])|[–-](?= ))"
_FIGURE = re.compile(r"[^\s|]+")
_ROW = re.compile(
    rf"(?P<label>[A-ZÄÖÜ][^\d;.|]{{1,90}}?){_BETWEEN}(?P<numbers>{_NUMBER}(?:{_BETWEEN}{_NUMBER})*)(?= [A-ZÄÖÜ]|\s*$)"
)
_HEAD = re.compile(
    r"unbesetzt|nicht besetzt|besetzt|bewilligt\w*|gefördert\w*|bescheid|beantragt\w*|vakant|\bsoll\b|\bist\b|\bfrei\b|\w*stellen?(?:umfang|anteile?|zahl)?\b|vzä|personen"
)
_SUM = re.compile(r"Gesamt|Summe|Insgesamt|Zusammen|Gesamtsumme")
_GENERAL = re.compile(r"stelle|vzä")


def in_folded_table(context: Context) -> Iterator[Found]:
    """The posts of each row, the columns told by the words before the first row."""
    if not context.topic.is_kim or not _DIGITS.search(context.text):
        return
    text = _MODULE_NUMBER.sub(lambda found: f"{found[1]} X", context.text)
    rows = list(_ROW.finditer(text))
    if len(rows) < 2:
        return
    count = len(_FIGURE.findall(rows[0]["numbers"]))
    rows = list(takewhile(lambda row: len(_FIGURE.findall(row["numbers"])) == count, rows))
    start = _first_label(context, rows[0])
    rows = list(
        takewhile(
            lambda row: (
                row is rows[0]
                or "|" in row[0]
                or _is_label(context.text[slice(*row.span("label"))])
            ),
            rows,
        )
    )
    heads = _heads(phrases.folded(context.text[: start or 0]), count)
    if start is None or not heads or len(rows) < 2:
        return
    for row in rows:
        begin = start if row is rows[0] else row.start("label")
        label = context.text[begin : row.end("label")]
        cells = [Cell(label, Span(begin, row.end("label"))), *_cells(row)]
        values = row_values(context, label, context.text[:start])
        yield from filled_in(context, values, heads, cells)


def _is_label(label: str) -> bool:
    """Whether the words are the label of a row and no part of a sentence: a place, a module, a sum."""
    small = phrases.folded(label).rstrip(" )x0123")
    is_module = any(said.span.end >= len(small) for said in find_modules(phrases.folded(label)))
    return bool(_SUM.fullmatch(label) or is_module or is_place(label))


def _first_label(context: Context, row: re.Match[str]) -> int | None:
    """Where the first row begins: its label follows the head without a break, and is a place or a module."""
    end = row.end("label")
    starts = [found.start() for found in re.finditer(r"(?<!\S)[A-ZÄÖÜ]", context.text[:end])]
    if place := next(
        (at for at in reversed(starts[-MOST_WORDS:]) if is_place(context.text[at:end])), None
    ):
        return place
    small = context.folded[:end].rstrip(" )x0123")
    words = [
        said.span.start
        for said in find_modules(context.folded[:end])
        if said.span.end >= len(small)
    ]
    return words[0] if words else None


def _heads(head: str, count: int) -> list[str]:
    """As many heads as there are columns; none where they cannot be told."""
    found = [each.group() for each in _HEAD.finditer(head)]
    special = [each for each in found if not _GENERAL.search(each)]
    if len(found) == count:
        return ["", *found]
    if len(special) == count:
        return ["", *special]
    return []


def _cells(row: re.Match[str]) -> Iterator[Cell]:
    for number in _FIGURE.finditer(row["numbers"]):
        at = row.start("numbers")
        yield Cell(number.group(), Span(at + number.start(), at + number.end()))
