"""The modules of the programme in running text, by number or by what stands for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.extraction.paper import Span
from etl.extraction.phrases import folded, load

NUMBERS = {"1": 1, "2": 2, "3": 3, "i": 1, "ii": 2, "iii": 3, "eins": 1, "zwei": 2, "drei": 3}
NUMBER = r"(?:iii|ii|i|[123]|eins|zwei|drei)(?![\w]|[.,][0-9])"
NUMBERED = re.compile(
    r"(?<!\w)(?:kim-?\s?)?(?:förder)?(?:baustein|modul|säule)(?:en|es|e|s|n)?\s(?:nr\.\s)?"
    rf"(?P<numbers>{NUMBER}(?:(?:,\s?|\s(?:und|bis|sowie|oder)\s|\s?[–-]\s?|\s?[/+&]\s?){NUMBER}){{0,3}})"
)
EACH = re.compile(rf"(?P<number>{NUMBER})|(?P<range>bis|[–-])")
OF_MODULE = {"1": "coordination", "2": "case_management", "3": "immigration_office"}
DECIMAL = re.compile(r"[.,][0-9]")
CENTIMETRES = re.compile(r"[0-9]\s?$")


@dataclass(frozen=True, slots=True)
class Module:
    """A module named in a text. `module`, `function`: codes; `function` is None where module 1 is named by its number.

    `is_numbered`: by its number, else by a word that stands for it.
    """

    span: Span
    module: str
    function: str | None
    is_numbered: bool


def find_modules(text: str) -> Iterator[Module]:
    """The modules that a text names, in its order."""
    small = folded(text)
    numbered = [each for found in NUMBERED.finditer(small) for each in _numbered(found)]
    ends = {each.span.end for each in numbered} | {each.span.start for each in numbered}
    worded = [each for each in _worded(small) if not ends & {each.span.start, each.span.end}]
    yield from sorted(numbered + worded, key=lambda each: (each.span.start, each.module))


def _worded(small: str) -> Iterator[Module]:
    """What the declared words stand for; a number word such as "2. Baustein" of other matters is none."""
    for said in load("modules")["module"].find(small):
        word = small[said.span.start : said.span.end]
        is_length = word == "cm" and CENTIMETRES.search(small[: said.span.start][-3:])
        if word[0].isdigit() or is_length or DECIMAL.match(small, said.span.end):
            continue
        function = "assistance" if "assisten" in word else OF_MODULE[said.code]
        is_numbered = "baustein" in word or "modul" in word
        if is_numbered and said.code == "1":
            yield Module(said.span, "1", None, is_numbered=True)
        else:
            yield Module(said.span, said.code, function, is_numbered)


def _numbered(found: re.Match[str]) -> Iterator[Module]:
    """One mention per number: "Bausteine 1 bis 3" are three."""
    start, first, is_range = found.start(), 0, False
    for each in EACH.finditer(found["numbers"]):
        if each["range"]:
            is_range = True
            continue
        number = NUMBERS[each["number"]]
        span = Span(start, found.start("numbers") + each.end())
        for module in range(first + 1, number + 1) if is_range else (number,):
            function = OF_MODULE[str(module)] if module > 1 else None
            yield Module(span, str(module), function, is_numbered=True)
        start, first, is_range = span.end, number, False
