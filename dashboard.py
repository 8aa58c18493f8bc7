"""The frame of the dashboard: page config, the bar of filters, the register of pages."""

import streamlit as st

from ui import widgets
from ui.texts import text

st.set_page_config(
    page_title=text("app.title"),
    page_icon="ui/templates/icon.svg",
    layout="wide",
    initial_sidebar_state=240,
)
uploading = st.Page("pages/upload.py", title="Hochladen", url_path="hochladen")
maintaining = [uploading, st.Page("pages/history.py", title="Verlauf", url_path="verlauf")]
page = st.navigation(
    {
        text("app.compare"): [
            st.Page("pages/overview.py", title="Überblick", url_path="start", default=True),
            st.Page(
                "pages/overview.py", title="Überblick", url_path="ueberblick", visibility="hidden"
            ),
            st.Page("pages/positions.py", title="Stellen", url_path="stellen"),
            st.Page("pages/carriers.py", title="Träger", url_path="traeger"),
            st.Page("pages/target_groups.py", title="Zielgruppen", url_path="zielgruppen"),
            st.Page("pages/evaluations.py", title="Evaluation", url_path="evaluation"),
            st.Page("pages/funding.py", title="Finanzierung", url_path="finanzierung"),
            st.Page("pages/governance.py", title="Steuerung", url_path="steuerung"),
            st.Page("pages/timeline.py", title="Zeitachse", url_path="zeitachse"),
            st.Page("pages/commitments.py", title="Zusagen", url_path="zusagen"),
        ],
        text("app.verify"): [
            st.Page("pages/evidence.py", title="Belege", url_path="belege"),
            st.Page("pages/method.py", title="Daten und Methode", url_path="methode"),
        ],
        text("app.maintain"): maintaining,
    },
    expanded=True,
)
widgets.watch_door(is_open_here=page == uploading)
widgets.prepare()
with widgets.one_version(page.title):
    widgets.login_state()
    if page not in maintaining:
        widgets.filter_bar()
    page.run()
