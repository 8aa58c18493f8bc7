"""Rules for posts and persons: how many, of which module, how far, of what a measure."""

import re
from collections.abc import Iterator

from etl.extraction.context import Context
from etl.extraction.posts.again import all_filled, named_before
from etl.extraction.posts.counts import counts, is_ours
from etl.extraction.posts.folded_table import in_folded_table
from etl.extraction.posts.row import found
from etl.extraction.posts.table import in_table
from etl.extraction.posts.unnumbered import unnumbered
from etl.extraction.rule import Found, Rule

_ONLY_NAMES_A_MATTER = re.compile(
    r"\b(?:antrag|anfrage|betreff|betr\.|vorlage|einrichtung|schaffung|aufstockung|beratung über|beschluss|top|punkt)\b"
)


def counted(context: Context) -> Iterator[Found]:
    """ "drei Koordinierungskräfte", "zusätzliche 1,9 Stellen im Case Management"."""
    if context.topic.is_heading and _ONLY_NAMES_A_MATTER.search(context.folded):
        return
    for count in counts(context):
        if count.counted.is_named and is_ours(context, count):
            yield from found(context, count)


def implied(context: Context) -> Iterator[Found]:
    """ "davon sind fünf besetzt", "von zwei auf vier", "zwei weitere kamen hinzu"."""
    for count in counts(context):
        if not count.counted.is_named and context.topic.is_near:
            yield from found(context, count)


RULES = (
    Rule("posts_counted", "positions", counted),
    Rule("posts_implied", "positions", implied),
    Rule("posts_named_before", "positions", named_before),
    Rule("posts_all_filled", "positions", all_filled),
    Rule("posts_unnumbered", "positions", unnumbered),
    Rule("posts_in_table", "positions", in_table),
    Rule("posts_in_folded_table", "positions", in_folded_table),
)
