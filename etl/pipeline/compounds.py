"""The parts of German compounds: "vollzeitstellen" is made of "vollzeit" and "stelle"."""

from functools import cache

import simplemma
from HanTa.HanoverTagger import HanoverTagger

from kim.word_forms import LANGUAGE, lemma

MODEL = "morphmodel_ger.pgz"
FEWEST_LETTERS = 8
FEWEST_LETTERS_OF_A_HEAD, FEWEST_LETTERS_BEFORE_IT = 6, 4
NOUNS = {"NN", "NNA", "NE"}
PARTS = ("NN", "NE", "NA", "ADJ", "VV")


@cache
def parts(word: str) -> frozenset[str]:
    """The words that a noun (in small letters) is put together from; none for other words.

    What the analysis takes for one word is split before a noun of the dictionary: "sozial|ausschuss".
    """
    if len(word) < FEWEST_LETTERS or not word.isalpha():
        return frozenset()
    _, found, kind = _tagger().analyze(word.capitalize(), taglevel=3)
    if kind not in NOUNS:
        return frozenset()
    made_of = [letters for letters, of in found if of.startswith(PARTS)]
    if len(made_of) > 1:
        return frozenset(each for each in made_of if len(each) > 2)
    return _before_a_noun(word)


def _before_a_noun(word: str) -> frozenset[str]:
    """The longest noun that the word ends with, and what stands before it, where that is a word too."""
    for at in range(FEWEST_LETTERS_BEFORE_IT, len(word) - FEWEST_LETTERS_OF_A_HEAD + 1):
        before, head = word[:at], word[at:]
        if _is_noun(head) and (_is_known(before) or _is_noun(before)):
            return frozenset((before, lemma(head.capitalize()).lower()))
    return frozenset()


def _is_noun(word: str) -> bool:
    noun = word.capitalize()
    return _is_known(noun) and lemma(noun)[0].isupper()


def _is_known(word: str) -> bool:
    return bool(simplemma.is_known(word, lang=LANGUAGE))


@cache
def _tagger() -> HanoverTagger:
    return HanoverTagger(MODEL)
