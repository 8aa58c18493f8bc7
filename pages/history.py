"""Verlauf: what was loaded when, by whom and from which file, and how is it taken back?"""

from etl.uploads.uploads import Uploads
from kim import queries
from kim.loads import Kind, now
from kim.store import store
from kim.tables import package
from ui import widgets
from ui.uploads import upload
from ui.widgets import history

widgets.head("history")
uploads = Uploads(package(), store(), widgets.actor(), now)
history.say_done()


def decide(kind: Kind, number: int) -> None:
    """Withdraw the load or bring it back, and say what became of that."""
    act = uploads.withdraw if kind is Kind.WITHDRAWAL else uploads.restore
    report = act(number, lambda _: None)
    if report.findings:
        history.refused([str(finding) for finding in report.findings])
    else:
        is_seen = any(change.added or change.retracted for change in report.changes)
        history.done(kind, report.version, is_seen=is_seen)


with upload.troubles():
    loads = queries.history()
    widgets.finding((history.last_change(loads),))
    if upload.may_write(uploads.actor):
        chosen = history.pick_upload(loads)
        if chosen is not None:
            history.show_upload(chosen, uploads.original)
            history.offer_decision(chosen, decide)
    history.show_loads(loads)
    history.show_disk(uploads.store, uploads.archive)
