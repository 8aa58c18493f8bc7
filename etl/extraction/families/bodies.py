"""Which bodies there are: steering, coordinating, working groups, and the councils that are reported to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.meetings import frequency_of, members_of
from etl.extraction.mentions.organisations import find_organisations
from etl.extraction.paper import Span
from etl.extraction.parties import (
    LAND_ITSELF,
    TOWNS,
    Party,
    find_parties,
    organisation_of,
)
from etl.extraction.phrases import Said
from etl.extraction.place import place_of, seat_of
from etl.extraction.proposed import Value
from etl.extraction.roles import AT, stands
from etl.extraction.rule import Found, Rule

FAMILY, POLITICAL = "bodies", "political"
REPORTED = "Bericht zu KIM entgegennehmen"
STATES = ("dissolved", "recommended", "planned", "exists")
BEHIND = re.compile(
    r"(?: KIM(?!\w)| „[^“\n]{3,40}“| (?!Die|Der|Das|Herr|Frau|Dr)[A-ZÄÖÜ][\wäöüß]+(?: und [A-ZÄÖÜ][\wäöüß]+)?)?"
)
DATIVE = re.compile(r"\b[Dd]em $")
MAY_NAME = re.compile(r"grupp|kreis|gremi|beirat|runde|tisch|treffen|konferenz|forum|\bag\b|team")
VERB = re.compile(r"\b(?:ist|sind|hat|haben|wird|werden|wurden?|\w+t|\w+en)\b")
STILL_TO_MEET = re.compile(r"konstituierende")
IS_BEING = re.compile(
    r"\bwird\b[^.;]{0,120}\b(?:gebildet|gegründet|eingesetzt|eingerichtet|einberufen)\b(?! worden)"
)
CAME = re.compile(r"\b(?:kam|kamen|trat|traten|traf|trafen|tagte|tagten)\b")
FIRST_TIME = ("erstmals", "zum ersten mal")
SET_UP = re.compile(
    r"eingerichtet|gegründet|gebildet|eingesetzt|einberufen|etabliert|ins leben|konstituiert|nimmt\b.* auf$"
)
OF_ALL, LEADS_ON = "begleitgremien", (" mit", " der")
PARAGRAPHS_OF_A_NAME, LETTERS_OF_A_NAME = 12, 12
PARAGRAPHS_BEFORE, MOST_WORDS, REACH = 2, 8, 120


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a sentence names: its words, its name and level."""

    span: Span
    name: str
    level: str


def _told(context: Context) -> Iterator[Found]:
    """A body of the programme of which something is told: that it meets, is set up, where it sits."""
    if not _is_read(context):
        return
    said = [
        each
        for each in phrases.load(FAMILY)["state"].find(context.folded)
        if _counts(context, each)
    ]
    said = [each for each in said if _words(context, each) == OF_ALL] or said
    bodies = [each for each in _bodies(context) if each.level != POLITICAL] if said else []
    states: dict[Body, Said] = {}
    for each in said:
        for body in _meant(context, each, bodies):
            earlier = states.get(body, each)
            states[body] = min(earlier, each, key=lambda one: STATES.index(one.code))
    for body, state in states.items():
        span = Span(min(body.span.start, state.span.start), max(body.span.end, state.span.end))
        is_listed = _words(context, state) == OF_ALL
        values = _values(context, body, _state(context, state))
        yield Found(values, body.span if is_listed else span)


def _counts(context: Context, said: Said) -> bool:
    """Whether the words say it, rather than deny it."""
    return said.code != "exists" or not context.modality_at(said.span).negated


def _words(context: Context, said: Said) -> str:
    return context.folded[said.span.start : said.span.end]


def _meant(context: Context, said: Said, bodies: list[Body]) -> list[Body]:
    """The bodies of which the words tell: all behind "Begleitgremien", the next one behind "mit", else the nearest."""
    words = _words(context, said)
    behind = [each for each in bodies if each.span.start >= said.span.end]
    if words == OF_ALL:
        return behind
    among = behind[:1] if words.endswith(LEADS_ON) else bodies
    near = [each for each in among if each.span.distance(said.span) <= REACH]
    return sorted(near, key=lambda each: each.span.distance(said.span))[:1]


def _mentioned(context: Context) -> Iterator[Found]:
    """A body of which the sentence says something else, so that it is there."""
    if not MAY_NAME.search(context.folded) or not _is_read(context) or context.topic.is_heading:
        return
    how = context.modality
    if how.planned or how.conditional or how.negated or any(True for _ in _told(context)):
        return
    number, start = context.sentence.paragraph, context.sentence.start
    earlier = context.paper.paragraphs[max(0, number - 1 - PARAGRAPHS_OF_A_NAME) : number - 1]
    before = " ".join((*earlier, context.paper.paragraphs[number - 1][:start]))
    for body in _bodies(context):
        stem = context.text[body.span.start : body.span.start + LETTERS_OF_A_NAME]
        if body.level != POLITICAL and stem not in before and VERB.search(context.folded):
            values = _values(context, body, "exists")
            yield Found({**values, "basis": "inferred"}, body.span)


def _alone(context: Context) -> Iterator[Found]:
    """Words that name a body and tell that it is there: "eine eigene koordinierende Stelle"."""
    if _is_read(context):
        for said in phrases.load(FAMILY)["alone"].find(context.folded):
            words = context.text[said.span.start : said.span.end]
            yield Found(_values(context, Body(said.span, words, said.code), "exists"), said.span)


def _reported_to(context: Context) -> Iterator[Found]:
    """The councils that take note of a report or are reported to."""
    if not _is_read(context):
        return
    for said in phrases.load(FAMILY)["report"].find(context.folded):
        for body in _bodies(context):
            is_told = body.span.end <= said.span.start or _leads_to(context, said)
            if body.level == POLITICAL and is_told and _is_reported_to(context, body, said):
                values = _values(context, body, "exists")
                yield Found({**values, "task": REPORTED}, body.span)


def _leads_to(context: Context, said: Said) -> bool:
    return _words(context, said) == "gremien"


def _is_reported_to(context: Context, body: Body, said: Said) -> bool:
    words = _words(context, said)
    if words == "arbeitsbericht":
        return bool(DATIVE.search(context.text[max(0, body.span.start - 5) : body.span.start]))
    if words == "gremien":
        return body.span.start >= said.span.end
    return True


def _is_read(context: Context) -> bool:
    return context.topic.is_kim and not context.modality.asked and not context.modality.withdrawn


def _bodies(context: Context) -> list[Body]:
    """The bodies that the sentence names, in its order, each with the words that tell it from others."""
    named = [
        Body(each.span, each.name, each.code)
        for each in find_organisations(context.text)
        if each.kind == "bodies"
    ]
    named += [
        Body(each.span, context.text[each.span.start : each.span.end], each.code)
        for each in phrases.load(FAMILY)["body"].find(context.folded)
    ]
    found: list[Body] = []
    for body in sorted(named, key=lambda each: (each.span.start, -each.span.end)):
        if not found or body.span.start >= found[-1].span.end:
            found.append(_with_words_behind(context, body))
    return found


def _with_words_behind(context: Context, body: Body) -> Body:
    if body.level == POLITICAL:
        return body
    behind = BEHIND.match(context.text, body.span.end)
    end = behind.end() if behind else body.span.end
    return Body(
        Span(body.span.start, end), body.name + context.text[body.span.end : end], body.level
    )


def _state(context: Context, said: Said) -> str:
    """What has not met yet is planned, though it is spoken of as if it were there; what came together has met."""
    words = _words(context, said)
    if words in FIRST_TIME and CAME.search(context.folded):
        return "exists"
    is_to_come = context.modality.planned or any(map(context.lies_ahead, context.dates))
    if SET_UP.match(words) and (is_to_come or IS_BEING.search(context.folded)):
        return "planned"
    if said.code != "exists":
        return said.code
    number = context.sentence.paragraph
    before = context.paper.paragraphs[max(0, number - 1 - PARAGRAPHS_BEFORE) : number - 1]
    return "planned" if any(STILL_TO_MEET.search(each) for each in before) else said.code


def _values(context: Context, body: Body, state: str) -> dict[str, Value]:
    party = None if body.level == POLITICAL else _host(context)
    region = party.region if party else _place(context, body)
    return {
        "region": region,
        "body": " ".join(body.name.split()[:MOST_WORDS]),
        "level": body.level,
        "host": party.organisation
        if party
        else organisation_of(region)
        if body.level == POLITICAL
        else None,
        "members": members_of(context),
        "frequency": frequency_of(context),
        "state": state,
        "basis": context.modality.basis,
    }


def _host(context: Context) -> Party | None:
    """Where it sits, or who has set it up."""
    parties = [
        each
        for each in find_parties(context)
        if each.kind != LAND_ITSELF and (each.is_public or each.kind == TOWNS)
    ]
    at = [each for each in parties if stands(context, each, AT)]
    return next(iter(at or parties), None)


def _place(context: Context, body: Body) -> str:
    of = seat_of if body.level == POLITICAL else place_of
    return of(context, body.span)


RULES = (
    Rule("bodies.told", "bodies", _told),
    Rule("bodies.mentioned", "bodies", _mentioned),
    Rule("bodies.alone", "bodies", _alone),
    Rule("bodies.reported_to", "bodies", _reported_to),
)
