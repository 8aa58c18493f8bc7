"""Nouns for posts and persons: declared words, and every compound by its head."""

import re
from functools import lru_cache

from etl.extraction import phrases
from etl.extraction.paper import Span
from etl.extraction.phrases import TEXTS_KEPT, Said

_IN = r"(?:[*:_/·]?in(?:nen)?|n)?"
_PLACES = (
    "Beratungs|Anlauf|Service|Geschäfts|Fach|Leit|Melde|Clearing|Kontakt|Vermittlungs|Ombuds|Dienst|Tank|Bau|Halte|Schnitt|Zweig|Außen|Wohngeld|Betreuungs"
    "|Auskunfts|Gleichstellungs|Antrags|Bewilligungs|Zulassungs|Prüf|Vergabe|Info|Informations|Erstberatungs|Anmelde|Ausgabe|Sammel|Neben|Zentral"
)
_OTHERS = "Lehr|Ausbildungs|Praktikums|Erzieher|Pflege|Schul|Reinigung|Hausmeister|Einsatz|Rettung|Erzieh|Führung|Ersatz|Sprach|Honorar|Feuerwehr|Aushilfs"
_POSTS = re.compile(
    rf"(?<![\w-])(?!{_PLACES}|{_OTHERS})[A-ZÄÖÜ][\w-]{{2,50}}[Ss]telle(?:n(?:anteile?n?|umfang)?)?(?!\w)"
    r"|\bStellen(?:zahl|umfang|kontingent|volumen|ausstattung|bestand|pool)(?!\w)"
    rf"|(?<![\w-])(?!{_OTHERS}|Orts|Arbeits)[A-ZÄÖÜ][\wäöüß-]{{0,40}}kraftstellen?(?!\w)"
)
_PERSONS = re.compile(
    rf"(?<![\w-])(?!{_OTHERS}|Lehr|Vermittlung|Beratungs|Arbeitsk|Amts|Landes|Bundes|Rats|Bürger|Verkehrs|Finanz|Schuldner)[A-ZÄÖÜ][\wäöüß-]{{0,30}}"
    rf"(?:kräfte?n?|kraft|manager{_IN}|mitarbeiter{_IN}|mitarbeitenden?|beschäftigten?|angestellten?|lots(?:en|innen|e|in)"
    rf"|begleiter{_IN}|pädagog(?:[*:/_]?in(?:nen)?|en|innen)|koordinator(?:[*:/_]?in(?:nen)?|en)|berater{_IN}|assistent(?:[*:/_]?in(?:nen)?|en)|sachbearbeiter{_IN})(?!\w)"
)


@lru_cache(maxsize=TEXTS_KEPT)
def find(text: str) -> tuple[Said, ...]:
    """The nouns for posts and persons in a text, in order; its capitals tell nouns from verbs."""
    said = list(phrases.load("positions")["noun"].find(phrases.folded(text)))
    taken = {each.span.end for each in said}
    for code, form in (("posts", _POSTS), ("persons", _PERSONS)):
        found = [Said(code, Span(*each.span())) for each in form.finditer(text)]
        said += [each for each in found if each.span.end not in taken]
        taken |= {each.span.end for each in found}
    return tuple(sorted(said, key=lambda each: each.span.start))
