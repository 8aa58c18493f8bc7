"""The modules of the programme in running text, by number or by what stands for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.extraction.paper import Span
from etl.extraction.phrases import folded

NUMBERS = {
    "1": "1",
    "2": "2",
    "3": "3",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "eins": "1",
    "zwei": "2",
    "drei": "3",
}
ORDINALS = {"erste": "1", "zweite": "2", "dritte": "3"}
NUMBER = r"(?:iii|ii|i|[123]|eins|zwei|drei)(?![\w]|[.,][0-9])"
MODULE = r"(?:kim-?\s?)?(?:förder)?(?:baustein|modul|säule)(?:en|es|e|s|n)?"
CASE_MANAGEMENT = (
    r"case[ -]?manage?(?:ments?|r(?:[*:/_]-?innen|[*:/_]-?in|innen|in|n|s)?)(?:-?stellen?|-?kräfte?n?)?"
    r"|case[ -]?managementstellen?|(?<![0-9]\s)cm(?:-[a-zäöü]+)?"
)
COORDINATION = (
    r"koordinierungsstellen?|koordinierende[nr]?\sstellen?|koordinationsstellen?|koordinierungskr[aä]fte?n?|"
    r"koordinator(?:[*:/_]-?innen|[*:/_]-?in|innen|in|en|s)?|kim-koordin\w+|strategische[nrs]?\s(?:overheads?|steuerung)|"
    r"koordinierende[nr]?\sebene|strategische[nr]?\skoordin\w+|koordinierungsebene|overheads?"
)
ASSISTANCE = r"verwaltungsassistenz(?:en|kr[aä]fte?n?|stellen?)?|assistenzstellen?|assistenzkr[aä]fte?n?|verwaltungsassistent(?:innen|in|en)?"
IMMIGRATION_OFFICE = r"(?:ausländer-?\s?(?:und|oder|/|bzw\.)\s?)?(?:ausländer|einbürgerungs|einwanderungs)(?:behörden?|amt(?:es|s)?|ämtern?|stellen?)"
PATTERN = re.compile(
    rf"""(?<!\w)(?=[acekmbsofivz])
    (?: (?:{MODULE})\s(?:nr\.\s)?(?P<numbers>{NUMBER}(?:(?:,\s?|\s(?:und|bis|sowie|oder)\s|\s?[–-]\s?|\s?[/+&]\s?){NUMBER}){{0,3}})
      | (?:(?P<ordinal>erste|zweite|dritte)[nrs]?\s)(?:kim-?\s?)?(?:förder)?(?:baustein|modul|säule)(?:s|es)?(?!\w)
      | (?P<case_management>{CASE_MANAGEMENT})
      | (?P<coordination>{COORDINATION})
      | (?P<assistance>{ASSISTANCE})
      | (?P<immigration_office>{IMMIGRATION_OFFICE}) )(?!\w)""",
    re.VERBOSE,
)
EACH = re.compile(rf"(?P<number>{NUMBER})|(?P<range>bis|[–-])")
OF_FUNCTION = {
    "coordination": "1",
    "assistance": "1",
    "case_management": "2",
    "immigration_office": "3",
}
OF_MODULE = {"2": "case_management", "3": "immigration_office"}


@dataclass(frozen=True, slots=True)
class Module:
    """A module named in a text. `module`, `function`: codes; `function` is None where only module 1 is named.

    `is_numbered`: by its number, else by a word that stands for it.
    """

    span: Span
    module: str
    function: str | None
    is_numbered: bool


def find_modules(text: str) -> Iterator[Module]:
    """The modules that a text names, in its order."""
    for found in PATTERN.finditer(folded(text)):
        if found["numbers"]:
            yield from _numbered(found)
        elif found["ordinal"]:
            number = ORDINALS[found["ordinal"]]
            yield Module(Span(*found.span()), number, OF_MODULE.get(number), is_numbered=True)
        else:
            function = next(name for name in OF_FUNCTION if found[name])
            yield Module(Span(*found.span()), OF_FUNCTION[function], function, is_numbered=False)


def _numbered(found: re.Match[str]) -> Iterator[Module]:
    """One mention per number: "Bausteine 1 bis 3" are three."""
    start, first, is_range = found.start(), 0, False
    for each in EACH.finditer(found["numbers"]):
        if each["range"]:
            is_range = True
            continue
        number = int(NUMBERS[each["number"]])
        span = Span(start, found.start("numbers") + each.end())
        for code in range(first + 1, number + 1) if is_range else (number,):
            yield Module(span, str(code), OF_MODULE.get(str(code)), is_numbered=True)
        start, first, is_range = found.start("numbers") + each.end(), number, False
