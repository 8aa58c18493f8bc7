"""The last day of something as people write it: "befristet bis 31.12.2025", "kw 2025"."""

import re

from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Interpret, Raw, ReadCell

UNTIL = re.compile(r"((befristet|kw(-vermerk)?|bis|zum|spätestens)[ :,]+)+", re.IGNORECASE)


def reader(read: Interpret) -> Interpret:
    """Reads what `read` does, after words that say "until" too."""

    def interpret(raw: Raw) -> ReadCell | str:
        if not isinstance(raw, str) or not (until := UNTIL.match(raw)):
            return read(raw)
        day = read(raw[until.end() :])
        if isinstance(day, ReadCell):
            return read(raw) if day.finding else day
        return ReadCell(day, repair=RepairKind.DEADLINE)

    return interpret
