"""Names of places and bodies in a German sentence: their article, their case."""

import re
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import combining, normalize

WHOLE_HEADS = {
    "Stadt": "f", "Gemeinde": "f", "Land": "n", "Kreis": "m", "Rat": "m", "Caritas": "f",
    "Diakonie": "f", "DRK": "n", "AWO": "f", "Parität": "f", "Verwaltung": "f", "Leitung": "f",
    "Kommunen": "p", "Städte": "p", "Gemeinden": "p", "AG": "f",
}  # fmt: skip
ABBREVIATIONS = ("DRK", "AWO")
ENDS_OF_HEADS = {
    "kreis": "m", "verband": "m", "rat": "m", "ausschuss": "m", "tag": "m", "region": "f",
    "behörde": "f", "verwaltung": "f", "gruppe": "f", "stelle": "f", "pflege": "f", "hilfe": "f",
    "leitung": "f", "diakonie": "f", "amt": "n", "zentrum": "n", "werk": "n", "ministerium": "n",
    "präsidium": "n", "gemeinde": "f", "fraktion": "f", "gruppen": "p", "treffen": "n",
}  # fmt: skip
ENDS_OF_ADJECTIVES = {"m": "er", "n": "es", "f": "e", "p": "e"}
COMMON = ("kreisangehörig", "koordinierend", "kreisweit", "regional")
CONTRACTED = {
    "in dem": "im", "bei dem": "beim", "von dem": "vom", "zu dem": "zum", "zu der": "zur",
}  # fmt: skip
NO_NOUNS = re.compile(
    """
    abgestimmtes|alle|als|am|an|andere|anderweitig|aus|ausländische|bessere|der|die|das|direkte
    |doppelte|drei|eigene|eigener|einzelne|enger|er|erschwerte|erste|es|fördert|freie|freiwilliger
    |für|gefördert|gemeinsames|genauen|generative|größere|gut|herausfinden|höherer|ja|jede|kein|keine
    |klären|kreisweite|kreisweites|künftig|mehr|mit|mögliche|nach|neben|nein|neu|niemanden|passende
    |rechnerischer|regionale|regionales|sich|sie|stark|strategische|strategisches|systematische
    |unterstützend|verbindliches|verlässliche|viele|vier|volle|vom|weiter|wissenschaftliche|zu
    |zuständig|zusätzliche|über
    """,
    re.IGNORECASE | re.VERBOSE,
)


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
            stem = first.removesuffix(ENDS_OF_ADJECTIVES[self.gender])
            first = stem + ("e" if (case, self.gender) in UNCHANGED else "en")
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
    return _contracted(f"{preposition} {named(name, case)}")


def _contracted(words: str) -> str:
    for long, short in CONTRACTED.items():
        if words.startswith(f"{long} "):
            return short + words.removeprefix(long)
    return words


def place(name: str, kind: str, case: Case = Case.NOMINATIVE) -> str:
    """A place of this kind: "Rheine", "der Kreis Coesfeld", "das Land Nordrhein-Westfalen"."""
    if kind == "land":
        return named(f"Land {name}", case)
    return named(name, case) if kind == "district" else name


def to_place(name: str, kind: str) -> str:
    """Of what something is said: "zu Rheine", "zum Kreis Coesfeld", "zum Land Nordrhein-Westfalen"."""
    return _contracted(f"zu {place(name, kind, Case.DATIVE)}")


def in_place(name: str, kind: str) -> str:
    """Where: "in Rheine", "im Kreis Coesfeld", "in der Städteregion Aachen", "in Nordrhein-Westfalen"."""
    return after("in", name) if kind == "district" else f"in {name}"


def administrations(town: str) -> tuple[str, str, str]:
    """What the administration of a town may be called: "Rheine", "Stadt Rheine", "Gemeinde Rheine"."""
    return town, f"Stadt {town}", f"Gemeinde {town}"


def listed(words: list[str], joint: str = "und") -> str:
    """Several in a row: "A, B und C"; empty for none."""
    *first, last = words or [""]
    return f"{', '.join(first)} {joint} {last}" if first else last


def opening(words: str) -> str:
    """The words as a sentence begins with them."""
    return words[:1].upper() + words[1:]


def in_order(name: str) -> str:
    """By what the names of places are sorted: "Kreis" in front does not count, "ö" is "o"."""
    spelled = normalize("NFKD", name.removeprefix("Kreis ").casefold())
    return "".join(each for each in spelled if not combining(each))


def inside(label: str) -> str:
    """A label as it stands within a sentence: "Neu Eingewanderte" as "neu Eingewanderte"."""
    bare = label.lstrip("(")
    first, second = [*bare.split()[:2], "", ""][:2]
    is_adjective = second == "Menschen" and first.endswith("e")
    if not (is_adjective or NO_NOUNS.fullmatch(first.rstrip(",:;"))):
        return label
    return label[: -len(bare)] + bare[:1].lower() + bare[1:]


def _noun(name: str) -> Noun | None:
    words = tuple(name.split())
    first, second = _gender(words[0]), _gender(words[1]) if len(words) > 1 else ""
    if first and not (second and words[0] in ABBREVIATIONS):
        return Noun(words, first, has_adjective=False)
    if not second:
        return None
    if not words[0].endswith(ENDS_OF_ADJECTIVES[second]):
        is_beside = words[0] in ABBREVIATIONS or words[0].endswith("er")
        return Noun(words, second, has_adjective=False) if is_beside else None
    adjective = words[0].lower() if words[0].lower().startswith(COMMON) else words[0]
    return Noun((adjective, *words[1:]), second, has_adjective=True)


def _gender(word: str) -> str:
    if word in WHOLE_HEADS:
        return WHOLE_HEADS[word]
    lower = word.casefold()
    return next((each for end, each in ENDS_OF_HEADS.items() if lower.endswith(end)), "")
