"""Steuerung: which bodies steer, who supervises, with which instruments and goals?"""

from kim.answers.finding import finding
from ui import exhibits, widgets
from ui.widgets import take_away

widgets.head("governance")
view = widgets.view()
widgets.finding(finding("governance", view))
widgets.part(exhibits.BODIES, view)
widgets.folds("teil", (exhibits.SUPERVISION, exhibits.INSTRUMENTS, exhibits.OBJECTIVES), view)
take_away.of_theme("governance", view)
widgets.subscribe_to_theme("governance", view)
