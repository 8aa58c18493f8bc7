"""Stellen: how many posts does each place have, in which state, and where is it written?"""

from kim.answers.finding import finding
from ui import exhibits, widgets
from ui.widgets import take_away

widgets.head("positions")
view, modules = widgets.view(), widgets.pick_modules()
widgets.finding(finding("positions", view))
widgets.part(exhibits.NEWEST_POSTS, view, modules)
parts = (exhibits.POSTS, exhibits.PERSONS, exhibits.POSTS_OVER_TIME)
widgets.folds("teil", parts, view, modules)
take_away.of_theme("positions", view, modules)
widgets.subscribe_to_theme("positions", view)
