"""Who commissions, carries out, employs, supervises, gives the desk and the money: names in their case."""

from kim.answers import AnswerState, Role
from tests.spec.answers.conftest import Asks
from tests.spec.answers.towns import town

SEVERAL = town(
    carriers="""
        module | role        | organisation | area           | as_of
        2      | carries_out | caritas      | links der Ems  |
        2      | carries_out | stadt-rheine | rechts der Ems |
        2      | employs     | stadt-rheine |                | 2022-12-01
        2      | commissions | kreis-steinfurt |             |
        2      | provides_workplace | stadt-rheine |          |
    """
)
DISTRICT = town(
    carriers="""
        region | module | role           | organisation    | counterpart
        Kreis  |        | receives_grant | kreis-steinfurt |
        Kreis  |        | passes_on_grant | kreis-steinfurt | stadt-rheine
        Kreis  |        | passes_on_grant | kreis-steinfurt | caritas
        Kreis  |        | supervises     | caritas         |
        Kreis  | 1      | employs        | kreis-steinfurt |
    """
)
ONE_AFTER_THE_OTHER = town(
    carriers="""
        module | role        | organisation    | as_of
        2      | carries_out | kreis-steinfurt | ../2022
        2      | carries_out | stadt-rheine    | 2022
    """
)
TWICE = town(
    carriers="""
        module | role        | organisation | area | source       | basis
        2      | carries_out | caritas      | Nord | vermerk-2023 | stated
        2      | carries_out | caritas      |      | vermerk-2023 | inferred
        2      | carries_out | stadt-rheine |      | vermerk-2023 | stated
    """
)
APART = town(
    carriers="""
        module | role            | organisation    | counterpart
               | receives_grant  | kreis-steinfurt |
               | passes_on_grant | caritas         | stadt-rheine
    """
)

TO_NOBODY_NAMED = town(
    carriers="""
        module | role            | organisation | counterpart
               | passes_on_grant | caritas      |
    """
)


def test_several_carriers_with_the_part_of_the_town_that_is_theirs(asks: Asks) -> None:
    answer = asks(SEVERAL, "carries_out")

    assert sorted(each.organisation for each in answer.values) == ["Caritasverband", "Stadt Rheine"]
    assert "der Caritasverband (links der Ems)" in answer.brief.replace("Der C", "der C")
    assert "die Stadt Rheine (rechts der Ems)" in answer.brief.replace("Die S", "die S")
    assert answer.brief.endswith(" führen das Case Management durch.")


def test_one_organisation_and_since_when_in_full(asks: Asks) -> None:
    answer = asks(SEVERAL, "employs")

    assert answer.brief == "Die Stadt Rheine stellt das Personal an."
    assert answer.sentence == "Die Stadt Rheine (ab 01.12.2022) stellt das Personal an."
    assert asks(SEVERAL, "commissions").brief == "Der Kreis Steinfurt vergibt den Auftrag."
    assert asks(SEVERAL, "workplace").brief == "Die Stadt Rheine stellt den Arbeitsplatz."


def test_the_way_of_the_grant_in_one_sentence(asks: Asks) -> None:
    answer = asks(DISTRICT, "grant_recipient")

    assert answer.brief.removesuffix(" So steht es für den Kreis Steinfurt.") in (
        "Der Kreis Steinfurt empfängt die Zuwendung und leitet sie an die Stadt Rheine und"
        " an den Caritasverband weiter.",
        "Der Kreis Steinfurt empfängt die Zuwendung und leitet sie an den Caritasverband und"
        " an die Stadt Rheine weiter.",
    )
    assert {each.state for each in answer.values} == {"receives_grant", "passes_on_grant"}


def test_two_who_receive_and_pass_on_are_two_sentences(asks: Asks) -> None:
    assert asks(APART, "grant_recipient").brief == (
        "Der Kreis Steinfurt empfängt die Zuwendung."
        " Der Caritasverband leitet die Zuwendung an die Stadt Rheine weiter."
    )


def test_a_grant_that_is_passed_on_to_nobody_named(asks: Asks) -> None:
    assert asks(TO_NOBODY_NAMED, "grant_recipient").brief == (
        "Der Caritasverband leitet die Zuwendung weiter."
    )


def test_what_holds_for_the_district_says_so(asks: Asks) -> None:
    answer = asks(DISTRICT, "supervises")

    assert answer.brief == (
        "Der Caritasverband (für KIM im Ganzen) hat die Fachaufsicht."
        " So steht es für den Kreis Steinfurt."
    )


def test_who_is_employed_in_coordination_is_not_in_case_management(asks: Asks) -> None:
    assert asks(DISTRICT, "employs").state is AnswerState.NOTHING


def test_on_the_last_day_of_a_year_only_the_new_one_is_certain(asks: Asks) -> None:
    within = asks(ONE_AFTER_THE_OTHER, "carries_out", "2022-06-01")
    after = asks(ONE_AFTER_THE_OTHER, "carries_out", "2023-01-01")
    before = asks(ONE_AFTER_THE_OTHER, "carries_out", "2021-12-31")

    assert within.state is AnswerState.POSSIBLE
    assert after.brief == "Die Stadt Rheine führt das Case Management durch."
    assert [each.organisation for each in before.values] == ["Kreis Steinfurt"]


def test_a_doubt_that_all_share_is_said_once_and_an_organisation_named_once(asks: Asks) -> None:
    answer = asks(TWICE, "carries_out")

    assert answer.brief.count("nicht am Text geprüft") == 1
    assert answer.brief.count("Caritasverband") == 1
    assert answer.brief.endswith(" führen das Case Management durch (nicht am Text geprüft).")
    assert Role.LESS_SURE not in {each.role for each in answer.beside}
