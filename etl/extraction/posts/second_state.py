"""A second state that a clause tells of the same posts: "eingerichtet und seit Mai besetzt"."""

import re

from etl.extraction.context import Context
from etl.extraction.phrases import Said
from etl.extraction.posts import earlier, status_words
from etl.extraction.posts.counts import Count

_AND_SINCE = re.compile(
    r"\bund (?:sind |ist |seien |wurden? |werden |davon )?(?:alle |beide )?(?:seit|ab|inzwischen|mittlerweile|derzeit|zurzeit|aktuell)\b"
)


def second_state(context: Context, count: Count) -> tuple[int, Said] | None:
    """Where a second state begins that a clause tells of the same posts, and its word: "eingerichtet und seit Mai besetzt"."""
    clause = context.clause(count.counted.span)
    joint = _AND_SINCE.search(context.folded, count.counted.span.end, clause.end)
    if joint is None or count.kind is not None:
        return None
    first = earlier.first_status(context, count.counted.span, joint.start())
    if first not in ("funded", "established"):
        return None
    end = min(clause.end, count.limit.end)
    said = list(status_words.find(context.folded, joint.end(), end))
    is_held = said and said[0].code in ("filled", "vacant")
    return (joint.start() + len("und "), said[0]) if is_held else None
