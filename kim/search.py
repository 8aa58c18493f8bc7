"""Whatever these words stand in: answers, places, statements, organisations, documents and their paragraphs.

Kinds of which hits have all the words come first. Of each kind stand those hits in which most of the words stand; the rarer a
word, the more it counts. Then come the places that are named, else the own one, before their district and the Land, else the
chosen ones, and these before all others; a word itself before its other forms, these before compounds with it and before words
of another kind with its stem; what is said in few words before what is said in many.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from kim import queries, texts
from kim.answer_hits import answer_hits, has_question
from kim.answers import above_of
from kim.facts import Record, records
from kim.hits import WORDED, Hit, hits
from kim.named_places import Named, named_places
from kim.queries import View
from kim.word_forms import FUNCTION_WORDS, is_noun, spelled, stems

LETTERS_WITH_TWO_ERRORS = 7
FEWEST_LETTERS_WITH_ERRORS = 4
MOST_WORDS, MOST_LETTERS = 12, 60


@dataclass(frozen=True)
class Group:
    """The best hits of one kind; there are `number` of them; `is_whole`: all words stand in each of them."""

    kind: str
    number: int
    is_whole: bool
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Found:
    """What a search found.

    `words`: what was looked for. `marked`: the words, in small letters, that stand for it in the hits.
    `corrected`: words that stand nowhere -> similar ones, of which the first was looked for instead.
    `unknown`: words to which there is no similar one either.
    """

    words: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    marked: frozenset[str] = frozenset()
    corrected: Mapping[str, Sequence[str]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def is_ready() -> bool:
    """Whether the version can be searched; one that an earlier program made cannot."""
    return queries.index_size() > 0


def search(text: str, view: View, own: str = "", most: int = 5, skip: int = 0) -> Found:
    """The hits for the words of a text, `most` of each kind after the first `skip`, of all places.

    `own` (AGS) and the places of the view come first; statements are those that were known and held
    on the days of the view. Function words ("und", "wie") and words beyond the twelfth are left out.
    """
    words = _asked(text)
    if not words:
        return Found()
    meant, corrected, unknown = _meant(words)
    looked_for = [_likelier(word, corrected) for word in words]
    named = Named() if meant.empty else named_places(meant)
    groups = [
        _answers(looked_for, named, own, most, skip, view),
        *_entries(meant, len(words), named, own, most, skip, view),
    ]
    found = sorted(filter(None, groups), key=lambda group: not group.is_whole)
    return Found(words, tuple(found), frozenset(meant["spelled"]), corrected, unknown)


def _asked(text: str) -> tuple[str, ...]:
    """The words to look for, each once; abbreviations in full."""
    asked = (word[:MOST_LETTERS] for word in spelled(text) if word not in FUNCTION_WORDS)
    return tuple(dict.fromkeys(map(_in_full, asked)))[:MOST_WORDS]


def _in_full(word: str) -> str:
    key = f"hit.short_{word}"
    return texts.text(key) if texts.text.has(key) else word


def _answers(
    words: Sequence[str], named: Named, own: str, most: int, skip: int, view: View
) -> Group | None:
    """Of the places named, else of the own one, else of all districts."""
    asked = [word for number, word in enumerate(words) if number not in named.words]
    found, is_whole = answer_hits(asked, named.places or tuple(filter(None, (own,))), view)
    return Group("answer", len(found), is_whole, found[skip : skip + most]) if found else None


def _entries(
    meant: pd.DataFrame, asked: int, named: Named, own: str, most: int, skip: int, view: View
) -> list[Group | None]:
    if meant.empty:
        return []
    first = named.places or tuple(filter(None, (own,)))
    above = tuple(key for place in named.places for key in above_of(place).values())
    shown = replace(view, regions=above) if above else view
    rows = records(queries.hits(meant, first, most, skip, shown, named.places))
    return [_group(kind, rows, asked, view) for kind in WORDED]


def _meant(words: Sequence[str]) -> tuple[pd.DataFrame, dict[str, list[str]], tuple[str, ...]]:
    """The words of the version that are meant; similar ones for those that neither it nor a question has."""
    found = _known(words)
    there = set(found["asked"])
    similar = {
        word: queries.near_words(word, _most_errors(word))
        for number, word in enumerate(words)
        if number not in there and not has_question(word)
    }
    corrected = {word: near for word, near in similar.items() if near}
    if corrected:
        found = _known([_likelier(word, corrected) for word in words])
    return found, corrected, tuple(word for word, near in similar.items() if not near)


def _likelier(word: str, corrected: Mapping[str, Sequence[str]]) -> str:
    return corrected[word][0].lower() if word in corrected else word


def _known(words: Sequence[str]) -> pd.DataFrame:
    return queries.found_words([(word, stems(word), is_noun(word)) for word in words])


def _most_errors(word: str) -> int:
    """How many typing errors are forgiven in a word; none in short words and numbers."""
    if len(word) < FEWEST_LETTERS_WITH_ERRORS or word[0].isdigit():
        return 0
    return 2 if len(word) >= LETTERS_WITH_TWO_ERRORS else 1


def _group(kind: str, rows: Sequence[Record], asked: int, view: View) -> Group | None:
    of_kind = [row for row in rows if row["kind"] == kind]
    if not of_kind:
        return None
    first, *_ = of_kind
    is_whole = int(first["found"]) == asked
    return Group(kind, int(first["of_kind"]), is_whole, hits(kind, of_kind, view))
