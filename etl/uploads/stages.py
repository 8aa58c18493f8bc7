"""The stages of a submission: what a check of it comes to, and what an attempt to publish it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.archive.files import digest
from etl.pipeline.build import TableFile
from etl.pipeline.compare import Comparison, RowState
from etl.reading import Decisions, Question, Reading
from etl.uploads.rights import Touched
from etl.uploads.submission import Submission
from kim.findings import Finding
from kim.store import Rehearsal, Version


@dataclass(frozen=True)
class Refused:
    """The file has to be corrected. `rows`: the first rows with findings as read, by line."""

    submission: Submission
    decisions: Decisions
    reading: Reading
    findings: tuple[Finding, ...]
    rows: Mapping[int, Mapping[str, str]]


@dataclass(frozen=True)
class Asking:
    """The file cannot be checked before its questions are answered; what was found until then."""

    submission: Submission
    decisions: Decisions
    reading: Reading
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Ready:
    """The file can be published: what it brings, and what the store would say with it.

    `rows` and `comparisons` by table; `facts`: of each row of the file, in its order. The rehearsal keeps the files of the rows and of `version`,
    the store as it would look. `warnings` have to be confirmed. `touched`: for the rights.
    """

    submission: Submission
    decisions: Decisions
    reading: Reading
    rows: Mapping[str, TableFile]
    facts: Sequence[int]
    warnings: tuple[Finding, ...]
    comparisons: Mapping[str, Comparison]
    touched: Touched
    version: Version
    rehearsal: Rehearsal

    @property
    def digests(self) -> dict[str, str]:
        """By table, the SHA-256 of the rows that the file brings."""
        return {name: digest(rows.path) for name, rows in self.rows.items()}

    @property
    def is_unconfirmed(self) -> bool:
        """Whether warnings still have to be confirmed."""
        return bool(self.warnings) and not self.decisions.is_confirmed

    @property
    def changes_nothing(self) -> bool:
        each = self.comparisons.values()
        return all(one.counts[RowState.NEW] + one.counts[RowState.CHANGED] == 0 for one in each)


Check = Refused | Asking | Ready


@dataclass(frozen=True)
class Published:
    """The rows are in the version with this number."""

    number: int


@dataclass(frozen=True)
class Submitted:
    """The file waits for a reviewer."""

    submission: Submission


@dataclass(frozen=True)
class Unchanged:
    """The store says already what the file says; there is no new version."""


@dataclass(frozen=True)
class Outdated:
    """Others published meanwhile what changes the comparison; look at it again."""


@dataclass(frozen=True)
class Rejected:
    """Nothing was published: what was found, or what has to be confirmed first."""

    findings: tuple[Finding, ...]


Publication = Published | Submitted | Unchanged | Outdated | Rejected
