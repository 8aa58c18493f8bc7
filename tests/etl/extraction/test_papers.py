"""Posts and persons in whole invented papers: paragraph, then what is proposed, in reading order."""

import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from etl.pipeline.documents import paragraphs
from tests.etl.extraction.families.in_short import post

PAPERS = {
    "a_list_under_a_notice": (
        "05170",
        "2023-09",
        """Kreis Wesel
Der Landrat
Drucksache 412/X

Sachstand zum Kommunalen Integrationsmanagement (KIM) NRW

I. Personal

Dem Kreis Wesel stehen nach dem Zuwendungsbescheid vom 14.03.2023 für das Jahr 2023 folgende Stellen zu:
- 4,0 Stellen strategische Steuerung (Baustein 1), davon 3,5 besetzt
- 0,5 Stelle Verwaltungsassistenz, besetzt
- 11 Stellen Case Management (Baustein 2), davon 6 bei kreisangehörigen Städten und 5 bei Trägern der Freien Wohlfahrtspflege
- 3 Stellen in den Ausländerbehörden (Baustein 3)

Zum Stichtag 30.06.2023 waren von den elf Case-Management-Stellen neun besetzt. Für die beiden vakanten Stellen läuft das Auswahlverfahren.

II. Finanzierung

Der Kreis trägt einen Eigenanteil von 10 %.

III. Fallzahlen

Im ersten Halbjahr 2023 wurden 288 Personen beraten; daraus sind 97 Case-Management-Fälle entstanden.
""",
        [
            "4: 1 4 posts total funded in 05170",
            "4: 1 3.5 posts subset filled in 05170",
            "4: 1 0.5 posts total filled in 05170",
            "4: 2 11 posts total funded in 05170",
            "4: 2 6 posts subset funded in 05170",
            "4: 2 5 posts subset funded in 05170",
            "4: 3 3 posts total funded in 05170",
            "5: 2 11 posts total established 2023-06-30 in 05170",
            "5: 2 9 posts subset filled 2023-06-30 in 05170",
            "5: 2 2 posts subset vacant in 05170",
        ],
    ),
    "a_minute_in_reported_speech": (
        "05958",
        "2022-05-04",
        """Der Ausschuss für Soziales des Hochsauerlandkreises tagte am 04.05.2022. Unter Punkt 3 ging es um das KIM.

Die Leiterin des Kommunalen Integrationszentrums berichtete: Von den neun vom Land geförderten Case-Management-Stellen seien sieben beim Kreis und zwei bei der Caritas angesiedelt. Eine Stelle in Brilon könne erst zum 1. Juli 2022 besetzt werden. Ursprünglich seien nur sechs Stellen vorgesehen gewesen. Für 2023 habe man drei weitere Stellen beantragt.

Ein Vertreter der Linken kritisierte, dass in der Kreisverwaltung insgesamt 40 Stellen unbesetzt seien.
""",
        [
            "2: 2 9 posts total funded in 05958",
            "2: 2 7 posts subset established in 05958",
            "2: 2 2 posts subset established in 05958",
            "2: 2 1 posts total planned 2022-07-01 in 05958012",
            "2: 2 3 posts increase applied_for 2023 in 05958",
        ],
    ),
    "a_minute_with_a_question": (
        "05154",
        "2022-09-06",
        """Niederschrift
über die Sitzung des Ausschusses für Familie und Soziales am 06.09.2022

Zu Punkt 6: Sachstandsbericht KIM
(Vorlage 233/2022)

Der Leiter des KI stellt den Sachstand dar. Derzeit seien im Case Management acht von zehn Stellen besetzt; zwei Stellen seien zum 1. Oktober ausgeschrieben. Die Stadt Geldern habe für ihre halbe Stelle noch niemanden gefunden.

Ein Mitglied fragt nach, warum in Emmerich noch keine Stelle besetzt sei. Der Leiter erläutert, dass die dortige 1,0-Stelle ab November 2022 besetzt werde.

Im Bereich der koordinierenden Stelle seien 3,5 VZÄ bewilligt. Besetzt seien davon 2,5.

Aus Sicht der CDU-Fraktion reiche eine Stelle in der Einbürgerungsbehörde nicht aus.
""",
        [
            "3: 2 8 posts subset filled in 05154",
            "3: 2 10 posts total established in 05154",
            "3: 2 2 posts subset vacant 2022-10-01 in 05154",
            "3: 2 0.5 posts subset vacant in 05154012",
            "4: 2 1 posts total planned 2022-11 in 05154",
            "5: 1 3.5 posts total funded in 05154",
            "5: 1 2.5 posts subset filled in 05154",
        ],
    ),
    "answers_to_an_inquiry": (
        "05120",
        "2023-04",
        """Stadt Remscheid
Beantwortung der Anfrage der Ratsgruppe vom 02.03.2023

1. Wie viele Stellen stehen für das KIM zur Verfügung?
Das Land fördert in Remscheid seit 2022 insgesamt 9,5 Stellen: 2,5 Stellen für die Koordinierung, 5 Stellen für das Case Management und 2 Stellen für die Ausländer- und Einbürgerungsbehörde.

2. Wie viele davon sind besetzt?
Zum 31.03.2023 waren 8,0 der 9,5 Stellen besetzt.

3. Bei welchen Trägern sind die Case Managerinnen beschäftigt?
Drei Case Managerinnen sind bei der Stadt beschäftigt, zwei weitere bei der Caritas.

4. Wie viele Menschen wurden beraten?
Seit Beginn der Förderung wurden 187 Menschen begleitet, davon 54 im ersten Quartal 2023.
""",
        [
            "2: - 9.5 posts total funded 2022 in 05120",
            "2: 1 2.5 posts subset funded in 05120",
            "2: 2 5 posts subset funded in 05120",
            "2: 3 2 posts subset funded in 05120",
            "3: - 8 posts subset filled 2023-03-31 in 05120",
            "3: - 9.5 posts total established 2023-03-31 in 05120",
            "4: 2 3 persons subset filled in 05120",
            "4: 2 2 persons subset filled in 05120",
        ],
    ),
    "labels_line_by_line": (
        "05166",
        "2023-01",
        """Der Kreis Viersen hat für das KIM folgende Personalausstattung gemeldet:

Koordinierung: 2,5 Stellen (besetzt)
Verwaltungsassistenz: 0,5 Stellen (unbesetzt)
Case Management: 7,0 Stellen (davon 6,0 besetzt)
Ausländerbehörde: 1,5 Stellen (beantragt)

In der Gemeinde Brüggen arbeitet eine Case Managerin mit 0,5 Stellenanteilen, in der Stadt Nettetal sind es 1,5 Stellen.
""",
        [
            "2: 1 2.5 posts total filled in 05166",
            "2: 1 0.5 posts total vacant in 05166",
            "2: 2 7 posts total established in 05166",
            "2: 2 6 posts subset filled in 05166",
            "2: 3 1.5 posts total applied_for in 05166",
            "3: 2 1 persons total filled in 05166004",
            "3: 2 0.5 posts total filled in 05166004",
            "3: 2 1.5 posts total filled in 05166016",
        ],
    ),
}


@pytest.mark.parametrize(("region", "date", "text", "facts"), PAPERS.values(), ids=PAPERS)
def test_a_paper_tells_of_posts(region: str, date: str, text: str, facts: list[str]) -> None:
    paper = Paper(tuple(paragraphs(text)), region, date)
    found = [each for each in propose(paper) if each.table == "positions"]
    assert [f"{each.paragraph}: {post(each, None)}" for each in found] == facts
