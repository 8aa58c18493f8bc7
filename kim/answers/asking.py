"""The answer to a question about a place on a day, with what its district and the Land say."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kim import queries
from kim.answers.answer import Answer, Choice, Level
from kim.answers.composing import Sentences, composed
from kim.answers.places import above_of
from kim.answers.question import Question
from kim.answers.questions import QUESTIONS
from kim.answers.searched import searched
from kim.answers.statements import Told
from kim.queries import View
from kim.view import day_shown


def answer(question: str, place: str, view: View) -> Answer:
    """The answer to the question of this identifier about a place (AGS).

    Of `view` the days count; KeyError for an unknown question or place.
    """
    return answers(place, view)[question]


def answers(place: str, view: View) -> dict[str, Answer]:
    """The answers to all questions about a place, by their identifiers."""
    return answers_of((place,), view)[place]


def answers_of(
    places: tuple[str, ...], view: View, questions: tuple[Question, ...] = QUESTIONS
) -> dict[str, dict[str, Answer]]:
    """The answers to questions about several places, by place and identifier.

    All statements are asked for at once: the way for all districts, or all regions.
    """
    return _answers_of(places, replace(view, regions=()), questions)


@queries.remembered
def _answers_of(
    places: tuple[str, ...], days: View, questions: tuple[Question, ...]
) -> dict[str, dict[str, Answer]]:
    above = {place: above_of(place) for place in places}
    regions = {key for keys in above.values() for key in keys.values()}
    view, day = replace(days, regions=tuple(sorted(regions))), day_shown(days)
    chosen = {
        (question.id, region): question.choose(Told(region, view, day))
        for question in questions
        for region in view.regions
    }
    sentences = Sentences()
    return {
        place: _of_place(questions, keys, chosen, searched(place, days).words, sentences)
        for place, keys in above.items()
    }


def _of_place(
    questions: Iterable[Question],
    above: Mapping[Level, str],
    chosen: Mapping[tuple[str, str], Choice],
    looked: str,
    sentences: Sentences,
) -> dict[str, Answer]:
    return {
        each.id: composed(
            each,
            above,
            {level: chosen[each.id, key] for level, key in above.items()},
            looked,
            sentences,
        )
        for each in questions
    }
