"""Paragraphs cut into sentences, each knowing where it stands."""

import re
from collections.abc import Iterator

from etl.extraction.paper import Sentence
from etl.extraction.unfolded import rows

_ABBREVIATIONS = frozenset(
    [
        "z",
        "b",
        "d",
        "h",
        "u",
        "a",
        "ca",
        "nr",
        "e",
        "v",
        "abs",
        "bzw",
        "dr",
        "prof",
        "gez",
        "st",
        "str",
        "art",
        "evtl",
        "ggf",
        "inkl",
        "max",
        "min",
        "mio",
        "mrd",
        "tsd",
        "vgl",
        "s",
        "o",
        "rd",
        "sog",
        "i",
        "lfd",
        "ktabg",
        "anl",
        "ziff",
        "kap",
        "az",
        "hj",
        "tel",
        "gem",
        "zzt",
        "zt",
        "std",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "nov",
        "dez",
        "stellv",
        "insb",
        "einschl",
        "zzgl",
        "bspw",
        "vors",
        "usw",
        "etc",
        "bez",
        "ing",
        "dipl",
        "rh",
        "westf",
        "abt",
        "fb",
        "p",
        "n",
        "w",
        "c",
        "m",
        "kl",
        "sgb",
        "allg",
        "jährl",
        "mtl",
        "monatl",
        "durchschn",
        "entspr",
        "mind",
        "höchst",
        "voraus",
        "vorauss",
        "gesch",
        "zust",
        "tn",
        "vze",
        "vzä",
    ]
)
MOST_CHARACTERS, _MOST_IN_BRACKETS = 2_000, 200
"""What is longer is no sentence; it is cut, so that reading takes time in proportion to the text."""
_MAY_END = frozenset(["usw", "etc", "v", "mio", "mrd", "tsd", "a", "zt", "std", "vzä", "vze", "nr"])
_AFTER_ORDINAL = (
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Quartal"
    r"|Halbjahr|Hälfte|Sitzung|Baustein|Modul|Lebensjahr|Jahrhundert|Wahlperiode|Änderung|Nachtrag"
    r"|Fachbereich|Dezernat|Bauabschnitt|Hj|Stufe|Phase|Stelle|Person|Kreisfreie)"
)
_STARTERS = (
    r"(?:Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einem|Einer|Es|Er|Sie|Wir|Ich|Im|In|Am|An|Auf|Aus|Bei|Beim"
    r"|Bis|Mit|Nach|Seit|Von|Vor|Zu|Zum|Zur|Zudem|Dies|Diese|Dieser|Dieses|Hier|Hierbei|Hierfür|Davon|Dabei"
    r"|Dafür|Damit|Daher|Derzeit|Aktuell|Weitere|Weiterhin|Außerdem|Ferner|Für|Insgesamt|Aufgrund|Durch"
    r"|Herr|Frau|Auch|Wie|Alle|Jede|Jeder|Somit|Sofern|Sobald|Wenn|Da|Dazu|Zurzeit|Ab|Unter|Über|Um)"
)
_END = re.compile(r"[.!?…]+[\"“”»«')\]]{0,2}(?=\s+[\"„“»«(\[]{0,2}[A-ZÄÖÜ0-9•–*-])")
_WORD_BEFORE = re.compile(r"(\w+)$")
_ORDINAL_GOES_ON = re.compile(rf"\s+{_AFTER_ORDINAL}\b")
_STARTS = re.compile(rf"\s+[\"„“»«(\[]{{0,2}}{_STARTERS}\b")
_MODULE_BEFORE = re.compile(
    r"(?:[Bb]austein|[Mm]odul|[Ss]äule)(?:en|e|s|n)? (?:[12I,]{1,3} (?:und |bis )?)?$"
)
_BULLET = re.compile(
    r"[^\S\n]*(?:[•▪◦‣·*–—-]|\d{1,2}[.)]|[a-z]\)|\(\d{1,2}\)|[ivx]{1,4}\))[^\S\n]+"
)
_DASH_LIST = re.compile(r"\s*[–-]\s")
_DASH_WITHIN = re.compile(r"(?<=\s)(?=[–-]\s(?:\d|[A-ZÄÖÜ„]))")
_LABEL = re.compile(
    r"(?<!\S)(?:(?:(?:Förderb|B)austein|Modul)\s?(?:[1-3]|I{1,3})\b[^:.;\d]{0,50}"
    r"|(?:KIM-)?(?:Koordinierung|Koordination|Koordinierende Stelle|Strategische \w+|Strategischer Overhead|Case[ -]?Management|Casemanagement"
    r"|Verwaltungsassistenz|Ausländer[\w-]*(?: und \w+)?|Einbürgerung\w*)(?: \([^)]{1,30}\))?):\s"
)
_BULLET_WITHIN = re.compile(
    r"(?<=\s)(?=[•▪◦‣]\s|[–-]\s(?:Modul|Baustein|Förderbaustein)\b)|(?<=\|)\s(?=\|)"
)
_LINE = re.compile(r"[^\n]+")
_CELLS = re.compile(r"[\t|]|[^\S\n]{3}")


def sentences(paragraph: str, number: int) -> Iterator[Sentence]:
    """The sentences of a paragraph in order, `number` being its number; blank ones are left out.

    A bullet and a row of a table (cells parted by tab, pipe or at least three spaces) is a sentence of its own; a line that is only
    wrapped goes on with the next.
    """
    if table := rows(paragraph):
        for row in table:
            yield from _sentence(paragraph, row.start, row.end, number)
        return
    for start, end in _blocks(paragraph):
        for part, stop in _bullets(paragraph, start, end):
            yield from _cut(paragraph, part, stop, number)


def is_row(line: str) -> bool:
    """Whether the line is a row of a table: cells parted by tab, pipe or at least three spaces."""
    line = line.strip()
    return _CELLS.search(line) is not None and not _BULLET.match(line)


def _blocks(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where the pieces stand that no sentence crosses: rows, bullets, and wrapped lines joined."""
    start = end = 0
    for line in _LINE.finditer(paragraph):
        text = line.group()
        alone = is_row(text)
        if alone or _BULLET.match(text):
            if end > start:
                yield start, end
            start = line.start()
        if alone:
            yield start, line.end()
            start = line.end()
        end = line.end()
    if end > start:
        yield start, end


def _bullets(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A block cut before each bullet, and between the rows of pipes, that a folded line carries within."""
    is_dashed = _DASH_LIST.match(paragraph, start) or ": - " in paragraph or ": – " in paragraph
    has_labels = ":" in paragraph[start:end]
    found = _LABEL.finditer(paragraph, start, end) if has_labels else ()
    labels = [each.start() for each in found if not _is_bracketed(paragraph, start, each.start())]
    form = _DASH_WITHIN if is_dashed else _BULLET_WITHIN
    bullets = [found.start() for found in form.finditer(paragraph, start + 1, end)]
    stops = labels[1:] if len(labels) > 1 and len(bullets) < 2 else bullets
    for stop in stops:
        yield start, stop
        start = stop
    yield start, end


def _is_bracketed(paragraph: str, start: int, at: int) -> bool:
    """Whether a place stands within an open bracket that began shortly before."""
    first = max(start, at - _MOST_IN_BRACKETS)
    return paragraph.rfind("(", first, at) > paragraph.rfind(")", first, at)


def _cut(paragraph: str, start: int, end: int, number: int) -> Iterator[Sentence]:
    bullet = _BULLET.match(paragraph, start, end)
    first = bullet.end() if bullet else start
    for stop in _END.finditer(paragraph, first, end):
        if _is_end(paragraph, stop, first):
            yield from _sentence(paragraph, first, stop.end(), number)
            first = stop.end()
    yield from _sentence(paragraph, first, end, number)


def _sentence(paragraph: str, start: int, end: int, number: int) -> Iterator[Sentence]:
    while start < end:
        stop = _stop(paragraph, start, end)
        text = paragraph[start:stop]
        start += len(text) - len(text.lstrip())
        if text.strip():
            yield Sentence(text.strip(), number, start)
        start = stop


def _stop(paragraph: str, start: int, end: int) -> int:
    """Where a sentence ends: at its end, or at the last space before it is too long."""
    if end - start <= MOST_CHARACTERS:
        return end
    space = paragraph.rfind(" ", start + 1, start + MOST_CHARACTERS)
    return space if space > start else start + MOST_CHARACTERS


def _is_end(paragraph: str, stop: re.Match[str], first: int) -> bool:
    if stop.group()[0] != ".":
        return True
    before = _WORD_BEFORE.search(paragraph, max(first, stop.start() - 30), stop.start())
    if before is None:
        return True
    word = before.group().casefold()
    if word.isdigit() and len(word) <= 2:
        if _MODULE_BEFORE.search(paragraph, max(first, before.start() - 20), before.start()):
            return True
        return not _ORDINAL_GOES_ON.match(paragraph, stop.end()) and _goes_anew(paragraph, stop)
    if word in _MAY_END:
        return _goes_anew(paragraph, stop)
    return word not in _ABBREVIATIONS


def _goes_anew(paragraph: str, stop: re.Match[str]) -> bool:
    return _STARTS.match(paragraph, stop.end()) is not None
