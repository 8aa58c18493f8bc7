"""What the index of a version finds: words by their stems, entries by their words, what the entries say."""

from collections.abc import Sequence

import pandas as pd

from kim.queries.asking import View, ask


def index_size() -> int:
    """How many entries can be searched; 0 in a version that an earlier program made."""
    return int(ask("index_size")["entries"].iloc[0])


def found_words(words: Sequence[tuple[str, frozenset[str]]]) -> pd.DataFrame:
    """The words of the version that each word with its stems means: asked (from 0), word, spelled, distance."""
    terms = [
        (number, word, term) for number, (word, found) in enumerate(words) for term in sorted(found)
    ]
    asked, spelled, stems = zip(*terms, strict=True)
    return ask("found_words", asked=asked, words=spelled, terms=stems)


def near_words(word: str, most: int) -> list[str]:
    """Up to three words of the version, as written there, that are this one but for so many typing errors."""
    return [str(each) for each in ask("near_words", word=word, most=most)["written"]]


def hits(found: pd.DataFrame, own: str, most: int, skip: int, view: View) -> pd.DataFrame:
    """The entries in which the words of `found_words` stand, so many of each kind after the first few, the best first."""
    lists = {
        name: tuple(map(int, found[column]))
        for name, column in (("asked", "asked"), ("words", "word"), ("distances", "distance"))
    }
    days = {"held_on": view.held_on, "known_on": view.known_on}
    return ask("hits", own=own, chosen=view.regions, most=most, skip=skip, **lists, **days)


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
