"""The row that a count of posts or persons is proposed as."""

import re
from collections.abc import Iterator, Mapping

from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.posts import (
    before,
    days,
    earlier,
    employer,
    measure,
    region,
    same,
    setting,
    status,
    status_words,
)
from etl.extraction.posts.counted import certainty, value
from etl.extraction.posts.counts import ALL_FILLED, Count, counts
from etl.extraction.posts.given import is_excepted, is_given, is_to_be_kept
from etl.extraction.posts.predicates import DROPPED, THERE
from etl.extraction.posts.second_state import second_state
from etl.extraction.posts.vague import is_only_an_article, tells_too_little
from etl.extraction.proposed import Value
from etl.extraction.rule import Found

_MEMBERS = re.compile(r"kreisangehörigen? (?:kommunen|städten?|gemeinden?)")
_ALL_BUT = re.compile(r"\bbis auf (?:eine[nr]?|zwei|drei|\d)\b(?! \w*stelle)")
_EACH_BEFORE = re.compile(r"\b(?:je|jeweils|jede[nmrs]?|pro)\b")
_VARIANT = re.compile(
    r"\W*(?:variante|option|alternative|szenario|modell|vorschlag) ?\w{0,3}(?: \([^)]*\))?:"
)
_IS = re.compile(r"\b(?:waren|war|sind|ist|seien|sei)\b")

CHANGES = frozenset(("before", "then", "after"))
MERELY_THERE = frozenset((None, "established", "placed", "there"))


def found(context: Context, count: Count) -> Iterator[Found]:
    """The rows of a count: one, or one for each place, and one more where a relative clause tells another status; none where the sentence denies it or tells too little."""
    counted, limit = count.counted, _wide(context, count)
    is_each = _EACH_BEFORE.search(
        context.folded, max(0, counted.span.start - 18), counted.span.start + 8
    )
    code = _first_code(context, count, limit)
    is_kept = code == "planned" and is_given(context, count)
    is_kept = is_kept or (code == "funded" and is_to_be_kept(context, count))
    if is_kept or _is_said_again(context, count):
        return
    if (
        code == DROPPED
        or is_only_an_article(context, count)
        or (code is None and tells_too_little(context, count, is_each))
    ):
        return
    code = _code_around(context, count, code)
    is_read = code is None and count.kind not in CHANGES and count.kind != "increase"
    if code in MERELY_THERE:
        code = "filled" if counted.unit == "persons" else "established"
    basis = "inferred" if is_read and not context.modality.claimed else context.modality.basis
    values = row(context, count, str(code)) | {"basis": basis}
    if values["as_of"] is None and count.kind is None:
        values["as_of"] = same.day_behind(context, str(code))
    if code in {"filled", "established"} and days.is_ahead(values["as_of"], context.date):
        values["status"] = "planned"
    is_both = "beide" in context.folded[counted.span.start : counted.span.start + 12]
    span = words(context, counted.span, str(code)) if is_both else counted.span
    of_each = list(_of_each(context, count, count.limit)) if is_each else []
    for told in of_each:
        yield Found({**values, **told}, span)
    if not of_each:
        yield from _with_relative(context, count, values, span)


def _first_code(context: Context, count: Count, limit: Span) -> str | None:
    """The status by the words about a count, else by what stands before; of a decrease that it is gone."""
    code = (
        status_of(context, count, limit)
        or earlier.status_of_whole(context, count)
        or earlier.status_of_question(context)
    )
    if count.kind == "decrease" and code != DROPPED:
        return "cut"
    if code in (None, "filled") and is_excepted(context, count):
        return "vacant"
    start = max(0, count.counted.span.start - 60)
    return "established" if code == "filled" and _ALL_BUT.search(context.folded, start) else code


def _code_around(context: Context, count: Count, code: str | None) -> str | None:
    """The status, where the words about a count tell none, by what it is drawn from; that of a former count is no plan."""
    span = count.counted.span
    if code in (None, THERE, "placed", "funded") and (
        of_set := earlier.status_of_set(context, count)
    ):
        return of_set
    if code in (None, THERE):
        own = earlier.status_of_thing(context)
        code = own or earlier.status_of_clause_before(context, span) or code
    if code is None and count.kind == "part":
        code = _code_of_whole_here(context, count)
    if code in (None, THERE) and ALL_FILLED.search(context.folded, span.end):
        code = "filled"
    if count.kind in ("before", "then") and code == "planned":
        code = None
    if code is None and count.kind == "after" and earlier.is_plan(context):
        code = "planned"
    if code in (None, THERE) and count.kind in CHANGES:
        code = earlier.status_of_noun(context, span) or earlier.status_of_number(context) or code
    return "planned" if _VARIANT.match(context.folded) else code


def _code_of_whole_here(context: Context, count: Count) -> str | None:
    """The status of the count right before in the sentence, of which this one is a part: "fünf sollen folgen, davon drei in Werl"."""
    before = [each for each in counts(context) if each.counted.span.end <= count.counted.span.start]
    whole = before[-1] if before else None
    code = _first_code(context, whole, whole.limit) if whole and whole.kind != "part" else None
    return None if code in (DROPPED, "cut") else code


def _of_each(context: Context, count: Count, limit: Span) -> Iterator[Mapping[str, Value]]:
    """What is told of each of several places, else of each of several carriers, of whom one count is said."""
    places = region.each_place(context, count.counted.span, limit)
    for place in places:
        yield {"region": place, "measure": "total"}
    if not places:
        for each in employer.of_each(context, count.counted.span):
            yield {"employer": each}


def _is_said_again(context: Context, count: Count) -> bool:
    """Whether a whole that tells no status of its own, and no day, was counted before: "elf der 13,5 Stellen"."""
    span = count.counted.span
    if count.kind != "whole" or status.own_status(context, span):
        return False
    if days.since(context, span, context.clause(span)):
        return False
    return any(
        each.unit == count.counted.unit and value(each) == value(count.counted)
        for each in (*before.counted_before(context), *before.counted_in_paragraphs_before(context))
    )


def _with_relative(
    context: Context, count: Count, values: dict[str, Value], span: Span
) -> Iterator[Found]:
    """The row, and that of the relative clause behind it; one where the main clause tells no more than that they are there."""
    told = status.status_behind(context, count.counted.span) if count.kind is None else None
    if second := second_state(context, count) if told is None else None:
        at, said = second
        first = days.since(context, count.counted.span, Span(count.limit.start, at))
        yield Found(
            values
            | {"status": earlier.first_status(context, count.counted.span, at), "as_of": first},
            span,
        )
        behind = Span(at, count.limit.end)
        yield Found(
            values | {"status": said.code, "as_of": days.first_day(context, behind)},
            Span(at, said.span.end),
        )
        return
    if told is None or told[0] in (values["status"], *MERELY_THERE, "funded"):
        yield Found(values, span)
        return
    code, behind = told
    if values["status"] not in MERELY_THERE:
        limit = Span(count.limit.start, min(count.limit.end, behind.start))
        yield Found(values | {"as_of": days.since(context, count.counted.span, limit)}, span)
        span = behind
    yield Found(values | {"status": code, "as_of": days.since(context, behind, behind)}, span)


def _wide(context: Context, count: Count) -> Span:
    """Where the words about a count may stand: changes and parts share those of the whole sentence."""
    is_shared = count.kind in {*CHANGES, "increase", "decrease", "part", "listed"}
    return Span(0, len(context.text)) if is_shared else count.limit


def status_of(context: Context, count: Count, limit: Span) -> str | None:
    """The status of a count by the words within `limit`; None where none tells it."""
    if count.kind == "whole":
        return status.own_status(context, count.counted.span)
    is_raised = count.kind in {*CHANGES, "increase"}
    return status.status_of(context, count.counted.span, limit, is_raised)


def row(context: Context, count: Count, code: str) -> dict[str, Value]:
    """The values of a count with the status `code`."""
    counted, limit = count.counted, count.limit
    clause = context.clause(counted.span)
    place = region.region_of(
        context, counted.span, clause if count.kind in {*CHANGES, "whole"} else limit
    )
    if count.kind in ("part", "then", "listed") and not context.places:
        place = _region_before(context) or place
    module, function = setting.module_of(context, counted, limit, place)
    around = Span(0, len(context.text)) if count.kind in CHANGES else limit
    if count.kind == "whole" and _IS.search(context.folded):
        around = context.clause(counted.span)
    as_of = days.since(context, counted.span, limit)
    if as_of is None and around != limit:
        as_of = days.since(context, counted.span, around)
    is_of_members = _MEMBERS.search(context.folded, clause.start, clause.end)
    return {
        "region": place,
        "module": module,
        "function": function,
        "quantity": value(counted),
        "certainty": certainty(counted),
        "unit": counted.unit,
        "measure": measure.measure_of(context, count, code, place),
        "status": code,
        "employer": employer.employer_of(context, counted.span, limit),
        "area": "kreisangehörige Kommunen" if is_of_members else None,
        "valid_until": days.valid_until(context, counted.span),
        "pay_group": setting.pay_group(context),
        "as_of": _until(context, count, as_of) if count.kind == "before" else as_of,
    }


def _until(context: Context, count: Count, day: str | None) -> str | None:
    """Up to when a former number held; None where the change is only planned."""
    is_plan = context.modality_at(count.counted.span).planned
    return None if is_plan else days.until_change(context, day)


def _region_before(context: Context) -> str | None:
    """The place of the whole that the sentence before counts: "Der Kreis Borken hat zehn Stellen. Davon sind acht besetzt"."""
    sentence = before.sentence_before(context)
    if sentence is None or not (sentence.places or len(before.all_counted_before(context)) == 1):
        return None
    whole = max(before.all_counted_before(context), key=lambda each: each.span.start)
    return region.region_of(sentence, whole.span, Span(0, len(sentence.text)))


def words(context: Context, span: Span, code: str) -> Span:
    """From the noun to the last word that tells the status, so that the words prove the fact."""
    said = [each for each in status_words.find(context.folded, span.end) if each.code == code]
    return Span(span.start, said[-1].span.end) if said else span
