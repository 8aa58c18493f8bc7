"""Which answers a load would change, before and after."""

from collections.abc import Iterator

import streamlit as st

from etl.uploads.stages import Ready
from kim import queries
from kim.answers.answer import Answer
from kim.answers.asking import answers
from kim.answers.questions import QUESTIONS
from kim.queries import View
from kim.regions import LAND
from ui.texts import markdown, text
from ui.widgets.frame import place_labels
from ui.widgets.grid import grid

MOST_PLACES = 6


def show(ready: Ready) -> None:
    """The answers that would read otherwise at the places of the rows, old beside new."""
    st.subheader(text("upload.answers"), anchor=False)
    places = places_of(ready)
    lines = list(changed(ready, places))
    if not lines:
        st.caption(text("upload.answers_same"))
        return
    st.caption(markdown("upload.answers_lead", places=len(places)))
    heads = [text(f"upload.{key}") for key in ("place", "question", "before", "after")]
    grid(text("upload.answers"), heads, lines)


def places_of(ready: Ready) -> list[str]:
    """The first places to which facts would come; what the Land says is of no one place."""
    found = {
        place
        for comparison in ready.comparisons.values()
        for place in comparison.regions or ()
        if place != LAND
    }
    return sorted(found)[:MOST_PLACES]


def changed(ready: Ready, places: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """Place, question, the sentence as it is and as it would be."""
    short = {each.id: each.short for each in QUESTIONS}
    labels = place_labels()
    for place in places:
        before = answers(place, View(()))
        with queries.answered_by(ready.version):
            after = answers(place, View(()))
        for key, answer in after.items():
            if _said(answer) != _said(before[key]):
                yield labels[place], short[key], before[key].sentence, answer.sentence


def _said(answer: Answer) -> str:
    """The sentence without until when was looked: one more document changes that alone."""
    return answer.sentence.replace(answer.searched, "")
