"""The row that a count of posts or persons is proposed as."""

import re
from collections.abc import Iterator

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.posts import days, earlier, employer, measure, region, setting, status
from etl.extraction.posts.counted import certainty, value
from etl.extraction.posts.counts import ALL_FILLED, Count, counts
from etl.extraction.posts.implied import counted_before, sentence_before
from etl.extraction.posts.predicates import DROPPED, THERE
from etl.extraction.proposed import Value
from etl.extraction.rule import Found

_THE_GIVEN = re.compile(r"\b(?:für|mit) (?:die|den) $|\bdiese[nr]? $")
_LIST_GOES_ON = re.compile(r"\s*(?:und|sowie|,)\s")
_MEMBERS = re.compile(r"kreisangehörigen? (?:kommunen|städten?|gemeinden?)")
_ALL_BUT = re.compile(r"\bbis auf (?:eine[nr]?|zwei|drei|\d)\b(?! \w*stelle)")
_ONE = re.compile(
    r"\beine (?:eigene|einzige|einzelne|ganze|volle|zusätzliche|unbefristete|feste) (?!koordin)"
)
_VARIANT = re.compile(
    r"\W*(?:variante|option|alternative|szenario|modell|vorschlag) ?\w{0,3}(?: \([^)]*\))?:"
)
_AND_SINCE = re.compile(
    r"\bund (?:sind |ist |seien |wurden? |werden |davon )?(?:alle |beide )?(?:seit|ab|inzwischen|mittlerweile|derzeit|zurzeit|aktuell)\b"
)
_THERE_IS = re.compile(r"\b(?:gibt|gebe|gab) es\b|\bes (?:gibt|gebe|gab)\b|\bverfüg\w+ über\b")
_ONE_POST = ("eine stelle", "eine vollzeitstelle", "eine planstelle", "eine personalstelle")
_IS = re.compile(r"\b(?:waren|war|sind|ist|seien|sei)\b")
_DEFINITE = re.compile(r"\b(?:die|den|diese|alle) $")
_GOES_ON = re.compile(
    r"\b(?:fortzuführen|weiterzuführen|beizubehalten|zu (?:verlängern|verstetigen|erhalten|sichern|finanzieren))\b"
)

CHANGES = frozenset(("before", "then", "after"))
MERELY_THERE = frozenset((None, "established", "placed", "there"))


def found(context: Context, count: Count) -> Iterator[Found]:
    """The rows of a count: one, or one for each place, and one more where a relative clause tells another status; none where the sentence denies it or tells too little."""
    counted, limit = count.counted, _wide(context, count)
    is_each = measure.EACH.search(
        context.folded, max(0, counted.span.start - 10), counted.span.start
    )
    code = (
        status_of(context, count, limit)
        or earlier.status_of_whole(context, count)
        or earlier.status_of_question(context)
    )
    if code == "planned" and _is_given(context, count):
        return
    if count.kind == "decrease" and code != DROPPED:
        code = "cut"
    if code == "filled" and _ALL_BUT.search(context.folded, max(0, counted.span.start - 60)):
        code = "established"
    if (
        code == DROPPED
        or _is_only_an_article(context, count)
        or (code is None and _tells_too_little(context, count, is_each))
    ):
        return
    if code in (None, THERE):
        code = earlier.status_of_thing(context) or code
    if code in (None, THERE) and ALL_FILLED.search(context.folded, counted.span.end):
        code = "filled"
    if count.kind in ("before", "then") and code == "planned":
        code = None
    if code is None and count.kind == "after" and earlier.is_plan(context):
        code = "planned"
    if code in (None, THERE) and count.kind in CHANGES:
        code = earlier.status_of_noun(context, counted.span) or code
    if code is not None and _VARIANT.match(context.folded):
        code = "planned"
    is_read = code is None and count.kind not in CHANGES and count.kind != "increase"
    if code in MERELY_THERE:
        code = "filled" if counted.unit == "persons" else "established"
    basis = "inferred" if is_read and not context.modality.claimed else context.modality.basis
    values = row(context, count, str(code)) | {"basis": basis}
    if code in {"filled", "established"} and days.is_ahead(values["as_of"], context.date):
        values["status"] = "planned"
    is_both = "beide" in context.folded[counted.span.start : counted.span.start + 12]
    span = words(context, counted.span, str(code)) if is_both else counted.span
    places = region.each_place(context, limit) if is_each else ()
    for place in places:
        yield Found(values | {"region": place, "measure": "total"}, span)
    employers = employer.of_each(context, counted.span) if is_each and not places else ()
    for each in employers:
        yield Found(values | {"employer": each}, span)
    if not (places or employers):
        yield from _with_relative(context, count, values, span)


def _is_given(context: Context, count: Count) -> bool:
    """Whether an infinitive speaks of posts that are there already: "die sieben Stellen fortzuführen"."""
    clause = context.clause(count.counted.span)
    is_definite = _DEFINITE.search(context.folded, 0, count.counted.span.start) is not None
    is_to_do = _GOES_ON.search(context.folded, clause.start, clause.end) is not None
    return is_definite and is_to_do


def _with_relative(
    context: Context, count: Count, values: dict[str, Value], span: Span
) -> Iterator[Found]:
    """The row, and that of the relative clause behind it; one where the main clause tells no more than that they are there."""
    told = status.status_behind(context, count.counted.span) if count.kind is None else None
    if second := _second_state(context, count) if told is None else None:
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


def _second_state(context: Context, count: Count) -> tuple[int, Said] | None:
    """Where a second state begins that a clause tells of the same posts, and its word: "eingerichtet und seit Mai besetzt"."""
    clause = context.clause(count.counted.span)
    joint = _AND_SINCE.search(context.folded, count.counted.span.end, clause.end)
    if joint is None or count.kind is not None:
        return None
    first = earlier.first_status(context, count.counted.span, joint.start())
    if first not in ("funded", "established"):
        return None
    end = min(clause.end, count.limit.end)
    said = list(phrases.load("positions")["status"].find(context.folded, joint.end(), end))
    is_held = said and said[0].code in ("filled", "vacant")
    return (joint.start() + len("und "), said[0]) if is_held else None


def _is_only_an_article(context: Context, count: Count) -> bool:
    """Whether "eine" stands behind another count of its clause, and not in a list with it: "acht Stellen haben eine Fachkraft gefunden"."""
    start = context.clause(count.counted.span).start
    before = [
        each
        for each in counts(context)
        if start <= each.counted.span.start < count.limit.start and each.counted.unit == "posts"
    ]
    return (
        count.counted.quantity.is_article
        and count.counted.unit == "persons"
        and bool(before)
        and not _LIST_GOES_ON.match(context.folded, count.limit.start)
    )


def _tells_too_little(context: Context, count: Count, is_each: re.Match[str] | None) -> bool:
    """Whether a count without a status is a mere article, or counts persons of no module."""
    counted = count.counted
    is_listed = count.limit.start > 0 and _LIST_GOES_ON.match(context.folded, count.limit.start)
    is_vague = (
        counted.quantity.is_article
        and not _counts_one(context, counted.span)
        and count.kind is None
        and context.intro is None
        and not is_each
        and not is_listed
        and not days.valid_until(context, counted.span)
    )
    is_unsaid = (
        counted.is_named
        and not is_listed
        and counted.unit == "persons"
        and not setting.names_its_module(context, counted)
        and context.topic.module is None
    )
    is_given = _THE_GIVEN.search(context.folded, 0, counted.span.start) is not None
    return is_vague or is_unsaid or (is_given and count.kind is None)


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


def _counts_one(context: Context, span: Span) -> bool:
    """Whether an article says how many there are: "eine einzige Stelle", "es gibt eine Stelle"."""
    clause = context.clause(span)
    is_one = _ONE.search(context.folded, span.start, span.end) is not None
    is_there = _THERE_IS.search(context.folded, clause.start, clause.end) is not None
    return is_one or (is_there and context.folded.startswith(_ONE_POST, span.start))


def row(context: Context, count: Count, code: str) -> dict[str, Value]:
    """The values of a count with the status `code`."""
    counted, limit = count.counted, count.limit
    module, function = setting.module_of(context, counted, limit)
    clause = context.clause(counted.span)
    place = region.region_of(context, counted.span, clause if count.kind in CHANGES else limit)
    if count.kind in ("part", "then", "listed") and not context.places:
        place = _region_before(context) or place
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
    before = sentence_before(context)
    if before is None or not before.places:
        return None
    whole = counted_before(context)[-1]
    return region.region_of(before, whole.span, Span(0, len(before.text)))


def words(context: Context, span: Span, code: str) -> Span:
    """From the noun to the last word that tells the status, so that the words prove the fact."""
    said = [
        each
        for each in phrases.load("positions")["status"].find(context.folded, span.end)
        if each.code == code
    ]
    return Span(span.start, said[-1].span.end) if said else span
