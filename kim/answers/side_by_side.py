"""What is said first of places side by side: their posts, then what tells them apart most."""

from collections.abc import Sequence

from kim.answers.answer import Answer, Value
from kim.answers.asking import answers_of
from kim.answers.finding import closed, finding
from kim.answers.finding_of_many import (
    MOST_OF_A_PLACE,
    Answered,
    by_whom,
    evaluated,
    not_again,
)
from kim.answers.places import region
from kim.answers.posts_shown import unsure_posts
from kim.answers.posts_told import CASE_MANAGEMENT, verb_of
from kim.answers.questions import BY_ID
from kim.german import in_parentheses
from kim.german_nouns import listed, opening
from kim.queries import View
from kim.texts import text

OF_ONE = ("positions", "carriers")
POSTS, EVALUATION = "case_management_posts", "evaluation"
TELLING_APART = ("carries_out", "employs")


def lead(places: Sequence[str], view: View) -> tuple[str, ...]:
    """Whole sentences on these places (AGS), in their order: the posts, and the first difference."""
    if len(places) == 1:
        return tuple(finding(page, view)[0] for page in OF_ONE)
    found = answers_of(tuple(places), view)

    def of(question: str) -> Answered:
        return {place: found[place][question] for place in places}

    apart = (_apart(each, of(each)) for each in TELLING_APART)
    evaluation = evaluated(EVALUATION, of(EVALUATION))[0]
    return _posts(of(POSTS)), next(filter(None, apart), closed(evaluation))


def _posts(answers: Answered) -> str:
    """ "In Rheine sind im Case Management 3,5 Stellen eingerichtet, in Hilden ist 1 Stelle besetzt." """
    field = text(CASE_MANAGEMENT)
    if not any(each.values for each in answers.values()):
        return text("finding.no_posts", where=listed([region(each).where for each in answers]))
    first, *others = answers.items()
    clauses = [_clause(*first, field), *(_clause(*each, "") for each in others)]
    return f"{opening(', '.join(clauses))}."


def _clause(place: str, answer: Answer, field: str) -> str:
    if not answer.values:
        words = [text("finding.without_posts", to=region(place).to), field, text("finding.no_sum")]
    else:
        value = _posts_first(answer)
        finite, participle = verb_of(value)
        bracket = in_parentheses("; ".join(noted)) if (noted := _noted(value)) else ""
        words = [region(place).where, finite, field, value.words, participle, bracket]
    return " ".join(filter(None, words))


def _posts_first(answer: Answer) -> Value:
    """Of posts and the persons on them the posts, be they unsure: places are held against each other."""
    told = (*answer.values, *unsure_posts(answer))
    return next((each for each in told if each.unit == "posts"), told[0])


def _noted(value: Value) -> list[str]:
    """Of which part or whose it is, where it is not of the whole place; why it is not sure."""
    of = (value.area or next(iter(value.details), "")) if value.is_limited else ""
    return [each for each in (of, *(() if value.is_sure else value.doubts)) if each]


def _apart(question: str, answers: Answered) -> str:
    """What each place says where two of them say different things; else nothing."""
    told = {place: each.values[:MOST_OF_A_PLACE] for place, each in answers.items() if each.values}
    if len({frozenset(each.words for each in values) for values in told.values()}) < 2:
        return ""
    places = "; ".join(_named(place, values) for place, values in told.items())
    return closed(text("finding.named", about=BY_ID[question].about, places=places))


def _named(place: str, values: Sequence[Value]) -> str:
    said = listed([not_again(each.words, place) for each in values])
    return f"{by_whom(place, values[0])} {said}"
