"""All districts and independent cities: one question or a whole theme as one table, sorted and to take away."""

from collections.abc import Mapping

import streamlit as st

from kim import answer_table, german
from kim.answers import BY_ID, QUESTIONS, Answer, Theme, answers_of
from kim.answers.comparison import PerHead, middle, per_head, populations
from kim.answers.finding import is_known
from kim.answers.land import districts
from kim.queries import View
from kim.tables import package
from ui.lists.comparison import compared_by_place
from ui.texts import markdown, text
from ui.widgets import address, asked, links
from ui.widgets.frame import on_paper, own_place, place_labels
from ui.widgets.html import html
from ui.widgets.page import finding as say
from ui.widgets.panels import offer

QUESTION, SORT, SCOPE = "frage", "sortierung", "umfang"
CHOSEN, _ = SCOPES = ("chosen", "all")
SORTS = ("name", "number", "share")
Answered = Mapping[str, Mapping[str, Answer]]


def pick_scope() -> bool:
    """Whether all districts are wanted and not the chosen places; kept in the address."""
    options = {each: text(f"comparison.scope_{each}") for each in SCOPES}
    address.seed(SCOPE, asked.choice(text("comparison.scope"), options, default=CHOSEN), CHOSEN)
    picked = st.segmented_control(
        text("comparison.scope"),
        SCOPES,
        format_func=options.__getitem__,
        key=SCOPE,
        required=True,
        label_visibility="collapsed",
    )
    address.follow(SCOPE, [] if picked == CHOSEN else [str(picked)])
    address.know(QUESTION, SORT)
    return picked != CHOSEN


def show_all(view: View) -> None:
    """A question, or all of a theme, for every district and independent city."""
    places = districts()
    answered = answers_of(places, view)
    chosen = _pick_questions()
    order = _sorted(places, answered, chosen[0], view)
    _say(answered, chosen[0], view)
    everywhere = View(places, view.held_on, view.known_on)
    with st.container(key="exhibit-kreise"):
        _table(order, answered, chosen, everywhere, own_place(view))
        st.markdown(f"**{text('comparison.download')}**")
        offer(answer_table.of_answers("kreise", answered, everywhere))


def _pick_questions() -> tuple[str, ...]:
    options = {
        **{str(each): text("comparison.whole_theme", theme=each.heading) for each in Theme},
        **{each.id: each.wording for each in QUESTIONS},
    }
    first = QUESTIONS[0].id
    address.seed(QUESTION, asked.choice(text("comparison.question"), options, default=first), first)
    picked = st.selectbox(
        text("comparison.question"), list(options), format_func=options.__getitem__, key=QUESTION
    )
    address.follow(QUESTION, [] if picked == first else [picked])
    on_paper(options[picked])
    return tuple(each.id for each in QUESTIONS if picked in (each.id, str(each.theme)))


def _sorted(
    places: tuple[str, ...], answered: Answered, question: str, view: View
) -> tuple[str, ...]:
    """The places by name, by the number of the first question, or by its share.

    Numbers of one unit stand together, posts first; places without one stand last.
    """
    options = {each: text(f"comparison.sort_{each}") for each in SORTS}
    address.seed(SORT, asked.choice(text("comparison.sort"), options, default="name"), "name")
    sort = st.pills(
        text("comparison.sort"), SORTS, format_func=options.__getitem__, key=SORT, required=True
    )
    address.follow(SORT, [] if sort == "name" else [str(sort)])
    on_paper(f"{text('comparison.sort')}: {options[str(sort)]}")
    numbers = _shares(answered, question, view) if sort == "share" else _numbers(answered, question)
    labels = place_labels()
    if sort == "name":
        return tuple(sorted(places, key=labels.__getitem__))

    def by_number(place: str) -> tuple[bool, bool, str, float, str]:
        unit, number = numbers.get(place, ("", 0.0))
        return place not in numbers, unit != "posts", unit, -number, labels[place]

    return tuple(sorted(places, key=by_number))


def _numbers(answered: Answered, question: str) -> dict[str, tuple[str, float]]:
    """The first number of each place with its unit."""
    found = {place: answers[question].values for place, answers in answered.items()}
    return {
        place: (values[0].unit, values[0].number)
        for place, values in found.items()
        if values and values[0].number is not None
    }


def _shares(answered: Answered, question: str, view: View) -> dict[str, tuple[str, float]]:
    found = _per_head(answered, question, view)
    return {place: (each.unit, each.number) for place, each in found.items()}


def _per_head(answered: Answered, question: str, view: View) -> dict[str, PerHead]:
    if not BY_ID[question].is_per_head:
        return {}
    people = populations(tuple(answered), view)
    found = {
        place: per_head(answers[question], people.get(place)) for place, answers in answered.items()
    }
    return {place: each for place, each in found.items() if isinstance(each, PerHead)}


def _say(answered: Answered, question: str, view: View) -> None:
    """How many places answer, and the middle of those that are comparable."""
    known = sum(is_known(answers[question]) for answers in answered.values())
    sentences = [text("comparison.known", known=known, all=len(answered))]
    shares = [each for each in _per_head(answered, question, view).values() if each.unit == "posts"]
    if found := middle([each.number for each in shares]):
        words = {
            name: german.number(round(getattr(found, name), 1))
            for name in ("lower", "median", "upper")
        }
        unit = package().vocabularies["position_unit"]["posts"]
        sentences.append(text("comparison.middle", unit=unit, count=found.count, **words))
    say(sentences)


def _table(
    places: tuple[str, ...],
    answered: Answered,
    questions: tuple[str, ...],
    view: View,
    own: str | None,
) -> None:
    labels = place_labels()
    shown = compared_by_place(places, answered, questions, view)
    hrefs = {
        value.fact: links.evidence(value.fact)
        for row in shown.rows
        for cell in row.cells
        for value in cell.values
    }
    names = [{"name": labels[place], "is_own": place == own} for place in shown.places]
    words = {"caption": text("comparison.all_caption"), "more": text("comparison.more")}
    html(
        "districts.html",
        shown=shown,
        places=names,
        hrefs=hrefs,
        place=text("exhibit.place"),
        **words,
    )
    if shown.silent:
        silent = ", ".join(sorted(shown.silent))
        st.markdown(markdown("comparison.silent", number=len(shown.silent), places=silent))
