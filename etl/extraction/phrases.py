"""Words and phrases as staff declare them: one TOML file per family, compiled to one pattern per list."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
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
    """A phrase that stands in a text: its code, where, and whether it is a verb in one of its forms."""

    code: str
    span: Span
    is_verb: bool = False


class Phrases:
    """A list of phrases, looked for all at once; where two begin at the same place the longer one is meant.

    What stands in the last texts is kept: many rules ask for the same sentence.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.phrases = tuple(
            sorted(phrases, key=lambda each: (each.phrase[0].lower(), -len(each.phrase)))
        )
        beginnings = [_beginning(each.phrase) for each in self.phrases]
        self._is_anywhere = None in beginnings
        self._numbers: dict[str, list[int]] = {}
        for number, beginning in enumerate(beginnings):
            self._numbers.setdefault(beginning or "", []).append(number)
        self._patterns: dict[str, re.Pattern[str]] = {}
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
        words = _words(text)
        if not self._is_anywhere and words.keys().isdisjoint(self._numbers):
            return ()
        starts = [
            (start, beginning)
            for beginning in self._numbers.keys() & words.keys()
            for start in words[beginning]
        ]
        if self._is_anywhere:
            starts += [(found.start(), "") for found in self._pattern("").finditer(text)]
        said, done = [], 0
        for start, beginning in sorted(starts):
            match = self._pattern(beginning).match(text, start) if start >= done else None
            if match:
                phrase = self.phrases[self._numbers[beginning][(match.lastindex or 1) - 1]]
                said.append(Said(phrase.code, Span(*match.span())))
                first, is_parted, _ = phrase.phrase.partition(" … ")
                done = start + len(first) if is_parted else match.end()
        return tuple(said)

    def _pattern(self, beginning: str) -> re.Pattern[str]:
        """One group for each phrase that begins so, the longest first."""
        if beginning not in self._patterns:
            rests = "|".join(
                f"({_rest(self.phrases[number].phrase)})" for number in self._numbers[beginning]
            )
            self._patterns[beginning] = re.compile(rf"(?<!\w)(?:{rests})(?!\w)")
        return self._patterns[beginning]

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
def _words(text: str) -> dict[str, list[int]]:
    """Where the words of a folded text start, by their first letters: a phrase need only be looked for where it can begin."""
    words: dict[str, list[int]] = {}
    for word in _WORD.finditer(text):
        words.setdefault(word[0][:_LETTERS], []).append(word.start())
    return words


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


def _rest(phrase: str) -> str:
    parts = "".join(
        _PARTS.get(each, re.escape(each)) for each in phrase.replace(" … ", "…").lower()
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
