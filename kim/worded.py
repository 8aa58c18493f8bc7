"""Kinds of messages, each beside its German wording."""

from enum import StrEnum
from typing import Self


class WordedKind(StrEnum):
    """Members are pairs of a value and its wording, in which names in braces stand for words."""

    wording: str

    def __new__(cls, value: str, wording: str) -> Self:
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.wording = wording
        return kind
