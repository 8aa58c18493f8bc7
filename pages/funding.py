"""Finanzierung: what does it cost, who pays whom, and what is not known?"""

from kim.view import with_land
from ui import exhibits, widgets

widgets.head("funding")
chosen = widgets.view()
view = with_land(chosen)
widgets.part(exhibits.AMOUNTS, view)
widgets.part(exhibits.MONEY_PATHS, chosen)
widgets.folded(exhibits.MONEY_QUESTIONS, view)
