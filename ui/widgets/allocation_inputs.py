"""What is typed in to share out posts: places with persons, the rules, the labels; kept in the address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from etl.reading.pasted import Unread, read_number, read_pasted
from kim import queries
from kim.allocation import Method, Task
from kim.german_nouns import in_order
from kim.queries import View
from kim.regions import LAND
from kim.view import KEY_OF_DISTRICT, KEY_OF_MUNICIPALITY
from ui.navigation import AGE, ENTRY, LEAST, METHOD, POSTS, ROWS, STEP
from ui.texts import text
from ui.widgets import address, asked, links
from ui.widgets.address import Asked
from ui.widgets.filters import filters
from ui.widgets.frame import on_paper, own_place, place_register
from ui.widgets.html import html

CHOSEN = "zuschlag"
PRESET = {POSTS: "8", LEAST: "0,5", STEP: "0,5"}
NAMES = {POSTS: "posts", LEAST: "least", STEP: "step"}
MOST_LETTERS, MOST_LETTERS_OF_RULE = 20_000, 80
SOURCE_OF_EXAMPLE, SOURCE_OF_RULE = "kamen-vo4249", "rheine-integrationsrat-2021"


@dataclass(frozen=True)
class Typed:
    """What is typed in: the task, or sentences why there is none; in words what is counted."""

    task: Task | None
    sentences: tuple[str, ...]
    counted: str


def pick(view: View, dropped: Callable[[], str | None]) -> Typed:
    """The fields, and below them what is to be known of them; what they hold is the task.

    `dropped()`: the lines of a file, where one was just dropped in its place above the field.
    """
    with filters(ROWS, POSTS, LEAST, STEP, METHOD, AGE, ENTRY, CHOSEN):
        pass
    st.header(text("allocation.inputs"), anchor=False)
    places, rules = st.columns(2, gap="large")
    with places:
        rows = _pick_rows(view, dropped)
    with rules:
        with st.container(horizontal=True):
            numbers = {key: _pick_number(key) for key in PRESET}
        method = _pick_method()
        labels = [_pick_label(AGE, "age"), _pick_label(ENTRY, "entry")]
    is_example = _lines(rows) == _example()
    _explain(is_example=is_example)
    counted = _counted(labels, is_example=is_example)
    on_paper(
        *(f"{text(f'allocation.{NAMES[key]}')}: {said}" for key, said in numbers.items()),
        text(f"allocation.method_{method}"),
        counted,
    )
    return _typed(rows, numbers, method, counted)


def _explain(*, is_example: bool) -> None:
    """What the example is, what the labels and the smallest share mean, with links to the papers."""
    st.caption(text("allocation.least_lead"))
    st.caption(text("allocation.rule_lead"))
    if is_example:
        st.caption(text("allocation.example_lead"))
    shown = (SOURCE_OF_EXAMPLE, SOURCE_OF_RULE) if is_example else (SOURCE_OF_RULE,)
    with st.container(horizontal=True):
        for source in shown:
            if source in queries.source_titles():
                words = text(f"allocation.source_{source}")
                html("map_link.html", href=links.document(source), words=words)


def _example() -> list[str]:
    return _lines(text("allocation.example_rows"))


def _lines(rows: str) -> list[str]:
    """The lines that say something, without the blanks around them."""
    return [line for line in map(str.strip, rows.splitlines()) if line]


def _pick_rows(view: View, dropped: Callable[[], str | None]) -> str:
    address.seed(ROWS, lambda given: Asked("\n".join(given)[:MOST_LETTERS]), "")
    if lines_of_file := dropped():
        st.session_state[ROWS] = lines_of_file
    rows: str = st.text_area(text("allocation.rows"), key=ROWS, height=220, max_chars=MOST_LETTERS)
    st.caption(text("allocation.rows_help"))
    lines = _lines(rows or "")
    address.follow(ROWS, lines)
    with st.container(horizontal=True):
        if places := _places_to_fill(view):
            key = "allocation-fill"
            st.button(text("allocation.fill"), on_click=_fill, args=(places,), key=key)
        key = "allocation-example"
        st.button(text("allocation.fill_example"), on_click=_fill_example, key=key)
    return rows or ""


def _places_to_fill(view: View) -> list[str]:
    """The names of the towns in the district of the own place; without one, of the chosen towns."""
    names, gone = queries.place_names(), place_register().successors
    own = own_place(view)
    if own and own != LAND:
        district = own[:KEY_OF_DISTRICT]
        keys = [each for each in names if each[:KEY_OF_DISTRICT] == district]
    else:
        keys = list(view.regions)
    towns = [each for each in keys if len(each) == KEY_OF_MUNICIPALITY and each not in gone]
    return sorted((names[each] for each in towns), key=in_order)


def _fill(places: Sequence[str]) -> None:
    st.session_state[ROWS] = "\n".join(f"{each};" for each in places)


def _fill_example() -> None:
    st.session_state.update({ROWS: "\n".join(_example()), **PRESET})


def _pick_number(key: str) -> str:
    address.seed(key, lambda given: Asked(given[-1]), PRESET[key])
    typed = st.text_input(text(f"allocation.{NAMES[key]}"), key=key, max_chars=20, width=135)
    said = (typed or "").strip()
    address.follow(key, [] if said == PRESET[key] else [said])
    return said


def _pick_method() -> str:
    titles = {str(each): text(f"allocation.method_{each}") for each in Method}
    preset = str(Method.LARGEST_REMAINDER)
    address.seed(METHOD, asked.choice(text("allocation.method"), titles, default=preset), preset)
    chosen: str = st.radio(
        text("allocation.method"), list(titles), format_func=titles.__getitem__, key=METHOD
    )
    address.follow(METHOD, [] if chosen == preset else [chosen])
    return chosen


def _counted(labels: Sequence[str], *, is_example: bool) -> str:
    """The sentence that says what was counted."""
    if is_example:
        return text("allocation.counted_example")
    rule = ", ".join(filter(None, labels)) or text("allocation.no_rule")
    return text("allocation.counted", rule=rule)


def _pick_label(key: str, words: str) -> str:
    preset = text(f"allocation.default_{words}")
    address.seed(key, lambda given: Asked(given[-1][:MOST_LETTERS_OF_RULE]), preset)
    typed = st.text_input(text(f"allocation.{words}"), key=key, max_chars=MOST_LETTERS_OF_RULE)
    said = (typed or "").strip()
    address.follow(key, [] if said == preset else [said])
    return said


def _typed(rows: str, numbers: dict[str, str], method: str, counted: str) -> Typed:
    pasted = read_pasted(rows)
    read = {key: read_number(said) for key, said in numbers.items()}
    sentences = tuple(_unread(each) for each in pasted.unread) + tuple(
        text("allocation.not_a_number", title=text(f"allocation.{NAMES[key]}"), words=said)
        for key, said in numbers.items()
        if isinstance(read[key], str)
    )
    posts, least, step = read.values()
    if sentences or isinstance(posts, str) or isinstance(least, str) or isinstance(step, str):
        return Typed(None, sentences, counted)
    return Typed(Task(pasted.rows, posts, least, step, Method(method)), (), counted)


def _unread(each: Unread) -> str:
    named = {"line": each.line, "words": each.words[:MOST_LETTERS_OF_RULE]}
    if each.suggestion:
        return text("allocation.unread_number", suggestion=each.suggestion, **named)
    return text("allocation.unread", **named)
