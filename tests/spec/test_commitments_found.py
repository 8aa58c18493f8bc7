"""The finding of the commitments: how many stand how on the day shown."""

from kim.answers.promises import commitments_found
from tests.spec.conftest import Spec
from tests.spec.told import view

HEADS = "promise | due | recurrence | state | as_of"


def found(spec: Spec, rows: str, on: str = "2024-06-01") -> list[str]:
    told = spec(commitments=f"{HEADS}\n{rows}")
    answer: list[str] = told.ask(commitments_found, view("05566", on))
    return answer


def test_those_whose_date_is_past_come_first_then_the_others(spec: Spec) -> None:
    assert found(
        spec,
        """
        a | 2023       | once   | open   | 2021
        b | 2024-05-31 | once   | open   | 2021
        c | 2024       | once   | open   | 2021
        d |            | yearly | open   | 2021
        e |            | once   | open   | 2021
        f |            | once   | open   | 2021
        g | 2022       | once   | kept   | 2021
        h | 2022       | once   | lapsed | 2021
        i |            | yearly | prospective | 2021
        """,
    ) == [
        "Bei 2 Zusagen ist der Termin vorbei, ohne dass ein durchsuchtes Dokument die Einlösung nennt.",
        "2 erwartete Berichte sind überfällig: In den durchsuchten Dokumenten ist keiner belegt; "
        "es kann Berichte geben, die uns nicht vorliegen.",
        "Außerdem: 1 regelmäßig wiederkehrende, 1 offene mit Termin, 2 offene ohne Termin, "
        "1 noch nicht fest zugesagte, 1 eingelöste und 1 verfallene.",
    ]


def test_one_alone_reads_as_one(spec: Spec) -> None:
    assert found(spec, "a | 2023 | once | open | 2021") == [
        "Bei 1 Zusage ist der Termin vorbei, ohne dass ein durchsuchtes Dokument die Einlösung nennt."
    ]


def test_of_several_places_those_with_one_past_its_date_are_named(spec: Spec) -> None:
    told = spec(
        commitments=f"""region | {HEADS}
        05566 | a | 2023 | once | open | 2021
        05566 | b | 2022 | once | open | 2021
        05558 | c | 2022 | once | kept | 2021
        05515 | d | 2023 | once | open | 2099"""
    )
    first, *_ = told.ask(commitments_found, view("05515 05558 05566", "2024-06-01"))
    assert first == (
        "Bei 2 Zusagen (Kreis Steinfurt) ist der Termin vorbei, ohne dass ein durchsuchtes Dokument die Einlösung nennt."
    )


def test_an_overdue_report_is_counted_unless_a_document_met_it_or_its_period_runs(
    spec: Spec,
) -> None:
    told = spec(
        commitments="""promise | recurrence | state | kept_by | as_of
        a | yearly      | open        | 2022: Vorlage 1 | 2021-12-31
        b | yearly      | open        |                 | 2024-01-01
        c | yearly      | prospective |                 | 2020
        d | every_meeting | open      |                 | 2020"""
    )

    assert told.ask(commitments_found, view("05566", "2024-06-01")) == [
        "1 erwarteter Bericht ist überfällig: In den durchsuchten Dokumenten ist keiner belegt; "
        "es kann Berichte geben, die uns nicht vorliegen.",
        "Zusagen: 3 regelmäßig wiederkehrende und 1 noch nicht fest zugesagte.",
    ]


def test_overdue_reports_of_several_places_and_of_the_district_beside_name_theirs(
    spec: Spec,
) -> None:
    told = spec(
        commitments="""region | promise | recurrence | state | as_of
        05566 | a | yearly | open | 2022
        05558 | b | yearly | open | 2024-01-01"""
    )

    assert told.ask(commitments_found, view("05566 05558", "2024-06-01"))[0].startswith(
        "1 erwarteter Bericht ist überfällig (Kreis Steinfurt): "
    )
    assert told.ask(commitments_found, view("05566076", "2024-06-01")) == [
        "In den durchsuchten Dokumenten fanden wir keine Zusage.",
        "Dazu im Kreis Steinfurt: 1 regelmäßig wiederkehrende; 1 erwarteter Bericht überfällig, "
        "in den durchsuchten Dokumenten nicht belegt.",
    ]
    assert (
        "; 2 erwartete Berichte überfällig"
        in (told.ask(commitments_found, view("05566076", "2025-06-01"))[1])
    )


def test_without_one_whose_date_is_past(spec: Spec) -> None:
    assert found(spec, "a | | once | open | 2021") == ["Zusagen: 1 offene ohne Termin."]


def test_what_is_only_possible_on_the_day_is_counted_apart(spec: Spec) -> None:
    rows = "a | | once | open | 2021\n b | 2023 | once | open | 2024"
    assert found(spec, rows) == [
        "Zusagen: 1 offene ohne Termin.",
        "1 Zusage ist am gewählten Tag nicht sicher und nicht mitgezählt.",
    ]
    rows += "\n c | | yearly | open | 2024"
    assert found(spec, rows)[1] == (
        "2 Zusagen sind am gewählten Tag nicht sicher und nicht mitgezählt."
    )


def test_nothing_promised_says_so(spec: Spec) -> None:
    told = spec(commitments=f"region | {HEADS}\n05558 | a | | once | open | 2021")

    assert told.ask(commitments_found, view("05566")) == [
        "In den durchsuchten Dokumenten fanden wir keine Zusage."
    ]
