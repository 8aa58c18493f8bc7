"""A paper as the rules read it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands: characters from `start` up to `end` of its paragraph."""

    start: int
    end: int

    def distance(self, other: "Span") -> int:
        """How many characters lie between the two; 0 where they touch."""
        return max(self.start - other.end, other.start - self.end, 0)


@dataclass(frozen=True)
class Paper:
    """The paragraphs of a paper, counted from 1, and what is known of it.

    `region`: the key (AGS) of the place whose paper it is. `date`: EDTF, the day or days of the paper; None when unknown.
    `source`: its slug in `sources`; None when it has none yet.
    """

    paragraphs: tuple[str, ...]
    region: str
    date: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paper. `start`: where it begins in its paragraph, so that spans within it can be told as of the paragraph."""

    text: str
    paragraph: int
    start: int
