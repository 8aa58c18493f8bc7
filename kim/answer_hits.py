"""Answers that a search asks for: the questions whose words it has, of the places it names or of the own one."""

from collections.abc import Sequence
from functools import cache

from kim import queries
from kim.answers import QUESTIONS, answers_of
from kim.answers.answer import Answer
from kim.answers.question import Question
from kim.hits import Hit
from kim.queries import View
from kim.texts import text
from kim.word_forms import FUNCTION_WORDS, spelled, stems


def answer_hits(
    words: Sequence[str], places: Sequence[str], view: View
) -> tuple[tuple[Hit, ...], bool]:
    """The answers about places (AGS) to the questions that have most of the words, and whether they have all.

    Place by place, of each the known ones first. Without places: those questions that have all the words, of all districts.
    """
    matched = {each: _matched(words, each) for each in QUESTIONS}
    most = max(matched.values())
    asked = [each for each in QUESTIONS if most and matched[each] == most]
    is_whole = most == len(words)
    if not places:
        return tuple(map(_of_all_districts, asked)) if is_whole else (), is_whole
    names, told = queries.place_names(), answers_of(tuple(places), view, tuple(asked))
    found = [
        _hit(place, names[place], each, told[place][each.id]) for place in places for each in asked
    ]
    order = {place: at for at, place in enumerate(places)}
    found.sort(key=lambda hit: (order[hit.place], hit.target == hit.place))
    return tuple(found), is_whole


def has_question(word: str) -> bool:
    """Whether a question is asked, or looked for, in this word."""
    return any(stems(word) & _stems(each) for each in QUESTIONS)


def _matched(words: Sequence[str], question: Question) -> int:
    return sum(bool(stems(word) & _stems(question)) for word in words)


@cache
def _stems(question: Question) -> frozenset[str]:
    also = f"hit.also_{question.id}"
    said = f"{question.wording} {question.short} {text(also) if text.has(also) else ''}"
    return frozenset[str]().union(*map(stems, set(spelled(said)) - FUNCTION_WORDS))


def _of_all_districts(question: Question) -> Hit:
    return Hit(question.wording, question.id, proof=text("hit.all_districts"))


def _hit(place: str, name: str, question: Question, answer: Answer) -> Hit:
    target = answer.evidence[0] if answer.evidence else place
    way = text("hit.evidence") if answer.evidence else text("hit.profile")
    return Hit(answer.sentence, target, place, (name, question.wording), way)
