"""Stellen: how many posts does each place have, in which state, and where is it written?"""

from ui import exhibits, widgets

widgets.head("positions")
view, modules = widgets.view(), widgets.pick_modules()
parts = (exhibits.POSTS, exhibits.POSTS_OVER_TIME, exhibits.PERSONS)
widgets.one_part_of("teil", parts, view, modules)
