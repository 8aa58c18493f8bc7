"""How a vote went: in its sentence, or in the paragraphs behind it."""

import re

from etl.extraction.context import Context
from etl.extraction.phrases import folded, load

RESULT = re.compile(
    r"\s*(?:abstimmungsergebnis|beratungsergebnis(?=\W+(?:einstimmig|mehrheitlich|[0-9]))|abstimmung|ergebnis der abstimmung)\b"
)
MANY = r"(?:[0-9]{1,3}|eine[rn]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
VOTES = r"(?:(?:ja|nein)(?:-?\s?stimmen?\b|-(?=[,\s])|\b)|gegenstimmen?\b|(?:stimm)?enthaltung(?:en)?\b)"
COUNTED = re.compile(
    rf"mit\s{MANY}\s?(?::|zu|gegen)\s?{MANY}\sstimmen|"
    rf"(?:(?:bei|mit|und)\s)?{MANY}\s{VOTES}(?:[,;]?\s(?:und\s|bei\s|sowie\s)?{MANY}\s{VOTES}){{0,3}}"
)
IN_COLUMNS = re.compile(
    r"\bja:?\s?([0-9]{1,3})\b.{0,12}?\bnein:?\s?([0-9]{1,3})\b(?:.{0,12}?\benthaltung(?:en)?:?\s?([0-9]{1,3}))?"
)
PARAGRAPHS_TO_A_VOTE, REACH = 3, 600


def vote(text: str) -> str | None:
    """How the vote went, in a few words; None where it is not told."""
    small = folded(text)
    if columns := IN_COLUMNS.search(small):
        yes, no, without = columns.groups()
        return f"{yes} Ja, {no} Nein" + (f", {without} Enthaltungen" if without else "")
    said = load("decisions")["vote"].first(small)
    counted = COUNTED.search(small)
    words = text[counted.start() : counted.end()] if counted else None
    if said and words:
        return f"{said.code} {words}"
    return said.code if said else words


def vote_behind(context: Context) -> str | None:
    """The result of the vote that follows within a few paragraphs."""
    number = context.sentence.paragraph
    for paragraph in context.paper.paragraphs[number : number + PARAGRAPHS_TO_A_VOTE]:
        if RESULT.match(folded(paragraph[:REACH])):
            return vote(paragraph[:REACH])
    return None
