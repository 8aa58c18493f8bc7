"""What a number is in a change: the former one, the one it became, or by how much it changed."""

import re

from etl.extraction import verbs
from etl.extraction.context import Context
from etl.extraction.mentions.numbers import Quantity

_NOW = r"(?:nunmehr |jetzt |nun |heute |insgesamt |aktuell |inzwischen |mittlerweile )*"
_THEN = r"(?:bisher |zuvor |ursprünglich |vormals |ehemals |derzeit |zunächst |einst |vorher )*"
_RAISED = re.compile(
    r"aufstock|erhöhung|erweiterung|ausweitung|ausbau|anhebung|steigerung|zuwachs|aufwuchs|anstieg|bewilligt|wurden|aus \w+ [\w -]{3,40} werden"
)
_LOWERED = re.compile(r"\b(?:reduzierung|verringerung|senkung|kürzung|abbau|rückgang|minderung)")
_INSTEAD_BEFORE = re.compile(
    rf"\b(?:statt|anstelle von|anstatt)\s+{_THEN}$|\((?:bisher|zuvor|vorher)\s+$"
)
_OUT_OF_BEFORE = re.compile(
    r"\baus (?:\w+ ){1,5}(?:wurden|werden|sind)(?: bis(?: \w+){1,3}| inzwischen| nun)? $"
)
_INSTEAD_BEHIND = re.compile(rf"\s*\(?(?:statt|anstelle von|anstatt)\s+{_THEN}")
_WERE_BEFORE = re.compile(
    r"\b(?:waren|war|bislang seien|bisher seien|zuvor seien) es(?: noch| erst| nur| gerade einmal)*\s+$"
)
_FROM_BEFORE = re.compile(rf"\b(?:von|aus)\s+{_THEN}$")
_TO_BEFORE = re.compile(rf"\bauf\s+{_NOW}$")
_BY_BEFORE = re.compile(
    r"(?:\bum|\b(?:zuwachs|aufwuchs|plus|anstieg|rückgang|minus) (?:von|um))\s+(?:weitere |zusätzliche |noch einmal |nochmals )*$"
)
_NOW_BEFORE = re.compile(
    rf"\b(?:es gebe damit|es gibt damit|damit gibt es|damit|es sind|sind es|waren es|es dann|es waren)\s+{_NOW}(?:künftig |dann |bereits |schon |noch |erst )*$"
)
_TO_BEHIND = re.compile(r"[^.;]{0,60}?\b(?:auf|wurden|werden)\b")
_ENDS = re.compile(r"\s*(?:[.;)!]|,\s|$|stellen\b)")


def change(context: Context, number: Quantity) -> str | None:
    """ "before" a change, "then" on a former day, "after", "increase", "decrease"; None for a number that is in no change."""
    small = context.folded
    before = small[max(0, number.span.start - 45) : number.span.start]
    behind = small[number.span.end : number.span.end + 80]
    if _WERE_BEFORE.search(before):
        return "then"
    if _INSTEAD_BEFORE.search(before):
        return "before"
    if _OUT_OF_BEFORE.search(small[: number.span.start][-90:]):
        return "after"
    if _INSTEAD_BEHIND.match(behind) or (_NOW_BEFORE.search(before) and _ENDS.match(behind)):
        return "after"
    said = {each.code for each in verbs.find("change", small)}
    is_lowered = "lowered" in said or _LOWERED.search(small) is not None
    is_changed = said or is_lowered or _RAISED.search(small)
    return _raised(before, behind, is_lowered) if is_changed else None


def _raised(before: str, behind: str, is_lowered: bool) -> str | None:
    """What a number is in a sentence that raises or lowers one."""
    if _BY_BEFORE.search(before):
        return "decrease" if is_lowered else "increase"
    if _FROM_BEFORE.search(before) and _TO_BEHIND.match(behind):
        return "before"
    if _TO_BEFORE.search(before):
        return "after"
    return None
