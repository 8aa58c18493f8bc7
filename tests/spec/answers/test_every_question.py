"""Every question, asked of a row that answers it, in every situation a row can be in."""

import pytest

from kim.answers import BY_ID, AnswerState, Level, Reach, Role
from tests.spec.answers.cases import CASES, tables
from tests.spec.answers.conftest import Asks
from tests.spec.answers.towns import Town, town
from tests.spec.told import FIRST, SECOND

every_question = pytest.mark.parametrize("question", CASES)
OWN, OF_DISTRICT = "Ort", "Kreis"
DOUBTS = {
    "von uns erschlossen": {"basis": "inferred"},
    "behauptet, nicht bestätigt": {"basis": "claimed"},
    "nicht am Text geprüft": {"source": "vermerk-2023"},
}


def situation(*more: dict[str, str]) -> dict[str, Town]:
    """A town of which everything is told, and one whose district says it; with these cells as well."""
    return {
        region: town(**tables(*({"region": region, **each} for each in more)))
        for region in (OWN, OF_DISTRICT)
    }


STATED = situation({})
DOUBTFUL = {doubt: situation(more) for doubt, more in DOUBTS.items()}
IN_2022, UNTIL_2021 = situation({"as_of": "2022"}), situation({"as_of": "../2021"})
AHEAD = situation({"as_of": "2199"})
ANNOUNCED = {"time_limits", "grant", "own_share", "total_cost", "grant_per_post", "funding_lasts"}
LATER = situation({"loads": "2-"})
DISPUTED = situation({}, {"basis": "claimed", "as_of": "2021"})
BOTH = town(**tables({"region": OWN}, {"region": OF_DISTRICT}))
SILENT = town()


@every_question
def test_the_places_own_sure_statement_answers(asks: Asks, question: str) -> None:
    answer = asks(STATED[OWN], question)

    assert answer.state is AnswerState.CERTAIN
    assert answer.level is Level.OWN
    assert answer.values[0].is_sure
    assert answer.values[0].doubts == ()
    assert CASES[question].word in answer.sentence
    assert CASES[question].word.split()[0] in answer.brief
    assert answer.evidence[0] == answer.values[0].fact
    assert answer.evidence[0].table == CASES[question].table


@every_question
@pytest.mark.parametrize("doubt", DOUBTFUL)
def test_why_a_statement_is_not_sure_is_said_with_it(asks: Asks, question: str, doubt: str) -> None:
    answer = asks(DOUBTFUL[doubt][OWN], question)

    assert answer.values[0].doubts == (doubt,)
    assert answer.values[0].is_sure == (doubt == "von uns erschlossen")
    assert doubt in answer.sentence
    assert doubt in answer.brief


@every_question
def test_what_only_may_hold_on_the_day_says_so(asks: Asks, question: str) -> None:
    within = asks(IN_2022[OWN], question, "2022-06-01")
    after = asks(IN_2022[OWN], question, "2022-12-31")

    assert within.state is AnswerState.POSSIBLE
    assert within.values[0].doubts == ("am gewählten Tag nur möglich",)
    assert "am gewählten Tag nur möglich" in within.sentence
    assert after.state is AnswerState.CERTAIN


@every_question
def test_what_has_ended_or_is_still_ahead_does_not_answer(asks: Asks, question: str) -> None:
    assert asks(UNTIL_2021[OWN], question, "2022-01-01").state is AnswerState.NOTHING
    assert asks(UNTIL_2021[OWN], question, "2021-12-31").values
    assert asks(IN_2022[OWN], question, "2021-12-31").state is AnswerState.NOTHING


@every_question
def test_today_what_has_ended_does_not_answer_and_of_what_is_ahead_only_money_and_limits(
    asks: Asks, question: str
) -> None:
    assert asks(UNTIL_2021[OWN], question).state is AnswerState.NOTHING
    assert bool(asks(AHEAD[OWN], question).values) == (question in ANNOUNCED)


@every_question
def test_only_what_was_known_on_the_day_answers(asks: Asks, question: str) -> None:
    assert asks(LATER[OWN], question, None, FIRST).state is AnswerState.NOTHING
    assert asks(LATER[OWN], question, None, SECOND).state is AnswerState.CERTAIN


@every_question
def test_what_only_the_district_says_is_never_the_towns_number(asks: Asks, question: str) -> None:
    told = STATED[OF_DISTRICT]
    answer = asks(told, question)

    if BY_ID[question].reach is Reach.OWN:
        assert answer.state is AnswerState.NOTHING
        assert answer.values == ()
        assert {each.level for each in answer.in_district} == {Level.DISTRICT}
        assert {each.place for each in answer.in_district} == {told.district}
        assert answer.sentence.startswith("Für Rheine selbst ist nichts gefunden. ")
        assert "Kreis Steinfurt" in answer.sentence
    else:
        assert answer.level is Level.DISTRICT
        assert answer.in_district == ()
        assert "Kreis Steinfurt" in answer.sentence


@every_question
def test_the_district_is_heard_beside_the_town_only_where_answers_are_layered(
    asks: Asks, question: str
) -> None:
    declared = BY_ID[question]
    answer = asks(BOTH, question)
    both = (Level.OWN, Level.DISTRICT)

    is_passed_down = declared.reach is not Reach.OWN
    assert answer.levels == (both if declared.is_layered and is_passed_down else both[:1])
    assert bool(answer.in_district) != is_passed_down


@every_question
def test_of_a_place_of_which_nothing_is_told_nothing_is_said(asks: Asks, question: str) -> None:
    answer = asks(SILENT, question)

    assert answer.state is AnswerState.NOTHING
    assert answer.evidence == ()
    assert answer.sentence == answer.brief
    assert answer.sentence == "Dazu ist in Rheine nichts gefunden (kein Dokument durchsucht)."


@every_question
def test_a_sure_statement_answers_and_an_unsure_one_stands_beside(
    asks: Asks, question: str
) -> None:
    answer = asks(DISPUTED[OWN], question)

    assert {each.is_sure for each in answer.values} == {True}
    assert answer.state is AnswerState.CERTAIN
    assert {each.role for each in answer.beside if not each.is_sure} <= {
        Role.LESS_SURE,
        Role.PREVIOUS,
        Role.LOWER,
    }
