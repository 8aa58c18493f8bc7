"""Encodings of one byte for a sign: what German writes is alike in most, all else has to be asked."""

import re
import unicodedata
from collections.abc import Iterator, Set

WESTERN = "cp1252"
NAMES = {
    WESTERN: "westeuropäisch",
    "cp850": "DOS",
    "mac_roman": "Apple",
    "iso8859-15": "westeuropäisch mit €",
    "cp1250": "mitteleuropäisch",
    "iso8859-2": "mitteleuropäisch nach ISO",
    "cp1254": "türkisch",
    "iso8859-7": "griechisch",
    "cp1251": "kyrillisch",
    "iso8859-5": "kyrillisch nach ISO",
    "koi8-r": "russisch",
    "cp1257": "baltisch",
    "cp1255": "hebräisch",
    "cp1256": "arabisch",
}
"""The encodings that a file may be asked about, in this order -> in German."""
GERMAN = "äöüÄÖÜß"
PLAIN = frozenset(f"{GERMAN}é–—…’\u00a0".encode(WESTERN))
LETTERS = f"{GERMAN}éÉ"
SIGNS = "€„“”‚‘’–—…•§°²³½¼¾×·»«›‹´©®™±µ\u00a0\u00ad"
BETWEEN_LETTERS = "’‘´·–—…\u00a0\u00ad"
LETTER = r"[^\W\d_]"
INNER = "".join(sign for sign in SIGNS if sign not in BETWEEN_LETTERS)
DOUBTFUL = re.compile(
    rf"[^\0-\x7f{LETTERS}{SIGNS}]|{LETTER}[{INNER}](?={LETTER})|{LETTER}{{3}}[²³±§½¼¾„‚]"
    rf"|[^\W\d_a-zA-Z]{{3}}"
)
"""What no German text in Windows-1252 has: other letters, signs within words, three letters with marks."""
WORD = re.compile(r"\S+")


def are_plain(high: Set[int]) -> bool:
    """Whether these bytes, none of ASCII, are German letters and dashes and nothing else."""
    return high <= PLAIN


def readings(content: bytes) -> Iterator[tuple[str, str]]:
    """The encodings that the doubtful words of a file can be in, and these words under each.

    Each wording once; Windows-1252 first, where it has all of the bytes.
    """
    said: set[str] = set()
    for encoding in NAMES:
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if words not in said and (encoding == WESTERN or _is_plausible(words)):
            said.add(words)
            yield encoding, words


def doubtful_words(text: str) -> list[str]:
    """The words of a text in which something is doubtful."""
    return [word for word in WORD.findall(text) if DOUBTFUL.search(word)]


def _is_plausible(text: str) -> bool:
    """Whether the words are of letters, those of each word of one script, with the usual signs."""
    return all(
        len({_script(sign) for sign in word if sign.isalpha()}) < 2
        and all(sign.isascii() or sign.isalpha() or sign in SIGNS for sign in word)
        and not re.search(rf"{LETTER}[{INNER}]{LETTER}|[a-zß-ÿ][A-ZÀ-ÞŠŽŸ]", word)
        for word in WORD.findall(text)
    )


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
