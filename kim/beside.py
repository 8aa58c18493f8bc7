"""What stands beside the chosen places: the districts of chosen municipalities, named as such."""

import pandas as pd

from kim.queries import View, place_names
from kim.texts import text
from kim.view import named_places, with_districts


def districts_beside(view: View) -> tuple[str, ...]:
    """The keys of the districts that nobody chose and in which chosen municipalities lie."""
    return tuple(ags for ags in with_districts(view).regions if ags not in view.regions)


def marked_places(chosen: View, told: View) -> tuple[tuple[str, str], ...]:
    """Key and name of the places that are told of, in their order; a district that nobody chose says so."""
    beside = districts_beside(chosen)
    return tuple(
        (ags, _marked(name) if ags in beside else name) for ags, name in named_places(told)
    )


def marked_rows(rows: pd.DataFrame, chosen: View) -> pd.DataFrame:
    """The rows; in their column `place` a district that nobody chose says so."""
    beside, names = districts_beside(chosen), place_names()
    is_beside = rows["region"].isin(beside)
    if not is_beside.any():
        return rows
    marked = {ags: _marked(names[ags]) for ags in beside}
    return rows.assign(place=rows["region"].map(marked).where(is_beside, rows["place"]))


def _marked(name: str) -> str:
    return text("exhibit.of_district", place=name)
