"""money_questions.sql: which questions on money were asked about the chosen places?"""

import pytest

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER
from tests.spec.test_facts import PROVENANCE
from tests.spec.told import FIRST, view

PLACES = "05566 05566076"
QUESTIONS = """
    loads | region   | question     | source        | paragraph | anchor  | as_of
          | 05566    | Was kostet 1 | vermerk-2023  |           |         | 2023-05
          | 05566    | Was kostet 2 | muster-2022   | 1         | Stellen |
          | 05566076 | Was kostet 3 | web-undatiert |           |         |
    2-    | 05566    | Was kostet 4 | vermerk-2023  |           |         | 2021
    1     | 05566    | Was kostet 5 | vermerk-2023  |           |         | 2020
          | 05558    | Was kostet 6 | vermerk-2023  |           |         | 2021
          | 05566    | Wer kommt    | vermerk-2023  |           |         | 2021
"""


def test_a_question_comes_with_its_place_and_source(spec: Spec) -> None:
    told = spec(open_questions=QUESTIONS)
    answer = told.ask(queries.money_questions, view(PLACES))

    assert sorted(answer["question"]) == [f"Was kostet {number}" for number in (1, 2, 3, 4)]
    told.gives(
        lambda *asked: queries.money_questions(*asked).drop_duplicates("source"),
        view(PLACES),
        rows="""
            place           | source        | source_title                  | source_date | is_read_from_text | proof
            Kreis Steinfurt | muster-2022   | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven
            Kreis Steinfurt | vermerk-2023  | Vermerk zum Stand             | 2023        | False             | unproven
            Rheine          | web-undatiert | Seite ohne Datum              |             | False             | unproven
        """,
    )


def test_on_a_day_and_as_known_on_a_day(spec: Spec) -> None:
    told = spec(open_questions=QUESTIONS)
    told.gives(
        queries.money_questions,
        view(PLACES, "2022-11-03"),
        rows="question\n Was kostet 2\n Was kostet 4\n Was kostet 3",
    )
    told.gives(
        queries.money_questions,
        view(PLACES, "2022-11-03", FIRST),
        rows="question\n Was kostet 2\n Was kostet 5\n Was kostet 3",
    )


@pytest.mark.parametrize(
    "word",
    [
        "Kosten",
        "Eigenanteil",
        "Geld",
        "Zuwendung",
        "Zuschuss",
        "ZUSCHÜSSE",
        "Förderung",
        "Finanzierung",
        "Euro",
        "Haushalt",
        "Budget",
    ],
)
def test_words_that_speak_of_money(spec: Spec, word: str) -> None:
    words = "Kosten Eigenanteil Geld Zuwendung Zuschuss ZUSCHÜSSE Förderung Finanzierung Euro Haushalt Budget Zusage"
    told = spec(open_questions="question\n" + "\n".join(f"die {each}?" for each in words.split()))
    answer = told.ask(queries.money_questions, view("05566"))

    assert f"die {word}?" in set(answer["question"])
    assert "die Zusage?" not in set(answer["question"])


def test_order_is_place_source_paragraph(spec: Spec) -> None:
    spec(
        sources=A_PAPER,
        open_questions="""
            asked_by | question | region | source       | paragraph
            5        | Geld     | 05566  | vermerk-2023 |
            4        | Geld     | 05566  | vermerk-2023 | 2
            3        | Geld     | 05566  | vermerk-2023 | 1
            2        | Geld     | 05566  | a-paper      | 8
            1        | Geld     | 05558  | vermerk-2023 | 9
        """,
    ).gives(queries.money_questions, view("05566 05558"), rows="asked_by\n 1\n 2\n 3\n 4\n 5")


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    told = spec(open_questions="question\n" + "\n".join(f"Geld {each}" for each in "abcdefg"))
    answer = told.ask(queries.money_questions, view("05566"))

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing


def test_the_provenance_is_not_shown(spec: Spec) -> None:
    answer = spec(open_questions=QUESTIONS).ask(queries.money_questions, view(PLACES))

    assert PROVENANCE.isdisjoint(answer.columns)
