"""How far posts are: planned, applied for, funded, set up, filled, vacant, gone."""

import re

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.phrases import Said

DROPPED = "dropped"
_WILL_BE = re.compile(r"\b(?:wird|werden|werde)\b(?!.*\b(?:worden|derzeit)\b)")
_ALREADY = re.compile(
    r"\b(?:konnten?|wurden?|worden|derzeit|aktuell|bereits|zurzeit|inzwischen|mittlerweile)\b"
)
_AMONG_CODES = {
    "besetzten": "filled",
    "unbesetzten": "vacant",
    "bewilligten": "funded",
    "geförderten": "funded",
    "eingerichteten": "established",
}
_AMONG = re.compile(rf"von den ({'|'.join(_AMONG_CODES)}) [\w-]*stellen[^,]{{0,60}}\bentfallen\b")
_FORESEEN = re.compile(r"\b(?:sieht|sehen)\b[^.;]{0,160}\bvor\b")
_TARGET = re.compile(r"\b(?:(?P<target>Soll|SOLL)|Ist|IST)\b:?\s*$")
_SUPPOSED = re.compile(
    r"^(?:gäbe|falls|sofern|wenn|soweit|sollte|sollten)\b|\bberichtigung\b|\bzurückgezogen\b|\bmuss es\b[^.]{0,80}\bheißen\b"
)
_TO_WHOM = re.compile(r"\bauf (?:die|den|das|jede)\b")
_ENDS_BEFORE = re.compile(
    r"[;:(]|\b(?:von denen|davon|wovon|darunter|hiervon|sind|ist|wurden?|seien|sei|hat|haben|werden|waren|war|wird)\b"
)
_BEGINS = re.compile(
    r"besetz|eingestell|eingerichtet|geschaffen|angesiedelt|verortet|zugeordnet|beantragt|aufgenommen|gewonnen|hinzu|angestellt"
)
_MERELY_HELD = {"filled": "vacant"}
_BECOMES_PLANNED = {"filled", "established", "placed", "applied_for"}


def status_of(context: Context, span: Span, limit: Span, is_raised: bool = False) -> str | None:
    """The code of the status of what stands at `span`: by the words of its clause, nearest first; else by those within `limit`.

    `is_raised`: the clause raises or lowers a number. None where no word tells it; DROPPED where the sentence denies it, asks for it, or only supposes it.
    """
    clause = _within(context.clause(span), limit)
    if told := _TARGET.search(context.text, max(0, span.start - 12), span.start):
        return "funded" if told["target"] else "filled"
    if _is_no_fact(context, span):
        return DROPPED
    if among := _AMONG.match(context.folded):
        return _AMONG_CODES[among[1]]
    said = (
        _nearest(context, span, clause)
        or _nearest(context, span, limit)
        or _shared(context, span, limit)
        or _of_list(context)
    )
    if said is None:
        return _without_word(context, span, clause, is_raised)
    modality = context.modality_at(span)
    return _with_modality(context, said, clause, modality.negated, modality.planned)


def _without_word(context: Context, span: Span, clause: Span, is_raised: bool) -> str | None:
    """What the verbs alone tell: denied, foreseen, or nothing."""
    modality = context.modality_at(span)
    if modality.negated:
        return DROPPED
    will_be = is_raised and _WILL_BE.search(context.folded, clause.start, clause.end)
    return "planned" if modality.planned or will_be or _FORESEEN.search(context.folded) else None


def _is_no_fact(context: Context, span: Span) -> bool:
    """Whether the sentence asks, supposes, takes back or corrects."""
    modality = context.modality_at(span)
    is_supposed = modality.conditional and not modality.planned
    return (
        modality.asked
        or modality.withdrawn
        or is_supposed
        or _SUPPOSED.search(context.folded) is not None
    )


def _with_modality(
    context: Context, said: Said, clause: Span, is_negated: bool, is_planned: bool
) -> str:
    code = said.code
    if code == "cut" and _TO_WHOM.search(context.folded, clause.start, clause.end):
        return "funded"
    words = context.folded[clause.start : clause.end]
    if code in ("vacant", "planned", "cut", DROPPED):
        return code
    if is_negated:
        return _MERELY_HELD.get(code, DROPPED)
    if is_planned or (
        code in _BECOMES_PLANNED
        and _BEGINS.match(context.folded, said.span.start)
        and _WILL_BE.search(words)
        and not _ALREADY.search(words)
    ):
        return "planned"
    return code


def _nearest(context: Context, span: Span, within: Span) -> Said | None:
    """The status word next to the span: the first behind it, else the last before it."""
    found = list(phrases.load("positions")["status"].find(context.folded, within.start, within.end))
    behind = [each for each in found if each.span.end > span.start]
    before = [each for each in found if each.span.end <= span.start]
    return behind[0] if behind else (before[-1] if before else None)


def _shared(context: Context, span: Span, limit: Span) -> Said | None:
    """A status word beyond the neighbouring counts: a verb at the end that closes all of them, or one before the first of them."""
    found = list(phrases.load("positions")["status"].find(context.folded))
    behind = next((each for each in found if each.span.start >= limit.end), None)
    if behind and not _ENDS_BEFORE.search(context.folded, span.end, behind.span.start):
        return behind
    before = [each for each in found if each.span.end <= limit.start]
    return before[-1] if before and len(before) == 1 else None


def _of_list(context: Context) -> Said | None:
    """The status word of the sentence that begins the list: "Bewilligt sind folgende Stellen:"."""
    if context.intro is None:
        return None
    return phrases.load("positions")["status"].first(phrases.folded(context.intro.text))


def _within(one: Span, other: Span) -> Span:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, max(start, end))
