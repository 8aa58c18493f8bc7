"""Words and phrases as staff declare them: one TOML file per family, compiled to one pattern per list."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from etl.extraction.paper import Span

TEXTS_KEPT = 8
_WORD, _LETTERS = re.compile(r"\w+"), 4
FOLDER = Path(__file__).parent / "phrases"
_ENDINGS = r"(?:[*:_/·]-?in(?:nen)?|in(?:nen)?|ern?|e[nms]?|[nsrm])?"


@dataclass(frozen=True)
class Phrase:
    """What is looked for, what it stands for, and an invented sentence that has it.

    In `phrase` a space stands for spaces or a hyphen, `~` for any German ending (also `*innen`), `*` for the rest of a word, `…`
    for what stands between the parts of a verb ("stimmte … zu"), at most 140 characters without a comma. `gives`: the columns that the rules of the family read from
    the example, where the entry says so.
    """

    phrase: str
    code: str
    example: str
    gives: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase that stands in a text: its code, and where."""

    code: str
    span: Span


class Phrases:
    """A list of phrases, looked for all at once; where two begin at the same place the longer one is meant.

    What stands in the last texts is kept: many rules ask for the same sentence.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.phrases = tuple(
            sorted(phrases, key=lambda each: (each.phrase[0].lower(), -len(each.phrase)))
        )
        self._codes = tuple(each.code for each in self.phrases)
        self._pattern = re.compile(_alternatives(self.phrases))
        beginnings = {_beginning(each.phrase) for each in self.phrases}
        self._is_always, self._beginnings = None in beginnings, beginnings - {None}
        self._all = lru_cache(maxsize=TEXTS_KEPT)(self._search)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Said]:
        """What stands in `text` from `start` up to `end`, in order. `text` is folded: see `folded`.

        No two overlap, but one may stand between the parts of a verb.
        """
        everything = self._all(text)
        if start == 0 and end is None:
            return iter(everything)
        last = len(text) if end is None else end
        return (each for each in everything if start <= each.span.start and each.span.end <= last)

    def _search(self, text: str) -> tuple[Said, ...]:
        if not self._is_always and self._beginnings.isdisjoint(_beginnings_of_words(text)):
            return ()
        found, start = [], 0
        while match := self._pattern.search(text, start):
            number = (match.lastindex or 1) - 1
            found.append(Said(self._codes[number], Span(*match.span())))
            first = self.phrases[number].phrase.partition(" … ")
            start = match.start() + len(first[0]) if first[1] else match.end()
        return tuple(found)

    def first(self, text: str, start: int = 0, end: int | None = None) -> Said | None:
        """The first that stands in the folded text; None when none does."""
        return next(self.find(text, start, end), None)

    def codes(self, text: str) -> frozenset[str]:
        """The codes of all that stand in the folded text."""
        return frozenset([said.code for said in self._all(text)])


@cache
def load(family: str) -> Mapping[str, Phrases]:
    """The lists of a family's file, by name. Raises ValueError when an entry lacks a field."""
    with (FOLDER / f"{family}.toml").open("rb") as file:
        lists = tomllib.load(file)
    return {
        name: Phrases([_phrase(family, name, entry) for entry in entries])
        for name, entries in lists.items()
    }


@lru_cache(maxsize=4 * TEXTS_KEPT)
def folded(text: str) -> str:
    """The text in small letters, every character where it was."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(each.lower()[0] for each in text)


@lru_cache(maxsize=TEXTS_KEPT)
def _beginnings_of_words(text: str) -> frozenset[str]:
    """The first letters of the words of a folded text: a list none of whose phrases begins so need not be looked for."""
    return frozenset([word[:_LETTERS] for word in _WORD.findall(text)])


def _beginning(phrase: str) -> str | None:
    """The first letters of the words that a phrase can begin with; None where an ending or a mark comes before them."""
    word = _WORD.match(phrase.lower())
    is_stem = word is not None and phrase[word.end() : word.end() + 1] in ("~", "*")
    if word is None or (is_stem and word.end() < _LETTERS):
        return None
    return word[0][:_LETTERS]


def _phrase(family: str, name: str, entry: Mapping[str, Any]) -> Phrase:
    try:
        return Phrase(**entry)
    except TypeError as error:
        raise ValueError(f"phrases/{family}.toml, list {name}: {entry}") from error


def _alternatives(phrases: Sequence[Phrase]) -> str:
    """One group per phrase, in order; those with the same first letter together, so that few are tried at each place."""
    by_letter = groupby(phrases, key=lambda each: each.phrase[0].lower())
    return (
        r"(?<!\w)(?:"
        + "|".join(_with_letter(letter, list(each)) for letter, each in by_letter)
        + r")(?!\w)"
    )


def _with_letter(letter: str, phrases: Sequence[Phrase]) -> str:
    return re.escape(letter) + "(?:" + "|".join(f"({_rest(each.phrase)})" for each in phrases) + ")"


def _rest(phrase: str) -> str:
    parts = "".join(
        _PARTS.get(each, re.escape(each)) for each in phrase[1:].replace(" … ", "…").lower()
    )
    last = phrase.rpartition(" ")[2]
    return parts + _ENDS_A_CLAUSE if "…" in phrase and last in _PARTICLES else parts


_PARTS = {
    " ": r"[\s\-]{1,3}",
    "~": _ENDINGS,
    "*": r"\w{0,24}",
    "…": r"\s(?:[^.,;:]|(?<=\d)\.|(?<=\d),(?=\d)){0,140}?(?<![\w-])",
}
_PARTICLES = frozenset(
    [
        "ab",
        "an",
        "auf",
        "aus",
        "bei",
        "durch",
        "ein",
        "fort",
        "nach",
        "statt",
        "vor",
        "weiter",
        "zu",
        "zurück",
        "zusammen",
    ]
)
_ENDS_A_CLAUSE = r"(?=\s*(?:[.,;:!?)“]|$|und\b|sowie\b))"
