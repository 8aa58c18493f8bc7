"""What a place is called: its name in the register, and how people write that it is a town or a district."""

import re
from collections.abc import Iterator, Mapping

from etl.reading.cells import Cell, Interpret, Raw, sign
from etl.reading.names import Names, key_text, normal

SPACED_DIGITS = re.compile("[0-9](?:[ .\u00a0\u202f]?[0-9])*")
KEY_LENGTHS = {2, 5, 8}
LOST_ZERO = {1, 4, 7}
REGIONAL_KEY = 12
LAND = "05"
LAND_NAMES = ("NRW", "Land NRW", "Nordrhein-Westfalen", "Land Nordrhein-Westfalen")
DISTRICT_LENGTH, TOWN_LENGTH = 5, 8
OF_A_CITY = "000"
DISTRICT = "Kreis "


class Places:
    """The regions by all that they are called.

    An independent city stands twice in the register, with five digits and with eight: it is the
    one with five.
    """

    def __init__(self, regions: Mapping[str, str]) -> None:
        self.regions = regions
        self._names = Names(regions)
        self._called: dict[str, set[str]] = {}
        for key, name in regions.items():
            for words in self._words(key, name):
                self._called.setdefault(normal(words), set()).add(key)

    def keys(self, text: str) -> list[str]:
        """The keys of the places that the text may mean."""
        return self._bodies([*self._names.keys(text), *self._called.get(normal(text), ())])

    def near(self, text: str) -> list[str]:
        """The keys of the name that is most like the text."""
        return self._bodies(self._names.near(text))

    def said(self, keys: list[str]) -> str:
        """The places with name and key, in German."""
        return " oder ".join(f"{self.regions[key]} ({key})" for key in keys)

    def _bodies(self, keys: list[str]) -> list[str]:
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
        elif len(key) == DISTRICT_LENGTH and f"{key}{OF_A_CITY}" not in self.regions:
            own = name.removeprefix(DISTRICT)
            yield from (f"Kreis {own}", f"Landkreis {own}")
            if self._names.keys(town := name.partition(" ")[2]):
                yield town


def region(regions: Mapping[str, str]) -> Interpret:
    """A key, also one that Excel has robbed of its zero, or what the place is called."""
    places = Places(regions)

    def interpret(raw: Raw) -> Cell | str:
        text = key_text(raw)
        if SPACED_DIGITS.fullmatch(text):
            return _key(text, regions)
        return sign(text) or _named(text, places)

    return interpret


def _key(text: str, regions: Mapping[str, str]) -> Cell | str:
    number = "".join(filter(str.isdigit, text))
    if len(number) in LOST_ZERO and f"0{number}" in regions:
        return Cell(f"0{number}", repair="region_zero")
    if len(number) == REGIONAL_KEY and (short := number[:5] + number[9:]) in regions:
        return Cell(short, repair="region_long")
    if not (number.startswith("05") and len(number) in KEY_LENGTHS):
        return Cell(text, finding="ags")
    return number if number == text else Cell(number, repair="region_written")


def _named(text: str, places: Places) -> Cell:
    match places.keys(text):
        case [one]:
            return Cell(one, repair="region_name")
        case [_, *_] as several:
            return Cell(text, finding="place_twofold", expected=places.said(several))
    if near := places.near(text):
        meant = f"„{places.regions[near[0]]}“ ({', '.join(near)})"
        return Cell(text, finding="place_unknown", expected=meant)
    return Cell(text, finding="ags")
