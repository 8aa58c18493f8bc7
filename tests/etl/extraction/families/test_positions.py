"""What is proposed of posts and persons, by the sentence: module, number, unit, measure, status, since when, where."""

import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from tests.etl.extraction.families.in_short import post

HEADING = "Kommunales Integrationsmanagement (KIM)"

SENTENCES = {
    "Der Kreis hat im Rahmen des KIM vier halbe Stellen für das Case Management eingerichtet.": [
        "2 2 posts total established"
    ],
    "Für die strategische Koordinierung sind zweieinhalb Stellen bewilligt worden.": [
        "1 2.5 posts total funded"
    ],
    "Anderthalb Stellen im Baustein 3 sind derzeit besetzt.": ["3 1.5 posts total filled"],
    "Im Case Management arbeiten vier Fachkräfte, davon eine in Teilzeit.": [
        "2 4 persons total filled"
    ],
    "Das Land fördert insgesamt 12 Case-Management-Stellen im Kreis.": ["2 12 posts total funded"],
    "Es stehen 3,5 Stellen für die koordinierende Stelle zur Verfügung, von denen drei besetzt sind.": [
        "1 3.5 posts total funded",
        "1 3 posts subset filled",
    ],
    "Von den zwölf Case-Management-Stellen sind zehn besetzt und zwei unbesetzt.": [
        "2 12 posts total established",
        "2 10 posts subset filled",
        "2 2 posts subset vacant",
    ],
    "Bis zu sechs weitere Case-Management-Stellen sollen 2024 eingerichtet werden.": [
        "2 <=6 posts increase planned 2024"
    ],
    "In der Endausbaustufe sind 14 Case Manager vorgesehen.": ["2 14 persons total planned"],
    "Die Zahl der Case-Management-Stellen wurde zum 01.01.2023 von sechs auf zwölf erhöht.": [
        "2 6 posts total established ../2023-01-01",
        "2 12 posts total established 2023-01-01",
    ],
    "Die Case-Management-Stellen wurden um 1,5 auf 5 Stellen aufgestockt.": [
        "2 1.5 posts increase established",
        "2 5 posts total established",
    ],
    "Bei der Ausländerbehörde sind zwei Stellen (statt 1,5) eingerichtet.": [
        "3 2 posts total established",
        "3 1.5 posts total established ../2023-05",
    ],
    "Insgesamt 14 Casemanager arbeiten bei sechs Trägern.": ["2 14 persons total filled"],
    "Sieben Case Manager sollen im Laufe des Jahres 2024 eingestellt werden.": [
        "2 7 persons total planned 2024"
    ],
    "Der Kreis verfügt über 8 VZÄ im Case Management.": ["2 8 posts total established"],
    "17 Mitarbeitende (VZÄ) sind im Case Management tätig.": ["2 17 posts total filled"],
    "Für das KIM wurden 22,5 Vollzeitstellen für 19.881 Einwohner errechnet.": [],
    "Das Case Management ist mit 2,0 VZÄ bei der Stadt Coesfeld und 1,5 VZÄ bei der Stadt Dülmen verortet.": [
        "2 2 posts total established in 05558012",
        "2 1.5 posts total established in 05558016",
    ],
    "Eine Case-Management-Stelle ist bis zum 31.12.2024 befristet.": [
        "2 1 posts total established"
    ],
    "Die Stelle der KIM-Koordination (S 15) ist seit dem 01.03.2023 besetzt.": [
        "1 1 posts total filled 2023-03-01"
    ],
    "Zwei der vier Case-Management-Stellen sind noch nicht besetzt.": [
        "2 2 posts subset vacant",
        "2 4 posts total established",
    ],
    "Eine weitere Stelle im Case Management wird zum 01.09.2023 besetzt.": [
        "2 1 posts increase planned 2023-09-01"
    ],
    "Ein Mitglied fragt, ob die drei Stellen im Case Management besetzt seien.": [],
    "Die Verwaltung teilt mit, dass alle neun Case-Management-Stellen besetzt seien.": [
        "2 9 posts total filled"
    ],
    "Die SPD-Fraktion beantragt zwei zusätzliche Stellen im Case Management.": [
        "2 2 posts increase applied_for"
    ],
    "Für Modul 1 wurden 2 Koordinierungsstellen, für Modul 2 fünf Case-Management-Stellen und für Modul 3 eine Stelle beantragt.": [
        "1 2 posts total applied_for",
        "2 5 posts total applied_for",
        "3 1 posts total applied_for",
    ],
    "Modul 1: 2,0 VZÄ, Modul 2: 5,5 VZÄ, Modul 3: 1,0 VZÄ": [
        "1 2 posts total established",
        "2 5.5 posts total established",
        "3 1 posts total established",
    ],
    "Die Stellenanteile in der Ausländerbehörde wurden nicht erhöht.": [],
    "Im Stellenplan 2024 sind vier Planstellen für das Case Management ausgewiesen.": [
        "2 4 posts total planned 2024"
    ],
    "Zum 30.06.2023 sind zwei Case-Management-Stellen entfallen.": [
        "2 2 posts total cut 2023-06-30"
    ],
    "Die beiden Case-Management-Stellen konnten zum 15.02.2023 besetzt werden.": [
        "2 2 posts total filled 2023-02-15"
    ],
    "Ab dem 1. Juli 2023 sind im Kreis 10 Case Managerinnen und Case Manager im Einsatz.": [
        "2 10 persons total planned 2023-07-01"
    ],
    "Mittel für neun Case-Management-Stellen wurden bewilligt.": ["2 9 posts total funded"],
    "Zwei Case Managerinnen beraten in Lüdinghausen und Olfen.": ["2 2 persons total filled"],
    "Es wurden keine zusätzlichen Stellen im Case Management bewilligt.": [],
    "Nach dem Weggang von zwei Case Managern sind derzeit nur noch drei Stellen besetzt.": [
        "2 3 posts total filled"
    ],
    "Die Stadt Coesfeld hat zum 01.04.2022 eine Koordinatorin in Vollzeit und zum 01.06.2022 zwei Case Manager eingestellt.": [
        "1 1 persons total filled 2022-04-01 in 05558012",
        "2 2 persons total filled 2022-06-01 in 05558012",
    ],
    "Die Anlaufstelle im Rathaus wurde mit zwei Case Managern besetzt.": [
        "2 2 persons total filled"
    ],
    "Der Kreis Steinfurt leitet Mittel für 2,5 Case-Management-Stellen an die Stadt Rheine weiter.": [
        "2 2.5 posts total funded in 05566076"
    ],
    "Aktuell sind ca. 6 Stellen im Case Management besetzt.": ["2 ~6 posts total filled"],
    "Das Team des Case Managements besteht aus fünf Kolleginnen und Kollegen.": [
        "2 5 persons total filled"
    ],
    "Vier der fünf Stellen im Case Management sind mit Fachkräften besetzt, eine Stelle ist ausgeschrieben.": [
        "2 4 posts subset filled",
        "2 5 posts total established",
        "2 1 posts subset vacant",
    ],
    "Die Verwaltungsassistenz ist mit einer halben Stelle ausgestattet.": [
        "1 0.5 posts total established"
    ],
    "Die Koordinierungsstelle umfasst 2,5 Vollzeitstellen und eine halbe Stelle Verwaltungsassistenz.": [
        "1 2.5 posts total established",
        "1 0.5 posts total established",
    ],
    "In der letzten Vorlage war irrtümlich von neun Case-Management-Stellen die Rede; richtig sind acht Stellen.": [
        "2 8 posts total established"
    ],
    "Die Stellenzahl im Case Management verdoppelte sich von drei auf sechs Stellen.": [
        "2 3 posts total established ../2023-05",
        "2 6 posts total established",
    ],
    "Zwei Stellen des Case Managements sind bei der AWO und eine Stelle ist beim DRK angesiedelt.": [
        "2 2 posts total established",
        "2 1 posts total established",
    ],
    "Drei Personen arbeiten im Case Management.": ["2 3 persons total filled"],
    "Für das Case Management sind 6,0 Stellen bewilligt, davon 4,5 besetzt und 1,5 vakant.": [
        "2 6 posts total funded",
        "2 4.5 posts subset filled",
        "2 1.5 posts subset vacant",
    ],
    "Die Stelle ist derzeit nicht besetzt.": [],
    "Der Kreis Borken beschäftigt fünf Case Manager.": ["2 5 persons total filled in 05554"],
    "Sofern das Land zustimmt, können zwei weitere Case-Management-Stellen eingerichtet werden.": [],
    "Die Stadt hat zwei volle und eine halbe Stelle im Case Management besetzt.": [
        "2 2.5 posts total filled"
    ],
    "Bis zu zwei volle und eine halbe Stelle im Case Management sind besetzt.": [
        "2 <=2.5 posts total filled"
    ],
    "Im Case Management sind 0 halbe Stellen besetzt.": ["2 0 posts total filled"],
    "Bisher konnten nur drei von fünf Case-Management-Stellen besetzt werden.": [
        "2 3 posts subset filled",
        "2 5 posts total established",
    ],
    "Das Land NRW fördert im Baustein 2 fünf Stellen mit jeweils 55.000 Euro.": [
        "2 5 posts total funded"
    ],
    "Eine Vollzeitstelle im Case Management kostet 72.000 Euro.": [],
    "Seit Oktober 2021 ist eine Case Managerin (0,5 VZÄ) in Nottuln tätig.": [
        "2 0.5 posts total filled 2021-10 in 05558032"
    ],
    "In Havixbeck und Nottuln ist jeweils eine halbe Case-Management-Stelle eingerichtet.": [
        "2 0.5 posts total established in 05558020",
        "2 0.5 posts total established in 05558032",
    ],
}

PAPERS = {
    "Davon sind sechs besetzt.": ["2 6 posts subset filled"],
    "Die Stellen sind seit Mai 2022 besetzt.": ["2 9 posts total filled 2022-05"],
    "Eine Stelle ist vakant.": ["2 1 posts subset vacant"],
    "Es handelt sich um ein gutes Angebot.": [],
}


def told(*paragraphs: str) -> list[str]:
    found = propose(Paper((HEADING, *paragraphs), "05558", "2023-05"))
    return [post(each, "05558") for each in found if each.table == "positions"]


@pytest.mark.parametrize(("sentence", "facts"), SENTENCES.items())
def test_a_sentence_tells_of_posts(sentence: str, facts: list[str]) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize(("sentence", "facts"), PAPERS.items())
def test_a_sentence_goes_on_with_the_count_before(sentence: str, facts: list[str]) -> None:
    before = "Im Case Management sind neun Stellen bewilligt."
    assert told(f"{before} {sentence}") == ["2 9 posts total funded", *facts]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Beratungsstelle hat 2,5 Stellen.",
        "Im Jugendamt sind drei Stellen besetzt.",
        "In der Kita arbeiten fünf Fachkräfte.",
        "An drei Bushaltestellen hängen Plakate.",
    ],
)
def test_posts_of_others_are_not_proposed(sentence: str) -> None:
    assert told("Das Angebot läuft.", "Es wird gut angenommen.", "Es geht weiter.", sentence) == []


def test_a_table_is_read_by_its_head() -> None:
    table = "| Bereich | Stellen laut Bescheid | davon besetzt | | Modul 1 | 3,0 | 2,5 | | Modul 2 | 8,0 | 6,0 |"
    assert told(table) == [
        "1 3 posts total funded",
        "1 2.5 posts subset filled",
        "2 8 posts total funded",
        "2 6 posts subset filled",
    ]


def test_a_table_whose_lines_were_run_together_is_read_by_its_head() -> None:
    table = "Kommune Stellen CM besetzt Coesfeld 1,5 1,0 Dülmen 2,0 2,0"
    assert told(table) == [
        "2 1.5 posts total established in 05558012",
        "2 1 posts subset filled in 05558012",
        "2 2 posts total established in 05558016",
        "2 2 posts subset filled in 05558016",
    ]


def test_what_a_member_says_is_a_claim() -> None:
    said = "Ein Mitglied der SPD-Fraktion sagt, es gebe vier Case Manager im Kreis."
    [fact] = [
        each for each in propose(Paper((HEADING, said), "05558")) if each.table == "positions"
    ]
    assert fact.values["basis"] == "claimed"


def test_the_words_of_a_fact_stand_in_its_paragraph() -> None:
    paragraphs = (HEADING, *SENTENCES)
    for fact in propose(Paper(paragraphs, "05558")):
        assert 0 <= fact.span.start < fact.span.end <= len(paragraphs[fact.paragraph - 1])


def test_a_table_of_modules_whose_lines_were_run_together_has_a_sum() -> None:
    table = "Baustein Stellen besetzt Baustein 1 3,5 3,0 Baustein 2 9,0 8,0 Gesamt 12,5 11,0"
    assert told(table) == [
        "1 3.5 posts total established",
        "1 3 posts subset filled",
        "2 9 posts total established",
        "2 8 posts subset filled",
        "- 12.5 posts total established",
        "- 11 posts subset filled",
    ]


def test_a_sentence_with_names_and_numbers_is_no_table() -> None:
    said = "Im Case Management wurden in Olfen von 1,5 Stellen auf 2,5 Stellen erhöht."
    assert told(said) == [
        "2 1.5 posts total established ../2023-05 in 05558036",
        "2 2.5 posts total established in 05558036",
    ]


def test_what_holds_from_a_day_after_the_paper_is_planned() -> None:
    assert told("Zum 01.09.2023 kommen zwei Stellen im Case Management hinzu.") == [
        "2 2 posts increase planned 2023-09-01"
    ]


COLUMNS = {
    ("employer", "Der Kreis Borken beschäftigt fünf Case Manager."): "kreis-borken",
    ("pay_group", "Die Stelle der KIM-Koordination (S 15) ist besetzt."): "S 15",
    ("valid_until", "Eine Case-Management-Stelle ist bis zum 31.12.2024 befristet."): "2024-12-31",
    ("area", "Bei den kreisangehörigen Kommunen sind drei Case-Management-Stellen besetzt."): (
        "kreisangehörige Kommunen"
    ),
    ("function", "Eine halbe Stelle Verwaltungsassistenz ist im KIM besetzt."): "assistance",
    ("basis", "Im Case Management sind neun Stellen."): "inferred",
}


@pytest.mark.parametrize(("column", "sentence", "value"), [(*key, COLUMNS[key]) for key in COLUMNS])
def test_what_else_a_sentence_tells(column: str, sentence: str, value: str) -> None:
    paper = Paper((HEADING, sentence), "05558", "2023-05")
    [fact] = [each for each in propose(paper) if each.table == "positions"]
    assert fact.values[column] == value


@pytest.mark.parametrize(
    ("sentence", "facts"),
    {
        "Die Stellen im Case Management sind größtenteils besetzt.": [
            "2 ? posts total partly_filled"
        ],
        "Die vom Land geförderten Case-Management-Stellen werden evaluiert.": [
            "2 ? posts total funded"
        ],
        "Ein Großteil der Case-Management-Stellen soll bis Juli besetzt werden.": [
            "2 ? posts subset vacant"
        ],
        "Die für Nottuln zuständige Case Managerin stellt sich vor.": [
            "2 >=1 persons total filled in 05558032"
        ],
        "Es sollen Personalstellen für das Case Management eingerichtet werden.": [
            "2 ? posts total planned"
        ],
        "Sind die Stellen im Case Management größtenteils besetzt?": [],
    }.items(),
)
def test_posts_without_a_number_are_told_as_such(sentence: str, facts: list[str]) -> None:
    assert told(sentence) == facts


def test_no_name_of_a_person_is_in_the_words_of_a_fact() -> None:
    paragraph = "Die Case Managerin Erika Muster, zuständig für Nottuln, stellt sich vor."
    for fact in propose(Paper((HEADING, paragraph), "05558")):
        assert "Muster" not in paragraph[fact.span.start : fact.span.end]
