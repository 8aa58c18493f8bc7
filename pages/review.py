"""Niederschrift auswerten: which facts does a paper state, and which of those proposed are right?"""

from ui import widgets
from ui.reviewing import start, work
from ui.reviewing.own_desk import own_desk
from ui.uploads import upload

widgets.head("review")
desk = own_desk()
with upload.troubles():
    if start.may_review(desk.actor):
        review = start.chosen(desk)
        if review:
            work.show(desk, review)
        else:
            start.begin(desk)
