"""Of which module an event is."""

import re

from etl.extraction.answers import module_asked_for
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules, find_numbered
from etl.extraction.module_around import module_before, module_of_town
from etl.extraction.phrases import folded
from etl.extraction.posts import nouns, same
from etl.extraction.posts.again import counts_right_before
from etl.extraction.posts.counts import counts
from kim.regions import LAND

OF_WHICH = re.compile(r", (?:davon|darunter|hiervon|wovon)\b")
FOR_THESE = re.compile(r"\b(?:für diese|hierfür|dafür|hierüber|darüber)\b")
THEIR_PAPER = re.compile(r"^(?:der|dieser) (?:förder)?antrag\b|^(?:die|eine) ausschreibung\b")
POSTS = re.compile(
    r"\b(?:wieder|nach)?besetzung\b|\bstellenausschreibung|(?:auswahl|bewerbungs|besetzungs)verfahren|\bcase manager"
)


def module_of_event(context: Context) -> str | None:
    """The one module that a sentence names; None for several.

    Of posts, where it names none, the one spoken of before, be it some paragraphs ago; of other things the one that the heading numbers.
    """
    words = OF_WHICH.split(context.text, maxsplit=1)[0]
    named = {each.code for each in find_modules(words)}
    if named:
        return named.pop() if len(named) == 1 else None
    if _is_of_posts(context):
        if asked := module_asked_for(context):
            return asked
        towns = {each.ags for each in context.places if each.ags != LAND}
        region = towns.pop() if len(towns) == 1 else context.paper.region
        before = context.topic.module or module_before(context, region)
        return before or module_of_town(context, region)
    in_heading = {each.code for each in find_numbered(folded(context.topic.heading))}
    return in_heading.pop() if len(in_heading) == 1 else None


def _is_of_posts(context: Context) -> bool:
    """Whether a sentence speaks of posts or persons, be it as "sie" that the one before counts."""
    if (
        THEIR_PAPER.search(context.folded)
        or POSTS.search(context.folded)
        or nouns.find(context.text)
        or counts(context)
    ):
        return True
    is_of_these = FOR_THESE.search(context.folded) or same.find(context.folded)
    return is_of_these is not None and counts_right_before(context)
