"""Verbs in all their forms: declared by the infinitive, found in a sentence with the particle that stands behind."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from etl.extraction.paper import Span
from etl.extraction.phrases import TEXTS_KEPT, Said

_FILE = Path(__file__).parent / "verbs.toml"
_WORD = re.compile(r"[^\W\d_]+")
_NO_GE = re.compile(r"(?:be|emp|ent|er|ge|miss|ver|zer|über|unter|hinter)(?=\w{3})|\w+ieren$")
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_PARTED_AT_MOST = 160
_NOUNS = frozenset(("stelle", "stellen", "aufgaben", "wünsche", "wünschen"))
_CLOSES = re.compile(r"(?=\s*(?:[.,;:!?)“]|$|und\b|sowie\b))")
_NO_PART = re.compile(r"[;:]|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb. `code`: what the verb stands for. `particle`: what has to stand behind it, empty where it is one word."""

    code: str
    particle: str = ""


def find(family: str, text: str) -> tuple[Said, ...]:
    """The verbs of a family in a folded text, in order, from the verb to its particle."""
    return _find(family, text)


@lru_cache(maxsize=4 * TEXTS_KEPT)
def _find(family: str, text: str) -> tuple[Said, ...]:
    forms, said = _forms(family), []
    for word in _WORD.finditer(text):
        whole = (word.end() == len(text)) or text[word.end()] not in "-*"
        for verb in forms.get(word.group(), ()) if whole else ():
            end = _end(text, word, verb.particle) if verb.particle else word.end()
            if end is not None:
                said.append(Said(verb.code, Span(word.start(), end), is_verb=True))
                break
    return tuple(said)


def _end(text: str, word: re.Match[str], particle: str) -> int | None:
    """Where the particle ends that closes the clause of a verb; None where none does."""
    last = min(len(text), word.end() + _PARTED_AT_MOST)
    stop = _NO_PART.search(text, word.end(), last)
    last = stop.start() if stop else last
    at = text.find(f" {particle}", word.end(), last)
    while at >= 0:
        end = at + 1 + len(particle)
        if _CLOSES.match(text, end):
            return end
        at = text.find(f" {particle}", end, last)
    return None


@cache
def _forms(family: str) -> Mapping[str, tuple[Verb, ...]]:
    """Every form of the verbs of a family, with what it stands for."""
    with _FILE.open("rb") as file:
        told = tomllib.load(file)
    forms: dict[str, tuple[Verb, ...]] = {}
    for code, verbs in told[family].items():
        for infinitive in verbs.split():
            for form, particle in forms_of(infinitive, told["irregular"]):
                forms[form] = (*forms.get(form, ()), Verb(code, particle))
    return {
        form: tuple(sorted(each, key=lambda verb: not verb.particle))
        for form, each in forms.items()
    }


def forms_of(infinitive: str, irregular: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The forms of a verb, each with the particle that has to stand behind it: "weist" with "zu", "zugewiesenen" with none."""
    particle, _, verb = infinitive.rpartition("|")
    stem = re.sub(r"e?n$", "", verb)
    present, past, participle = _parts(verb, stem, irregular)
    plural = past if past.endswith("e") else f"{past}en"
    finite = {
        present,
        f"{stem}e",
        f"{stem}en",
        verb,
        past,
        past.rstrip("e") + "e",
        plural + "n" * past.endswith("e"),
    }
    for form in finite - _NOUNS:
        yield form, particle
    if particle:
        yield from ((particle + form, "") for form in finite if particle + form not in _NOUNS)
    declined = [f"{particle}{participle}"]
    if particle:
        to_do = f"{particle}zu{verb}"
        yield to_do, ""
        declined.append(f"{to_do}d")
    for form in declined:
        yield form, ""
        yield from ((form + ending, "") for ending in _ADJECTIVE_ENDINGS)


def _parts(verb: str, stem: str, irregular: Mapping[str, str]) -> tuple[str, str, str]:
    """The third person of the present, the past, and the participle of a verb."""
    if verb in irregular:
        present, past, participle = irregular[verb].split()
        return present, past, participle
    link = "e" if stem.endswith(("t", "d")) else ""
    prefix = "" if _NO_GE.match(verb) else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", f"{prefix}{stem}{link}t"
