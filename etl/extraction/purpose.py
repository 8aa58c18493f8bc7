"""What money or posts are said to be for, where it is no matter of the programme."""

import re

_FOR = re.compile(
    r"\b[Ff]ür (?:das|den|die|de[sr]|ein(?:e|en)?|ihr(?:e|en)?|sein(?:e|en)?) (?:[a-zäöü]+(?:e|en|er|es) )?(?P<noun>[A-ZÄÖÜ][\w-]+)"
)
_OURS = re.compile(
    r"kim|landes|zuweisung|zuwendung|zuschuss|stelle|integration|migration|case|fall|modul|baustein|säule|koordin|steuer|overhead|ausländer|einbürger|kraft|kräfte|person|mitarbeit|sach"
    r"|\b(?:stadt|städte|kreis|gemeinden?|kommunen?|land)\b|träger|jahr|haushalt|zeit|monat|programm|projekt|umsetzung|durchführung|aufgabe|arbeit|bereich|berat"
    r"|zugewander|geflüchtet|menschen|familie|förder|verwaltung|assisten|manage|ausbau|aufbau|ausstattung|büro|einrichtung|fortführung|kosten|dauer|monate|miete|räume"
    r"|evaluation|befragung|dolmetsch|sprachmittl|fortbildung|qualifi|netzwerk|zielgruppe|betreuung|begleitung|leitung|rest|übrige|nächst|periode|antrag|beschäftig",
    re.IGNORECASE,
)


def is_for_another_matter(text: str) -> bool:
    """Whether a sentence names a purpose, and none of the programme: "für das Stadtfest"."""
    nouns = [found["noun"] for found in _FOR.finditer(text)]
    return bool(nouns) and not any(_OURS.search(each) for each in nouns)
