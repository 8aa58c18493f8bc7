"""How far posts are: planned, applied for, funded, set up, filled, vacant, gone."""

import re

from etl.extraction import phrases, verbs
from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.posts.predicates import (
    DROPPED,
    THERE,
    WEAK,
    first_word,
    has_count,
    is_adjective,
    of_head,
    of_list,
    own_word,
    predicate,
    said_in,
)
from etl.extraction.posts.sentence_parts import relative, segment, within
from etl.extraction.posts.still_vacant import is_still_vacant
from etl.extraction.posts.undecided import is_undecided

_WANTS = re.compile(
    r"\b(?:will|wollen|wolle|möchten?|strebt|streben|strebe)\b"
    r"|\b(?:wird|werden|werde)\b.*\b(?:geben|stehen|haben|sein|umfassen|verfügen|übernehmen|einstellen|einrichten|schaffen|besetzen|beschäftigen|aufstocken|erweitern|ausbauen|erhöhen|wachsen|betragen)\W*$"
)
_MODAL = re.compile(
    r"\b(?:will|wollen|wolle|soll|solle|sollen|möchten?|beabsichtig\w*|plan(?:t|en|e))\b[^.;]*,\s"
)
_ENDS_OPEN = re.compile(
    r"\b(?:erhöhen|aufstocken|ausbauen|ausweiten|anheben|steigern|verdoppeln|reduzieren|einrichten|schaffen|besetzen|einstellen|ergänzen|erweitern)\W*$"
)
_TO_DO = re.compile(r"(?:\bzu \w+en|\b(?:ein|aus|auf|an|fort|weiter)zu\w+en)\W*$")
_GOES_ON = re.compile(r"\b(?:auch künftig|auch weiterhin|auch in zukunft)\b")
_PLANNED_ADJECTIVE = re.compile(r"\b(?:geplant|vorgesehen|angestrebt|beabsichtigt)e[nrs]?\b")
_BEGUN = re.compile(
    r"\b(?:begonnen|gestartet|angefangen)\b|\bursprünglich (?:geplant|vorgesehen|bewilligt|beantragt|vereinbart)e[nrs]?\b"
)
_TO_SOMEBODY, _WAS = (
    re.compile(r"\ban (?:die|den|das|der)\b"),
    re.compile(r"\b(?:wurden?|worden|konnten?)\b"),
)
_DUE = re.compile(r"\b(?:soll|solle|sollen|wird|werde|werden)\b")
_AGAIN = ("nachbesetzt", "wiederbesetzt")
_EXPECTED = re.compile(
    r"\b(?:rechne\w*|erwarte\w*|hoff\w*|geplant|beabsichtigt|vorgesehen|ziel|davon aus)\b[^.;]{0,40}, dass [^.;]*$"
)
_BACK_THEN = re.compile(r"\b(?:zuvor|vorher|zeitweise|vorübergehend|zwischenzeitlich)\b")
_DONE = re.compile(r"\b(?:erfolgten?|erfolgt|gelang|abgeschlossen|erreicht)\b")
_DONE_CODES = {"einstellung": "filled", "einrichtung": "established", "schaffung": "established"}
_WILL_BE = re.compile(r"\b(?:wird|werden|werde)\b(?!.*\b(?:worden|derzeit)\b)")
_ALREADY = re.compile(
    r"\b(?:konnten?|wurden?|worden|derzeit|aktuell|bereits|zurzeit|inzwischen|mittlerweile|seit|haben)\b"
)
_FORESEEN = re.compile(r"\b(?:sieht|sehen)\b[^.;]{0,160}\bvor\b")
_TARGET = re.compile(r"\b(?:(?P<target>Soll|SOLL)|Ist|IST)\b:?\s*$")
_SUPPOSED = re.compile(
    r"^(?:gäbe|falls|sofern|wenn|soweit|sollte|sollten)\b|\bberichtigung\b|\bmuss es\b[^.]{0,80}\bheißen\b"
)
_SUPPOSES = re.compile(r"\b(?:müsste|müssten|bräuchten?|dürften?|ließen? sich|wären)\b")
_APPLIED = re.compile(r"\b(?:beantragt|gestellt)\b")
_WHETHER = re.compile(r"(?:und |oder )?ob\b")
_NOT_SO_MANY = re.compile(r"\b(?:nicht|keine)\s+$")
_TO_WHOM = re.compile(r"\bauf (?:die |den |das |jede )?(?=[a-zäöüß])")
_BEGINS = re.compile(
    r"besetz|eingestell|eingerichtet|geschaffen|angesiedelt|verortet|zugeordnet|beantragt|aufgenommen|gewonnen|hinzu|angestellt|verstärk|arbeite|entsteh|hinzu|dazu"
)
_NOT = re.compile(r"\b(?:nicht|kein\w*) (?:wieder |mehr |neu |erneut )?$")
_NO_LONGER = re.compile(r"\bnicht (?:mehr|länger)\b")
_MERELY_HELD = {"filled": "vacant"}
_BECOMES_PLANNED = {"filled", "established", "placed", "applied_for", THERE}


def status_of(context: Context, span: Span, limit: Span, is_raised: bool = False) -> str | None:
    """The code of the status of what stands at `span`: by the predicate of its clause, else by the words within `limit`, else by its own adjective.

    `is_raised`: the clause raises or lowers a number. None where no word tells it; DROPPED where the sentence denies it, asks for it, or only supposes it.
    """
    if told := _TARGET.search(context.text, max(0, span.start - 12), span.start):
        return "funded" if told["target"] else "filled"
    if is_no_fact(context, span):
        return DROPPED
    clause = within(context.clause(span), limit)
    said = (
        predicate(context, span, limit)
        or own_word(context, span)
        or of_head(context, span)
        or of_list(context)
    )
    if said and said.code in WEAK:
        said = own_word(context, span) or said
    if said is None:
        return _without_word(context, span, clause, is_raised)
    modality = context.modality_at(span)
    if not clause.start <= said.span.start < clause.end:
        modality = context.modality_at(said.span)
    is_planned = (modality.planned and _is_plan(context, span, said)) or _is_wanted(context, clause)
    is_planned = is_planned or (_EXPECTED.search(context.folded, 0, span.start) is not None)
    code = _with_modality(context, said, clause, modality.negated, is_planned)
    is_empty = code in ("funded", "established") and is_still_vacant(context, span, said)
    return "vacant" if is_empty else code


def _is_wanted(context: Context, clause: Span) -> bool:
    """Whether an infinitive ends the clause whose "will", "soll", "möchte" stands before an insertion: "Der Kreis wolle, so heißt es, …"."""
    is_open = _ENDS_OPEN.search(context.folded, clause.start, clause.end) is not None
    return is_open and _MODAL.search(context.folded, 0, clause.start) is not None


def _is_plan(context: Context, span: Span, said: Said) -> bool:
    """Whether more than the adjective of another noun announces: "von den geplanten 20 Stellen sind 15 besetzt" """
    for each in (context.clause(span), context.clause(said.span)):
        words = _GOES_ON.sub(
            " ", _PLANNED_ADJECTIVE.sub(" ", context.folded[each.start : each.end])
        )
        if "planned" in phrases.load("modality")["sign"].codes(words):
            return True
    return False


def own_status(context: Context, span: Span) -> str | None:
    """What the adjectives beside a noun and the relative clause behind it tell of a whole: "der neun bewilligten Stellen"."""
    if behind := relative(context, span):
        said = first_word(context, behind)
        if said:
            return said.code
    own = own_word(context, span)
    return own.code if own and own.code not in (DROPPED, "partly_filled") else None


def status_behind(context: Context, span: Span) -> tuple[str, Span] | None:
    """The status that a relative clause behind a count tells, and the clause: "zwei Stellen, die seit Mai besetzt sind"."""
    behind = relative(context, span)
    said = first_word(context, behind) if behind else None
    if behind is None or said is None or said.code == DROPPED or has_count(context, behind):
        return None
    modality = context.modality_at(said.span)
    code = _with_modality(context, said, behind, modality.negated, modality.planned)
    return None if code == DROPPED else (code, behind)


def is_no_fact(context: Context, span: Span) -> bool:
    """Whether the sentence asks, supposes, takes back or corrects, or says that nothing came of it."""
    modality = context.modality_at(span)
    is_supposed = modality.conditional and not modality.planned
    around, clause = segment(context, span), context.clause(span)
    return (
        modality.asked
        or (modality.withdrawn and not _BEGUN.search(context.folded, *_ends(around)))
        or is_supposed
        or _SUPPOSED.search(context.folded) is not None
        or _SUPPOSES.search(context.folded, clause.start, clause.end) is not None
        or is_undecided(context, clause)
        or _WHETHER.match(context.folded, _first_letter(context, clause.start)) is not None
        or _NOT_SO_MANY.search(context.folded, max(0, span.start - 12), span.start) is not None
        or _is_undone(context, around, clause)
        or any(
            around.start <= each.span.start < around.end
            for each in verbs.find("undone", context.folded)
        )
    )


def _is_undone(context: Context, around: Span, clause: Span) -> bool:
    """Whether a word says that nothing came of it; not one of another clause where this one tells that they are applied for."""
    is_applied = _APPLIED.search(context.folded, *_ends(clause)) is not None
    words = _ends(clause if is_applied else around)
    return phrases.load("positions")["undone"].first(context.folded, *words) is not None


def _first_letter(context: Context, start: int) -> int:
    text = context.text
    return start + len(text[start : start + 3]) - len(text[start : start + 3].lstrip())


def _without_word(context: Context, span: Span, clause: Span, is_raised: bool) -> str | None:
    """What the verbs alone tell: denied, foreseen, or nothing."""
    modality = context.modality_at(span)
    if modality.negated:
        return DROPPED
    if _is_wanted(context, clause):
        return "planned"
    words = context.folded[clause.start : clause.end]
    if _is_infinitive(words) or _WANTS.search(words):
        return "planned"
    will_be = is_raised and _WILL_BE.search(context.folded, clause.start, clause.end)
    return "planned" if modality.planned or will_be or _FORESEEN.search(context.folded) else None


def _is_infinitive(words: str) -> bool:
    """Whether a clause says what is to be done: "zwei Stellen einzurichten"."""
    return _TO_DO.search(words) is not None


def _with_modality(
    context: Context, said: Said, clause: Span, is_negated: bool, is_planned: bool
) -> str:
    code = said.code
    if code == "cut" and _TO_WHOM.search(context.folded, clause.start, clause.end):
        among = [each.code for each in said_in(context) if is_adjective(context, each)]
        return among[0] if among else "funded"
    words = context.folded[clause.start : clause.end]
    word = context.folded[said.span.start : said.span.end]
    if word == "vergeben" and _TO_SOMEBODY.search(words):
        code = "placed"
    if word.startswith(_AGAIN):
        code = _filled_again(context, clause, words) or code
    if code == "planned" and _DONE.search(words):
        is_reached = "erreicht" in words
        noun = context.folded[said.span.start :].split(" ", 1)[0]
        return _DONE_CODES.get(noun, "established" if is_reached else code)
    if word == "zu besetzen" and (is_planned or context.modality.planned):
        code = "planned"
    if code in ("vacant", "planned", "cut", DROPPED):
        is_past = _BACK_THEN.search(words) or _NOT.search(context.folded, 0, said.span.start)
        return DROPPED if code == "vacant" and is_past else code
    is_planned = is_planned or _WANTS.search(words) is not None
    is_planned = is_planned or (code != "funded" and _is_infinitive(words))
    if is_negated:
        is_gone = code in (THERE, "established") and _NO_LONGER.search(words)
        return "cut" if is_gone else _MERELY_HELD.get(code, DROPPED)
    if is_planned or (
        code in _BECOMES_PLANNED
        and _BEGINS.match(context.folded, said.span.start)
        and _WILL_BE.search(words)
        and not _ALREADY.search(context.folded, *_ends(context.clause(said.span)))
    ):
        return "planned"
    return code


def _filled_again(context: Context, clause: Span, words: str) -> str | None:
    """What a vacancy has become that was filled, or is to be filled on a day to come."""
    if _WAS.search(words):
        return "filled"
    is_due = _DUE.search(words) and any(
        clause.start <= each.span.start < clause.end and context.lies_ahead(context.next(each))
        for each in context.dates
    )
    return "planned" if is_due else None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
