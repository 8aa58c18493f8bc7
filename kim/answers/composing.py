"""How an answer is put together from what the place, its district and the Land say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kim.answers.answer import Answer, Choice, Level, Value
from kim.answers.places import region
from kim.answers.question import Question, Reach
from kim.answers.telling import MOST_NAMED, Region, Telling
from kim.german import without_parentheses
from kim.german_nouns import listed
from kim.texts import text

REACHED = {
    Reach.OWN: (Level.OWN,),
    Reach.DISTRICT: (Level.OWN, Level.DISTRICT),
    Reach.LAND: (Level.OWN, Level.DISTRICT, Level.LAND),
}
MOST_LETTERS = 280
MOST_BRIEFLY = (3, 2, 1)
Found = Mapping[Level, Choice]


class Sentences:
    """The sentences of one level, each made once for all the places that it is told of."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[Choice, str]] = {}
        self._levelled: dict[tuple[int, Level], tuple[Choice, Choice]] = {}

    def of(self, question: Question, place: Region, choice: Choice, most: int | None) -> str:
        """The sentence on what a place says; `most` how many are named briefly, None in full."""
        key = question.id, id(choice), most
        if key not in self._made:
            telling = Telling(
                place,
                choice.values,
                choice.beside,
                is_brief=most is not None,
                most=most or MOST_NAMED,
            )
            self._made[key] = choice, question.tell(telling)
        return self._made[key][1]

    def at(self, level: Level, choice: Choice) -> Choice:
        """What is said, as the statements of this level."""
        key = id(choice), level
        if key not in self._levelled:
            values, beside = (
                tuple(replace(each, level=level) for each in told)
                for told in (choice.values, choice.beside)
            )
            self._levelled[key] = choice, Choice(values, beside)
        return self._levelled[key][1]


def composed(
    question: Question,
    above: Mapping[Level, str],
    found: Found,
    searched: str,
    sentences: Sentences,
) -> Answer:
    """The answer to a question about a place.

    `above`: the keys of the place, its district and the Land; `found`: what each of them says;
    `searched`: how far was looked, in words; `sentences`: those made already, for other places too.
    """
    place = above[Level.OWN]
    answering = [each for each in REACHED[question.reach] if found.get(each)]
    if not question.is_layered:
        answering = answering[:1]
    is_passed_by = question.reach is Reach.OWN and Level.DISTRICT in above
    in_district = found[Level.DISTRICT] if is_passed_by else Choice()
    if not (answering or in_district.values):
        nothing = _nothing(question, place, searched)
        return Answer(question.id, place, nothing, nothing, searched)
    speaking = {each: found[each] for each in answering}
    if question.is_layered and is_passed_by and answering:
        speaking[Level.DISTRICT] = in_district
    teller = Teller(question, above, sentences)
    in_full = teller.in_full(speaking)
    if in_district.values and not in_full:
        speaking = {Level.DISTRICT: in_district}
        teller = Teller(question, above, sentences, text("answer.not_own", whose=region(place).of))
        in_full = teller.in_full(speaking)
    levelled = [sentences.at(level, found[level]) for level in answering]
    return Answer(
        question.id,
        place,
        in_full or _nothing(question, place, searched),
        teller.briefly(speaking) or _nothing(question, place, searched),
        searched,
        tuple(value for each in levelled for value in each.values),
        tuple(value for each in levelled for value in each.beside),
        sentences.at(Level.DISTRICT, in_district).values if in_district else (),
    )


def _nothing(question: Question, place: str, searched: str) -> str:
    where = region(place).where
    return text("answer.nothing", about=question.about, where=where, searched=searched)


@dataclass(frozen=True)
class Teller:
    """How an answer reads; `first` is said before all else."""

    question: Question
    above: Mapping[Level, str]
    sentences: Sentences
    first: str = ""

    def in_full(self, found: Found) -> str:
        """The sentences of all levels."""
        return self._joined(self._on_levels(found).values())

    def briefly(self, found: Found) -> str:
        """What can be read aloud: fewer things named, and of other levels only that they say more."""
        told: list[str] = []
        for most in MOST_BRIEFLY:
            levels = self._on_levels(found, most)
            told.append(self._joined(levels.values()))
            if len(levels) > 1:
                nearest, *others = levels
                of_whom = listed([region(self.above[each]).briefly_to for each in others])
                more = text("answer.more_above", of_whom=of_whom)
                told.append(self._joined((levels[nearest], more)))
        fitting = (each for each in told if len(each) <= MOST_LETTERS)
        return next(fitting, told[-1])

    def _joined(self, sentences: Iterable[str]) -> str:
        said = [each for each in sentences if each]
        return " ".join((self.first, *said)).strip() if said else ""

    def _on_levels(self, found: Found, most: int | None = None) -> dict[Level, str]:
        told: dict[Level, str] = {}
        said: list[Value] = []
        for level, choice in found.items():
            if sentence := self._on_level(level, _without(choice, said), most):
                told[level] = sentence
            said += choice.values or choice.beside
        return told

    def _on_level(self, level: Level, choice: Choice, most: int | None) -> str:
        """The sentence; whose it is, where it does not say so itself."""
        place = region(self.above[level])
        told = self.sentences.of(self.question, place, choice, most)
        names = [place.name, place.where, place.of]
        if level is Level.LAND:
            names.append(text("answer.level_land"))
        is_said = any(each.casefold() in told.casefold() for each in names)
        if level is Level.OWN or not told or is_said:
            return told
        return text("answer.of_above", told=told, whose=place.of)


def _without(choice: Choice, said: Sequence[Value]) -> Choice:
    """What a level says that a nearer one has not said already, at least as surely."""
    if not said:
        return choice
    return replace(
        choice,
        values=tuple(
            value
            for value in choice.values
            if not any(_says_the_same(value, each) for each in said)
        ),
    )


def _says_the_same(value: Value, nearer: Value) -> bool:
    is_same = (without_parentheses(value.words), value.state, value.subject) == (
        without_parentheses(nearer.words),
        nearer.state,
        nearer.subject,
    )
    return is_same and len(nearer.doubts) <= len(value.doubts)
