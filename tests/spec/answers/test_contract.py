"""What councils ask is answered by declared questions; each question has words and a specification."""

from pathlib import Path

import pytest

from kim.answers import BY_ID, QUESTIONS, Theme
from kim.texts import text
from tests.spec.answers.cases import CASES

# What councils, parties and the state ask, counted over real motions, in our short words.
OF_COUNCILS = {
    "how many posts, by module, and what papers say otherwise": (
        "case_management_posts",
        "coordination_posts",
        "immigration_office_posts",
    ),
    "how many are filled, since when": ("filled_posts", "case_management_posts"),
    "who employs, which carriers": ("employs", "carries_out", "commissions", "workplace"),
    "the part of independent carriers, who sits in the steering group": (
        "carriers_in_steering",
        "steering_bodies",
    ),
    "limits in time, whether the Land pays on, the own share": (
        "time_limits",
        "funding_lasts",
        "own_share",
        "total_cost",
        "grant",
        "grant_per_post",
        "grant_recipient",
    ),
    "double structures": ("kept_apart",),
    "how many people, how many sessions, what comes of it": (
        "persons_advised",
        "evaluation_results",
    ),
    "evaluation, by whom, until when, results": ("evaluation", "evaluation_results"),
    "which groups, who laid them down": (
        "target_groups",
        "excluded_groups",
        "groups_laid_down_by",
    ),
    "how district and towns share posts and steering": (
        "posts_in_towns",
        "steering_bodies",
        "supervises",
    ),
    "whether a plan is used": ("concept", "instruments"),
    "what was decided and promised, what is open": (
        "last_decision",
        "commitments",
        "reporting_duties",
        "open_questions",
    ),
}
SPECS = "\n".join(
    path.read_text("utf-8")
    for path in Path(__file__).parent.glob("test_*.py")
    if path.name != Path(__file__).name
)


def test_what_councils_ask_is_answered_and_nothing_else_is_declared() -> None:
    answering = {each for questions in OF_COUNCILS.values() for each in questions}

    assert answering == set(BY_ID)


@pytest.mark.parametrize("question", BY_ID)
def test_a_question_has_its_words_and_its_specification(question: str) -> None:
    declared = BY_ID[question]

    assert declared.wording.endswith("?")
    assert len(declared.short) <= len("Ausländer- und Einbürgerungsbehörde")
    assert question in CASES
    assert f'"{question}"' in SPECS or question == "case_management_posts"


def test_every_theme_has_questions_in_one_run() -> None:
    themes = [each.theme for each in QUESTIONS]

    assert list(dict.fromkeys(themes)) == [each for each in Theme if each in themes]
    assert sorted(themes, key=list(Theme).index) == themes
    assert all(each.heading for each in Theme)


def test_words_of_questions_are_those_that_are_declared() -> None:
    named = {name.removesuffix("_short").removesuffix("_about") for name in text.parts["question"]}

    assert named == set(BY_ID) | {f"theme_{each}" for each in Theme}
