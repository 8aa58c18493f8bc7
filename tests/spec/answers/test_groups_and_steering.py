"""For whom the offer is, who steers, with which instruments, and how it is kept apart."""

from dataclasses import replace

from kim.answers import AnswerState, Level, Role, Value
from kim.answers.steering import tell_bodies
from kim.answers.telling import Region, Telling
from kim.facts import FactKey
from tests.spec.answers.conftest import Asks
from tests.spec.answers.towns import town

GROUPS = town(
    target_groups="""
        label             | inclusion | age_over | arrived_after | defined_by
        Neu Eingewanderte | primary   |          | 2016          |
        Familien          | primary   | 27       |               |
        Gäste             | excluded  |          |               | Kreis Steinfurt
        Ältere            | also      |          |               |
        Zählweise         | counting_rule |      |               | Rat
    """
)
LAYERED = town(
    target_groups="""
        region | label    | inclusion
        Ort    | Familien | primary
        Kreis  | Familien | primary
        Kreis  | Paare    | primary
    """
)
ALSO = town(target_groups="label | inclusion\n Ältere | also")
BODIES = town(
    bodies="""
        region | body                       | level        | state     | host         | members
        Ort    | Lenkungsgruppe             | strategic    | planned   | stadt-rheine | Amtsleitungen
        Ort    | Lenkungsgruppe             | strategic    | exists    |              | Wohlfahrtsverbände
        Ort    | Projektgruppen             | operative    | planned   |              |
        Ort    | Rat                        | political    | exists    |              |
        Ort    | Beirat                     | strategic    | dissolved |              | Caritas
        Kreis  | Kreisweites Austauschtreffen | operative  | exists    |              |
    """
)
RENEWED = town(
    bodies="""
        body      | level     | state     | as_of
        Runde     | strategic | exists    | 2021
        Runde     | strategic | planned   | 2020
        Beirat    | strategic | exists    | 2020
        Beirat    | strategic | dissolved | 2022
    """,
    instruments="""
        label     | kind   | state          | as_of
        Netzkarte | method | in_use         | 2020
        Netzkarte | method | completed      | 2022
    """,
)
ONE_BODY = town(bodies="body | level\n Koordinierende Stelle KIM | coordinating")
TOOLS = town(
    instruments="""
        label       | kind    | state          | purpose
        Leitbild    | concept | in_development |
        Netzkarte   | method  | planned        |
        Netzkarte   | method  | in_use         |
        Fallrunde   | method  | completed      | Vermeidet doppelte Beratung
    """,
    objectives="label\n Keine Doppelstrukturen",
    open_questions="""
        question                                  | state    | answer
        Wie wird das von der Caritas abgegrenzt?  | answered | Es berät nur Neue
        Wie wird es sonst abgegrenzt?             | open     |
    """,
)
EVALUATED = town(
    evaluations="""
        region | level    | status           | subject             | ends    | evaluator      | results
        Ort    | local    | planned          | KIM vor Ort         |         | Lenkungsgruppe |
        Ort    | local    | under_discussion | Eigene Evaluation vor Ort |      |              |
        Ort    | local    | none             | Wissenschaftliche Evaluation von KIM vor Ort |   |                |
        Ort    | district | running          | Alle Bausteine      | XXXX-05 |                | none_yet
        Kreis  | district | running          | Vernetzung          |         |                |
        Kreis  | land     | under_discussion |                     |         |                |
    """
)


MANY_GROUPS = town(
    target_groups="""
        label              | inclusion | age_over
        Geduldete über 27  | primary   | 27
        Zugewanderte Menschen | also   |
        Ältere             | also      |
        Paare              | also      |
        Gäste              | also      |
    """
)


def test_of_many_that_are_also_named_only_the_number_is_said(asks: Asks) -> None:
    answer = asks(MANY_GROUPS, "target_groups")

    assert answer.sentence == (
        "Das Angebot ist in Rheine vor allem gedacht für: Geduldete über 27."
        " Auch genannt: 4 weitere Gruppen."
    )
    assert "zugewanderte Menschen" in {each.words for each in answer.values}


def test_a_sentence_on_bodies_does_not_say_again_whose_they_are() -> None:
    rheine = Region("05566076", "Rheine", "municipality")
    fact = FactKey("bodies", 1)
    names = ("Lenkungsgruppe KIM Rheine", "Beirat")
    host = ("bei der Stadt Rheine", "Mitglieder: Amtsleitungen")
    values = tuple(
        Value(name, fact, "05566076", Level.OWN, "Vermerk", 1, subject="strategic")
        for name in names
    )
    told = tuple(replace(each, organisation=each.words, details=host) for each in values)

    assert tell_bodies(Telling(rheine, told)) == (
        "In Rheine steuern die Lenkungsgruppe KIM (Mitglieder: Amtsleitungen)"
        " und der Beirat (Mitglieder: Amtsleitungen)."
    )


def test_first_and_other_groups_with_their_bounds(asks: Asks) -> None:
    answer = asks(GROUPS, "target_groups")

    assert {each.words for each in answer.values} == {"neu Eingewanderte", "Familien", "Ältere"}
    assert "neu Eingewanderte (eingereist nach 2016)" in answer.sentence
    assert "Familien (älter als 27 Jahre)" in answer.sentence
    assert answer.sentence.endswith(" Auch genannt: Ältere.")
    assert answer.brief.endswith(" Auch genannt: Ältere.")
    assert asks(ALSO, "target_groups").brief == "In Rheine auch genannt: Ältere."


def test_who_is_excluded_and_who_laid_it_down(asks: Asks) -> None:
    assert asks(GROUPS, "excluded_groups").brief == "Ausgeschlossen sind in Rheine: Gäste."
    assert asks(GROUPS, "groups_laid_down_by").brief == (
        "Festgelegt sind die Zielgruppen in Rheine vom Kreis Steinfurt."
    )


def test_what_the_district_says_stands_beside_the_towns_own_but_nothing_twice(asks: Asks) -> None:
    answer = asks(LAYERED, "target_groups")

    assert answer.levels == (Level.OWN, Level.DISTRICT)
    assert answer.sentence == (
        "Das Angebot ist in Rheine vor allem gedacht für: Familien."
        " Das Angebot ist im Kreis Steinfurt vor allem gedacht für: Paare."
    )


def test_bodies_the_highest_first_without_political_ones_and_those_that_are_gone(
    asks: Asks,
) -> None:
    answer = asks(BODIES, "steering_bodies")

    assert answer.brief == (
        "In Rheine steuert die Lenkungsgruppe."
        " In Rheine sollen operativ zusammenarbeiten: die Projektgruppen (geplant)."
        " Im Kreis Steinfurt arbeitet operativ zusammen: das kreisweite Austauschtreffen."
    )
    assert [each.state for each in answer.values] == ["exists", "planned", "exists"]
    assert "die Lenkungsgruppe (Mitglieder: Wohlfahrtsverbände)" in answer.sentence
    assert asks(ONE_BODY, "steering_bodies").brief == (
        "In Rheine steuert die koordinierende Stelle KIM."
    )


def test_the_newest_statement_gives_the_state(asks: Asks) -> None:
    assert asks(RENEWED, "steering_bodies").brief == "In Rheine steuert Runde."
    assert [each.state for each in asks(RENEWED, "instruments").values] == ["completed"]


def test_the_part_of_independent_carriers_in_steering(asks: Asks) -> None:
    assert asks(BODIES, "carriers_in_steering").brief == (
        "In Rheine sitzen freie Träger in der Lenkungsgruppe (Mitglieder: Wohlfahrtsverbände)."
    )
    assert asks(ONE_BODY, "carriers_in_steering").state is AnswerState.NOTHING


def test_concepts_and_instruments_in_their_highest_state(asks: Asks) -> None:
    assert asks(TOOLS, "concept").brief == (
        "In Rheine gibt es als Konzept: Leitbild (in Entwicklung)."
    )
    tools = asks(TOOLS, "instruments")
    assert {(each.words, each.state) for each in tools.values} == {
        ("Netzkarte", "in_use"),
        ("Fallrunde", "completed"),
    }
    assert "Netzkarte" in tools.brief
    assert "Fallrunde (abgeschlossen)" in tools.brief


def test_how_it_is_kept_apart_of_a_question_only_its_answer(asks: Asks) -> None:
    answer = asks(TOOLS, "kept_apart")

    assert {each.words for each in answer.values} == {
        "keine Doppelstrukturen",
        "Vermeidet doppelte Beratung",
        "es berät nur Neue",
    }
    assert answer.brief.startswith("In Rheine steht zur Abgrenzung: keine Doppelstrukturen")


ENDS_ARE_TOLD_BY_ONE = town(
    evaluations="""
        region | level    | status  | subject    | ends
        Ort    | local    | running | Beratung   |
        Ort    | local    | running | Vernetzung | 2025
        Ort    | district | running | Vernetzung | 2026
        Ort    | district | running | Beratung   |
    """
)


def test_when_an_evaluation_ends_is_said_whichever_statement_says_it(asks: Asks) -> None:
    said = asks(ENDS_ARE_TOLD_BY_ONE, "evaluation").sentence

    assert "bis 2025" in said
    assert "bis 2026" in said


def test_evaluation_level_by_level_and_of_the_district_nothing_twice(asks: Asks) -> None:
    answer = asks(EVALUATED, "evaluation")

    assert answer.brief.endswith(" Dazu kommen Angaben zum Kreis Steinfurt.")
    assert answer.sentence == (
        "Auf Kreisebene läuft eine Evaluation"
        " (bis Mai, Jahr nicht genannt; alle Bausteine; laut Dokument von 2023)."
        " In Rheine ist eine Evaluation von KIM geplant (durch die Lenkungsgruppe);"
        " über eine eigene Evaluation ist noch nicht entschieden;"
        " eine eigene wissenschaftliche Evaluation von KIM findet dort nicht statt"
        " (alles laut Dokument von 2023)."
        " Auf Landesebene ist über eine Evaluation noch nicht entschieden (laut Dokument von 2023)."
        " So steht es für den Kreis Steinfurt."
    )
    assert answer.sentence.count("Auf Kreisebene") == 1
    assert asks(EVALUATED, "evaluation_results").brief == (
        "Ergebnisse in Rheine: auf Kreisebene noch keine."
    )


DATED = town(
    evaluations="""
        level    | status  | subject                                      | as_of
        land     | running | Programm                                     | 2022
        district | planned | Programm                                     | 2021
        local    | dropped | Programm                                     |
    """
)
OF_THE_LAND = town(
    evaluations="""
        level | status | subject
        land  | none   | Wissenschaftliche Evaluation von KIM
        land  | running | Alle Bausteine
    """
)


def test_a_state_that_may_have_changed_since_is_told_with_its_day_in_brief_too(asks: Asks) -> None:
    assert asks(DATED, "evaluation").brief == (
        "Auf Landesebene läuft eine Evaluation (ab 2022, Tag nicht genannt)."
        " Auf Kreisebene ist eine Evaluation geplant (Stand 2021)."
        " In Rheine wurde eine Evaluation abgebrochen."
    )


def test_only_of_the_local_level_is_an_evaluation_called_its_own(asks: Asks) -> None:
    assert asks(OF_THE_LAND, "evaluation").brief == (
        "Auf Landesebene läuft eine Evaluation zu „alle Bausteine“;"
        " eine wissenschaftliche Evaluation von KIM findet dort nicht statt"
        " (beides laut Dokument von 2023)."
    )


def test_the_district_hears_of_its_own_evaluation(asks: Asks) -> None:
    answer = asks(EVALUATED, "evaluation", district=True)

    assert {each.subject for each in answer.values} == {"land", "district"}
    assert Role.CONTRADICTS not in {each.role for each in answer.beside}
