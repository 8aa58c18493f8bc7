"""The rows of a table of pipes whose line breaks a text has lost: "Ort | Soll Olfen | 2,0 Nottuln | 1,5"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.places import find_places
from etl.extraction.paper import Span

_PIPE = " | "
_FEWEST_PIPES, _MOST_COLUMNS, _MOST_OF_A_CELL = 3, 9, 160
_LABEL_STARTS = re.compile(r"(?<=\s)(?:\d{1,2}\.? )?(?=[A-ZÄÖÜ])")
_SUM = re.compile(r"(?:Gesamt|Summe|Insgesamt|Zusammen|Gesamtsumme)\b")
_FIGURE = re.compile(
    r"(?:ca\. |rund )?\d[\d.]*(?:,\d+)?(?:\s?(?:VZÄ|Stellen?|Personen|€|Euro|EUR|T€|TEUR|%))?|[–-]|½"
)
_ROW_NUMBER = re.compile(r"\d{1,2}\.? ")


def rows(text: str) -> Sequence[Span]:
    """Where the rows stand, the head first; none where a text is no such table."""
    if "\n" in text or text.count(_PIPE) < _FEWEST_PIPES or text.lstrip().startswith("|"):
        return ()
    cells = list(_cells(text))
    for columns in range(2, _MOST_COLUMNS):
        found = _cut(text, cells, columns)
        if len(found) > 1:
            return found
    return ()


def _cells(text: str) -> Iterator[Span]:
    start = 0
    for part in text.split(_PIPE):
        yield Span(start, start + len(part))
        start += len(part) + len(_PIPE)


def _cut(text: str, cells: Sequence[Span], columns: int) -> Sequence[Span]:
    """The rows of so many columns; none where the last cell of one and the label of the next cannot be told apart."""
    step = columns - 1
    if (len(cells) - 1) % step or any(
        each.end - each.start > _MOST_OF_A_CELL for each in cells[1:]
    ):
        return ()
    starts = [_label(text, each) for each in cells[step:-1:step]]
    if not starts or None in starts:
        return ()
    bounds = [0, *(each for each in starts if each is not None), len(text)]
    return [Span(*each) for each in pairwise(bounds)]


def _label(text: str, cell: Span) -> int | None:
    """Where the label of the next row begins in what stands between two pipes; None where nothing does."""
    words = text[cell.start : cell.end]
    figure = _FIGURE.match(words)
    if figure and _LABEL_STARTS.match(words, figure.end() + 1):
        return cell.start + figure.end() + 1
    starts = [each.start() for each in _LABEL_STARTS.finditer(words)]
    named = next((at for at in starts if _is_label(words[at:])), None)
    at = named if named is not None else (starts[-1] if starts else None)
    return None if at is None else cell.start + at


def _is_label(words: str) -> bool:
    """Whether words are a place, a module or a sum and nothing more."""
    name = _ROW_NUMBER.sub("", words, count=1)
    places = [*find_places(f"Stadt {name}"), *find_places(name)]
    is_place = any(each.span.end - each.span.start >= len(name) for each in places)
    modules = find_modules(name)
    is_module = bool(modules) and modules[0].span.start == 0
    return is_place or is_module or _SUM.match(name) is not None
