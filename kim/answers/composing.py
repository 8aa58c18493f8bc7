"""How an answer is put together from what the place, its district and the Land say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kim.answers.answer import Answer, Choice, Level, Value
from kim.answers.places import region
from kim.answers.question import Question, Reach
from kim.answers.telling import Telling
from kim.texts import text

REACHED = {
    Reach.OWN: (Level.OWN,),
    Reach.DISTRICT: (Level.OWN, Level.DISTRICT),
    Reach.LAND: (Level.OWN, Level.DISTRICT, Level.LAND),
}
KEEPS_DETAILS = ("carriers", "funding")


def composed(
    question: Question, above: Mapping[Level, str], found: Mapping[Level, Choice], searched: str
) -> Answer:
    """The answer to a question about a place.

    `above`: the keys of the place, its district and the Land; `found`: what each of them says;
    `searched`: how far was looked, in words.
    """
    place = above[Level.OWN]
    answering = [each for each in REACHED[question.reach] if found.get(each)]
    if not question.is_layered:
        answering = answering[:1]
    values = [value for level in answering for value in _on(level, found[level].values)]
    is_passed_by = question.reach is Reach.OWN and Level.DISTRICT in above
    in_district = _on(Level.DISTRICT, found[Level.DISTRICT].values) if is_passed_by else []
    told = [_told(question, above[each], each, found[each]) for each in answering]
    brief = [_told(question, above[each], each, _brief(found[each])) for each in answering]
    if in_district and not values:
        for sentences, choice in (
            (told, found[Level.DISTRICT]),
            (brief, _brief(found[Level.DISTRICT])),
        ):
            sentences.append(_of_district(question, above, choice))
    nothing = text("answer.nothing", where=region(place).where, searched=searched)
    return Answer(
        question.id,
        place,
        " ".join(filter(None, told)) or nothing,
        " ".join(filter(None, brief)) or nothing,
        searched,
        tuple(values),
        tuple(value for level in answering for value in _on(level, found[level].beside)),
        tuple(in_district),
    )


def _told(question: Question, place: str, level: Level, choice: Choice) -> str:
    """The sentence; whose it is, where it does not say so itself."""
    told = question.tell(Telling(region(place), choice.values, choice.beside))
    is_said = region(place).where.casefold() in told.casefold()
    if level is Level.OWN or not told or question.is_layered or is_said:
        return told
    return text("answer.of_above", told=told, whose=region(place).of)


def _of_district(question: Question, above: Mapping[Level, str], choice: Choice) -> str:
    told = question.tell(Telling(region(above[Level.DISTRICT]), choice.values, choice.beside))
    return text("answer.in_district", whose=region(above[Level.OWN]).of, told=told)


def _brief(choice: Choice) -> Choice:
    """What is said without its dates and details; doubts stay, and roles and amounts keep what they are of."""
    return Choice(tuple(map(_bare, choice.values)), tuple(map(_bare, choice.beside)))


def _bare(value: Value) -> Value:
    details = value.details if value.fact.table in KEEPS_DETAILS else ()
    return replace(value, since="", details=details)


def _on(level: Level, values: Sequence[Value]) -> list[Value]:
    return [replace(value, level=level) for value in values]
