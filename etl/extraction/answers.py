"""Where the answer to a question stands in a paper, and whether it leaves the question open."""

import re

from etl.extraction.context import Context
from etl.extraction.mentions.modules import only_module
from etl.extraction.phrases import folded, load

NUMBER = re.compile(r"^\W*(?:frage\s)?(?:nr\.\s)?(?P<number>[0-9]{1,2}|[a-z])[.:)]")
ANSWER = r"^\W*(?:antwort\s)?(?:zu|ad)\s(?:frage\s|punkt\s|ziffer\s|nr\.\s)?{number}\b"
NO_ANSWER = re.compile(
    r"\b(?:antwort|beantwortung|auskunft|aussage|angaben)\b[^.;,]{0,60}\b(?:nicht|keine[rn]?|niemand|aus)\b"
    r"|\b(?:nichts?|keine[rn]?|niemand)\b[^.;,]{0,60}\b(?:antwort|beantwort\w+|geantwortet|auskunft|aussage|angaben|sagen|beziffer\w+|bekannt|fest)\b"
)
ASKS = re.compile(r"\W*(?:frage\s)?(?:nr\.\s)?(?P<label>[0-9]{1,2}|[a-z])[.:)]+\s")
ANSWERS = re.compile(
    r"\W*(?:antwort\s)?(?:zu|ad)\s(?:frage\s|punkt\s|ziffer\s|nr\.\s)?(?P<label>[0-9]{1,2}|[a-z])\b[.:)]"
)
REACH, FARTHEST = 700, 25


def numbered_answer(context: Context) -> str | None:
    """The text that answers "zu 2" or "zu Frage 2", in small letters; None where no paragraph behind begins so."""
    paragraphs, place = context.paper.paragraphs, context.sentence.paragraph
    behind = [folded(each[:REACH]) for each in paragraphs[place : place + FARTHEST]]
    begins = re.compile(ANSWER.format(number=_number(context)))
    return next((each for each in behind if begins.match(each)), None)


def _number(context: Context) -> str:
    """The number of a question: the one before it, else its place among the questions of its paragraph."""
    paragraph = context.paper.paragraphs[context.sentence.paragraph - 1]
    before = paragraph[: context.sentence.start]
    own = NUMBER.match(folded(f"{before[-4:]}{context.text}")) or NUMBER.match(context.folded)
    return own["number"] if own else str(before.count("?") + 1)


def module_asked_for(context: Context) -> str | None:
    """The one module of the numbered question that the paragraph answers: "Zu a)", "Antwort zu Frage 2"; None elsewhere."""
    paragraphs, number = context.paper.paragraphs, context.sentence.paragraph
    own = ANSWERS.match(folded(paragraphs[number - 1][:REACH]))
    if own is None:
        return None
    for earlier in reversed(paragraphs[max(0, number - 1 - FARTHEST) : number - 1]):
        asked = ASKS.match(folded(earlier[:REACH]))
        if asked and asked["label"] == own["label"] and "?" in earlier:
            return only_module(earlier)
    return None


def left_at(behind: str) -> int | None:
    """Where words begin that leave it open; None where there are none."""
    said, denied = load("open_questions")["unanswered"].first(behind), NO_ANSWER.search(behind)
    starts = [*([said.span.start] if said else []), *([denied.start()] if denied else [])]
    return min(starts, default=None)
