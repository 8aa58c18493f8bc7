"""Times told from the one last spoken of."""

import pytest

from etl.extraction.context import Context
from etl.extraction.paper import Paper, Sentence
from etl.extraction.sentences import sentences


def last_context(text: str, date: str | None = "2023-09-20") -> Context:
    """The last sentence of a paragraph, in its paper."""
    found: list[Sentence] = list(sentences(text, 1))
    return Context(found[-1], Paper((text,), "05566", date), found[-2] if found[1:] else None)


@pytest.mark.parametrize(
    ("text", "edtf", "role"),
    [
        ("Zum 1. März kamen zwei Stellen. Besetzt ist seither eine.", "2023-03-01", "since"),
        ("Im Mai 2022 begannen zwei. Ein Jahr später waren es fünf.", "2023-05", "within"),
        ("Im Mai 2022 begannen zwei, die dritte erst ein halbes Jahr danach.", "2022-11", "within"),
        ("Im Januar 2022 waren es acht. Zwei Monate zuvor war es eine.", "2021-11", "within"),
        ("Im Sommer 2021 waren es drei. Im Jahr darauf waren es fünf.", "2022-22", "within"),
        ("Für 2022 sind elf bewilligt. Im Vorjahr waren es acht.", "2021", "within"),
        ("Elf sind besetzt. Im Vorjahr waren es acht.", "2022", "within"),
        ("Die Frist endet bis 2024. Im Folgejahr sind es acht.", "2024", "within"),
    ],
)
def test_a_time_is_told_from_another(text: str, edtf: str, role: str) -> None:
    told = [each for each in last_context(text).dates if each.is_told]
    assert [(each.edtf, each.role) for each in told] == [(edtf, role)]


@pytest.mark.parametrize(
    "text",
    [
        "Besetzt ist seither eine Stelle.",
        "Elf sind besetzt, drei mehr als im Vorjahr.",
        "Im Sommer 2021 waren es drei. Zwei Monate später waren es fünf.",
        "Von 2021 bis 2022 waren es drei. Ein Jahr später waren es fünf.",
    ],
)
def test_a_time_told_from_none_that_is_plain_is_none(text: str) -> None:
    assert not [each for each in last_context(text).dates if each.is_told]


def test_the_year_before_is_unknown_without_a_date() -> None:
    assert last_context("Im Vorjahr waren es acht.", None).dates == ()
