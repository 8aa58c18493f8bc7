"""Who pays an amount, who receives it, and for which time it is."""

import re

from etl.extraction.context import Context
from etl.extraction.mentions.organisations import REGISTERED, find_organisations
from etl.extraction.paper import Span
from etl.extraction.phrases import folded

PAYS = re.compile(r"\b(?:das|vom|dem) land\b|\bland (?:nrw|nordrhein)")
OF_THE_LAND = frozenset(["Landesmittel", "Landesförderung", "Landesanteil"])
NEW_BEARER = re.compile(r"^.*?(?: und |, | sowie |; )")


def period(context: Context, amount: Span, part: Span) -> str | None:
    """The time for which an amount is said to be: the one before it, else behind it; None where several are named there."""
    times = [
        each
        for each in context.dates
        if each.role == "within" and not each.edtf.startswith("XXXX")
        if part.start <= each.span.start < part.end
    ]
    before = {each.edtf for each in times if each.span.end <= amount.start}
    behind = {each.edtf for each in times if each.span.start >= amount.end}
    chosen = before or behind
    return chosen.pop() if len(chosen) == 1 else None


def payer(context: Context, amount: Span, part: Span, item: str) -> str | None:
    """The Land, where the words around an amount say that it pays; behind another amount only those that go on from there."""
    words = context.folded[part.start : part.end]
    if part.start and not context.folded[: part.start].rstrip().endswith((",", ";", ":")):
        words = NEW_BEARER.sub("", words, count=1)
    return "land-nrw" if item in OF_THE_LAND or PAYS.search(words) else None


def recipient(context: Context, part: Span) -> str | None:
    """The registered organisation to which the money is said to go."""
    for each in find_organisations(context.text[part.start : part.end]):
        before = folded(context.text[: part.start + each.span.start])[-12:]
        if each.kind == REGISTERED and before.endswith(("an die ", "an den ", "an das ", "an ")):
            return each.code
    return None
