"""Words that a person found in a paper, as a proposal."""

from collections.abc import Sequence

from etl.extraction.proposed import MOST_WORDS
from etl.reviewing.dropped import NoPaperError
from etl.reviewing.review import BY_HAND, Item, Review
from kim.texts import text

STATED = "stated"


def item(review: Review, paper: Sequence[str], table: str, paragraph: int, words: str) -> Item:
    """The proposal that these words of a paragraph (from 1) are about a table; its cells are still to be filled in.

    Raises NoPaperError where the words do not stand there, or are more than an anchor may have.
    """
    if not 1 <= paragraph <= len(paper):
        raise NoPaperError(text("reviewing.no_paragraph", paragraph=paragraph))
    wanted = " ".join(words.split())
    start = paper[paragraph - 1].find(wanted) if wanted else -1
    if start < 0:
        raise NoPaperError(text("reviewing.not_there", paragraph=paragraph))
    if len(wanted.split()) > MOST_WORDS:
        raise NoPaperError(text("reviewing.too_long", words=MOST_WORDS))
    number = 1 + sum(each.rule == BY_HAND for each in review.items)
    cells = {"region": review.region, "basis": STATED}
    end = start + len(wanted)
    return Item(f"h{number}", table, cells, paragraph, start, end, wanted, BY_HAND)
