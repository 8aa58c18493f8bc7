"""Steuerung: which bodies steer, who supervises, with which instruments and goals?"""

from ui import exhibits, widgets

widgets.head("governance")
view = widgets.view()
widgets.part(exhibits.BODIES, view)
widgets.part(exhibits.SUPERVISION, view)
widgets.part(exhibits.INSTRUMENTS, view)
widgets.part(exhibits.OBJECTIVES, view)
