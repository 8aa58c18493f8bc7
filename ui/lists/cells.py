"""What one place says on a question, as a cell beside others: values with chips, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from kim import german
from kim.answers import Answer, Level, Role, Value, region
from kim.answers.comparison import NotComparable, PerHead, Units, told_values
from kim.answers.posts_listed import HALVES
from kim.answers.posts_shown import unsure_posts
from kim.facts import words
from kim.tables import package
from ui.lists.chips import level_chip, level_words, state_chip
from ui.lists.entries import Chip
from ui.texts import text

MOST_VALUES = 2
OF_MANY_MODULES = ("filled_posts", "time_limits")
DECISIONS, EVALUATIONS = "decisions", "evaluations"
OF_MANY_ROLES, LAST_DECISION, EVALUATION = "grant_recipient", "last_decision", "evaluation"


@dataclass(frozen=True)
class CellValue:
    """One value in a cell: its words, its chips, what else is said, its evidence; `note`: what to heed."""

    words: str
    fact: str
    proof: str
    chips: tuple[Chip, ...] = ()
    details: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Cell:
    """What a place says on a question; `none`: why there is nothing; `note`: what to heed."""

    values: tuple[CellValue, ...] = ()
    none: str = ""
    more: int = 0
    note: str = ""


def said_of_all(answers: Sequence[Answer]) -> tuple[Value, ...]:
    """What the Land says for each of several places; nothing for a place alone."""
    if len(answers) < 2:
        return ()
    first, *others = (
        {each.fact: each for each in told_values(answer) if each.level is Level.LAND}
        for answer in answers
    )
    return tuple(value for fact, value in first.items() if all(fact in each for each in others))


def cell_of_all(of_land: Sequence[Value], answer: Answer) -> Cell:
    """The first values of those that hold for all places; `answer`: that of one of them."""
    shown = of_land[:MOST_VALUES]
    values = tuple(_value(each, answer, None) for each in shown)
    return Cell(values, more=len(of_land) - len(shown))


def cell_of(answer: Answer, units: Units | None = None, of_all: Sequence[Value] = ()) -> Cell:
    """What a place says; `units` are those of the place that numbers are held against.

    `of_all`: what is said for all places and not again.
    """
    facts = {each.fact for each in of_all}
    told = tuple(each for each in told_values(answer) if each.fact not in facts)
    if not told:
        return Cell(none=text("comparison.nothing_more" if of_all else "comparison.nothing"))
    if answer.question == LAST_DECISION and answer.values:
        before = (each for each in answer.beside if each.role is Role.PREVIOUS)
        told = (told[0], *before, *told[1:])
    chosen = _chosen(told) if answer.values else told[:1]
    shown = tuple(_value(each, answer, units) for each in chosen)
    note = "" if answer.values else _why_not_answered(told[0])
    return Cell(shown, more=len(told) - len(chosen), note=note)


def _chosen(told: Sequence[Value]) -> list[Value]:
    """The first values, and the first of every further level that says something or is not sure, in their order."""
    chosen, levels = list(told[:MOST_VALUES]), {_level(each) for each in told[:MOST_VALUES]}
    for each in told[MOST_VALUES:]:
        if _level(each) not in levels:
            chosen.append(each)
            levels.add(_level(each))
    return chosen


def _level(value: Value) -> tuple[str, str, bool]:
    """Whose statement it is; of an evaluation also its level, of posts that are shared whose they are; whether it stands beside."""
    is_apart = value.fact.table == EVALUATIONS or value.subject in HALVES
    is_beside = value.role is Role.LESS_SURE
    return value.level, value.subject if is_apart else "", is_beside


def _why_not_answered(value: Value) -> str:
    """Why what is told does not answer; of the district's, that it is no number only where one is asked."""
    if value.role:
        return text(f"comparison.role_{value.role}")
    return text(f"comparison.role_in_district{'' if value.unit else '_words'}")


def _value(value: Value, answer: Answer, units: Units | None) -> CellValue:
    chips = [*_state(value), *_doubts(value)]
    if value.level is not Level.OWN:
        chips.append(level_chip(value.level, answer.place))
    is_dated = value.number is not None or value.has_own_date or value.fact.table == DECISIONS
    since = value.since if is_dated else ""
    of_question = _of_question(value, answer.question)
    details = tuple(filter(None, (of_question, since, value.area, *value.details[:1])))
    is_other = units is not None and units.differ(value)
    where = region(units.place).where if units else ""
    note = text("comparison.other_unit", where=where) if is_other else ""
    return CellValue(value.words, str(value.fact), _proof(value), tuple(chips), details, note)


def _state(value: Value) -> list[Chip]:
    """Its state; of a decision how it was made, for what was only recommended was not decided."""
    if value.fact.table == DECISIONS:
        return [Chip(value.state_words)]
    state = state_chip(value)
    return [state] if state else []


def _of_question(value: Value, question: str) -> str:
    """What a value is about where a question asks for several at once: the module, the role, the level."""
    if question in OF_MANY_MODULES:
        return words("module", value.module) or text("positions.no_module")
    if question == OF_MANY_ROLES:
        return " ".join(filter(None, (value.state_words, value.subject)))
    return level_words(value) if question == EVALUATION else ""


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


def share_cell(found: PerHead | NotComparable, answer: Answer) -> Cell:
    """The share of the population, with what it is set against, or why there is none.

    Of a number that the cell of the answer shows though it is not sure, that it does not count.
    """
    if isinstance(found, NotComparable):
        more = [text("comparison.not_used")] if unsure_posts(answer) else []
        return Cell(none=" ".join([text(f"answer_table.not_{found}"), *more]))
    share = round(found.number, 1)
    number = german.number(share) if found.is_sure else f"({german.number(share)})"
    said = german.in_unit(number, share, found.unit, package().vocabularies["position_unit"])
    people, day = found.population.words, found.population.since
    details = (text("comparison.people", people=people, day=day),)
    proof = _proof(found.population)
    return Cell((CellValue(said, str(found.population.fact), proof, (), details),))
