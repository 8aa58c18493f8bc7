"""What goes into a reading, and how it ends: unreadable, undecided, readable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from etl.reading.decisions import Decisions
from etl.reading.questions import Question
from etl.reading.repairs import Repair
from kim.findings import Finding
from kim.tables import Table


@dataclass(frozen=True)
class Lexicon:
    """Names that stand for keys: key -> name. A name may belong to two regions.

    `successors`: of the regions that are gone, the key of the one that came after.
    """

    regions: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    successors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Limits:
    """How large a file may be: bytes as uploaded and unpacked, columns, characters in a cell."""

    most_bytes: int = 200_000_000
    most_columns: int = 200
    most_characters_per_cell: int = 100_000
    most_unpacked_bytes: int = 1_000_000_000


@dataclass(frozen=True)
class Job:
    """A file to be read as the rows of a table; `name` is what findings call it."""

    path: Path
    name: str
    table: Table
    lexicon: Lexicon
    decisions: Decisions
    limits: Limits = Limits()


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
    hidden_sheets: list[str] = field(default_factory=list)
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
