"""Which of the parties of a sentence holds a role, and towards whom."""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.parties import CARRIER, Party, find_parties
from etl.extraction.phrases import Said
from etl.extraction.roles import BY, OBLIQUE, TO, nearest, stands

RELATIVE = re.compile(r"(?:e\. V\.)?, (?:das|der|die|welche[rs]?)\b")
AND = re.compile(
    r"(?: \([^)\n]{1,40}\))?(?:,| und| sowie|, und) (?:de[rmn] |die |das |bei de[rmn] |beim )?"
)
PRONOUN = re.compile(r"(?:Er|Sie|Dieser|Diese|Dieses|Es)\b")


def with_listed(context: Context, parties: Sequence[Party], one: Party) -> list[Party]:
    """A party and those listed with it: "bei der Stadt, dem DRK und der AWO"."""
    runs: list[list[Party]] = []
    for party in parties:
        if runs and AND.fullmatch(context.text, runs[-1][-1].span.end, party.span.start):
            runs[-1].append(party)
        else:
            runs.append([party])
    return next((run for run in runs if one in run), [one])


def of_clause(
    context: Context, at: Sequence[Party], parties: Sequence[Party], said: Said
) -> Party | None:
    """The party in the clause of the phrase, else that of the sentence; who supervises may be its subject."""
    clause = context.clause(said.span)
    inside = [each for each in parties if clause.start <= each.span.start < clause.end]
    own_clause = [each for each in at if each in inside]
    may_be_subject = said.code == "supervises"
    for among in (
        own_clause,
        inside if may_be_subject else (),
        () if inside else at,
        parties if may_be_subject else (),
    ):
        if among:
            return nearest(among, said)
    return None


def subject(context: Context, parties: Sequence[Party], said: Said) -> Party | None:
    """Who the sentence is about: the first that no preposition leads to, before the verb or behind it; in the passive who it is done by;
    else whom a pronoun means.
    """
    start = max(context.text.rfind(mark, 0, said.span.start) for mark in ":;")
    by = [each for each in parties if start <= each.span.start and stands(context, each, BY)]
    before = [
        each
        for each in parties
        if start <= each.span.start
        and each.span.end <= said.span.start
        and (RELATIVE.match(context.text, each.span.end) or not stands(context, each, OBLIQUE))
    ]
    if by and (not before or said.code == "passes_on_grant"):
        return nearest(by, said)
    if before:
        return before[0]
    if start < 0 and (pronoun := PRONOUN.match(context.text)):
        return _meant_before(context, Span(*pronoun.span()))
    behind = [
        each
        for each in parties
        if each.span.start >= said.span.start and not stands(context, each, OBLIQUE)
    ]
    return behind[0] if behind else None


def in_segment(context: Context, parties: Sequence[Party], part: Span) -> Sequence[Party]:
    """The parties in what semicolons part; whom a pronoun means where that part begins with one and names nobody."""
    inside = [each for each in parties if part.start <= each.span.start < part.end]
    if inside or (part.start == 0 and part.end == len(context.text)):
        return inside
    pronoun = PRONOUN.match(context.text) if part.start == 0 else None
    meant = _meant_before(context, Span(*pronoun.span())) if pronoun else None
    return [meant] if meant else []


def _meant_before(context: Context, pronoun: Span) -> Party | None:
    """The first that the sentence before names, for a pronoun of this one."""
    if context.previous is None or context.previous.paragraph != context.sentence.paragraph:
        return None
    named = find_parties(Context(context.previous, context.paper))
    return replace(named[0], span=pronoun) if named else None


def counterpart(
    context: Context, parties: Sequence[Party], said: Said, holder: Party
) -> Party | None:
    """Towards whom the role is held: to whom money is passed on, who is commissioned."""
    others = [each for each in parties if each is not holder]
    if said.code == "passes_on_grant":
        return next((each for each in others if stands(context, each, TO)), None)
    if said.code == "commissions":
        return next((each for each in others if each.kind == CARRIER), None)
    return None
