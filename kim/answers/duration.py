"""How long: posts that end on a day, money for some time only, what is promised beyond."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kim import german
from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling
from kim.answers.values import distinct, holding, split_by_surety, sure_first, value
from kim.facts import Record, words
from kim.german_nouns import inside
from kim.texts import text

FUNDING, COMMITMENTS = "funding", "commitments"
LIMITED = re.compile(r"befristet|zunächst|jeweils|nur für diesen zeitraum", re.IGNORECASE)
LASTING = re.compile(r"befristet|dauerhaft|verstetig", re.IGNORECASE)


def funding_lasts(told: Told) -> Choice:
    """Money that is said to be for some time only, and open promises on how long there will be any."""
    limited = [
        each
        for each in told.of(FUNDING)
        if LIMITED.search(f"{each['item']} {each['period'] or ''}")
    ]
    promised = [
        each
        for each in holding(told, COMMITMENTS)
        if each["state"] == "open" and LASTING.search(each["promise"])
    ]
    values = [_limited(each) for each in sure_first(limited)]
    values += [_promised(each) for each in sure_first(promised)]
    return Choice(*split_by_surety(distinct(values)))


def tell_lasts(telling: Telling) -> str:
    """The sentences on how long there is money, and on what is promised beyond."""
    limited = [each for each in telling.told if not each.state]
    promised = [replace(each, scope=()) for each in telling.told if each.state]
    parts = [_lasts(telling, "lasts", limited)] if limited else []
    parts += [_lasts(telling, "lasting_promised", promised)] if promised else []
    return " ".join(parts)


def _lasts(telling: Telling, key: str, values: Sequence[Value]) -> str:
    said = telling.listed(
        values, lambda each: telling.said(each, "" if telling.is_brief else each.since)
    )
    return text(f"answer.{key}", where=telling.where, things=said)


def _limited(record: Record) -> Value:
    period = record["period"]
    scope = () if german.is_empty(period) else (period,)
    return value(FUNDING, record, inside(record["item"]), scope=scope)


def _promised(record: Record) -> Value:
    state = words("commitment_state", record["state"])
    return value(
        COMMITMENTS,
        record,
        inside(record["promise"]),
        state=record["state"],
        state_words=state,
        scope=(text("answer.promised"),),
        details=(record["made_by"],),
    )
