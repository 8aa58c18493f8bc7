"""All districts and independent cities: one question or a whole theme as one table, sorted and to take away."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from kim import answer_table, german
from kim.answers import QUESTIONS, Answer, Level, Theme, answers_of, region
from kim.answers.comparison import middle, shares
from kim.answers.finding import is_known
from kim.answers.land import districts, known_of_towns
from kim.answers.ranking import (
    FIRST_UNIT,
    Ranked,
    first_numbers,
    ranked,
    share_numbers,
    unit_words,
)
from kim.german_nouns import in_order
from kim.queries import View
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
    wording, questions = _pick_questions()
    first = {place: answers[questions[0]] for place, answers in answered.items()}
    everywhere = View(places, view.held_on, view.known_on)
    sort, sorting = _pick_sort(_sorts(first, everywhere))
    titled = {
        place: _title(group, sort)
        for group in _grouped(first, sort, everywhere)
        for place in group.places
    }
    say(known_of(wording, first))
    with st.container(key="exhibit-kreise"):
        order = _table(titled, answered, questions, everywhere, own_place(view))
        _show_middle(first, everywhere)
        st.markdown(f"**{text('comparison.download')}**")
        shown = answer_table.of_places("kreise", order, answered, questions, everywhere)
        asked_for = answer_table.asked_for(wording, sorting, links.here())
        offer(replace(shown, about=(*asked_for, *shown.about)))


def _pick_questions() -> tuple[str, tuple[str, ...]]:
    """What is asked, in words, and the questions that this means."""
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
    found = tuple(each.id for each in QUESTIONS if picked in (each.id, str(each.theme)))
    return options[picked], found


def known_of(question: str, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """To which question, of how many places something is said of themselves, and to how many only what is said of the Land."""
    known = [answer for answer in answers.values() if is_known(answer)]
    of_land = sum(all(value.level is Level.LAND for value in answer.told) for answer in known)
    own = len(known) - of_land
    unanswered = own - sum(Level.LAND not in each.levels[:1] for each in known if each.values)
    partly = text("comparison.known_partly", number=unanswered) if unanswered else ""
    counts = {"known": own, "all": len(answers), "partly": partly}
    said = text("comparison.known", question=question, **counts)
    return said, *([text("comparison.known_of_land", number=of_land)] if of_land else [])


def _sorts(answers: Mapping[str, Answer], view: View) -> tuple[str, ...]:
    """By what the places can be sorted: by number or share only where a place has one."""
    found = {"number": first_numbers(answers), "share": share_numbers(shares(answers, view))}
    return tuple(each for each in SORTS if found.get(each, True))


def _pick_sort(sorts: tuple[str, ...]) -> tuple[str, str]:
    """By what the places are sorted, and that in words; by name where what was chosen does not apply."""
    options = {each: text(f"comparison.sort_{each}") for each in SORTS}
    address.seed(SORT, asked.choice(text("comparison.sort"), options, default="name"), "name")
    if st.session_state[SORT] not in sorts:
        st.session_state[SORT] = "name"
    sort = str(
        st.pills(
            text("comparison.sort"), sorts, format_func=options.__getitem__, key=SORT, required=True
        )
    )
    address.follow(SORT, [] if sort == "name" else [sort])
    on_paper(f"{text('comparison.sort')}: {options[sort]}")
    return sort, options[sort]


def _grouped(answers: Mapping[str, Answer], sort: str, view: View) -> tuple[Ranked, ...]:
    """The places by name, or by the number or the share of one question, each unit apart."""
    labels, places = place_labels(), tuple(answers)
    if sort == "name":
        return (Ranked(None, tuple(sorted(places, key=lambda place: in_order(labels[place])))),)
    by_share = sort == "share"
    numbers = share_numbers(shares(answers, view)) if by_share else first_numbers(answers)
    return ranked(places, numbers, labels)


def _show_middle(answers: Mapping[str, Answer], view: View) -> None:
    """Median and quartiles of the posts per head, from five comparable places on; nothing for fewer."""
    found = share_numbers(shares(answers, view)).values()
    posts = middle([number for unit, number in found if unit == FIRST_UNIT])
    if not posts:
        return
    words = {
        name: german.number(round(getattr(posts, name), 1)) for name in ("lower", "median", "upper")
    }
    unit = unit_words(FIRST_UNIT)
    st.markdown(markdown("comparison.middle", unit=unit, count=posts.count, **words))


def _title(group: Ranked, sort: str) -> str:
    if sort == "name":
        return ""
    if group.unit is None:
        return text("comparison.no_share" if sort == "share" else "comparison.no_number")
    unit = unit_words(group.unit)
    return text("comparison.group_share", unit=unit) if sort == "share" else unit


def _table(
    titled: Mapping[str, str],
    answered: Answered,
    questions: tuple[str, ...],
    view: View,
    own: str | None,
) -> tuple[str, ...]:
    """The places in this order under the titles of their groups; the places as they stand on the page."""
    labels = place_labels()
    shown = compared_by_place(tuple(titled), answered, questions, view, titled)
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
    told = (
        {region(each).name for each in known_of_towns(questions, view)} if shown.silent else set()
    )
    of_towns, silent = told & {*shown.silent}, {*shown.silent} - told
    for key, named in (("in_towns", of_towns), ("silent", silent)):
        if named:
            listed = ", ".join(sorted(named, key=in_order))
            st.markdown(markdown(f"comparison.{key}", number=len(named), places=listed))
    return (*shown.places, *(each for each in titled if each not in shown.places))
