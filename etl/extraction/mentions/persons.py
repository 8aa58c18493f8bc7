"""Persons in running text: told apart by what stands beside their names, so that no name enters a fact."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.extraction.paper import Span

ROLES = {
    "council_of_district": r"Ktabg\.|KTabg\.|KTM|Kreistagsabgeordnete[rn]?|Kreistagsmitglied(?:s|es)?",
    "council": r"Ratsmitglied(?:s|es)?|Ratsfrau|Ratsherrn?|RM|RF|RH|Stv\.|StV|Stadtverordnete[rn]?|Gemeindevertreter(?:in)?",
    "expert": r"[Ss]achkundige[rn]? (?:Bürger(?:in|s)?|Einwohner(?:in|s)?)|s\. ?B\.|skB|SKB|skE",
    "chair": r"(?:(?:Ausschuss|Integrationsrats|Rats)?[Vv]orsitzende[rn]?)",
    "mayor": r"(?:Ober)?[Bb]ürgermeister(?:in|s)?",
    "head_of_district": r"Landrat|Landrats|Landrätin",
    "administration": r"(?:Kreis|Sozial|Stadt)?[Dd]ezernent(?:in|en)?|(?:Erste[rn]? |Kreis)?Beigeordnete[rn]?|(?:Amts|Fachbereichs|Fachdienst|Abteilungs)leit(?:er|erin|ung)|(?:Stadt|Kreis)kämmer(?:er|in)|Kreisdirektor(?:in)?",
    "member": r"Abg\.|Abgeordnete[rn]?|Mitglied",
    "person": r"Herrn?|Frau|Hr\.|Fr\.",
}
IN_GERMAN = {
    "council_of_district": "Kreistagsmitglied",
    "council": "Ratsmitglied",
    "expert": "Sachkundige Person",
    "chair": "Vorsitz",
    "mayor": "Bürgermeister",
    "head_of_district": "Landrat",
    "administration": "Verwaltung",
    "faction": "Mitglied einer Fraktion",
}
TITLE = r"(?:(?:Dr|Prof|Dipl)\.(?:-[A-Z][a-z]+\.?)? ?)*"
NAME = r"(?:(?:von|van|de|zu|El|el|Al|al|Ten|ten)[ -](?:der |den )?)?[A-ZÄÖÜ][a-zäöüßéèğışçñ'’]+(?:-[A-ZÄÖÜ][a-zäöüß]+){0,2}"
PARTY = r"(?:CDU|SPD|FDP|AfD|UWG|GRÜNE|Grüne|Die Linke|DIE LINKE|Linke|BSW|FWG|Volt|Bündnis|[A-Za-zÄÖÜäöü/ 0-9.-]{0,40}[Ff]raktion)"
PATTERN = re.compile(
    rf"(?<![\w-])(?=[A-ZÄÖÜs])(?:(?:{'|'.join(f'(?P<{role}>{words})' for role, words in ROLES.items())}) "
    rf"(?:(?:Herrn?|Frau) )?{TITLE}{NAME}(?: {NAME}){{0,2}}"
    rf"|(?:Dr|Prof)\. {TITLE}{NAME}(?: {NAME})?"
    rf"|(?P<faction>(?!Kreis|Stadt|Gemeinde|Ortsv|Fraktion|Ratsgr|Die |Der |Das ){NAME} {NAME} ?\((?:Fraktion )?{PARTY}[^)\n]{{0,40}}\)))"
)


OF_A_PARTY = re.compile(rf",? ?\((?:Fraktion )?{PARTY}")


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text. `role`: in German, None where the text tells none. Never use the words of the span."""

    span: Span
    role: str | None


def find_persons(text: str) -> Iterator[Person]:
    """The persons that a text names beside a title or a party, in its order."""
    for found in PATTERN.finditer(text):
        kind = "faction" if found["faction"] else next((role for role in ROLES if found[role]), "")
        role = IN_GERMAN.get(kind)
        if role is None and OF_A_PARTY.match(text, found.end()):
            role = IN_GERMAN["faction"]
        yield Person(Span(*found.span()), role)
