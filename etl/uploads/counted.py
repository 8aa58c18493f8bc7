"""A file with places and the persons counted there: read as any file is, in a child process, and kept nowhere."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.reading import (
    Decisions,
    Job,
    Lexicon,
    Limits,
    Question,
    Readable,
    Reading,
    Undecided,
    read_in_child,
    read_lines,
)
from etl.reading.values.sums import is_sum
from etl.uploads.turns import turns
from kim.access import Actor
from kim.disk import disk_said
from kim.findings import Finding, FindingKind
from kim.tables import Field, Table

PLACE, PERSONS = "place", "persons"
COUNTED = Table(
    "counted",
    "Orte mit gezählten Personen",
    (
        Field(
            PLACE,
            "Ort",
            required=True,
            other_titles=("Ortsname", "Kommune", "Gemeinde", "Stadt", "Name"),
        ),
        Field(
            PERSONS,
            "Personen",
            "number",
            other_titles=("Gezählt", "Gezählte Personen", "Zahl", "Anzahl", "Anteil"),
        ),
    ),
    (PLACE,),
)
DECISIONS = Decisions(COUNTED.name, numbers={PERSONS: "thousands"})
MOST_BYTES = 1_000_000
LIMITS = Limits(most_bytes=MOST_BYTES)


@dataclass(frozen=True)
class Counted:
    """What a file says: each place and its number as the canonical text, "" for none; or what is wrong.

    Without findings and questions the rows can be used.
    """

    reading: Reading
    rows: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def is_usable(self) -> bool:
        return not (self.findings or self.questions)


def read_counted(
    actor: Actor, name: str, content: bytes, decisions: Decisions, tell: Callable[[str], None]
) -> Counted:
    """What is in a file of this name; it waits for its turn and tells its place meanwhile.

    Raises NotAllowedError for who may not hand in files, StoreFullError.
    """
    actor.require_hand_in()
    with turns.taken(actor.subject, tell), TemporaryDirectory() as folder:
        workspace = Path(folder)
        with disk_said(workspace):
            path = workspace / "datei"
            path.write_bytes(content)
            return _read(Job(path, name, COUNTED, Lexicon(), decisions, LIMITS), workspace)


def _read(job: Job, workspace: Path) -> Counted:
    outcome = read_in_child(job, workspace, lambda _: None)
    reading, found = outcome.reading, tuple(outcome.findings)
    if isinstance(outcome, Undecided):
        return Counted(reading, (), found, tuple(outcome.questions))
    if found or not isinstance(outcome, Readable):
        return Counted(reading, (), found)
    if PERSONS not in reading.columns.values():
        title = COUNTED.field(PERSONS).title
        missing = Finding(FindingKind.COLUMN_MISSING, job.name, reading.heading_line, title)
        return Counted(reading, (), (missing,))
    rows = _rows(outcome.rows)
    return Counted(reading, rows, tuple(_sums(job.name, rows, read_lines(outcome.lines))))


def _rows(path: Path) -> tuple[tuple[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple((row[PLACE], row[PERSONS]) for row in csv.DictReader(file))


def _sums(name: str, rows: Sequence[tuple[str, str]], lines: Iterable[int]) -> Iterator[Finding]:
    """A row that is called a sum and is that of all others would count each of them twice."""
    total = sum(Fraction(number or 0) for _, number in rows)
    for (place, number), line in zip(rows, lines, strict=True):
        if is_sum(place) and 2 * Fraction(number or 0) == total:
            yield Finding(FindingKind.SUM_BETWEEN, name, line, "", place)
