"""The module of which a paper speaks all along, for a sentence that names none."""

import re

from etl.extraction.context import Context
from etl.extraction.mentions.modules import only_module
from etl.extraction.mentions.places import LENGTH_OF_A_TOWN
from etl.extraction.paper import Span
from etl.extraction.phrases import load

TITLE, REACH = 3, 1500
CASE_MANAGEMENT = "2"
_PROGRAMME = re.compile(r"\b(?:kim|kommunale[nms]? integrationsmanagements?)\b")
_WITH = re.compile(r"\b(?:mit|neben|durch)(?: de[nmr])? (?:\w+ )?$")


def only_module_around(context: Context) -> str | None:
    """The one module that the title, the paragraphs shortly before, and the paragraph up to the sentence name; None for none or several."""
    number, paragraphs = context.sentence.paragraph, context.paper.paragraphs
    near = {*range(min(TITLE, number - 1)), *range(max(0, number - 1 - TITLE), number - 1)}
    start = context.sentence.start
    before = paragraphs[number - 1][max(0, start - REACH) : start]
    return only_module(" ".join([*(paragraphs[each][:REACH] for each in sorted(near)), before]))


def module_of_title(context: Context) -> str | None:
    """The one module that the first paragraphs of the paper name; None for none or several."""
    title = context.paper.paragraphs[: min(TITLE, context.sentence.paragraph - 1)]
    return only_module(" ".join(each[:REACH] for each in title))


def module_of_carrier(context: Context, span: Span) -> str | None:
    """The module that carriers of welfare have posts of, where the clause of a count names one of them, not merely as a partner."""
    clause = context.clause(span)
    said = load("modules")["carrier"].find(context.folded, clause.start, clause.end)
    return next(
        (each.code for each in said if not _WITH.search(context.folded, 0, each.span.start)), None
    )


def module_before(context: Context, region: str) -> str | None:
    """The module last spoken of under the heading, unless a town of the district (`region`) is spoken of now; else the only one around."""
    if module_of_town(context, region):
        return only_module(context.paper.paragraphs[0][:REACH])
    return context.topic.recent_module or only_module_around(context)


def module_of_town(context: Context, region: str) -> str | None:
    """The module that towns have their posts of, where a town is spoken of in another's paper, that of its district above all."""
    is_of_a_town = len(region) == LENGTH_OF_A_TOWN and region != context.paper.region
    return CASE_MANAGEMENT if is_of_a_town else None


def hinted_module(context: Context, span: Span, region: str) -> str | None:
    """The module whose work the clause of a count names, else the one that towns of a district have their posts of; None where it speaks of KIM as a whole."""
    clause = context.clause(span)
    if _PROGRAMME.search(context.folded, clause.start, clause.end):
        return None
    said = load("modules")["hint"].first(context.folded, clause.start, clause.end)
    if said:
        return said.code
    return CASE_MANAGEMENT if len(region) == LENGTH_OF_A_TOWN else None
