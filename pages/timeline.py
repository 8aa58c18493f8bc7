"""Zeitachse: what happened when, what is expected, and what was decided?"""

import streamlit as st

from kim import queries
from ui import widgets
from ui.figures import timeline as figures
from ui.texts import text

widgets.head("timeline")
view = widgets.view()
events = queries.events(view)

st.header(text("timeline.dated"), anchor=False)
dated, day = events[events["is_dated"]], widgets.day_shown(view)
widgets.exhibit("ereignisse", dated, "milestones", view, figures.over_time, day)

st.header(text("timeline.undated"), anchor=False)
st.markdown(text("timeline.undated_lead"))
undated = events[~events["is_dated"]]
widgets.exhibit("ohne-datum", undated, "milestones", view, figures.undated)

st.header(text("timeline.decisions"), anchor=False)
st.markdown(text("timeline.decisions_lead"))
decisions = queries.facts("decisions", view)
widgets.exhibit("beschluesse", decisions, "decisions", view, figures.decisions)
