"""The parts pages are made of: the frame, the exhibits, the evidence."""

from ui.widgets.address import said_above
from ui.widgets.door import watch_door
from ui.widgets.exhibit import below, exhibit, folds, matrix, part
from ui.widgets.filters import filter_line, filters, pick_modules
from ui.widgets.foot import contact, foot, text_of_operator
from ui.widgets.frame import own_among_others, own_place, prepare, view
from ui.widgets.login import actor, login_state
from ui.widgets.page import finding, head
from ui.widgets.panels import folded
from ui.widgets.parties import pick_party
from ui.widgets.places import pick_place
from ui.widgets.reading import one_version
from ui.widgets.subscribing import subscribe, subscribe_to, subscribe_to_theme

__all__ = [
    "actor",
    "below",
    "contact",
    "exhibit",
    "filter_line",
    "filters",
    "finding",
    "folded",
    "folds",
    "foot",
    "head",
    "login_state",
    "matrix",
    "one_version",
    "own_among_others",
    "own_place",
    "part",
    "pick_modules",
    "pick_party",
    "pick_place",
    "prepare",
    "said_above",
    "subscribe",
    "subscribe_to",
    "subscribe_to_theme",
    "text_of_operator",
    "view",
    "watch_door",
]
