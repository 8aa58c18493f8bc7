"""Words as the search compares them: split from a text, brought to the stems of their forms."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from unicodedata import normalize

import simplemma
from Stemmer import Stemmer

WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_][^\W_]*")
IN_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
LANGUAGE = "de"
# They stand in every text and every question, and tell none from another.
FUNCTION_WORDS = frozenset(
    "ab aber alle allem allen aller alles als also am an auch auf aus bei beim bis da damit dann das dass dem den denn "
    "der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines "
    "er es für gegen gibt hat hatte hatten haben ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja kann man "
    "mein mit nach nicht noch nur ob oder ohne sein seine seinem seinen seiner seit sich sie sind so soll sollen über um "
    "und uns unser unsere unserem unserer unter vom von vor war waren was welche welchem welchen welcher welches wem wen "
    "wenn wer werden wessen wie wieviel wieviele viele wird wir wo woher wohin worden wurde wurden zu zum zur zwischen".split()
)


def spelled(text: str) -> list[str]:
    """The words of a text in small letters and in their order; numbers without points between thousands."""
    return [word for _, _, word in _words(text)]


def pieces(text: str, wanted: frozenset[str]) -> list[tuple[str, bool]]:
    """The text in pieces that make it up again, each with whether it is one of the words wanted."""
    found, end = [], 0
    for first, last, word in _words(text):
        if word in wanted:
            found += [(text[end:first], False), (text[first:last], True)]
            end = last
    return [each for each in (*found, (text[end:], False)) if each[0]]


def stem(word: str) -> str:
    """The stem of a German word in small letters; umlauts and ß stand as a, o, u and ss."""
    return _stemmer()(word)


@cache
def stems(word: str) -> frozenset[str]:
    """The stems of a word and of the form in which a dictionary lists it: "beschlossen", "beschließen"."""
    listed = {stem(lemma(each).lower()) for each in (word, word.capitalize())}
    return frozenset(listed | {stem(word)})


def lemma(word: str) -> str:
    """The form in which a dictionary lists a word; the word itself where none does.

    The first call takes a second and 100 MiB for the dictionary.
    """
    return str(simplemma.lemmatize(word, lang=LANGUAGE))


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    for found in WORD.finditer(text):
        word = normalize("NFC", found[0]).lower()
        yield found.start(), found.end(), _without_points(word)


def _without_points(word: str) -> str:
    return word.replace(".", "") if IN_THOUSANDS.fullmatch(word) else word


@cache
def _stemmer() -> Callable[[str], str]:
    stem_word: Callable[[str], str] = Stemmer("german").stemWord
    return stem_word
