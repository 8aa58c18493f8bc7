"""How dates of any precision read in German."""

import re
from datetime import date

from babel.dates import format_date, get_month_names, get_quarter_names

from kim.dates import OPEN, days

LOCALE = "de"
MONTHS = get_month_names(locale=LOCALE)
PARTS_OF_A_YEAR = {
    **dict(enumerate(("Frühling", "Sommer", "Herbst", "Winter"), 21)),
    **{number + 32: name for number, name in get_quarter_names(locale=LOCALE).items()},
    **{number + 36: f"{number}. Drittel" for number in (1, 2, 3)},
    **{number + 39: f"{number}. Halbjahr" for number in (1, 2)},
}
ABOUT = {"~": "etwa {}", "?": "{} (unsicher)", "%": "etwa {} (unsicher)"}
UNSURE = {
    "~": "etwa {}",
    "?": "{} (Zeitpunkt unsicher)",
    "%": "etwa {} (Zeitpunkt unsicher)",
}
UNSURE_YEARS = {"~": "etwa {}", "?": "vermutlich {}", "%": "vermutlich {}"}
OPEN_ENDS = ("bis ", "ab ")
YEARLESS = re.compile(r"(XXXX|-)-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?")


def day(value: date) -> str:
    """A calendar day as "01.11.2022"."""
    return str(format_date(value, "dd.MM.yyyy", locale=LOCALE))


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


def led(lead: str, written: str) -> str:
    """An EDTF date behind the word that leads to it: "fällig: 2022", "fällig bis 2022", "fällig ab 2022"."""
    said = partial_date(written)
    return f"{lead} {said}" if said.startswith(OPEN_ENDS) else f"{lead}: {said}"


def until(written: str) -> str:
    """The last day of something as an EDTF date: "bis 2022"; of an interval its end."""
    _, is_interval, end = written.partition("/")
    if is_interval:
        return partial_date(written) if end == OPEN else f"bis {_single(end)}"
    return f"bis {partial_date(written)}"


def unsure(written: str) -> str:
    """A date that is only about or not certain: "etwa 2022", "2022 (Zeitpunkt unsicher)"; empty for others."""
    mark = written[-1:]
    return UNSURE[mark].format(_single(written[:-1])) if mark in UNSURE else ""


def unsure_year(written: str) -> str:
    """The year of such a date in short: "etwa 2022", "vermutlich 2022"; empty for others."""
    mark = written[-1:]
    return UNSURE_YEARS[mark].format(written[:4]) if mark in UNSURE_YEARS else ""


def reached(written: str) -> str:
    """The day to which documents were read, where a date of one names it: "2023", "spätestens 13.02.2023"."""
    last = days(written).last
    return f"spätestens {day(last)}" if written.startswith("[") and last else partial_date(written)


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
