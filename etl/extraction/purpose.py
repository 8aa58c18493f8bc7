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


_NOUN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]{2,}")
_OF_MONEY = re.compile(
    r"euro|eur|mio|mrd|tsd|million|teur|prozent|summe|betrag|beträge|aufwand|aufwend|ertr[aä]g|ausgabe|einnahme|budget|volumen|ansatz|etat|anteil|mittel|quote|satz|höhe|umfang|defizit|lücke"
    r"|pauschale|rate|tranche|abzug|deckung|bedarf|bescheid|bewilligung|größenordnung|eigen|differenz|minus|plus|zahlung|erstattung|abruf|verwendung|tarif|vergütung|entgelt|gehalt|gehält|sach"
    r"|gebot|buche|verfügung|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|quartal|periode|ende|beginn|anfang|höchst|gesamt|rund|etwa|davon|hiervon|hinzu|zusätzlich|insgesamt"
    r"|landrat|bürgermeister|kämmer|dezern|rat$|ausschuss|tag$|bezirksregierung|ministerium|regierung|kommun|nrw|nordrhein|westfalen"
    r"|^(?:die|der|das|den|dem|des|für|von|vom|mit|aus|nach|bei|beim|nicht|auf|zur|zum|unter|über|ohne|neben|wegen|durch|dafür|hierfür|daraus|hieraus|damit|dies|diese[rsnm]?|sie|man|bis|seit|wie|alle|zwischen|je|jede[rs]?|jährlich|eine?|einen|finanziell|nach|somit|dabei|ferner|außerdem|bereits|derzeit|aktuell|bislang|bisher|künftig)$",
    re.IGNORECASE,
)


def names_nothing_else(text: str) -> bool:
    """Whether every noun of a sentence is of the programme, of money, of time or of the administration."""
    nouns = [found.group() for found in _NOUN.finditer(text)]
    return all(_OURS.search(each) or _OF_MONEY.search(each) for each in nouns)
