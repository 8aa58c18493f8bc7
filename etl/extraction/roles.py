"""What a party is in a sentence: led to by a preposition, nearest to a phrase, holder of a role."""

import re
from collections.abc import Sequence

from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.places import find_places
from etl.extraction.paper import Span
from etl.extraction.parties import CARRIER, TOWN, Party, find_parties
from etl.extraction.phrases import Said
from etl.extraction.proposed import Value
from etl.extraction.rule import Found

Lead = tuple[re.Pattern[str], re.Pattern[str]]
"""A preposition as it stands in front of a party, and as the first word of one ("beim Kreis")."""
AT: Lead = (
    re.compile(
        r"\b(?:bei|beim|im|in|am|an|zum|zur|durch)(?: de[nmr])?(?: [a-zäöü]+en)?(?: (?:räumen|räumlichkeiten|büros) de[rs])? ?$",
        re.IGNORECASE,
    ),
    re.compile(r"(?:beim|im|am|zum)\b", re.IGNORECASE),
)
BY: Lead = (
    re.compile(r"\b(?:von|vom|durch)(?: de[nmr])? ?$", re.IGNORECASE),
    re.compile(r"(?:vom|durch)\b", re.IGNORECASE),
)
OBLIQUE: Lead = (
    re.compile(
        r"\b(?:an|mit|für|von|vom|bei|beim|im|in|zum|zur|durch|des|neben|außerhalb)(?: de[nmrs]| die| das)? ?[„\"]?$",
        re.IGNORECASE,
    ),
    re.compile(r"(?:beim|im|am|zum|vom|des|dem|den)\b", re.IGNORECASE),
)
TO: Lead = (re.compile(r"\ban(?: die| den| das)? ?[„\"]?$", re.IGNORECASE), re.compile(r"(?!)"))
FOR: Lead = (re.compile(r"\bfür(?: die| den)? ?$", re.IGNORECASE), re.compile(r"(?!)"))
OF_ALL_MODULES = frozenset(("receives_grant", "passes_on_grant"))
REACH = 200
LABEL = re.compile(r"([A-ZÄÖÜ][\w-]+): ")


def stands(context: Context, party: Party, lead: Lead) -> bool:
    """Whether a preposition leads to the party, in front of its words or as the first of them."""
    text, (before, within) = context.text, lead
    start = party.span.start
    return bool(
        before.search(text[max(0, start - 40) : start]) or within.match(text, start, party.span.end)
    )


def nearest(parties: Sequence[Party], said: Said) -> Party | None:
    """The party that stands next to a phrase; None when none is near."""
    near = [each for each in parties if each.span.distance(said.span) <= REACH]
    return min(near, key=lambda each: each.span.distance(said.span), default=None)


def found(
    context: Context, said: Said, holder: Party, counterpart: Party | None, basis: str | None = None
) -> Found:
    """The row that a phrase and its parties say, on the words from the first to the last of them."""
    ends = [said.span, holder.span, *([counterpart.span] if counterpart else [])]
    span = Span(min(each.start for each in ends), max(each.end for each in ends))
    told = values(context, said, holder, counterpart, span)
    return Found({**told, "basis": basis or context.modality.basis}, span)


def values(
    context: Context, said: Said, holder: Party, counterpart: Party | None, span: Span
) -> dict[str, Value]:
    """The columns of the row; `span`: the words that may name the module."""
    return {
        "region": _region(context, holder, counterpart),
        "module": _module(context, said, span),
        "organisation": holder.organisation,
        "role": said.code,
        "counterpart": counterpart.organisation if counterpart else None,
    }


def _region(context: Context, holder: Party, counterpart: Party | None) -> str:
    """Where the role is held: the place of the holder, or the town that it is held for."""
    if counterpart is not None and counterpart.kind == CARRIER:
        for_whom = [
            each
            for each in find_parties(context)
            if each.kind == TOWN and stands(context, each, FOR)
        ]
        if for_whom:
            return for_whom[0].region
    if holder.kind != CARRIER:
        return holder.region
    label = LABEL.match(context.text)
    labelled = list(find_places(f"Stadt {label[1]}")) if label else []
    if labelled:
        return labelled[0].ags
    towns = {
        each.ags
        for each in context.places
        if context.text.endswith((" in ", "In "), 0, each.span.start)
    }
    return towns.pop() if len(towns) == 1 else context.paper.region


def _module(context: Context, said: Said, span: Span) -> str | None:
    """The module that the phrase, its span or the sentence names, else the one last spoken of."""
    words = find_modules(context.folded)
    within = [each for each in words if span.start <= each.span.start < span.end]
    own_words = [
        each
        for each in words
        if each.span.start <= said.span.end + 6 and said.span.start <= each.span.end
    ]
    for among in (own_words, within, words):
        codes = {each.code for each in among}
        if len(codes) == 1 and (among is not within or said.code not in OF_ALL_MODULES):
            return codes.pop()
    if words or said.code in (*OF_ALL_MODULES, "hosts"):
        return None
    return context.topic.module or context.topic.recent_module
