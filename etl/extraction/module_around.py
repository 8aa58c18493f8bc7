"""The module of which a paper speaks all along, for a sentence that names none."""

from etl.extraction.context import Context
from etl.extraction.mentions.modules import only_module

TITLE, REACH = 3, 1500


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
