"""The finding of a page: one to three sentences made from the answers to its questions."""

from collections.abc import Callable, Mapping, Sequence

from kim.answers.answer import Answer, AnswerState, Role
from kim.answers.asking import answers_of
from kim.answers.events import events_found
from kim.answers.finding_of_many import MANY, MOST_OF_A_PLACE, by_words
from kim.answers.money import still_asked
from kim.answers.promises import commitments_found
from kim.queries import View
from kim.texts import text

OF_PAGE: Mapping[str, tuple[str, ...]] = {
    "positions": ("case_management_posts",),
    "carriers": ("carries_out", "employs"),
    "target_groups": ("target_groups",),
    "evaluations": ("evaluation",),
    "funding": ("own_share", "total_cost", "grant"),
    "governance": ("steering_bodies",),
}
COUNTED: Mapping[str, Callable[[View], list[str]]] = {
    "timeline": events_found,
    "commitments": commitments_found,
}
MOST_SENTENCES = 3


def finding(page: str, view: View) -> tuple[str, ...]:
    """What the questions of a page come to, for the places of a view; one sentence without a place."""
    if not view.regions:
        return (text("exhibit.no_place"),)
    if page in COUNTED:
        return tuple(map(closed, COUNTED[page](view)))
    found = answers_of(view.regions, view)
    asked = OF_PAGE[page]
    if len(view.regions) == 1:
        return of_one([found[view.regions[0]][each] for each in asked])
    told = [
        sentence
        for each in asked
        for sentence in MANY.get(each, by_words)(each, {key: found[key][each] for key in found})
    ]
    return tuple(map(closed, told[:MOST_SENTENCES]))


def named_facts(page: str, view: View) -> frozenset[int]:
    """The facts that the finding of a page names first, for each place and question."""
    found = answers_of(view.regions, view)
    answers = [found[place][each] for place in view.regions for each in OF_PAGE[page]]
    return frozenset(value.fact.fact for each in answers for value in each.values[:MOST_OF_A_PLACE])


def of_one(answers: Sequence[Answer]) -> tuple[str, ...]:
    """The brief sentences of those answers that say something; of none, that nothing was found."""
    known = [each for each in answers if is_known(each)]
    asked = [_asked(each) for each in known]
    briefs = [
        each.brief if again not in asked[:at] else each.brief.removesuffix(again).strip()
        for at, (each, again) in enumerate(zip(known, asked, strict=True))
    ]
    return tuple(briefs) or (answers[0].brief,)


def _asked(answer: Answer) -> str:
    """What the sentence says last of what is still promised or asked; said once for several answers."""
    asked = [each for each in answer.beside if each.role is Role.ASKED]
    return still_asked(asked[0]) if asked else ""


def is_known(answer: Answer) -> bool:
    """Whether something was found, be it with the district."""
    return answer.state is not AnswerState.NOTHING or bool(answer.in_district or answer.beside)


def closed(sentence: str) -> str:
    """With one full stop at its end, that of "e. V." included."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
