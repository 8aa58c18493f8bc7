"""What has to be asked about a file before it can go on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class QuestionKind(StrEnum):
    """Which sheet is meant, how a word is written, what a heading, a number, a share or a date means.

    Of a number that its format rounds: whether the stored one or the one that is seen counts.
    """

    SHEET = "sheet"
    ENCODING = "encoding"
    HEADING = "heading"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    ROUNDED = "rounded"

    @property
    def comes_first(self) -> bool:
        """Whether nothing else of a file is worth asking before it is answered."""
        return self in (QuestionKind.SHEET, QuestionKind.ENCODING)


@dataclass(frozen=True)
class Question:
    """What must be answered before the file can go on; `options` are answer -> German words."""

    kind: QuestionKind
    column: str
    field: str
    value: str
    line: int
    times: int
    options: Mapping[str, str]
