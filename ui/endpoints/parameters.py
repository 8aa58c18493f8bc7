"""The parameters of an address: what each may hold, in the words of JSON Schema, and how it is understood."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from starlette.datastructures import QueryParams

from kim import queries
from kim.answers import QUESTIONS, Theme
from kim.regions import region_key
from kim.tables import package
from ui.endpoints.problem import RefusedError
from ui.navigation import NO_MODULE
from ui.texts import text

MOST_PLACES, MOST_PRINTED = 100, 53
MOST_ITEMS, ITEMS_OF_A_PAGE = 1_000, 100
FARTHEST = 100_000_000
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Read = Callable[[str, str], object]


@dataclass(frozen=True)
class Parameter:
    """A parameter: `schema` of one value, `read(name, value)` its meaning or RefusedError.

    `is_list`: it may stand in an address several times, at most `most` times.
    """

    name: str
    schema: Mapping[str, object]
    read: Read
    is_list: bool = False
    most: int = MOST_PLACES
    is_required: bool = False

    @property
    def meaning(self) -> str:
        """What it asks for, in German."""
        return text(f"api.parameter_{self.name}")

    def understood(self, values: Sequence[str]) -> object:
        """What these values mean; RefusedError for what cannot be understood."""
        if not self.is_list and len(values) > 1:
            raise RefusedError(400, "twice", self.name, name=self.name)
        if len(values) > self.most:
            raise RefusedError(400, "too_many", self.name, name=self.name, most=str(self.most))
        read = tuple(dict.fromkeys(self.read(self.name, each) for each in values))
        return read if self.is_list else read[0]


def understood(parameters: Iterable[Parameter], query: QueryParams) -> dict[str, object]:
    """What an address asks for, by name; RefusedError for the first thing that it cannot mean."""
    known = {each.name: each for each in parameters}
    unknown = next((name for name in query if name not in known), None)
    if unknown is not None:
        named = {"name": unknown, "known": ", ".join(known)}
        raise RefusedError(400, "parameter_unknown", unknown[:MOST_PLACES], **named)
    for each in known.values():
        if each.is_required and each.name not in query:
            raise RefusedError(400, "missing", each.name, name=each.name)
    return {name: known[name].understood(query.getlist(name)) for name in dict.fromkeys(query)}


def one_of(name: str, options: Iterable[str], *, is_list: bool = False) -> Parameter:
    """One of these codes."""
    codes = tuple(options)

    def read(name: str, value: str) -> str:
        if value not in codes:
            named = {"name": name, "value": value}
            raise RefusedError(400, "choice_unknown", name, options=", ".join(codes), **named)
        return value

    return Parameter(name, {"type": "string", "enum": list(codes)}, read, is_list)


def number(name: str, least: int, most: int, default: int | None = None) -> Parameter:
    """A whole number within these bounds."""

    def read(name: str, value: str) -> int:
        is_number = value.isascii() and value.isdecimal() and len(value) <= len(str(most))
        if not is_number or not least <= int(value) <= most:
            bounds = {"least": str(least), "most": str(most)}
            raise RefusedError(400, "no_number", name, name=name, value=value, **bounds)
        return int(value)

    schema = {"type": "integer", "minimum": least, "maximum": most}
    return Parameter(name, schema | ({"default": default} if default is not None else {}), read)


def _day(name: str, value: str) -> date:
    named = {"name": name, "value": value, "first": str(EARLIEST), "last": str(LATEST)}
    try:
        found = date.fromisoformat(value) if ISO.fullmatch(value) else None
    except ValueError:
        found = None
    if found is None or not EARLIEST <= found <= LATEST:
        raise RefusedError(400, "no_day", name, **named)
    return found


def _place(name: str, value: str) -> str:
    key = region_key(value)
    heir = _heirs().get(key or "")
    if heir is None:
        raise RefusedError(400, "place_unknown", name, value=value)
    if heir != key:
        raise RefusedError(400, "place_gone", name, value=value, heir=heir)
    return heir


@queries.remembered
def _heirs() -> dict[str, str]:
    """Every place by its key, with the key of the one that took its place, itself where none did."""
    known = queries.known_places()
    heirs = known["successor"].fillna(known["ags"])
    return dict(zip(known["ags"], heirs, strict=True))


def text_of(name: str, most: int) -> Parameter:
    """Words as they stand in the data."""

    def read(name: str, value: str) -> str:
        if not 0 < len(value) <= most:
            raise RefusedError(400, "no_words", name, name=name, most=str(most))
        return value

    return Parameter(name, {"type": "string", "minLength": 1, "maxLength": most}, read)


KEY: Mapping[str, object] = {"type": "string", "pattern": "^05([0-9]{3}([0-9]{3})?)?$"}
PLACE = Parameter("place", KEY, _place, is_list=True)
ONE_PLACE = replace(PLACE, is_list=False, is_required=True)
PRINTED_PLACES = replace(PLACE, is_required=True, most=MOST_PRINTED)
DAY: Mapping[str, object] = {"type": "string", "format": "date"}
HELD_ON, KNOWN_ON = Parameter("held_on", DAY, _day), Parameter("known_on", DAY, _day)
MODULE = one_of("module", (*package().vocabularies["module"], NO_MODULE), is_list=True)
QUESTION = one_of("question", (each.id for each in QUESTIONS), is_list=True)
THEME = one_of("theme", Theme, is_list=True)
PARTY = text_of("party", 200)
FORMAT = one_of("format", ("json", "csv"))
LIMIT = number("limit", 1, MOST_ITEMS, ITEMS_OF_A_PAGE)
OFFSET = number("offset", 0, FARTHEST, 0)
PAGING = (FORMAT, LIMIT, OFFSET)
