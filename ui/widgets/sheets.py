"""Long tables a sheet at a time; which one is open is kept in the address."""

from collections.abc import Sequence

import streamlit as st

from ui.texts import text
from ui.widgets import address, asked
from ui.widgets.address import Asked


def asked_sheet(key: str, sheets: int) -> int:
    """The sheet that is asked for, from 1 on; the first one where there are not so many."""
    numbers = {str(number): str(number) for number in range(1, sheets + 1)}
    understand = asked.choice(text("panels.sheet"), numbers, default="1")

    def number(values: Sequence[str]) -> Asked[int]:
        found = understand(values)
        return Asked(int(found.value), found.refused)

    address.seed(key, number, 1)
    if st.session_state[key] > sheets:
        st.session_state[key] = 1
    return int(st.session_state[key])


def turn(key: str, sheets: int) -> None:
    """The way to the other sheets, where there are any."""
    if sheets > 1:
        st.pagination(sheets, key=key)
        sheet = st.session_state[key]
        address.follow(key, [str(sheet)] if sheet > 1 else [])
