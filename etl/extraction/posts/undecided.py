"""Whether posts are only demanded, or are yet to be decided on."""

import re

from etl.extraction.context import Context
from etl.extraction.paper import Span

_DEMANDED = re.compile(
    r"\b(?:forder(?:t|n|te|ten|e)|verlang\w+|plädier\w+|appellier\w+|wünsch\w+|spricht sich|sprach sich)\b[^.;]*,\s[^.;]*\b(?:zu \w+en|(?:ein|aus|auf|an|be)zu\w+en)\W*$"
)
_TO_DECIDE = re.compile(
    r"(?:\büber\b.*\b(?:wird|werde|werden|soll|solle|muss|müsse)\b|\b(?:wird|werde|werden)\b.*\büber\b).*\b(?:entschieden|beraten|verhandelt|befunden|entscheiden)\b"
)


def is_undecided(context: Context, clause: Span) -> bool:
    """Whether somebody demands what the clause tells, or it is still to be decided: "Sie fordert, zwei Stellen zu beantragen"."""
    is_to_decide = _TO_DECIDE.search(context.folded, clause.start, clause.end) is not None
    return is_to_decide or _DEMANDED.search(context.folded, 0, clause.end) is not None
