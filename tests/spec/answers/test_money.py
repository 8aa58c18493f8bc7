"""What a place gets and pays, what is not named, how long there is money."""

from kim.answers import AnswerState, Role
from tests.spec.answers.conftest import Asks
from tests.spec.answers.towns import town

NAMED = town(
    funding="""
        item                              | amount_min | amount_max | unit         | period | payer           | recipient    | certainty
        Vom Kreis weitergeleitetes Geld   | 55000      | 55000      | eur          |        | kreis-steinfurt | stadt-rheine | exact
        Eigenanteil der Stadt             | 7000       | 10000      | eur_per_post |        |                 |              | about
        Eigenanteil, später               |            |            | eur          |        |                 |              | unknown
        Gesamtkosten von KIM              | 1120000    | 1120000    | eur_per_year | 2022   |                 |              | about
        Satz je Stelle                    |            | 57000      | eur_per_post_year |   |                 |              | at_most
    """
)
NOT_NAMED = town(
    funding="""
        item        | certainty
        Eigenanteil | unknown
        Gesamtkosten | unknown
        Zuwendung   | unknown
    """,
    commitments="""
        promise                        | state  | recurrence
        Höhe der Kosten des KIM nennen | open   | once
        Kosten prüfen                  | kept   | once
        Neue Stellen einrichten        | open   | once
    """,
    open_questions="question | state\n Was kostet es? | open",
)
ASKED = town(
    funding="item | certainty\n Gesamtkosten | unknown",
    open_questions="""
        question              | state           | answer
        Was kostet es?        | partly_answered | Später
        Wer zahlt die Kosten? | answered        | Das Land
    """,
)
MANY = town(
    funding="""
        item      | amount_min | amount_max | unit         | source
        Anteil    | 69         | 69         | percent      | vermerk-2023
        KIM-Geld  | 770000     | 770000     | eur_per_year | vermerk-2023
    """
)
LASTING = town(
    funding="""
        item       | period         | certainty | amount_min
        Bescheid   | jeweils ein Jahr | exact   | 5
        Zuschuss   | 2022           | exact     | 6
    """,
    commitments="""
        promise                | state | made_by | recurrence
        KIM dauerhaft fördern  | open  | Land    | once
        KIM verstetigen        | kept  | Land    | once
    """,
)


def test_an_amount_with_what_it_is_and_in_full_its_way(asks: Asks) -> None:
    answer = asks(NAMED, "grant")

    assert answer.brief == (
        "Als Förderung sind für Rheine 55.000 Euro genannt"
        " (vom Kreis weitergeleitetes Geld; Zeitraum nicht genannt)."
    )
    assert answer.sentence == (
        "Als Förderung sind für Rheine 55.000 Euro genannt"
        " (vom Kreis weitergeleitetes Geld; Zeitraum nicht genannt;"
        " vom Kreis Steinfurt; an die Stadt Rheine)."
    )
    assert (answer.values[0].number, answer.values[0].unit) == (55_000, "eur")


def test_a_range_an_estimate_and_a_bound(asks: Asks) -> None:
    share = asks(NAMED, "own_share")

    assert share.brief == (
        "Als eigene Kosten sind für Rheine ca. 7.000 bis 10.000 Euro je Stelle genannt"
        " (Eigenanteil der Stadt; Zeitraum nicht genannt). Weiteres ist nicht beziffert."
    )
    assert share.sentence.endswith("Nicht beziffert: Eigenanteil, später.")
    assert share.values[0].number is None
    assert [each.role for each in share.beside] == [Role.UNCOUNTED]
    assert asks(NAMED, "total_cost").brief == (
        "Als Gesamtkosten sind für Rheine ca. 1.120.000 Euro je Jahr genannt"
        " (Gesamtkosten von KIM; 2022)."
    )
    assert asks(NAMED, "grant_per_post").brief == (
        "Als Förderung je Stelle sind für Rheine bis zu 57.000 Euro je Stelle und Jahr genannt"
        " (Satz je Stelle)."
    )


def test_what_is_not_named_points_to_the_open_promise(asks: Asks) -> None:
    answer = asks(NOT_NAMED, "own_share")

    assert answer.brief == (
        "Der Eigenanteil ist für Rheine nicht beziffert."
        " Zugesagt ist dazu: Höhe der Kosten des KIM nennen."
    )
    assert [each.words for each in answer.beside] == [
        "Höhe der Kosten des KIM nennen",
        "Was kostet es?",
    ]
    assert {each.role for each in answer.beside} == {Role.ASKED}
    assert answer.state is AnswerState.CERTAIN


def test_a_grant_that_is_not_named_points_to_nothing(asks: Asks) -> None:
    answer = asks(NOT_NAMED, "grant")

    assert answer.brief == "Die Förderung ist für Rheine nicht beziffert."
    assert answer.sentence == "Die Förderung ist für Rheine nicht beziffert."
    assert answer.beside == ()


def test_without_a_promise_it_points_to_the_question(asks: Asks) -> None:
    assert asks(ASKED, "total_cost").brief == (
        "Die Gesamtkosten sind für Rheine nicht beziffert. Offen ist dazu die Frage: Was kostet es?"
    )


def test_amounts_of_several_units_stand_apart_the_share_last(asks: Asks) -> None:
    assert asks(MANY, "grant").brief == (
        "Als Förderung sind für Rheine genannt: (770.000) Euro je Jahr (KIM-Geld);"
        " (69) Prozent (Anteil), beides nicht am Text geprüft."
    )


def test_how_long_there_is_money(asks: Asks) -> None:
    assert asks(LASTING, "funding_lasts").brief == (
        "Zur Dauer der Förderung heißt es in Rheine: Bescheid (jeweils ein Jahr)."
        " Zugesagt ist in Rheine: KIM dauerhaft fördern."
    )


IN_PARENTHESES = town(
    funding="""
        item                       | certainty | amount_min | payer           | unit
        Eigenanteil (erster Teil)  | unknown   |            | kreis-steinfurt | eur
        Eigenanteil                | exact     | 5          |                 | eur
    """
)


def test_what_is_in_parentheses_has_no_second_pair_behind_it(asks: Asks) -> None:
    assert asks(IN_PARENTHESES, "own_share").sentence.endswith(
        " Nicht beziffert: Eigenanteil (erster Teil; vom Kreis Steinfurt)."
    )


BOUND = town(funding="item | amount_min | amount_max | certainty\n Zuwendung |  | 9 | at_most")
FOR_KIM = town(
    funding="""
        item      | amount_min | amount_max | period
        Zuschuss  | 8          | 8          | 2024
        KIM-Geld  | 7          | 7          | 2020
    """
)


def test_a_bound_is_no_number(asks: Asks) -> None:
    assert [each.number for each in asks(BOUND, "grant").values] == [None]


def test_what_is_meant_for_kim_comes_first(asks: Asks) -> None:
    assert [each.number for each in asks(FOR_KIM, "grant").values] == [7, 8]
