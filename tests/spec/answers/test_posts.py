"""Posts and persons: what answers, what stands beside it, and that they are never added up."""

import pytest

from kim.answers import AnswerState, Role
from kim.queries.asking import words
from tests.spec.answers.conftest import Asks
from tests.spec.answers.towns import town
from ui.lists.answers import details

POSTS = "case_management_posts"


A_YEAR_IS_NOT_ITS_FIRST_DAY = town(
    positions="""
        module | function        | quantity | status      | as_of
        2      | case_management | 1.9      | established | ../2022
        2      | case_management | 3.5      | established | 2022
    """
)


def test_a_year_is_not_its_first_day(asks: Asks) -> None:
    first_day = asks(A_YEAR_IS_NOT_ITS_FIRST_DAY, POSTS, held_on="2022-01-01")
    within = asks(A_YEAR_IS_NOT_ITS_FIRST_DAY, POSTS, held_on="2022-06-01")
    last_day = asks(A_YEAR_IS_NOT_ITS_FIRST_DAY, POSTS, held_on="2022-12-31")
    before = asks(A_YEAR_IS_NOT_ITS_FIRST_DAY, POSTS, held_on="2021-06-01")

    assert first_day.brief == (
        "In Rheine sind im Case Management 1,9 Stellen eingerichtet; inzwischen können es 3,5 Stellen"
        " eingerichtet (am gewählten Tag nur möglich) sein; ob sie besetzt sind, steht in keinem"
        " durchsuchten Dokument."
    )
    assert first_day.state is AnswerState.CERTAIN
    assert within.state is AnswerState.POSSIBLE
    assert {each.words for each in within.values} <= {"1,9 Stellen", "3,5 Stellen"}
    assert last_day.brief == (
        "In Rheine sind im Case Management 3,5 Stellen eingerichtet (vorher 1,9 Stellen);"
        " ob sie besetzt sind, steht in keinem durchsuchten Dokument."
    )
    assert [each.words for each in before.values] == ["1,9 Stellen"]
    assert before.state is AnswerState.POSSIBLE


POSTS_AND_PERSONS_ARE_TWO_PARTS_OF_ONE_ANSWER = town(
    positions="""
            module | function        | quantity | unit    | status | as_of
            2      | case_management | 1        | posts   | filled | 2022
            2      | case_management | 2        | persons | filled | 2022
        """
)


def test_posts_and_persons_are_two_parts_of_one_answer(asks: Asks) -> None:
    answer = asks(POSTS_AND_PERSONS_ARE_TWO_PARTS_OF_ONE_ANSWER, POSTS)

    assert [(each.number, each.unit) for each in answer.values] == [(1, "posts"), (2, "persons")]
    assert answer.state is AnswerState.CERTAIN
    assert (
        answer.brief
        == "In Rheine ist im Case Management 1 Stelle besetzt; 2 Personen arbeiten dort."
    )
    assert asks(POSTS_AND_PERSONS_ARE_TWO_PARTS_OF_ONE_ANSWER, "filled_posts").brief == (
        "In Rheine: 1 Stelle im Case Management ist besetzt; 2 Personen arbeiten im Case Management."
    )


A_HIGHER_STATE_OF_THE_SAME_NUMBER_IS_ITS_STATE = town(
    positions="""
            module | function        | quantity | status      | as_of
            2      | case_management | 6        | established | 2022
            2      | case_management | 6        | filled      | 2021
        """
)


def test_a_higher_state_of_the_same_number_is_its_state(asks: Asks) -> None:
    answer = asks(A_HIGHER_STATE_OF_THE_SAME_NUMBER_IS_ITS_STATE, POSTS)

    assert [(each.number, each.state) for each in answer.values] == [(6, "filled")]
    assert [(each.number, each.state, each.role) for each in answer.beside] == [
        (6, "established", Role.LOWER)
    ]
    assert answer.brief == "In Rheine sind im Case Management 6 Stellen besetzt."


A_HIGHER_STATE_OF_ANOTHER_NUMBER_IS_TOLD_WITH_ITS_OWN = town(
    positions="""
            module | function        | quantity | status | as_of
            2      | case_management | 12       | funded | 2023
            2      | case_management | 6        | filled | 2022
        """
)


def test_a_higher_state_of_another_number_is_told_with_its_own(asks: Asks) -> None:
    answer = asks(A_HIGHER_STATE_OF_ANOTHER_NUMBER_IS_TOLD_WITH_ITS_OWN, POSTS)

    assert [(each.number, each.state) for each in answer.values] == [(12, "funded"), (6, "filled")]
    assert answer.brief == (
        "In Rheine sind im Case Management 12 Stellen gefördert; 6 Stellen sind besetzt."
    )


A_LOWER_STATE_OF_ANOTHER_NUMBER_IS_NO_ANSWER = town(
    positions="""
            module | function        | quantity | status  | as_of
            2      | case_management | 6        | filled  | 2023
            2      | case_management | 8        | planned | 2023
        """
)


def test_a_lower_state_of_another_number_is_no_answer(asks: Asks) -> None:
    answer = asks(A_LOWER_STATE_OF_ANOTHER_NUMBER_IS_NO_ANSWER, POSTS)

    assert [each.number for each in answer.values] == [6]
    assert [(each.number, each.role) for each in answer.beside] == [(8, Role.LOWER)]


TWO_DOCUMENTS_THAT_DISAGREE_CONTRADICT = town(
    positions="""
            module | function        | quantity | status      | as_of | source  | employer
            2      | case_management | 6        | established | 2023  | gelesen | caritas
            2      | case_management | 8        | established | 2023  | neuer   |
        """
)


def test_two_documents_that_disagree_contradict(asks: Asks) -> None:
    answer = asks(TWO_DOCUMENTS_THAT_DISAGREE_CONTRADICT, POSTS)

    assert answer.state is AnswerState.CONTRADICTED
    assert [each.role for each in answer.beside] == [Role.CONTRADICTS]
    assert "ein anderes Dokument nennt" in answer.brief


ONE_DOCUMENT_DOES_NOT_CONTRADICT_ITSELF = town(
    positions="""
            module | function        | quantity | status      | as_of | employer
            2      | case_management | 6        | established | 2023  | caritas
            2      | case_management | 8        | established | 2023  |
        """
)


def test_one_document_does_not_contradict_itself(asks: Asks) -> None:
    answer = asks(ONE_DOCUMENT_DOES_NOT_CONTRADICT_ITSELF, POSTS)

    assert answer.state is AnswerState.CERTAIN


A_LATER_FIGURE_SUPERSEDES_AND_THE_EARLIER_IS_PREVIOUS = town(
    positions="""
            module | function        | quantity | status      | as_of      | source
            2      | case_management | 6        | established | 2022-05-01 | gelesen
            2      | case_management | 8        | established | 2023-05-01 | neuer
        """
)


def test_a_later_figure_supersedes_and_the_earlier_is_previous(asks: Asks) -> None:
    answer = asks(A_LATER_FIGURE_SUPERSEDES_AND_THE_EARLIER_IS_PREVIOUS, POSTS)

    assert [each.number for each in answer.values] == [8]
    assert answer.state is AnswerState.CERTAIN


AN_INCREASE_OR_A_PART_IS_NEVER_THE_TOTAL = town(
    positions="""
            module | function        | quantity | measure  | status  | as_of | area
            2      | case_management | 1.9      | increase | planned | 2021  |
            2      | case_management | 1        | subset   | filled  | 2021  | Nord
        """
)


def test_an_increase_or_a_part_is_never_the_total(asks: Asks) -> None:
    answer = asks(AN_INCREASE_OR_A_PART_IS_NEVER_THE_TOTAL, POSTS)

    assert answer.values == ()
    assert answer.state is AnswerState.NOTHING
    assert {each.role for each in answer.beside} == {Role.INCREASE, Role.PART}
    assert answer.brief == (
        "In Rheine ist im Case Management keine gesicherte Gesamtzahl gefunden; genannt:"
        " +1,9 Stellen sind geplant; 1 Stelle ist besetzt (Nord)."
    )


AN_INCREASE_AFTER_THE_TOTAL_STANDS_BESIDE_AND_AN_EARLIER_ONE_IS_IN_IT = town(
    positions="""
        module | function        | quantity | measure  | status      | as_of
        2      | case_management | 9        | total    | established | 2021
        2      | case_management | 7        | increase | planned     | 2022
        2      | case_management | 7        | increase | funded      | 2022
        2      | case_management | 4        | increase | planned     | 2020
    """
)


def test_an_increase_after_the_total_stands_beside_and_an_earlier_one_is_in_it(asks: Asks) -> None:
    answer = asks(AN_INCREASE_AFTER_THE_TOTAL_STANDS_BESIDE_AND_AN_EARLIER_ONE_IS_IN_IT, POSTS)

    assert [(each.number, each.role, each.state) for each in answer.beside] == [
        (7, Role.INCREASE, "funded")
    ]
    assert "dazu +7 Stellen gefördert" in answer.brief
    assert "16" not in answer.sentence


WHAT_IS_THERE_WITHOUT_A_NUMBER_IS_SAID = town(
    positions="""
            module | function        | quantity | certainty | status
            2      | case_management |          | unknown   | planned
        """
)


def test_what_is_there_without_a_number_is_said(asks: Asks) -> None:
    answer = asks(WHAT_IS_THERE_WITHOUT_A_NUMBER_IS_SAID, POSTS)

    assert answer.state is AnswerState.NOTHING
    assert [each.role for each in answer.beside] == [Role.UNCOUNTED]
    assert answer.brief == (
        "In Rheine ist im Case Management keine gesicherte Gesamtzahl gefunden; genannt:"
        " Stellen sind geplant (Zahl nicht genannt)."
    )


AN_UNSURE_TOTAL_STANDS_BESIDE_A_SURE_ONE = town(
    positions="""
            module | function        | quantity | certainty | unit    | status      | basis   | note
            2      | case_management | 1        | at_least  | persons | filled      | stated  |
            2      | case_management | 1        | exact     | posts   | established | claimed | x
        """
)


def test_an_unsure_total_stands_beside_a_sure_one(asks: Asks) -> None:
    answer = asks(AN_UNSURE_TOTAL_STANDS_BESIDE_A_SURE_ONE, POSTS)

    assert answer.brief == (
        "In Rheine arbeitet im Case Management mindestens 1 Person;"
        " nicht gesichert: (1) Stelle eingerichtet (behauptet, nicht bestätigt)."
    )
    assert answer.values[0].is_hedged


FUNCTIONS_AND_AREAS_ARE_PARTS_OF_AN_ANSWER = town(
    positions="""
            module | function     | quantity | status | as_of
            1      | coordination | 3.5      | funded | 2022
            1      | assistance   | 0.5      | funded | 2022
        """
)


def test_functions_and_areas_are_parts_of_an_answer(asks: Asks) -> None:
    answer = asks(FUNCTIONS_AND_AREAS_ARE_PARTS_OF_AN_ANSWER, "coordination_posts")

    assert answer.brief == (
        "In Rheine sind in der Koordinierung 3,5 Stellen gefördert; 0,5 Stellen in der"
        " Verwaltungsassistenz sind gefördert; ob sie besetzt sind, steht in keinem durchsuchten Dokument."
    )


@pytest.mark.parametrize(
    ("question", "module", "function", "other"),
    [
        ("coordination_posts", 1, "coordination", "assistance"),
        ("case_management_posts", 2, "case_management", "assistance"),
        ("immigration_office_posts", 3, "immigration_office", "assistance"),
    ],
)
def test_only_a_field_that_the_question_does_not_name_is_said_beside_a_number(
    asks: Asks, question: str, module: int, function: str, other: str
) -> None:
    rows = f"""
        module   | function   | quantity | status | as_of
        {module} | {function} | 3        | funded | 2022
        {module} | {other}    | 1        | funded | 2022
    """
    answer = asks(town(positions=rows), question)

    said = {each.number: details(each, answer) for each in answer.values}

    assert said[1][0] == "Verwaltungsassistenz"
    assert said[1][1:] == said[3]
    assert words("function")[function] not in said[3]


POSTS_OF_AN_OFFICE_AND_ONE_POST_ALONE = town(
    positions="""module | function | quantity | status
 3 | immigration_office | 1 | established"""
)


def test_posts_of_an_office_and_one_post_alone(asks: Asks) -> None:
    answer = asks(POSTS_OF_AN_OFFICE_AND_ONE_POST_ALONE, "immigration_office_posts")

    assert answer.brief == (
        "In Rheine ist in der Ausländer- oder Einbürgerungsbehörde 1 Stelle eingerichtet;"
        " ob sie besetzt ist, steht in keinem durchsuchten Dokument."
    )


FILLED_AND_VACANT_STAND_APART_AND_A_PART_COUNTS_ONLY_WITHOUT_A_WHOLE = town(
    positions="""
            module | function        | quantity | unit    | measure | status | as_of      | area
            2      | case_management | 4        | persons | total   | filled | 2023-01-01 |
            2      | case_management | 2        | persons | subset  | filled | 2023-01-01 | Nord
            2      | case_management | 1        | posts   | subset  | vacant | 2023-01-01 | Nord
        """
)


def test_filled_and_vacant_stand_apart_and_a_part_counts_only_without_a_whole(asks: Asks) -> None:
    answer = asks(
        FILLED_AND_VACANT_STAND_APART_AND_A_PART_COUNTS_ONLY_WITHOUT_A_WHOLE, "filled_posts"
    )

    assert [(each.number, each.state) for each in answer.values] == [(4, "filled"), (1, "vacant")]
    assert answer.sentence == (
        "In Rheine: 4 Personen arbeiten im Case Management (ab 01.01.2023);"
        " 1 Stelle im Case Management ist unbesetzt (ab 01.01.2023; Nord)."
    )


FILLED_ELSEWHERE = town(
    positions="""
        module | function     | quantity | unit    | status | as_of
        1      | coordination | 1        | posts   | filled | 2022-11-01
    """
)
OF_ONE_TIME = town(
    positions="""
        module | function        | quantity | unit    | status | area
        1      | coordination    | 1        | posts   | filled |
        1      | assistance      | 0.5      | posts   | filled |
        2      | case_management | 4        | persons | filled | Nord
    """
)


def test_of_case_management_that_its_filling_is_not_known_is_said(asks: Asks) -> None:
    assert asks(FILLED_ELSEWHERE, "filled_posts").brief == (
        "In Rheine: 1 Stelle in der Koordinierung ist besetzt."
        " Ob Stellen im Case Management besetzt sind, steht in keinem durchsuchten Dokument."
    )


def test_a_time_that_three_share_is_said_once_at_the_end(asks: Asks) -> None:
    assert asks(OF_ONE_TIME, "filled_posts").sentence == (
        "In Rheine: 1 Stelle in der Koordinierung ist besetzt;"
        " 0,5 Stellen in der Verwaltungsassistenz sind besetzt;"
        " 4 Personen arbeiten im Case Management (Nord), alles laut Dokument von 2023."
    )


SHARED = town(
    positions="""
        region | module | function        | quantity | unit    | status      | area                     | employer        | as_of
        Ort    | 2      | case_management | 2        | posts   | filled      |                          | stadt-rheine    | 2022-01-01
        Kreis  | 2      | case_management | 6        | posts   | established | kreisangehörige Kommunen |                 | 2023-01-01
        Kreis  | 2      | case_management | 4        | persons | filled      |                          | kreis-steinfurt | 2023-01-01
        Kreis  | 2      | case_management | 3        | persons | filled      | Süden                    |                 | 2023-01-01
    """
)
ONLY_IN_TOWNS = town(
    positions="""
        region | module | function        | quantity | certainty | status  | area     | employer
        Kreis  | 2      | case_management |          | unknown   | planned | Kommunen |
        Kreis  | 2      | case_management | 9        | exact     | funded  |          |
    """
)
ONLY_AT_DISTRICT = town(
    positions="""
        region | module | function        | quantity | measure | status   | employer        | area    | source
        Ort    | 1      | coordination    | 1        | total   | filled   | stadt-rheine    |         | gelesen
        Kreis  | 2      | case_management | 8        | total   | funded   | kreis-steinfurt |         | vermerk-2023
        Kreis  | 2      | case_management | 3        | subset  | funded   | kreis-steinfurt |         | vermerk-2023
        Kreis  | 2      | case_management | 2        | subset  | funded   | kreis-steinfurt | zentral | vermerk-2023
        Kreis  | 2      | case_management | 5        | increase | planned | kreis-steinfurt |         | vermerk-2023
    """
)
ONLY_OF_THE_TOWN = town(
    positions="""module | function | quantity | status
 2 | case_management | 2 | filled"""
)
AT_DISTRICT = (
    "Beim Kreis Steinfurt: 4 Personen arbeiten im Case Management{}."
    " In den Kommunen im Kreis Steinfurt: {}."
)


def test_how_a_district_and_its_towns_share_posts_is_told_half_by_half_and_never_added(
    asks: Asks,
) -> None:
    district = asks(SHARED, "posts_in_towns", district=True)
    of_town = asks(SHARED, "posts_in_towns")

    assert district.brief == AT_DISTRICT.format(
        "",
        "6 Stellen im Case Management sind eingerichtet;"
        " 3 Personen arbeiten im Case Management (Süden)",
    )
    assert district.sentence == AT_DISTRICT.format(
        " (ab 01.01.2023)",
        "6 Stellen im Case Management sind eingerichtet (ab 01.01.2023);"
        " 3 Personen arbeiten im Case Management (ab 01.01.2023; Süden)",
    )
    assert of_town.sentence == (
        "In Rheine: 2 Stellen im Case Management sind besetzt (ab 01.01.2022; bei der Stadt Rheine)."
        f" {district.sentence}"
    )
    assert [each.number for each in of_town.values] == [2]
    assert sorted(each.number or 0 for each in of_town.in_district) == [3, 4, 6]


def test_the_half_that_is_not_known_is_said(asks: Asks) -> None:
    assert asks(ONLY_IN_TOWNS, "posts_in_towns", district=True).brief == (
        "Was beim Kreis Steinfurt selbst eingerichtet ist, steht in keinem durchsuchten Dokument."
        " In den Kommunen im Kreis Steinfurt: Stellen im Case Management sind geplant"
        " (Zahl nicht genannt)."
    )
    assert asks(ONLY_AT_DISTRICT, "posts_in_towns").brief == (
        "Für Rheine selbst ist nichts gefunden."
        " Beim Kreis Steinfurt: (8) Stellen im Case Management sind gefördert;"
        " (2) Stellen im Case Management sind gefördert (zentral), beides nicht am Text geprüft."
        " Was in den Kommunen im Kreis Steinfurt eingerichtet ist, steht in keinem durchsuchten Dokument."
    )
    assert asks(ONLY_OF_THE_TOWN, "posts_in_towns").brief == (
        "In Rheine: 2 Stellen im Case Management sind besetzt."
        " Für den Kreis Steinfurt ist dazu nichts gefunden."
    )


THE_POSTS_OF_DISTRICT_AND_TOWNS_ARE_TOLD_APART_AND_NOT_ADDED = town(
    positions="""
            region | module | function        | quantity | unit    | status      | area     | employer
            Kreis  | 2      | case_management | 6        | persons | filled      |          | kreis-steinfurt
            Kreis  | 2      | case_management | 6        | posts   | established | Kommunen | stadt-rheine
        """
)


def test_the_posts_of_district_and_towns_are_told_apart_and_not_added(asks: Asks) -> None:
    answer = asks(
        THE_POSTS_OF_DISTRICT_AND_TOWNS_ARE_TOLD_APART_AND_NOT_ADDED, POSTS, district=True
    )

    assert answer.brief == (
        "Im Kreis Steinfurt arbeiten im Case Management 6 Personen (beim Kreis Steinfurt);"
        " 6 Stellen sind eingerichtet (Kommunen)."
    )
    assert "12" not in answer.sentence


A_TOWN_READS_THE_DISTRICTS_NUMBER_AS_THE_DISTRICTS = town(
    positions="""region | module | function | quantity | status
 Kreis | 2 | case_management | 9 | filled"""
)


def test_a_town_reads_the_districts_number_as_the_districts(asks: Asks) -> None:
    answer = asks(A_TOWN_READS_THE_DISTRICTS_NUMBER_AS_THE_DISTRICTS, POSTS)

    assert answer.values == ()
    assert answer.brief == (
        "Für Rheine selbst ist nichts gefunden."
        " Im Kreis Steinfurt sind im Case Management 9 Stellen besetzt."
    )


POSTS_THAT_END_ON_A_DAY = town(
    positions="""
            module | function        | quantity | status | valid_until
            2      | case_management | 2        | funded | 2099-12-31
        """
)


def test_posts_that_end_on_a_day(asks: Asks) -> None:
    answer = asks(POSTS_THAT_END_ON_A_DAY, "time_limits")

    assert answer.brief == "In Rheine sind befristet: 2 Stellen im Case Management bis 31.12.2099."


WHAT_WAS_READ_ANSWERS = town(
    positions="""
        module | function        | quantity | status      | as_of | employer        | source
        2      | case_management | 6        | established | 2022  | kreis-steinfurt | gelesen
        2      | case_management | 12       | established | 2023  |                 | vermerk-2023
    """
)


def test_what_was_read_in_full_answers_before_a_later_statement_that_was_not(asks: Asks) -> None:
    answer = asks(WHAT_WAS_READ_ANSWERS, POSTS)

    assert [each.number for each in answer.values] == [6]
    assert [(each.number, each.role) for each in answer.beside] == [(12, Role.LESS_SURE)]
    assert "nicht gesichert: (12) Stellen eingerichtet (nicht am Text geprüft)" in answer.brief


AHEAD = town(
    positions="""
        module | function        | quantity | status      | as_of
        2      | case_management | 9        | established | 2199
        2      | case_management | 4        | planned     | 2199
    """
)


def test_of_what_is_still_ahead_only_a_plan_is_told(asks: Asks) -> None:
    answer = asks(AHEAD, POSTS)

    assert [(each.number, each.state) for each in answer.values] == [(4, "planned")]
    assert answer.beside == ()


EARLIER = town(
    positions="""
        module | function        | quantity | unit  | status      | as_of
        2      | case_management | 8        | posts | established | 2022
        2      | case_management | 5        | posts | established | ../2019
        2      | case_management | 6        | posts | established | 2020/2021
    """
)
NEVER_ITS_EARLIER_NUMBER = town(
    positions="""
        module | function        | quantity | unit    | measure  | status      | area | as_of     | basis
        2      | case_management | 8        | posts   | total    | established |      | 2022      | stated
        1      | case_management | 1        | posts   | total    | established |      | ../2021   | stated
        2      | assistance      | 2        | posts   | total    | established |      | ../2021   | stated
        2      | case_management | 3        | persons | total    | established |      | ../2021   | stated
        2      | case_management | 4        | posts   | increase | established |      | ../2021   | stated
        2      | case_management | 5        | posts   | total    | planned     |      | ../2021   | stated
        2      | case_management | 6        | posts   | total    | established | Nord | ../2021   | stated
        2      | case_management | 8        | posts   | total    | established |      | ../2020   | stated
        2      | case_management | 9        | posts   | total    | established |      | 2021/2023 | stated
        2      | case_management | 7        | posts   | total    | established |      | ../2018   | claimed
    """
)


def test_what_a_number_was_before_is_the_last_of_its_own_series(asks: Asks) -> None:
    """An increase, a part, another unit, what ended later or was only claimed is no earlier total."""
    before = [(each.number, each.role) for each in asks(EARLIER, POSTS).beside]
    assert before == [(6, Role.PREVIOUS)]
    assert asks(NEVER_ITS_EARLIER_NUMBER, POSTS).beside == ()


IN_TOWNS = town(
    positions="""
        region | module | function        | quantity | measure | status      | area   | employer
        Kreis  | 1      | coordination    | 1        | total   | established | Städte |
        Kreis  | 2      | case_management | 2        | total   | established | Städte |
        Kreis  | 2      | case_management | 3        | subset  | established |        | stadt-rheine
        Kreis  | 2      | case_management | 4        | total   | established |        | stadt-rheine
        Kreis  | 2      | case_management | 5        | subset  | established |        | kreis-steinfurt
    """
)


def test_posts_in_towns_are_those_of_case_management_in_a_part_or_at_a_town(asks: Asks) -> None:
    answer = asks(IN_TOWNS, "posts_in_towns", district=True)

    halves = {
        half: sorted(each.number or 0 for each in answer.values if each.subject == half)
        for half in ("at_district", "in_towns")
    }
    assert halves == {"at_district": [5], "in_towns": [2, 3]}
