"""What an answer consists of: values with their proof, what stands beside them, how far was looked."""

from dataclasses import dataclass, field
from enum import StrEnum

from kim.facts import FactKey


class Level(StrEnum):
    """Whose statement answers: the place's own, that of its district, that of the Land."""

    OWN = "own"
    DISTRICT = "district"
    LAND = "land"


class Role(StrEnum):
    """Why a value stands beside the answer and is not the answer."""

    PREVIOUS = "previous"  # held before
    FOLLOWS = "follows"  # may have followed by the chosen day, or is still ahead
    CONTRADICTS = "contradicts"  # another number for the same time
    LESS_SURE = "less_sure"  # claimed, or not read from the full text
    LOWER = "lower"  # the same thing in an earlier state
    INCREASE = "increase"  # what is added to a total that is not said
    PART = "part"  # part of a total that is not said
    UNCOUNTED = "uncounted"  # there, but no number is said
    ASKED = "asked"  # a promise or a question that is still open on what no number is said of


@dataclass(frozen=True)
class Value:
    """One thing that a statement says, in words, with its proof.

    `place`: the key of the place (AGS) the statement is about. `words`: in parentheses when it is
    unsure. `state`: the code of its state, `state_words` in German; both may be empty. `since`:
    since and until when; `has_own_date`: as the statement says, not as of its document. `scope`:
    what it is limited to, such as an area or a period. `details`, `doubts`: what else is said, and
    why it is not sure. `number` and `unit` are those of the words; `is_hedged`: a bound or an
    estimate. `area`: the part of the place it is about; `is_limited`: an area, employer or workplace
    is named, so that it need not be the whole of the place. `module`: the code of that of a post.
    `as_of`: its own date, `document_date`: that of its document, both as EDTF or empty. `document`
    (title), `source` (slug) and `paragraph` say where it is written.
    """

    words: str
    fact: FactKey
    place: str
    level: Level
    document: str
    paragraph: int | None
    state: str = ""
    state_words: str = ""
    since: str = ""
    scope: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    number: float | None = None
    unit: str = ""
    subject: str = ""
    organisation: str = ""
    source: str = ""
    has_own_date: bool = False
    area: str = ""
    is_limited: bool = False
    module: str = ""
    as_of: str = ""
    document_date: str = ""
    is_hedged: bool = False
    basis: str = "stated"
    is_sure: bool = True
    is_certain: bool = True
    role: Role | None = None


class AnswerState(StrEnum):
    """How far an answer bears."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    CONTRADICTED = "contradicted"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Answer:
    """What is known of one question about one place, on one day.

    `values` answer it, those of the nearest level first. `in_district`: for a question whose answers
    are not passed down, what is known of the district; never the place's own. `beside`: what does
    not answer it, with its role. `sentence`: all of this in German; `brief`: without dates and details,
    as a finding reads it aloud. `searched`: until which document
    was looked.
    """

    question: str
    place: str
    sentence: str
    brief: str
    searched: str
    values: tuple[Value, ...] = ()
    beside: tuple[Value, ...] = ()
    in_district: tuple[Value, ...] = ()

    @property
    def level(self) -> Level | None:
        """Whose statement answers; None when nothing was found."""
        return self.values[0].level if self.values else None

    @property
    def levels(self) -> tuple[Level, ...]:
        """All levels that the values hold for, the nearest first."""
        return tuple(dict.fromkeys(value.level for value in self.values))

    @property
    def state(self) -> AnswerState:
        """Whether it certainly holds, possibly, is contradicted, or nothing was found."""
        if not self.values:
            return AnswerState.NOTHING
        if any(each.role is Role.CONTRADICTS for each in self.beside):
            return AnswerState.CONTRADICTED
        is_certain = any(value.is_certain for value in self.values)
        return AnswerState.CERTAIN if is_certain else AnswerState.POSSIBLE

    @property
    def told(self) -> tuple[Value, ...]:
        """All values, those that answer it first."""
        return (*self.values, *self.in_district, *self.beside)

    @property
    def evidence(self) -> tuple[FactKey, ...]:
        """The facts that it rests on, those that answer it first."""
        return tuple(dict.fromkeys(value.fact for value in self.told))


@dataclass(frozen=True)
class Choice:
    """What the statements of one place say on a question: the answer, and what stands beside it."""

    values: tuple[Value, ...] = ()
    beside: tuple[Value, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.values or self.beside)
