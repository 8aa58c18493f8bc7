"""The places that the words of a search name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from kim import queries
from kim.facts import records
from kim.texts import text
from kim.word_forms import spelled

MOST_PLACES = 3
FORM_OF_A_WORD = 1


@dataclass(frozen=True)
class Named:
    """Keys (AGS) of the places, and which words of the search (from 0) are their names."""

    places: tuple[str, ...] = ()
    words: frozenset[int] = frozenset()


def named_places(meant: pd.DataFrame) -> Named:
    """The places of which most words are named; none where many are or only their kind ("Kreis") is.

    `meant`: what queries.found_words gives.
    """
    kinds = frozenset(text("hit.kinds_of_places").split())
    naming: dict[str, set[int]] = defaultdict(set)
    proper = set()
    for each in records(meant[meant["distance"] <= FORM_OF_A_WORD]):
        for place in _places_by_word().get(each["spelled"], ()):
            naming[place].add(int(each["asked"]))
            if each["spelled"] not in kinds:
                proper.add(place)
    most = max((len(naming[place]) for place in proper), default=0)
    found = sorted(place for place in proper if len(naming[place]) == most)
    if not 0 < len(found) <= MOST_PLACES:
        return Named()
    return Named(tuple(found), frozenset[int]().union(*(naming[place] for place in found)))


@queries.remembered
def _places_by_word() -> Mapping[str, frozenset[str]]:
    """The places that there are today by the words of their names."""
    found: dict[str, set[str]] = defaultdict(set)
    known = queries.known_places()
    for each in records(known[known["successor"].isna()]):
        for word in spelled(each["name"]):
            found[word].add(each["ags"])
    return {word: frozenset(places) for word, places in found.items()}
