"""The posts that are shown of an answer, in a chart, a cell or on a card: those that are not sure too."""

from kim.answers.answer import Answer, Role, Value
from kim.answers.asking import answers_of
from kim.answers.questions import BY_ID
from kim.queries import View

QUESTIONS = ("case_management_posts", "coordination_posts", "immigration_office_posts")


def answering_posts(view: View) -> frozenset[int]:
    """The facts that answer how many posts there are, sure or not."""
    found = answers_of(view.regions, view, tuple(BY_ID[each] for each in QUESTIONS))
    return frozenset(
        value.fact.fact
        for answers in found.values()
        for each in QUESTIONS
        for value in (*answers[each].values, *unsure_posts(answers[each]))
        if value.unit == "posts"
    )


def unsure_posts(answer: Answer) -> tuple[Value, ...]:
    """The totals that stand beside sure ones only because they are not sure; none of another question."""
    if answer.question not in QUESTIONS:
        return ()
    return tuple(each for each in answer.beside if each.role is Role.LESS_SURE)
