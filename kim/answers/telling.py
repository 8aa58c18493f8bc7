"""What a sentence is made from: the place that the statements are about, and what they say."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kim import german_nouns
from kim.answers.answer import Role, Value
from kim.german import in_parentheses, without_parentheses
from kim.german_nouns import Case, listed
from kim.texts import text

MOST_NAMED = 5
MOST_LETTERS_OF_A_NAME = 36
NOT_IN_A_ROW = re.compile(r"\d|,| und ")  # numbers in a row would read as a sum


@dataclass(frozen=True)
class Region:
    """A place by key, name and kind."""

    ags: str
    name: str
    kind: str

    @property
    def where(self) -> str:
        """For example "in Rheine", "im Kreis Coesfeld"."""
        return german_nouns.in_place(self.name, self.kind)

    @property
    def of(self) -> str:
        """For whom something holds: "Rheine", "den Kreis Coesfeld"."""
        return german_nouns.place(self.name, self.kind, Case.ACCUSATIVE)

    @property
    def to(self) -> str:
        """What is said of it is said "zu Rheine", "zum Kreis Coesfeld", "zum Land Nordrhein-Westfalen"."""
        return german_nouns.to_place(self.name, self.kind)

    @property
    def briefly_to(self) -> str:
        """As `to`; the Land without its name."""
        return text("answer.to_the_land") if self.kind == "land" else self.to

    @property
    def with_article(self) -> str:
        """For example "Rheine", "der Kreis Coesfeld"."""
        return german_nouns.place(self.name, self.kind)


@dataclass(frozen=True)
class Telling:
    """The values that answer for a place, and those beside them.

    Briefly: without dates and details. `most`: how many are named before the others are only counted.
    """

    region: Region
    values: tuple[Value, ...]
    beside: tuple[Value, ...] = ()
    is_brief: bool = False
    most: int = MOST_NAMED

    @property
    def where(self) -> str:
        return self.region.where

    @property
    def told(self) -> tuple[Value, ...]:
        """Those that answer; where none does, those beside."""
        return self.values or self.beside

    def with_role(self, *roles: Role) -> tuple[Value, ...]:
        """Those beside the answer for one of these reasons."""
        return tuple(each for each in self.beside if each.role in roles)

    def bracket(self, value: Value, *more: str) -> str:
        """What belongs to a value, in parentheses: " (links der Ems; von uns erschlossen)"."""
        details = () if self.is_brief else value.details
        parts = [each for each in (*more, *value.scope, *details, *value.doubts) if each]
        return f" {in_parentheses('; '.join(parts))}" if parts else ""

    def said(self, value: Value, *more: str) -> str:
        """A value with what belongs to it; a name that ends with parentheses has only those."""
        return bracketed(plain(value), self.bracket(value, *more))

    def listed(self, values: Sequence[Value], say: Callable[[Value], str]) -> str:
        """Several values in a row; what makes all of them unsure is said once, at the end."""
        bare, shared = without_shared_doubts(values)
        return attached(several([say(each) for each in bare], self.most), shared)


def bracketed(words: str, bracket: str) -> str:
    """Words with what belongs to them in parentheses; where they end with such, in these."""
    if bracket and words.endswith(")"):
        return f"{words[:-1]}; {bracket.removeprefix(' (')}"
    return words + bracket


def plain(value: Value) -> str:
    """The words of a value as a sentence takes them, which says by itself what is unsure of it."""
    return value.words if value.number is not None else without_parentheses(value.words)


def without_shared_doubts(values: Sequence[Value]) -> tuple[tuple[Value, ...], str]:
    """Several values without the doubts that all of them share, and these doubts in words."""
    shared = [each for each in values[0].doubts if all(each in one.doubts for one in values)]
    if len(values) == 1 or not shared:
        return tuple(values), ""
    number = "both" if len(values) == 2 else "all"
    return without(values, shared), text(f"answer.{number}", doubts=listed(shared))


def without(values: Sequence[Value], doubts: Sequence[str]) -> tuple[Value, ...]:
    """The values without these doubts."""
    return tuple(
        replace(each, doubts=tuple(doubt for doubt in each.doubts if doubt not in doubts))
        for each in values
    )


def attached(words: str, more: str) -> str:
    """What holds for all of the words, behind them: in parentheses unless these end with such."""
    if not more:
        return words
    return f"{words}, {more}" if words.endswith(")") else f"{words} ({more})"


def several(words: list[str], most: int = MOST_NAMED) -> str:
    """All of them, or the first and how many more: "A, B und 3 weitere"; long ones with semicolons, two with "und"."""
    shown, more = (words[:most], len(words) - most) if len(words) > most + 1 else (words, 0)
    rest = [f"{more} weitere"] if more else []
    if all(len(each) <= MOST_LETTERS_OF_A_NAME and "," not in each for each in shown):
        return listed([*shown, *rest])
    if len(shown) == 2 and not rest and not any(map(NOT_IN_A_ROW.search, shown)):
        return listed(shown)
    return "; ".join(shown) + (f"; und {rest[0]}" if rest else "")
