"""Posts and persons that are listed one by one: filled and vacant ones, those that end, how they are shared."""

import re
from collections.abc import Sequence

from kim import german
from kim.answers.answer import Choice
from kim.answers.places import region
from kim.answers.posts import FILLINGS, NOT_THERE, TABLE, PostsOf, height_of, order_of, value_of
from kim.answers.statements import NEWEST_POSITIONS, Told
from kim.answers.values import distinct, holding, rank, split_by_surety, sure_first
from kim.facts import Record
from kim.queries import organisation_kinds

CASE_MANAGEMENT = "2"
AT_DISTRICT, IN_TOWNS = HALVES = "at_district", "in_towns"
CENTRAL = re.compile("zentral", re.IGNORECASE)
PARTS = ("values", "beside")


def filled(told: Told) -> Choice:
    """What is filled or vacant, in every module, since when; a part only where no whole is counted."""
    found = [each for each in holding(told, NEWEST_POSITIONS) if each["status"] in FILLINGS]
    rows = sorted(found, key=lambda each: (rank(each), -height_of(each), order_of(each)))
    counted = _without_parts([each for each in rows if each["measure"] != "increase"])
    return Choice(*split_by_surety(distinct([value_of(each) for each in counted])))


def limited(told: Told) -> Choice:
    """The posts that end on a day."""
    rows = [each for each in told.of(TABLE) if not german.is_empty(each["valid_until"])]
    values = [value_of(each, since=german.until(each["valid_until"])) for each in sure_first(rows)]
    return Choice(*split_by_surety(distinct(values)))


def shared(told: Told) -> Choice:
    """Of a town its own posts; of a district those at the district itself and those in its towns."""
    kind = region(told.place).kind
    if kind == "municipality":
        own = PostsOf(CASE_MANAGEMENT)(told)
        return Choice(own.values) if own.values else own
    if kind != "district":
        return Choice()
    rows = [each for each in holding(told, NEWEST_POSITIONS) if each["module"] == CASE_MANAGEMENT]
    at_district = [each for each in rows if _is_at_district(each)]
    counted = _without_parts(at_district)
    halves = (
        _half(AT_DISTRICT, [each for each in at_district if _is_central(each) or each in counted]),
        _half(IN_TOWNS, [each for each in rows if _is_in_towns(each)]),
    )
    values, beside = ([each for half in halves for each in getattr(half, of)] for of in PARTS)
    return Choice(tuple(values), tuple(beside))


def _half(name: str, rows: Sequence[Record]) -> Choice:
    in_order = sorted(rows, key=lambda each: (rank(each), order_of(each)))
    values = [value_of(each, subject=name) for each in in_order]
    return Choice(*split_by_surety(distinct(values)))


def _is_in_towns(record: Record) -> bool:
    kind = organisation_kinds().get(record["employer"])
    is_part_of_towns = record["measure"] == "subset" and kind == "municipality"
    return (
        not (german.is_empty(record["area"]) or _is_central(record))
        or is_part_of_towns
        or (record["employer"] or "").startswith("kommunen-")
    )


def _is_at_district(record: Record) -> bool:
    is_whole = german.is_empty(record["area"]) or _is_central(record)
    is_counted_whole = record["measure"] != "increase"
    return (
        is_whole and is_counted_whole and organisation_kinds().get(record["employer"]) == "district"
    )


def _is_central(record: Record) -> bool:
    return CENTRAL.match(record["area"] or "") is not None


def _without_parts(rows: Sequence[Record]) -> list[Record]:
    """The totals; a part only of what no total is told of."""
    whole = {_whole(each) for each in rows if each["measure"] == "total"}
    return [each for each in rows if each["measure"] == "total" or _whole(each) not in whole]


def _whole(record: Record) -> tuple[object, ...]:
    return record["module"], record["unit"], record["status"] in NOT_THERE
