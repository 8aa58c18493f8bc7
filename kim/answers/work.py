"""What comes of the work: persons advised, cases, sessions; what is counted how, over which time."""

from kim import german
from kim.answers.answer import Choice, Role, Value
from kim.answers.document_days import since
from kim.answers.statements import Told
from kim.answers.telling import Telling
from kim.answers.values import holding, rank, split_by_surety, sure_first, value, with_role
from kim.facts import Record, is_sure, words
from kim.texts import text

TABLE = "indicators"
OF_THE_WORK = ("persons_advised", "cases", "consultations", "persons_per_case_manager")
POPULATION = "population"


def persons_advised(told: Told) -> Choice:
    """The newest figure of each indicator and way of counting; older ones stand beside it, no forecast does."""
    series: dict[tuple[str, str | None], list[Record]] = {}
    rows = [each for each in holding(told, TABLE) if each["indicator"] in OF_THE_WORK]
    for each in sure_first(rows):
        series.setdefault((each["indicator"], each["counting"]), []).append(each)
    order = sorted(series, key=lambda key: OF_THE_WORK.index(key[0]))
    newest = [min(series[key], key=rank) for key in order]
    values, less_sure = split_by_surety([_value(each) for each in newest])
    older = [
        _value(each)
        for key, first in zip(order, newest, strict=True)
        for each in series[key]
        if each is not first and each["value"] != first["value"]
    ]
    return Choice(values, (*less_sure, *with_role(Role.PREVIOUS, older)))


def tell_advised(telling: Telling) -> str:
    """The sentence on the figures of the work."""
    told = telling.values or telling.with_role(Role.LESS_SURE)
    if not told:
        return ""
    figures = telling.listed(told, lambda each: telling.said(each, each.since))
    return text("answer.advised", place=telling.region.of, figures=figures)


def population(told: Told) -> Value | None:
    """The newest sure population, with its day; None when nobody names one."""
    rows = [each for each in holding(told, TABLE) if each["indicator"] == POPULATION]
    counted = [each for each in sure_first(rows) if each["certainty"] == "exact"]
    return _value(counted[0]) if counted else None


def _value(record: Record) -> Value:
    number = german.amount(record["value"], record["certainty"])
    number = number if is_sure(record) else f"({number})"
    counting = record["counting"]
    scope = [] if german.is_empty(counting) else [words("counting", counting)]
    if not german.is_empty(record["period"]):
        scope.append(text("answer.counted_since", day=german.partial_date(record["period"])))
    return value(
        TABLE,
        record,
        "",
        words=f"{number} {text('answer.indicator_' + record['indicator'])}",
        number=float(record["value"]),
        unit=record["indicator"],
        state=counting or "",
        scope=tuple(scope),
        since=_counted(record),
    )


def _counted(record: Record) -> str:
    day = record["as_of"]
    return (
        since(record)
        if german.is_empty(day)
        else text("answer.as_of", day=german.partial_date(day))
    )
