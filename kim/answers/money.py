"""Money: what a place gets, what it pays itself, what the whole costs, what the Land pays for a post."""

import re
from collections.abc import Callable

from kim import german
from kim.answers.answer import Choice, Role, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling, attached, bracketed, without_shared_doubts
from kim.answers.values import (
    distinct,
    holding,
    split_by_surety,
    sure_first,
    value,
    with_role,
)
from kim.facts import Record, is_sure, words
from kim.german_nouns import Case, after, inside
from kim.queries import organisations
from kim.texts import text

TABLE, COMMITMENTS, QUESTIONS = "funding", "commitments", "open_questions"
OWN_SHARE = re.compile(
    r"eigenanteil|nicht refinanziert|kosten der stadt|freiwilliger zuschuss", re.IGNORECASE
)
TOTAL = re.compile(r"gesamtkosten", re.IGNORECASE)
PER_POST = ("eur_per_post", "eur_per_post_year")
WITHOUT_A_YEAR = ("eur", "eur_per_post")
COST = re.compile(r"kosten|kostet|eigenanteil", re.IGNORECASE)

Choose = Callable[[Record], bool]


class AmountsOf:
    """The amounts that `belongs` picks; those that nobody names stand beside the others.

    Where none is named, what is promised or asked on the costs and still open stands beside, if
    the amounts are costs.
    """

    def __init__(self, belongs: Choose, *, are_costs: bool = False) -> None:
        self.belongs = belongs
        self.are_costs = are_costs

    def __call__(self, told: Told) -> Choice:
        rows = sure_first([each for each in told.of(TABLE) if self.belongs(each)])
        rows.sort(key=lambda each: (each["unit"] == "percent", "KIM" not in each["item"]))
        values = distinct([_value(each) for each in rows if not _is_unknown(each)])
        unknown = distinct([_value(each) for each in rows if _is_unknown(each)])
        answering, less_sure = split_by_surety(values)
        if answering:
            return Choice(answering, (*less_sure, *with_role(Role.UNCOUNTED, unknown)))
        answering, less_sure = split_by_surety(unknown)
        asked = _asked(told) if answering and self.are_costs else []
        return Choice(answering, (*less_sure, *with_role(Role.ASKED, asked)))


def is_own_share(record: Record) -> bool:
    """Whether an amount is what the place itself pays."""
    return bool(OWN_SHARE.search(record["item"]))


def is_total(record: Record) -> bool:
    """Whether an amount is the cost of the whole."""
    return bool(TOTAL.search(record["item"]))


def is_rate(record: Record) -> bool:
    """Whether an amount is what is granted for one post."""
    return record["unit"] in PER_POST and not is_own_share(record)


def is_grant(record: Record) -> bool:
    """Whether an amount is what the place gets in all, from whomever."""
    return not (is_own_share(record) or is_total(record) or is_rate(record))


def period(record: Record) -> str:
    """The time an amount is for; that none is named where it could be read as a yearly one."""
    if not german.is_empty(record["period"]):
        return str(record["period"])
    is_clear = record["unit"] not in WITHOUT_A_YEAR or _is_unknown(record)
    return "" if is_clear else text("answer.no_period")


def tell_amounts(key: str) -> Callable[[Telling], str]:
    """The sentence on amounts; `key` names its texts, the one for amounts that are not named too."""

    def tell(telling: Telling) -> str:
        not_named = text("answer.not_named")
        known = [each for each in telling.values if each.words != not_named]
        unknown = [each for each in (*telling.values, *telling.beside) if each.words == not_named]
        parts = [_known(telling, key, known)] if known else []
        if unknown:
            parts.append(_unknown(telling, key, unknown, is_more=bool(known)))
        parts += map(still_asked, telling.with_role(Role.ASKED)[:1])
        return " ".join(parts)

    return tell


def still_asked(value: Value) -> str:
    """The sentence on a promise or a question that is still open on what no number is said of."""
    return text(f"answer.{value.fact.table}_open", words=value.words)


def _known(telling: Telling, key: str, known: list[Value]) -> str:
    opener, place = text(f"answer.{key}"), telling.region.of
    if len(known) == 1:
        bracket = telling.bracket(known[0], inside(known[0].subject))
        amount = known[0].words
        return text("answer.amount", opener=opener, place=place, amount=amount, bracket=bracket)
    bare, shared = without_shared_doubts(known)
    told = [each.words + telling.bracket(each, inside(each.subject)) for each in bare]
    shown = told[: telling.most]
    more = len(told) - len(shown)
    if more:
        shown.append(text(f"answer.more_amounts_{'one' if more == 1 else 'many'}", number=more))
    amounts = attached("; ".join(shown), shared)
    return text("answer.amounts", opener=opener, place=place, amounts=amounts)


def _unknown(telling: Telling, key: str, unknown: list[Value], *, is_more: bool) -> str:
    if is_more and telling.is_brief:
        return text("answer.more_not_named")
    noun = text(f"question.{key}_short")
    told = [each for each in unknown if is_more or not each.subject.startswith(noun)]
    items = (
        telling.listed(told, lambda each: bracketed(inside(each.subject), telling.bracket(each)))
        if told
        else ""
    )
    if is_more:
        return text("answer.items_not_named", items=items)
    bracket = "" if telling.is_brief or not items else f": {items}"
    return text(f"answer.{key}_not_named", place=telling.region.of, bracket=bracket)


def _asked(told: Told) -> list[Value]:
    """Promises and questions on the costs that are still open, the promises first."""
    found = []
    for table, column, told_open in (
        (COMMITMENTS, "promise", ("open",)),
        (QUESTIONS, "question", ("open", "partly_answered")),
    ):
        rows = [
            each
            for each in sure_first(holding(told, table))
            if each["state"] in told_open and COST.search(each[column])
        ]
        found += [value(table, each, inside(each[column]), state=each["state"]) for each in rows]
    return found


def _is_unknown(record: Record) -> bool:
    return german.is_empty(record["amount_min"]) and german.is_empty(record["amount_max"])


def _value(record: Record) -> Value:
    number = german.amount_range(record["amount_min"], record["amount_max"], record["certainty"])
    number = number.replace(" – ", " bis ")
    number = number if is_sure(record) else f"({number})"
    said = f"{number} {words('funding_unit', record['unit'])}"
    over = period(record)
    return value(
        TABLE,
        record,
        "",
        words=text("answer.not_named") if _is_unknown(record) else said,
        subject=record["item"],
        scope=(over,) if over else (),
        details=tuple(_ways(record)),
        number=_number(record),
        unit=record["unit"],
    )


def _ways(record: Record) -> list[str]:
    """From whom the money comes and to whom it goes."""
    names = organisations()
    ways = (("payer", "von", Case.DATIVE), ("recipient", "an", Case.ACCUSATIVE))
    return [
        after(preposition, names.get(str(record[column]), str(record[column])), case)
        for column, preposition, case in ways
        if not german.is_empty(record[column])
    ]


def _number(record: Record) -> float | None:
    """The amount where it is one number; None for a range or a bound."""
    low, high = record["amount_min"], record["amount_max"]
    return float(low) if not german.is_empty(low) and low == high else None
