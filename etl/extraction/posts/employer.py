"""With whom the persons of a count are employed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.parties import CARRIER, DISTRICT, TOWN, Party, find_parties

_EMPLOYED = re.compile(
    r"\b(?:angestellt|eingestellt|beschäftigt|beschäftigen|angesiedelt|besetzen konnte|besetzt|tätig|arbeiten|arbeitet)\b"
)
_WITH = re.compile(r"\b(?:bei|beim|von|durch)(?: (?:der|dem|den|die))?\s*$")
_WITH_IT = re.compile(r"\b(?:bei|beim)(?: (?:der|dem|den))?\s*$")
_LISTED = re.compile(
    r"\s*(?:,|und|sowie)\s+(?:(?:bei|an|beim|durch) ?(?:der|dem|den|das|die)?\s*)?"
)
_FILLED_UP = re.compile(
    r"(?:\s|,|ebenfalls|auch|noch|sind|seien|ist|weitere|bei|beim|der|dem|den|es|dort|nochmals)*"
)
_WITH_ITS_OWN = re.compile(r"(?:bei|beim)\b")
_EMPLOYS = re.compile(r"\s+(?:beschäftigt|beschäftige|hat|habe|stellte|stellt)\b")


def of_each(context: Context, span: Span) -> tuple[str, ...]:
    """The keys of the organisations named in one breath in the clause of a count of each, two at least; none otherwise."""
    clause = context.clause(span)
    named = [each for each in find_parties(context) if clause.start <= each.span.start < clause.end]
    named = [each for each in named if each.kind == CARRIER]
    between = [context.folded[one.span.end : other.span.start] for one, other in pairwise(named)]
    is_listed = len(named) > 1 and all(_LISTED.fullmatch(each) for each in between)
    return tuple(each.organisation for each in named) if is_listed else ()


def _beside(context: Context, parties: Sequence[Party], span: Span) -> str | None:
    """The one that "bei" leads to right behind a count, or right before it: "beim DRK ebenfalls zwei"."""
    for party in parties:
        is_with = _WITH_IT.search(context.folded, 0, party.span.start) or _WITH_ITS_OWN.match(
            context.folded, party.span.start
        )
        is_beside = (
            _FILLED_UP.fullmatch(context.folded, party.span.end, span.start) is not None
            or _FILLED_UP.fullmatch(context.folded, span.end, party.span.start) is not None
        )
        if is_with and is_beside and party.kind in (CARRIER, TOWN, DISTRICT):
            return party.organisation
    return None


def employer_of(context: Context, span: Span, limit: Span) -> str | None:
    """The key of the organisation that employs them, as the clause says; None where it does not."""
    clause = context.clause(span)
    start, end = max(clause.start, limit.start), min(clause.end, limit.end)
    if "bei" not in context.folded and not _EMPLOYED.search(context.folded, start, end):
        return None
    parties = [each for each in find_parties(context) if start <= each.span.start < end]
    if not _EMPLOYED.search(context.folded, start, end):
        return _beside(context, parties, span)
    behind = [each for each in parties if each.span.start >= span.end]
    for party in behind or (parties if limit.start == 0 else []):
        is_with = _WITH.search(context.folded, 0, party.span.start) or _WITH_ITS_OWN.match(
            context.folded, party.span.start
        )
        if is_with or _EMPLOYS.match(context.folded, party.span.end):
            return party.organisation
    return None
