"""A town is not alone: what its district says stands with it in every exhibit, named as the district's."""

import pytest

from kim import exhibit as said
from kim.answers.events import events_found
from kim.answers.promises import commitments_found
from kim.queries import View
from kim.tables import package
from tests.spec.conftest import Spec
from ui import exhibits
from ui.exhibits.exhibit import Drawn, Exhibit
from ui.figures.matrix import Matrix
from ui.lists import EntryList
from ui.lists.flow import Flows

RHEINE, STEINFURT = "05566076", "05566"
MARKED = "Kreis Steinfurt (Angaben des Kreises)"
ALONE = View((RHEINE,))
BOTH = View((STEINFURT, RHEINE))
GROUPS = """
    region   | label   | inclusion     | dimension | anchor
    05566    | ab 2016 | counting_rule | arrival   | zählt
    05566076 | alle    | primary       | arrival   | alle
"""
DECISIONS = """
    region | body     | subject      | kind    | date    | anchor
    05566  | Kreistag | freie Träger | decided | 2021-05 | trägt
"""
CARRIERS = """
    region | organisation    | role            | counterpart  | anchor
    05566  | kreis-steinfurt | passes_on_grant | stadt-rheine | leitet
"""
MILESTONES = """
    region | event  | state | date | anchor
    05558  | Beginn | done  | 2021 | fängt
"""
FUNDING = """
    region | item     | unit | anchor
    05558  | Personal | eur  | zahlt
"""
COMMITMENTS = """
    region   | made_by | promise | due     | state | recurrence | anchor
    05566    | Kreis   | Bericht |         | open  | once       | spricht
    05566    | Kreis   | Konzept | 2020-05 | open  | once       | plant
    05566076 | Stadt   | Besuch  |         | kept  | once       | kam
"""


def drawn(exhibit: Exhibit, view: View) -> Drawn:
    return exhibit.drawn(exhibit.rows(view), view, RHEINE)


def sentence(exhibit: Exhibit, view: View) -> str:
    """Without what it says of doubts."""
    return said.sentence(exhibit.rows(view), view).partition(" Davon")[0]


@pytest.mark.parametrize("exhibit", exhibits.EXHIBITS, ids=lambda exhibit: exhibit.key)
def test_every_exhibit_reaches_to_the_district_of_a_town(exhibit: Exhibit) -> None:
    assert STEINFURT in exhibit.reach(ALONE).regions


def test_every_exhibit_asks_for_what_it_reaches(spec: Spec) -> None:
    """With one statement of the district in every table: what is all of a table shows it."""
    tables = {
        each.name: "region | anchor\n05566 | sagt"
        for each in package().facts
        if each.name not in {"positions", "milestones", "commitments"}
    }
    asked = [each for each in exhibits.EXHIBITS if each.ask is None and each.table in tables]
    rows = spec(**tables).ask(lambda: [each.rows(ALONE) for each in asked])

    assert len(asked) > 5
    assert [list(each["region"]) for each in rows] == [[STEINFURT]] * len(asked)


def test_a_counting_rule_of_the_district_stands_marked_with_the_town(spec: Spec) -> None:
    told = spec(target_groups=GROUPS)
    matrix = told.ask(drawn, exhibits.COUNTING_RULES, ALONE)

    assert isinstance(matrix, Matrix)
    assert [row.head for row in matrix.rows] == [MARKED]
    assert told.ask(sentence, exhibits.COUNTING_RULES, ALONE) == (
        "Zu Rheine selbst ist nichts gefunden. Dazu 1 Angabe zum Kreis Steinfurt."
    )


def test_a_district_that_is_chosen_or_silent_is_not_marked(spec: Spec) -> None:
    told = spec(target_groups=GROUPS)
    both = told.ask(drawn, exhibits.COUNTING_RULES, BOTH)
    groups = told.ask(drawn, exhibits.GROUPS, ALONE)

    assert [row.head for row in both.rows] == ["Kreis Steinfurt"]
    assert [row.head for row in groups.rows] == ["Rheine"]
    assert told.ask(sentence, exhibits.GROUPS, ALONE) == "1 Angabe zu Rheine."


def test_of_a_district_alone_it_is_said_with_its_article(spec: Spec) -> None:
    told = spec(target_groups=GROUPS)

    assert told.ask(sentence, exhibits.COUNTING_RULES, View((STEINFURT,))) == (
        "1 Angabe zum Kreis Steinfurt."
    )
    silent = told.ask(lambda: said.sentence(exhibits.COUNTING_RULES.rows(ALONE), View(("05558",))))
    assert silent.startswith("Zum Kreis Coesfeld selbst ist nichts gefunden. Dazu 1 Angabe zum ")


def test_a_decision_of_the_district_stands_with_the_town(spec: Spec) -> None:
    told = spec(decisions=DECISIONS, milestones=MILESTONES)
    decided = told.ask(drawn, exhibits.DECISIONS, ALONE)
    by_year = told.ask(drawn, exhibits.EVENTS_BY_YEAR, ALONE)

    assert isinstance(decided, EntryList)
    assert [each.title for each in decided.groups] == [f"{MARKED} (1)"]
    assert [MARKED in each.details for each in by_year.entries] == [True]


def test_the_way_of_money_begins_with_the_district(spec: Spec) -> None:
    flows = spec(carriers=CARRIERS, funding=FUNDING).ask(drawn, exhibits.MONEY_PATHS, ALONE)

    assert isinstance(flows, Flows)
    assert [(each.title, each.steps[0].start, each.steps[0].end) for each in flows.flows] == [
        (MARKED, "Kreis Steinfurt", "Stadt Rheine")
    ]


def test_roles_of_the_district_are_no_silence(spec: Spec) -> None:
    matrix = spec(carriers=CARRIERS).ask(drawn, exhibits.ROLES, ALONE)

    assert [row.head for row in matrix.rows] == ["Rheine", MARKED]
    assert matrix.rows[0].cells[0][0].detail.endswith("genannt in der Angabe zu Kreis Steinfurt")


def test_the_last_event_of_the_district_is_told_after_those_of_the_town(spec: Spec) -> None:
    told = spec(decisions=DECISIONS, milestones=MILESTONES)

    assert told.ask(events_found, ALONE)[-1] == (
        "Im Kreis Steinfurt zuletzt Mai 2021: (Kreistag: freie Träger [beschlossen])"
    )
    assert sum("Zuletzt" in each for each in told.ask(events_found, BOTH)) == 1


def test_commitments_of_the_district_are_counted_as_its_own(spec: Spec) -> None:
    found = spec(commitments=COMMITMENTS).ask(commitments_found, ALONE)

    assert found == [
        "Zusagen: 1 eingelöste.",
        "Dazu im Kreis Steinfurt: 1 mit vergangenem Termin und 1 offene ohne Termin.",
    ]


def test_the_same_facts_are_drawn_apart_when_the_district_is_chosen(spec: Spec) -> None:
    """The question is the same; the marks differ."""

    def questions() -> list[object]:
        return [exhibits.DECISIONS.rows(each).attrs["question"] for each in (ALONE, BOTH)]

    alone, both = spec(decisions=DECISIONS, milestones=MILESTONES).ask(questions)
    assert alone == both
    assert [
        each.title
        for each in spec(decisions=DECISIONS, milestones=MILESTONES)
        .ask(drawn, exhibits.DECISIONS, BOTH)
        .groups
    ] == ["Kreis Steinfurt (1)"]
