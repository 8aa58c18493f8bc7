"""What an amount stands for: declared words, verbs of paying in all their forms, and compounds by their head."""

import re
from functools import lru_cache

from etl.extraction import verbs
from etl.extraction.paper import Span
from etl.extraction.phrases import TEXTS_KEPT, Said, load

_HEADS = {
    "kosten": "Kosten",
    "ausgaben": "Kosten",
    "aufwand": "Aufwendungen",
    "aufwendungen": "Aufwendungen",
    "aufwands": "Aufwendungen",
    "erträge": "Erträge",
    "mittel": "Mittel",
    "mitteln": "Mittel",
    "zuschuss": "Zuschuss",
    "zuschusses": "Zuschuss",
    "zuschüsse": "Zuschuss",
    "zuschüssen": "Zuschuss",
    "zuwendung": "Zuwendung",
    "zuwendungen": "Zuwendung",
    "zuweisung": "Zuwendung",
    "zuweisungen": "Zuwendung",
    "förderung": "Förderung",
    "förderquote": "Förderung",
    "fördersatz": "Förderung",
    "pauschale": "Pauschale",
    "pauschalen": "Pauschale",
    "anteil": "Eigenanteil",
    "ansatz": "Haushaltsansatz",
    "volumen": "Gesamtvolumen",
    "budget": "Gesamtvolumen",
    "erstattung": "Erstattung",
    "erstattungen": "Erstattung",
}
_HEAD = re.compile(
    r"(?<![\w-])[a-zäöüß-]{0,40}(?P<head>"
    + "|".join(sorted(_HEADS, key=len, reverse=True))
    + r")(?!\w)"
)
_NO_MONEY = re.compile(
    r"stellenanteil|arbeitsanteil|zeitanteil|lebensmittel|hilfsmittel|verkehrsmittel|bauförderung|wirtschaftsförderung|sportförderung|sprachförderung|beförderung"
)


def items(text: str, start: int = 0, end: int | None = None) -> list[Said]:
    """What stands in a folded text from `start` up to `end`, in order; a declared word goes before the verb or head in it."""
    last = len(text) if end is None else end
    return [each for each in _all(text) if start <= each.span.start and each.span.end <= last]


@lru_cache(maxsize=TEXTS_KEPT)
def _all(text: str) -> tuple[Said, ...]:
    declared = list(load("funding")["item"].find(text))
    heads = [
        Said(_HEADS[each["head"]], Span(*each.span()))
        for each in _HEAD.finditer(text)
        if not _NO_MONEY.search(each.group())
    ]
    taken = {each.span.end for each in declared} | {each.span.start for each in declared}
    more = [
        each
        for each in (*verbs.find("funding", text), *heads)
        if not taken & {each.span.start, each.span.end}
    ]
    return tuple(sorted(declared + more, key=lambda each: each.span.start))
