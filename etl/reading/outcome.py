"""What goes into a reading beside the file and its decisions, and how it ends: unreadable, undecided, readable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kim.findings import Finding

REPAIRS = {
    "rows_above": "Über der Kopfzeile stehen Zeilen, die nicht zur Tabelle gehören ({times}). Sie wurden übergangen.",
    "sheet_skipped": "Ohne Kopfzeile dieser Tabelle und deshalb übergangen: {before}. Gelesen wurde das Blatt „{after}“.",
    "sheet_other": "Diese Blätter haben dieselbe Kopfzeile: {before}. Gelesen wurde nur das Blatt „{after}“. Wählen Sie ein anderes Blatt, oder legen Sie die Datei danach noch einmal ab.",
    "sheet_hidden": "In Excel ausgeblendet und deshalb nicht gelesen: {before}. Gelesen wurde das Blatt „{after}“; ein anderes können Sie wählen.",
    "rows_hidden": "Ausgeblendete oder weggefilterte Zeilen wurden nicht gelesen ({times}). Sie können sie mitlesen lassen.",
    "columns_hidden": "Ausgeblendete Spalten wurden nicht gelesen: {before}. Sie können sie mitlesen lassen.",
    "merged": "Die verbundene Zelle „{before}“ gilt für alle Zeilen, über die sie reicht ({times}).",
    "other_table": "Zeilen zum Thema „{before}“ gehören nicht in diese Tabelle ({times}). Sie wurden weggelassen.",
    "sum_row": "Die Summenzeile „{before}“ am Ende wurde weggelassen.",
    "sign_empty": "„{before}“ steht für: unbekannt oder ohne Angabe. Die Zelle bleibt leer.",
    "sign_zero": "„{before}“ steht für: genau nichts. Gelesen als 0.",
    "bracket": "„{before}“: Die Klammer steht für: unsicher. Gelesen als {after}.",
    "hedge": "„{before}“ wurde gelesen als {after}.",
    "range": "Die Spanne „{before}“ wurde auf beide Spalten verteilt: {after}.",
    "unit": "„{before}“: Die Einheit gehört in ihre eigene Spalte. Gelesen als {after}.",
    "unit_own": "„{before}“: Gelesen als {after}.",
    "share": "„{before}“ wurde gelesen als {after} Prozent.",
    "region_zero": "„{before}“ hat die führende Null verloren. Gelesen als {after}.",
    "region_written": "„{before}“ wurde gelesen als Gemeindeschlüssel {after}.",
    "region_long": "„{before}“ ist ein Regionalschlüssel. Der Gemeindeschlüssel dazu ist {after}.",
    "region_name": "„{before}“ hat den Gemeindeschlüssel {after}.",
    "name": "„{before}“ hat das Kürzel {after}.",
}


@dataclass(frozen=True)
class Lexicon:
    """Names that stand for keys: key -> name. A name may belong to two regions."""

    regions: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """What must be answered before the file can go on; `options` are answer -> German words."""

    kind: str
    column: str
    field: str
    value: str
    line: int
    times: int
    options: Mapping[str, str]


@dataclass(frozen=True)
class Repair:
    """What was changed on the way: the first line where, and how often."""

    kind: str
    line: int
    column: str
    before: str
    after: str
    times: int

    @property
    def sentence(self) -> str:
        """What was changed, in German."""
        return REPAIRS[self.kind].format(before=self.before, after=self.after, times=self.times)


@dataclass(frozen=True)
class Limits:
    """How large a file may be: bytes as uploaded and unpacked, columns, characters in a cell."""

    most_bytes: int = 200_000_000
    most_columns: int = 200
    most_characters_per_cell: int = 100_000
    most_unpacked_bytes: int = 1_000_000_000


@dataclass(frozen=True)
class Reading:
    """How a file was understood, as far as it was read, and what was changed on the way.

    `columns`: heading as in the file -> field name. `left_out`: the headings that mean no field.
    """

    rows: int = 0
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: list[str] = field(default_factory=list)
    heading_line: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


@dataclass(frozen=True)
class Unreadable:
    """The file has no rows that could be read; the findings say why."""

    reading: Reading
    findings: list[Finding]


@dataclass(frozen=True)
class Undecided:
    """The file cannot go on before its questions are answered."""

    reading: Reading
    findings: list[Finding]
    questions: list[Question]


@dataclass(frozen=True)
class Readable:
    """The file became rows: a CSV with the declared columns that it has or that its cells fill.

    A row whose cells have findings holds what could be understood. `lines`: file with the line of
    each row in the file that was read.
    """

    reading: Reading
    findings: list[Finding]
    rows: Path
    lines: Path


Outcome = Unreadable | Undecided | Readable
