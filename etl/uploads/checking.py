"""A readable file in a draft that is never published: refused by the rules, or ready."""

import csv
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.pipeline.build import Report, TableFile, Tell, advance
from etl.pipeline.compare import Comparison, compare
from etl.pipeline.documents import Document
from etl.reading import Decisions, Readable, read_lines
from etl.uploads import file_findings, rights
from etl.uploads.plausibility import Staged, headings_of, implausible, unproven_changes
from etl.uploads.stages import Ready, Refused
from etl.uploads.submission import Submission
from kim.findings import Finding, in_order
from kim.loads import TYPED, Load
from kim.store import Draft, Rehearsal
from kim.tables import Package


@dataclass(frozen=True)
class Rehearsed:
    """A readable file, the draft in which it is tried, the texts that were fetched."""

    package: Package
    submission: Submission
    decisions: Decisions
    read: Readable
    rehearsal: Rehearsal
    draft: Draft
    documents: Sequence[Document]

    def check(self, load: Load, today: date, tell: Tell) -> Refused | Ready:
        """Hold the rows against the rules, the texts and the base; warn of what is implausible."""
        reading, decisions = self.read.reading, self.decisions
        rows = rows_of(decisions, self.read)
        report = advance(self.package, load, rows, self.documents, self.draft, tell)
        about = (self.submission, decisions, reading)
        if found := file_findings.of_file(
            report.findings, *about, self.package, self.read.findings
        ):
            first = {} if decisions.paper else file_findings.first_faults(found)
            return Refused(*about, found, file_findings.rows_at(self.read, first) if first else {})
        comparisons, warnings = self._compare(rows, report, today)
        touched = rights.touched(self.package, self.draft, decisions.paper)
        facts = self._facts()
        version = self.rehearsal.version(self.draft)
        said = (tuple(warnings), comparisons, touched)
        return Ready(*about, rows, facts, *said, version, self.rehearsal)

    def _facts(self) -> Sequence[int]:
        """The fact of each row of the file, in its order."""
        staged = f"scratch.{self.package.tables[self.decisions.table].statements}"
        found = self.draft.connection.table(staged).order("rowid").project("fact")
        return array("Q", found.fetchnumpy()["fact"].tolist())

    def _compare(
        self, rows: Mapping[str, TableFile], report: Report, today: date
    ) -> tuple[dict[str, Comparison], list[Finding]]:
        comparisons: dict[str, Comparison] = {}
        warnings: list[Finding] = []
        for name, each in rows.items():
            table = self.package.tables[name]
            comparisons[name] = compare(table, self.draft, report.lacking[name])
            is_typed = name != self.decisions.table
            file = TYPED if is_typed else self.submission.name
            headings = headings_of(table, {} if is_typed else self.read.reading.columns)
            staged = Staged(table, self.draft, file, each.lines, headings)
            found = list(implausible(staged, today))
            if not is_typed:
                found += unproven_changes(table, comparisons[name], file)
            warnings += file_findings.of_paper(found, table) if self.decisions.paper else found
        return comparisons, in_order(warnings)


def rows_of(decisions: Decisions, read: Readable) -> dict[str, TableFile]:
    """What a file brings, by table: the rows typed in with it, and those that were read.

    As the lines of rows from a paper count its paragraphs, 0 for the row of the paper itself.
    """
    folder, added = read.rows.parent, decisions.added
    if decisions.paper:
        return {
            name: TableFile(
                _typed(name, rows, folder), [int(each.get("paragraph") or 0) for each in rows]
            )
            for name, rows in added.items()
        }
    rows = {name: TableFile(_typed(name, each, folder)) for name, each in added.items()}
    return rows | {decisions.table: TableFile(read.rows, read_lines(read.lines))}


def _typed(table: str, rows: Sequence[Mapping[str, str]], folder: Path) -> Path:
    path = folder / f"{table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path
