"""The row that a count of posts or persons is proposed as."""

import re
from collections.abc import Iterator

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.paper import Span
from etl.extraction.posts import setting, status
from etl.extraction.posts.counted import Counted, certainty, value
from etl.extraction.posts.counts import ALL_FILLED, Count, counts
from etl.extraction.posts.employer import employer_of
from etl.extraction.posts.implied import counted_before
from etl.extraction.proposed import Value
from etl.extraction.rule import Found

_EACH = re.compile(r"\b(?:je|jeweils|jede[rs]?|pro)\b")
_BESIDE_OTHERS = re.compile(r"^weitere\b.*\bbei den\b")
_DAVON = re.compile(r"(?:davon|hiervon|darunter)\b")
_MEMBERS = re.compile(r"kreisangehörigen? (?:kommunen|städten?|gemeinden?)")
_SIMPLE_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")

_ADDED = re.compile(r"\b(?:hinzu|dazu)(?:kommen|gekommen)?\b(?! kommen)")
_BESIDE = re.compile(r"\bweitere (?:bei|beim|in|im|vor ort|sind|arbeiten|an)\b")
MOST_BEFORE_A_SUBJECT = 60
_AMONG = re.compile(r"\b(?:darunter|davon|hiervon)\b[^.;]*$")
_FALLS_TO = re.compile(r"\s+(?:entfallen|entfällt)? ?auf (?:die|den|das)\b")
CHANGES = frozenset(("before", "after"))


def found(context: Context, count: Count) -> Iterator[Found]:
    """The row of a count, one for each place where a count is of each; none where the sentence denies it or tells too little."""
    counted, limit = count.counted, _wide(context, count)
    is_each = _EACH.search(context.folded, max(0, counted.span.start - 10), counted.span.start)
    code = status_of(context, count, limit) or _status_before(context, count)
    is_vague = (
        counted.quantity.is_article
        and not is_each
        and not setting.valid_until(context, counted.span)
    )
    is_unsaid = (
        code is None
        and counted.unit == "persons"
        and not setting.names_its_module(context, counted)
    )
    if code == status.DROPPED or (code is None and is_vague) or is_unsaid:
        return
    if code is None and ALL_FILLED.search(context.folded, counted.span.end):
        code = "filled"
    is_read = code is None and count.kind not in CHANGES and count.kind != "increase"
    if code in {None, "placed", "established"}:
        code = "filled" if counted.unit == "persons" else "established"
    basis = "inferred" if is_read and not context.modality.claimed else context.modality.basis
    values = row(context, count, str(code)) | {"basis": basis}
    if code in {"filled", "established"} and _is_ahead(values["as_of"], context.date):
        values["status"] = "planned"
    is_both = "beide" in context.folded[counted.span.start : counted.span.start + 12]
    span = words(context, counted.span, str(code)) if is_both else counted.span
    places = setting.each_place(context, limit) if is_each else ()
    for place in places:
        yield Found(values | {"region": place, "measure": "total"}, span)
    if not places:
        yield Found(values, span)


def _wide(context: Context, count: Count) -> Span:
    """Where the words about a count may stand: changes and parts share those of the whole sentence."""
    return (
        Span(0, len(context.text))
        if count.kind in {*CHANGES, "increase", "part", "listed"}
        else count.limit
    )


def status_of(context: Context, count: Count, limit: Span) -> str | None:
    """The status of a count by the words within `limit`; None where none tells it."""
    if count.kind == "whole":
        return _own_status(count.counted)
    is_raised = count.kind in {*CHANGES, "increase"}
    return status.status_of(context, count.counted.span, limit, is_raised)


def _status_before(context: Context, count: Count) -> str | None:
    """Of a part, the status of the whole that the sentence before tells."""
    if (
        count.kind != "part"
        or context.previous is None
        or count.counted.span.start > MOST_BEFORE_A_SUBJECT
    ):
        return None
    said = phrases.load("positions")["status"].first(phrases.folded(context.previous.text))
    return said.code if said else None


def _own_status(counted: Counted) -> str | None:
    """What the adjectives of the noun tell: "der neun bewilligten Stellen"."""
    said = phrases.load("positions")["status"].first(phrases.folded(counted.noun))
    return said.code if said and said.code not in (status.DROPPED, "partly_filled") else None


def row(context: Context, count: Count, code: str) -> dict[str, Value]:
    """The values of a count with the status `code`."""
    counted, limit = count.counted, count.limit
    module, function = setting.module_of(context, counted, limit)
    region = setting.region_of(context, counted.span, limit)
    around = Span(0, len(context.text)) if count.kind in CHANGES else limit
    as_of = setting.since(context, counted.span, around)
    clause = context.clause(counted.span)
    is_of_members = _MEMBERS.search(context.folded, clause.start, clause.end)
    return {
        "region": region,
        "module": module,
        "function": function,
        "quantity": value(counted),
        "certainty": certainty(counted),
        "unit": counted.unit,
        "measure": _measure(context, count, code, region),
        "status": code,
        "employer": employer_of(context, counted.span, limit),
        "area": "kreisangehörige Kommunen" if is_of_members else None,
        "valid_until": setting.valid_until(context, counted.span),
        "pay_group": setting.pay_group(context),
        "as_of": _until(as_of or context.date) if count.kind == "before" else as_of,
    }


def _measure(context: Context, count: Count, code: str, region: str) -> str:
    if count.kind in {"part", "increase"}:
        return "subset" if count.kind == "part" else "increase"
    if count.kind not in {None, "listed"}:
        return "total"
    is_more = _is_more(context, count)
    if _is_part(context, count, code) and not (is_more and _is_each(context, count)):
        return "subset"
    if is_more:
        return "increase"
    is_one = not _said(context, count) and _is_one_of_places(context, region)
    return "subset" if is_one else "total"


def _is_more(context: Context, count: Count) -> bool:
    """Whether the count comes on top of others."""
    clause, said = context.clause(count.counted.span), _said(context, count)
    if _ADDED.search(context.folded, clause.start, clause.end):
        return True
    return "increase" in said and "total" not in said and not _BESIDE_OTHERS.search(context.folded)


def _is_part(context: Context, count: Count, code: str) -> bool:
    """Whether the count is part of another."""
    before = context.folded[: count.counted.span.start]
    is_told = (
        _AMONG.search(before)
        or _FALLS_TO.match(context.folded, count.counted.span.end)
        or "subset" in _said(context, count)
        or _DAVON.match(context.folded)
        or _is_each(context, count)
    )
    return bool(is_told) or _is_summed_up(context, count) or _is_left_over(context, count, code)


def _is_each(context: Context, count: Count) -> bool:
    start = max(count.limit.start, context.clause(count.counted.span).start)
    return _EACH.search(context.folded, start, count.counted.span.start) is not None


def _is_summed_up(context: Context, count: Count) -> bool:
    """Whether the counts behind the first of a sentence make up that first one, or another of the same is set beside this one."""
    others = [each.counted for each in counts(context)]
    if any(
        _BESIDE.search(context.folded, each.span.start, each.span.end + 20)
        for each in others[1:]
        if not each.is_named
    ):
        return True
    if (
        len(others) > 1
        and context.folded.startswith(")", count.counted.span.end)
        and context.folded[: count.counted.span.start].endswith("(")
    ):
        return True
    if len(others) < 3 or others[0] is count.counted:
        return False
    return abs(sum(value(each) for each in others[1:]) - value(others[0])) < 0.01


def _is_one_of_places(context: Context, region: str) -> bool:
    """Whether the sentence counts place by place, and this count is of the place whose paper it is."""
    places = {each.ags for each in context.places if each.ags != "05"}
    return len(places) > 1 and region == context.paper.region and len(counts(context)) > 1


def _is_left_over(context: Context, count: Count, code: str) -> bool:
    """ "Eine Stelle ist vakant", "drei Stellen sind besetzt" after a count of more of them."""
    own = count.counted
    noun = phrases.folded(own.noun)
    is_labelled = ":" in context.text[: own.span.start]
    if code == "vacant" and not is_labelled and not find_modules(noun):
        return True
    is_same = (
        code == "filled"
        and not setting.names_its_module(context, own)
        and "total" not in _said(context, count)
    )
    others = [each for each in counted_before(context) if is_same and each.unit == own.unit]
    return any(value(each) > value(own) for each in others)


def _said(context: Context, count: Count) -> frozenset[str]:
    """What the noun and the words before it say of the measure."""
    start = max(
        count.limit.start, context.clause(count.counted.span).start, count.counted.span.start - 40
    )
    before = context.folded[start : count.counted.span.start]
    return phrases.load("positions")["measure"].codes(
        f"{before} {phrases.folded(count.counted.noun)}"
    )


def _is_ahead(day: Value, date: str | None) -> bool:
    """Whether a day comes after the paper: what holds from then on is still a plan."""
    if (
        not isinstance(day, str)
        or not date
        or not _SIMPLE_DATE.fullmatch(day)
        or not _SIMPLE_DATE.fullmatch(date)
    ):
        return False
    return day[: len(date)] > date[: len(day)]


def _until(date: str | None) -> str | None:
    return f"../{date}" if date and _SIMPLE_DATE.fullmatch(date) else None


def words(context: Context, span: Span, code: str) -> Span:
    """From the noun to the last word that tells the status, so that the words prove the fact."""
    said = [
        each
        for each in phrases.load("positions")["status"].find(context.folded, span.end)
        if each.code == code
    ]
    return Span(span.start, said[-1].span.end) if said else span
