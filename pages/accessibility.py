"""Barrierefreiheit: what can everybody use, where are the limits, whom to tell?"""

import streamlit as st

from ui import widgets
from ui.texts import text

widgets.head("accessibility")
for part in ("usable", "limits", "streamlit"):
    st.header(text(f"accessibility.{part}_title"), anchor=False)
    st.markdown(text(f"accessibility.{part}"))
st.header(text("accessibility.contact_title"), anchor=False)
widgets.contact()
