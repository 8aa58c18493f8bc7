"""Suche: where do these words stand, and what proves it?"""

from ui import widgets
from ui.widgets import search

widgets.head("search")
view = widgets.view()
own = view.regions[0] if len(view.regions) == 1 else ""
search.answer(search.pick(), view, own)
