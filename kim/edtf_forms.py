"""The forms of EDTF that a library reads: seasons, one of several, uncertain or about."""

import re
import threading
from datetime import date, timedelta
from time import struct_time

from dateutil.relativedelta import relativedelta
from edtf import (
    Date,
    EDTFParseException,
    Level2Season,
    OneOfASet,
    Season,
    UncertainOrApproximate,
    parse_edtf,
)

WINTER = re.compile(r"(?P<year>[0-9]{4})-24")
UNUSED = re.compile(r"\s|[?~%][0-9X-]|[0-9]-XX|(?<![-0-9])[0-9]{4}-(2[5-9]|3[0-2])(?![-0-9])")
KINDS = (Date, Level2Season, OneOfASet, Season, UncertainOrApproximate)
READING = threading.Lock()
"""The parser finishes itself while it reads for the first time: a second thread would be told that a date is none."""
Bounds = tuple[date | None, date | None]


def parsed(text: str) -> Bounds:
    """What the library reads, without its years 0 and 9999 for what is not said."""
    if UNUSED.search(text):
        raise ValueError(f"no date as it is used here: {text!r}")
    try:
        with READING:
            found = parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(f"no date: {text!r}") from error
    if not isinstance(found, KINDS) or text != text.strip():
        raise ValueError(f"no date as it is used here: {text!r}")
    bounds = (_day(found.lower_strict()), _day(found.upper_strict()))
    if winter := WINTER.fullmatch(text):
        year = int(winter["year"])
        return (date(year, 1, 1), date(year + 1, 3, 1) - timedelta(days=1))
    if isinstance(found, UncertainOrApproximate):
        return _widened(bounds, text)
    return bounds


def _widened(bounds: Bounds, text: str) -> Bounds:
    """A year, month or day more on both sides: about November 2022 is no surer than from October to December."""
    unit = ("years", "months", "days")[text.count("-")]
    step = relativedelta(**{unit: 1})
    first, last = bounds
    if not first or not last:
        raise ValueError(f"no date: {text!r}")
    after = last + timedelta(days=1)
    return (first - step, after + step - timedelta(days=1))


def _day(time: struct_time | float) -> date | None:
    """A day of the library; None for its infinity."""
    return None if isinstance(time, float) else date(*time[:3])
