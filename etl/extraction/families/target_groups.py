"""Rules for whom the offer is: groups, how they are included, limits of age and arrival."""

import re
from collections.abc import Iterator
from functools import cache

from etl.extraction import phrases, topic
from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.phrases import Phrase, Said
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule
from kim.regions import LAND

FAMILY = "target_groups"
LENGTH_OF_A_TOWN = 8
_WHATEVER = re.compile(
    r"unabhängig (?:vom|von(?: der| dem)?)\s+(?P<of>[^.;]{3,120})|ungeachtet (?:des|der)\s+(?P<of_2>[^.;]{3,120})"
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
_ARRIVED = re.compile(
    r"\b(?:einreise|eingereist|zugezogen|zugewandert)\b[^.;]{0,20}\b(?:nach|ab|seit)\b|\b(?:nach|ab|seit) dem (?:[\d. ]{6,12}|[^.;]{6,20}) (?:eingereist|zugezogen|zugewandert)"
)
_ALSO_BEFORE = re.compile(r"\bauch (?:\w+ ){0,3}$")
_IS_ASKED = re.compile(r"\bob\b")
_LAW = re.compile(
    r"\s*(?:nach )?§§? ?\d+ ?[a-z]?(?: ?(?:,|und|oder) ?(?:§ ?)?\d+ ?[a-z]?){0,3}(?: aufenthg)?"
)
MOST_TO_THE_LAW = 60
_IN_LIST = re.compile(r"zielgruppen?\b[^.;]{0,60}:?$")
_PROGRAMME = re.compile(
    r"^(?:das |der |dem )?(?:kommunale[ns]? integrationsmanagements?|kim\b|programm)[^,.;]{0,60}"
)


def groups(context: Context) -> Iterator[Found]:
    """ "Das Angebot richtet sich insbesondere an neuzugewanderte Familien"."""
    if not _speaks_of_groups(context):
        return
    older = _OLDER.search(context.folded)
    for said in _merged(context, list(_lists()["group"].find(context.folded))):
        span = said.span
        if _IS_ASKED.search(context.folded, context.clause(span).start, span.start):
            continue
        label = _label(context, said)
        law = _LAW.search(context.folded, span.end, span.end + MOST_TO_THE_LAW)
        end = max(span.end, law.end() if law else 0, older.end() if older else 0)
        found = _found(context, Span(span.start, end), said.code, label, _inclusion(context, span))
        age: dict[str, Value] = (
            {"age_over": _age(older), "label": f"{label} über {_age(older)} Jahren"}
            if older
            else {}
        )
        yield Found({**found.values, **age, "legal_basis": _laws(law) if law else None}, found.span)
        if older:
            return


def _merged(context: Context, said: list[Said]) -> Iterator[Said]:
    """Words that name one group are one, the closer word telling which: "Zugewanderte aus Südosteuropa"."""
    last: Said | None = None
    for each in said:
        if last and _is_same(context, last, each):
            code = last.code if each.code == "general" else each.code
            last = Said(code, Span(last.span.start, each.span.end))
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _age(older: re.Match[str]) -> int:
    age = int(older["age"] or older["age_2"])
    return age - 1 if older.group().startswith("ab") else age


def _laws(law: re.Match[str]) -> str:
    return "; ".join(f"§ {number} AufenthG" for number in re.findall(r"\d+[a-z]?", law.group()))


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
    found = _OLDER.search(context.folded)
    if not found or context.modality.asked or not _has_people(context):
        return
    if _speaks_of_groups(context) and _lists()["group"].first(context.folded):
        return
    span = Span(*found.span())
    values = _found(
        context, span, "age", f"Personen über {_age(found)} Jahren", _inclusion(context, span)
    ).values
    yield Found({**values, "age_over": _age(found)}, span)


def arrived_after(context: Context) -> Iterator[Found]:
    """ "Einreise nach dem 01.06.2016": a limit of arrival."""
    if (
        context.modality.asked
        or not context.topic.is_near
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
            context, span, "arrival", f"Nach {day.edtf} Eingereiste", _inclusion(context, span)
        )
        yield Found({**values.values, "arrived_after": day.edtf}, values.span)


def _lists() -> dict[str, phrases.Phrases]:
    return dict(phrases.load(FAMILY))


def _speaks_of_groups(context: Context) -> bool:
    """Whether the sentence, or the one that it continues as a list, says whom the offer is for."""
    if not context.topic.is_kim or context.modality.asked or context.header is not None:
        return False
    if _lists()["aim"].first(context.folded):
        return True
    before = phrases.folded(context.previous.text) if context.previous else ""
    heading = phrases.folded(context.topic.heading)
    return bool(_IN_LIST.search(before) or (_IN_LIST.search(heading) and _starts_list(context)))


def _starts_list(context: Context) -> bool:
    return context.sentence.text[:1] in "„-" or context.folded.startswith(
        ("menschen, die", "personen, die")
    )


def _has_people(context: Context) -> bool:
    return (
        context.topic.is_kim
        and re.search(r"personen|menschen|geduldete|zugewanderte|jährige", context.folded)
        is not None
    )


def _is_same(context: Context, one: Said, other: Said) -> bool:
    """Whether two words name one group: "Zugewanderte aus Südosteuropa", "Menschen, die schon länger hier leben"."""
    between = context.folded[one.span.end : other.span.start]
    if other.code == "access":
        return False
    is_relative = re.search(r"^[^,;]{0,20}, (?:die|der|welche)\b", between) is not None
    return is_relative or not re.search(r"\bund\b|\boder\b|,|;|\bsowie\b", between)


def _label(context: Context, said: Said) -> str:
    """How the group is called: by the last of its words, the longer phrase of two."""
    words = context.folded[said.span.start : said.span.end]
    fitting = []
    for phrase in _lists()["group"].phrases:
        found = _form(phrase.phrase).first(words) if phrase.code == said.code else None
        if found:
            fitting.append(
                (found.span.end, found.span.end - found.span.start, str(phrase.gives["label"]))
            )
    return max(fitting)[2] if fitting else context.text[said.span.start : said.span.end]


@cache
def _form(phrase: str) -> phrases.Phrases:
    return phrases.Phrases([Phrase(phrase, "x", "")])


def _inclusion(context: Context, span: Span) -> str:
    clause = context.clause(span)
    around = _lists()["inclusion"].codes(context.folded[clause.start : clause.end])
    whole = _lists()["inclusion"].codes(context.folded)
    if "counting_rule" in whole:
        return "counting_rule"
    if "excluded" in whole and "also" not in around:
        return "excluded"
    is_also = "also" in around or _ALSO_BEFORE.search(
        context.folded, max(0, span.start - 40), span.start
    )
    return "also" if is_also else "primary"


def _found(context: Context, span: Span, dimension: str, label: str, inclusion: str) -> Found:
    module = _module(context)
    values: dict[str, Value] = {
        "region": _region(context, span),
        "module": module,
        "label": label,
        "dimension": dimension,
        "inclusion": inclusion,
    }
    return Found(values, span)


def _module(context: Context) -> str | None:
    words = topic.modules(context.folded)
    if _PROGRAMME.match(context.folded):
        return None
    if words:
        return words[0].code if len({each.code for each in words}) == 1 else None
    is_programme = "programme" in phrases.load("topic")["term"].codes(context.folded)
    return None if is_programme else context.topic.module


def _region(context: Context, span: Span) -> str:
    """The place that the sentence names; that of the paper, or the Land where a town's paper speaks of the programme as such."""
    named = [each.ags for each in context.places if each.ags != LAND]
    if named:
        return named[0]
    is_town = len(context.paper.region) == LENGTH_OF_A_TOWN
    return LAND if is_town and _PROGRAMME.match(context.folded) else context.paper.region


RULES = (
    Rule("groups", FAMILY, groups),
    Rule("groups_whoever", FAMILY, whoever),
    Rule("groups_older_than", FAMILY, older_than),
    Rule("groups_arrived_after", FAMILY, arrived_after),
)
