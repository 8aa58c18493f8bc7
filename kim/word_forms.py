"""Words as the search compares them: split from a text, brought to the stems of their forms."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from unicodedata import normalize

import simplemma
from Stemmer import Stemmer

from kim.texts import text

WORD = re.compile(
    r"\d+(?:[.,/]\d+)*|[^\W\d_](?:[^\W_]|[\u0300-\u036f])*"
)  # dots may follow their letter
IN_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
LANGUAGE = "de"
FUNCTION_WORDS = frozenset(text("hit.function_words").split())


def spelled(said: str) -> list[str]:
    """The words of a text in small letters and in their order; numbers without points between thousands."""
    return [word for _, _, word in _words(said)]


def pieces(said: str, wanted: frozenset[str]) -> list[tuple[str, bool]]:
    """The text in pieces that make it up again, each with whether it is one of the words wanted."""
    found, end = [], 0
    for first, last, word in _words(said):
        if word in wanted:
            found += [(said[end:first], False), (said[first:last], True)]
            end = last
    return [each for each in (*found, (said[end:], False)) if each[0]]


def stem(word: str) -> str:
    """The stem of a German word in small letters; umlauts and ß stand as a, o, u and ss."""
    return _stemmer()(word)


@cache
def stems(word: str) -> frozenset[str]:
    """The stems of a word and of the form in which a dictionary lists it: "beschlossen", "beschließen"."""
    listed = {stem(lemma(each).lower()) for each in (word, word.capitalize())}
    return frozenset(listed | {stem(word)})


def is_noun(word: str) -> bool:
    """Whether a dictionary lists the word, in small letters, as a noun and not as an infinitive: "stelle", not "stellt"."""
    noun = word.capitalize()
    listed = lemma(noun)
    is_infinitive = listed.lower() == word == lemma(word) and word.endswith("n")
    return (
        bool(simplemma.is_known(noun, lang=LANGUAGE)) and listed[0].isupper() and not is_infinitive
    )


def lemma(word: str) -> str:
    """The form in which a dictionary lists a word; the word itself where none does.

    The first call takes a second and 100 MiB for the dictionary.
    """
    return str(simplemma.lemmatize(word, lang=LANGUAGE))


def _words(said: str) -> Iterator[tuple[int, int, str]]:
    for found in WORD.finditer(said):
        word = normalize("NFC", found[0]).lower()
        yield found.start(), found.end(), _without_points(word)


def _without_points(word: str) -> str:
    return word.replace(".", "") if IN_THOUSANDS.fullmatch(word) else word


@cache
def _stemmer() -> Callable[[str], str]:
    stem_word: Callable[[str], str] = Stemmer("german").stemWord
    return stem_word
