"""The key of a place: the one form that it has here, whatever form it came in."""

import re

LAND = "05"
NOTHING_BELOW = "000"
LENGTH_OF_REGIONAL_KEY = 12
KEY = re.compile("05([0-9]{3}([0-9]{3})?)?")


def region_key(written: str) -> str | None:
    """The key of a place of NRW in its one form; None for what is no such key.

    `written`: the digits of a Gemeindeschlüssel (AGS, 2, 5 or 8) or of a Regionalschlüssel (ARS,
    12), with or without the zero in front. Zeros behind that name nothing below are left out: an
    independent city has five digits, 05314 for 05314000 and for 053140000000.
    """
    digits = written if written.startswith("0") else f"0{written}"
    if len(digits) == LENGTH_OF_REGIONAL_KEY:
        district, association, town = digits[:5], digits[5:9], digits[9:]
        if association not in ("0000", f"0{town}"):
            return None
        digits = district + town
    if not KEY.fullmatch(digits):
        return None
    while len(digits) > len(LAND) and digits.endswith(NOTHING_BELOW):
        digits = digits.removesuffix(NOTHING_BELOW)
    return digits
