"""How values read in German: numbers, dates of any precision, cells of a declared column."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal

from kim.tables import Field, Table

LOCALE = "de"
GERMANY = ZoneInfo("Europe/Berlin")
UNKNOWN = "."
PREFIXES = {"about": "ca. ", "at_most": "bis zu ", "at_least": "mindestens "}
BESIDE_A_STATEMENT = frozenset(
    ("region", "as_of", "source", "paragraph", "anchor", "basis", "note", "certainty")
)
MONTHS = get_month_names(locale=LOCALE)
JOINT = re.compile(r"(?<=\w{3})(ungs|ions|eits|afts|täts|alts|änder|tisch)(?=[a-zäöüß]{4})")


def number(value: float) -> str:
    """1234.5 as "1.234,5"; at most three decimals, none added."""
    return str(format_decimal(value, locale=LOCALE))


def day(value: date) -> str:
    """A calendar day as "01.11.2022"."""
    return str(format_date(value, "dd.MM.yyyy", locale=LOCALE))


def moment(at: datetime) -> str:
    """A time of the store (UTC) as it is in Germany: "22.11.2026, 14:05 Uhr"."""
    there = at.replace(tzinfo=UTC).astimezone(GERMANY)
    return f"{day(there.date())}, {there:%H:%M} Uhr"


def partial_date(text: str) -> str:
    """An ISO date of any precision: "2022", "November 2022", "01.11.2022", "Mai, Jahr nicht genannt"."""
    if text.startswith("--"):
        month, *rest = text[2:].split("-")
        return f"{rest[0] + '. ' if rest else ''}{MONTHS[int(month)]}, Jahr nicht genannt"
    parts = text.split("-")
    if len(parts) == 1:
        return text
    if len(parts) == 2:
        return f"{MONTHS[int(parts[1])]} {parts[0]}"
    return day(date.fromisoformat(text))


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


def hyphenated(text: str) -> str:
    """The text with soft hyphens where long German compounds join: "Integrations|zentrum"."""
    return JOINT.sub("\\1\u00ad", text)


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


def statement(table: Table, record: Mapping[str, Any], organisations: Mapping[str, str]) -> str:
    """A fact in one line: its filled cells without place and bookkeeping, joined by dots."""
    parts: list[str] = []
    for each in table.fields:
        if each.name in BESIDE_A_STATEMENT or is_empty(record.get(each.name)):
            continue
        words = cell(each, record[each.name], organisations)
        if each.type == "number":
            words = PREFIXES.get(str(record.get("certainty")), "") + words
        if parts and each.name == "unit":
            parts[-1] += f" {words}"
        elif not parts or not parts[-1].endswith(words):
            parts.append(words)
    return " · ".join(parts)
