"""Who asks, and what is asked in a few words."""

import re

from etl.extraction.context import Context
from etl.extraction.mentions.persons import find_persons
from etl.extraction.paper import Span

NUMBER_IN_FRONT = re.compile(r"^(?:Frage\s)?[0-9]{0,2}[.:)]?\s*", re.IGNORECASE)
MOST_WORDS = 8
MEMBER = re.compile(
    r"\b(?:(?P<council>ratsmitglied\w*|ratsherr\w*|ratsfrau)|(?P<district>ktabg\.|kreistagsmitglied\w*|kreistagsabgeordnete\w*)"
    r"|(?P<committee>ausschussmitglied\w*)|(?P<faction>\S*fraktion)|(?P<member>mitglied\w*))"
)
MEMBERS = {
    "council": "Ratsmitglied",
    "district": "Kreistagsmitglied",
    "committee": "Ausschussmitglied",
    "faction": "Mitglied einer Fraktion",
    "member": "Mitglied",
}


def label(context: Context, span: Span) -> str:
    """The question in at most eight words, without names of persons."""
    text = context.text
    for person in reversed(list(find_persons(text))):
        if span.start <= person.span.start < span.end:
            text = f"{text[: person.span.start]}…{text[person.span.end : span.end]}"
            span = Span(span.start, len(text))
    words = NUMBER_IN_FRONT.sub("", text[span.start : span.end]).rstrip(" ,?.").split()
    words = words[:-1] if words and words[-1] in ("und", "sowie") else words
    label = " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
    return f"{label[:1].upper()}{label[1:]}?"


def asked_by(context: Context) -> str | None:
    """The part that the asking person has in the council; None where the sentence tells none."""
    roles = [each.role for each in find_persons(context.text) if each.role]
    if roles:
        return roles[0]
    found = MEMBER.search(context.folded)
    return MEMBERS[found.lastgroup] if found and found.lastgroup else None
