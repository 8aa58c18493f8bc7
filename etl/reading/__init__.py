"""The tolerant way in: from whatever file is dropped to the canonical CSV of a table."""

from etl.reading.decisions import Decisions
from etl.reading.outcome import (
    Job,
    Lexicon,
    Limits,
    Outcome,
    Readable,
    Reading,
    Undecided,
    Unreadable,
)
from etl.reading.process import read_in_child
from etl.reading.questions import Question, QuestionKind
from etl.reading.reader import read
from etl.reading.repairs import Repair, RepairKind
from etl.reading.writer import read_lines

__all__ = [
    "Decisions",
    "Job",
    "Lexicon",
    "Limits",
    "Outcome",
    "Question",
    "QuestionKind",
    "Readable",
    "Reading",
    "Repair",
    "RepairKind",
    "Undecided",
    "Unreadable",
    "read",
    "read_in_child",
    "read_lines",
]
