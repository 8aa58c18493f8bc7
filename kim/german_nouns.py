"""Names of places and bodies in a German sentence: their article, their case."""

from dataclasses import dataclass
from enum import StrEnum

WHOLE_HEADS = {
    "Stadt": "f", "Gemeinde": "f", "Land": "n", "Kreis": "m", "Rat": "m", "Caritas": "f",
    "Diakonie": "f", "DRK": "n", "AWO": "f", "Parität": "f", "Verwaltung": "f", "Leitung": "f",
    "Kommunen": "p", "Städte": "p", "Gemeinden": "p",
}  # fmt: skip
ENDS_OF_HEADS = {
    "kreis": "m", "verband": "m", "rat": "m", "ausschuss": "m", "tag": "m", "region": "f",
    "behörde": "f", "verwaltung": "f", "gruppe": "f", "stelle": "f", "pflege": "f", "hilfe": "f",
    "leitung": "f", "diakonie": "f", "amt": "n", "zentrum": "n", "werk": "n", "ministerium": "n",
    "präsidium": "n", "gemeinde": "f", "fraktion": "f",
}  # fmt: skip
ADJECTIVES = ("es", "er", "e")
COMMON = ("kreisangehörig", "koordinierend")
CONTRACTED = {
    "in dem": "im", "bei dem": "beim", "von dem": "vom", "zu dem": "zum", "zu der": "zur",
}  # fmt: skip
PLACES_WITH_ARTICLE = ("land", "district")


class Case(StrEnum):
    """The case of a noun."""

    NOMINATIVE = "nominative"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"


ARTICLES = {
    Case.NOMINATIVE: {"m": "der", "f": "die", "n": "das", "p": "die"},
    Case.DATIVE: {"m": "dem", "f": "der", "n": "dem", "p": "den"},
    Case.ACCUSATIVE: {"m": "den", "f": "die", "n": "das", "p": "die"},
}
UNCHANGED = {(Case.NOMINATIVE, each) for each in "mfn"} | {(Case.ACCUSATIVE, each) for each in "fn"}


@dataclass(frozen=True)
class Noun:
    """A name whose head noun is known: its gender ("m", "f", "n" or "p" for plural)."""

    words: tuple[str, ...]
    gender: str
    has_adjective: bool

    def declined(self, case: Case) -> str:
        """With its article: "der Kreis Steinfurt", "dem Märkischen Kreis"."""
        first, *rest = self.words
        if self.has_adjective:
            first = _stem(first) + ("e" if (case, self.gender) in UNCHANGED else "en")
        if self.gender == "p" and case is Case.DATIVE:
            at = 1 if self.has_adjective else 0
            named = [first, *rest]
            named[at] += "" if named[at].endswith("n") else "n"
            first, *rest = named
        return " ".join((ARTICLES[case][self.gender], first, *rest))


def named(name: str, case: Case = Case.NOMINATIVE) -> str:
    """A body, organisation or district with its article; the bare name where none is known to fit."""
    noun = _noun(name)
    return noun.declined(case) if noun else name


def is_plural(name: str) -> bool:
    """Whether a verb after this name stands in the plural."""
    noun = _noun(name)
    return noun is not None and noun.gender == "p"


def after(preposition: str, name: str, case: Case = Case.DATIVE) -> str:
    """A name behind "in", "bei", "von", "zu" ...: "beim Kreis Coesfeld", "von Lernen fördern e. V."."""
    words = f"{preposition} {named(name, case)}"
    for long, short in CONTRACTED.items():
        if words.startswith(f"{long} "):
            return short + words.removeprefix(long)
    return words


def place(name: str, kind: str, case: Case = Case.NOMINATIVE) -> str:
    """A place of this kind: "Rheine", "der Kreis Coesfeld", "das Land Nordrhein-Westfalen"."""
    if kind == "land":
        return named(f"Land {name}", case)
    return named(name, case) if kind == "district" else name


def in_place(name: str, kind: str) -> str:
    """Where: "in Rheine", "im Kreis Coesfeld", "in der Städteregion Aachen", "in Nordrhein-Westfalen"."""
    return after("in", name) if kind == "district" else f"in {name}"


def listed(words: list[str], joint: str = "und") -> str:
    """Several in a row: "A, B und C"."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


def opening(words: str) -> str:
    """The words as a sentence begins with them."""
    return words[:1].upper() + words[1:]


def _noun(name: str) -> Noun | None:
    words = tuple(name.split())
    if gender := _gender(words[0]):
        return Noun(words, gender, has_adjective=False)
    if len(words) > 1 and words[0].endswith(ADJECTIVES) and (gender := _gender(words[1])):
        first = words[0].lower() if words[0].lower().startswith(COMMON) else words[0]
        return Noun((first, *words[1:]), gender, has_adjective=True)
    return None


def _gender(word: str) -> str:
    if word in WHOLE_HEADS:
        return WHOLE_HEADS[word]
    lower = word.casefold()
    return next((each for end, each in ENDS_OF_HEADS.items() if lower.endswith(end)), "")


def _stem(adjective: str) -> str:
    end = next(each for each in ADJECTIVES if adjective.endswith(each))
    return adjective.removesuffix(end)
