"""Suche: where do these words stand, and what proves it?"""

from ui import widgets
from ui.widgets import search

widgets.head("search")
view = widgets.view()
search.answer(search.pick(), view, widgets.own_place(view) or "")
