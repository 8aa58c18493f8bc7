"""Who promised or was promised something: one more filter of the commitments."""

import streamlit as st

from kim import queries
from kim.commitments import parties
from kim.facts import records
from kim.queries import View
from kim.view import with_districts
from ui.navigation import PARTY
from ui.texts import plain, text
from ui.widgets import address, asked
from ui.widgets.filters import filters

EVERY = ""


def pick_party(view: View) -> str:
    """The one whose commitments are wanted, "" for all; offered where there is a choice."""
    found = records(queries.commitments(with_districts(view)))
    named = sorted({each for row in found for each in parties(row)})
    if len(named) < 2:
        address.know(PARTY)
        return EVERY
    options = {EVERY: text("commitments.every_party"), **{each: each for each in named}}
    address.seed(PARTY, asked.choice(text("commitments.party"), options, default=EVERY), EVERY)
    state = st.session_state
    state[PARTY] = state[PARTY] if state[PARTY] in options else EVERY  # of other places
    with (
        filters(PARTY, said=state[PARTY]),
        st.popover(plain(state[PARTY]) or text("commitments.no_party"), key="filter-party"),
    ):
        chosen = st.selectbox(
            text("commitments.party"), list(options), format_func=options.__getitem__, key=PARTY
        )
    address.follow(PARTY, [chosen] if chosen else [])
    return chosen
