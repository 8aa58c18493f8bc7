"""The address of a view: what it asks for, in keys; what of it cannot be honoured is said on the page."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar
from unicodedata import normalize

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.texts import markdown

READ, KNOWN, SENTENCES, REFUSED = (
    "adresse-gelesen",
    "adresse-bekannt",
    "adresse-saetze",
    "abgelehnt-",
)
MOST_SAID, MOST_CHARACTERS = 8, 60


Value = TypeVar("Value")


@dataclass(frozen=True)
class Asked(Generic[Value]):
    """What a parameter asks its widget to hold, and sentences about what of it cannot be honoured."""

    value: Value
    refused: tuple[str, ...] = ()


Understand = Callable[[Sequence[str]], Asked[Value]]


def begin() -> None:
    """At the beginning of a run: nothing of the address is honoured yet."""
    st.session_state[KNOWN], st.session_state[SENTENCES] = set(), []


def know(*names: str) -> None:
    """These parameters are honoured where the page shows more, or on other pages."""
    _names(KNOWN).update(names)


def seed(key: str, understand: Understand[Value], default: Value) -> None:
    """Before its widget is made: it holds what a newly opened address asks, else what it held.

    Later the address follows the widget, until a reader goes back or forth in the browser.
    """
    state, is_gone_back = st.session_state, _is_gone_back()
    is_new = key not in _names(READ)
    given = values(key)
    if is_new or is_gone_back:
        if given:
            asked = understand(given)
            state[key], state[REFUSED + key] = asked.value, asked
        elif is_gone_back:
            state[key] = default
    if key not in state:
        state[key] = default


def follow(key: str, written: Sequence[str]) -> None:
    """After its widget: the address says what it holds; nothing for what it holds by itself."""
    state = st.session_state
    asked = state.get(REFUSED + key)
    if asked and asked.value == state[key]:
        _sentences().extend(asked.refused)
    else:
        state.pop(REFUSED + key, None)
    if written and st.query_params.get_all(key) != written:
        st.query_params[key] = written
    elif not written and key in st.query_params:
        del st.query_params[key]


def values(key: str) -> list[str]:
    """What the address says of a parameter, its umlauts composed; nothing when it is not there."""
    know(key)
    _names(READ).add(key)
    return [normalize("NFC", each).strip() for each in st.query_params.get_all(key)]


def value(key: str) -> str:
    """The same of a parameter that says one thing; the last one counts."""
    return (values(key) or [""])[-1]


def refuse(words: str, **named: str) -> None:
    """Say that something in the address cannot be honoured."""
    _sentences().append(sentence(words, **named))


def sentence(words: str, **named: str) -> str:
    """A sentence about an address with values from it, cut when they are long, as plain words."""
    return markdown(f"address.{words}", **{name: _cut(each) for name, each in named.items()})


@contextmanager
def said_above() -> Iterator[None]:
    """Run a page, and say above it what of the address cannot be honoured."""
    place = st.container()
    yield
    for name in sorted(set(st.query_params) - _names(KNOWN)):
        if name in _names(READ):  # of another page or part, from which one has gone on
            del st.query_params[name]
        else:
            refuse("parameter_unknown", name=name)
    sentences = list(dict.fromkeys(_sentences()))
    if len(sentences) > MOST_SAID:
        more = str(len(sentences) - MOST_SAID)
        sentences = [*sentences[:MOST_SAID], markdown("address.more", more=more)]
    for each in sentences:
        place.warning(each)


def _names(kept: str) -> set[str]:
    found: set[str] = st.session_state.setdefault(kept, set())
    return found


def _sentences() -> list[str]:
    found: list[str] = st.session_state.setdefault(SENTENCES, [])
    return found


def _is_gone_back() -> bool:
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _cut(words: str) -> str:
    return words if len(words) <= MOST_CHARACTERS else f"{words[:MOST_CHARACTERS]} …"
