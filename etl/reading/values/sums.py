"""Words that make a row a sum: "Summe", "Ergebnis", "Kreis insgesamt"."""

import re

WORDS = r"(zwischen|gesamt|teil|end)?(summen?|ergebnis)|gesamt(zahl)?|insgesamt|zusammen|total"
SUM = re.compile(rf"({WORDS})(?![\w-])|[Σ∑]|.*[\s:-]({WORDS})\s*:?$", re.IGNORECASE)


def is_sum(words: str) -> bool:
    """Whether words for a sum begin or end a text."""
    return bool(SUM.match(words))
