"""Posts and persons of whom a sentence says something, but no number."""

import re
from collections.abc import Iterator

from etl.extraction.context import Context
from etl.extraction.mentions.modules import only_module
from etl.extraction.paper import Span
from etl.extraction.posts import setting, status_words
from etl.extraction.posts.counted import find_counted
from etl.extraction.posts.region import region_of
from etl.extraction.proposed import Value
from etl.extraction.rule import Found

_STAFF = re.compile(
    r"\b(?:das personal|die [^.;,]{0,60}?stellen|diese [\w-]*stellen|das team|die kräfte)\b"
)
_OF_THE_LAND = re.compile(
    r"\bvom land (?:nrw )?(?:zur verfügung gestellten|geförderten|finanzierten|bewilligten|zugewiesenen) [\w-]*stellen\b"
)
LENGTH_OF_A_TOWN, LENGTH_OF_A_DISTRICT = 8, 5
_TO_BE = re.compile(
    r"(?<!die )(?<!diese )(?<!keine )\b(?:personal|case[ -]management-?|vollzeit)stellen\b[^.;]{0,140}\b(?:eingerichtet|geschaffen) werden\b"
)
_GREAT_PART = re.compile(r"\b(?:groß)?teil (?:dieser|der) [\w-]*stellen (?:[\w-]+ ){0,3}?besetzt\b")
_ONE = re.compile(
    r"\b(?:die|der|zuständige[nr]?) (?P<noun>(?:case[ -]?|fall)managerin|(?:case[ -]?|fall)manager(?![\w*:/])|stelleninhaber(?:in)?)\b"
)
_IN_CHARGE = re.compile(r"\bzuständig(?:e|en)? für\b|\bfür [^.;,]{2,40} zuständige\b")


def unnumbered(context: Context) -> Iterator[Found]:
    """ "die Stellen sind größtenteils besetzt", "die vom Land geförderten Stellen", "die für die Stadt zuständige Case Managerin"."""
    if (
        not context.topic.is_kim
        or not context.topic.is_near
        or context.modality.asked
        or find_counted(context)
    ):
        return
    small = context.folded
    if land := _OF_THE_LAND.search(small):
        yield _found(context, Span(*land.span()), "funded", "posts")
    if staff := _STAFF.search(small):
        yield from _partly(context, staff)
    if part := _GREAT_PART.search(small):
        is_open = context.modality.planned or context.modality.negated
        yield _found(
            context,
            Span(*part.span()),
            "vacant" if is_open else "partly_filled",
            "posts",
            "subset" if is_open else "total",
        )
    if (plan := _TO_BE.search(small)) and context.modality.planned and only_module(context.text):
        yield _to_be(context, Span(*plan.span()))
    if one := _ONE.search(small):
        yield from _in_charge(context, one)


def _to_be(context: Context, span: Span) -> Found:
    """Posts that are to be set up "in den Kommunen": a town that says so speaks of its district."""
    found = _found(context, span, "planned", "posts")
    region = context.paper.region
    is_of_all = len(region) == LENGTH_OF_A_TOWN and "in den kommunen" in context.folded
    values = {
        "region": region[:LENGTH_OF_A_DISTRICT] if is_of_all else found.values["region"],
        "basis": "inferred",
    }
    return Found({**found.values, **values}, span)


def _partly(context: Context, staff: re.Match[str]) -> Iterator[Found]:
    for said in status_words.find(context.folded, staff.start()):
        if said.code == "partly_filled":
            yield _found(
                context, said.span, said.code, "posts" if "stelle" in staff.group() else "persons"
            )


def _in_charge(context: Context, one: re.Match[str]) -> Iterator[Found]:
    charge = _IN_CHARGE.search(context.folded)
    if charge and not context.modality.negated:
        found = _found(context, _with_place(context, charge), "filled", "persons")
        certainty = "exact" if "inhaber" in one["noun"] else "at_least"
        module = only_module(context.text) or context.topic.module or context.topic.recent_module
        values = {**found.values, "quantity": 1.0, "certainty": certainty, "module": module}
        values["function"] = setting.FUNCTIONS[module] if module else None
        yield Found(values, found.span)


def _with_place(context: Context, charge: re.Match[str]) -> Span:
    """The words that say for which place somebody is in charge; never a name."""
    behind = [each.span.end for each in context.places if 0 <= each.span.start - charge.end() < 12]
    return Span(charge.start(), behind[0] if behind else charge.end())


def _found(context: Context, span: Span, status: str, unit: str, measure: str = "total") -> Found:
    module = only_module(context.text)
    if measure == "subset":
        module = module or context.topic.module
    whole = Span(0, len(context.text))
    inside = [each.ags for each in context.places if span.start <= each.span.start < span.end]
    values: dict[str, Value] = {
        "region": inside[0] if inside else region_of(context, span, whole),
        "module": module,
        "function": setting.FUNCTIONS[module] if module else None,
        "certainty": "unknown",
        "unit": unit,
        "measure": measure,
        "status": status,
        "basis": "inferred" if measure == "subset" else context.modality.basis,
    }
    return Found(values, span)
