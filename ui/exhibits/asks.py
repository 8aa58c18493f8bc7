"""What exhibits ask, and what their drawings need beside the rows."""

from dataclasses import replace
from datetime import date

import pandas as pd

from kim import commitments, coverage, queries
from kim.answers.finding import named_facts
from kim.answers.posts_shown import answering_posts
from kim.answers.searched import searched
from kim.beside import marked_places
from kim.filtered import EVERY_MODULE
from kim.queries import View
from kim.regions import LAND
from kim.view import day_shown, named_places, with_districts
from ui.exhibits.exhibit import Ask

Places = tuple[tuple[str, str], ...]


def only(ask: Ask, column: str, *values: object) -> Ask:
    """Of the rows that are asked those with one of these values in a column."""

    def those(view: View) -> pd.DataFrame:
        rows = ask(view)
        return rows[rows[column].isin(values)]

    return those


def in_unit(unit: str) -> Ask:
    """The posts or the persons, of all modules or of the chosen ones."""
    return lambda view, modules=EVERY_MODULE: queries.positions(view, modules, unit)


def answering(view: View, modules: tuple[str, ...] = EVERY_MODULE) -> pd.DataFrame:
    """The posts that answer how many there are."""
    rows = queries.positions(view, modules, "posts")
    return rows[rows["fact"].isin(answering_posts(view))]


def promised(view: View, party: str = "") -> pd.DataFrame:
    """What was promised, by or to everybody or a party."""
    return commitments.of_party(queries.commitments(view), party)


def places(chosen: View, told: View) -> tuple[Places]:
    """Key and name of the places that are told of."""
    return (marked_places(chosen, told),)


def places_read(chosen: View, told: View) -> tuple[Places, Places]:
    """The places that are told of, and by place how far was looked; nothing for one that is gone."""
    return (marked_places(chosen, told), _read(told))


def amounts_read(chosen: View, told: View) -> tuple[Places, Places, frozenset[int]]:
    """The places that are told of, how far was looked, and the amounts that the page's finding names."""
    return (*places_read(chosen, told), named_facts("funding", chosen))


def core_places(_: View) -> tuple[Places]:
    """By district the name of its core place."""
    names = queries.place_names()
    core = coverage.CORE.items()
    return (tuple((district, names[place]) for district, place in core if place in names),)


def chosen_read(chosen: View, _: View) -> tuple[Places, Places]:
    """The chosen places and the Land, where what is told of others stands with them; how far was looked."""
    shown = replace(chosen, regions=tuple(dict.fromkeys((*chosen.regions, LAND))))
    return places_read(shown, shown)


def day(chosen: View, _: View) -> tuple[date]:
    """The day that is looked at."""
    return (day_shown(chosen),)


def districts_read(chosen: View, _: View) -> tuple[Places, Places, tuple[str, ...]]:
    """The places and their districts, how far was looked for each, and the chosen ones."""
    every = with_districts(chosen)
    return (named_places(every), _read(every), chosen.regions)


def _read(view: View) -> Places:
    return tuple((ags, searched(ags, view).words) for ags in view.regions)
