"""A later paper of the same place that seems to keep a commitment or to answer a question."""

from collections.abc import Mapping

import pytest

from etl.reviewing import following
from etl.reviewing.review import Item
from kim.facts import Record
from kim.tables import package

COMMITMENT: Record = {each.name: None for each in package().tables["commitments"].fields} | {
    "region": "05566076",
    "made_by": "Verwaltung",
    "promise": "Konzept zur Beratung vorlegen",
    "recurrence": "once",
    "state": "open",
    "source": "alt-2022",
    "source_date": "2022-05",
    "paragraph": 4,
    "anchor": "wird ein Konzept vorlegen",
    "basis": "stated",
}
QUESTION: Record = {each.name: None for each in package().tables["open_questions"].fields} | {
    "region": "05566076",
    "question": "Welche Kosten entstehen der Stadt?",
    "state": "open",
    "source": "alt-2022",
    "source_date": "2022",
    "anchor": "Kosten",
    "basis": "claimed",
    "note": "so gefragt",
}
KEPT = "Das Konzept zur Beratung liegt vor."


def found(*paper: str, date: str = "2023-03-14", **held: Mapping[str, object]) -> list[Item]:
    facts = {name: [fact] for name, fact in (held or {"commitments": COMMITMENT}).items()}
    return list(following.items(paper, "Niederschrift", date, facts, package()))


def test_a_sentence_with_its_words_proposes_that_a_commitment_is_kept() -> None:
    [item] = found("Begrüßung.", f"Es geht weiter. {KEPT}")

    assert (item.table, item.rule, item.paragraph) == ("commitments", "commitment_kept", 2)
    assert f"Es geht weiter. {KEPT}"[item.start : item.end] == KEPT
    assert dict(item.proof) == {
        "source": "alt-2022",
        "paragraph": "4",
        "anchor": "wird ein Konzept vorlegen",
    }
    assert dict(item.cells) == {
        "region": "05566076",
        "made_by": "Verwaltung",
        "promise": "Konzept zur Beratung vorlegen",
        "recurrence": "once",
        "state": "kept",
        "kept_by": "Niederschrift, Absatz 2",
        "basis": "inferred",
        "note": "Dass Niederschrift, Absatz 2 das erledigt, ist erschlossen.",
    }


def test_of_a_question_the_answer_is_left_to_a_person() -> None:
    [item] = found("Der Stadt entstehen keine Kosten.", open_questions=QUESTION)

    assert (item.rule, item.cells["state"]) == ("question_answered", "answered")
    assert "answer" not in item.cells
    assert item.cells["note"].startswith("so gefragt Dass Niederschrift, Absatz 1")
    assert dict(item.proof) == {"source": "alt-2022", "anchor": "Kosten"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Konzept wurde gelobt.",
        "Die Verwaltung wird das Konzept zur Beratung vorlegen.",
        "Wann liegt das Konzept zur Beratung vor?",
        "Das Konzept zur Beratung liegt nicht vor.",
        "",
    ],
)
def test_too_few_words_plans_questions_and_denials_keep_nothing(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize("date", ["2022-05", "2022-05-01", "2022", "2021", ""])
def test_only_a_later_document_keeps_a_commitment(date: str) -> None:
    assert found(KEPT, date=date) == []


@pytest.mark.parametrize("state", ["kept", "lapsed", "prospective"])
def test_what_is_settled_is_not_settled_again(state: str) -> None:
    assert found(KEPT, commitments={**COMMITMENT, "state": state}) == []


def test_the_sentence_with_most_of_the_words_is_taken() -> None:
    [item] = found("Eine Beratung zum Konzept fand statt.", "Das Konzept zur Beratung liegt vor.")
    assert item.paragraph == 1
    [item] = found("Das Konzept der Beratung.", "Die Verwaltung legt das Konzept zur Beratung vor.")
    assert item.paragraph in (1, 2)


def test_a_duty_that_comes_again_is_never_over() -> None:
    assert found(KEPT, commitments={**COMMITMENT, "recurrence": "yearly"}) == []
