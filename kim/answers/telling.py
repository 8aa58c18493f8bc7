"""What a sentence is made from: the place that the statements are about, and what they say."""

from dataclasses import dataclass

from kim import german_nouns
from kim.answers.answer import Role, Value
from kim.german_nouns import Case, listed

MOST_NAMED = 4


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
    def with_article(self) -> str:
        """For example "Rheine", "der Kreis Coesfeld"."""
        return german_nouns.place(self.name, self.kind)


@dataclass(frozen=True)
class Telling:
    """The values that answer for a place, and those beside them."""

    region: Region
    values: tuple[Value, ...]
    beside: tuple[Value, ...] = ()

    @property
    def where(self) -> str:
        return self.region.where

    def with_role(self, *roles: Role) -> tuple[Value, ...]:
        """Those beside the answer for one of these reasons."""
        return tuple(each for each in self.beside if each.role in roles)


def said(value: Value, *more: str) -> str:
    """A value with what belongs to it in parentheses: "Caritasverband Rheine (links der Ems)"."""
    details = [each for each in (*more, *value.details, *value.doubts) if each]
    return f"{value.words} ({'; '.join(details)})" if details else value.words


def several(words: list[str]) -> str:
    """All of them, or the first four and how many more: "A; B; C; D; und 3 weitere"."""
    shown, more = words[:MOST_NAMED], len(words) - MOST_NAMED
    if more <= 0:
        return listed(shown) if all("," not in each for each in shown) else "; ".join(shown)
    return f"{'; '.join(shown)}; und {more} {'weitere' if more > 1 else 'weiteres'}"
