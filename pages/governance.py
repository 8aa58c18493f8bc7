"""Steuerung: which bodies steer, who supervises, with which instruments and goals?"""

from ui import exhibits, widgets

widgets.head("governance")
view = widgets.view()
widgets.part(exhibits.BODIES, view)
for shown in (exhibits.SUPERVISION, exhibits.INSTRUMENTS, exhibits.OBJECTIVES):
    widgets.folded(shown, view)
