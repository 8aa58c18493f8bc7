"""Drops bytes on the reader as a clerk drops a file, and shows what lies in the workspace then."""

import csv
import io
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook

from etl.reading import (
    Decisions,
    Job,
    Lexicon,
    Limits,
    Outcome,
    Question,
    Reading,
    Repair,
    Undecided,
    read,
)
from kim.findings import Finding
from kim.tables import package

NAME = "zahlen.csv"
LEXICON = Lexicon(
    regions={
        "05": "Nordrhein-Westfalen",
        "05566": "Kreis Steinfurt",
        "05566076": "Rheine",
        "05566084": "Steinfurt",
        "05515": "Münster",
    },
    organisations={"stadt-rheine": "Stadt Rheine", "kreis-steinfurt": "Kreis Steinfurt"},
    sources={"vermerk-2023": "Vermerk für den Integrationsrat"},
)
POSITION = {
    "Ort": "05566076",
    "Baustein": "2",
    "Anzahl": "1,9",
    "Genauigkeit": "genau",
    "Einheit": "Stellen",
    "Maß": "Gesamtzahl",
    "Stand der Einrichtung": "besetzt",
    "Stand am": "2022",
    "Quelle": "vermerk-2023",
    "Fundstelle": "1,9 Stellen",
    "Grundlage": "steht im Dokument",
}
FUNDING = {
    "Ort": "05566",
    "Posten": "Zuwendung",
    "Betrag ab": "",
    "Betrag bis": "",
    "Einheit": "Euro je Jahr",
    "Genauigkeit": "",
    "Stand am": "2022",
    "Quelle": "vermerk-2023",
    "Fundstelle": "in Höhe von",
    "Grundlage": "steht im Dokument",
}
INDICATOR = {
    "Ort": "05566",
    "Kennzahl": "population",
    "Wert": "5",
    "Genauigkeit": "genau",
    "Quelle": "vermerk-2023",
    "Fundstelle": "fünf",
    "Grundlage": "steht im Dokument",
}
GROUP = {
    "Ort": "05566",
    "Zielgruppe": "Alte",
    "Merkmal": "Alter",
    "Einbezug": "auch",
    "Älter als": "65",
    "Quelle": "vermerk-2023",
    "Fundstelle": "65",
    "Grundlage": "steht im Dokument",
}
EVENT = {
    "Ort": "05566",
    "Ereignis": "Start",
    "Stand": "erreicht",
    "Quelle": "vermerk-2023",
    "Fundstelle": "Start",
    "Grundlage": "steht im Dokument",
}
DECISION = {
    "Ort": "05566",
    "Gremium": "Kreistag",
    "Gegenstand": "Ausbau",
    "Art": "beschlossen",
    "Quelle": "vermerk-2023",
    "Fundstelle": "zum Ausbau",
    "Grundlage": "steht im Dokument",
}
COMMITMENT = {
    "Ort": "05566",
    "Zugesagt von": "Verwaltung",
    "Zusage": "Bericht",
    "Wiederkehr": "jährlich",
    "Stand": "offen",
    "Quelle": "vermerk-2023",
    "Fundstelle": "wird berichten",
    "Grundlage": "steht im Dokument",
}
SAMPLES = {
    "milestones": EVENT,
    "decisions": DECISION,
    "commitments": COMMITMENT,
    "positions": POSITION,
    "funding": FUNDING,
    "indicators": INDICATOR,
    "target_groups": GROUP,
}


@dataclass(frozen=True)
class Dropped:
    """A reading with its rows and their lines; neither when the file was refused."""

    outcome: Outcome
    rows: list[dict[str, str]]
    lines: list[int]

    def column(self, name: str) -> list[str]:
        return [row[name] for row in self.rows]

    @property
    def reading(self) -> Reading:
        return self.outcome.reading

    @property
    def findings(self) -> list[Finding]:
        return self.outcome.findings

    @property
    def questions(self) -> list[Question]:
        return self.outcome.questions if isinstance(self.outcome, Undecided) else []

    @property
    def repairs(self) -> list[Repair]:
        return self.reading.repairs


def drop(
    content: bytes,
    table: str = "positions",
    choices: Decisions = Decisions("positions"),  # noqa: B008 (frozen)
    limits: Limits = Limits(),  # noqa: B008 (frozen)
) -> Dropped:
    """What `read` makes of these bytes."""
    with TemporaryDirectory() as folder:
        workspace = Path(folder)
        path = workspace / "upload"
        path.write_bytes(content)
        declared = package().tables[table]
        outcome = read(
            Job(path, NAME, declared, LEXICON, choices, limits), workspace, lambda _: None
        )
        return Dropped(outcome, *written(workspace))


def written(workspace: Path) -> tuple[list[dict[str, str]], list[int]]:
    """The rows and lines that lie in a workspace."""
    if not (workspace / "rows.csv").exists():
        return [], []
    text = (workspace / "rows.csv").read_bytes().decode()
    lines = array("I")
    lines.frombytes((workspace / "lines").read_bytes())
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True)), list(lines)


def text(
    rows: Iterable[Sequence[object]],
    delimiter: str = ";",
    end: str = "\r\n",
    is_quoted: bool = False,
) -> str:
    """The rows as a CSV."""
    quoting = csv.QUOTE_ALL if is_quoted else csv.QUOTE_MINIMAL
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue()


def excel(rows: Iterable[Sequence[object]], encoding: str = "cp1252") -> bytes:
    """The rows as German Excel saves them."""
    return text(rows).encode(encoding)


def table_of(*changes: dict[str, str], table: str = "positions") -> list[list[str]]:
    """A heading and the sample row of the table once with each change."""
    sample = SAMPLES[table]
    heading = list({**sample, **{name: "" for change in changes for name in change}})
    return [heading, *([{**sample, **each}.get(name, "") for name in heading] for each in changes)]


def drop_cells(
    *changes: dict[str, str],
    table: str = "positions",
    choices: Decisions = Decisions("positions"),  # noqa: B008
) -> Dropped:
    """Rows of the table that differ from the sample in these cells, as German Excel saves them."""
    return drop(excel(table_of(*changes, table=table), "utf-8-sig"), table, choices)


def workbook(sheets: dict[str, Sequence[Sequence[object]]], first_row: int = 0) -> bytes:
    """The sheets as XLSX; strings starting with = are formulas without a stored value."""
    out = io.BytesIO()
    with Workbook(out, {"default_date_format": "dd.mm.yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows, first_row):
                for column, cell in enumerate(row):
                    if cell != "":
                        sheet.write(number, column, cell)
    return out.getvalue()
