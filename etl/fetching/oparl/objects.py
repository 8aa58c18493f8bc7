"""The objects of OParl as real servers give them: fields missing or of another type, keys of any length, old links."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from etl.fetching.addresses import joined
from kim import german
from kim.regions import region_key

DECLARED = tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8"))
WORDS = re.compile("|".join(rf"\b{re.escape(each)}\b" for each in DECLARED["words"]))
PARTS = re.compile("|".join(map(re.escape, DECLARED["parts"])), re.IGNORECASE)
NOT_DIGITS = re.compile(r"\D")
LENGTH_OF_ASSOCIATION_KEY = 9
SAID_IN = ("name", "shortName", "reference", "fileName", "text", "resolutionText", "result")
Object = Mapping[str, Any]


def words(of: Object, *names: str) -> str:
    """The first of these fields that says something, white space folded; empty where none does."""
    for name in names:
        said = of.get(name)
        if isinstance(said, str | int) and not isinstance(said, bool) and str(said).strip():
            return " ".join(str(said).split())
    return ""


def values(of: Object, name: str) -> Iterator[Any]:
    """The values of a field that may be one or a list of them."""
    held = of.get(name)
    yield from held if isinstance(held, list) else [] if held is None else [held]


def day(of: Object, *names: str) -> str:
    """The day in Germany of the first of these fields that is a date or a time, as YYYY-MM-DD; else empty."""
    for name in names:
        try:
            at = datetime.fromisoformat(words(of, name))
        except ValueError:
            continue
        return (at.astimezone(german.GERMANY) if at.tzinfo else at).date().isoformat()
    return ""


def identity(of: Object, base: str) -> str:
    """The address that an object names itself by, made absolute; empty where it has none."""
    return joined(base, words(of, "id")) if words(of, "id") else ""


def is_deleted(of: Object) -> bool:
    """Whether the server says that the object is gone."""
    return of.get("deleted") is True or words(of, "deleted").lower() == "true"


def speaks_of_kim(*objects: Object) -> bool:
    """Whether one of these objects has one of the declared terms in what it says of itself."""
    said = " \n".join(words(each, name) for each in objects for name in SAID_IN)
    return bool(WORDS.search(said) or PARTS.search(said))


def region_of(body: Object) -> str:
    """The key of the place of a body (AGS), from a key of 7, 8, 9 or 12 digits; empty where none can be read."""
    for name in ("ags", "rgs"):
        digits = NOT_DIGITS.sub("", words(body, name))
        key = region_key(_without_association(digits)) if digits else None
        if key:
            return key
    return ""


def _without_association(digits: str) -> str:
    """A key that ends with the association (Gemeindeverband, 9 digits) as one of a place."""
    led = digits if digits.startswith("0") else f"0{digits}"
    if len(led) != LENGTH_OF_ASSOCIATION_KEY or led[5] != "0":
        return digits
    return led[:5] + led[6:]
