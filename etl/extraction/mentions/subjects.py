"""What a piece of text speaks of, in our own words."""

from etl.extraction.paper import Span
from etl.extraction.phrases import load

GENERAL = frozenset(
    ["KIM", "Landesprogramm KIM", "Case Management", "Koordinierung", "Träger", "Stellen"]
)
OTHER = "KIM"


def subject(folded: str, within: Span | None = None, near: int | None = None) -> str:
    """The name of what a folded text speaks of; "KIM" where it names nothing we know.

    `near`: the character to which the thing that is meant stands nearest; without it the first is meant. A general word ("Stellen")
    is only meant where there is no other.
    """
    start, end = (within.start, within.end) if within else (0, len(folded))
    said = list(load("subjects")["subject"].find(folded, start, end))
    if not said:
        return OTHER
    if near is not None:
        said.sort(key=lambda each: min(abs(each.span.start - near), abs(each.span.end - near)))
    special = [each for each in said if each.code not in GENERAL]
    return (special or said)[0].code
