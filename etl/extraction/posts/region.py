"""Of which place a count is."""

import re
from collections.abc import Sequence

from etl.extraction.context import Context
from etl.extraction.mentions.places import Place, find_places
from etl.extraction.paper import Span
from etl.extraction.parties import district_of
from etl.extraction.posts.counts import counts
from etl.extraction.posts.sentence_parts import segment
from kim.regions import LAND

_ALL_OVER_THE_DISTRICT = re.compile(
    r"\bkreisweit|\bauf (?:kreis|städteregions)ebene\b|\bauf städteregionaler ebene\b|\bim (?:ganzen |gesamten )?kreis(?:gebiet)?(?! \w+kreis)\b"
)
_OF_THE_DISTRICT = re.compile(
    r"\b(?:der|dem|den|beim|im|des|unser|unserem|als) kreis(?:es|e|gebiet)?\b|\b(?:die|der|ihrer) städteregion\b|\b(?<!vom )kreisverwaltung|\bkreisintegrationszentr|\bkommunalen? integrationszentr"
)
_OF_THE_TOWN = re.compile(
    r"\b(?:(?:die|der|unsere[rn]?|hiesigen?) (?:stadt|gemeinde|kommune)\b|stadtverwaltung|rathaus|vor ort|uns\b|\ban die\b)"
)
_RELATIVE = re.compile(r"\s*(?:der|die|das|welche[rs]?)\b")
_FROM_BEFORE = re.compile(
    r"\b(?:vereinbarung mit dem|vertrag mit dem|mit dem|vom|durch den|durch die|von der) (?:kreis )?$"
)
_GIVES = re.compile(
    r"\b(?:der (?:stadt|gemeinde|kommune)|uns|ihr|für (?:die|unsere) (?:stadt|gemeinde))\b"
)
_IN_BRACKET = re.compile(r"\([\d,]+\)")
_GRANTS = re.compile(
    r"\b(?:hat|habe|haben|hatte)\b.*\b(?:zugesagt|zugewiesen|zugeteilt|zuerkannt|zugestanden|bewilligt|genehmigt|gewährt|überlassen|in aussicht gestellt)\b"
)
_LISTING = re.compile(
    r"\s*(?:\([\d,]+\)\s*)?(?:,|und|sowie|/)\s*(?:(?:in|bei|an|für|auf) )?(?:(?:der|die|den|dem) )?(?:(?:stadt|städten?|gemeinden?|kommunen?|kreis) )?"
)
_OF_THE_SAME = re.compile(r"\s*\(?(?:mit|auf|im umfang von|zu)\s+(?:je(?:weils)?\s+|insgesamt\s+)?")
_NAME_BEFORE = re.compile(r"(?:^|[,:;] )([A-ZÄÖÜ][\w-]+):?\s+$")
_ALL_OVER = re.compile(r"\blandesweit|\bin ganz nrw\b|\bin ganz nordrhein-westfalen\b")
_ACTS = re.compile(r"\s+(?:hat|habe|stellt|stellte|beschäftigt|verfügt|erhält|erhielt|richtet)\b")
_DISTRICT_ACTS = re.compile(
    r"(?:[^:.;]{0,60}\b(?:kreises|kreisverwaltung|städteregion)[^:.;]{0,20}: )?(?:der|dem|beim|im) kreis(?:es|e)?\b|[^:.;]{0,60}\b(?:kreises|kreisverwaltung|städteregion)[^:.;]{0,20}: "
)
MOST_BEFORE_A_SUBJECT = 5


def region_of(context: Context, span: Span, limit: Span) -> str:
    """The key of the place that the clause names, else that of the paper; also where several are named in one breath."""
    clause = context.clause(span)
    if _ALL_OVER.search(context.folded, clause.start, clause.end):
        return LAND
    if _ALL_OVER_THE_DISTRICT.search(context.folded, clause.start, clause.end):
        return district_of(context.paper.region)
    is_own = clause.start >= limit.start or limit.start == 0
    is_own = is_own or _OF_THE_SAME.fullmatch(context.folded, limit.start, span.start) is not None
    start, end = clause.start if is_own else span.start, min(clause.end, limit.end)
    named = [
        each
        for each in context.places
        if each.ags != LAND and each.span.start >= start and not _is_giver(context, each)
    ]
    behind = [each for each in named if span.end <= each.span.start < end]
    before = [each for each in named if each.span.start < span.start]
    if _places_come_first(context):
        own = [e for e in context.places if limit.start <= e.span.start < span.start]
        before, behind = own or before, []
    behind = _before_bracket(context, span) or behind
    if behind:
        return context.paper.region if _are_listed(context, behind) else behind[0].ags
    if before:
        return before[-1].ags
    if sole := _sole_place_before(context, span):
        return sole
    is_relative = _RELATIVE.match(context.folded, clause.start)
    start = segment(context, span).start if is_relative else clause.start
    if not is_relative and _DISTRICT_ACTS.match(context.folded):
        start = 0
    is_of_district = _OF_THE_DISTRICT.search(context.folded, start, clause.end)
    is_of_town = any(
        form.search(context.folded, start, clause.end) for form in (_OF_THE_TOWN, _GIVES, _GRANTS)
    )
    speaker = district_of(context.home) if is_of_district and not is_of_town else context.home
    return _subject(context, limit) or _label(context, span) or speaker


def _before_bracket(context: Context, span: Span) -> list[Place]:
    """The place right before the bracket that holds a number alone: "Lünen (3)"."""
    if not _IN_BRACKET.match(context.folded, max(0, span.start - 1)):
        return []
    return [each for each in context.places if 0 <= span.start - 1 - each.span.end <= 1]


def _sole_place_before(context: Context, span: Span) -> str | None:
    """The only place that the sentence names, where it stands before: also for a clause behind that names none."""
    start = segment(context, span).start
    named = {e.ags for e in context.places if e.ags != LAND and not _is_giver(context, e)}
    before = [e for e in context.places if start <= e.span.start < span.start and e.ags in named]
    if not counts(context):
        return None
    is_of_all = before and before[0].span.start < counts(context)[0].counted.span.start
    return before[0].ags if is_of_all and len(named) == 1 else None


def _is_giver(context: Context, place: Place) -> bool:
    """Whether a place gives what is counted, and does not have it: "vom Kreis Steinfurt bewilligt", "der Kreis habe der Stadt … zugesagt"."""
    is_own_district = place.ags == district_of(context.paper.region) != context.paper.region
    if is_own_district and _GIVES.search(context.folded, place.span.end):
        return True
    before = context.folded[max(0, place.span.start - 12) : place.span.start]
    return _FROM_BEFORE.search(before) is not None


def _places_come_first(context: Context) -> bool:
    """Whether a list has each place before its count: "Auf Olfen entfallen zwei, auf Nottuln eine Stelle"."""
    places = [each.span.start for each in context.places if each.ags != LAND]
    counted = [each.counted.span.start for each in counts(context)]
    is_list = len(places) > 1 and len(counted) > 1
    return is_list and places[0] < counted[0] and places[-1] < counted[-1]


def _label(context: Context, span: Span) -> str | None:
    """The town whose bare name stands before the count: "Werl 1,0 Stelle"."""
    found = _NAME_BEFORE.search(context.text, max(0, span.start - 40), span.start)
    places = list(find_places(f"Stadt {found[1]}")) if found else []
    return places[0].ags if places and len(places) == 1 else None


def each_place(context: Context, span: Span, limit: Span) -> tuple[str, ...]:
    """The keys of the places named in one breath beside a count of each, two at least; none otherwise."""
    named = [
        each
        for each in context.places
        if each.ags != LAND and limit.start <= each.span.start < limit.end
    ]
    runs = [each for each in _runs(context, named) if len(each) > 1]
    before = [each for each in runs if each[-1].span.end <= span.start]
    behind = [each for each in runs if each[0].span.start >= span.end]
    run = before[-1] if before else behind[0] if behind else []
    return tuple(each.ags for each in run)


def _runs(context: Context, places: Sequence[Place]) -> list[list[Place]]:
    """The places in the groups that are named in one breath."""
    runs: list[list[Place]] = []
    for place in places:
        if runs and _are_listed(context, [runs[-1][-1], place]):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _subject(context: Context, limit: Span) -> str | None:
    """The place with which the sentence begins: it did all that is counted."""
    first = context.places[0] if context.places else None
    is_first = first is not None and first.span.start <= MOST_BEFORE_A_SUBJECT and limit.start > 0
    return (
        first.ags
        if first and is_first and first.ags != LAND and _ACTS.match(context.folded, first.span.end)
        else None
    )


def _are_listed(context: Context, places: Sequence[Place]) -> bool:
    """Whether the first two places are named in one breath, so that a count is of both together."""
    return (
        len(places) > 1
        and _LISTING.fullmatch(context.folded, places[0].span.end, places[1].span.start) is not None
    )
