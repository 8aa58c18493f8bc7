"""Datenschutz: which data are processed when somebody visits?"""

import streamlit as st

from kim.settings import settings
from ui import widgets
from ui.texts import text

widgets.head("privacy")
st.markdown(text("privacy.known"))
widgets.text_of_operator(settings().privacy, "KIM_PRIVACY")
