"""The parts pages are made of: the frame, the exhibits, the evidence."""

from ui.widgets.address import said_above
from ui.widgets.door import watch_door
from ui.widgets.exhibit import exhibit, folded, matrix, one_part_of, part
from ui.widgets.frame import filter_bar, pick_modules, prepare, view
from ui.widgets.login import actor, login_state
from ui.widgets.page import head
from ui.widgets.parties import pick_party
from ui.widgets.places import pick_place
from ui.widgets.reading import one_version

__all__ = [
    "actor",
    "exhibit",
    "filter_bar",
    "folded",
    "head",
    "login_state",
    "matrix",
    "one_part_of",
    "one_version",
    "part",
    "pick_modules",
    "pick_party",
    "pick_place",
    "prepare",
    "said_above",
    "view",
    "watch_door",
]
