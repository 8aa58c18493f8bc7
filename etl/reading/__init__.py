"""The tolerant way in: from whatever file is dropped to the canonical CSV of a table."""

from etl.reading.outcome import Choices, Lexicon, Limits, Question, Reading, Repair
from etl.reading.process import read_in_child
from etl.reading.reader import read

__all__ = ["Choices", "Lexicon", "Limits", "Question", "Reading", "Repair", "read", "read_in_child"]
