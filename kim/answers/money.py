"""Money: what a place gets, what it pays itself, what the whole costs, what the Land pays for a post."""

import re
from collections.abc import Callable

from kim import german
from kim.answers.answer import Choice, Role, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling, several
from kim.answers.values import distinct, split_by_surety, sure_first, value, with_role
from kim.facts import Record, is_sure, words
from kim.german_nouns import opening
from kim.queries import organisations
from kim.texts import text

TABLE = "funding"
OWN_SHARE = re.compile(
    r"eigenanteil|nicht refinanziert|kosten der stadt|freiwilliger zuschuss", re.IGNORECASE
)
TOTAL = re.compile(r"gesamtkosten", re.IGNORECASE)
PER_POST = ("eur_per_post", "eur_per_post_year")
LIMITED = re.compile(r"befristet|zunächst|nur für diesen zeitraum", re.IGNORECASE)

Choose = Callable[[Record], bool]


class AmountsOf:
    """The amounts that `belongs` picks; those that nobody names stand beside the others."""

    def __init__(self, belongs: Choose) -> None:
        self.belongs = belongs

    def __call__(self, told: Told) -> Choice:
        rows = sure_first([each for each in told.of(TABLE) if self.belongs(each)])
        values = distinct([_value(each) for each in rows if not _is_unknown(each)])
        unknown = distinct([_value(each) for each in rows if _is_unknown(each)])
        answering, less_sure = split_by_surety(values)
        if not answering:
            return Choice(*split_by_surety(unknown))
        return Choice(answering, (*less_sure, *with_role(Role.UNCOUNTED, unknown)))


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


def tell_amounts(key: str) -> Callable[[Telling], str]:
    """The sentence on amounts; `key` names its texts, the one for amounts that are not named too."""

    def tell(telling: Telling) -> str:
        known = [each for each in telling.values if each.words != text("answer.not_named")]
        unknown = [
            each
            for each in (*telling.values, *telling.beside)
            if each.words == text("answer.not_named")
        ]
        if known:
            told = several([_said(each) for each in known])
            parts = [text(f"answer.{key}", where=telling.where, amounts=told)]
        else:
            parts = []
        if unknown:
            items = several([each.subject for each in unknown])
            parts.append(text("answer.unnamed_amounts", items=items))
        return " ".join(opening(each) for each in parts)

    return tell


def _said(value: Value) -> str:
    parts = [each for each in (value.subject, *value.details, *value.doubts) if each]
    return f"{value.words} ({'; '.join(parts)})"


def _is_unknown(record: Record) -> bool:
    return german.is_empty(record["amount_min"]) and german.is_empty(record["amount_max"])


def _value(record: Record) -> Value:
    number = german.amount_range(record["amount_min"], record["amount_max"], record["certainty"])
    number = number if is_sure(record) else f"({number})"
    said = f"{number} {words('funding_unit', record['unit'])}"
    details = []
    if not german.is_empty(record["period"]):
        details.append(record["period"])
    names = organisations()
    for column in ("payer", "recipient"):
        if not german.is_empty(record[column]):
            details.append(text(f"answer.{column}", name=names.get(record[column], record[column])))
    return value(
        TABLE,
        record,
        "",
        words=text("answer.not_named") if _is_unknown(record) else said,
        subject=record["item"],
        details=tuple(details),
        number=_number(record),
        unit=record["unit"],
    )


def _number(record: Record) -> float | None:
    """The amount where it is one number; None for a range or a bound."""
    low, high = record["amount_min"], record["amount_max"]
    return float(low) if not german.is_empty(low) and low == high else None
