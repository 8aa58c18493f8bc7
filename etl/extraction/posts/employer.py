"""With whom the persons of a count are employed."""

import re

from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.parties import find_parties

_EMPLOYED = re.compile(
    r"\b(?:angestellt|eingestellt|beschäftigt|beschäftigen|angesiedelt|besetzen konnte|besetzt|tätig|arbeiten|arbeitet)\b"
)
_WITH = re.compile(r"\b(?:bei|beim|von|durch)(?: (?:der|dem|den|die))?\s*$")
_WITH_ITS_OWN = re.compile(r"(?:bei|beim)\b")
_EMPLOYS = re.compile(r"\s+(?:beschäftigt|beschäftige|hat|habe|stellte|stellt)\b")


def employer_of(context: Context, span: Span, limit: Span) -> str | None:
    """The key of the organisation that employs them, as the clause says; None where it does not."""
    clause = context.clause(span)
    start, end = max(clause.start, limit.start), min(clause.end, limit.end)
    if not _EMPLOYED.search(context.folded, start, end):
        return None
    parties = [each for each in find_parties(context) if start <= each.span.start < end]
    behind = [each for each in parties if each.span.start >= span.end]
    for party in behind or (parties if limit.start == 0 else []):
        is_with = _WITH.search(context.folded, 0, party.span.start) or _WITH_ITS_OWN.match(
            context.folded, party.span.start
        )
        if is_with or _EMPLOYS.match(context.folded, party.span.end):
            return party.organisation
    return None
