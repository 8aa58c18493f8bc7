"""Counts that tell too little to be proposed: mere articles, persons of no module."""

import re

from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.posts import days, setting
from etl.extraction.posts.counts import Count, counts

_THE_GIVEN = re.compile(r"\b(?:für|mit) (?:die|den) $|\bdiese[nr]? $")
_SPEAKS = re.compile(
    r"\b(?:berichtete?n?|erläuterte?|erklärte?|schilderte?|betonte?|ergänzte?|antwortete?|fragte?|stellte? .*\bvor|teilte? .*\bmit|führte? .*\baus|wies|weist .*\bhin)\b"
)
_LIST_GOES_ON = re.compile(r"\s*(?:und|sowie|,)\s")
_ONE = re.compile(
    r"\beine (?:eigene|einzige|einzelne|ganze|volle|zusätzliche|unbefristete|feste) (?!koordin)"
)
_THERE_IS = re.compile(r"\b(?:gibt|gebe|gab) es\b|\bes (?:gibt|gebe|gab)\b|\bverfüg\w+ über\b")
_ONE_POST = ("eine stelle", "eine vollzeitstelle", "eine planstelle", "eine personalstelle")


def is_only_an_article(context: Context, count: Count) -> bool:
    """Whether "eine" tells who speaks, or stands behind another count of its clause: "acht Stellen haben eine Fachkraft gefunden"."""
    clause = context.clause(count.counted.span)
    start = clause.start
    is_person = count.counted.unit == "persons" and count.counted.quantity.is_article
    if is_person and _SPEAKS.search(context.folded, count.counted.span.end, clause.end):
        return True
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


def tells_too_little(context: Context, count: Count, is_each: re.Match[str] | None) -> bool:
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


def _counts_one(context: Context, span: Span) -> bool:
    """Whether an article says how many there are: "eine einzige Stelle", "es gibt eine Stelle"."""
    clause = context.clause(span)
    is_one = _ONE.search(context.folded, span.start, span.end) is not None
    is_there = _THERE_IS.search(context.folded, clause.start, clause.end) is not None
    return is_one or (is_there and context.folded.startswith(_ONE_POST, span.start))
