"""How far evaluations are, of the Land, of the district, of the place itself."""

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.extraction import phrases, verbs
from etl.extraction.context import Context
from etl.extraction.levels import level_before, levels_of, own_level
from etl.extraction.mentions.organisations import find_organisations
from etl.extraction.mentions.persons import find_persons
from etl.extraction.paper import Span
from etl.extraction.parties import (
    district_of,
)
from etl.extraction.phrases import Said
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule
from kim.regions import LAND

FAMILY = "evaluations"
ORDER = ("none", "dropped", "under_discussion", "planned", "completed", "running")
DENIABLE = ("planned", "running", "completed")
NOT_THERE_YET = ("none", "planned", "under_discussion")
MERE_VERB = re.compile(r"evaluier(?!ung)")
BY_WHOM = re.compile(r"\b(?:\w*hochschule|\w*universität|uni|fh|\w*institut\w*|lehrstuhl\w*)\b")
LEVELS = ("land", "district", "local")
OF_SOMETHING_ELSE = re.compile(
    r"evaluation (?:de[sr]|von|zum|zur) (?!kim|kommunal|programm|projekt|case|integrationsman|landes|arbeit|umsetzung|maßnahme|ki\b|land|kreis|stadt)"
)
EACH_LEVEL = re.compile(r"landes- und (?:auf )?kreisebene")
SUBJECT = re.compile(
    r"(?:für das Thema|zum Thema|im Hinblick auf|in Hinblick auf|hinsichtlich) (?P<subject>(?:de[rsn]|das|die)?\s?[^,.;]{3,60})"
)
ASPECT = re.compile(
    r"auf (?:die|den|das) (?P<noun>[A-ZÄÖÜ]\w+) geschaut|\bwie (?P<how>(?:viele |gut |die |das |der |sich )*[A-ZÄÖÜ]\w+)"
)
RESULTS = re.compile(r"ergebniss")
THERE = re.compile(
    r"(?:bericht|ergebnisse?)\b[^.;]{0,40}\b(?:liegt|liegen|vorliegen|vorgelegt|veröffentlicht)\b"
)
NOT_YET = re.compile(r"\b(?:noch nicht|noch keine|derzeit keine|erst)\b")
ENDED = re.compile(r"abgeschlossen|beendet|vorliegen|\benden\b|\bendet\b")
MOST_WORDS = 8
PARAGRAPHS_BEFORE = 2
PROGRAMME = "KIM"


def _stated(context: Context) -> Iterator[Found]:
    """An evaluation of a level that is named, and how far it is."""
    said = _evaluation(context)
    if said is None:
        return
    if levels := levels_of(context, context.folded):
        yield from _rows(context, said, levels, None)
    elif earlier := level_before(context):
        yield from _rows(context, said, {earlier: said.span}, "inferred")
    elif not _spoken_of_before(context):
        is_told = not MERE_VERB.match(context.folded, said.span.start) or BY_WHOM.search(
            context.folded
        )
        own = _rows(context, said, {own_level(context): said.span}, "inferred")
        yield from (each for each in own if is_told or each.values["status"] in NOT_THERE_YET)


def _levels_before(context: Context) -> Iterator[Found]:
    """An evaluation whose levels stand in the paragraphs before: "Die Evaluation läuft bis Ende Mai"."""
    said = _evaluation(context)
    if said is None or levels_of(context, context.folded):
        return
    if _spoken_of_before(context):
        levels = dict.fromkeys(("land", "district"), said.span)
        yield from _rows(context, said, levels, "inferred")


def _spoken_of_before(context: Context) -> bool:
    """Whether the paragraphs before speak of evaluations of both levels."""
    number = context.sentence.paragraph
    before = context.paper.paragraphs[max(0, number - 1 - PARAGRAPHS_BEFORE) : number - 1]
    return any(EACH_LEVEL.search(phrases.folded(each)) for each in before)


def _aspects(context: Context) -> Iterator[Found]:
    """What is looked at in an evaluation: "Beobachtet wird, wie viele Beratungen stattfinden"."""
    if not context.topic.is_kim or context.modality.asked or context.previous is None:
        return
    codes = phrases.load(FAMILY)["evaluation"].codes(context.folded)
    around = phrases.load(FAMILY)["evaluation"].codes(phrases.folded(context.previous.text))
    paragraph = phrases.folded(context.paper.paragraphs[context.sentence.paragraph - 1])
    if "aspect" not in codes or not EACH_LEVEL.search(paragraph) or not codes | around:
        return
    for aspect in ASPECT.finditer(context.text):
        subject = aspect["noun"] or aspect["how"]
        values = _values(context, "district", "running", "inferred")
        yield Found({**values, "subject": _label(subject)}, Span(*aspect.span()))


def _subjects(context: Context) -> Iterator[Found]:
    """Levels and subjects without a verb, in the sentence after one on evaluation: "auf Kreisebene für das Thema Wohnen"."""
    if not context.topic.is_kim or context.modality.asked or context.previous is None:
        return
    lists = phrases.load(FAMILY)
    subjects = list(SUBJECT.finditer(context.text))
    if not subjects or "evaluation" in lists["evaluation"].codes(context.folded):
        return
    number = context.sentence.paragraph
    before = " ".join(
        (*context.paper.paragraphs[max(0, number - 2) : number - 1], context.previous.text)
    )
    levels = levels_of(context, context.folded)
    if "evaluation" not in lists["evaluation"].codes(phrases.folded(before)):
        return
    for level, where in levels.items():
        for subject in subjects:
            values = _values(context, level, "running", None, len(levels) > 1)
            span = Span(min(where.start, subject.start()), max(where.end, subject.end()))
            yield Found({**values, "subject": _label(subject["subject"])}, span)


def _evaluation(context: Context) -> Said | None:
    """The word for an evaluation of KIM that the sentence says something of."""
    if not context.topic.is_kim or context.modality.asked or context.modality.withdrawn:
        return None
    if OF_SOMETHING_ELSE.search(context.folded):
        return None
    found = phrases.load(FAMILY)["evaluation"].find(context.folded)
    return next((each for each in found if each.code == "evaluation"), None)


def _rows(
    context: Context, said: Said, levels: dict[str, Span], basis: str | None
) -> Iterator[Found]:
    for level, where in levels.items():
        clause = context.clause(where) if len(levels) > 1 else Span(0, len(context.text))
        status = _status(context, clause) or _status(context, Span(0, len(context.text)))
        if status is None:
            continue
        if len(levels) > 1 and context.modality_at(where).negated:
            status = replace(status, code="none")
        values = _values(context, level, status.code, basis, "district" in levels)
        ends = (_clause_of(context, said, where), where, status.span)
        span = Span(min(each.start for each in ends), max(each.end for each in ends))
        yield Found({**values, **_times(context, values["status"], clause)}, span)


_WHETHER = re.compile(
    r"ob\b(?!\W+und)[^.;]*\b(?:offen|unklar|entschieden|geklärt|fest|entscheid\w+|diskutiert|beraten|geprüft)\b"
)


def _clause_of(context: Context, said: Said, where: Span) -> Span:
    """The clause of the word for it where the level stands elsewhere, else the word."""
    clause = context.clause(said.span)
    return said.span if clause.start <= where.start < clause.end else clause


def _status(context: Context, within: Span) -> Said | None:
    """The words that say how far it is, the strongest of them; what is still to be completed is running."""
    if _WHETHER.match(context.folded):
        return Said("under_discussion", Span(0, len(context.text)))
    declared = phrases.load(FAMILY)["status"].find(context.folded, within.start, within.end)
    in_all = verbs.find(FAMILY, context.folded)
    said = [*declared, *(each for each in in_all if _is_in(each.span, within))]
    found = min(said, key=lambda each: ORDER.index(each.code), default=None)
    if found is None:
        return _status_of_results(context)
    is_to_end = found.code == "planned" and ENDED.search(context.folded)
    if is_to_end or (found.code == "completed" and NOT_YET.search(context.folded)):
        return replace(found, code="running")
    is_denied = found.code in DENIABLE and context.modality_at(found.span).negated
    return replace(found, code="none") if is_denied else found


def _is_in(span: Span, within: Span) -> bool:
    return within.start <= span.start and span.end <= within.end


def _status_of_results(context: Context) -> Said | None:
    """How far it is where only its results are spoken of: there are some, or not yet."""
    results = RESULTS.search(context.folded)
    if results is None:
        return None
    code = "running" if NOT_YET.search(context.folded) else "completed"
    return Said(code, Span(*results.span()))


def _times(context: Context, status: Value, clause: Span) -> dict[str, Value]:
    """Since when, until when, and whether there are results."""
    found: dict[str, Value] = {}
    for moment in context.dates:
        if not clause.start <= moment.span.start < clause.end:
            continue
        if moment.role == "since":
            found["as_of"] = context.last(moment).edtf
        elif status != "planned" and (moment.role == "until" or ENDED.search(context.folded)):
            of = context.next if status == "running" else context.last
            found["ends"] = of(moment).edtf
    words = context.folded
    if context.previous and context.previous.paragraph == context.sentence.paragraph:
        words = f"{phrases.folded(context.previous.text)} {words}"
    is_there = THERE.search(context.folded) and not NOT_YET.search(context.folded)
    if is_there and status == "completed":
        found["results"] = "available"
    elif RESULTS.search(words) and NOT_YET.search(words):
        found["results"] = "none_yet"
    elif THERE.search(words) and status == "completed":
        found["results"] = "available"
    return found


def _values(
    context: Context, level: str, status: str, basis: str | None, is_in_district: bool = False
) -> dict[str, Value]:
    region = context.paper.region
    if level == "land":
        region = district_of(region) if is_in_district else LAND
    elif level == "district":
        region = district_of(region)
    evaluator = next(
        (each.name for each in find_organisations(context.text) if each.kind == "bodies"), None
    )
    return {
        "region": region,
        "level": level,
        "status": status,
        "evaluator": evaluator,
        "subject": PROGRAMME,
        "basis": basis or context.modality.basis,
    }


def _label(words: str) -> str:
    """At most eight words of the paper, none that name a person."""
    if next(find_persons(words), None):
        return PROGRAMME
    return " ".join(words.split()[:MOST_WORDS])


RULES = (
    Rule("evaluations.stated", "evaluations", _stated),
    Rule("evaluations.levels_before", "evaluations", _levels_before),
    Rule("evaluations.aspects", "evaluations", _aspects),
    Rule("evaluations.subjects", "evaluations", _subjects),
)
