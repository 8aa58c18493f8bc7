"""Bodies and carriers named in running text, by a declared list that staff can extend."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from etl.extraction.paper import Span
from etl.extraction.phrases import Phrase, Phrases, folded, load
from kim.tables import DATA

BODIES, CARRIERS, REGISTERED = "bodies", "carriers", "registered"
NOTE = re.compile(r" \(.*\)$| e\. V\.$")
DECLINED = re.compile(
    r"\b(Kreis|Integrationszentr|Kommunal|Ausländeramt|Caritasverband|Märkisch)(?:es|er|um)?\b"
)
WORD = r"[A-ZÄÖÜ][\wäöüß-]{1,60}"
COMMITTEE = re.compile(
    rf"(?<![\w-])(?:Ausschuss(?:es)? für {WORD}(?:(?:, | und | sowie |, und ){WORD}){{0,5}}"
    rf"|(?:[A-ZÄÖÜ][\wäöüß]{{1,40}}-,? (?:und |, )?){{0,3}}[A-ZÄÖÜ][a-zäöüß-]{{1,60}}ausschuss(?:es)?(?!\w))"
)
GENITIVE = re.compile(r"(?<=usschuss)es\b")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body or carrier named in a text.

    `name`: what it is called. `kind`: "bodies", "carriers" or "registered". `code`: of a body its level (`body_level`), else its
    key in `organisations`; empty where there is none.
    """

    span: Span
    name: str
    kind: str
    code: str


def find_organisations(text: str) -> Iterator[Organisation]:
    """The bodies and carriers that a text names, in its order."""
    names, meant = _gazetteer()
    done = 0
    named = [Organisation(said.span, *meant[said.code]) for said in names.find(folded(text))]
    declared = {each.span for each in named}
    committees = [each for each in _committees(text) if each.span not in declared]
    found = [each for each in named if not any(_overlap(each.span, one.span) for one in committees)]
    for each in sorted(found + committees, key=lambda one: one.span.start):
        if each.span.start >= done:
            done = each.span.end
            yield each


def _committees(text: str) -> Iterator[Organisation]:
    if "usschuss" not in text:
        return
    for found in COMMITTEE.finditer(text):
        yield Organisation(Span(*found.span()), GENITIVE.sub("", found[0]), BODIES, "political")


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@cache
def _gazetteer() -> tuple[Phrases, Mapping[str, tuple[str, str, str]]]:
    """All names, and what each stands for: name, kind, code."""
    declared = load("organisations")
    found = [
        (each.phrase, (str(each.gives["name"]), kind, each.code))
        for kind in (BODIES, CARRIERS)
        for each in declared[kind].phrases
    ]
    found += _registered()
    meant = {str(at): entry for at, (_, entry) in enumerate(found)}
    return Phrases([Phrase(form, str(at), "") for at, (form, _) in enumerate(found)]), meant


def _registered() -> Iterator[tuple[str, tuple[str, str, str]]]:
    """The organisations in data/organisations.csv by their names, the words for their kinds declined."""
    with (DATA / "organisations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = NOTE.sub("", row["name"])
            if " " in name and not name.startswith(("Kreisangehörige", "Freie ", "Lernen ")):
                form = DECLINED.sub(r"\1~", name)
                yield form, (row["name"], REGISTERED, row["organisation"])
