"""How far posts are, as what stands before their sentence tells: the whole of a part, the plan that a sum is drawn from, a question."""

import re
from dataclasses import replace

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.paper import Sentence, Span
from etl.extraction.posts import nouns, status_words
from etl.extraction.posts.before import sentence_before
from etl.extraction.posts.counts import Count
from etl.extraction.posts.predicates import DROPPED, WEAK, is_adjective

_THEREIN = re.compile(
    r"(?:darin|hierin|daraus|hieraus|damit|hiermit|dafür|hierfür|(?:sie|er|diese[rs]?) (?:umfasst|enthält|beinhaltet|erstreckt sich))\b"
)
_ON_TOP = re.compile(r"\s*(?:hinzu|dazu|zuzüglich)\b")
_CAME = re.compile(r"\b(?:kamen|kam|kommen|kommt)\b.*\b(?:hinzu|dazu)\W*$")
REACH_OF_WITH = 12
_LIES = re.compile(r"\b(?:liegen|liegt|lagen)\b[^.;]*\b(?:bei|beim|in|im)\b")
_THIS_NUMBER = re.compile(r"\b(?:diese|deren|ihre|die) (?:an)?zahl\b(?! der)|\bdieser wert\b")
_IS_SOMEWHERE = re.compile(
    r"\b(?:liegt|liegen|liege|lägen|befindet|befinden|entfallen|entfällt|entfiel|entfielen|gehört|gehören|betrifft|betreffen) |^(?:davon|hiervon|von ihnen) (?:ist|sind|war|waren) (?:eine|zwei|drei|vier|fünf|\d+) (?:in|bei|im|beim) "
)
_OF_A_FORMER = frozenset(("funded", "established", "filled"))
_OF_A_WHOLE = frozenset(("funded", "established", "planned", "applied_for"))
WORDS_OF_AN_ANSWER = 7
_THUS = re.compile(r"(?:damit|somit|dann|dadurch|so)\b")


def is_plan(context: Context) -> bool:
    """Whether a sentence draws the sum of what the one before announces: "Damit erhöht sich die Zahl auf zehn"."""
    previous = _previous(context)
    if previous is None or not _THUS.match(context.folded):
        return False
    before = replace(context, sentence=previous, previous=None)
    return before.modality.planned or any(before.lies_ahead(each) for each in before.dates)


def status_of_whole(context: Context, count: Count) -> str | None:
    """Of a part or one of a list, the status of the whole that the sentence before tells; of a former number that of the later one."""
    previous = _previous(context)
    if count.kind not in ("part", "listed", "then") or previous is None:
        return None
    words = phrases.folded(previous.text)
    is_counted = count.kind == "listed" and sentence_before(context) is not None
    if is_counted or not nouns.find(previous.text):
        return None
    said = status_words.first(words)
    if count.kind == "part" and _LIES.search(
        context.folded, 0, count.counted.span.end + REACH_OF_WITH
    ):
        return "placed"
    codes = _OF_A_FORMER if count.kind == "then" else _OF_A_WHOLE
    return said.code if said and said.code in codes else None


def status_of_set(context: Context, count: Count) -> str | None:
    """The status of those of whom a sentence only says where some are: "Drei sind unbesetzt. Eine davon liegt in Lünen"."""
    previous = _previous(context)
    is_of_them = count.kind == "part" or context.folded.startswith(("beide ", "alle "))
    if previous is None or not is_of_them or not _IS_SOMEWHERE.search(context.folded):
        return None
    said = [each.code for each in status_words.find(phrases.folded(previous.text))]
    told = [code for code in said if code in ("filled", "vacant", "established")]
    return told[-1] if told else None


def _previous(context: Context) -> Sentence | None:
    """The sentence before in the same paragraph."""
    previous = context.previous
    is_same = previous is not None and previous.paragraph == context.sentence.paragraph
    return previous if is_same else None


def first_status(context: Context, span: Span, end: int) -> str | None:
    """The status that the clause of a count tells before `end`."""
    clause = context.clause(span)
    found = status_words.find(context.folded, clause.start, end)
    said = [each for each in found if each.code not in (DROPPED, *WEAK)]
    return said[0].code if said else None


def status_of_noun(context: Context, span: Span) -> str | None:
    """The status beside the noun of a change, or of what "damit" draws it from: "die Zahl der geförderten Stellen sinkt von …"."""
    clause = context.clause(span)
    start = 0 if _THUS.match(context.folded, clause.start) else clause.start
    words = status_words.find(context.folded, start, span.start)
    told = [each.code for each in words if start < clause.start or is_adjective(context, each)]
    return next((code for code in told if code in ("funded", "planned", "applied_for")), None)


def status_of_clause_before(context: Context, span: Span) -> str | None:
    """The status of what a count comes on top of, as the clause before tells: "… vier zur Verfügung, hinzu kommt eine halbe"."""
    clause = context.clause(span)
    words = context.folded[clause.start : clause.end]
    if not clause.start or not (_ON_TOP.match(words) or _CAME.search(words)):
        return None
    said = status_words.find(context.folded, 0, clause.start)
    told = [each.code for each in said if each.code in (*_OF_A_FORMER, "applied_for")]
    return told[-1] if told else None


def status_of_number(context: Context) -> str | None:
    """The status of what "diese Zahl" counts, as the sentence before tells: "Besetzt sind elf. Diese Zahl steigt auf 16"."""
    previous = _previous(context)
    if previous is None or not _THIS_NUMBER.search(context.folded):
        return None
    said = status_words.find(phrases.folded(previous.text))
    told = [each.code for each in said if each.code in (*_OF_A_FORMER, "applied_for")]
    return told[-1] if told else None


def status_of_question(context: Context) -> str | None:
    """The status that the question before asks for: "Wie viele Stellen sind ausgeschrieben? – Zwei."."""
    previous = context.previous
    is_short = len(context.text.split()) <= WORDS_OF_AN_ANSWER
    if previous is None or not previous.text.endswith("?") or not is_short:
        return None
    said = status_words.first(phrases.folded(previous.text))
    return said.code if said and said.code not in (DROPPED, *WEAK) else None


def status_of_thing(context: Context) -> str | None:
    """The status of what "darin", "damit" stands for: "… eine Förderung gewährt. Darin enthalten sind sieben Stellen"."""
    previous = _previous(context)
    if previous is None or not _THEREIN.match(context.folded):
        return None
    said = status_words.first(phrases.folded(previous.text))
    return said.code if said and said.code in ("funded", "applied_for") else None
