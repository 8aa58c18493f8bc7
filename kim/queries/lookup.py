"""What the index of a version finds: words by their stems, entries by their words, what the entries say."""

from collections.abc import Sequence

import pandas as pd

from kim.queries.asking import View, ask
from kim.queries.names import known_places, names_of_places


def index_size() -> int:
    """How many entries can be searched; 0 in a version that an earlier program made."""
    return int(ask("index_size")["entries"].iloc[0])


def found_words(words: Sequence[tuple[str, frozenset[str], bool]]) -> pd.DataFrame:
    """The words of the version that each word with its stems, and whether it is a noun, means.

    Columns: asked (from 0), word, spelled, distance.
    """
    names = names_of_places()
    terms = [
        (number, word, term, noun, _name(word, names))
        for number, (word, found, noun) in enumerate(words)
        for term in sorted(found)
    ]
    asked, spelled, stems, nouns, named = zip(*terms, strict=True)
    return ask("found_words", asked=asked, words=spelled, terms=stems, nouns=nouns, names=named)


def _name(word: str, names: frozenset[str]) -> str | None:
    """The name of a place that the word is, or is the genitive of."""
    return next((each for each in (word, word.removesuffix("s")) if each in names), None)


def near_words(word: str, most: int) -> list[str]:
    """Up to three words of the version, as written there, that are this one but for so many typing errors."""
    return [str(each) for each in ask("near_words", word=word, most=most)["written"]]


def hits(
    found: pd.DataFrame,
    own: tuple[str, ...],
    most: int,
    skip: int,
    view: View,
    named: tuple[str, ...] = (),
) -> pd.DataFrame:
    """The entries in which the words of `found_words` stand, so many of each kind after the first few, the best first.

    `own` (AGS) come first, then the places of the view. Of places only the `named` are shown, where there are any.
    """
    lists = {
        name: tuple(map(int, found[column]))
        for name, column in (("asked", "asked"), ("words", "word"), ("distances", "distance"))
    }
    near = {"own": _with_predecessors(own), "chosen": _with_predecessors(view.regions)}
    days = {"held_on": view.held_on, "known_on": view.known_on}
    return ask("hits", named=named, most=most, skip=skip, **near, **lists, **days)


def _with_predecessors(places: tuple[str, ...]) -> tuple[str, ...]:
    known = known_places()
    gone = known[known["successor"].isin(places)]["ags"]
    return (*places, *map(str, gone))


def chosen_facts(table: str, facts: Sequence[int], view: View) -> pd.DataFrame:
    """The statements of a table with these keys, of the places of the view."""
    return ask("chosen_facts", table=table, facts=tuple(facts), **vars(view))


def chosen_paragraphs(paragraphs: Sequence[tuple[str, int]]) -> pd.DataFrame:
    """The text of these paragraphs (source and number), with the titles of their documents."""
    sources, numbers = zip(*paragraphs, strict=True) if paragraphs else ((), ())
    return ask("chosen_paragraphs", sources=sources, numbers=numbers)


def organisation_facts(organisations: Sequence[str], view: View) -> pd.DataFrame:
    """Of each organisation that a statement of the days names: the newest one, and how many `facts` name it."""
    days = {"held_on": view.held_on, "known_on": view.known_on}
    return ask("organisation_facts", organisations=tuple(organisations), **days)
