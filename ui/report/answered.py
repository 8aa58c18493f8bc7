"""Answers as they are printed: cards, a table by theme, what contradicts, what is not known."""

from kim import profile
from kim.answers import BY_ID, Answer, Value
from ui.lists.answers import (
    Answers,
    details,
    in_document,
    levels,
    of_district,
    on_cards,
    proving,
    shown_values,
    state,
)
from ui.lists.chips import doubt_chips, value_chips
from ui.lists.entries import Chip
from ui.report.blocks import Block, Card, Cards, Cell, Heading, Items, Said, Table
from ui.report.notes import Notes, chosen
from ui.texts import text

SHARES = (2.0, 4.2, 1.3)


def cards(answers: Answers, notes: Notes) -> list[Block]:
    """The numbers of a place, as on its page; nothing without one."""
    shown = [_card(each, notes) for each in on_cards(answers)]
    return [Cards(tuple(shown))] if shown else []


def by_theme(answers: Answers, notes: Notes, level: int) -> list[Block]:
    """Questions and answers, with whom they hold for; what proves them at the foot of the page."""
    rows: list[tuple[Cell, ...]] = []
    for theme, found in profile.by_theme(answers).items():
        rows.append(((Said(theme.heading, look="strong"),),))
        rows += [_row(each, notes) for each in found]
    caption = text("profile.answers")
    heads = tuple(text(f"profile.{each}") for each in ("question", "answer", "holds_for"))
    return [Heading(caption, level), Table(caption, heads, tuple(rows), SHARES)]


def contradictions(answers: Answers, notes: Notes, level: int) -> list[Block]:
    """Where two documents say different things of the same time; nothing where none do."""
    items = tuple(
        (
            Said(each.question.short, look="strong"),
            *(Said(in_document(v), _noted(v, notes)) for v in (*each.values, *each.others)),
        )
        for each in profile.contradictions(answers)
    )
    if not items:
        return []
    lead = Said(text("profile.contradictions_lead"), look="quiet")
    return [Heading(text("profile.contradictions"), level), lead, Items(items)]


def unknown(answers: Answers, level: int) -> list[Block]:
    """The questions to which nothing is found, and how far was looked."""
    heading = Heading(text("profile.unknown"), level)
    questions = profile.unknown(answers)
    if not questions:
        return [heading, Said(text("profile.nothing_unknown"))]
    searched = next(iter(answers.values())).searched
    lead = Said(text("profile.unknown_lead", searched=searched), look="quiet")
    return [heading, lead, Items(tuple((Said(each.wording),) for each in questions))]


def chips(shown: tuple[Chip, ...] | list[Chip]) -> str:
    """States in words, one after the other."""
    return " · ".join(each.words for each in shown)


def _row(answer: Answer, notes: Notes) -> tuple[Cell, ...]:
    said = profile.without_own(answer.sentence, answer.place)
    contradicted = chips(state(answer))
    return (
        (Said(BY_ID[answer.question].wording),),
        (
            Said(said, chosen(notes, (each.fact for each in proving(answer)))),
            *([Said(contradicted, look="chips")] if contradicted else []),
        ),
        (Said(chips(levels(answer)), look="chips"),),
    )


def _card(answer: Answer, notes: Notes) -> Card:
    shown = shown_values(answer)
    cells = tuple(_figure(each, answer, notes) for each in shown)
    if not cells:
        none = Said(text("profile.no_number"), look="quiet")
        beside = (
            Said(
                " ".join(filter(None, (of_district(each, answer), chips(doubts)))),
                _noted(each, notes),
                "quiet",
            )
            for each in answer.in_district
            for doubts in [doubt_chips(each)]
        )
        cells = ((none, *beside),)
    return Card(BY_ID[answer.question].short, cells)


def _figure(value: Value, answer: Answer, notes: Notes) -> Cell:
    said = [chips(value_chips(value)), *details(value, answer)]
    quiet = (Said(each, look="quiet") for each in said if each)
    return (Said(value.words, _noted(value, notes), "strong"), *quiet)


def _noted(value: Value, notes: Notes) -> tuple[str, ...]:
    return chosen(notes, [value.fact])
