"""How values read in German: numbers, dates of any precision, cells of a declared column."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from babel.dates import format_date, get_month_names, get_quarter_names
from babel.numbers import format_decimal

from kim.dates import OPEN, Days, days
from kim.tables import Field, Table

LOCALE = "de"
GERMANY = ZoneInfo("Europe/Berlin")
UNKNOWN = "."
STATED = "stated"
PREFIXES = {"about": "ca. ", "at_most": "bis zu ", "at_least": "mindestens "}
BESIDE_A_STATEMENT = frozenset(
    ("region", "as_of", "source", "paragraph", "anchor", "basis", "note", "certainty", "key")
)
MONTHS = get_month_names(locale=LOCALE)
PARTS_OF_A_YEAR = {
    **dict(enumerate(("Frühling", "Sommer", "Herbst", "Winter"), 21)),
    **{number + 32: name for number, name in get_quarter_names(locale=LOCALE).items()},
    **{number + 36: f"{number}. Drittel" for number in (1, 2, 3)},
    **{number + 39: f"{number}. Halbjahr" for number in (1, 2)},
}
ABOUT = {"~": "etwa {}", "?": "{} (unsicher)", "%": "etwa {} (unsicher)"}
YEARLESS = re.compile(r"(XXXX|-)-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?")
JOINT = re.compile(r"(?<=\w{3})(ungs|ions|eits|afts|täts|alts|änder|tisch)(?=[a-zäöüß]{4})")


def number(value: float) -> str:
    """1234.5 as "1.234,5"; at most three decimals, none added."""
    return str(format_decimal(value, locale=LOCALE))


def day(value: date) -> str:
    """A calendar day as "01.11.2022"."""
    return str(format_date(value, "dd.MM.yyyy", locale=LOCALE))


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


def partial_date(text: str) -> str:
    """An EDTF date: "2022", "November 2022", "2. Halbjahr 2023", "bis 2022", "Mai, Jahr nicht genannt"."""
    if text.startswith("["):
        return _one_of(text.strip("[]"))
    start, is_interval, end = text.partition("/")
    if not is_interval:
        return _single(start)
    if OPEN in (start, end):
        return f"bis {_single(end)}" if start == OPEN else f"ab {_single(start)}"
    return f"{_single(start)} bis {_single(end)}"


def held(row: Mapping[str, Any]) -> str:
    """Since and until when a statement held, no surer than it is dated: "ab 2022, Tag nicht genannt".

    `row` has the date, the four days `held_…` and the date of the document, which is said where the
    statement has none.
    """
    if is_empty(row["as_of"]):
        return _as_of_document(row["source_date"])
    since = _days(row["held_from_earliest"], row["held_from_latest"])
    until = _days(row["held_until_earliest"], row["held_until_latest"])
    words = []
    if since.first and since.last:
        words.append(f"ab {_span(since.first, since.last)}")
    elif since.last and not until.last:
        words.append(f"spätestens ab {day(since.last)}; seit wann, ist nicht gesagt")
    elif since.last:
        words.append("seit wann, ist nicht gesagt")
    if until.first and until.last:
        words.append(f"bis {_span(until.first, until.last)}")
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


def _days(first: Any, last: Any) -> Days:  # noqa: ANN401
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


def _one_of(dates: str) -> str:
    first, is_range, last = dates.partition(OPEN)
    if not is_range:
        return " oder ".join(map(_single, dates.split(",")))
    if not (first and last):
        return f"{_single(first)} oder später" if first else f"{_single(last)} oder früher"
    return f"an einem Tag vom {_single(first)} bis {_single(last)}"


def _single(text: str) -> str:
    """A date that is no interval: a day, a month, a part of a year, a year, or about one of them."""
    if text[-1] in ABOUT:
        return ABOUT[text[-1]].format(_single(text[:-1]))
    if yearless := YEARLESS.fullmatch(text):
        number, name = yearless["day"], MONTHS[int(yearless["month"])]
        return f"{f'{number}. ' if number else ''}{name}, Jahr nicht genannt"
    year, _, rest = text.partition("-")
    if not rest:
        return f"{year.replace('X', '0')}er-Jahre" if "X" in year else year
    if len(rest) > len("11"):
        return day(date.fromisoformat(text))
    part = int(rest)
    return f"{MONTHS[part] if part in MONTHS else PARTS_OF_A_YEAR[part]} {year}"


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
    """A fact in one line: its filled cells without place and bookkeeping, and that it is in doubt."""
    parts: list[str] = []
    for each in table.fields:
        if each.name in BESIDE_A_STATEMENT or is_empty(record[each.name]):
            continue
        words = cell(each, record[each.name], organisations)
        if each.type == "number":
            words = PREFIXES.get(str(record.get("certainty")), "") + words
        if parts and each.name == "unit":
            parts[-1] += f" {words}"
        elif not parts or not parts[-1].endswith(words):
            parts.append(words)
    basis = record.get("basis")
    if not is_empty(basis) and basis != STATED:
        parts.append(table.field("basis").vocabulary[str(basis)])
    return " · ".join(parts)
