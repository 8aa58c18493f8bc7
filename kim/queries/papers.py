"""The documents, their paragraphs, and what they prove."""

from datetime import date

import pandas as pd

from kim.queries.asking import View, ask, remembered


def evidence(table: str, fact: int) -> pd.DataFrame:
    """Every statement ever made of one fact, newest first, with source and paragraph; may be empty."""
    return ask("evidence", table=table, fact=fact)


def same_words(table: str, fact: int) -> list[int]:
    """The other facts of today that rest on the words of this one, about its place and day."""
    return [int(each) for each in ask("same_words", table=table, fact=fact)["fact"]]


def documents(known_on: date | None) -> pd.DataFrame:
    """All sources with the facts that rest on them: how many, how many are figures such as population, read from the full text, proven."""
    return ask("documents", known_on=known_on)


def read_documents(known_on: date | None) -> pd.DataFrame:
    """The documents that speak of each place: region, source, date, is_read_whole, facts (how many rest on it)."""
    return ask("read_documents", known_on=known_on)


def proven_facts(view: View) -> tuple[int, int, int]:
    """How many facts about the places of a view are known, of documents read in full, confirmed by their text."""
    found = ask("proven_facts", regions=view.regions, known_on=view.known_on).iloc[0]
    return int(found["facts"]), int(found["read_from_text"]), int(found["proven"])


def source_facts(table: str, source: str, known_on: date | None) -> pd.DataFrame:
    """The statements of one fact table that rest on one source."""
    return ask("source_facts", table=table, source=source, known_on=known_on)


def paragraphs(source: str) -> dict[int, str]:
    """The paragraphs of a document by number; empty where the text is not at hand."""
    found = ask("paragraphs", source=source)
    return dict(zip(found["paragraph"], found["text"], strict=True))


def sources(slugs: tuple[str, ...]) -> pd.DataFrame:
    """The sources of these slugs, as declared."""
    return ask("sources", sources=slugs)


@remembered
def first_had() -> dict[str, str]:
    """The day (ISO) on which we first had each document, by its slug."""
    found = ask("first_had")
    return dict(zip(found["source"], found["day"], strict=True))


@remembered
def source_titles() -> dict[str, str]:
    """Titles of the sources by their slug."""
    found = ask("reference_rows", table="sources")
    return dict(zip(found["source"], found["title"], strict=True))
