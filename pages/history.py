"""Verlauf: what was loaded when, by whom and from which file, how is it taken back, what was fetched?"""

from etl.uploads.uploads import Uploads
from kim import queries
from kim.loads import now
from kim.store import store
from kim.tables import package
from ui import widgets
from ui.uploads import upload, withdrawing
from ui.widgets import fetches, history

widgets.head("history")
uploads = Uploads(package(), store(), widgets.actor(), now)
withdrawing.say_done()

with upload.troubles():
    loads = queries.history()
    papers = uploads.papers()
    widgets.finding((history.last_change(loads, papers),))
    if upload.may_write(uploads.actor):
        chosen = history.pick_upload(loads)
        if chosen is not None:
            history.show_upload(chosen, uploads.original, uploads.refusal_to_see)
            withdrawing.offer(uploads, chosen)
    history.show_loads(loads, papers)
    fetches.show(uploads.store)
    history.show_disk(uploads.store, uploads.archive)
