"""What an address is: its parameters, what it gives as JSON and as CSV; and what a client asked of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import cast

from kim import queries
from kim.queries import View
from ui.endpoints.parameters import ITEMS_OF_A_PAGE, Parameter
from ui.navigation import NO_MODULE
from ui.texts import text

Item = Mapping[str, object]
Schema = Mapping[str, object]


@dataclass(frozen=True)
class Asked:
    """What a client asked for, by parameter, understood."""

    chosen: Mapping[str, object]

    @property
    def held_on(self) -> date | None:
        return cast("date | None", self.chosen.get("held_on"))

    @property
    def known_on(self) -> date | None:
        return cast("date | None", self.chosen.get("known_on"))

    @property
    def is_csv(self) -> bool:
        return self.chosen.get("format") == "csv"

    @property
    def limit(self) -> int | None:
        """How many items at most; None for all, which is what a CSV file has."""
        return cast(
            "int | None", self.chosen.get("limit", None if self.is_csv else ITEMS_OF_A_PAGE)
        )

    @property
    def offset(self) -> int:
        return cast("int", self.chosen.get("offset", 0))

    def several(self, name: str) -> tuple[str, ...]:
        """The values of a parameter that may be there several times; none where it is not there."""
        return cast("tuple[str, ...]", self.chosen.get(name, ()))

    def one(self, name: str) -> str:
        """The value of a parameter, empty where it is not there."""
        return cast("str", self.chosen.get(name, ""))

    @property
    def modules(self) -> tuple[str, ...]:
        """The chosen modules, "" for statements that name none."""
        return tuple("" if each == NO_MODULE else each for each in self.several("module"))

    def view(self, places: Sequence[str]) -> View:
        """These places on the days asked for."""
        return View(tuple(places), self.held_on, self.known_on)

    @property
    def places(self) -> tuple[str, ...]:
        """The places asked for, every place where none is named."""
        return self.several("place") or tuple(queries.place_names())


class Tag(Enum):
    """What an address is for, as the description groups them."""

    ANSWERS = "answers"
    FACTS = "facts"
    REFERENCE = "reference"
    TAKE_AWAY = "take_away"
    FOLLOW = "follow"
    EMBED = "embed"
    CATALOGUE = "catalogue"
    SERVICE = "service"

    @property
    def lead(self) -> str:
        """What its addresses give, in a German sentence."""
        return text(f"api.tag_{self.value}")


@dataclass(frozen=True)
class Endpoint:
    """An address that gives a list.

    `items`: what the JSON page holds, and one more where there is a further page. `lines`: the lines of
    the CSV file. `schema` of one item; `title` in German.
    """

    name: str
    path: str
    tag: Tag
    title: str
    parameters: tuple[Parameter, ...]
    items: Callable[[Asked], Sequence[Item]]
    lines: Callable[[Asked], Iterator[str]]
    schema: Schema = field(hash=False)

    @property
    def lead(self) -> str:
        """What it gives, in a German sentence."""
        return text(f"api.lead_{self.name.partition('_')[0]}")
