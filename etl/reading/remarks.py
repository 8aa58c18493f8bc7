"""Findings, questions and repairs of one file, collected while it is read; each up to a stated number."""

from collections import Counter
from collections.abc import Mapping

from etl.reading.questions import Question, QuestionKind
from etl.reading.repairs import Repair, RepairKind
from kim.findings import Finding, FindingKind, in_order

MOST_FINDINGS = 10_000
MOST_REPAIRS = 1_000
MOST_LINES = 20_000
MANY = "…"
MOST_CHARACTERS = 1_000


class UnreadableError(Exception):
    """Nothing more can be read of the file; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class Remarks:
    """The remarks about one file; of a workbook also its sheets and the one that is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.sheets: list[str] = []
        self.hidden_sheets: list[str] = []
        self.sheet = ""
        self._findings: list[Finding] = []
        self._too_many = False
        self._repairs: dict[tuple[RepairKind, str, str, str], list[int]] = {}
        self._times: Counter[tuple[RepairKind, str, str, str]] = Counter()
        self._noted = 0
        self._questions: dict[tuple[QuestionKind, str, str], Question] = {}

    def find(
        self,
        kind: FindingKind,
        line: int | None,
        column: str = "",
        value: str = "",
        expected: str = "",
    ) -> None:
        """Note a fault; beyond the stated number only that there are more."""
        if len(self._findings) < MOST_FINDINGS:
            shown = value[:MOST_CHARACTERS]
            self._findings.append(Finding(kind, self.file, line, column, shown, expected))
        else:
            self._too_many = True

    def refuse(
        self,
        kind: FindingKind,
        line: int | None = None,
        value: str = "",
        expected: str = "",
        column: str = "",
    ) -> UnreadableError:
        """The fault after which nothing more is read, to be raised."""
        shown = value[:MOST_CHARACTERS]
        return UnreadableError(Finding(kind, self.file, line, column, shown, expected))

    def repair(self, kind: RepairKind, line: int, column: str, before: str, after: str) -> None:
        """Note a change; the same change elsewhere is counted, beyond the stated number of lines only so."""
        key = (kind, column, before[:MOST_CHARACTERS], after[:MOST_CHARACTERS])
        if key not in self._repairs and len(self._repairs) >= MOST_REPAIRS:
            key = (kind, column, MANY, MANY)
        self._times[key] += 1
        lines = self._repairs.setdefault(key, [])
        if not lines or self._noted < MOST_LINES:
            self._noted += 1
            lines.append(line)

    def ask(
        self,
        kind: QuestionKind,
        line: int,
        column: str,
        field: str,
        value: str,
        options: Mapping[str, str],
    ) -> None:
        """Note a question; the same question about another cell of the column is counted."""
        key = (kind, column, field)
        asked = self._questions.get(key)
        if asked is None:
            self._questions[key] = Question(kind, column, field, value, line, 1, options)
        else:
            self._questions[key] = Question(
                kind, column, field, asked.value, asked.line, asked.times + 1, asked.options
            )

    @property
    def findings(self) -> list[Finding]:
        more = Finding(FindingKind.TOO_MANY, self.file, expected=str(MOST_FINDINGS))
        return in_order(self._findings) + [more] * self._too_many

    @property
    def first_questions(self) -> list[Question]:
        """Those before whose answer nothing else of the file is worth asking."""
        return [each for each in self.questions if each.kind.comes_first]

    @property
    def questions(self) -> list[Question]:
        return list(self._questions.values())

    @property
    def repairs(self) -> list[Repair]:
        said = (
            Repair(key[0], tuple(sorted(lines)), *key[1:], self._times[key])
            for key, lines in self._repairs.items()
        )
        return sorted(said, key=lambda each: each.line)
