"""Which place a cell means: by its key in any form, or by what it is called in registers and on our screens."""

import re
from collections.abc import Iterable, Iterator, Mapping

from etl.reading.outcome import Lexicon
from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Interpret, Raw, ReadCell, sign
from etl.reading.values.names import (
    MOST_CHARACTERS,
    MOST_SUGGESTIONS,
    key_text,
    slips,
)
from etl.reading.values.numbers import SCIENTIFIC
from etl.reading.values.place_words import OF_KIND, Kind, Said, bracketed, readings, words
from etl.reading.values.sums import is_sum
from kim.findings import FindingKind
from kim.regions import LAND, LENGTH_OF_REGIONAL_KEY, region_key

SPACED_DIGITS = re.compile("[0-9](?:[ .\u00a0\u202f]?[0-9])*")
LAND_NAMES = ("NRW", "Nordrhein-Westfalen")
DISTRICT_LENGTH, TOWN_LENGTH = 5, 8
WITH_ALL = re.compile(r"(einschl|einschließlich|inkl|inklusive|mit)\b", re.IGNORECASE)
UNTIL = re.compile(r"bis [0-9]")
MOST_NAMED = 4
IN_SHORT = {
    "hochsauerlandkr": "hochsauerlandkreis",
    "mindenluebb": "minden luebbecke",
    "moenchengl": "moenchengladbach",
    "oberbergkreis": "oberbergischer kreis",
    "siegenwittg": "siegen wittgenstein",
    "rheinbergkreis": "rheinisch bergischer kreis",
    "hsk": "hochsauerlandkreis",
    "en": "ennepe ruhr",
    "mk": "maerkischer kreis",
    "obk": "oberbergischer kreis",
    "rbk": "rheinisch bergischer kreis",
    "rek": "rhein erft kreis",
    "rkn": "rhein kreis neuss",
    "rsk": "rhein sieg kreis",
}
SUFFIX = "kreis"


class Places:
    """The regions by all that they are called.

    A place that is gone is meant only where the text says until when it was; else the one that came
    after may be meant as well.
    """

    def __init__(self, regions: Mapping[str, str], successors: Mapping[str, str]) -> None:
        self.regions = regions
        self._successors = successors
        self._kinds = {key: _kind(key, name) for key, name in regions.items()}
        self._called: dict[str, set[str]] = {}
        self._spelt: dict[str, set[str]] = {}
        self._left = MOST_SUGGESTIONS
        for key, name in regions.items():
            for said in self._names(key, _dated(name)[0]):
                self._called.setdefault("".join(said), set()).add(key)
                self._spelt.setdefault(" ".join(said), set()).add(key)

    def keys(self, text: str) -> list[str]:
        """The keys of the places that the text may mean."""
        text, is_dated = _dated(text)
        name, within = self._placed(text)
        for said in readings(name):
            found = [key for key in self._meant(said) if not within or key in within]
            if is_dated:
                found = [key for key in found if key in self._successors]
            elif found:
                found += [self._successors[key] for key in found if key in self._successors]
            if found:
                return _in_order(found)
        return []

    def near(self, text: str) -> list[str]:
        """The keys of the places whose names are most like the text, without the words for their kind.

        A text that says of what kind it is, district or town, is never one of the other kind.
        """
        *_, said = readings(self._placed(text)[0])
        spelt = " ".join(said.words)
        if spelt in OF_KIND or not spelt or self._left <= 0 or len(text) > MOST_CHARACTERS:
            return []
        self._left -= 1
        longer = [each for each in self._spelt if each.startswith(f"{spelt} ")]
        meant = [spelt] if spelt in self._spelt else longer or slips(spelt, self._spelt)
        found = (key for each in meant for key in self._spelt[each])
        return _in_order(key for key in found if self._kinds[key] & said.kinds)[:MOST_NAMED]

    def said(self, keys: Iterable[str]) -> str:
        """The places with name and key, in German."""
        return " oder ".join(f"{self.regions[key]} ({key})" for key in keys)

    def _meant(self, said: Said) -> list[str]:
        """The places of this name and kind; one that is gone only where just its kind is told."""
        named = IN_SHORT.get(said.joined, said.joined).replace(" ", "")
        found = (key for key in self._called.get(named, ()) if self._kinds[key] & said.kinds)
        return [
            key
            for key in found
            if key not in self._successors
            or said.kinds is self._kinds[key]
            or self._is_in_full(key, named)
        ]

    def _is_in_full(self, key: str, named: str) -> bool:
        return "".join(words(_dated(self.regions[key])[0])) == named

    def _placed(self, text: str) -> tuple[str, set[str]]:
        """A name without what is added to it, and the places among which it is said to be.

        Added are its key, its district or the Land, in brackets or after a comma.
        """
        name, more = bracketed(text)
        if WITH_ALL.match(more):
            return name, set()
        if key := region_key(more):
            return name, {key}
        front, _, behind = text.rpartition(",")
        for part, added in ((name, more), (front, behind)):
            if part and added and (within := self._within(added)):
                return part, within
        return text, set()

    def _within(self, district: str) -> set[str]:
        """The towns of a district that is named in full, or the independent city of that name."""
        named = "".join(words(district))
        found = {key for key in self._called.get(named, ()) if self._is_in_full(key, named)}
        cities = {key for key in found if self._kinds[key] is Kind.CITY}
        return cities | {
            key
            for key, kind in self._kinds.items()
            if kind is Kind.TOWN and key[:DISTRICT_LENGTH] in found
        }

    def _names(self, key: str, name: str) -> Iterator[tuple[str, ...]]:
        """How a place is called; a district also without the word for its kind."""
        if key == LAND:
            yield from map(words, LAND_NAMES)
        said = words(name)
        yield said
        for reading in readings(name):
            yield reading.words
        if self._kinds[key] is Kind.DISTRICT:
            yield tuple(each for word in said if (each := word.removesuffix(SUFFIX)))
            if said[1:-1] == (SUFFIX,):
                yield said[2:]


def _kind(key: str, name: str) -> Kind:
    if key == LAND:
        return Kind.LAND
    if len(key) == TOWN_LENGTH:
        return Kind.TOWN
    named = words(_dated(name)[0])
    is_district = any(each.endswith((SUFFIX, "region")) for each in named)
    return Kind.DISTRICT if is_district else Kind.CITY


def _dated(text: str) -> tuple[str, bool]:
    """A name without the day until which there was such a place, and whether it has one."""
    name, more = bracketed(text)
    return (name, True) if UNTIL.match(more) else (text, False)


def _in_order(keys: Iterable[str]) -> list[str]:
    """Towns before districts, each by key."""
    return sorted(dict.fromkeys(keys), key=lambda key: (-len(key), key))


def region(lexicon: Lexicon) -> Interpret:
    """A key in any of its forms, or what the place is called."""
    places = Places(lexicon.regions, lexicon.successors)

    def interpret(raw: Raw) -> ReadCell | str:
        text = key_text(raw)
        if SPACED_DIGITS.fullmatch(text):
            return _key(text, lexicon.regions)
        return sign(text) or _named(text, places)

    return interpret


def own_key(lexicon: Lexicon) -> Interpret:
    """The key of a place in the list of places itself: one with needless zeros would be another row."""

    def interpret(raw: Raw) -> ReadCell | str:
        text = key_text(raw)
        if not SPACED_DIGITS.fullmatch(text):
            return sign(text) or text
        number = _digits(text)
        key = region_key(number)
        if key and len(key) < min(len(number), TOWN_LENGTH):
            return ReadCell(text, finding=FindingKind.AGS_FORM)
        return _key(text, lexicon.regions)

    return interpret


def _key(text: str, regions: Mapping[str, str]) -> ReadCell | str:
    number = _digits(text)
    key = region_key(number)
    has_zero = number.startswith("0")
    if not key or (not has_zero and key not in regions):
        return ReadCell(text, finding=FindingKind.AGS)
    if key == text:
        return key
    if not has_zero:
        return ReadCell(key, repair=RepairKind.REGION_ZERO)
    is_long = len(number) == LENGTH_OF_REGIONAL_KEY
    return ReadCell(key, repair=RepairKind.REGION_LONG if is_long else RepairKind.REGION_WRITTEN)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _named(text: str, places: Places) -> ReadCell:
    match places.keys(text):
        case [one]:
            return ReadCell(one, repair=RepairKind.REGION_NAME)
        case [_, *_] as several:
            return ReadCell(text, finding=FindingKind.PLACE_TWOFOLD, expected=places.said(several))
    if SCIENTIFIC.fullmatch(text):
        return ReadCell(text, finding=FindingKind.KEY_ROUNDED)
    if is_sum(text):
        return ReadCell(text, finding=FindingKind.SUM_BETWEEN)
    if near := places.near(text):
        meant = " oder ".join(f"„{places.regions[key]}“ ({key})" for key in near)
        return ReadCell(text, finding=FindingKind.PLACE_UNKNOWN, expected=meant)
    return ReadCell(text, finding=FindingKind.AGS)
