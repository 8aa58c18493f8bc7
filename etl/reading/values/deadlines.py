"""The last day of something as people write it: "befristet bis 31.12.2025", "kw 2025"."""

import re

from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Interpret, Raw, ReadCell

UNTIL = re.compile(r"((befristet|kw(-vermerk)?|bis|zum|spätestens)[ :,]+)+", re.IGNORECASE)


def reader(read: Interpret) -> Interpret:
    """Reads what `read` does, and the same after words that say "until"."""

    def interpret(raw: Raw) -> ReadCell | str:
        found = read(raw)
        if not isinstance(raw, str) or not isinstance(found, ReadCell) or not found.finding:
            return found
        day = read(UNTIL.sub("", raw, count=1)) if UNTIL.match(raw) else found
        return ReadCell(day, repair=RepairKind.DEADLINE) if isinstance(day, str) else found

    return interpret
