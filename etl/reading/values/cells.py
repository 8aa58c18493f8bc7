"""One cell of a file, as it is shown and as it is read; the cells of a column, each read once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from etl.reading.questions import QuestionKind
from etl.reading.repairs import RepairKind
from kim.cells import UNSEEN, WHITE_SPACE, unprotect
from kim.findings import FindingKind

MOST_KNOWN = 200_000
EMPTY = ""
WITHOUT_UNSEEN = str.maketrans("", "", UNSEEN)
WITHOUT_BREAKS = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
BLANKS = WHITE_SPACE + "\u2007\u2009\u3000"
UNKNOWN_SIGNS = {".", "...", "…", "x", "/", "k. a.", "k.a.", "keine angabe", "unbekannt"}
DASHES = {"-", "–", "—"}
ERRORS = frozenset(
    [
        "#REF!",
        "#BEZUG!",
        "#NV",
        "#N/A",
        "#DIV/0!",
        "#NAME?",
        "#VALUE!",
        "#WERT!",
        "#NUM!",
        "#ZAHL!",
        "#NULL!",
        "#ÜBERLAUF!",
    ]
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell of a workbook whose value cannot be had, and why: kind of finding, what stands there."""

    kind: FindingKind
    value: str
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Rounded:
    """A number of a workbook, as it is stored and as its format shows it, rounded."""

    stored: float | str
    seen: float | str

    def settled(self, choice: str) -> float | str:
        """The one that was chosen, "stored" or "seen"; without a choice what is seen."""
        return self.stored if choice == "stored" else self.seen

    @property
    def doubt(self) -> "Doubt":
        """Which of the two counts has to be asked."""
        words = {
            "stored": f"{shown(self.stored)} (so steht es in der Zelle)",
            "seen": f"{shown(self.seen)} (so zeigt es Excel, gerundet)",
        }
        return Doubt(QuestionKind.ROUNDED, tuple(words.items()))


Raw = str | float | date | time | timedelta | Fault | Rounded


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its surroundings as in the file: the end of a range, a hedge, a unit.

    `repair`: what is said when they are taken apart.
    """

    low: str
    high: str = ""
    certainty: str = ""
    unit: str = ""
    repair: RepairKind = RepairKind.UNIT
    is_share: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that can mean two things: kind of question, answer -> what it then is."""

    kind: QuestionKind
    meanings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReadCell:
    """What a cell was understood as, with the kind of its finding or repair, its amount or its doubt."""

    text: str
    repair: RepairKind | None = None
    finding: FindingKind | None = None
    expected: str = ""
    amount: Amount | None = None
    doubt: Doubt | None = None


Interpret = Callable[[Raw], ReadCell | str]


class ColumnReader(dict[Raw, str]):
    """The cells of one column: raw -> canonical text, each distinct one interpreted once.

    `rounded`: which number counts where a format rounds it, "stored" or "seen"; else it is asked.
    `notable` holds those that need a finding, a question or a repair wherever they stand.
    """

    def __init__(self, interpret: Interpret, is_protected: bool, rounded: str = "") -> None:
        super().__init__()
        self.notable: dict[Raw, ReadCell] = {}
        self._interpret = interpret
        self._is_protected = is_protected
        self._rounded = rounded

    def __missing__(self, raw: Raw) -> str:
        given = bare(raw, self._is_protected) if isinstance(raw, str) else raw
        if isinstance(given, Rounded) and self._rounded:
            given = given.settled(self._rounded)
        found: ReadCell | str = EMPTY
        if isinstance(given, Rounded):
            found = ReadCell(shown(given), doubt=given.doubt)
        elif isinstance(given, Fault):
            found = ReadCell(given.value, finding=given.kind, expected=given.expected)
        elif given in ERRORS:
            found = ReadCell(str(given), finding=FindingKind.CELL_ERROR)
        elif given != EMPTY:
            found = self._interpret(given)
            if isinstance(found, str) and isinstance(raw, str) and has_unseen(raw):
                found = ReadCell(found, repair=RepairKind.UNSEEN)
        if isinstance(found, ReadCell):
            self.notable[raw] = found
            found = found.text
        self[raw] = found
        return found

    def texts(self, column: Sequence[Raw]) -> list[str]:
        """The canonical texts of the cells, in order."""
        if len(self) > MOST_KNOWN:
            self.clear()
            self.notable.clear()
        return list(map(self.__getitem__, column))


def bare(text: str, is_protected: bool) -> str:
    """The text without white space around it, signs not seen and the protection of our downloads."""
    if not text.isascii():
        text = text.translate(WITHOUT_UNSEEN).strip(BLANKS)
    text = text.strip(WHITE_SPACE)
    return unprotect(text) if is_protected and text[:1] == "'" else text


def has_unseen(text: str) -> bool:
    """Whether a text has signs that take no room, or blanks of another kind around it."""
    return text.translate(WITHOUT_UNSEEN).strip(BLANKS) != text.strip(" \t\n\r")


def trimmed(text: str, *, is_quoted: bool) -> str:
    """A free text without white space and signs not seen around it; words that are quoted have none within."""
    text = text.strip(BLANKS + UNSEEN)
    return text.translate(WITHOUT_BREAKS) if is_quoted else text


def is_blank(raw: Raw) -> bool:
    """Whether nothing is to be seen in a cell."""
    return isinstance(raw, str | Fault) and not shown(raw).strip(WHITE_SPACE)


def shown(raw: Raw) -> str:
    """A cell as a German spreadsheet shows it."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, Fault):
        return raw.value
    if isinstance(raw, Rounded):
        return shown(raw.seen)
    if isinstance(raw, datetime):
        return f"{raw:%d.%m.%Y}" if raw.time() == time() else f"{raw:%d.%m.%Y %H:%M:%S}"
    if isinstance(raw, date):
        return f"{raw:%d.%m.%Y}"
    return digits(raw).replace(".", ",") if isinstance(raw, (int, float)) else str(raw)


def digits(number: float) -> str:
    """A typed number with the 15 digits of a spreadsheet, with a point, without exponent."""
    if float(number).is_integer() and abs(number) < 1e15:
        return str(int(number))
    text = f"{number:.15g}"
    if "e" in text:
        text = f"{number:.15f}".rstrip("0").rstrip(".")
    return text


def sign(text: str, dash: RepairKind = RepairKind.SIGN_EMPTY) -> ReadCell | None:
    """The official signs of German statistics and their kin; None for all else."""
    if text in DASHES:
        return ReadCell("0" if dash == RepairKind.SIGN_ZERO else EMPTY, repair=dash)
    if text.casefold() in UNKNOWN_SIGNS:
        return ReadCell(EMPTY, repair=RepairKind.SIGN_EMPTY)
    return None
