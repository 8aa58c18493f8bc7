"""Rules for whom the offer is: groups, how they are included, limits of age and arrival."""

import re
from collections.abc import Iterator

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.groups import (
    FAMILY,
    described,
    has_focus,
    inclusion_of,
    is_counted,
    lists,
    merged,
    name_of,
)
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.places import find_places
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule
from kim.regions import LAND

LENGTH_OF_A_TOWN, LENGTH_OF_A_DISTRICT = 8, 5
REACH, MOST_WORDS = 120, 8
_COUNTS = re.compile(
    r"\b(?:wurden|konnten|haben)\b[^.;]{0,120}\b(?:beraten|begleitet|betreut|erreicht|teilgenommen)\b"
)
_WHATEVER = re.compile(
    r"unabhängig (?:vom|von(?: der| dem)?)\s+(?P<of>[^.;]{3,120})|ungeachtet (?:des|der)\s+(?P<of_2>[^.;]{3,120})|(?P<of_3>\b(?:jeden alters|aller altersgruppen|jeder herkunft|aller nationalitäten)\b)"
)
_WHATEVER_OF = {
    "age": (re.compile(r"\balter[ns]?\b"), "Menschen jeden Alters"),
    "origin": (
        re.compile(r"\bherkunft(?:sland)?\b|\bnationalität\b|\bstaatsangehörigkeit\b"),
        "Menschen jeder Herkunft",
    ),
    "residence_status": (
        re.compile(r"\b(?:aufenthaltsrechtlichen? )?status\b|\baufenthalts(?:status|titel)\b"),
        "Menschen mit jedem Aufenthaltsstatus",
    ),
}
_OLDER = re.compile(
    r"\b(?:älter als|über|ab)\s+(?P<age>\d{2})(?:[. ]*jahren?| jahre alt)?\b(?=[^.;]{0,20}(?:jahr|alt\b))|\b(?:über|ab)\s+(?P<age_2>\d{2})-jährige"
)
_AGE_ALONE = re.compile(r"(?P<age>\d{2})(?P<age_2>)? jahren?(?: \w+)?")
_ARRIVED = re.compile(
    r"\b(?:einreise|eingereist|zugezogen|zugewandert)\b[^.;]{0,20}\b(?:nach|ab|seit)\b|\b(?:nach|ab|seit) dem (?:\d\d?\. \w+ \d{4}|[\d. ]{6,12}|[^.;]{6,20}) (?:eingereist|zugezogen|zugewandert)"
)
_IS_ASKED = re.compile(r"\bob\b")
_LAW = re.compile(
    r"\s*(?:nach )?§§? ?\d+ ?[a-z]?(?: ?(?:,|und|oder) ?(?:§ ?)?\d+ ?[a-z]?){0,3}(?: aufenthg)?"
)
MOST_TO_THE_LAW = 60
_PEOPLE = re.compile(r"personen|menschen|geduldete|zugewanderte|jährige")
_IN_LIST = re.compile(r"zielgruppen?\b[^.;]{0,60}:?$")
_GOES_ON = re.compile(r"(?:ebenso|zudem|darüber hinaus|außerdem|daneben|ferner)\b")
_OF_THE_LAND = re.compile(r"\blandesförderung\b|\blandesprogramm\b")
_THIS_GROUP = re.compile(r"(?:auch )?für diese (?:ziel|personen)gruppe(?: [a-zäöü]+){0,2}")
_CUT = re.compile(r"\b(?:über|ab)$")
_PROGRAMME = re.compile(
    r"^(?:das |der |dem )?(?:kommunale[ns]? integrationsmanagements?|kim\b|programm)[^,.;]{0,60}"
)


def groups(context: Context) -> Iterator[Found]:
    """ "Das Angebot richtet sich insbesondere an neuzugewanderte Familien"."""
    if not _speaks_of_groups(context):
        return
    older = _OLDER.search(context.folded)
    for said in merged(context, list(lists()["group"].find(context.folded))):
        span, name = said.span, name_of(context, said)
        if is_counted(context, span):
            continue
        if this := _THIS_GROUP.search(context.folded, span.end):
            inclusion = "also" if this.group().startswith("auch") else "primary"
            yield _found(context, Span(*this.span()), said.code, name, inclusion)
        elif not _IS_ASKED.search(context.folded, context.clause(span).start, span.start):
            yield _limited(context, said, name, older)
            if older:
                return


def _limited(context: Context, said: Said, name: str, older: re.Match[str] | None) -> Found:
    """A group with the limit of age and the law that the sentence sets it."""
    law = _LAW.search(context.folded, said.span.end, said.span.end + MOST_TO_THE_LAW)
    end = max(said.span.end, law.end() if law else 0, older.end() if older else 0)
    inclusion = inclusion_of(context, said.span)
    found = _found(context, Span(said.span.start, end), said.code, name, inclusion)
    values = dict(found.values)
    if older:
        values |= {"age_over": _age(older), "label": f"{name} über {_age(older)} Jahren"}
    if law:
        values["legal_basis"] = _laws(law)
    return Found(values, found.span)


def _age(older: re.Match[str]) -> int:
    age = int(older["age"] or older["age_2"])
    return age - 1 if older.group().startswith("ab") else age


def _laws(law: re.Match[str]) -> str:
    return "; ".join(f"§ {number} AufenthG" for number in re.findall(r"\d+[a-z]?", law.group()))


def groups_described(context: Context) -> Iterator[Found]:
    """ "Familien, die erst eingereist sind, werden beraten": people without a word of ours for them."""
    is_limited = _OLDER.search(context.folded) or _ARRIVED.search(context.folded)
    if is_limited or not _speaks_of_groups(context):
        return
    for said in described(context):
        if not _IS_ASKED.search(context.folded, context.clause(said.span).start, said.span.start):
            label = " ".join(context.text[said.span.start : said.span.end].split()[:MOST_WORDS])
            yield _found(context, said.span, said.code, label, inclusion_of(context, said.span))


def whoever(context: Context) -> Iterator[Found]:
    """ "unabhängig von Alter, Herkunft und Aufenthaltsstatus": also those of any."""
    if not context.topic.is_kim or context.modality.asked:
        return
    found = _WHATEVER.search(context.folded)
    if not found:
        return
    start, end = found.span(found.lastgroup or 0)
    for dimension, (word, label) in _WHATEVER_OF.items():
        if said := word.search(context.folded, start, end):
            yield _found(context, Span(*said.span()), dimension, label, "also")


def older_than(context: Context) -> Iterator[Found]:
    """ "Personen über 27 Jahre": a limit of age without another group."""
    found = _OLDER.search(context.folded) or _cut_off(context)
    if not found or context.modality.asked or not _has_people(context):
        return
    if _speaks_of_groups(context) and lists()["group"].first(context.folded):
        return
    span = Span(*found.span())
    age, inclusion = _age(found), inclusion_of(context, span)
    values = _found(context, span, "age", f"Personen über {age} Jahren", inclusion).values
    yield Found({**values, "age_over": age}, span)


def _cut_off(context: Context) -> re.Match[str] | None:
    """An age whose "über" ends the paragraph before: a sentence that a line break tore apart."""
    is_torn = context.previous is not None and _CUT.search(context.previous.text) is not None
    return _AGE_ALONE.match(context.folded) if is_torn else None


def arrived_after(context: Context) -> Iterator[Found]:
    """ "Einreise nach dem 01.06.2016": a limit of arrival."""
    if (
        context.modality.asked
        or not context.topic.is_kim
        or not (found := _ARRIVED.search(context.folded))
    ):
        return
    day = next(
        (each for each in context.dates if each.span.end > found.start() and each.edtf[:2] == "20"),
        None,
    )
    if day:
        span = Span(min(found.start(), day.span.start), max(found.end(), day.span.end))
        values = _found(
            context, span, "arrival", f"Nach {day.edtf} Eingereiste", inclusion_of(context, span)
        )
        yield Found({**values.values, "arrived_after": day.edtf}, values.span)


def _speaks_of_groups(context: Context) -> bool:
    """Whether the sentence, or the one that it continues as a list, says whom the offer is for."""
    if not context.topic.is_kim or context.modality.asked or context.header is not None:
        return False
    if lists()["aim"].first(context.folded) or has_focus(context):
        return not _COUNTS.search(context.folded)
    before = phrases.folded(context.previous.text) if context.previous else ""
    heading = phrases.folded(context.topic.heading)
    return bool(_IN_LIST.search(before) or (_IN_LIST.search(heading) and _starts_list(context)))


def _starts_list(context: Context) -> bool:
    return context.sentence.text[:1] in "„-" or context.folded.startswith(
        ("menschen, die", "personen, die")
    )


def _has_people(context: Context) -> bool:
    return context.topic.is_kim and _PEOPLE.search(context.folded) is not None


def _found(context: Context, span: Span, dimension: str, label: str, inclusion: str) -> Found:
    module = _module(context, inclusion)
    values: dict[str, Value] = {
        "region": _region(context, inclusion),
        "module": module,
        "label": label,
        "dimension": dimension,
        "inclusion": inclusion,
    }
    return Found(values, span)


def _module(context: Context, inclusion: str) -> str | None:
    words = find_modules(context.folded)
    if _PROGRAMME.match(context.folded):
        return None
    if words:
        return words[0].code if len({each.code for each in words}) == 1 else None
    if inclusion == "counting_rule":
        return context.topic.module or context.topic.recent_module
    is_programme = "programme" in phrases.load("topic")["term"].codes(context.folded)
    return None if is_programme else context.topic.module


def _region(context: Context, inclusion: str) -> str:
    """The place that the sentence or its list names; that of the paper, or the Land where a town's paper speaks of the programme as such.

    A town does not share out posts: how they are counted is a matter of its district.
    """
    words = (
        context.paper.paragraphs[context.sentence.paragraph - 1] if context.intro else context.text
    )
    named = [each.ags for each in find_places(words) if each.ags != LAND] if words else []
    if named:
        return named[0]
    region = context.paper.region
    if len(region) != LENGTH_OF_A_TOWN:
        return region
    if inclusion == "counting_rule":
        return region[:LENGTH_OF_A_DISTRICT]
    return LAND if _is_of_programme(context) else region


def _is_of_programme(context: Context) -> bool:
    """Whether the sentence, or the one that it goes on with, is about the programme as such."""
    if _PROGRAMME.match(context.folded) or _OF_THE_LAND.search(context.folded):
        return True
    paragraph = phrases.folded(context.paper.paragraphs[context.sentence.paragraph - 1][:REACH])
    return bool(_GOES_ON.match(context.folded) and _PROGRAMME.match(paragraph))


RULES = (
    Rule("groups", FAMILY, groups),
    Rule("groups_described", FAMILY, groups_described),
    Rule("groups_whoever", FAMILY, whoever),
    Rule("groups_older_than", FAMILY, older_than),
    Rule("groups_arrived_after", FAMILY, arrived_after),
)
