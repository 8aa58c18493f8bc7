"""Pay groups as people write them, in one form: S12, EG 9b, Entgeltgruppe 9b TVöD are S 12 and E 9b."""

import re

from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Raw, ReadCell, shown, sign

ENTGELT = "E"
AGREEMENT = r"TVöD(?:[ -]*(?:VKA|SuE))*"
FORM = re.compile(
    rf"(?:{AGREEMENT}[ ,-]*)?(?:(?P<word>Entgeltgruppe|Besoldungsgruppe)[ -]*)?"
    rf"(?P<scale>EG|E|S|A)?[ -]*(?P<step>[1-9][0-9]?) ?(?P<letter>[a-dÜ])?(?:[ ,-]*{AGREEMENT})?",
    re.IGNORECASE,
)


def interpret(raw: Raw) -> ReadCell | str:
    """The pay group in one form; what is written otherwise stays as it is."""
    text = " ".join(shown(raw).split())
    found = FORM.fullmatch(text)
    scale = _scale(found) if found else ""
    if not found or not scale:
        return sign(text) or text
    letter = (found["letter"] or "").lower().replace("ü", "Ü")
    group = f"{scale} {found['step']}{letter}"
    return group if group == text else ReadCell(group, repair=RepairKind.PAY_GROUP)


def _scale(found: re.Match[str]) -> str:
    """E, S or A; empty where the cell does not say which."""
    if found["scale"]:
        return str(found["scale"][0]).upper()
    return ENTGELT if (found["word"] or "").casefold() == "entgeltgruppe" else ""
