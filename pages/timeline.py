"""Zeitachse: what happened when, what is expected, and what was decided?"""

from ui import exhibits, widgets

widgets.head("timeline")
view = widgets.view()
widgets.exhibit(exhibits.DATED_EVENTS, view)
widgets.part(exhibits.EVENTS_BY_YEAR, view)
widgets.folded(exhibits.UNDATED_EVENTS, view)
widgets.folded(exhibits.DECISIONS, view)
