"""Posts in a row of a table: what a cell counts is told by the head of its column, the label of its row, and the caption."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.cells import Cell, find_cells, heads_of
from etl.extraction.mentions.dates import find_dates
from etl.extraction.mentions.modules import find_modules, only_module
from etl.extraction.mentions.numerals import value
from etl.extraction.mentions.organisations import find_organisations
from etl.extraction.mentions.places import find_places
from etl.extraction.module_around import only_module_around
from etl.extraction.paper import Span
from etl.extraction.posts import days, status_words
from etl.extraction.posts.setting import FUNCTIONS
from etl.extraction.proposed import Value
from etl.extraction.rule import Found

_NUMBER = re.compile(r"(?:ca\.\s*)?(\d{1,3}(?:[.,]\d{1,2})?|½|-|–)(?:\s*(?:VZÄ|Stellen?))?")
_POSTS = re.compile(
    r"stelle\b|stellen\w*|vzä|vollzeit|soll\b|\bplan\b|\bist\b|besetzt|bewilligt|bescheid|gefördert|beantragt|vakant|\bfrei\b"
)
_PERSONS = re.compile(r"personen|köpfe|kräfte|mitarbeitende|case manager|beschäftigte")
_NO_POSTS = re.compile(
    r"euro|€|\beur\b|prozent|%|kosten|fälle|beratungen|beraten|betreut|einwohner|teilnehm|quote"
)
_TIME_OR_KIND = re.compile(
    r"\W*|(?:anzahl|umfang|wert|zahl)|\D{0,24}(?:\d{1,2}\.\s?\d{1,2}\.\s?)?(?:19|20)\d\d"
)
_FUNDED = re.compile(r"bescheid|soll\b|bewilligt|gefördert|zugewiesen")
_FILLED = re.compile(r"\bist\b|besetzt")
_OFFICE = re.compile(r"\b(?:Stadt|Kreis|Gemeinde|Träger|Verein|Verband|Werk|e\. ?V\.|gGmbH)")
_MODULE = re.compile(r"(?:Förderb|B)austein|Modul|Säule")
_MODULE_NUMBER = re.compile(r"[123]|I{1,3}")
_SUM = re.compile(r"\b(?:gesamt|summe|insgesamt|zusammen)\b")
_OF_WHICH = re.compile(r"\b(?:davon|hiervon|darunter)\b")
_DAY = re.compile(r"(?:Stichtag|Stand)\b[^\n]{0,30}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_OF_A_CAPTION, _DIGIT = 200, re.compile(r"\d")
_TOLD_IN_A_CELL = frozenset(("funded", "applied_for", "planned", "filled", "vacant"))


def in_table(context: Context) -> Iterator[Found]:
    """ "| Case Management | 8,0 | 6,0 |" under "Stellen laut Bescheid" and "davon besetzt"."""
    header = context.header
    if header is None or header is context.sentence or not context.topic.is_kim:
        return
    cells = find_cells(context.text)
    heads = heads_of(header.text, cells)
    if header.text.startswith("|") and context.text.startswith("|") and "" not in heads:
        heads = [each.text for each in find_cells(header.text)][: len(cells)]
    if len(heads) != len(cells) or len(cells) < 2:
        return
    if _MODULE.fullmatch(heads[0]) and _MODULE_NUMBER.fullmatch(cells[0].text):
        cells = [replace(cells[0], text=f"{heads[0]} {cells[0].text}"), *cells[1:]]
    elif len(cells) > 2 and _NUMBER.fullmatch(cells[0].text):
        heads, cells = heads[1:], cells[1:]
    number = _module_cell(heads, cells)
    values = row_values(context, f"{cells[0].text} {number}".rstrip(), header.text)
    yield from filled_in(context, values, heads, cells)


def _module_cell(heads: Sequence[str], cells: Sequence[Cell]) -> str:
    """The module by the number in a column of modules behind the label, as "Baustein 2"; "" for none."""
    behind = zip(heads[1:], cells[1:], strict=True)
    named = (
        f"Baustein {cell.text}"
        for head, cell in behind
        if _MODULE.fullmatch(head) and _MODULE_NUMBER.fullmatch(cell.text)
    )
    return next(named, "")


def filled_in(
    context: Context, values: Mapping[str, Value], heads: Sequence[str], cells: Sequence[Cell]
) -> Iterator[Found]:
    """What the cells of a row count, by the heads of their columns; the first cell is the label."""
    label = phrases.folded(cells[0].text)
    columns = [phrases.folded(head) for head in heads]
    codes = [_code(context, head, label) for head in columns]
    is_split = _is_split(context, values, cells[0].text)
    for place, (head, cell, code) in enumerate(zip(columns, cells, codes, strict=True)):
        number = _NUMBER.fullmatch(cell.text)
        quantity = value(number[1]) if number else None
        if place and code and quantity is not None:
            told: dict[str, Value] = {
                "quantity": quantity,
                "status": _told_beside(code, cells[place + 1 :]),
                "unit": "persons" if _PERSONS.search(f"{head} {label}") else "posts",
                "measure": "subset" if is_split else _measure(code, codes[:place], head, label),
            }
            if module := only_module(head):
                told |= {"module": module, "function": FUNCTIONS[module]}
            if day := _first_day(context, heads[place]):
                told["as_of"] = day
                if code in ("established", "filled") and days.is_ahead(day, context.date):
                    told["status"] = "planned"
            yield Found({**values, **told}, Span(cells[0].span.start, cell.span.end))


def _told_beside(code: str, behind: Sequence[Cell]) -> str:
    """The status of a number whose column tells none, by the words of a cell behind it: "2,0 | unbesetzt"."""
    words = [phrases.folded(each.text) for each in behind if not _DIGIT.search(each.text)]
    said = [each.code for each in map(status_words.first, words) if each]
    is_told = code == "established" and said and said[0] in _TOLD_IN_A_CELL
    return said[0] if is_told else code


def _code(context: Context, head: str, label: str) -> str | None:
    """The status that a column's head, else the row's label tells; None for a number of something else."""
    if _NO_POSTS.search(f"{head} {label}"):
        return None
    for words in (head, label):
        if _POSTS.search(words) or _PERSONS.search(words):
            return _code_of(words if words == label else f"{head} {label}")
    is_told_above = _TIME_OR_KIND.fullmatch(head) or find_modules(head)
    caption = f"{_caption(context)} {_first_head(context)}"
    if is_told_above and _POSTS.search(caption) and not _NO_POSTS.search(caption):
        return _code_of(caption)
    return None


def _first_head(context: Context) -> str:
    """The head of the first column, with the caption where that stands on the same line."""
    cells = find_cells(context.header.text) if context.header else []
    return phrases.folded(cells[0].text) if cells else ""


def _code_of(words: str) -> str:
    said = [
        each.code
        for each in status_words.find(words)
        if each.code not in ("dropped", "there", "placed")
    ]
    if said:
        return said[0]
    if _FUNDED.search(words):
        return "funded"
    return "filled" if _FILLED.search(words) or _PERSONS.search(words) else "established"


def _caption(context: Context) -> str:
    """What stands above the table: its heading, and the paragraph before where it is short."""
    number = context.sentence.paragraph
    above = context.paper.paragraphs[number - 2] if number > 1 else ""
    near = above if len(above) <= _MOST_OF_A_CAPTION else ""
    return phrases.folded(f"{context.topic.heading} {near} {context.caption}")


def row_values(context: Context, label: str, head: str) -> dict[str, Value]:
    """What the label of a row, the head and the heading of its table tell: place, module, day."""
    small = phrases.folded(label)
    is_sum_of_modules = _SUM.search(small) and find_modules(_paragraph(context))
    module = only_module(small) or only_module(head)
    if module is None and not is_sum_of_modules:
        module = context.topic.module or context.topic.recent_module or only_module_around(context)
    place = place_of(label)
    function = (
        None if module is None else "assistance" if "assisten" in small else FUNCTIONS[module]
    )
    return {
        "region": place or context.paper.region,
        "module": module,
        "function": function,
        "certainty": "exact",
        "as_of": _day(context) or (label if _YEAR.fullmatch(label) else None),
    }


def place_of(label: str) -> str | None:
    """The key of the place that a label is; beside a number, a name that is also a district's is the town's."""
    found = [*find_places(label), *find_places(f"Stadt {label}")]
    return found[0].ags if found else None


def is_place(label: str) -> bool:
    """Whether a label is the name of a place and nothing more."""
    found = [*find_places(f"Stadt {label}"), *find_places(label)]
    return any(each.span.end - each.span.start >= len(label) for each in found)


def _is_split(context: Context, values: Mapping[str, Value], label: str) -> bool:
    """Whether a row is one of those among whom a module is split, as a sum below tells: a carrier, an office."""
    is_own = values["module"] is not None and values["region"] == context.paper.region
    is_named = any(find_organisations(label)) or find_places(label) or _OFFICE.search(label)
    is_kind = find_modules(label) or _SUM.search(label.lower()) or _POSTS.search(label.lower())
    has_sum = _SUM.search(phrases.folded(_paragraph(context))) is not None
    return bool(is_own and is_named and has_sum and not is_kind)


def _paragraph(context: Context) -> str:
    return context.paper.paragraphs[context.sentence.paragraph - 1]


def _measure(code: str, before: Sequence[str | None], head: str, label: str) -> str:
    is_part = code in ("filled", "vacant") and any(
        each in ("funded", "established") for each in before
    )
    return "subset" if is_part or _OF_WHICH.search(f"{head} {label}") else "total"


def _day(context: Context) -> str | None:
    """The day on which the table counts, from the heading above it."""
    stand = _DAY.search(context.topic.heading)
    return _first_day(context, stand.group()) if stand else None


def _first_day(context: Context, words: str) -> str | None:
    return next((each.edtf for each in find_dates(words, context.date)), None)
