"""What is proposed of figures of the work, by the sentence: indicator, value, counting, time."""

import pytest

from etl.extraction.families import indicators
from etl.extraction.paper import Paper
from etl.extraction.propose import contexts

HEADING = "Kommunales Integrationsmanagement (KIM)"
SENTENCES = {
    "Seit März 2022 wurden mehr als 400 Beratungen im Case Management durchgeführt.": [
        "consultations 400 at_least running_total 2022-03"
    ],
    "Derzeit begleiten die Case Managerinnen 120 Fälle mit 310 Personen.": [
        "cases 120 exact stock",
        "persons_advised 310 exact stock",
    ],
    "Im Jahr 2023 erfolgten 84 Einbürgerungen.": ["naturalisations 84 exact flow 2023"],
    "Im vergangenen Jahr wurden 1.260 Beratungsgespräche geführt.": [
        "consultations 1260 exact flow 2022"
    ],
    "Der Betreuungsschlüssel liegt bei 1:50.": ["persons_per_case_manager 50 exact"],
    "Ein Case Manager betreut im Schnitt 35 Klientinnen und Klienten.": [
        "persons_per_case_manager 35 about"
    ],
    "Auf eine Fachkraft kommen im Schnitt 40 Personen.": ["persons_per_case_manager 40 about"],
    "Insgesamt haben sich bisher rund 250 Ratsuchende an das Case Management gewandt.": [
        "persons_advised 250 about running_total"
    ],
    "Zum 31.12.2022 waren 95 Fälle im Case Management aktiv.": ["cases 95 exact stock"],
    "Das Case Management hat seit seinem Start im Oktober 2021 insgesamt 432 Menschen beraten.": [
        "persons_advised 432 exact running_total 2021-10"
    ],
    "Die Zahl der Einbürgerungen stieg 2022 auf 512.": ["naturalisations 512 exact flow 2022"],
    "2022: 326 Fälle, 2023: 410 Fälle im Case Management": [
        "cases 326 exact flow 2022",
        "cases 410 exact flow 2023",
    ],
    "An der Informationsveranstaltung zum KIM nahmen 60 Personen teil.": [],
    "Das Case Management soll jährlich 300 Personen erreichen.": [],
    "Ein Mitglied fragt, ob 300 Personen beraten wurden.": [],
    "Im Case Management arbeiten neun Personen.": [],
    "Es wurden keine Fälle begleitet.": [],
}


@pytest.mark.parametrize(("sentence", "facts"), SENTENCES.items())
def test_a_sentence_tells_figures(sentence: str, facts: list[str]) -> None:
    assert told(sentence) == facts


def test_a_year_of_report_is_that_of_the_title() -> None:
    paper = Paper(("KIM: Jahresbericht 2021", "Im Berichtsjahr gab es 90 Beratungen."), "05558")
    [found] = [each for one in contexts(paper) for each in indicators.figures(one)]
    assert found.values["period"] == "2021"


def told(sentence: str) -> list[str]:
    paper = Paper((HEADING, sentence), "05558", "2023-11")
    found = [
        each for one in contexts(paper) for rule in indicators.RULES for each in rule.find(one)
    ]
    columns = ("indicator", "value", "certainty", "counting", "period")
    return [
        " ".join(
            f"{value:g}" if isinstance(value, float) else str(value)
            for value in (each.values.get(column) for column in columns)
            if value is not None
        )
        for each in found
    ]
