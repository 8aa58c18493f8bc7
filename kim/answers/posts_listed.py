"""Posts and persons that are listed one by one: filled and vacant ones, those that end, those in the towns."""

from kim import german
from kim.answers.answer import Choice
from kim.answers.places import region
from kim.answers.posts import FILLINGS, NOT_THERE, TABLE, height_of, order_of, value_of
from kim.answers.statements import NEWEST_POSITIONS, Told
from kim.answers.values import distinct, holding, rank, split_by_surety, sure_first
from kim.facts import Record
from kim.queries import organisation_kinds


def filled(told: Told) -> Choice:
    """What is filled or vacant, in every module, since when; a part only where no whole is counted."""
    found = [each for each in holding(told, NEWEST_POSITIONS) if each["status"] in FILLINGS]
    rows = sorted(found, key=lambda each: (rank(each), -height_of(each), order_of(each)))
    whole = {_whole(each) for each in rows if each["measure"] == "total"}
    values = [
        value_of(each)
        for each in rows
        if each["measure"] == "total" or (each["measure"] == "subset" and _whole(each) not in whole)
    ]
    return Choice(*split_by_surety(distinct(values)))


def limited(told: Told) -> Choice:
    """The posts that end on a day."""
    rows = [each for each in told.of(TABLE) if not german.is_empty(each["valid_until"])]
    values = [value_of(each, since=german.until(each["valid_until"])) for each in sure_first(rows)]
    return Choice(*split_by_surety(distinct(values)))


def in_towns(told: Told) -> Choice:
    """What a district reports of posts in its towns; nothing of a place that has none."""
    if region(told.place).kind != "district":
        return Choice()
    kinds = organisation_kinds()
    rows = [
        each
        for each in holding(told, NEWEST_POSITIONS)
        if each["module"] == "2"
        and (
            not german.is_empty(each["area"])
            or (each["measure"] == "subset" and kinds.get(each["employer"]) == "municipality")
            or (each["employer"] or "").startswith("kommunen-")
        )
    ]
    values = [value_of(each) for each in sure_first(rows)]
    return Choice(*split_by_surety(distinct(values)))


def _whole(record: Record) -> tuple[object, ...]:
    return record["module"], record["unit"], record["status"] in NOT_THERE
