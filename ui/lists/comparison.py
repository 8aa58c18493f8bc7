"""Places side by side: one row for each question, a cell for each place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kim.answers import BY_ID, QUESTIONS, Answer
from kim.answers.comparison import first_units, shares
from kim.answers.finding import is_known
from kim.queries import View, place_names
from ui.lists.cells import Cell, cell_of, cell_of_all, said_of_all, share_cell
from ui.texts import text

MOST_PLACES = 6
FIRST = ("case_management_posts", "carries_out", "employs", "evaluation", "own_share")


@dataclass(frozen=True)
class Row:
    """A question, or what is computed from one, and the cells of the places in their order.

    `of_all`: what the Land says for all of them; no cell says it again.
    """

    title: str
    cells: tuple[Cell, ...]
    hint: str = ""
    of_all: Cell | None = None

    @property
    def is_of_all_alone(self) -> bool:
        """Whether no place says more than what is said for all."""
        return self.of_all is not None and not any(each.values for each in self.cells)


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
    """Questions as columns: their titles, one row for each place, and the places without any answer.

    `headings`: by row the title of the group that begins with it; empty where none does.
    """

    heads: tuple[str, ...]
    places: tuple[str, ...]
    rows: tuple[Row, ...]
    headings: tuple[str, ...]
    silent: tuple[str, ...]


def compared_by_place(
    places: Sequence[str],
    answered: Mapping[str, Mapping[str, Answer]],
    questions: Sequence[str],
    view: View,
    groups: Mapping[str, str] | None = None,
) -> ByPlace:
    """Some questions for many places, one place below the other; shares beside what has them.

    `groups`: by place the title of its group, where places are in groups.
    """
    labels, heads, columns = place_names(), [], []
    known = [
        place for place in places if any(is_known(answered[place][each]) for each in questions)
    ]
    for identifier in questions:
        answers = {place: answered[place][identifier] for place in known}
        heads.append(BY_ID[identifier].short)
        columns.append([cell_of(each) for each in answers.values()])
        if BY_ID[identifier].is_per_head:
            heads.append(text("comparison.per_head"))
            columns.append(list(_per_head(answers, view).cells))
    rows = (Row(labels[place], tuple(cells)) for place, *cells in zip(known, *columns, strict=True))
    silent = tuple(labels[place] for place in places if place not in known)
    titles = [(groups or {}).get(place, "") for place in known]
    begun = zip(["", *titles], titles, strict=False)
    headings = tuple(title if title != before else "" for before, title in begun)
    return ByPlace(tuple(heads), tuple(known), tuple(rows), headings, silent)


def unanswered(places: Sequence[str], answered: Mapping[str, Mapping[str, Answer]]) -> list[str]:
    """The questions that none of these places answers, nor its district or the Land."""
    return [
        each.wording
        for each in QUESTIONS
        if not any(is_known(answered[place][each.id]) for place in places)
    ]


def _row(identifier: str, answers: Mapping[str, Answer]) -> Row:
    units, of_land = first_units(answers), said_of_all(tuple(answers.values()))
    cells = tuple(cell_of(each, units, of_land) for each in answers.values())
    of_all = cell_of_all(of_land, next(iter(answers.values()))) if of_land else None
    return Row(BY_ID[identifier].short, cells, BY_ID[identifier].wording, of_all)


def _per_head(answers: Mapping[str, Answer], view: View) -> Row:
    found = shares(answers, view)
    cells = tuple(share_cell(each, answers[place]) for place, each in found.items())
    return Row(text("comparison.per_head"), cells, text("comparison.per_head_hint"))
