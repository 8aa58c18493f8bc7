"""The frame of the dashboard: page config, navigation, the line of filters."""

import streamlit as st

from ui import navigation, widgets
from ui.server.reruns import rerun_of
from ui.texts import text

st.set_page_config(
    page_title=text("app.title"),
    page_icon="ui/templates/icon.svg",
    layout="wide",
    initial_sidebar_state=240,
)
pages = {
    each: st.Page(
        each.file,
        title=each.title,
        url_path=each.address,
        default=not each.address,
        visibility=each.visibility,
    )
    for each in navigation.PAGES
}
sections = {
    text(f"app.{section}") if section else "": [
        page for each, page in pages.items() if each.section == section
    ]
    for section in (*navigation.SECTIONS, navigation.ABOUT)
}
opened = st.navigation(sections, expanded=True)
page = next(each for each in pages if pages[each] == opened)
with rerun_of(page.name):
    widgets.watch_door(is_open_here=page.name in ("upload", "review", "allocation"))
    widgets.prepare()
    with widgets.foot(page):
        if page.section == navigation.ABOUT:
            opened.run()
        else:
            with widgets.one_version(page.title):
                widgets.login_state()
                with (
                    widgets.filter_line(is_shown=page.has_filters, of_a_day=page.of_a_day),
                    widgets.said_above(),
                ):
                    opened.run()
