"""Belege: which words of which document prove a fact, and what else rests on that document?"""

import streamlit as st

from kim import queries
from ui import widgets
from ui.texts import markdown, text
from ui.widgets import evidence

widgets.head("evidence")
known_on = widgets.view().known_on
titles = dict(queries.documents(known_on)[["source", "title"]].itertuples(index=False))

fact = evidence.chosen_fact()
document = evidence.chosen_document(titles)
source = evidence.fact_card(fact) if fact else document

if source and source in titles:
    st.header(markdown("evidence.facts_title", title=titles[source]), anchor=False)
    evidence.document_facts(source, known_on)
st.header(text("evidence.all_title"), anchor=False)
evidence.document_table(known_on)
