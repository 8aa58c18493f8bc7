"""The parts pages are made of: the frame, the exhibits, the evidence."""

from ui.widgets.door import watch_door
from ui.widgets.exhibit import exhibit, matrix
from ui.widgets.frame import filter_bar, pick_modules, prepare, view
from ui.widgets.login import actor, login_state
from ui.widgets.page import day_shown, head
from ui.widgets.panels import one_of
from ui.widgets.places import named_places, pick_place, with_district, with_land
from ui.widgets.reading import one_version

__all__ = [
    "actor",
    "day_shown",
    "exhibit",
    "filter_bar",
    "head",
    "login_state",
    "matrix",
    "named_places",
    "one_of",
    "one_version",
    "pick_modules",
    "pick_place",
    "prepare",
    "view",
    "watch_door",
    "with_district",
    "with_land",
]
