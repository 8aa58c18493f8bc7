"""What the head of a column, its label or its caption says of the money in it."""

import re

MONEY = re.compile(
    r"(?<!\w)(?:(?P<thousands>t€|teur|t euro|tsd\.? ?(?:€|euro)|tausend euro)|(?P<millions>mio\.? ?(?:€|euro))|(?P<ones>€|euro|eur))(?!\w)"
)
SCALES = {"ones": 1.0, "thousands": 1e3, "millions": 1e6}
_OF_SOMETHING_ELSE = re.compile(r"stelle|vzä|anzahl|jahr|prozent|%|fälle|personen")


def euros_of_one(words: str) -> float | None:
    """How many euros one is in a column of this head; None where it speaks of no money."""
    found = MONEY.search(words)
    return SCALES[found.lastgroup or ""] if found else None


def counts_something_else(words: str) -> bool:
    """Whether a column of this head has posts, years or shares instead."""
    return _OF_SOMETHING_ELSE.search(words) is not None
