"""Of what a count is a measure: of all, of a part, or of what came on top."""

from collections.abc import Sequence

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.paper import Span
from etl.extraction.posts import status
from etl.extraction.posts.before import (
    counted_before,
    counted_in_paragraphs_before,
)
from etl.extraction.posts.counted import Counted, value
from etl.extraction.posts.counts import Count, counts
from etl.extraction.posts.measure_patterns import (
    ADDED,
    AMONG,
    AT,
    BESIDE,
    BESIDE_OTHERS,
    DAVON,
    EACH,
    FALLS_APART,
    FALLS_TO,
    LISTS,
    MORE,
    MOST_TO_THE_REST,
    ORDINAL,
    PARTS_FOLLOW,
    REMAIN,
    REST,
    THE_OTHER,
    TO_A_MODULE,
    VERB,
)
from etl.extraction.posts.measure_words import is_in_apposition, said_of
from etl.extraction.posts.wholes import is_split, makes_up_the_whole, whole_before


def measure_of(context: Context, count: Count, code: str, region: str) -> str:
    """The code of the measure of a count with the status `code` in the place `region`: total, subset or increase."""
    if count.kind in {"part", "decrease"}:
        return "subset"
    if count.kind == "increase":
        return "subset" if code == "vacant" else "increase"
    if count.kind not in {None, "listed"} or _remains(context, count):
        return "total"
    is_more, is_each = _is_more(context, count), _is_each(context, count)
    is_added = code != "vacant" and _is_added(context, count)
    if (
        _is_part(context, count, code, region)
        and not (is_more and is_each)
        and (is_each or not is_added)
    ):
        return "subset"
    if is_more:
        return "subset" if code == "vacant" else "increase"
    return "subset" if _is_one_of_places(context, count, region) else "total"


def _remains(context: Context, count: Count) -> bool:
    """Whether a number that was counted before is left after a cut: the new whole."""
    if not REMAIN.search(context.folded, 0, count.counted.span.start):
        return False
    before = (*counted_before(context), *counted_in_paragraphs_before(context))
    own = count.counted
    return any(each.unit == own.unit and value(each) == value(own) for each in before)


def _is_more(context: Context, count: Count) -> bool:
    """Whether the count comes on top of others."""
    said = said_of(context, count)
    if _is_added(context, count) or MORE.match(context.folded, count.counted.span.end):
        return True
    return "increase" in said and "total" not in said and not BESIDE_OTHERS.search(context.folded)


def _is_added(context: Context, count: Count) -> bool:
    """Whether the clause says that the count is added: "2023 kamen zwei hinzu"."""
    clause = context.clause(count.counted.span)
    return ADDED.search(context.folded, clause.start, clause.end) is not None


def _is_part(context: Context, count: Count, code: str, region: str) -> bool:
    """Whether the count is part of another."""
    before = context.folded[: count.counted.span.start]
    is_told = (
        (code == "established" and is_split(context))
        or AMONG.search(before)
        or LISTS.search(before)
        or FALLS_TO.match(context.folded, count.counted.span.end)
        or "subset" in said_of(context, count)
        or ORDINAL.match(context.folded, count.counted.span.start)
        or DAVON.match(context.folded)
        or _is_each(context, count)
        or (code != "cut" and _falls_apart(context, count.counted.span))
        or _is_beside_the_rest(context, count)
        or _is_beside_the_other(context, count)
    )
    return (
        bool(is_told)
        or _is_summed_up(context, count)
        or _is_left_over(context, count, code)
        or (region == context.paper.region and _is_of_a_whole(context, count, code))
    )


def _falls_apart(context: Context, span: Span) -> bool:
    """Whether a count falls to somebody; not the whole of which only then is said where its parts fall."""
    found = FALLS_APART.search(context.folded)
    is_whole = found and PARTS_FOLLOW.search(context.folded, span.end, found.start())
    if found is None or is_whole:
        return False
    return not TO_A_MODULE.search(context.folded) or bool(whole_before(context))


def _is_beside_the_rest(context: Context, count: Count) -> bool:
    """Whether the rest is told behind a count that is somewhere: "vier liegen bei der Stadt, die übrigen bei der AWO"."""
    clause, start = context.clause(count.counted.span), context.sentence.start
    paragraph = context.paper.paragraphs[context.sentence.paragraph - 1]
    end = start + len(context.text)
    behind = phrases.folded(paragraph[start + count.counted.span.end : end + MOST_TO_THE_REST])
    return (
        AT.search(context.folded, clause.start, clause.end) is not None
        and REST.search(behind) is not None
    )


def _is_beside_the_other(context: Context, count: Count) -> bool:
    """Whether the other one of two is told behind: "eine soll im Mai, die andere im Juni besetzt werden"."""
    span = count.counted.span
    return value(count.counted) == 1 and THE_OTHER.search(context.folded, span.end) is not None


def _is_each(context: Context, count: Count) -> bool:
    start = max(count.limit.start, context.clause(count.counted.span).start)
    return EACH.search(context.folded, start, count.counted.span.start) is not None


def _is_summed_up(context: Context, count: Count) -> bool:
    """Whether the counts behind the first of a sentence make up that first one, or another of the same is set beside this one."""
    others = [each.counted for each in counts(context)]
    if any(
        BESIDE.search(context.folded, each.span.start, each.span.end + 20)
        for each in others[1:]
        if not each.is_named
    ):
        return True
    start = count.counted.span.start
    is_bracketed = context.folded.startswith("(", start - 1)
    is_said_again = any(start - 2 <= each.span.end <= start - 1 for each in others)
    if len(others) > 1 and is_bracketed and not is_said_again:
        return True
    if len(others) < 3 or others[0] is count.counted:
        return False
    return abs(sum(value(each) for each in others[1:]) - value(others[0])) < 0.01


def _is_one_of_places(context: Context, count: Count, region: str) -> bool:
    """Whether the sentence counts place by place, and this count is of the place whose paper it is."""
    places = {each.ags for each in context.places if each.ags != "05"}
    if PARTS_FOLLOW.search(context.folded, count.counted.span.end, count.limit.end):
        return False
    behind = [e for e in counts(context) if e.counted.span.start >= count.counted.span.end]
    if behind and behind[0].kind == "part" and count.kind is None:
        return False
    is_bare = region == context.paper.region and not said_of(context, count)
    return len(places) > 1 and is_bare and len(counts(context)) > 1


def _is_left_over(context: Context, count: Count, code: str) -> bool:
    """ "Eine Stelle ist vakant": some of those there are, where no label and no noun says of which kind."""
    is_labelled = ":" in context.text[: count.counted.span.start]
    is_item = count.counted.span.start == 0 and not VERB.search(context.folded)
    is_of_kind = find_modules(_noun(count)) or is_in_apposition(context, count)
    return code == "vacant" and not (is_labelled or is_item) and not is_of_kind


def _noun(count: Count) -> str:
    return phrases.folded(count.counted.noun)


def _is_of_a_whole(context: Context, count: Count, code: str) -> bool:
    """Whether a count follows one of more, of the same and of no other module: "14 Stellen. Sechs sind beim Kreis angesiedelt"."""
    own = count.counted
    if code in ("planned", "applied_for") or "total" in said_of(context, count):
        return False
    clause = context.clause(own.span)
    is_narrower = code in ("filled", "vacant", "cut")
    is_bare = count.kind == "listed" and makes_up_the_whole(context)
    if not is_narrower and not is_bare and not AT.search(context.folded, clause.start, clause.end):
        return False
    here = _whole_here(context, own, code) if is_narrower else []
    start = min(count.limit.start, context.clause(own.span).start)
    modules = _codes(context.folded[start : count.limit.end])
    return any(
        each.unit == own.unit
        and value(each) > value(own)
        and (
            modules <= _codes(phrases.folded(each.noun))
            or (is_bare and not _codes(phrases.folded(each.noun)))
        )
        for each in [*here, *whole_before(context)]
    )


def _is_filled(context: Context, count: Count) -> bool:
    """Whether a count is of what is filled: of that nothing is vacant."""
    return status.status_of(context, count.counted.span, count.limit) == "filled"


def _whole_here(context: Context, own: Counted, code: str) -> Sequence[Counted]:
    """The counts before in the sentence, of one place, in a clause of their own."""
    start = context.clause(own.span).start
    before = [
        each.counted
        for each in counts(context)
        if each.counted.span.end <= start
        and not status.is_no_fact(context, each.counted.span)
        and not (code == "vacant" and _is_filled(context, each))
    ]
    places = [each.span.start for each in context.places if each.span.start < own.span.start]
    return before if before and not any(before[0].span.end <= at for at in places) else []


def _codes(words: str) -> set[str]:
    return {each.code for each in find_modules(words)}
