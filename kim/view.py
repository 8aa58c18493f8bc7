"""What follows from a view: with the Land, with a district, the names of its places, the day it shows."""

from dataclasses import replace
from datetime import date

from kim import german, queries
from kim.queries import View
from kim.regions import LAND

KEY_OF_DISTRICT, KEY_OF_MUNICIPALITY = 5, 8


def with_land(view: View) -> View:
    """The view with the Land beside the chosen places; none chosen stays none."""
    if not view.regions or LAND in view.regions:
        return view
    return replace(view, regions=(LAND, *view.regions))


def with_districts(view: View) -> View:
    """The view with the districts of its municipalities beside the chosen places."""
    districts = (ags[:KEY_OF_DISTRICT] for ags in view.regions)
    return replace(view, regions=tuple(sorted({*view.regions, *districts})))


def with_levels(view: View) -> View:
    """The view with the districts of its municipalities and the Land beside the chosen places."""
    return with_land(with_districts(view))


def own_first(view: View, own: str | None) -> View:
    """The view with the own place (AGS) before the others; one that it does not have changes nothing."""
    if own not in view.regions:
        return view
    return replace(view, regions=(own, *(each for each in view.regions if each != own)))


def named_places(view: View) -> tuple[tuple[str, str], ...]:
    """Key and name of the places of a view, in their fixed order.

    Behind a place stand those that it took the place of, where something is said of them.
    """
    names, gone = queries.place_names(), queries.predecessors(view)
    keys = (
        each for ags in view.regions for each in (ags, *gone.loc[gone["successor"] == ags, "ags"])
    )
    return tuple((ags, names[ags]) for ags in dict.fromkeys(keys))


def day_shown(view: View) -> date:
    """The as-of date, or today in Germany."""
    return view.held_on or german.today()
