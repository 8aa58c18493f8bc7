"""Rules for posts and persons: how many, of which module, how far, of what a measure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.paper import Span
from etl.extraction.posts import setting, status
from etl.extraction.posts.counted import Counted, certainty, find_counted, value
from etl.extraction.posts.implied import changes, counted_before, find_implied
from etl.extraction.posts.quantities import quantities
from etl.extraction.posts.table import in_table
from etl.extraction.posts.unnumbered import unnumbered
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule

_EACH = re.compile(r"\b(?:je|jeweils|jede[rs]?|pro)\b")
_BESIDE_OTHERS = re.compile(r"^weitere\b.*\bbei den\b")
_OF = re.compile(
    r"\s*(?:der|von(?: den| insgesamt| diesen)?|dieser)\s+(?:insgesamt\s+|genannten\s+)?"
)
_OF_BEFORE = re.compile(r"\bvon (?:den|diesen|insgesamt|ihren)\s*$")
_DAVON = re.compile(r"(?:davon|hiervon|darunter)\b")
_MEMBERS = re.compile(r"kreisangehörigen? (?:kommunen|städten?|gemeinden?)")
_SIMPLE_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_THE_SAME = re.compile(
    r"^(?:die|diese|alle|sämtliche) (?:[\w-]+ )?(?:[\w-]+-)?(?:personal|vollzeit|plan|koordinierungs|koordinations)?stelle(?P<plural>n)?\b"
    r"|^(?:sie|diese) (?:(?:ist|wurde|konnte)|(?P<they>sind|wurden|konnten)) (?=.*\bbesetzt)"
)
_ALL_FILLED = re.compile(
    r"(?:,|und|die|sind|seien)\s+(?:inzwischen |mittlerweile |bereits |auch )*(?P<words>(?:alle|beide|sämtlich|vollständig|komplett) (?:\w+ )?besetzt)\b"
)


@dataclass(frozen=True)
class Count:
    """A count of a sentence with the words around it that no other count claims."""

    counted: Counted
    kind: str | None
    limit: Span


@lru_cache(maxsize=16)
def counts(context: Context) -> tuple[Count, ...]:
    """All counts of a sentence, in order; none where it does not speak of KIM."""
    if not context.topic.is_kim or context.header is not None or not quantities(context):
        return ()
    named = find_counted(context)
    kinds = changes(context, named)
    found = [(each, kinds.get(each.quantity.span)) for each in named]
    found += [
        (each.counted, each.kind) for each in find_implied(context, named, counted_before(context))
    ]
    found.sort(key=lambda each: each[0].span.start)
    return tuple(_with_limits(context, found))


def _with_limits(context: Context, found: list[tuple[Counted, str | None]]) -> Iterator[Count]:
    """Each count with the words up to its neighbours; a part shares those of its whole, which says nothing of its own."""
    small = context.folded
    ends = [0, *(each.span.end for each, _ in found)]
    starts = [*(each.span.start for each, _ in found), len(small)]
    has_part = any(kind == "part" for _, kind in found)
    for at, (each, kind) in enumerate(found):
        is_whole = at > 0 and _is_whole(found[at - 1], found[at], small)
        is_whole = is_whole or (
            has_part and kind is None and _OF_BEFORE.search(small, 0, each.span.start) is not None
        )
        next_is_whole = at + 1 < len(found) and _is_whole(found[at], found[at + 1], small)
        limit = (
            each.span
            if is_whole
            else Span(ends[at], starts[at + 2] if next_is_whole else starts[at + 1])
        )
        yield Count(each, "whole" if is_whole else kind, limit)


def _is_whole(
    part: tuple[Counted, str | None], whole: tuple[Counted, str | None], small: str
) -> bool:
    """Whether the second count is the whole of the first: "acht der neun Stellen"."""
    return (
        part[1] == "part"
        and _OF.fullmatch(small, part[0].quantity.span.end, whole[0].span.start) is not None
    )


def posts_counted(context: Context) -> Iterator[Found]:
    """ "drei Koordinierungskräfte", "zusätzliche 1,9 Stellen im Case Management"."""
    for count in counts(context):
        if count.counted.is_named and _is_ours(context, count):
            yield from _found(context, count)


def posts_implied(context: Context) -> Iterator[Found]:
    """ "davon sind fünf besetzt", "von zwei auf vier", "zwei weitere kamen hinzu"."""
    for count in counts(context):
        if not count.counted.is_named and context.topic.is_near:
            yield from _found(context, count)


def posts_named_before(context: Context) -> Iterator[Found]:
    """ "Die Stelle ist seit Mai besetzt": the count is that of the sentence before; of one named by its task it is one."""
    same = _THE_SAME.search(context.folded)
    if not context.topic.is_kim or not same or counts(context):
        return
    last = _same_count(context, same)
    whole = Span(0, len(context.text))
    code = status.status_of(context, Span(*same.span()), whole)
    if last is None or code in (None, status.DROPPED, "funded", "placed", "partly_filled"):
        return
    here = Counted(last.quantity, last.unit, Span(*same.span()), last.noun, is_named=False)
    is_read = same["plural"] or same["they"] or not counted_before(context)
    basis = "claimed" if context.modality.claimed else "inferred" if is_read else "stated"
    values = _values(context, Count(here, "total", whole), str(code)) | {"basis": basis}
    yield Found(values, _words(context, here.span, str(code)))


def _same_count(context: Context, same: re.Match[str]) -> Counted | None:
    """The count that "die Stelle", "die Stellen" stand for; None in doubt."""
    before = counted_before(context)
    is_change = (
        len(before) > 1 and context.previous is not None and " auf " in context.previous.text
    )
    if len(before) == 1 or is_change:
        return (
            before[-1] if (value(before[-1]) > 1) == bool(same["plural"] or same["they"]) else None
        )
    is_named = phrases.load("modules")["module"].first(context.folded, 0, same.end() + 40)
    if before or same["plural"] or not is_named:
        return None
    return Counted(
        Quantity(Span(*same.span()), 1.0, 1.0, "exact"), "posts", Span(*same.span()), same.group()
    )


def posts_all_filled(context: Context) -> Iterator[Found]:
    """ "drei Stellen bewilligt, alle besetzt": the count once more, filled."""
    found = _ALL_FILLED.search(context.folded)
    before = [
        each for each in counts(context) if found and each.counted.span.end <= found.start() + 1
    ]
    if not found or not before or context.modality.asked or not _is_ours(context, before[-1]):
        return
    values = _values(context, before[-1], "filled") | {"measure": "total"}
    yield Found(values, Span(*found.span("words")))


def _is_ours(context: Context, count: Count) -> bool:
    """Whether a count with its noun is of KIM: its noun is, or KIM is named close by and nothing else in its clause."""
    noun = phrases.folded(count.counted.noun)
    if phrases.load("modules")["module"].first(noun):
        return True
    clause = context.clause(count.counted.span)
    terms = phrases.load("topic")["term"].codes(context.folded[clause.start : clause.end])
    if terms & {"off", "aside"} and not terms & {"programme", "on"}:
        return False
    return context.topic.is_near


def _found(context: Context, count: Count) -> Iterator[Found]:
    counted = count.counted
    is_change = count.kind in ("before", "after", "increase")
    is_wide = is_change or count.kind == "part"
    limit = Span(0, len(context.text)) if is_wide else count.limit
    code = (
        "established"
        if count.kind == "whole"
        else status.status_of(context, counted.span, limit, is_change)
    )
    is_each = bool(
        _EACH.search(
            context.folded,
            counted.span.start - 10 if counted.span.start > 10 else 0,
            counted.span.start,
        )
    )
    is_limited = setting.valid_until(context, counted.span) is not None
    if code == status.DROPPED or (
        code is None and counted.quantity.is_article and not is_each and not is_limited
    ):
        return
    basis = context.modality.basis
    if code is None:
        code = "filled" if counted.unit == "persons" else "established"
        basis = basis if basis == "claimed" or is_change else "inferred"
    if code in {"placed", "established"}:
        code = "filled" if counted.unit == "persons" else "established"
    values = _values(context, count, code) | {"basis": basis}
    is_both = "beide" in context.folded[counted.span.start : counted.span.start + 12]
    span = _words(context, counted.span, code) if is_both else counted.span
    places = setting.each_place(context, limit) if is_each else ()
    for place in places:
        yield Found(values | {"region": place, "measure": "total"}, span)
    if not places:
        yield Found(values, span)


def _values(context: Context, count: Count, code: str) -> dict[str, Value]:
    counted, limit = count.counted, count.limit
    module, function = setting.module_of(context, counted, limit)
    region = setting.region_of(context, counted.span, limit)
    as_of = setting.since(
        context,
        counted.span,
        limit if count.kind not in ("before", "after") else Span(0, len(context.text)),
    )
    if count.kind == "before":
        as_of = _until(as_of or context.date)
    return {
        "region": region,
        "module": module,
        "function": function,
        "quantity": value(counted),
        "certainty": certainty(counted),
        "unit": counted.unit,
        "measure": _measure(context, count, code, region),
        "status": code,
        "area": "kreisangehörige Kommunen"
        if _MEMBERS.search(_own_clause(context, counted.span))
        else None,
        "valid_until": setting.valid_until(context, counted.span),
        "pay_group": setting.pay_group(context),
        "as_of": as_of,
    }


def _measure(context: Context, count: Count, code: str, region: str) -> str:
    if count.kind in ("before", "after", "total"):
        return "total"
    if count.kind in ("part", "increase"):
        return "subset" if count.kind == "part" else "increase"
    span = count.counted.span
    before = context.folded[max(count.limit.start, context.clause(span).start) : span.start]
    words = phrases.load("positions")["measure"].codes(
        f"{before[-40:]} {phrases.folded(count.counted.noun)}"
    )
    if (
        _DAVON.match(context.folded)
        or _EACH.search(before)
        or "subset" in words
        or _is_left_over(context, count, code)
    ):
        return "subset"
    if _BESIDE_OTHERS.search(context.folded) or "total" in words:
        return "total"
    if "increase" in words:
        return "increase"
    places = {each.ags for each in context.places if each.ags != "05"}
    return (
        "subset"
        if len(places) > 1 and region == context.paper.region and len(counts(context)) > 1
        else "total"
    )


def _is_left_over(context: Context, count: Count, code: str) -> bool:
    """ "Eine Stelle ist vakant", beside or after a count of more of them."""
    others = [*(each.counted for each in counts(context)), *counted_before(context)]
    return code == "vacant" and any(value(each) > value(count.counted) for each in others)


def _until(date: str | None) -> str | None:
    return f"../{date}" if date and _SIMPLE_DATE.fullmatch(date) else None


def _own_clause(context: Context, span: Span) -> str:
    clause = context.clause(span)
    return context.folded[clause.start : clause.end]


def _words(context: Context, span: Span, code: str) -> Span:
    """From the noun to the last word that tells the status, so that the words prove the fact."""
    said = [
        each
        for each in phrases.load("positions")["status"].find(context.folded, span.end)
        if each.code == code
    ]
    return Span(span.start, said[-1].span.end) if said else span


RULES = (
    Rule("posts_counted", "positions", posts_counted),
    Rule("posts_implied", "positions", posts_implied),
    Rule("posts_named_before", "positions", posts_named_before),
    Rule("posts_all_filled", "positions", posts_all_filled),
    Rule("posts_unnumbered", "positions", unnumbered),
    Rule("posts_in_table", "positions", in_table),
)
