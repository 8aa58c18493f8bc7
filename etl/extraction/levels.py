"""Whose an evaluation is: of the Land, of the district, of the place itself."""

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.parties import DISTRICT, LAND_ITSELF, TOWN, find_parties, is_district

OF_PARTY = {LAND_ITSELF: "land", DISTRICT: "district", TOWN: "local"}


def levels_of(context: Context, folded: str) -> dict[str, Span]:
    """The levels that are named, each with its words; those of who is said to evaluate where no other is."""
    named: dict[str, Span] = {}
    for said in phrases.load("evaluations")["level"].find(folded):
        code = said.code if said.code != "own" else own_level(context)
        named.setdefault(code, said.span)
    if named:
        return named
    parties = [each for each in find_parties(context) if each.kind in OF_PARTY]
    return {OF_PARTY[each.kind]: each.span for each in parties[:1]}


def own_level(context: Context) -> str:
    """The level of the one that evaluates by itself: of whom the sentence names, else of the body whose paper it is."""
    kinds = {each.kind for each in find_parties(context)} & {DISTRICT, TOWN}
    if len(kinds) == 1:
        return OF_PARTY[kinds.pop()]
    return "district" if is_district(context.paper.region) else "local"


def level_before(context: Context) -> str | None:
    """The one level of which the sentence before in the same paragraph speaks, or the heading."""
    before = context.previous
    is_near = before is not None and before.paragraph == context.sentence.paragraph
    for words in (before.text if before and is_near else "", context.topic.heading):
        found = list(phrases.load("evaluations")["level"].find(phrases.folded(words)))
        levels = {each.code if each.code != "own" else own_level(context) for each in found}
        if len(levels) == 1:
            return levels.pop()
    return None
