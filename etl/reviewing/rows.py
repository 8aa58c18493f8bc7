"""The rows that a review comes to, as a submission takes them."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from babel.numbers import NumberFormatError, parse_decimal

from etl.reading import Decisions
from etl.reviewing.review import Cells, Item, Review
from etl.uploads import typed_rows
from kim.dates import is_date
from kim.findings import Finding, FindingKind
from kim.tables import Package, Table

OF_THE_PAPER = ("source", "paragraph", "anchor", "key")
"""The columns that nobody types: they follow from where the proposal stands."""
SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
MOST_CHARACTERS_OF_A_SLUG = 70
UNKNOWN = "unknown"
QUESTIONS, ANSWERED = "open_questions", "answered"
KEY = re.compile("[a-z0-9-]+")
"""Of an organisation that the rules know by its name; who hands in adds the row that is missing."""


def row(review: Review, item: Item, cells: Cells, table: Table) -> dict[str, str]:
    """A proposal as a row of its table, with all columns but the key."""
    proved = {
        "source": review.source,
        "paragraph": str(item.paragraph),
        "anchor": item.anchor,
    }
    of_another = dict.fromkeys(proved, "") | dict(item.proof) if item.proof else proved
    told = {"region": review.region} | dict(cells) | of_another
    return {field.name: told.get(field.name, "") for field in table.fields if field.name != "key"}


def completed(
    row: Mapping[str, str], table: Table, organisations: Collection[str]
) -> tuple[dict[str, str], list[Finding]]:
    """The row with its dates in EDTF and its numbers as stored, and what is wrong with its cells."""
    numbers, found = _numbers(row, table)
    cells, faults = typed_rows.completed(table, numbers)
    found += (each for each in faults if not _is_written_so(each))
    found += _unknown(cells, table, organisations)
    found += _certainty(cells, table)
    if table.name == QUESTIONS and cells.get("state") == ANSWERED and not cells.get("answer"):
        title = table.field("answer").title
        found.append(Finding(FindingKind.REQUIRED, "", None, title, "", title))
    for name, when, code in table.required_when:
        if cells.get(when) == code and not cells.get(name):
            field = table.field(name)
            found.append(Finding(FindingKind.REQUIRED, "", None, field.title, "", field.title))
    return {name: cells[name] for name in row}, found


def _is_written_so(fault: Finding) -> bool:
    """Whether a date that can be read in two ways is EDTF as it stands, as the rules write it."""
    return fault.kind is FindingKind.DATE_AMBIGUOUS and is_date(fault.value)


def _numbers(row: Mapping[str, str], table: Table) -> tuple[dict[str, str], list[Finding]]:
    cells, found = dict(row), []
    for field in table.fields:
        written = row.get(field.name, "").strip()
        if field.type not in ("number", "integer") or not written or _is_plain(written):
            continue
        try:
            cells[field.name] = str(parse_decimal(written, locale="de", strict=True))
        except NumberFormatError:
            found.append(Finding(FindingKind.NUMBER, "", None, field.title, written, "3,5"))
    return cells, found


def _is_plain(written: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", written) is not None


def _unknown(cells: Cells, table: Table, organisations: Collection[str]) -> list[Finding]:
    named = [each.field for each in table.references if each.table == "organisations"]
    return [
        Finding(FindingKind.REFERENCE, "", None, _title(table, name), cells[name], "Organisationen")
        for name in named
        if cells.get(name) and cells[name] not in organisations and not KEY.fullmatch(cells[name])
    ]


def _certainty(cells: Cells, table: Table) -> list[Finding]:
    if not table.certainty_of:
        return []
    field, is_said = table.field("certainty"), any(cells.get(name) for name in table.certainty_of)
    is_unknown = cells.get("certainty") == UNKNOWN
    word = field.vocabulary.get(cells.get("certainty", ""), "")
    if is_said and is_unknown:
        return [Finding(FindingKind.CERTAINTY_KNOWN, "", None, field.title, word)]
    if not is_said and not is_unknown and word:
        return [Finding(FindingKind.CERTAINTY_UNKNOWN, "", None, field.title, word)]
    return []


def _title(table: Table, name: str) -> str:
    return table.field(name).title


def decisions(
    review: Review,
    chosen: Sequence[tuple[Item, Cells]],
    package: Package,
    *,
    is_new: bool,
    typed: Sequence[Mapping[str, str]] = (),
) -> Decisions:
    """What a submission says that brings these accepted proposals, and the paper where no version has it.

    What says the same in the same paragraph goes in once. `typed`: the organisations that were added when it was handed in before; those that are still named stay.
    """
    added: dict[str, list[Mapping[str, str]]] = {"sources": [dict(review.row)]} if is_new else {}
    named = {cell for _, cells in chosen for cell in cells.values()}
    if kept := [each for each in typed if each["organisation"] in named]:
        added["organisations"] = kept
    for item, cells in chosen:
        table = package.tables[item.table]
        told = row(review, item, cells, table)
        if not any(_is_same(told, each) for each in added.setdefault(item.table, [])):
            added[item.table].append(told)
    most = Counter(item.table for item, _ in chosen).most_common(1)
    return Decisions(most[0][0], added=added, paper=review.source)


def _is_same(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two rows say the same at the same place; they may quote other words of it."""
    return {**one, "anchor": ""} == {**other, "anchor": ""}


def slug(words: str, taken: Collection[str]) -> str:
    """A key of a source made of words, unlike those that are taken: "rheine-2024-03-14-protokoll"."""
    made = re.sub("[^a-z0-9]+", "-", words.casefold().translate(SPELT)).strip("-")
    made = made[:MOST_CHARACTERS_OF_A_SLUG].strip("-") or "dokument"
    number, found = 1, made
    while found in taken:
        number += 1
        found = f"{made}-{number}"
    return found
