"""What a place is called: its name in the register, and how people write that it is a town or a district."""

import re
from collections.abc import Iterable, Iterator, Mapping

from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Interpret, Raw, ReadCell, sign
from etl.reading.values.names import (
    MOST_CHARACTERS,
    MOST_SUGGESTIONS,
    WORD,
    Names,
    key_text,
    normal,
    slips,
)
from kim.findings import FindingKind

SPACED_DIGITS = re.compile("[0-9](?:[ .\u00a0\u202f]?[0-9])*")
KEY_LENGTHS = {2, 5, 8}
LOST_ZERO = {1, 4, 7}
REGIONAL_KEY = 12
LAND = "05"
LAND_NAMES = ("NRW", "Land NRW", "Nordrhein-Westfalen", "Land Nordrhein-Westfalen")
DISTRICT_LENGTH, TOWN_LENGTH = 5, 8
OF_A_CITY = "000"
DISTRICT = "Kreis "
OF_DISTRICTS = frozenset(("kreis", "landkreis", "lk", "städteregion", "staedteregion"))
OF_TOWNS = frozenset(("stadt", "gemeinde", "kreisstadt", "hansestadt", "landeshauptstadt"))
LABEL = re.compile(r"(?P<name>.+?) ?\((?P<within>[^()]+)\)")
MOST_NAMED = 4


class Places:
    """The regions by all that they are called.

    An independent city stands twice in the register, with five digits and with eight: it is the
    one with five.
    """

    def __init__(self, regions: Mapping[str, str]) -> None:
        self.regions = regions
        self._names = Names(regions)
        self._called: dict[str, set[str]] = {}
        self._bare: dict[str, list[str]] = {}
        self._left = MOST_SUGGESTIONS
        for key, name in regions.items():
            self._bare.setdefault(_bare(name), []).append(key)
            for words in self._words(key, name):
                self._called.setdefault(normal(words), set()).add(key)

    def keys(self, text: str) -> list[str]:
        """The keys of the places that the text may mean."""
        found = [*self._names.keys(text), *self._called.get(normal(text), ())]
        return self._bodies(found or self._labelled(text))

    def near(self, text: str) -> list[str]:
        """The keys of the places whose names, without the word for their kind, are most like the text.

        A text that says of what kind it is, district or town, is never one of the other kind.
        """
        bare = _bare(text)
        if not bare or self._left <= 0 or len(text) > MOST_CHARACTERS:
            return []
        self._left -= 1
        meant = (
            [bare] if bare in self._bare else self._beginning_with(bare) or slips(bare, self._bare)
        )
        found = [key for words in meant for key in self._bare[words] if self._can_be(text, key)]
        return self._bodies(found)[:MOST_NAMED]

    def said(self, keys: list[str]) -> str:
        """The places with name and key, in German."""
        return " oder ".join(f"{self.regions[key]} ({key})" for key in keys)

    def _labelled(self, text: str) -> list[str]:
        """The town in "Rheine (Kreis Steinfurt)", as our own screens write it."""
        if not (found := LABEL.fullmatch(text)):
            return []
        within = set(self._names.keys(found["within"]))
        return [key for key in self._names.keys(found["name"]) if key[:DISTRICT_LENGTH] in within]

    def _beginning_with(self, bare: str) -> list[str]:
        """The names that go on behind the text: "halle westf" for "halle"."""
        return [each for each in self._bare if each.startswith(f"{bare} ")]

    def _can_be(self, text: str, key: str) -> bool:
        """Whether a text that says "Kreis" or "Stadt" can mean this place."""
        words = set(WORD.findall(normal(LABEL.sub(r"\g<name>", text))))
        is_district = len(key) == DISTRICT_LENGTH and not self._is_city(key)
        if words & OF_DISTRICTS:
            return is_district
        return not (words & OF_TOWNS and is_district)

    def _is_city(self, key: str) -> bool:
        """Whether five digits are those of an independent city."""
        return f"{key}{OF_A_CITY}" in self.regions

    def _bodies(self, keys: Iterable[str]) -> list[str]:
        bodies = dict.fromkeys(self._city(key) or key for key in keys)
        return sorted(bodies, key=len, reverse=True)

    def _city(self, key: str) -> str:
        """The five digits of an independent city, for its eight; empty for all else."""
        city = key.removesuffix(OF_A_CITY)
        is_twice = len(key) == TOWN_LENGTH and len(city) == DISTRICT_LENGTH
        return city if is_twice and self.regions.get(city) == self.regions[key] else ""

    def _words(self, key: str, name: str) -> Iterator[str]:
        """How a place is called beside its name; a district also as the town that it is called after."""
        if key == LAND:
            yield from LAND_NAMES
        elif len(key) == TOWN_LENGTH:
            yield from (f"Stadt {name}", f"{name}, Stadt", f"Gemeinde {name}")
            if self._city(key):
                yield f"Kreisfreie Stadt {name}"
        elif len(key) == DISTRICT_LENGTH and not self._is_city(key):
            own = name.removeprefix(DISTRICT)
            yield from (f"Kreis {own}", f"Landkreis {own}")
            if self._names.keys(town := name.partition(" ")[2]):
                yield town


def _bare(name: str) -> str:
    """The words of a name without those for its kind and without the district behind it."""
    words = WORD.findall(normal(LABEL.sub(_without_district, name)))
    return " ".join(each for each in words if each not in OF_DISTRICTS | OF_TOWNS)


def _without_district(label: re.Match[str]) -> str:
    is_district = not OF_DISTRICTS.isdisjoint(WORD.findall(normal(label["within"])))
    return label["name"] if is_district else label[0]


def region(regions: Mapping[str, str]) -> Interpret:
    """A key, also one that Excel has robbed of its zero, or what the place is called."""
    places = Places(regions)

    def interpret(raw: Raw) -> ReadCell | str:
        text = key_text(raw)
        if SPACED_DIGITS.fullmatch(text):
            return _key(text, regions)
        return sign(text) or _named(text, places)

    return interpret


def _key(text: str, regions: Mapping[str, str]) -> ReadCell | str:
    number = "".join(filter(str.isdigit, text))
    if len(number) in LOST_ZERO and f"0{number}" in regions:
        return ReadCell(f"0{number}", repair=RepairKind.REGION_ZERO)
    if len(number) == REGIONAL_KEY and (short := number[:5] + number[9:]) in regions:
        return ReadCell(short, repair=RepairKind.REGION_LONG)
    if not (number.startswith("05") and len(number) in KEY_LENGTHS):
        return ReadCell(text, finding=FindingKind.AGS)
    return number if number == text else ReadCell(number, repair=RepairKind.REGION_WRITTEN)


def _named(text: str, places: Places) -> ReadCell:
    match places.keys(text):
        case [one]:
            return ReadCell(one, repair=RepairKind.REGION_NAME)
        case [_, *_] as several:
            return ReadCell(text, finding=FindingKind.PLACE_TWOFOLD, expected=places.said(several))
    if near := places.near(text):
        meant = " oder ".join(f"„{places.regions[key]}“ ({key})" for key in near)
        return ReadCell(text, finding=FindingKind.PLACE_UNKNOWN, expected=meant)
    return ReadCell(text, finding=FindingKind.AGS)
