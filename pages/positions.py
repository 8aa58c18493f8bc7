"""Stellen: how many posts does each place have, in which state, and where is it written?"""

from kim import queries
from ui import widgets
from ui.figures import positions as figures

widgets.head("positions")
view = widgets.view()
modules = widgets.pick_modules()


def _posts() -> None:
    posts = queries.positions(view, modules, "posts")
    widgets.exhibit("stellen", posts, "positions", view, figures.by_place, "posts")


def _over_time() -> None:
    posts = queries.positions_over_time(view, modules)
    widgets.exhibit("verlauf", posts, "positions", view, figures.over_time)


def _persons() -> None:
    persons = queries.positions(view, modules, "persons")
    widgets.exhibit("personen", persons, "positions", view, figures.by_place, "persons")


widgets.one_of(
    "teil",
    {"positions.posts": _posts, "positions.over_time": _over_time, "positions.persons": _persons},
)
