"""Answers as HTML: figures for cards, rows of a table, links to the proof of each value."""

import re
from collections.abc import Sequence
from typing import Any

from kim.answers import BY_ID, Answer, Value
from kim.answers.posts_shown import unsure_posts
from kim.profile import without_own
from ui.lists.answers import (
    details,
    levels,
    of_district,
    once,
    proving,
    shown_values,
    state,
    written_in,
)
from ui.lists.chips import doubt_chips, value_chips
from ui.texts import text
from ui.widgets import links
from ui.widgets.html import html
from ui.widgets.terms import explained

NUMBER = re.compile(r"(\(?[^\d]*[\d.,]+\)?) (.+)")
POSTS_AND_PERSONS = {"posts", "persons"}
Shown = dict[str, Any]


def card(answer: Answer) -> Shown:
    """A card: the figures of the place; without one that there is none, and those of its district."""
    figures = [_figure(each, answer) for each in shown_values(answer)]
    more = len(answer.values) + len(unsure_posts(answer)) - len(figures)
    return {
        "title": BY_ID[answer.question].short,
        "figures": figures,
        "more": text("profile.more", number=more) if more > 0 else "",
        "apart": text("profile.apart") if _units(answer) >= POSTS_AND_PERSONS else "",
        "of_district": []
        if figures
        else [_of_district(each, answer) for each in answer.in_district],
    }


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
    first = proving(answer)
    more = [each for each in once(answer) if each not in first]
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


def _units(answer: Answer) -> set[str]:
    return {each.unit for each in shown_values(answer)}


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


def _of_district(value: Value, answer: Answer) -> Shown:
    return {
        "words": of_district(value, answer),
        "chips": doubt_chips(value),
        "proof": proof(value),
    }
