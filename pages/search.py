"""Suche: where do these words stand, and what proves it?"""

from ui import widgets
from ui.widgets import search

widgets.head("search")
view = widgets.view()
own = view.regions[0] if len(view.regions) == 1 else ""
words, kind = search.pick_words(), search.chosen_kind()
if words and search.can_be_searched():
    search.show(search.found(words, kind, view, own), words, kind, own)
else:
    search.say_what_to_ask()
