"""Posts that a sentence speaks of once more, by a count given before."""

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.paper import Span
from etl.extraction.phrases import folded
from etl.extraction.posts import same as same_posts
from etl.extraction.posts import status, status_words
from etl.extraction.posts.before import REACH, counted_before, sentence_before
from etl.extraction.posts.counted import Counted, find_counted, value
from etl.extraction.posts.counts import ALL_FILLED, Count, counts, is_ours
from etl.extraction.posts.predicates import DROPPED
from etl.extraction.posts.row import found as rows_of
from etl.extraction.posts.row import row, status_of, words
from etl.extraction.posts.same import is_pronoun, is_single, span_of
from etl.extraction.rule import Found
from etl.extraction.sentences import sentences

_HAS_BEEN = re.compile(r"\w+ worden\W*$")
_AT_A_PLACE = re.compile(r" (?:am standort|in|im|bei|beim|für) ")
_ORDINAL = re.compile(r"\b(?:erste|zweite|dritte|vierte|fünfte|sechste|letzte) ")
_OF_A_PERSON = re.compile(r"(?:seine|ihre|deren|dessen)\b")


def named_before(context: Context) -> Iterator[Found]:
    """ "Die Stelle ist seit Mai besetzt": the count is that of the sentence before; of one named by its task it is one."""
    same = same_posts.find(context.folded) if context.topic.is_kim else None
    if not same or counts(context):
        return
    last = _same_count(context, same)
    whole = Span(0, len(context.text))
    code = _closing(context) or status.status_of(context, span_of(same), whole)
    is_open = code == "vacant" and context.modality_at(span_of(same)).planned
    if last is None or is_open or code in (None, DROPPED, "funded", "placed", "partly_filled"):
        return
    unit = "posts" if "stelle" in same.group() else last.unit
    here = Counted(last.quantity, unit, span_of(same), last.noun, is_named=False)
    is_read = not is_single(same) or not counted_before(context)
    basis = "claimed" if context.modality.claimed else "inferred" if is_read else "stated"
    values = row(context, Count(here, "total", whole), str(code)) | {"basis": basis}
    said = context.folded[here.span.start : here.span.end]
    is_of_several = _ORDINAL.search(said) or _OF_A_PERSON.match(said)
    if is_of_several or _AT_A_PLACE.match(context.folded, same.end()):
        is_part = last.quantity.value == 1 or _OF_A_PERSON.match(said) is not None
        values["measure"] = "subset" if is_part else values["measure"]
    if not (is_pronoun(same) and _is_told(context, values["status"], last)):
        yield Found(values, words(context, here.span, str(code)))


def _span(same: re.Match[str]) -> Span:
    return Span(*same.span("noun" if same["noun"] else "pronoun"))


def _is_told(context: Context, code: object, last: Counted) -> bool:
    """Whether the sentence that counts them tells the same state already: the day of this one is then its day."""
    before = sentence_before(context)
    return before is not None and any(
        each.values["status"] == code and each.values["quantity"] == value(last)
        for count in counts(before)
        for each in rows_of(before, count)
    )


def _closing(context: Context) -> str | None:
    """The status that a participle at the end of the sentence tells: "Die Stellen sind für die Förderung … eingerichtet worden"."""
    end = _HAS_BEEN.search(context.folded)
    if end is None or not context.modality.is_fact or context.modality.planned:
        return None
    said = status_words.find(context.folded, end.start(), end.end())
    return next((each.code for each in said if each.code in ("established", "filled")), None)


def _same_count(context: Context, same: re.Match[str]) -> Counted | None:
    """The count that "die Stelle", "die Stellen" stand for; None in doubt."""
    before = counted_before(context)
    if not is_pronoun(same) and same["all"] and (whole := _largest_before(context)):
        return whole
    span = span_of(same)
    one = Counted(Quantity(span, 1.0, 1.0, "exact"), "posts", span, same.group())
    if is_single(same) and context.places and _AT_A_PLACE.match(context.folded, same.end()):
        return one
    is_change = (
        len(before) > 1 and context.previous is not None and " auf " in context.previous.text
    )
    if is_pronoun(same) and not counts_right_before(context):
        return None
    is_one_more = is_single(same) and not is_pronoun(same)
    is_named = is_one_more and find_modules(context.folded[: same.end() + 40])
    if len(before) == 1 or is_change:
        is_it = (value(before[-1]) > 1) != is_single(same)
        return before[-1] if is_it else one if is_named else None
    return one if is_named and not before else None


def counts_right_before(context: Context) -> bool:
    """Whether the very sentence before counts posts or persons, or speaks of them once more."""
    before, previous = sentence_before(context), context.previous
    if before is None or previous is None:
        return False
    return before.text == previous.text or same_posts.find(folded(previous.text)) is not None


def _largest_before(context: Context) -> Counted | None:
    """The greatest count of posts before in the paragraph: what "sämtliche Stellen" stands for."""
    sentence = context.sentence
    before = context.paper.paragraphs[sentence.paragraph - 1][
        max(0, sentence.start - REACH) : sentence.start
    ]
    earlier = [
        replace(context, sentence=each, previous=None)
        for each in sentences(before, sentence.paragraph)
    ]
    found = [each for one in earlier for each in find_counted(one) if each.unit == "posts"]
    return max(found, key=value, default=None)


def all_filled(context: Context) -> Iterator[Found]:
    """ "drei Stellen bewilligt, alle besetzt": the count once more, filled."""
    found = ALL_FILLED.search(context.folded)
    before = [
        each for each in counts(context) if found and each.counted.span.end <= found.start() + 1
    ]
    if not found or not before or context.modality.asked or not is_ours(context, before[-1]):
        return
    if status_of(context, before[-1], before[-1].limit) in (None, "filled"):
        return
    count = replace(before[-1], limit=Span(before[-1].limit.start, len(context.text)))
    values = row(context, count, "filled") | {"measure": "total"}
    yield Found(values, Span(*found.span("words")))
