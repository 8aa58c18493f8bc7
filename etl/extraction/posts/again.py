"""Posts that a sentence speaks of once more, by a count given before."""

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.paper import Span
from etl.extraction.posts import status, status_words
from etl.extraction.posts.before import REACH, counted_before
from etl.extraction.posts.counted import Counted, find_counted, value
from etl.extraction.posts.counts import ALL_FILLED, Count, counts, is_ours
from etl.extraction.posts.predicates import DROPPED
from etl.extraction.posts.row import row, status_of, words
from etl.extraction.rule import Found
from etl.extraction.sentences import sentences

_HAS_BEEN = re.compile(r"\w+ worden\W*$")
_AT_A_PLACE = re.compile(r" (?:am standort|in|im|bei|beim|für) ")
_ORDINAL = re.compile(r"\b(?:erste|zweite|dritte|vierte|fünfte|sechste|letzte) ")
_THE_SAME = re.compile(
    r"^(?:die|diese|(?P<all>alle|sämtliche)) (?:[\w-]+ )?(?:[\w-]+-)?(?:personal|vollzeit|plan|koordinierungs|koordinations)?stelle(?P<plural>n)?\b"
    r"|^(?:sie|diese) (?:(?:ist|wurde|konnte)|(?P<they>sind|wurden|konnten)) (?=.*\bbesetzt)"
)


def named_before(context: Context) -> Iterator[Found]:
    """ "Die Stelle ist seit Mai besetzt": the count is that of the sentence before; of one named by its task it is one."""
    same = _THE_SAME.search(context.folded)
    if not context.topic.is_kim or not same or counts(context):
        return
    last = _same_count(context, same)
    whole = Span(0, len(context.text))
    code = _closing(context) or status.status_of(context, Span(*same.span()), whole)
    if last is None or code in (None, DROPPED, "funded", "placed", "partly_filled"):
        return
    unit = "posts" if "stelle" in same.group() else last.unit
    here = Counted(last.quantity, unit, Span(*same.span()), last.noun, is_named=False)
    is_read = same["plural"] or same["they"] or not counted_before(context)
    basis = "claimed" if context.modality.claimed else "inferred" if is_read else "stated"
    values = row(context, Count(here, "total", whole), str(code)) | {"basis": basis}
    if _ORDINAL.search(same.group()) or _AT_A_PLACE.match(context.folded, same.end()):
        values["measure"] = "subset" if last.quantity.value == 1 else values["measure"]
    yield Found(values, words(context, here.span, str(code)))


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
    if same["all"] and (whole := _largest_before(context)):
        return whole
    one = Counted(
        Quantity(Span(*same.span()), 1.0, 1.0, "exact"), "posts", Span(*same.span()), same.group()
    )
    is_single = not (same["plural"] or same["they"])
    if is_single and context.places and _AT_A_PLACE.match(context.folded, same.end()):
        return one
    is_change = (
        len(before) > 1 and context.previous is not None and " auf " in context.previous.text
    )
    if len(before) == 1 or is_change:
        return before[-1] if (value(before[-1]) > 1) != is_single else None
    is_named = find_modules(context.folded[: same.end() + 40])
    return None if before or same["plural"] or not is_named else one


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
