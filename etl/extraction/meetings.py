"""How often a body meets and who belongs to it."""

import re

from etl.extraction.context import Context
from etl.extraction.mentions.persons import find_persons

FREQUENCY = re.compile(
    r"(?:mindestens )?(?:(?:ein|zwei|drei|vier|sechs)mal (?:jährlich|monatlich|wöchentlich|im Jahr|pro Jahr|im Monat|pro Monat|im Quartal)"
    r"|(?:halb|viertel)?jährlich|(?:zwei)?monatlich|(?:zwei|vier)?wöchentlich|quartalsweise|alle (?:zwei|drei|vier|sechs) (?:Wochen|Monate))",
    re.IGNORECASE,
)
MEMBERS = re.compile(
    r"(?:Ihr|Ihm|Der \w+gruppe|Dem \w+kreis) gehören (?P<members>[^.;]{5,300}?) an(?:[.,:]|$)|Mitglieder sind (?P<named>[^.;]{5,300})"
)
TWO_NAMES = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w’'-]+ [A-ZÄÖÜ][\w’'-]+")
MOST_WORDS, REACH_OF_MEMBERS = 8, 1_000


def frequency_of(context: Context) -> str | None:
    """How often, in the words of the sentence."""
    found = FREQUENCY.search(context.text)
    return found[0] if found else None


def members_of(context: Context) -> str | None:
    """Who belongs to it, in the words of the paragraph, shortened; None where two words may be the name of a person."""
    paragraph = context.paper.paragraphs[context.sentence.paragraph - 1]
    start = context.sentence.start
    found = MEMBERS.search(paragraph, start, start + REACH_OF_MEMBERS)
    if not found or next(find_persons(found[0]), None):
        return None
    members = found["members"] or found["named"]
    return None if TWO_NAMES.search(members) else " ".join(members.split()[:MOST_WORDS])
