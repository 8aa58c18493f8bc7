"""What the sentences before count: of the same paragraph, and of the paragraphs before."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl.extraction.context import Context
from etl.extraction.posts import nouns
from etl.extraction.posts.counted import Counted, find_counted
from etl.extraction.posts.implied import find_implied
from etl.extraction.sentences import sentences

REACH, _PARAGRAPHS_BEFORE = 600, 3


def counted_before(context: Context) -> list[Counted]:
    """The counts of the last sentence before in the same paragraph that has any."""
    before = sentence_before(context)
    return find_counted(before) if before else []


def all_counted_before(context: Context) -> list[Counted]:
    """The counts of the last sentence before in the same paragraph that has any, also those without their noun."""
    before = sentence_before(context)
    if before is None:
        return []
    named = find_counted(before)
    return [*named, *(each.counted for each in find_implied(before, named, ()))]


def counted_in_paragraphs_before(context: Context) -> Iterator[Counted]:
    """The counts of the last paragraphs before that of the sentence."""
    number = context.sentence.paragraph - 1
    for at in range(max(0, number - _PARAGRAPHS_BEFORE), number):
        for each in sentences(context.paper.paragraphs[at][:REACH], at + 1):
            yield from find_counted(replace(context, sentence=each, previous=None))


@lru_cache(maxsize=16)
def sentence_before(context: Context) -> Context | None:
    """The last sentence before in the same paragraph that counts posts or persons."""
    sentence = context.sentence
    before = context.paper.paragraphs[sentence.paragraph - 1][
        max(0, sentence.start - REACH) : sentence.start
    ]
    if not nouns.find(before):
        return None
    for earlier in reversed(list(sentences(before, sentence.paragraph))):
        found = replace(context, sentence=earlier, previous=None)
        if find_counted(found):
            return found
    return None
