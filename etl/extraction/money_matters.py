"""Whether a sentence speaks of the programme's money, and of which module."""

import re

from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules, only_module
from etl.extraction.module_around import REACH, module_of_title
from etl.extraction.paper import Span
from etl.extraction.phrases import folded, load
from etl.extraction.purpose import is_for_another_matter

OF_ALL = re.compile(
    r"\bgesamt(?:kosten|aufwand|aufwendungen|budget|volumen|summe|zuwendung|förderung|ansatz)\w*\b"
)
OF_THE_PROGRAMME = frozenset(["programme", "on"])


def may_speak_of_money(context: Context) -> bool:
    """Whether a sentence is of KIM, no question, and names no other matter that money is for."""
    if not context.topic.is_kim or context.modality.asked:
        return False
    if is_for_another_matter(context.text) and not load("topic")["term"].codes(context.folded):
        return False
    return load("funding")["other"].first(context.folded) is None


def is_programme_named(context: Context, before: int = 0) -> bool:
    """Whether the paragraph itself, or one of so many before it, names the programme or one of its modules, not just its section."""
    start, number = context.sentence.start, context.sentence.paragraph
    near = context.paper.paragraphs[number - 1][
        max(0, start - REACH) : start + len(context.text) + REACH
    ]
    earlier = context.paper.paragraphs[max(0, number - 1 - before) : number - 1]
    words = " ".join([*(each[:REACH] for each in earlier), near])
    terms = load("topic")["term"].codes(folded(words))
    return bool(terms & OF_THE_PROGRAMME or find_modules(words))


def module_of(context: Context, part: Span | None = None, unit: str | None = None) -> str | None:
    """The one module that the part of the sentence names, else the sentence; where it names none, the one spoken of before.

    An amount for each post is for those of the only module that the sentence, or the title of the paper, names.
    """
    words = context.text[part.start : part.end] if part else context.text
    if named := {each.code for each in find_modules(words)}:
        return named.pop() if len(named) == 1 else None
    is_per_post = "per_post" in (unit or "")
    if find_modules(context.text):
        is_label = part is not None and only_module(context.text[: part.start]) is not None
        return only_module(context.text) if is_per_post or is_label else None
    if OF_ALL.search(context.folded):
        return None
    start = context.sentence.start
    before = context.paper.paragraphs[context.sentence.paragraph - 1][max(0, start - REACH) : start]
    if load("open_questions")["asks"].first(folded(before)):
        return None
    return context.topic.module or (module_of_title(context) if is_per_post else None)
