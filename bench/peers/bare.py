"""The floor: a bare Streamlit page with one filter and one plotly chart of constant numbers."""

import plotly.graph_objects as go
import streamlit as st

MODULES = {"1": "Baustein 1", "2": "Baustein 2", "3": "Baustein 3"}

chosen = st.pills(
    "Bausteine", list(MODULES), format_func=MODULES.__getitem__, selection_mode="multi"
)
modules = chosen or list(MODULES)
st.plotly_chart(go.Figure(go.Bar(x=modules, y=[int(module) for module in modules])))
