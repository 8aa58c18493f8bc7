"""A sentence with what is known around it, as the rules of all families are given it."""

from dataclasses import dataclass
from functools import cached_property

from etl.extraction import modality, phrases
from etl.extraction.mentions.dates import Moment, find_dates
from etl.extraction.mentions.numbers import Quantity, find_numbers
from etl.extraction.mentions.places import Place, find_places
from etl.extraction.modality import Modality
from etl.extraction.paper import Paper, Sentence, Span
from etl.extraction.topic import Topic

NO_TOPIC = Topic(is_kim=True, heading="", module=None)


@dataclass(frozen=True, eq=False)
class Context:
    """A sentence, its paper, and what came before it.

    `previous`: the sentence before in the same paper, None for the first. `topic`: whether it speaks of KIM, its heading and module.
    `intro`: the sentence with a colon that the list begins with in which the sentence stands, None outside lists.
    `header`: the first row of the table in which the sentence is a row, None outside tables. `is_claimed_before`: whether the
    sentence before was a claim of a member or group. All else is read from the text once, when a rule asks for it.
    """

    sentence: Sentence
    paper: Paper
    previous: Sentence | None = None
    topic: Topic = NO_TOPIC
    intro: Sentence | None = None
    header: Sentence | None = None
    is_claimed_before: bool = False

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text

    @property
    def date(self) -> str | None:
        """The date of the paper as EDTF; None when unknown."""
        return self.paper.date

    @cached_property
    def folded(self) -> str:
        """The words in small letters, every character where it was."""
        return phrases.folded(self.text)

    @cached_property
    def modality(self) -> Modality:
        """How the whole sentence says it."""
        return modality.read(self.text, self.is_claimed_before)

    @cached_property
    def numbers(self) -> tuple[Quantity, ...]:
        """The numbers of the sentence, in order."""
        return tuple(find_numbers(self.text))

    @cached_property
    def dates(self) -> tuple[Moment, ...]:
        """The dates of the sentence, in order."""
        return tuple(find_dates(self.text, self.paper.date))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that the sentence names, in order."""
        return tuple(find_places(self.text))

    def modality_at(self, span: Span) -> Modality:
        """How the clause around a span says it."""
        return modality.read_at(self.text, span, self.is_claimed_before)

    def clause(self, span: Span) -> Span:
        """The clause in which a span stands."""
        return modality.clause(self.text, span)
