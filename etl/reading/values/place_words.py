"""The words of a place's name: written in full and in one spelling, and those that say of what kind it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Flag, auto

from etl.reading.values.names import WORD, normal


class Kind(Flag):
    """What a place is: the Land, a district, an independent city, a municipality of a district."""

    LAND = auto()
    DISTRICT = auto()
    CITY = auto()
    TOWN = auto()


ANY = Kind.LAND | Kind.DISTRICT | Kind.CITY | Kind.TOWN
SPELLING = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
IN_FULL = {
    "kr": "kreis",
    "krs": "kreis",
    "krfr": "kreisfreie",
    "landkreis": "kreis",
    "lk": "kreis",
    "lkr": "kreis",
    "pr": "preussisch",
    "rh": "rhein",
    "rhld": "rheinland",
    "st": "sankt",
    "str": "staedteregion",
    "stadtregion": "staedteregion",
    "staedteregion": "staedteregion",
    "w": "westfalen",
    "westf": "westfalen",
}
SMALL = frozenset(("a", "am", "an", "d", "der", "i", "im", "in"))
ADJECTIVES = frozenset(("alte", "grosse", "mittlere"))
OF_KIND = {
    "land": Kind.LAND,
    "kreis": Kind.DISTRICT,
    "staedteregion": Kind.DISTRICT,
    "kreisfreie": Kind.CITY,
    "sk": Kind.CITY,
    "kreisangehoerige": Kind.TOWN,
    "gemeinde": Kind.TOWN | Kind.CITY,
    "kommune": Kind.TOWN | Kind.CITY,
    "stadt": Kind.TOWN | Kind.CITY,
}
CITY_OF = "stadt"
BRACKET = re.compile(r"(?P<name>.*?) ?\((?P<more>[^()]+)\)")


@dataclass(frozen=True)
class Said:
    """What a text says of a place: the words of its name, and the kinds that it can be of."""

    words: tuple[str, ...]
    kinds: Kind = ANY

    @property
    def joined(self) -> str:
        """The name without blanks and signs, for comparing."""
        return "".join(self.words)


def words(text: str) -> tuple[str, ...]:
    """The words of a name in one spelling, without those that join them."""
    found = WORD.findall(normal(text).translate(SPELLING))
    return tuple(IN_FULL.get(each, each) for each in found if each not in SMALL)


def readings(text: str) -> Iterator[Said]:
    """How a text can be taken: as a name as it stands, then without the words for its kind.

    "Köln, kreisfreie Stadt" and "Köln (kreisfreie Stadt)" are "kreisfreie Stadt Köln".
    """
    said = words(text)
    yield Said(said)
    name, _, behind = _parted(text)
    if behind:
        turned = (*_epithet(behind), *words(name))
        yield Said(turned)
        yield _without_kind(turned)
    yield _without_kind(said)


def bracketed(text: str) -> tuple[str, str]:
    """A text and what stands in brackets behind it; nothing where there are none."""
    found = BRACKET.fullmatch(text)
    return (found["name"], found["more"]) if found else (text, "")


def _parted(text: str) -> tuple[str, str, str]:
    """A name and what is written behind it, after a comma or in brackets."""
    name, more = bracketed(text)
    return (name, "", more) if more else text.partition(",")


def _epithet(behind: str) -> tuple[str, ...]:
    """What is behind a name; "Stadt der FernUniversität" says no more than that it is a town."""
    said = words(behind)
    return (CITY_OF,) if said[:1] == (CITY_OF,) else said


def _without_kind(said: tuple[str, ...]) -> Said:
    """A name without the words for its kind at its ends: "Kreisstadt", "kreisfreie Stadt", "LK"."""
    kinds, left = ANY, list(said)
    for at in (0, -1):
        while len(left) > 1 and (left[at] in ADJECTIVES or _kind(left[at])):
            kinds &= _kind(left.pop(at)) or ANY
    return Said(tuple(left), kinds)


def _kind(word: str) -> Kind | None:
    """Of which kind a place is that is called so beside its name; None for other words."""
    if word.endswith(CITY_OF):
        return OF_KIND[CITY_OF]
    return OF_KIND.get(word)
