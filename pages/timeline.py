"""Zeitachse: what happened when, what is expected, and what was decided?"""

from ui import exhibits, widgets

widgets.head("timeline")
view = widgets.view()
widgets.part(exhibits.DATED_EVENTS, view)
widgets.part(exhibits.UNDATED_EVENTS, view)
widgets.part(exhibits.DECISIONS, view)
