"""Rules for figures of the work: persons advised, cases, sessions, naturalisations, persons per case manager."""

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.listed_figures import figures_by_year, figures_in_table
from etl.extraction.mentions.dates import Moment
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule

FAMILY = "indicators"
_GAP = re.compile(
    r"\s*(?:(?!(?:der|die|das|den|dem|des|oder|werden|wurden|haben|waren|unter)\b)[a-zäöüß*/-]+(?:e|en|er|es|em|te|ten)\s+){0,3}(?:verschiedene[n]?\s+)?"
)
_PER_HEAD = re.compile(
    r"\b(?:je|pro|jede[rs]?|auf eine[n]?|(?:begleitet|betreut|berät) eine)\s+(?:vollzeit)?-?(?:fachkraft|stelle|vollzeitstelle|vollzeitkraft|case[ -]?manager\w*|casemanager\w*|vzä|kraft|fallmanager\w*)\b"
)
_EACH_MANAGER = re.compile(
    r"\b(?:fachkraft|case[ -]?managerin|case[ -]?manager)\s+(?:begleitet|betreut|berät)\b"
)
_KEY = re.compile(
    r"\b(?:betreuungs|fall|beratungs|personal)?schlüssel\b[^.;\d]{0,40}1\s?(?::|zu)\s?(?P<ratio>\d{1,4})\b"
)
_ON_AVERAGE = re.compile(r"\bdurchschnitt|\bim schnitt\b|\bim mittel\b")
_AT_THE_END = re.compile(r"\b(?:am|zum) (?:jahres|monats|quartals)(?:ende|schluss)\b")
_IN_REPORTED_YEAR = re.compile(r"\bim berichts(?:jahr|zeitraum)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_SINCE_BEFORE = re.compile(r"\bseit\b[^.;,]{0,30}$")
_NUMBER_OF = re.compile(r"\b(?:an)?zahl der (?:beratenen |begleiteten |laufenden )?$")
_LABEL = re.compile(r"(?: (?:im jahr )?\(?20\d\d\)?)?:\s+(?:rund |etwa |insgesamt )?")
_CAME_TO = re.compile(
    r"\s+(?:in diesem zeitraum |20\d\d )?(?:erreichte|erreicht|betrug|beträgt|umfasste|umfasst|lag|liegt) (?:bei |rund |etwa |insgesamt )*|\s+(?:stieg|sank|liegt|lag|betrug|beträgt|wuchs|belief sich|erhöhte sich|verringerte sich|ging|ist|war)\b[^.;,]{0,40}\b(?:auf|bei|betrug|beträgt)\s+(?:rund\s+|etwa\s+)?"
)
_PART_BEFORE = re.compile(r"(?:davon|darunter|hiervon)\s+(?:\w+\s+){0,2}$")
_PART_BEHIND = re.compile(r"\s*(?:davon|von ihnen|prozent|%)")
_STAFF = re.compile(
    r"\btätig\b|\barbeiten\b|\bteilen sich\b|\bbeschäftigt\b|\bangestellt\b|\beingestellt\b"
)
_NATURALISED = re.compile(r"eingebürgert|die deutsche staatsangehörigkeit")
_BEHIND_CASES = re.compile(
    r"\b(?:beratungen|fällen?|gesprächen?|haushalten?)\b[^.;]{0,30}\bmit (?:insgesamt |zusammen |rund |etwa )?$|\bdahinter (?:stehen|standen|stünden|verbergen sich) (?:insgesamt |rund |etwa )?$"
)
_BESIDE = re.compile(
    r"veranstaltung|workshop|schulung|fachtag|sprachkurs|netzwerktreffen|fortbildung|unterkunft|unterkünfte|untergebracht"
)


def figures(context: Context) -> Iterator[Found]:
    """ "Im Jahr 2022 wurden 326 Fälle begleitet", "mehr als 2.500 Beratungen"."""
    if not _may_count(context):
        return
    said = list(phrases.load(FAMILY)["noun"].find(context.folded))
    for number in context.numbers:
        noun = _noun(context, number, said)
        indicator = _indicator(context, number, noun) if noun else None
        if noun and indicator and not _is_part(context, number):
            yield _found(context, number, indicator, Span(number.span.start, noun.span.end))


def figures_told_after(context: Context) -> Iterator[Found]:
    """ "Die Zahl der Einbürgerungen stieg 2023 auf 512"."""
    if not _may_count(context):
        return
    for number in context.numbers:
        for said in phrases.load(FAMILY)["noun"].find(context.folded, 0, number.span.start):
            between = context.folded[said.span.end : number.span.start]
            is_told = _NUMBER_OF.search(context.folded, 0, said.span.start)
            if (is_told and _CAME_TO.fullmatch(between)) or _LABEL.fullmatch(between):
                indicator = "persons_advised" if said.code == "persons" else said.code
                yield _found(context, number, indicator, Span(said.span.start, number.span.end))


def ratio(context: Context) -> Iterator[Found]:
    """ "ein Betreuungsschlüssel von 1:40": persons per case manager."""
    found = _KEY.search(context.folded) if context.topic.is_kim else None
    if not found or context.modality.asked:
        return
    values: dict[str, Value] = {
        "indicator": "persons_per_case_manager",
        "value": float(found["ratio"]),
        "certainty": "exact",
    }
    yield Found(values, Span(*found.span()))


def _may_count(context: Context) -> bool:
    if not context.topic.is_kim or not context.numbers or context.header is not None:
        return False
    modality = context.modality
    return not (modality.asked or modality.planned or _BESIDE.search(context.folded))


def _noun(context: Context, number: Quantity, said: list[Said]) -> Said | None:
    """The noun that the number counts: only adjectives stand between."""
    behind = next((each for each in said if each.span.start >= number.span.end), None)
    if behind and _GAP.fullmatch(context.text, number.span.end, behind.span.start):
        return behind
    return None


def _indicator(context: Context, number: Quantity, noun: Said) -> str | None:
    clause = context.clause(number.span)
    around = context.folded[clause.start : clause.end]
    is_read = noun.code in ("persons", "persons_advised", "cases")
    if is_read and (_PER_HEAD.search(around) or _EACH_MANAGER.search(around)):
        return "persons_per_case_manager"
    if number.is_article or context.modality_at(number.span).negated:
        return None
    if noun.code != "persons":
        return noun.code
    if _STAFF.search(around):
        return None
    if _NATURALISED.search(around):
        return "naturalisations"
    is_advised = phrases.load(FAMILY)["advised"].first(context.folded, clause.start, clause.end)
    is_behind = _BEHIND_CASES.search(context.folded, 0, number.span.start)
    return "persons_advised" if is_advised or is_behind else None


def _is_part(context: Context, number: Quantity) -> bool:
    before = context.folded[max(0, number.span.start - 30) : number.span.start]
    return bool(_PART_BEFORE.search(before) or _PART_BEHIND.match(context.folded, number.span.end))


def _found(context: Context, number: Quantity, indicator: str, span: Span) -> Found:
    certainty = number.certainty
    if (
        certainty == "exact"
        and indicator == "persons_per_case_manager"
        and _ON_AVERAGE.search(context.folded)
    ):
        certainty = "about"
    value = number.least if number.least is not None else number.most
    values: dict[str, Value] = {
        "indicator": indicator,
        "value": value,
        "certainty": certainty,
    }
    if indicator != "persons_per_case_manager":
        values |= _counting(context, number)
    return Found(values, span)


def _counting(context: Context, number: Quantity) -> dict[str, Value]:
    """Whether a stock, a flow or a running total is counted, and in which time."""
    said = phrases.load(FAMILY)["counting"].codes(context.folded)
    moment = _moment(context, number)
    if moment and (
        moment.role == "since" or _SINCE_BEFORE.search(context.folded, 0, moment.span.start)
    ):
        return {"counting": "running_total", "period": moment.edtf}
    if _AT_THE_END.search(context.folded):
        return {"counting": "stock", "as_of": moment.edtf if moment else None}
    if moment and moment.role == "within":
        return {"counting": "flow", "period": moment.edtf.strip("[]").replace("..", "/")}
    if _IN_REPORTED_YEAR.search(context.folded):
        year = _YEAR.search(context.topic.heading) or _YEAR.search(context.paper.paragraphs[0])
        return {"counting": "flow", "period": year.group() if year else None}
    if "stock" in said or (moment and moment.role == "on"):
        return {"counting": "stock", "as_of": moment.edtf if moment else None}
    return {"counting": "running_total"} if "running_total" in said else {}


def _moment(context: Context, number: Quantity) -> Moment | None:
    """The time that the clause names, else the one named before it in the sentence."""
    clause = context.clause(number.span)
    moments = [context.last(each) for each in context.dates]
    dated = [each for each in moments if each.edtf.lstrip("[")[:2] == "20"]
    inside = [each for each in dated if clause.start <= each.span.start < clause.end]
    before = [each for each in dated if each.span.start < clause.start]
    return inside[0] if inside else before[-1] if before else _time_before(context)


def _time_before(context: Context) -> Moment | None:
    """The one span of time in which the sentence before in the paragraph counts, where this one names no time."""
    previous = context.previous
    if previous is None or previous.paragraph != context.sentence.paragraph or context.dates:
        return None
    earlier = replace(context, sentence=previous, previous=None)
    is_count = phrases.load(FAMILY)["noun"].first(earlier.folded) and earlier.numbers
    times = [each for each in earlier.dates if each.role in ("within", "since")]
    return times[0] if is_count and len(times) == 1 == len(earlier.dates) else None


RULES = (
    Rule("figures_by_year", FAMILY, figures_by_year),
    Rule("figures", FAMILY, figures),
    Rule("figures_told_after", FAMILY, figures_told_after),
    Rule("figures_in_table", FAMILY, figures_in_table),
    Rule("figures_ratio", FAMILY, ratio),
)
