"""Niederschrift auswerten: which facts does a paper state, and which of those proposed are right?"""

from etl.reviewing.desk import Desk
from etl.uploads.uploads import Uploads
from kim.loads import now
from kim.store import store
from kim.tables import package
from ui import widgets
from ui.reviewing import start, work
from ui.uploads import upload

widgets.head("review")
desk = Desk(Uploads(package(), store(), widgets.actor(), now))
with upload.troubles():
    if start.may_review(desk.actor):
        review = start.chosen(desk)
        if review:
            work.show(desk, review)
        else:
            start.begin(desk)
