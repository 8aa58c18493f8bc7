"""Commitments: what somebody promised to do, until when and how often."""

import re
from collections.abc import Iterator

from etl.extraction.context import Context
from etl.extraction.mentions.money import find_amounts
from etl.extraction.mentions.organisations import BODIES, find_organisations
from etl.extraction.mentions.subjects import subject
from etl.extraction.paper import Span
from etl.extraction.phrases import Said, load
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule

TABLE = "commitments"
BY_ITS_WORDS = frozenset(
    ["zugesagt", "mit der Niederschrift mitteilen", "nachreichen", "schriftlich beantworten"]
)
REPORTING = frozenset(["berichten", "mitteilen", "weitergeben", "vorstellen", "informieren"])
TO_COME = re.compile(
    r"\b(?:will|wird|werden|werde|würden|soll|solle|sollen|beabsichtigt|künftig|zukünftig|kündigte? an|bietet an|bot an|nächsten sitzung)\b"
)
NEXT_TIME = re.compile(r"\bnächsten sitzung\b")
NOTHING = re.compile(r"\b(?:nichts|niemand|noch nicht)\b")
DONE = re.compile(r"(?:vorgelegt|vorgestellt|mitgeteilt|berichtet)$")
PAST = re.compile(r"\b(?:hat|habe|haben|hatte|wurde|wurden|erhielt|worden)\b")


def promised(context: Context) -> Iterator[Found]:
    """Words for a promise, or for a report that is announced; not what was asked, done or denied."""
    if not context.topic.is_kim or context.modality.asked:
        return
    said = [
        each
        for each in load(TABLE)["promise"].find(context.folded)
        if not _is_denied(context, each) and _is_promise(context, each)
    ]
    promises = [each for each in said if not _is_offer(context, each)]
    offers = [each for each in said if _is_offer(context, each)]
    for among in (promises, offers):
        if among:
            what = next((each for each in among if each.code != "zugesagt"), among[0])
            due = None if promises and among is offers else _due(context)
            yield Found(_values(context, what) | {"due": due}, _span(context, among))


def _is_denied(context: Context, said: Said) -> bool:
    modality = context.modality_at(said.span)
    words = context.folded[said.span.start : said.span.end]
    is_granted = words == "zugesagt" and ("stelle" in context.folded or "mittel" in context.folded)
    is_money = said.code == "zugesagt" and (is_granted or any(find_amounts(context.text)))
    clause = context.clause(said.span)
    is_nothing = NOTHING.search(context.folded, clause.start, clause.end) is not None
    return modality.negated or modality.withdrawn or is_money or is_nothing


def _is_offer(context: Context, said: Said) -> bool:
    """Whether it only may be done, or is asked of the administration by a recommendation."""
    clause = context.clause(said.span)
    offer = load(TABLE)["offer"]
    codes = {each.code for each in offer.find(context.folded, clause.start, clause.end)}
    return bool(codes) or "order" in offer.codes(context.folded)


def _is_promise(context: Context, said: Said) -> bool:
    """Whether it is promised in so many words, or announced for a day to come or at intervals."""
    if said.code in BY_ITS_WORDS:
        return True
    due, recurrence = _due(context), _recurrence(context)
    is_regular = recurrence != "once" and not PAST.search(context.folded)
    words = context.folded[said.span.start : said.span.end]
    is_announced = due and not (DONE.search(words) and due == context.date)
    is_to_come = (
        TO_COME.search(context.folded) or is_announced or is_regular or _is_offer(context, said)
    )
    is_bound = (
        due or NEXT_TIME.search(context.folded) or recurrence != "once" or said.code in REPORTING
    )
    return bool(is_to_come and is_bound)


def _span(context: Context, among: list[Said]) -> Span:
    """From the day or the interval, or the words of the promise, to the end of what is promised."""
    spans = [each.span for each in load(TABLE)["recurrence"].find(context.folded)]
    spans += [each.span for each in among] + [each.span for each in context.dates]
    end = max(each.end for each in spans)
    if among[0].code == "zugesagt":
        end = len(context.text.rstrip("."))
    return Span(min(each.start for each in spans), end)


def _values(context: Context, said: Said) -> dict[str, Value]:
    by = load(TABLE)["by"].first(context.folded)
    bodies = [each.name for each in find_organisations(context.text) if each.kind == BODIES]
    about = subject(context.folded, near=said.span.start)
    return {
        "made_by": by.code if by else None,
        "made_to": bodies[0] if bodies else None,
        "promise": about if said.code == "zugesagt" else f"{about}: {said.code}",
        "recurrence": _recurrence(context),
        "state": "prospective" if _is_offer(context, said) else "open",
    }


def _due(context: Context) -> str | None:
    """The day or time by which it is to be done: one that is not over on the day of the paper."""
    for each in context.dates:
        ahead = context.next(each)
        if each.role != "since" and not context.is_over(ahead):
            return ahead.edtf
    return None


def _recurrence(context: Context) -> str:
    said = load(TABLE)["recurrence"].find(context.folded)
    codes = [each.code for each in said]
    special = [code for code in codes if code != "regularly"]
    return (special or codes or ["once"])[0]


RULES = (Rule("commitment_promised", TABLE, promised),)
