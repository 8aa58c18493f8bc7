"""Zeitachse: what happened when, what is expected, and what was decided?"""

from kim.answers.finding import finding
from ui import exhibits, widgets
from ui.widgets import take_away

widgets.head("timeline")
view = widgets.view()
widgets.finding(finding("timeline", view))
widgets.exhibit(exhibits.DATED_EVENTS, view)
widgets.below(exhibits.EVENTS_BY_YEAR, view)
widgets.folds("teil", (exhibits.UNDATED_EVENTS, exhibits.DECISIONS), view)
take_away.of_theme("timeline", view)
widgets.subscribe_to_theme("timeline", view)
