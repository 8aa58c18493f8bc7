"""Posts and persons: how many there are in a module, in which state, and which papers say otherwise.

Totals answer; each function, unit and area is one part of the answer, posts and persons are never
mixed. In a part the statement that is believed first gives the number; a higher state of the same
number is its state, one with another number stands beside it with its own.
"""

from collections.abc import Iterable, Sequence

from kim import german
from kim.answers.answer import Choice, Role, Value
from kim.answers.statements import NEWEST_POSITIONS, Told, is_ahead
from kim.answers.values import (
    rank,
    split_by_surety,
    sure_first,
    value,
    with_role,
)
from kim.facts import Record, is_sure, state_words
from kim.german_nouns import after
from kim.queries import organisations
from kim.tables import package
from kim.texts import text

TABLE = "positions"
STATES = ("planned", "applied_for", "funded", "established", "partly_filled", "filled")
FUNCTIONS = tuple(package().vocabularies["function"])
UNITS = package().vocabularies["position_unit"]
NOT_THERE = ("vacant", "cut")
PLANS = STATES[:3]
LIMITS = ("area", "employer", "workplace")
FILLINGS = ("filled", "partly_filled", "vacant")
Part = tuple[object, ...]


class PostsOf:
    """How the posts of one module are chosen."""

    def __init__(self, module: str) -> None:
        self.module = module

    def __call__(self, told: Told) -> Choice:
        newest = [each for each in told.of(NEWEST_POSITIONS) if each["module"] == self.module]
        there = [each for each in newest if not is_ahead(each, told.day) or each["status"] in PLANS]
        counted = [each for each in there if not german.is_empty(each["quantity"])]
        totals = [each for each in counted if each["measure"] == "total"]
        parts = [_part(rows, told) for rows in _by_part(totals)]
        values, less_sure = split_by_surety([each for part in parts for each in part.values])
        answering = [part for part in parts if set(part.values) & set(values)]
        beside = [each for part in answering for each in part.beside]
        more = _without_total(there, counted, totals)
        return Choice(values, (*beside, *less_sure, *more))


def _by_part(totals: Iterable[Record]) -> list[list[Record]]:
    parts: dict[Part, list[Record]] = {}
    for each in totals:
        apart = each["status"] if each["status"] in NOT_THERE else ""
        key = each["function"], each["unit"], each["area"], apart
        parts.setdefault(key, []).append(each)
    return sorted(parts.values(), key=lambda rows: order_of(rows[0]))


def order_of(record: Record) -> tuple[int, bool, bool]:
    """Coordination before its assistance, the whole place before a part of it, posts before persons."""
    function = record["function"]
    at = FUNCTIONS.index(function) if function in FUNCTIONS else len(FUNCTIONS)
    return at, not german.is_empty(record["area"]), record["unit"] == "persons"


def _part(rows: Sequence[Record], told: Told) -> Choice:
    certain = [each for each in rows if each["is_certain"]]
    first, *others = sorted(certain or rows, key=lambda each: (rank(each), -height_of(each)))
    higher = [each for each in others if _is_higher(each, first)]
    same = [each for each in higher if each["quantity"] == first["quantity"]]
    best = max(same, key=height_of, default=first)
    values = [value_of(best)]
    values += [value_of(each) for each in higher if each["quantity"] != first["quantity"]]
    beside = [(Role.LOWER, first)] if best is not first else []
    beside += [
        (_role(each, first), each)
        for each in others
        if each not in higher and each["quantity"] != first["quantity"]
    ]
    beside += [(Role.FOLLOWS, each) for each in rows if certain and not each["is_certain"]]
    beside += [(Role.PREVIOUS, each) for each in _previous(first, told)]
    told_beside = [_with_role(role, each) for role, each in beside]
    return Choice(tuple(values), tuple(told_beside))


def _is_higher(other: Record, first: Record) -> bool:
    return height_of(other) > height_of(first) and (is_sure(other) or not is_sure(first))


def height_of(record: Record) -> int:
    """How far along a post is, from planned to filled; -1 for what is not there."""
    return STATES.index(record["status"]) if record["status"] in STATES else -1


def _role(other: Record, first: Record) -> Role:
    if _is_later(first, other):
        return Role.PREVIOUS
    if is_sure(first) and not is_sure(other):
        return Role.LESS_SURE
    if other["status"] == first["status"] and _overlap(other, first):
        return Role.CONTRADICTS
    return Role.LOWER if height_of(other) < height_of(first) else Role.PREVIOUS


def _overlap(one: Record, other: Record) -> bool:
    """Whether two statements of different documents may have begun to hold on the same day."""
    if one["source"] == other["source"]:
        return False
    ends = [(each["held_from_earliest"], each["held_from_latest"]) for each in (one, other)]
    if any(german.is_empty(last) for _, last in ends):
        return True
    (first_a, last_a), (first_b, last_b) = ends
    is_before = not german.is_empty(first_b) and last_a < first_b
    is_after = not german.is_empty(first_a) and last_b < first_a
    return not (is_before or is_after)


def _previous(first: Record, told: Told) -> list[Record]:
    """Earlier totals of the same state and part, at least as sure, the last one first."""
    begin = first["held_from_latest"]
    if german.is_empty(begin):
        return []
    alike = ("module", "function", "unit", "area", "measure", "status")
    earlier = [
        each
        for each in told.ever(TABLE)
        if all(each[name] == first[name] for name in alike)
        and not german.is_empty(each["quantity"])
        and each["quantity"] != first["quantity"]
        and (is_sure(each) or not is_sure(first))
        and _ended_by(each, begin)
    ]
    return sure_first(earlier)[:1]


def _ended_by(record: Record, begin: object) -> bool:
    until = record["held_until_latest"]
    return not german.is_empty(until) and until <= begin


def _without_total(
    there: Sequence[Record], counted: Sequence[Record], totals: Sequence[Record]
) -> tuple[Value, ...]:
    """Increases and parts, and what is there without a number."""
    roles = {"increase": Role.INCREASE, "subset": Role.PART}
    found = [(roles[each["measure"]], each) for each in counted if each["measure"] in roles]
    if not totals:
        found += [(Role.UNCOUNTED, each) for each in there if german.is_empty(each["quantity"])]
    found.sort(key=lambda pair: tuple(Role).index(pair[0]))
    newest = [
        (role, each)
        for role, each in found
        if role is not Role.INCREASE or not totals or all(_is_later(each, one) for one in totals)
    ]
    return tuple(_with_role(role, each) for role, each in _highest(newest))


def _highest(found: Sequence[tuple[Role, Record]]) -> list[tuple[Role, Record]]:
    """Of the same number in several states, planned and then funded, the highest; they do not add up."""
    highest: dict[tuple[object, ...], tuple[Role, Record]] = {}
    for role, each in found:
        key = (role, *(each[name] for name in ("quantity", "unit", "function", "area")))
        known = highest.setdefault(key, (role, each))
        if _is_higher(each, known[1]):
            highest[key] = (role, each)
    return list(highest.values())


def _is_later(record: Record, total: Record) -> bool:
    begin, end = record["held_from_earliest"], total["held_from_latest"]
    return not german.is_empty(begin) and not german.is_empty(end) and begin > end


def _with_role(role: Role, record: Record) -> Value:
    return with_role(role, [value_of(record)])[0]


def value_of(record: Record, **more: object) -> Value:
    """A statement on posts or persons as a value; `more` are fields of Value that differ."""
    quantity, unit = record["quantity"], record["unit"]
    is_unknown = german.is_empty(quantity)
    status = record["status"]
    fields: dict[str, object] = {
        "state": status,
        "state_words": state_words(status, unit),
        "scope": () if german.is_empty(record["area"]) else (record["area"],),
        "details": _details(record),
        "number": None if is_unknown else float(quantity),
        "unit": unit,
        "subject": record["function"] or "",
        "area": "" if german.is_empty(record["area"]) else record["area"],
        "is_limited": any(not german.is_empty(record[each]) for each in LIMITS),
        "module": record["module"] or "",
        "is_hedged": record["certainty"] != "exact",
        "organisation": organisations().get(record["employer"] or "", ""),
    }
    fields["words"] = text(f"answer.uncounted_{unit}") if is_unknown else amount(record)
    return value(TABLE, record, "", **(fields | more))


def amount(record: Record) -> str:
    """For example "3,5 Stellen", "mindestens 1 Person", "+7 Stellen"; "(12) Stellen" when unsure."""
    sign = "+" if record["measure"] == "increase" else ""
    number = sign + german.amount(record["quantity"], record["certainty"])
    said = number if is_sure(record) else f"({number})"
    return german.in_unit(said, record["quantity"], record["unit"], UNITS)


def _details(record: Record) -> tuple[str, ...]:
    employer = organisations().get(record["employer"] or "", "")
    return (after("bei", employer),) if employer and german.is_empty(record["area"]) else ()
