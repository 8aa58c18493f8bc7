"""Whether posts that are granted or set up have found nobody."""

from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.posts.predicates import is_adjective, said_in
from etl.extraction.posts.quantities import quantities
from etl.extraction.posts.sentence_parts import relative, segment


def is_still_vacant(context: Context, span: Span, said: Said) -> bool:
    """Whether the sentence goes on that nobody was found: "Eine Stelle ist bewilligt, konnte aber nicht besetzt werden"."""
    around, behind = segment(context, span), relative(context, span)
    start = max(said.span.end, span.end)
    for each in said_in(context):
        if not start <= each.span.start < around.end:
            continue
        if any(start <= number.span.start < each.span.end for number in quantities(context)):
            return False
        if is_adjective(context, each):
            return False
        if behind and behind.start <= each.span.start < behind.end:
            return False
        is_denied = each.code == "filled" and context.modality_at(each.span).negated
        if each.code == "vacant" or is_denied:
            return not context.clause(span).start <= each.span.start < context.clause(span).end
    return False
