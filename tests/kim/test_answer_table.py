"""Answers to take away: whatever stands beside an answer says why."""

import pytest

from kim.answer_table import part_of_answer
from kim.answers import Role


@pytest.mark.parametrize("role", Role)
def test_every_role_says_that_it_is_not_the_answer(role: Role) -> None:
    assert part_of_answer(role).startswith("nein, ")


def test_no_two_roles_say_the_same() -> None:
    assert len({part_of_answer(role) for role in Role}) == len(Role)
