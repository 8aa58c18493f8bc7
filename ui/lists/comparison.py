"""Places side by side: one row for each question, a cell for each place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kim import german
from kim.answers import BY_ID, QUESTIONS, Answer, Level, Value
from kim.answers.comparison import NotComparable, PerHead, differing_units, per_head, populations
from kim.answers.finding import is_known
from kim.queries import View, place_names
from kim.tables import package
from ui.lists.chips import level_chip, state_chip
from ui.lists.entries import Chip
from ui.texts import text

MOST_VALUES = 2
FIRST = (
    "case_management_posts",
    "carries_out",
    "employs",
    "evaluation",
    "own_share",
)


@dataclass(frozen=True)
class CellValue:
    """One value in a cell: its words, its chips, what else is said, its evidence."""

    words: str
    fact: str
    proof: str
    chips: tuple[Chip, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """What a place says on a question; `none`: why there is nothing; `note`: what to heed."""

    values: tuple[CellValue, ...] = ()
    none: str = ""
    more: int = 0
    note: str = ""


@dataclass(frozen=True)
class Row:
    """A question, or what is computed from one, and the cells of the places in their order."""

    title: str
    cells: tuple[Cell, ...]
    hint: str = ""


@dataclass(frozen=True)
class RowGroup:
    """The rows of a theme; those that are asked first stand in a group without a title, before the others."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Comparison:
    """The places in their order, the own one first, and the groups of rows."""

    places: tuple[str, ...]
    groups: tuple[RowGroup, ...]


def compared(
    places: Sequence[str], answered: Mapping[str, Mapping[str, Answer]], view: View
) -> Comparison:
    """The answers of these places side by side; questions that nobody answers are left out."""
    groups: dict[str, list[Row]] = {"": []}
    for question in QUESTIONS:
        answers = {place: answered[place][question.id] for place in places}
        if not any(is_known(each) for each in answers.values()):
            continue
        title = "" if question.id in FIRST else question.theme.heading
        rows = groups.setdefault(title, [])
        rows.append(_row(question.id, answers))
        if question.is_per_head:
            rows.append(_per_head(answers, view))
    return Comparison(
        tuple(places), tuple(RowGroup(title, tuple(rows)) for title, rows in groups.items())
    )


@dataclass(frozen=True)
class ByPlace:
    """Questions as columns: their titles, one row for each place, and the places without any answer."""

    heads: tuple[str, ...]
    places: tuple[str, ...]
    rows: tuple[Row, ...]
    silent: tuple[str, ...]


def compared_by_place(
    places: Sequence[str],
    answered: Mapping[str, Mapping[str, Answer]],
    questions: Sequence[str],
    view: View,
) -> ByPlace:
    """Some questions for many places, one place below the other; shares beside what has them."""
    labels, heads, columns = place_names(), [], []
    known = [
        place for place in places if any(is_known(answered[place][each]) for each in questions)
    ]
    for identifier in questions:
        answers = {place: answered[place][identifier] for place in known}
        heads.append(BY_ID[identifier].short)
        columns.append([_cell(each, is_differing=False) for each in answers.values()])
        if BY_ID[identifier].is_per_head:
            heads.append(text("comparison.per_head"))
            columns.append(list(_per_head(answers, view).cells))
    rows = (Row(labels[place], tuple(cells)) for place, *cells in zip(known, *columns, strict=True))
    silent = tuple(labels[place] for place in places if place not in known)
    return ByPlace(tuple(heads), tuple(known), tuple(rows), silent)


def unanswered(places: Sequence[str], answered: Mapping[str, Mapping[str, Answer]]) -> list[str]:
    """The questions that none of these places answers, nor its district or the Land."""
    return [
        each.wording
        for each in QUESTIONS
        if not any(is_known(answered[place][each.id]) for place in places)
    ]


def _row(identifier: str, answers: Mapping[str, Answer]) -> Row:
    differing = differing_units(answers)
    cells = tuple(_cell(each, is_differing=place in differing) for place, each in answers.items())
    return Row(BY_ID[identifier].short, cells, BY_ID[identifier].wording)


def _cell(answer: Answer, *, is_differing: bool) -> Cell:
    told = answer.values or answer.beside or answer.in_district
    if not told:
        return Cell(none=text("comparison.nothing"))
    note = text("comparison.other_unit") if is_differing else ""
    if not answer.values:
        note = text(f"comparison.role_{told[0].role or 'in_district'}")
    most = MOST_VALUES if answer.values else 1
    shown = tuple(_value(each, answer.place) for each in told[:most])
    return Cell(shown, more=max(0, len(told) - most), note=note)


def _value(value: Value, place: str) -> CellValue:
    state = state_chip(value)
    chips = [*([state] if state else []), *_doubts(value)]
    if value.level is not Level.OWN:
        chips.append(level_chip(value.level, place))
    since = value.since if value.number is not None or value.has_own_date else ""
    details = tuple(each for each in (since, *value.details[:1]) if each)
    return CellValue(value.words, str(value.fact), _proof(value), tuple(chips), details)


def _doubts(value: Value) -> list[Chip]:
    """Why a value is not sure, in a word; that it was not read from the text its parentheses say."""
    doubts = [] if value.basis == german.STATED else [text(f"comparison.{value.basis}")]
    if not value.is_certain:
        doubts.append(text("comparison.possible"))
    return [Chip(each) for each in doubts]


def _proof(value: Value) -> str:
    if value.paragraph is None:
        return value.document
    return text("comparison.paragraph", document=value.document, paragraph=value.paragraph)


def _per_head(answers: Mapping[str, Answer], view: View) -> Row:
    people = populations(tuple(answers), view)
    cells = tuple(_share(per_head(each, people.get(place))) for place, each in answers.items())
    return Row(text("comparison.per_head"), cells, text("comparison.per_head_hint"))


def _share(found: PerHead | NotComparable) -> Cell:
    if isinstance(found, NotComparable):
        return Cell(none=text(f"comparison.not_{found}"))
    share = round(found.number, 1)
    number = german.number(share) if found.is_sure else f"({german.number(share)})"
    words = german.in_unit(number, share, found.unit, package().vocabularies["position_unit"])
    people, day = found.population.words, found.population.since
    details = (text("comparison.people", people=people, day=day),)
    proof = _proof(found.population)
    return Cell((CellValue(words, str(found.population.fact), proof, (), details),))
