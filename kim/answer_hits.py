"""Answers that a search asks for: the questions whose words it has, of the places it names or of the own one."""

from collections.abc import Sequence
from functools import cache

from kim import queries
from kim.answers import QUESTIONS, answers
from kim.answers.question import Question
from kim.hits import Hit
from kim.queries import View
from kim.texts import text
from kim.word_forms import FUNCTION_WORDS, spelled, stems

MOST_PLACES = 3


def answer_hits(
    words: Sequence[str], places: Sequence[str], own: str, view: View
) -> tuple[tuple[Hit, ...], bool]:
    """The answers to the questions that have most of the words, known ones first, and whether they have all.

    `places`: the keys of those that the words name; with none or many of them the own place counts.
    """
    names = queries.place_names()
    named = tuple(places) if 0 < len(places) <= MOST_PLACES else ()
    of_names = {word for place in named for word in spelled(names[place])}
    asked = [word for word in words if word not in of_names]
    matched = {each: _matched(asked, each) for each in QUESTIONS}
    most = max(matched.values())
    if not most:
        return (), False
    about = named or ((own,) if own else ())
    found = [
        _hit(place, names[place], each, view)
        for place in about
        for each in QUESTIONS
        if matched[each] == most
    ]
    return tuple(sorted(found, key=lambda hit: hit.target == hit.place)), most == len(asked)


def _matched(words: Sequence[str], question: Question) -> int:
    return sum(bool(stems(word) & _stems(question)) for word in words)


@cache
def _stems(question: Question) -> frozenset[str]:
    said = {*spelled(question.wording), *spelled(question.short)} - FUNCTION_WORDS
    return frozenset[str]().union(*map(stems, said))


def _hit(place: str, name: str, question: Question, view: View) -> Hit:
    answer = answers(place, view)[question.id]
    target = answer.evidence[0] if answer.evidence else place
    way = text("hit.evidence") if answer.evidence else text("hit.profile")
    return Hit(answer.sentence, target, place, (name, question.wording), way)
