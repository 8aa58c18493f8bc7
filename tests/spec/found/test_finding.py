"""The finding of a page: what the answers of several places, or of one, come to in a sentence."""

import pytest

from kim.answers import answers
from kim.answers.finding import closed, finding, named_facts
from tests.spec.found.conftest import Knows
from tests.spec.told import view

TOWN, DISTRICT, OTHER = "05566076", "05566", "05558"
POSTS = """
    region   | module | function        | quantity | certainty | unit    | measure  | status      | as_of | source       | paragraph | anchor | basis
    05566076 | 2      | case_management | 3.5      | exact     | posts   | total    | established | 2022  | gelesen-2022 | 1 | einmal | stated
    05558    | 2      | case_management | 6        | exact     | persons | total    | filled      | 2022  | gelesen-2022 | 1 | einmal | stated
    05558    | 2      | case_management | 9        | exact     | posts   | increase | planned     | 2023  | vermerk-2023 |           | einmal | stated
"""


def test_how_many_places_name_a_number_and_in_which_state(knows: Knows) -> None:
    found = knows(positions=POSTS).ask(finding, "positions", view(f"{OTHER} {DISTRICT} {TOWN}"))

    assert found == (
        "2 von 3 gewählten Orten nennen eine Zahl zum Case Management.",
        "Tätig: Kreis Coesfeld mit 6 Personen. Eingerichtet: Rheine mit 3,5 Stellen.",
        "Ohne Zahl: Kreis Steinfurt.",
    )


def test_a_single_place_that_names_a_number_is_one(knows: Knows) -> None:
    found = knows(positions=POSTS).ask(finding, "positions", view(f"{DISTRICT} {TOWN}"))

    assert found[0] == "1 von 2 gewählten Orten nennt eine Zahl zum Case Management."


def test_a_number_that_is_not_sure_is_said_beside_the_sure_one(knows: Knows) -> None:
    unsure = POSTS.replace("increase | planned", "total    | funded ")
    found = knows(positions=unsure).ask(finding, "positions", view(f"{OTHER} {TOWN}"))

    assert found[1] == (
        "Tätig: Kreis Coesfeld mit 6 Personen. Eingerichtet: Rheine mit 3,5 Stellen."
        " Nicht gesichert – Kreis Coesfeld: (9) Stellen gefördert."
    )


def test_the_facts_that_a_finding_names_are_known(knows: Knows) -> None:
    told = knows(positions=POSTS)

    assert len(told.ask(named_facts, "positions", view(f"{OTHER} {DISTRICT} {TOWN}"))) == 2
    assert not told.ask(named_facts, "funding", view(TOWN))


def test_increases_are_no_number_of_their_own(knows: Knows) -> None:
    increase = POSTS.replace("total ", "increase")
    found = knows(positions=increase).ask(finding, "positions", view(f"{OTHER} {TOWN}"))

    assert found[0] == "Keiner der 2 gewählten Orte nennt eine Zahl zum Case Management."


def test_of_one_place_its_own_sentence(knows: Knows) -> None:
    (found,) = knows(positions=POSTS).ask(finding, "positions", view(TOWN))

    assert found.startswith("In Rheine sind im Case Management 3,5 Stellen eingerichtet")


def test_of_one_place_of_which_nothing_is_known_that_and_how_far_was_looked(knows: Knows) -> None:
    (found,) = knows(positions=POSTS).ask(finding, "carriers", view(DISTRICT))

    assert found.startswith(
        "Zur Durchführung des Case Managements ist im Kreis Steinfurt nichts gefunden"
    )


def test_without_a_place_it_asks_for_one(knows: Knows) -> None:
    assert knows(positions=POSTS).ask(finding, "positions", view("")) == (
        "Kein Ort gewählt. Wählen Sie oben mindestens einen Ort.",
    )


def test_who_does_it_place_by_place(knows: Knows) -> None:
    told = knows(
        carriers="""
            region   | module | organisation | role         | source      | paragraph | anchor      | basis
            05566076 | 2      | caritas      | carries_out  | gelesen-2022 | 1 | einmal | stated
            05558    | 2      | caritas      | employs      | gelesen-2022 | 1 | einmal | stated
        """
    )

    assert told.ask(finding, "carriers", view(f"{OTHER} {TOWN}")) == (
        "Durchführung des Case Managements – Rheine: Caritasverband.",
        "Anstellung im Case Management – Kreis Coesfeld: Caritasverband.",
    )


def test_evaluation_state_by_state_and_that_of_the_land(knows: Knows) -> None:
    told = knows(
        evaluations="""
            region | level | status | subject | source | paragraph | anchor | basis
            05       | land     | running          | T1 | gelesen-2022 | 1 | einmal | stated
            05566076 | local    | planned          | T2 | gelesen-2022 | 1 | einmal | stated
            05566076 | local    | under_discussion | T3 | gelesen-2022 | 1 | einmal | stated
            05558    | district | completed        | T4 | gelesen-2022 | 1 | einmal | stated
            05558    | land     | planned          | T5 | gelesen-2022 | 1 | einmal | stated
        """
    )

    assert told.ask(finding, "evaluations", view(f"{OTHER} {TOWN}")) == (
        "Zur Evaluation vor Ort oder im Kreis ist genannt: im Kreis Coesfeld „abgeschlossen“; "
        "in Rheine je nach Gegenstand „noch nicht entschieden“ oder „geplant“.",
        "Evaluation durch das Land: läuft.",
    )


def test_a_town_of_which_only_the_district_evaluates_is_named_with_it(knows: Knows) -> None:
    told = knows(
        evaluations="""
            region | level    | status  | subject | source       | paragraph | anchor | basis
            05566  | district | running | T1      | gelesen-2022 | 1         | einmal | stated
        """
    )

    assert told.ask(finding, "evaluations", view(f"{OTHER} {TOWN}")) == (
        "Zur Evaluation vor Ort oder im Kreis ist genannt: in Rheine (Kreis Steinfurt) „läuft“.",
    )
    assert told.ask(finding, "evaluations", view(f"{DISTRICT} {TOWN}")) == (
        "Zur Evaluation vor Ort oder im Kreis ist genannt: im Kreis Steinfurt „läuft“.",
    )


def test_a_number_of_a_part_says_whose_it_is(knows: Knows) -> None:
    told = knows(
        positions="""
            region   | module | function        | quantity | certainty | unit  | measure | status | employer | area  | as_of | source       | paragraph | anchor | basis
            05566076 | 2      | case_management | 3        | exact     | posts | total   | filled | caritas  |       | 2022  | gelesen-2022 | 1 | einmal | stated
            05558    | 2      | case_management | 6        | exact     | posts | total   | filled | caritas  | Süden | 2022  | gelesen-2022 | 1 | einmal | stated
        """
    )
    found = told.ask(finding, "positions", view(f"{OTHER} {TOWN}"))

    assert found[1] == (
        "Besetzt: Kreis Coesfeld mit 6 Stellen (Süden) und Rheine mit 3 Stellen (beim Caritasverband)."
    )


def test_who_steers_counts_bodies_that_are_there(knows: Knows) -> None:
    told = knows(
        bodies="""
            region   | body          | level     | state   | source      | paragraph | anchor      | basis
            05566076 | Lenkungskreis | strategic | planned | gelesen-2022 | 1 | einmal | stated
            05566    | Lenkungsrunde | strategic | exists  | gelesen-2022 | 1 | einmal | stated
            05558    | Arbeitsrunde  | operative | exists  | gelesen-2022 | 1 | einmal | stated
        """
    )

    assert told.ask(finding, "governance", view(f"{OTHER} {DISTRICT} {TOWN}")) == (
        "1 von 3 gewählten Orten hat eine Steuerungs- oder Lenkungsgruppe: Kreis Steinfurt.",
    )
    assert told.ask(finding, "governance", view(f"{OTHER} {TOWN}")) == (
        "Keiner der 2 gewählten Orte nennt eine Steuerungs- oder Lenkungsgruppe.",
        "Für Rheine hat der Kreis Steinfurt eine.",
    )


def test_who_names_target_groups_and_for_whom_the_district_does(knows: Knows) -> None:
    told = knows(
        target_groups="""
            region | label  | dimension | inclusion | source       | paragraph | anchor | basis
            05566  | Neue   | general   | primary   | gelesen-2022 | 1         | einmal | stated
            05558  | Kinder | general   | primary   | gelesen-2022 | 1         | einmal | stated
        """
    )

    assert told.ask(finding, "target_groups", view(f"{OTHER} {TOWN}")) == (
        "1 von 2 gewählten Orten nennt selbst, für wen das Angebot da ist: Kreis Coesfeld.",
        "Für Rheine sagt es der Kreis Steinfurt.",
    )
    assert told.ask(finding, "target_groups", view(f"{OTHER} {DISTRICT} {TOWN}"))[0] == (
        "2 von 3 gewählten Orten nennen selbst, für wen das Angebot da ist:"
        " Kreis Coesfeld und Kreis Steinfurt."
    )


def test_what_is_promised_on_several_amounts_is_said_once(knows: Knows) -> None:
    told = knows(
        funding="""
            region   | item         | certainty | unit | source       | paragraph | anchor | basis
            05566076 | Eigenanteil  | unknown   | eur  | gelesen-2022 | 1         | einmal | stated
            05566076 | Gesamtkosten | unknown   | eur  | gelesen-2022 | 1         | einmal | stated
        """,
        commitments="""
            region   | promise        | recurrence | state | source       | paragraph | anchor | basis
            05566076 | Kosten nennen  | once       | open  | gelesen-2022 | 1         | einmal | stated
        """,
    )

    assert told.ask(finding, "funding", view(TOWN)) == (
        "Der Eigenanteil ist für Rheine nicht beziffert. Zugesagt ist dazu: Kosten nennen.",
        "Die Gesamtkosten sind für Rheine nicht beziffert.",
    )


def test_a_district_that_does_it_itself_is_not_named_twice(knows: Knows) -> None:
    told = knows(
        organisations="organisation | name | kind\n kreis-coesfeld | Kreis Coesfeld | district",
        carriers="""
            region | organisation   | module | role    | source       | paragraph | anchor | basis
            05558  | kreis-coesfeld | 2      | employs | gelesen-2022 | 1         | einmal | stated
        """,
    )

    assert "Anstellung im Case Management – Kreis Coesfeld: der Kreis selbst." in told.ask(
        finding, "carriers", view(f"{OTHER} {TOWN}")
    )


def test_the_last_event_and_the_next_one(knows: Knows) -> None:
    told = knows(
        milestones="""
            region   | date       | event  | state    | source       | paragraph | anchor      | basis
            05566076 | 2021       | Anfang | done     | gelesen-2022 | 1 | einmal | stated
            05566076 | 2021-06-15 | Mitte  | done     | vermerk-2023 |           | einmal      | claimed
            05566076 | 2090       | Ende   | expected | gelesen-2022 | 1 | einmal | stated
            05566076 | 2091       | Danach | expected | gelesen-2022 | 1 | einmal | stated
            05566076 | 2020       | Plan   | expected | gelesen-2022 | 1 | einmal | stated
            05566076 | 2089       | Irrtum | done     | gelesen-2022 | 1 | einmal | stated
            05566076 |            | Umzug  | done     | gelesen-2022 | 1 | einmal | stated
        """
    )

    assert told.ask(finding, "timeline", view(TOWN)) == (
        "Zuletzt 2021, Rheine: Anfang.",
        "Erwartet, 2090, Rheine: Ende.",
        "6 Ereignisse sind datiert, 1 ohne Datum.",
    )


def test_a_day_late_in_a_year_comes_after_what_names_the_year_alone(knows: Knows) -> None:
    """As in the list of the years, where the middle of what a date may mean counts."""
    told = knows(
        milestones="""
            region   | date       | event  | state | source       | paragraph | anchor | basis
            05566076 | 2022       | Ausbau | done  | gelesen-2022 | 1         | einmal | stated
            05566076 | 2022-11-01 | Wechsel | done | gelesen-2022 | 1         | einmal | stated
        """
    )

    assert told.ask(finding, "timeline", view(TOWN))[0] == "Zuletzt 01.11.2022, Rheine: Wechsel."


@pytest.mark.parametrize(
    ("words", "said"), [("das ist so", "das ist so."), ("ein e. V.", "ein e. V."), ("Was?", "Was?")]
)
def test_a_sentence_has_one_end(words: str, said: str) -> None:
    assert closed(words) == said


def test_the_last_decision_of_the_district_stands_beside_that_of_the_town(knows: Knows) -> None:
    told = knows(
        decisions="""
            region   | body     | subject      | kind    | date       | source       | paragraph | anchor
            05566    | Kreistag | freie Träger | decided | 2021-01-01 | gelesen-2022 | 1         | einmal
            05566076 | Rat      | Ausbau       | decided | 2022-01-01 | gelesen-2022 | 1         | einmal
        """
    )
    answer = told.ask(answers, TOWN, view(TOWN))["last_decision"]

    assert answer.sentence == (
        "Zuletzt hat der Rat beschlossen (01.01.2022): Ausbau."
        " Zuletzt hat der Kreistag beschlossen (01.01.2021): freie Träger."
        " So steht es für den Kreis Steinfurt."
    )
