"""The places that answer: one itself, its district, the Land."""

from kim import queries
from kim.answers.answer import Level
from kim.answers.telling import Region
from kim.answers.values import KEY_OF_DISTRICT
from kim.facts import records
from kim.regions import LAND


def above_of(place: str) -> dict[Level, str]:
    """The keys of a place, of its district and of the Land; a level that it is itself is left out."""
    if place == LAND:
        return {Level.OWN: place}
    if len(place) > KEY_OF_DISTRICT:
        return {Level.OWN: place, Level.DISTRICT: place[:KEY_OF_DISTRICT], Level.LAND: LAND}
    return {Level.OWN: place, Level.LAND: LAND}


def region(ags: str) -> Region:
    """A place by its key; KeyError for an unknown one."""
    return _regions()[ags]


@queries.remembered
def _regions() -> dict[str, Region]:
    found = records(queries.known_places())
    return {each["ags"]: Region(each["ags"], each["name"], each["kind"]) for each in found}
