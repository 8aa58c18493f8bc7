"""What was counted before of which a count may be a part."""

from collections.abc import Sequence

from etl.extraction.context import Context
from etl.extraction.posts.before import (
    all_counted_before,
    counted_in_paragraphs_before,
    sentence_before,
)
from etl.extraction.posts.counted import Counted, value
from etl.extraction.posts.counts import counts

MOST_APART, FEWEST_PARTS = 0.01, 3


def whole_before(context: Context) -> Sequence[Counted]:
    """The counts of the last sentence before that has any, unless they are planned."""
    before = sentence_before(context)
    is_plan = before is None or before.modality.planned or not before.modality.is_fact
    return [] if is_plan else all_counted_before(context)


def makes_up_the_whole(context: Context) -> bool:
    """Whether the counts of a sentence, none with its noun, are together what the sentence before counts."""
    parts, whole = counts(context), whole_before(context)
    if len(parts) < 2 or not whole or any(each.counted.is_named for each in parts):
        return False
    return _sum_up(context, whole[:1])


def is_split(context: Context) -> bool:
    """Whether three counts or more, of no places, are together what a sentence or paragraph before counts."""
    if len(counts(context)) < FEWEST_PARTS or context.places:
        return False
    return _sum_up(context, [*whole_before(context), *counted_in_paragraphs_before(context)])


def _sum_up(context: Context, wholes: Sequence[Counted]) -> bool:
    total = sum(value(each.counted) for each in counts(context))
    return any(abs(total - value(each)) < MOST_APART for each in wholes)
