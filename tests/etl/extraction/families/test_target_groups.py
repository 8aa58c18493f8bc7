"""What is proposed of target groups, by the sentence: label, dimension, inclusion, limits."""

import pytest

from etl.extraction.families import target_groups
from etl.extraction.paper import Paper
from etl.extraction.propose import contexts
from etl.extraction.proposed import Value

HEADING = "Case Management im KIM"
SENTENCES = {
    "Das Angebot richtet sich insbesondere an neu zugewanderte Familien.": [
        "Neu zugewanderte Familien arrival primary"
    ],
    "Menschen mit einer Duldung können ebenfalls beraten werden.": [
        "Geduldete residence_status also"
    ],
    "Nicht zur Zielgruppe gehören Studierende.": ["Studierende general excluded"],
    "Auch Alleinerziehende können beraten werden.": ["Alleinerziehende family also"],
    "Das Angebot richtet sich an Zugewanderte aus Südosteuropa.": [
        "Zugewanderte aus Südosteuropa origin primary"
    ],
    "Das Angebot richtet sich an Menschen, die schon länger hier leben.": [
        "Menschen, die schon länger hier leben arrival primary"
    ],
    "Beraten wird unabhängig von Alter, Herkunft und Aufenthaltsstatus.": [
        "Menschen jeden Alters age also",
        "Menschen jeder Herkunft origin also",
        "Menschen mit jedem Aufenthaltsstatus residence_status also",
    ],
    "Das Angebot richtet sich an Geduldete, die älter als 27 Jahre sind.": [
        "Geduldete über 27 Jahren residence_status primary 27"
    ],
    "Beraten werden vor allem Personen, die nach dem 24.02.2022 eingereist sind.": [
        "Nach 2022-02-24 Eingereiste arrival primary 2022-02-24"
    ],
    "Bei der Berechnung wurden nur Personen über 28 Jahren berücksichtigt.": [
        "Personen über 28 Jahren age counting_rule 28"
    ],
    "Ein Mitglied fragt, ob sich das Angebot auch an Familien richtet.": [],
    "In der Sitzung sprachen Geflüchtete.": [],
}


@pytest.mark.parametrize(("sentence", "facts"), SENTENCES.items())
def test_a_sentence_tells_of_groups(sentence: str, facts: list[str]) -> None:
    columns = ("label", "dimension", "inclusion", "age_over", "arrived_after")
    told = [[each[column] for column in columns if each.get(column)] for each in groups(sentence)]
    assert [" ".join(map(str, each)) for each in told] == facts


def test_a_town_that_tells_of_the_programme_tells_of_the_land() -> None:
    sentence = "Das Kommunale Integrationsmanagement richtet sich an Geflüchtete."
    assert [each["region"] for each in groups(sentence, region="05158016")] == ["05"]
    assert [each["region"] for each in groups(sentence, region="05158")] == ["05158"]


def test_the_law_beside_a_group_is_kept() -> None:
    sentence = "Das Angebot richtet sich an gut integrierte Geduldete nach §§ 25a und 25b AufenthG."
    [found] = groups(sentence)
    assert found["legal_basis"] == "§ 25a AufenthG; § 25b AufenthG"


def groups(sentence: str, region: str = "05558") -> list[dict[str, Value]]:
    paper = Paper((HEADING, sentence), region, "2023")
    return [
        dict(each.values)
        for one in contexts(paper)
        for rule in target_groups.RULES
        for each in rule.find(one)
    ]
