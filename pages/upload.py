"""Hochladen: what is in this file, what would it change, and is it to be published?"""

from functools import partial

import streamlit as st

from etl.uploads.desk import Desk
from kim.loads import now
from kim.store import store
from kim.tables import package
from ui import widgets
from ui.texts import text
from ui.uploads import checking, comparing, preview, publishing, row_form, upload

widgets.head("upload")
desk = Desk(package(), store(), widgets.actor(), now)
upload.say_end()
if not upload.may_write(desk.actor):
    st.stop()

with upload.troubles():
    st.header(text("upload.choose"), anchor=False)
    table = upload.pick_table()
    upload.offer_templates(table)
    if upload.may_hand_in(desk.actor):
        st.header(text("upload.drop"), anchor=False)
        upload.drop(desk.receive)
    upload.pick_waiting(desk.waiting(), desk.discard)
    receipt = upload.current_receipt() or st.stop()
    upload.say_received(receipt)
    st.header(text("upload.check"), anchor=False)
    if desk.is_published(receipt):
        upload.say_published_already()
    decided = checking.decided(receipt, table)
    decide = partial(desk.decide, receipt)
    key = (receipt.receipt, decided)
    check = checking.checked(key, lambda tell: desk.check(receipt, decided, tell))
    publishing.say_outdated()
    checking.show_reading(check.reading)
    if hidden := checking.offer_hidden(check.reading, decided):
        checking.go_on(decide(hidden))
    publishing.offer_to_put_away(partial(desk.discard, receipt))
    if checking.offer_other_table(check.reading, table, upload.change_table) and check.findings:
        st.stop()
    if sheet := checking.pick_sheet(check.reading, decided):
        checking.go_on(decide(sheet))
    if check.reading.questions:
        if check.findings:
            checking.show_findings(check.findings, receipt.file)
        if answered := checking.answers(check.reading.questions, decided):
            checking.go_on(decide(answered))
        st.stop()
    if check.findings:
        checking.show_findings(check.findings, receipt.file)
        if added := row_form.type_row(check, table, desk.complete_row):
            checking.go_on(decide(added))
        checking.show_marked(check, table)
        st.stop()

    confirmed = checking.show_warnings(check.warnings, decided) if check.warnings else decided
    st.header(text("upload.compare"), anchor=False)
    st.markdown(text("upload.compare_lead"))
    for name, comparison in (check.comparisons or {}).items():
        comparing.show_comparison(package().tables[name], comparison, decided)
    if check.changes_nothing:
        st.info(text("upload.nothing"))
        st.stop()
    st.subheader(text("upload.chart"), anchor=False)
    if check.version:
        regions = (check.comparisons or {})[table.name].regions
        preview.show_charts(table.name, regions, check.version)
    st.header(text("upload.publish"), anchor=False)
    publishing.offer(desk, check, confirmed)
