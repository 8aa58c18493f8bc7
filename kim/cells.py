"""How a cell and a heading stand in our downloads: what the exports write and the way in reads."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from babel.dates import get_month_names

from kim.tables import Field, Table

Cell = str | int | float | Decimal | date | None
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?|(XXXX|-)-(0[1-9]|1[0-2])(-\d\d)?")
WHITE_SPACE = " \t\n\r\u00a0\u202f\ufeff"
UNSEEN = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Signs that take no room: soft hyphens, marks of the direction of writing, joiners."""
PROOF = {
    "proven": "steht so im Dokument",
    "unproven": "nicht geprüft, Text liegt nicht vor",
    "contradicted": "steht nicht an der Fundstelle",
    "read": "am vollen Text erfasst, Text liegt nicht vor",
}
CERTAIN = {"True": "sicher", "False": "möglich"}
DISPLAY = {
    "place": Field("place", "Ortsname"),
    "topic": Field("topic", "Thema"),
    "source_title": Field("source_title", "Titel der Quelle"),
    "source_date": Field("source_date", "Datum der Quelle", semantics="partial_date"),
    "proof": Field("proof", "Prüfung des Belegs", vocabulary=PROOF),
    "held_from_earliest": Field("held_from_earliest", "Gilt frühestens ab", "date"),
    "held_from_latest": Field("held_from_latest", "Gilt spätestens ab", "date"),
    "held_until_earliest": Field("held_until_earliest", "Gilt frühestens bis", "date"),
    "held_until_latest": Field("held_until_latest", "Gilt spätestens bis", "date"),
    "rescinded_on": Field("rescinded_on", "Aufgehoben"),
    "expected_reports": Field("expected_reports", "Erwartete Berichte"),
    "is_certain": Field("is_certain", "Gilt am gewählten Tag", vocabulary=CERTAIN),
}
DATE_EXAMPLES = "2022, 11.2022, 01.11.2022, 2. Halbjahr 2023 oder 2021 bis 2022"
# Signs that nobody sees: control, soft hyphen, joiners, fillers, direction, selectors, tags.
INVISIBLE = (
    r"\x00-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
RUN = re.compile(rf"[\s{INVISIBLE}]*[\t\r\n=+\-@＝＋－＠']")
MONTHS = "jan(uar)?|feb(ruar)?|mrz|märz|apr(il)?|mai|juni?|juli?|aug(ust)?|sept?(ember)?"
MONTHS += "|o[kc]t(ober)?|nov(ember)?|de[zc](ember)?"
KEPT_AS_TEXT = "\t"
REWRITTEN = re.compile(rf"(?=\D*\d)([\d\s.,:/%€$()e+-]|{MONTHS})+", re.IGNORECASE)


def headings(fields: Iterable[Field], table: Table) -> list[str]:
    """The German titles; a title that two columns of the table share is followed by the name."""
    titles = [field.title for field in table.fields]
    return [f.title if titles.count(f.title) < 2 else f"{f.title} ({f.name})" for f in fields]


def unprotect(text: str) -> str:
    """The text of a CSV cell as it was before a download protected it.

    Protected, by one apostrophe more in front, is a text that begins (white space and signs that nobody sees aside) with
    = + - @ tab CR LF or an apostrophe; numbers and dates are not text: -1,5 stays a number.
    In the CSV for Excel what Excel would turn into a number or a day ends in a tab, which nobody
    sees: the key 05566076 would lose its zero, the paper 12/2021 and the month 11.2022 become a day.
    Older downloads had an apostrophe there too. Full dates and years stay bare. XLSX holds the text itself, with Excel's own mark for text. NUL is removed for good.
    """
    kept = text.removesuffix(KEPT_AS_TEXT)
    if kept != text and REWRITTEN.fullmatch(kept):
        return kept
    bare = text.removeprefix("'")
    return bare if is_taken(bare) else text


def for_excel(text: str) -> str:
    """The text as a CSV for Excel holds it: what would run behind an apostrophe, what would be rewritten before a tab."""
    if RUN.match(text):
        return f"'{text}"
    return text + KEPT_AS_TEXT if REWRITTEN.fullmatch(text) else text


def is_taken(text: str) -> bool:
    """Whether a spreadsheet would run the text or read it as a number or a day."""
    return bool(RUN.match(text) or REWRITTEN.fullmatch(text))


def german(raw: Cell, field: Field) -> Cell:
    """Labels for codes; a number, a full date and a year as such; else text."""
    if not isinstance(raw, str):
        return raw
    is_date = field.semantics == "partial_date" and PARTIAL_DATE.fullmatch(raw)
    return _german_date(raw) if is_date else field.vocabulary.get(raw, raw)


def _german_date(iso: str) -> Cell:
    match iso.replace("XXXX", "-").split("-"):
        case ["", "", month, *day]:
            return f"{day[0]}.{month}." if day else str(get_month_names(locale="de")[int(month)])
        case [year]:
            return int(year)
        case [year, month]:
            return f"{month}.{year}"
    return date.fromisoformat(iso)
