"""Answers as HTML: figures for cards, rows of a table, links to the proof of each value."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from kim import queries
from kim.answers import BY_ID, Answer, AnswerState, Role, Theme, Value
from kim.answers.posts import TABLE
from kim.answers.posts_shown import unsure_posts
from kim.facts import FactKey, words
from kim.profile import without_own
from ui.lists.chips import doubt_chips, level_chip, value_chips
from ui.lists.entries import Chip
from ui.texts import text
from ui.widgets import links
from ui.widgets.html import html
from ui.widgets.terms import explained

NUMBER = re.compile(r"(\(?[^\d]*[\d.,]+\)?) (.+)")
MOST_FIGURES, MOST_AMOUNTS, MOST_UNSURE, MOST_PROOFS = 2, 1, 1, 2
BESIDE_A_FIGURE = {
    Role.PREVIOUS: "previous",
    Role.FOLLOWS: "follows",
    Role.CONTRADICTS: "contradicted",
}
FUNCTIONS = {
    "case_management_posts": "case_management",
    "coordination_posts": "coordination",
    "immigration_office_posts": "immigration_office",
}
Shown = dict[str, Any]


def card(answer: Answer) -> Shown:
    """A card: the figures of the place; without one that there is none, and those of its district."""
    figures = [_figure(each, answer) for each in shown_values(answer)]
    more = len(answer.values) + len(unsure_posts(answer)) - len(figures)
    return {
        "title": BY_ID[answer.question].short,
        "figures": figures,
        "more": text("profile.more", number=more) if more > 0 else "",
        "of_district": []
        if figures
        else [_of_district(each, answer) for each in answer.in_district],
    }


def shown_values(answer: Answer) -> tuple[Value, ...]:
    """The values of the place that a card has room for."""
    most = MOST_AMOUNTS if BY_ID[answer.question].theme is Theme.MONEY else MOST_FIGURES
    return (*answer.values[:most], *unsure_posts(answer)[:MOST_UNSURE])


def is_numbered(answer: Answer) -> bool:
    """Whether a number answers, the place's own or that of its district."""
    told = answer.values or answer.in_district
    return any(each.number is not None for each in told)


def show_cards(cards: Sequence[Shown]) -> None:
    """Show cards in a row that wraps."""
    words = {"no_number": text("profile.no_number"), "evidence": text("profile.evidence")}
    shown = [{**each, "heading": explained(each["title"])} for each in cards]
    html("profile_cards.html", cards=shown, **words)


def people(population: Value) -> Shown:
    """How many people live in a place, on which day, with the proof."""
    said = text("profile.population", people=population.words, day=population.since)
    return {"words": said, "proof": proof(population)}


def row(answer: Answer) -> Shown:
    """A row of the table: question, answer, for whom it holds, where it is proven."""
    values = once(answer)
    first = first_of_each_paragraph(values)[:MOST_PROOFS]
    more = [each for each in values if each not in first]
    return {
        "question": BY_ID[answer.question].wording,
        "answer": without_own(answer.sentence, answer.place),
        "chips": state(answer),
        "levels": levels(answer),
        "proofs": [proof(each) for each in first],
        "more_proofs": [proof(each) for each in more],
        "more": text("profile.more_proofs", number=len(more)),
    }


def proof(value: Value) -> dict[str, str]:
    """The link to the proof of a value; read aloud with the value and its document."""
    where = written_in(value)
    return {
        "href": links.evidence(value.fact),
        "words": where,
        "value": value.words,
        "aloud": f"{value.words}: {value.document}, {where}",
        "document": value.document,
    }


def written_in(value: Value) -> str:
    """The paragraph of a value, where it is counted."""
    if value.paragraph is None:
        return text("profile.place_in_document")
    return text("profile.paragraph", number=value.paragraph)


def _figure(value: Value, answer: Answer) -> Shown:
    split = NUMBER.fullmatch(value.words)
    number, unit = split.groups() if split else ("", value.words)
    return {
        "number": number,
        "unit": unit,
        "chips": value_chips(value),
        "details": details(value, answer),
        "proof": proof(value),
    }


def details(value: Value, answer: Answer) -> list[str]:
    """What is said of a figure beside its number and state."""
    said = (
        _of_what(value, answer),
        value.since,
        *value.scope,
        *value.details,
        *_beside(value, answer),
    )
    return [each for each in said if each]


def _of_what(value: Value, answer: Answer) -> str:
    """What an amount is for; the field of posts that work in another one than the card's."""
    if value.fact.table != TABLE:
        return value.subject
    is_told = value.subject == FUNCTIONS.get(answer.question)
    return "" if is_told else words("function", value.subject)


def _beside(value: Value, answer: Answer) -> list[str]:
    """What held before, may have followed or stands against it, of the same unit and field."""
    return [
        text(f"profile.{BESIDE_A_FIGURE[each.role]}", words=each.words)
        for each in answer.beside
        if each.role in BESIDE_A_FIGURE and (each.unit, each.subject) == (value.unit, value.subject)
    ]


def of_district(value: Value, answer: Answer) -> str:
    """What is known of the district, where a place has no number of its own."""
    said = (_of_what(value, answer), value.words, value.state_words)
    place = queries.place_names()[value.place]
    return text("profile.of_district", place=place, words=" ".join(filter(None, said)))


def _of_district(value: Value, answer: Answer) -> Shown:
    return {
        "words": of_district(value, answer),
        "chips": doubt_chips(value),
        "proof": proof(value),
    }


def state(answer: Answer) -> list[Chip]:
    """That documents contradict each other, where they do."""
    is_contradicted = answer.state is AnswerState.CONTRADICTED
    return [Chip(text("profile.contradicted_chip"), "late")] if is_contradicted else []


def levels(answer: Answer) -> list[Chip]:
    """For whom the answer holds; that the place itself has none, where only the district has one."""
    told: Sequence[Value] = answer.values or answer.in_district or answer.beside
    if answer.values and BY_ID[answer.question].is_layered:
        told = (*answer.values, *answer.in_district)
    levels = dict.fromkeys(each.level for each in told)
    is_only_above = bool(answer.in_district and not answer.values)
    only_above = [Chip(text("profile.only_above"))] if is_only_above else []
    return [*(level_chip(each, answer.place) for each in levels), *only_above]


def first_of_each_paragraph(values: Iterable[Value]) -> list[Value]:
    """Of the values that stand in one paragraph the first."""
    found: dict[tuple[str, int | None], Value] = {}
    for each in values:
        found.setdefault((each.source, each.paragraph), each)
    return list(found.values())


def once(answer: Answer) -> list[Value]:
    """Every value with a proof of its own."""
    found: dict[FactKey, Value] = {}
    for each in (*answer.values, *answer.in_district, *answer.beside):
        found.setdefault(each.fact, each)
    return list(found.values())
