"""Finanzierung: what does it cost, who pays whom, and what is not known?"""

from kim.answers.finding import finding
from kim.view import with_land
from ui import exhibits, widgets

widgets.head("funding")
chosen = widgets.view()
widgets.finding(finding("funding", chosen))
view = with_land(chosen)
widgets.part(exhibits.AMOUNTS, view)
widgets.part(exhibits.MONEY_PATHS, chosen)
widgets.folds("teil", (exhibits.MONEY_QUESTIONS,), view)
