"""Steuerung: which bodies steer, who supervises, with which instruments and goals?"""

from kim.answers.finding import finding
from ui import exhibits, widgets

widgets.head("governance")
view = widgets.view()
widgets.finding(finding("governance", view))
widgets.part(exhibits.BODIES, view)
widgets.folds("teil", (exhibits.SUPERVISION, exhibits.INSTRUMENTS, exhibits.OBJECTIVES), view)
