"""How a statement becomes a value of an answer, and which of several statements answers."""

from collections.abc import Sequence
from dataclasses import replace

from kim import german
from kim.answers.answer import Level, Role, Value
from kim.answers.document_days import since
from kim.answers.statements import Told, is_ahead
from kim.facts import FactKey, Record, is_sure, words
from kim.regions import LAND

BASES = ("stated", "inferred", "claimed")
KEY_OF_DISTRICT = 5


def level_of(region: str, place: str) -> Level:
    """Whose statement one about `region` is, seen from a place."""
    if region == LAND and place != LAND:
        return Level.LAND
    is_above = len(place) > KEY_OF_DISTRICT >= len(region)
    return Level.DISTRICT if is_above else Level.OWN


def value(table: str, record: Record, said: str, **more: object) -> Value:
    """The value that a statement gives, in these words; `more` are further fields of Value.

    Words of an unsure statement stand in parentheses. The level is set when an answer is made.
    """
    paragraph = record["paragraph"]
    made = Value(
        words=said if is_sure(record) else german.in_parentheses(said),
        fact=FactKey(table, record["fact"]),
        place=record["region"],
        level=Level.OWN,
        document=record["source_title"],
        source=record["source"],
        paragraph=None if german.is_empty(paragraph) else int(paragraph),
        since=since(record),
        has_own_date=not german.is_empty(record["as_of"]),
        doubts=doubts(record),
        basis=record["basis"],
        is_sure=is_sure(record),
        is_certain=bool(record["is_certain"]),
        as_of=_text(record["as_of"]),
        document_date=_text(record["source_date"]),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _text(cell: object) -> str:
    return "" if german.is_empty(cell) else str(cell)


def doubts(record: Record) -> tuple[str, ...]:
    """Why a statement is not sure, in words; empty for one that is."""
    found = []
    if record["basis"] != german.STATED:
        found.append(words("basis", record["basis"]))
    if not record["is_read_from_text"]:
        found.append("nicht am Text geprüft")
    if not record["is_certain"]:
        found.append("am gewählten Tag nur möglich")
    return tuple(found)


def with_role(role: Role, values: Sequence[Value]) -> tuple[Value, ...]:
    """The values as they stand beside an answer."""
    return tuple(replace(each, role=role) for each in values)


def rank(record: Record) -> tuple[bool, int, int]:
    """The place in a row of statements on one thing: read from the text, stated, latest first."""
    return not record["is_read_from_text"], BASES.index(record["basis"]), -began(record)


def sure_first(records: Sequence[Record]) -> list[Record]:
    """The statements in the order in which they are believed."""
    return sorted(records, key=rank)


def newest(records: Sequence[Record], states: Sequence[str]) -> Record:
    """The newest of several statements on one thing, of sure ones if there are any: it gives the state.

    A statement without a date of its own is as old as its document; of one day the first of `states`.
    """
    sure = [each for each in records if is_sure(each)] or records
    return max(sure, key=lambda each: (began(each), -states.index(each["state"])))


def began(record: Record) -> int:
    """The last day on which it may have begun to hold, in days; 0 where none is known."""
    latest = record["held_from_latest"]
    return 0 if german.is_empty(latest) else latest.toordinal()


def holding(told: Told, table: str) -> list[Record]:
    """What holds on the day shown; what is still ahead is left out."""
    return [each for each in told.of(table) if not is_ahead(each, told.day)]


def split_by_surety(values: Sequence[Value]) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """The sure values, and beside them the others; where none is sure, all of them answer."""
    sure = tuple(each for each in values if each.is_sure)
    if not sure:
        return tuple(values), ()
    return sure, with_role(Role.LESS_SURE, [each for each in values if not each.is_sure])


def distinct(values: Sequence[Value]) -> list[Value]:
    """The values without those that say the same again; of two, the first stays."""
    found: dict[tuple[object, ...], Value] = {}
    for each in values:
        said = (
            german.without_parentheses(each.words),
            each.state,
            each.subject,
            each.scope,
            each.details,
        )
        found.setdefault(said, each)
    return list(found.values())
