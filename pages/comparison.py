"""Vergleich: how do some places answer the same questions, and how do all districts?"""

from ui import widgets
from ui.widgets import all_districts, comparison, take_away

widgets.head("comparison")
view = widgets.view()
if all_districts.pick_scope():
    all_districts.show_all(view)
else:
    comparison.show_chosen(view)
    take_away.of_comparison(comparison.chosen_places(view), view)
