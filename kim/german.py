"""How values read in German: numbers, dates of any precision, cells of a declared column."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from kim.dates import Days, days
from kim.facts import state_words
from kim.german_dates import PARTS_OF_A_YEAR, unsure
from kim.german_dates import day as day  # noqa: PLC0414
from kim.german_dates import led as led  # noqa: PLC0414
from kim.german_dates import partial_date as partial_date  # noqa: PLC0414
from kim.german_dates import until as until  # noqa: PLC0414
from kim.german_numbers import number as number  # noqa: PLC0414
from kim.tables import Field, Table
from kim.texts import text

GERMANY = ZoneInfo("Europe/Berlin")
UNKNOWN = "."
TO_SQUARE, TO_ROUND = str.maketrans("()", "[]"), str.maketrans("[]", "()")
STATED = "stated"
STATE_OF_POSTS = "positions", "status"
PREFIXES = {"about": "ca. ", "at_most": "bis zu ", "at_least": "mindestens "}
BESIDE_A_STATEMENT = frozenset(
    ("region", "as_of", "source", "paragraph", "anchor", "basis", "note", "certainty", "key")
)
JOINT = re.compile(
    r"(?<=\w{3})(ungs|ions|(?<!z)eits|zeits(?!t)|zeit(?=st)|afts|täts|alts|änder|tisch)(?=[a-zäöüß]{4})"
)


def file_size(size: int) -> str:
    """A size in bytes as "1,5 MB", from a thousand of them on as "1,5 GB"."""
    megabytes = round(size / 1_000_000, 1)
    if megabytes < 1000:
        return f"{number(megabytes)} MB"
    return f"{number(round(megabytes / 1000, 1))} GB"


def moment(at: datetime) -> str:
    """A time of the store (UTC) as it is in Germany: "22.11.2026, 14:05 Uhr"."""
    return f"{day(calendar_day(at))}, {_there(at):%H:%M} Uhr"


def calendar_day(at: datetime) -> date:
    """The day in Germany at a time of the store (UTC)."""
    return _there(at).date()


def end_of(value: date) -> datetime:
    """When a day in Germany ends and the next one begins, as a time of the store (UTC, no zone)."""
    midnight = datetime.combine(value + timedelta(days=1), time(), GERMANY)
    return midnight.astimezone(UTC).replace(tzinfo=None)


def today() -> date:
    """The calendar day in Germany, wherever the machine stands."""
    return datetime.now(GERMANY).date()


def _there(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC).astimezone(GERMANY)


def held(row: Mapping[str, Any]) -> str:
    """Since and until when a statement held, no surer than it is dated: "ab 2022, Tag nicht genannt".

    `row` has the date, the four days `held_…` and the date of the document, which is said where the
    statement has none.
    """
    if is_empty(row["as_of"]):
        return _as_of_document(row["source_date"])
    since = days_between(row["held_from_earliest"], row["held_from_latest"])
    until = days_between(row["held_until_earliest"], row["held_until_latest"])
    begun, _, ended = str(row["as_of"]).partition("/")
    words = []
    if since.first and since.last:
        words.append(f"ab {unsure(begun) or _span(since.first, since.last)}")
    elif since.last and not until.last:
        words.append(f"spätestens ab {day(since.last)}; seit wann, ist nicht gesagt")
    elif since.last:
        words.append("seit wann, ist nicht gesagt")
    if until.first and until.last:
        words.append(f"bis {unsure(ended) or _span(until.first, until.last)}")
    return "; ".join(words)


def _as_of_document(written: object) -> str:
    if is_empty(written):
        return "Dokument ohne Datum"
    words = partial_date(str(written))
    return (
        f"laut Dokument, entstanden {words}"
        if str(written)[0] == "["
        else f"laut Dokument von {words}"
    )


def days_between(first: Any, last: Any) -> Days:  # noqa: ANN401
    """Two days as the store gives them; None where one is missing."""
    return Days(*(None if pd.isna(each) else pd.Timestamp(each).date() for each in (first, last)))


def _span(first: date, last: date) -> str:
    """Some day between these two: the day, the month or part of a year they make up, both of them."""
    if first == last:
        return day(first)
    units = (
        f"{first.year}",
        f"{first:%Y-%m}",
        *(f"{first.year}-{part}" for part in PARTS_OF_A_YEAR),
    )
    for unit in units:
        if days(unit) == Days(first, last):
            return f"{partial_date(unit)}, Tag nicht genannt"
    return f"einem Tag vom {day(first)} bis {day(last)}"


def amount(value: float, certainty: str = "exact") -> str:
    """A number with its hedge: "ca. 7.000", "bis zu 6"."""
    return PREFIXES.get(certainty, "") + number(value)


def amount_range(low: float | None, high: float | None, certainty: str = "exact") -> str:
    """One amount or a range: "ca. 7.000 – 10.000"; the sign for unknown when neither is known."""
    known = [
        number(value)
        for value in dict.fromkeys((low, high))
        if value is not None and pd.notna(value)
    ]
    return PREFIXES.get(certainty, "") + " – ".join(known) if known else UNKNOWN


def in_parentheses(words: str) -> str:
    """The words in parentheses; those within become square: "(Integrationszentrum [KI])"."""
    return f"({words.translate(TO_SQUARE)})"


def without_parentheses(words: str) -> str:
    """The words as they were before `in_parentheses`; others stay."""
    inner = words[1:-1]
    is_whole = words.startswith("(") and words.endswith(")") and "(" not in inner
    return inner.translate(TO_ROUND) if is_whole else words


def in_unit(said: str, value: float, unit: str, units: Mapping[str, str]) -> str:
    """A number in words with the noun of its unit: "1 Stelle", "(3,5) Stellen"; `units`: nouns by code."""
    key = f"unit.one_{unit}"
    return f"{said} {text(key) if value == 1 and text.has(key) else units[unit]}"


def hyphenated(words: str) -> str:
    """The words with soft hyphens where long German compounds join: "Integrations|zentrum"."""
    return JOINT.sub("\\1\u00ad", words)


def is_empty(value: object) -> bool:
    """Whether a cell says nothing."""
    return value is None or value == "" or bool(pd.isna(value))


def cell(field: Field, value: object, organisations: Mapping[str, str]) -> str:
    """A cell as it reads on screen; the sign for unknown when it is empty."""
    if is_empty(value):
        return UNKNOWN
    if field.vocabulary:
        return field.vocabulary[str(value)]
    if field.semantics == "partial_date":
        return partial_date(str(value))
    if field.semantics == "organisation":
        return organisations.get(str(value), str(value))
    if field.type in ("number", "integer"):
        return number(float(str(value)))
    return str(value)


def cell_among(
    table: Table, field: Field, record: Mapping[str, Any], organisations: Mapping[str, str]
) -> str:
    """A cell as it reads beside the others of its fact: the state of persons is told as theirs."""
    if (table.name, field.name) == STATE_OF_POSTS:
        return state_words(record[field.name], record["unit"])
    return cell(field, record[field.name], organisations)


def statement(table: Table, record: Mapping[str, Any], organisations: Mapping[str, str]) -> str:
    """A fact in one line: its filled cells without place and bookkeeping, and that it is in doubt."""
    parts: list[str] = []
    last, is_numbered = 0.0, False
    for each in table.fields:
        if each.name in BESIDE_A_STATEMENT or is_empty(record[each.name]):
            continue
        words = cell_among(table, each, record, organisations)
        if each.type == "number":
            is_numbered = True
            words, last = PREFIXES.get(str(record.get("certainty")), "") + words, record[each.name]
        if each.name == "unit" and not is_numbered:
            parts.append(f"{words}, nicht beziffert")
        elif each.name == "unit":
            parts[-1] = in_unit(parts[-1], last, record[each.name], each.vocabulary)
        elif not parts or not parts[-1].endswith(words):
            parts.append(words)
    basis = record.get("basis")
    if not is_empty(basis) and basis != STATED:
        parts.append(table.field("basis").vocabulary[str(basis)])
    return " · ".join(parts)
