"""The modules of the programme in running text, by number or by what stands for them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from etl.extraction.paper import Span
from etl.extraction.phrases import Said, folded, load

NUMBERS = {"1": 1, "2": 2, "3": 3, "i": 1, "ii": 2, "iii": 3, "eins": 1, "zwei": 2, "drei": 3}
NUMBER = r"(?:iii|ii|i|[123]|eins|zwei|drei)(?![\w]|[.,][0-9])"
NUMBERED = re.compile(
    r"(?<!\w)(?:kim-?\s?)?(?:förder)?(?:baustein|modul|säule)(?:en|es|e|s|n)?[\s-]{1,3}(?:nr\.\s)?"
    rf"(?P<numbers>{NUMBER}(?:(?:,\s?|\s(?:und|bis|sowie|oder)\s|\s?[–-]\s?|\s?[/+&]\s?){NUMBER}){{0,3}})"
)
EACH = re.compile(rf"(?P<number>{NUMBER})|(?P<range>bis|[–-])")
DECIMAL = re.compile(r"[.,][0-9]")
CENTIMETRES = re.compile(r"[0-9]\s?$")
TEXTS_KEPT = 32


@lru_cache(maxsize=TEXTS_KEPT)
def find_modules(text: str) -> tuple[Said, ...]:
    """The modules that a text names, in its order, each with its code; of several numbers in a row each begins where the one before ends."""
    small = folded(text)
    numbered = find_numbered(small)
    ends = {each.span.end for each in numbered} | {each.span.start for each in numbered}
    worded = [each for each in _worded(small) if not ends & {each.span.start, each.span.end}]
    return tuple(sorted([*numbered, *worded], key=lambda each: (each.span.start, each.code)))


def find_numbered(small: str) -> list[Said]:
    """The modules that a text in small letters names by their number."""
    return [each for found in NUMBERED.finditer(small) for each in _numbered(found)]


def only_module(text: str) -> str | None:
    """The code of the one module that a text names; None for none or several."""
    codes = {each.code for each in find_modules(text)}
    return codes.pop() if len(codes) == 1 else None


def _worded(small: str) -> Iterator[Said]:
    """What the declared words stand for."""
    for said in load("modules")["module"].find(small):
        word = small[said.span.start : said.span.end]
        is_length = word == "cm" and CENTIMETRES.search(small[: said.span.start][-3:])
        if not is_length and not DECIMAL.match(small, said.span.end):
            yield said


def _numbered(found: re.Match[str]) -> Iterator[Said]:
    """One mention per number: "Bausteine 1 bis 3" are three."""
    start, first, is_range = found.start(), 0, False
    for each in EACH.finditer(found["numbers"]):
        if each["range"]:
            is_range = True
            continue
        number = NUMBERS[each["number"]]
        span = Span(start, found.start("numbers") + each.end())
        for module in range(first + 1, number + 1) if is_range else (number,):
            yield Said(str(module), span)
        start, first, is_range = span.end, number, False
