"""What was decided last, what is due again and again, what is open, how many people are advised."""

from kim.answers import Role
from tests.spec.answers.conftest import Asks
from tests.spec.answers.towns import town

DECIDED = town(
    decisions="""
        body           | subject               | kind        | date       | basis
        Rat            | Weiter an KIM teilnehmen | decided  | 2022-12-08 | stated
        Rat            | Volle Kosten tragen   | recommended | 2021       | stated
        Integrationsrat | Vorschlag            | decided     | 2024-01-01 | claimed
    """
)
NOTED = town(
    decisions="""
        body                                  | subject    | kind    | date
        Kreis Coesfeld, Gremium nicht genannt | Teilnahme  | decided | 2020-09
        Sozialausschuss                       | Bericht    | noted   |
    """
)
SAME_DAY = town(
    decisions="""
        body | subject   | kind        | date
        Rat  | Bericht   | noted       | 2022-01-01
        Rat  | Teilnahme | recommended | 2022-01-01
        Rat  | Ausbau    | recommended | 2022-01-01
    """
)
RESCINDED = town(
    decisions="""
        body | subject | kind      | date       | rescinds
        Rat  | Ausbau  | decided   | 2021-01-01 |
        Rat  | Ausbau  | rescinded | 2024-01-01 | Ausbau
    """
)
OPEN = town(
    open_questions="""
        question        | state           | answer
        Wer zahlt?      | open            | später
        Wie viel?       | partly_answered | rund 5
        Seit wann?      | answered        |
    """,
    commitments="""
        promise                       | recurrence       | state | made_to
        Über den Stand berichten      | yearly           | open  | Sozialausschuss
        Stellen besetzen              | once             | open  | Rat
    """,
)
PROMISED = town(
    commitments="""
        promise           | recurrence | state  | due     | made_by
        Konzept vorlegen  | once       | open   | 2023-12 | Verwaltung
        Stellen besetzen  | once       | open   |         | Verwaltung
        Bericht vorlegen  | once       | open   | 2024    | Verwaltung
        Den Stand nennen  | yearly     | open   |         | Verwaltung
        Räume finden      | once       | kept   |         | Verwaltung
        Geld geben        | once       | lapsed |         | Land
        Rat informieren   | once       | prospective |    | Verwaltung
        Jährlich reden    | yearly     | prospective |    | Verwaltung
    """
)
OFFERED = town(commitments="promise | recurrence | state\n Rat informieren | once | prospective")
ADVISED = town(
    indicators="""
        indicator       | value | certainty | counting      | as_of      | period | source
        persons_advised | 580   | exact     | running_total | 2024-07-24 | 2021   | gelesen
        persons_advised | 300   | exact     | running_total | 2023-07-24 | 2021   | gelesen
        consultations   | 2500  | at_least  | running_total | 2024-03-20 |        | gelesen
        population      | 76000 | exact     |               | 2022-12-31 |        | gelesen
    """
)


def test_the_last_sure_decision_with_its_day(asks: Asks) -> None:
    answer = asks(DECIDED, "last_decision")

    assert answer.brief == "Zuletzt hat der Rat beschlossen (08.12.2022): weiter an KIM teilnehmen."
    assert [each.words for each in answer.values] == ["weiter an KIM teilnehmen"]


def test_a_decision_before_one_that_was_only_noted_stands_beside(asks: Asks) -> None:
    answer = asks(NOTED, "last_decision")

    assert answer.brief == (
        "Zuletzt hat der Sozialausschuss zur Kenntnis genommen (laut Dokument von 2023): Bericht."
        " Davor hat der Kreis Coesfeld, Gremium nicht genannt, beschlossen (September 2020):"
        " Teilnahme."
    )
    assert [each.role for each in answer.beside] == [Role.PREVIOUS]


def test_of_one_day_what_was_decided_comes_before_what_was_noted(asks: Asks) -> None:
    answer = asks(SAME_DAY, "last_decision")

    assert answer.brief in (
        "Zuletzt hat der Rat empfohlen (01.01.2022): Teilnahme und Ausbau.",
        "Zuletzt hat der Rat empfohlen (01.01.2022): Ausbau und Teilnahme.",
    )
    assert answer.sentence.endswith(
        " Außerdem hat der Rat zur Kenntnis genommen (01.01.2022): Bericht."
    )


def test_what_was_rescinded_is_told_as_such(asks: Asks) -> None:
    answer = asks(RESCINDED, "last_decision")
    then = asks(RESCINDED, "last_decision", "2022-01-01")

    assert answer.brief == "Zuletzt hat der Rat aufgehoben (01.01.2024): Ausbau."
    assert then.brief.startswith("Zuletzt hat der Rat beschlossen (01.01.2021): Ausbau")


def test_what_is_due_again_and_again_and_what_is_open(asks: Asks) -> None:
    duties = asks(OPEN, "reporting_duties", "2025-03-01")

    assert duties.brief == ("In Rheine ist regelmäßig fällig: über den Stand berichten (jährlich).")
    assert duties.sentence == (
        "In Rheine ist regelmäßig fällig: über den Stand berichten (jährlich; an den"
        " Sozialausschuss; erwartete Berichte: 1 überfällig, 1 laufend und 1 vielleicht erwartet)."
    )
    assert asks(OPEN, "open_questions").brief == (
        "Offen ist in Rheine: Wer zahlt? Zum Teil beantwortet: Wie viel?"
    )
    assert asks(OPEN, "open_questions").sentence == (
        "Offen ist in Rheine: Wer zahlt? Zum Teil beantwortet: Wie viel? (rund 5)"
    )


def test_commitments_are_counted_by_where_they_stand_on_the_day(asks: Asks) -> None:
    answer = asks(PROMISED, "commitments", "2024-06-01")
    last_day = asks(PROMISED, "commitments", "2023-12-31")

    assert answer.brief == (
        "Zusagen in Rheine: 4 offen (davon 1 mit vergangenem Termin und 1 regelmäßig),"
        " 2 noch nicht fest zugesagt, 1 eingelöst und 1 verfallen."
        " Termin vorbei: Konzept vorlegen (seit Ende 2023)."
    )
    assert answer.values[0].state == "overdue"
    assert ("Termin vielleicht schon vorbei",) in [each.scope for each in answer.values]
    assert last_day.brief == (
        "Zusagen in Rheine: 4 offen (davon 1 regelmäßig),"
        " 2 noch nicht fest zugesagt, 1 eingelöst und 1 verfallen."
        " Offen: Konzept vorlegen (Termin vielleicht schon vorbei); Bericht vorlegen; Stellen besetzen."
    )


def test_what_is_no_promise_yet_is_named_where_nothing_else_is(asks: Asks) -> None:
    assert asks(OFFERED, "commitments").brief == (
        "Zusagen in Rheine: 1 noch nicht fest zugesagt. Noch nicht fest zugesagt: Rat informieren."
    )


def test_a_report_that_is_not_promised_yet_is_not_due(asks: Asks) -> None:
    assert asks(PROMISED, "reporting_duties").brief == (
        "In Rheine ist regelmäßig fällig: Den Stand nennen (jährlich)."
        " In Rheine ist vorgesehen, aber noch nicht zugesagt: Jährlich reden (jährlich)."
    )


def test_the_newest_figure_of_each_way_of_counting(asks: Asks) -> None:
    answer = asks(ADVISED, "persons_advised")

    assert answer.brief == (
        "Für Rheine sind genannt: 580 beratene Personen"
        " (Stand 24.07.2024; laufende Summe seit Beginn; gezählt: 2021);"
        " mindestens 2.500 Beratungen (Stand 20.03.2024; laufende Summe seit Beginn)."
    )
    assert [(each.number, each.role) for each in answer.beside] == [(300, Role.PREVIOUS)]
    assert "76" not in answer.sentence
