"""The posts that a chart shows by itself: those that answer for each place and module."""

from kim.answers.answer import Answer, Role
from kim.answers.asking import answers_of
from kim.queries import View

QUESTIONS = ("case_management_posts", "coordination_posts", "immigration_office_posts")


def answering_posts(view: View) -> frozenset[int]:
    """The facts that answer how many posts there are; where no sure ones are known, the unsure ones."""
    found = answers_of(view.regions, view)
    return frozenset(
        fact for answers in found.values() for each in QUESTIONS for fact in _posts(answers[each])
    )


def _posts(answer: Answer) -> list[int]:
    posts = [each.fact.fact for each in answer.values if each.unit == "posts"]
    less_sure = [
        each.fact.fact
        for each in answer.beside
        if each.unit == "posts" and each.role is Role.LESS_SURE
    ]
    return posts or less_sure
