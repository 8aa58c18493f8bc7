"""Places of the Land named in running text."""

import csv
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from etl.extraction.paper import Span
from kim.regions import LAND
from kim.tables import DATA

WORD = re.compile(r"(?<![\w.-])[A-ZÄÖÜ][a-zA-ZäöüÄÖÜß]+")
NOTE = re.compile(r" \(.*\)$")
DISTRICT, TOWN = "district", "municipality"
OF_DISTRICT = r"(?:Land)?[Kk]reis(?:es|e)?|Kreisverwaltung|Kreistags?|Städte[Rr]egion"
OF_TOWN = (
    r"(?:Kreis|Hanse|Groß|Klein)?[Ss]tadt|Gemeinde|Kommune|(?:Stadt|Gemeinde)verwaltung|Stadtgebiet|"
    r"Stadtrat|Rathaus(?:es)?|Standorte?s?"
)
KIND = re.compile(rf"(?<![\w-])(?:(?P<district>{OF_DISTRICT})|(?P<municipality>{OF_TOWN})) $")
PERSON = re.compile(r"(?:Herrn?|Frau|Dr\.|Prof\.) (?:[A-ZÄÖÜ]\w+ )?$")
IN = re.compile(r"(?<!\w)[Ii]n $")
REACH = 30
OF_AN_AUTHORITY = re.compile(
    r"\b(?:Bezirksregierung|Hochschule|Universität|Uni|FH|\w*[Gg]ericht|Agentur für Arbeit|Diözese|Bistum|Polizeipräsidium) $"
)
LISTED = re.compile(r"\s*(?:\([\d,]+\)\s*)?(?:,|und|sowie|/)\s*(?:(?:in|bei|an|für) )?")
LENGTH_OF_A_TOWN = 8
BEHIND = re.compile(r"s?(?![\wäöüß]|-[A-Za-z]|er\b)")
ADJECTIVE = re.compile(r"^(\w*[Oo]berbergisch|Rheinisch-Bergisch|Märkisch)er (Kreis)$")
COMMON_WORDS = frozenset(
    [
        "Alpen",
        "Blankenheim",
        "Burbach",
        "Enger",
        "Essen",
        "Freudenberg",
        "Hagen",
        "Halle",
        "Heiden",
        "Heimbach",
        "Hille",
        "Inden",
        "Kall",
        "Kamen",
        "Lage",
        "Langenberg",
        "Lotte",
        "Löhne",
        "Much",
        "Neuenkirchen",
        "Neunkirchen",
        "Recke",
        "Rees",
        "Rosendahl",
        "Schlangen",
        "Senden",
        "Titz",
        "Wenden",
        "Werther",
        "Wetter",
    ]
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a text. `ags`: its key. `span`: its name with the word for its kind."""

    span: Span
    ags: str


@dataclass(frozen=True, slots=True)
class Name:
    """A way to write a name. `ags`: key by kind; with more than one, the kind has to be told."""

    form: str
    ags: Mapping[str, str]
    says_its_kind: bool


def find_places(text: str) -> Iterator[Place]:
    """The places that a text names beyond doubt, in its order; an ambiguous name only beside its kind, behind "in" (the town), or in one breath with a town."""
    found = list(_find(text))
    known = {each for each, is_sure in found if is_sure}
    doubtful = [each for each, is_sure in found if not is_sure]
    for each in (*doubtful, *reversed(doubtful)):
        if _is_listed(text, each, known):
            known.add(each)
    yield from (each for each, _ in found if each in known)


def _is_listed(text: str, place: Place, known: Collection[Place]) -> bool:
    """Whether a name stands in a list right beside a town: "in Werl, Soest und Lippstadt"."""
    return any(
        len(each.ags) == LENGTH_OF_A_TOWN
        and LISTED.fullmatch(
            text, min(each.span.end, place.span.end), max(each.span.start, place.span.start)
        )
        for each in known
    )


def _find(text: str) -> Iterator[tuple[Place, bool]]:
    """The places that a text may name, and whether each is beyond doubt."""
    done = 0
    names = _names()
    for word in WORD.finditer(text):
        start = word.start()
        if start < done:
            continue
        for name in names.get(word[0].removesuffix("s"), ()) or names.get(word[0], ()):
            behind = text.startswith(name.form, start) and BEHIND.match(
                text, start + len(name.form)
            )
            if not behind:
                continue
            begin, key = _meant(text, start, name)
            may_be = None if key else _may_be(text, start, name)
            if key or may_be:
                done = behind.end()
                yield Place(Span(begin, done), key or may_be or ""), key is not None
            break


def _may_be(text: str, start: int, name: Name) -> str | None:
    """The key of the town that an ambiguous name may mean; None where a word beside it tells another thing."""
    window = text[max(0, start - REACH) : start]
    is_other = KIND.search(window) or OF_AN_AUTHORITY.search(window) or PERSON.search(window)
    return None if is_other or start == 0 else name.ags.get(TOWN)


def _meant(text: str, start: int, name: Name) -> tuple[int, str | None]:
    """Where the mention begins, and the key of the place; None where it is in doubt."""
    window = text[max(0, start - REACH) : start]
    kind = KIND.search(window)
    if OF_AN_AUTHORITY.search(window):
        return start, None
    if kind and (key := name.ags.get(kind.lastgroup or "")):
        return start - len(window) + kind.start(), key
    if name.says_its_kind:
        return start, next(iter(name.ags.values()))
    if kind is None and name.form not in COMMON_WORDS and TOWN in name.ags and IN.search(window):
        return start, name.ags[TOWN]
    if kind or len(name.ags) > 1 or DISTRICT in name.ags or name.form in COMMON_WORDS:
        return start, None
    return start, None if PERSON.search(window) else name.ags[TOWN]


@cache
def _names() -> Mapping[str, tuple[Name, ...]]:
    """All ways to write the names of the places that there are, by their first word, longest first."""
    plain: dict[str, dict[str, str]] = defaultdict(dict)
    found: list[Name] = [
        Name(form, {"land": LAND}, says_its_kind=True)
        for form in (
            "Land Nordrhein-Westfalen",
            "Landes Nordrhein-Westfalen",
            "Land NRW",
            "Landes NRW",
        )
    ]
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["successor"] or row["kind"] == "land":
                continue
            name = NOTE.sub("", row["name"])
            bare = name.removeprefix("Kreis ").removeprefix("Städteregion ")
            if row["kind"] != DISTRICT or name.startswith("Kreis "):
                plain[bare]["district" if row["kind"] == DISTRICT else TOWN] = row["ags"]
            else:
                found += [Name(form, {DISTRICT: row["ags"]}, True) for form in _declined(name)]
    found += [Name(form, ags, says_its_kind=False) for form, ags in plain.items()]
    by_word: dict[str, list[Name]] = defaultdict(list)
    for each in sorted(found, key=lambda name: -len(name.form)):
        by_word[WORD.match(each.form)[0].removesuffix("s")].append(each)  # type: ignore[index]
    return {word: tuple(forms) for word, forms in by_word.items()}


def _declined(name: str) -> Iterator[str]:
    """A name of a district in its cases."""
    if adjective := ADJECTIVE.match(name):
        for ending in ("er", "en", "em", "e"):
            yield f"{adjective[1]}{ending} {adjective[2]}"
            yield f"{adjective[1]}{ending} {adjective[2]}es"
        return
    yield name
    if name.lower().endswith("kreis"):
        yield f"{name}es"
    if name.startswith("Rhein-Kreis "):
        yield name.replace("Kreis", "Kreises")
