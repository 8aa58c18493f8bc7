"""Belege: which words of which document prove a fact, and what else rests on that document?"""

import streamlit as st

from kim import queries
from kim.answers.land import documents_finding
from ui import widgets
from ui.texts import markdown, text
from ui.widgets import documents, evidence

view = widgets.view()
titles = dict(queries.documents(view.known_on)[["source", "title"]].itertuples(index=False))
fact = evidence.chosen_fact()
document = evidence.chosen_document(titles)

if fact is None:
    widgets.head("evidence")
    widgets.finding(documents_finding(view))
else:
    with st.container(key="evidence"):
        st.title(text("evidence.title"), anchor=False)
source = evidence.fact_card(fact) if fact else document

if fact and source and source in titles:
    with st.expander(markdown("evidence.facts_title", title=titles[source])):
        documents.document_facts(source, view.known_on)
elif source and source in titles:
    st.header(markdown("evidence.facts_title", title=titles[source]), anchor=False)
    documents.document_facts(source, view.known_on)

if source:
    documents.link_to_all()
else:
    st.header(text("evidence.all_title"), anchor=False)
    documents.document_list(view)
