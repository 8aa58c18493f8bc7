"""Names that stand for keys: codes of a vocabulary, organisations, sources."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches

from etl.reading.repairs import RepairKind
from etl.reading.values.cells import WITHOUT_UNSEEN, Interpret, Raw, ReadCell, digits, shown, sign
from kim.findings import FindingKind

MOST_SUGGESTIONS = 300
MOST_CHARACTERS = 120
MOST_LISTED = 12
NEAR = 0.75
MOST_COMPARED = 5
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+")


def normal(text: str) -> str:
    """The text for comparing: composed, without case, invisible characters and extra blanks."""
    composed = unicodedata.normalize("NFC", text.translate(WITHOUT_UNSEEN))
    return " ".join(composed.split()).casefold()


def is_slip(given: str, meant: str) -> bool:
    """Whether a text can be another one with slips of the pen: word for word nearly the same.

    Another word, beginning or number is another meaning: "nicht besetzt", "unbesetzt",
    "halbjährlich", "TEUR", "Kreis Rheine" are no slips for "besetzt", "jährlich", "EUR", "Stadt Rheine".
    """
    ours, theirs = WORD.findall(normal(given)), WORD.findall(normal(meant))
    if "".join(ours) == "".join(theirs):
        return True
    return len(ours) == len(theirs) and all(map(_is_slip, ours, theirs))


def _is_slip(ours: str, theirs: str) -> bool:
    has_same_start = ours[:2] == theirs[:2] and NUMBER.findall(ours) == NUMBER.findall(theirs)
    return has_same_start and SequenceMatcher(None, ours, theirs).ratio() >= NEAR


def slips(given: str, meant: Iterable[str]) -> list[str]:
    """The texts that the given one can be with slips of the pen, the most similar first."""
    similar = get_close_matches(normal(given), meant, MOST_COMPARED, NEAR)
    return [each for each in similar if is_slip(given, each)]


class Names:
    """Keys by their name, and names that are nearly right; the latter are slow to find and few."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self._by_name: dict[str, list[str]] = {}
        for key, name in names.items():
            self._by_name.setdefault(normal(name), []).append(key)
        self._left = MOST_SUGGESTIONS

    def keys(self, text: str) -> list[str]:
        """The keys that have this name, or the one that is this text."""
        wanted = normal(text)
        return [wanted] if wanted in self.names else self._by_name.get(wanted, [])

    def near(self, text: str) -> list[str]:
        """The keys of the name that is most like the text."""
        if self._left <= 0 or len(text) > MOST_CHARACTERS:
            return []
        self._left -= 1
        near = slips(text, self._by_name)
        return self._by_name[near[0]] if near else []

    def meant(self, text: str) -> str:
        """The question whether another name was meant, in German; empty when none is near."""
        near = self.near(text)
        return f" (meinten Sie „{self.names[near[0]]}“?)" if near else ""


def vocabulary(
    labels: Mapping[str, str],
    synonyms: Mapping[str, str] | None = None,
    hints: Mapping[str, str] | None = None,
) -> Interpret:
    """Codes and German labels, in any case; of "Baustein 1: Koordinierung" also "Baustein 1".

    `synonyms`: other words -> code. `hints`: words that stand for no code -> what to do about them.
    """
    names = Names(labels)
    short = Names({code: label.partition(":")[0] for code, label in labels.items()})
    others = {normal(word): code for word, code in (synonyms or {}).items()}
    advice = {normal(word): hint for word, hint in (hints or {}).items()}

    def interpret(raw: Raw) -> ReadCell | str:
        text = key_text(raw)
        for found in (names.keys(text), short.keys(text)):
            if len(found) == 1:
                return found[0]
        if code := others.get(normal(text)):
            return ReadCell(code, repair=RepairKind.SYNONYM)
        remark = _advised(text, advice) or names.meant(text)
        return sign(text) or ReadCell(
            text, finding=FindingKind.VOCABULARY, expected=", ".join(labels.values()) + remark
        )

    return interpret


def _advised(text: str, advice: Mapping[str, str]) -> str:
    """What to do about a cell that begins with words which stand for no code; empty for all else."""
    said = normal(text)
    found = (hint for word, hint in advice.items() if f"{said} ".startswith(f"{word} "))
    return next((f". {hint.removesuffix('.')}" for hint in found), "")


def key(names_by_key: Mapping[str, str], place: str) -> Interpret:
    """The key of a row of another table, or its name; `place` is that table's German title."""
    names = Names(names_by_key)

    def interpret(raw: Raw) -> ReadCell | str:
        text = key_text(raw)
        found = names.keys(text)
        if len(found) == 1:
            return (
                found[0] if found[0] == normal(text) else ReadCell(found[0], repair=RepairKind.NAME)
            )
        if said := sign(text):
            return said
        several = f" ({', '.join(found[:MOST_LISTED])})" if found else names.meant(text)
        if not several:
            return text
        return ReadCell(text, finding=FindingKind.REFERENCE, expected=f"„{place}“{several}")

    return interpret


def key_text(raw: Raw) -> str:
    """A cell as a key: without thousands separators and decimal zeros."""
    return digits(raw) if isinstance(raw, (int, float)) else shown(raw)
