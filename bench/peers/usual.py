"""The usual page on posts: Streamlit, DuckDB and plotly.express, as the tutorials write it.

BENCH_DATABASE names the published DuckDB file; BENCH_FREEZE=1 spares the collector what is loaded.
"""

import gc
import os

import duckdb
import plotly.express as px
import streamlit as st

MODULES = {"1": "Baustein 1", "2": "Baustein 2", "3": "Baustein 3"}
PLACES = ["05158", "05158016", "05382", "05382056", "05558", "05566", "05566076"]
MOST_ROWS = 300
FILTER = """
    FROM positions JOIN regions ON regions.ags = positions.region
    WHERE region IN (SELECT unnest($places)) AND module IN (SELECT unnest($modules)) AND unit = 'posts'
"""
TOTALS = f"SELECT name, status, sum(quantity) AS posts {FILTER} GROUP BY ALL ORDER BY ALL"
ROWS = f"""
    SELECT name, module, function, quantity, measure, status, employer, as_of, source, anchor {FILTER}
    ORDER BY name, as_of LIMIT {MOST_ROWS}
"""


@st.cache_resource
def connect() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(os.environ["BENCH_DATABASE"], read_only=True)


@st.cache_data
def names() -> dict[str, str]:
    rows = connect().cursor().execute("SELECT ags, name FROM regions ORDER BY ags").fetchall()
    return dict(rows)


@st.cache_resource
def freeze() -> None:
    gc.collect()
    gc.freeze()


st.set_page_config(page_title="Stellen", layout="wide")
if os.environ.get("BENCH_FREEZE") == "1":
    freeze()
st.title("Stellen")
places = st.multiselect("Orte", list(names()), default=PLACES, format_func=names().__getitem__)
modules = st.pills(
    "Bausteine", list(MODULES), format_func=MODULES.__getitem__, selection_mode="multi"
)
chosen = {"places": places, "modules": modules or list(MODULES)}
totals = connect().cursor().execute(TOTALS, chosen).df()
st.plotly_chart(px.bar(totals, x="posts", y="name", color="status", orientation="h"))
st.dataframe(connect().cursor().execute(ROWS, chosen).df())
