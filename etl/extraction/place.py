"""Of which place a stretch of a sentence speaks: one that is named, the whole district or Land, else the place that speaks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.extraction.context import Context
from etl.extraction.mentions.places import Place
from etl.extraction.paper import Span
from etl.extraction.parties import district_of, is_district, is_steered_by_district
from kim.regions import LAND

LAND_WIDE = re.compile(r"\b(?:landesweit\w*|auf landesebene|in ganz (?:nrw|nordrhein-westfalen))\b")
DISTRICT_WIDE = re.compile(
    r"\b(?:kreisweit|auf kreisebene|auf städteregionaler ebene|städteregionsweit|(?:im|des) (?:gesamten |ganzen )?kreis(?:gebiets?|es|e)?"
    r"|in den kreisangehörigen \w+)\b(?! \w+ (?:angestellt|beschäftigt))"
)
OF_ALL = re.compile(r"\bkreisweite\w? $")
GROUP = re.compile(r"\b(?:lenkungs|steuerungs|projekt|arbeits)(?:gruppe|kreis)\w*")
NOT_ITS_PLACE = re.compile(
    r"\b(?:mit|an|um|neben|außerhalb|gegenüber|zwischen|wie|als|beim)(?: de[rmn]| die| das)? ?$"
)
OWN_VOICE = re.compile(
    r"\b(?:wir|uns|unsere[rnms]?|(?:die|der) vorsitzende|bürgermeister(?:in)?|die verwaltung|die stadt)\b"
)
OF_THE = re.compile(r" (?:de[rs] |in |von |vom )?")
OF_DISTRICT = re.compile(r"kreistag|kreisausschuss")
AND = re.compile(r"\s*(?:,|und|sowie)\s*(?:in |bei )?")
LEAD = 30


def place_of(context: Context, span: Span) -> str:
    """The key (AGS) of the place that the words around a span speak of.

    A place that the clause names, before the span rather than behind it, then one that the sentence names; the district or the Land
    where it is said of all of it, or of a group that sits at the district; else the place that speaks.
    """
    before = context.folded[max(0, span.start - LEAD) : span.start]
    if OF_ALL.search(before):
        return district_of(context.paper.region)
    clause = context.clause(span)
    for within in (clause, Span(0, len(context.text))):
        if named := _named(context, within, span):
            return named
    if context.is_of_district and OWN_VOICE.search(context.folded, clause.start, clause.end):
        return context.paper.region
    return district_of(context.home) if _is_at_the_district(context, span) else context.home


def seat_of(context: Context, council: Span | None) -> str:
    """The key of the place whose council it is: the one named right behind it, the district for its own, else that of the paper."""
    if council is None:
        return place_of(replace(context, is_of_district=False), Span(0, 0))
    for place in context.places:
        if OF_THE.fullmatch(context.folded, council.end, place.span.start):
            return place.ags
        if council.start <= place.span.start < council.end:
            return place.ags
    is_of_district = OF_DISTRICT.search(context.folded, council.start, council.end)
    return district_of(context.paper.region) if is_of_district else context.paper.region


def _named(context: Context, within: Span, span: Span) -> str | None:
    words = context.folded[within.start : within.end]
    if LAND_WIDE.search(words):
        return LAND
    places = [each for each in context.places if _is_its_place(context, each, within)]
    places = [each for each in places if not _holds_another(each, places)]
    before = [each for each in places if each.span.start < span.start]
    if len(places) > 1 and AND.fullmatch(context.folded, places[0].span.end, places[1].span.start):
        return None
    if places:
        return (before[-1] if before else places[0]).ags
    district = district_of(context.paper.region)
    return district if DISTRICT_WIDE.search(words) and is_district(district) else None


def _holds_another(place: Place, places: Sequence[Place]) -> bool:
    """Whether it is the district of a town that is named too: "in Greven im Kreis Steinfurt"."""
    return any(each.ags != place.ags and each.ags.startswith(place.ags) for each in places)


def _is_its_place(context: Context, place: Place, within: Span) -> bool:
    start = place.span.start
    is_inside = within.start <= start < within.end and place.ags != LAND
    return is_inside and not NOT_ITS_PLACE.search(context.folded, max(0, start - LEAD), start)


def _is_at_the_district(context: Context, span: Span) -> bool:
    return GROUP.search(
        context.folded, max(0, span.start - LEAD), span.end + LEAD
    ) is not None and is_steered_by_district(context)
