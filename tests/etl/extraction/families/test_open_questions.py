"""Open questions: what was asked, and whether it was answered. The names are invented."""

import pytest

from etl.extraction.phrases import Phrase, load
from tests.etl.extraction.families.reading import proposed

LISTS = load("open_questions")


@pytest.mark.parametrize("entry", LISTS["asks"].phrases, ids=lambda entry: entry.phrase)
def test_every_way_to_ask_is_a_question(entry: Phrase) -> None:
    assert len(proposed("open_questions", entry.example)) == 1


@pytest.mark.parametrize("entry", LISTS["answers"].phrases, ids=lambda entry: entry.phrase)
def test_every_way_to_answer_answers(entry: Phrase) -> None:
    facts = proposed("open_questions", "Ein Mitglied fragt, ob das KIM endet.", entry.example)
    assert [fact.values["state"] for fact in facts] == ["answered"]


@pytest.mark.parametrize("entry", LISTS["unanswered"].phrases, ids=lambda entry: entry.phrase)
def test_an_answer_may_leave_it_open(entry: Phrase) -> None:
    facts = proposed(
        "open_questions", "Ein Mitglied fragt, ob das KIM endet.", f"Antwort: {entry.example}"
    )
    assert facts[0].values["state"] == "open"


@pytest.mark.parametrize("entry", LISTS["open"].phrases, ids=lambda entry: entry.phrase)
def test_a_sentence_may_say_that_something_is_open(entry: Phrase) -> None:
    [fact] = proposed("open_questions", entry.example)
    assert (fact.values["question"], fact.values["state"]) == (
        "Ob beim KIM weitere folgen?",
        "open",
    )


def test_each_ob_is_a_question_of_its_own() -> None:
    text = "Ein Ratsmitglied fragt, ob das KIM evaluiert wurde und wie viele Case Manager es gibt."
    facts = proposed("open_questions", text)
    assert [(fact.values["question"], fact.values["module"]) for fact in facts] == [
        ("Ob das KIM evaluiert wurde?", None),
        ("Wie viele Case Manager es gibt?", "2"),
    ]
    assert {fact.values["asked_by"] for fact in facts} == {"Ratsmitglied"}


def test_a_partial_answer() -> None:
    text = (
        "Ein Mitglied fragt, ob das KIM endet. Die Verwaltung antwortet, dass es vorerst bleibt. "
        "Für 2027 ist das noch offen."
    )
    assert proposed("open_questions", text)[0].values["state"] == "partly_answered"


def test_no_name_enters_a_question() -> None:
    text = "Herr Muster fragt, ob Frau Beispiel das KIM leitet."
    [fact] = proposed("open_questions", text)
    assert fact.values["question"] == "Ob … das KIM leitet?"
    assert not any("Muster" in str(value) for value in fact.values.values())


def test_a_long_question_is_cut_to_eight_words() -> None:
    text = "1. Warum sind im KIM nicht alle Stellen besetzt, die das Land schon bewilligt hat?"
    [fact] = proposed("open_questions", text)
    assert len(str(fact.values["question"]).rstrip("?").removesuffix(" …").split()) == 8


@pytest.mark.parametrize(
    "text",
    [
        "Was ist KIM?",
        "Warum braucht unsere Stadt das KIM? Weil viele neu ankommen.",
        "Die Verwaltung erklärt, wie das KIM arbeitet.",
        "Ob es regnet, weiß niemand.",
    ],
)
def test_what_asks_nothing_is_no_question(text: str) -> None:
    assert proposed("open_questions", text) == []


def test_the_answer_to_a_numbered_question_stands_far_behind() -> None:
    facts = proposed(
        "open_questions",
        "1. Wie viele Stellen hat das KIM?",
        "2. Wann wird das KIM ausgebaut?",
        "Zu 1: Es sind drei Stellen.",
        "Zu 2: Das steht noch nicht fest.",
    )
    assert [fact.values["state"] for fact in facts] == ["answered", "open"]


def test_the_answers_to_questions_in_a_row_follow_their_order() -> None:
    facts = proposed(
        "open_questions",
        "Anfrage: Wird das KIM ausgebaut? Wird das KIM evaluiert?",
        "Zu 1: Das wird geprüft.",
        "Zu 2: Ja, seit Mai.",
    )
    assert [fact.values["state"] for fact in facts] == ["open", "answered"]
