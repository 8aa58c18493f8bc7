"""Finanzierung: what does it cost, who pays whom, and what is not known?"""

from kim.answers.finding import finding
from ui import exhibits, widgets
from ui.widgets import take_away

widgets.head("funding")
view = widgets.view()
widgets.finding(finding("funding", view))
widgets.part(exhibits.AMOUNTS, view)
widgets.part(exhibits.MONEY_PATHS, view)
widgets.folds("teil", (exhibits.MONEY_QUESTIONS,), view)
take_away.of_theme("funding", view)
widgets.subscribe_to_theme("funding", view)
