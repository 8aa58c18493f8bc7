"""Which facts every exhibit shows of the small world, in which order and words."""

import pytest

from tests.spec.exhibits.conftest import COESFELD, HILDEN, LAND, RHEINE, STEINFURT, Says
from tests.spec.reading import says
from ui import exhibits
from ui.exhibits.exhibit import Exhibit

PLACES = (LAND, HILDEN, COESFELD, STEINFURT, RHEINE)
SHOWN = [
    (
        exhibits.NEWEST_POSTS,
        """
        2 Angaben zu 2 von 5 Orten. Dazu 2 Angaben zum Kreis Mettmann. Davon 2 ungeprüft, nicht mit dem vollen Text verglichen; ihre Werte stehen in Klammern. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Steinfurt.
        Ort | Beleg | Baustein | Aufgabe | Anzahl | Maß | Stand der Einrichtung | Anstellungsträger | Stand am
        Kreis Mettmann | ungeprüft: „zwei Stellen“ | Baustein 1: Koordinierung | Koordinierung | (bis zu 2) Stellen | Gesamtzahl | gefördert | . | . -> positions zwei Stellen
        Kreis Mettmann | ungeprüft: „neun Stellen“ | Baustein 2: Case Management | Case Management | (9) Stellen | Gesamtzahl | besetzt | . | . -> positions neun Stellen
        Kreis Coesfeld | Absatz 6: „acht Stellen“ | Baustein 2: Case Management | Koordinierung | 8 Stellen | Gesamtzahl | besetzt | . | ab 2022, Tag nicht genannt -> positions acht Stellen
        Rheine | Absatz 2: „3,5 Stellen“ | Baustein 2: Case Management | Case Management | 3,5 Stellen | Gesamtzahl | eingerichtet | Stadt Rheine | ab 01.05.2023 -> positions 3,5 Stellen
        """,
    ),
    (
        exhibits.POSTS,
        """
        5 Angaben zu 3 von 5 Orten. Dazu 2 Angaben zum Kreis Mettmann. Davon 3 ungeprüft, nicht mit dem vollen Text verglichen; ihre Werte stehen in Klammern. Ohne Angabe: Nordrhein-Westfalen, Kreis Steinfurt.
        Ort | Beleg | Baustein | Aufgabe | Anzahl | Maß | Stand der Einrichtung | Anstellungsträger | Stand am | Anmerkung
        Kreis Mettmann | ungeprüft: „zwei Stellen“ | Baustein 1: Koordinierung | Koordinierung | (bis zu 2) Stellen | Gesamtzahl | gefördert | . | . | . -> positions zwei Stellen
        Kreis Mettmann | ungeprüft: „neun Stellen“ | Baustein 2: Case Management | Case Management | (9) Stellen | Gesamtzahl | besetzt | . | . | . -> positions neun Stellen
        Kreis Coesfeld | Absatz 6: „acht Stellen“ | Baustein 2: Case Management | Koordinierung | 8 Stellen | Gesamtzahl | besetzt | . | ab 2022, Tag nicht genannt | . -> positions acht Stellen
        Rheine | Absatz 1: „dazu kommen“ | Baustein 2: Case Management | Case Management | 1 Stelle | Zuwachs | geplant | . | ab 2022, Tag nicht genannt | . -> positions dazu kommen
        Rheine | Absatz 1: „kommen 1,6 Stellen“ | Baustein 2: Case Management | Case Management | 1,6 Stellen | Zuwachs | eingerichtet | . | ab 2022, Tag nicht genannt | von uns erschlossen: so gelesen -> positions kommen 1,6 Stellen
        Rheine | Absatz 2: „3,5 Stellen“ | Baustein 2: Case Management | Case Management | 3,5 Stellen | Gesamtzahl | eingerichtet | Stadt Rheine | ab 01.05.2023 | . -> positions 3,5 Stellen
        Hilden | ungeprüft: „einige Stellen“ | Baustein 3: Ausländer- und Einbürgerungsbehörden | Ausländer- oder Einbürgerungsbehörde | . | Gesamtzahl | geplant | . | . | . -> positions einige Stellen
        """,
    ),
    (
        exhibits.POSTS_OVER_TIME,
        """
        2 Angaben zu 1 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Coesfeld, Kreis Steinfurt.
        Ort | Beleg | Baustein | Aufgabe | Anzahl | Maß | Stand der Einrichtung | Anstellungsträger | Stand am
        Rheine | Absatz 1: „richtet 1,9 Stellen“ | Baustein 2: Case Management | Case Management | 1,9 Stellen | Gesamtzahl | eingerichtet | Stadt Rheine | ab 01.01.2021 -> positions richtet 1,9 Stellen
        Rheine | Absatz 2: „3,5 Stellen“ | Baustein 2: Case Management | Case Management | 3,5 Stellen | Gesamtzahl | eingerichtet | Stadt Rheine | ab 01.05.2023 -> positions 3,5 Stellen
        """,
    ),
    (
        exhibits.PERSONS,
        """
        2 Angaben zu 1 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Steinfurt, Rheine.
        Ort | Beleg | Baustein | Aufgabe | Anzahl | Maß | Stand der Einrichtung | Gebiet | Stand am | Anmerkung
        Kreis Coesfeld | Absatz 5: „noch ein Mensch“ | Baustein 2: Case Management | Case Management | 1 Person | Gesamtzahl | geplant | Süden | ab 2022, Tag nicht genannt | . -> positions noch ein Mensch
        Kreis Coesfeld | Absatz 4: „sechs Menschen“ | Baustein 2: Case Management | Case Management | (ca. 6) Personen | Gesamtzahl | besetzt | . | . | behauptet, nicht bestätigt: laut Kreis -> positions sechs Menschen
        """,
    ),
    (
        exhibits.FLOW,
        """
        4 Angaben zu 3 von 5 Orten. Davon 2 ungeprüft, nicht mit dem vollen Text verglichen; ihre Werte stehen in Klammern. Ohne Angabe: Nordrhein-Westfalen, Kreis Coesfeld.
        Ort | Beleg | Baustein | Organisation | Rolle | Gegenüber | Stand am | Anmerkung
        Hilden | ungeprüft: „bei der Caritas“ | Baustein 3: Ausländer- und Einbürgerungsbehörden | Caritasverband | stellt an | . | . | . -> carriers bei der Caritas
        Kreis Steinfurt | ungeprüft: „hat die Aufsicht“ | Baustein 2: Case Management | Kreis Steinfurt | hat die Fachaufsicht | Stadt Rheine | . | behauptet, nicht bestätigt -> carriers hat die Aufsicht
        Kreis Steinfurt | Absatz 3: „an die Stadt weiter“ | Baustein 2: Case Management | Kreis Steinfurt | leitet die Zuwendung weiter | Stadt Rheine | ab 2021, Tag nicht genannt | . -> carriers an die Stadt weiter
        Rheine | Absatz 3: „leitet die Zuwendung“ | Baustein 2: Case Management | Stadt Rheine | empfängt die Zuwendung | Kreis Steinfurt | ab 2021, Tag nicht genannt | . -> carriers leitet die Zuwendung
        """,
    ),
    (
        exhibits.ROLES,
        """
        4 Angaben zu 3 von 5 Orten. Davon 2 ungeprüft, nicht mit dem vollen Text verglichen; ihre Werte stehen in Klammern. Ohne Angabe: Nordrhein-Westfalen, Kreis Coesfeld.
        Ort | Beleg | Baustein | Organisation | Rolle | Gegenüber | Stand am | Anmerkung
        Hilden | ungeprüft: „bei der Caritas“ | Baustein 3: Ausländer- und Einbürgerungsbehörden | Caritasverband | stellt an | . | . | . -> carriers bei der Caritas
        Kreis Steinfurt | ungeprüft: „hat die Aufsicht“ | Baustein 2: Case Management | Kreis Steinfurt | hat die Fachaufsicht | Stadt Rheine | . | behauptet, nicht bestätigt -> carriers hat die Aufsicht
        Kreis Steinfurt | Absatz 3: „an die Stadt weiter“ | Baustein 2: Case Management | Kreis Steinfurt | leitet die Zuwendung weiter | Stadt Rheine | ab 2021, Tag nicht genannt | . -> carriers an die Stadt weiter
        Rheine | Absatz 3: „leitet die Zuwendung“ | Baustein 2: Case Management | Stadt Rheine | empfängt die Zuwendung | Kreis Steinfurt | ab 2021, Tag nicht genannt | . -> carriers leitet die Zuwendung
        """,
    ),
    (
        exhibits.EVERY_GROUP,
        """
        5 Angaben zu 3 von 5 Orten. Ohne Angabe: Hilden, Kreis Steinfurt.
        Ort | Beleg | Baustein | Zielgruppe | Merkmal | Einbezug | Länder
        Nordrhein-Westfalen | Absatz 3: „für alle“ | . | alle | allgemein | auch | . -> target_groups für alle
        Nordrhein-Westfalen | Absatz 4: „aus vier Ländern“ | . | viele Länder | Herkunft | vorrangig | A; B; C; D -> target_groups aus vier Ländern
        Kreis Coesfeld | Absatz 7: „Geduldete zählen“ | . | Geduldete | Aufenthaltsstatus | nur Zählregel | . -> target_groups Geduldete zählen
        Rheine | Absatz 6: „wer nur zu Besuch“ | Baustein 2: Case Management | Besuch | Einreise | ausgeschlossen | . -> target_groups wer nur zu Besuch
        Rheine | Absatz 6: „Neu zugewandert“ | Baustein 2: Case Management | Neuzugewanderte | Einreise | vorrangig | . -> target_groups Neu zugewandert
        """,
    ),
    (
        exhibits.GROUPS,
        """
        3 Angaben zu 2 von 5 Orten. Ohne Angabe: Hilden, Kreis Coesfeld, Kreis Steinfurt.
        Ort | Beleg | Baustein | Zielgruppe | Merkmal | Einbezug | Länder
        Nordrhein-Westfalen | Absatz 3: „für alle“ | . | alle | allgemein | auch | . -> target_groups für alle
        Nordrhein-Westfalen | Absatz 4: „aus vier Ländern“ | . | viele Länder | Herkunft | vorrangig | A; B; C; D -> target_groups aus vier Ländern
        Rheine | Absatz 6: „Neu zugewandert“ | Baustein 2: Case Management | Neuzugewanderte | Einreise | vorrangig | . -> target_groups Neu zugewandert
        """,
    ),
    (
        exhibits.EXCLUDED_GROUPS,
        """
        1 Angabe zu 1 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Coesfeld, Kreis Steinfurt.
        Ort | Beleg | Baustein | Zielgruppe | Merkmal | Einbezug
        Rheine | Absatz 6: „wer nur zu Besuch“ | Baustein 2: Case Management | Besuch | Einreise | ausgeschlossen -> target_groups wer nur zu Besuch
        """,
    ),
    (
        exhibits.COUNTING_RULES,
        """
        1 Angabe zu 1 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Steinfurt, Rheine.
        Ort | Beleg | Zielgruppe | Merkmal | Einbezug
        Kreis Coesfeld | Absatz 7: „Geduldete zählen“ | Geduldete | Aufenthaltsstatus | nur Zählregel -> target_groups Geduldete zählen
        """,
    ),
    (
        exhibits.EVALUATIONS,
        """
        2 Angaben zu 2 von 5 Orten. Ohne Angabe: Hilden, Kreis Coesfeld, Kreis Steinfurt.
        Ort | Beleg | Ebene | Stand | Wer auswertet | Was untersucht wird | Ende | Ergebnisse
        Nordrhein-Westfalen | Absatz 5: „wird ausgewertet“ | Land | läuft | ein Institut | Programm | 2025 | noch keine -> evaluations wird ausgewertet
        Rheine | Absatz 9: „wird vor Ort nichts“ | vor Ort | findet nicht statt | . | . | . | . -> evaluations wird vor Ort nichts
        """,
    ),
    (
        exhibits.INDICATORS,
        """
        2 Angaben zu 1 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Coesfeld, Kreis Steinfurt.
        Ort | Beleg | Kennzahl | Wert | Stand am
        Rheine | Absatz 1: „in Rheine leben“ | Einwohnerinnen und Einwohner | 76.218 | ab 31.12.2018 -> indicators in Rheine leben
        Rheine | Absatz 2: „danach in Rheine“ | Einwohnerinnen und Einwohner | 77.000 | ab 31.12.2022 -> indicators danach in Rheine
        """,
    ),
    (
        exhibits.AMOUNTS,
        """
        3 Angaben zu 3 von 5 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Hilden, Kreis Steinfurt.
        Ort | Beleg | Baustein | Posten | Betrag ab | Betrag bis | Wer zahlt | Wer erhält | Stand am
        Nordrhein-Westfalen | Absatz 6: „ein Betrag“ | . | Programm | . | . | Land NRW | . | . -> funding ein Betrag
        Kreis Coesfeld | ungeprüft: „etwa so viel“ | Baustein 1: Koordinierung | Sachkosten | (ca. 7.000) Euro | (ca. 10.000) Euro | . | . | . -> funding etwa so viel
        Rheine | Absatz 4: „55.000 Euro“ | Baustein 2: Case Management | Personal | 55.000 Euro je Stelle und Jahr | 55.000 Euro je Stelle und Jahr | Kreis Steinfurt | Stadt Rheine | ab 2022, Tag nicht genannt -> funding 55.000 Euro
        """,
    ),
    (
        exhibits.MONEY_PATHS,
        """
        4 Angaben zu 3 von 5 Orten. Ohne Angabe: Hilden, Kreis Coesfeld.
        Ort | Beleg | Baustein | Posten | Betrag ab | Betrag bis | Wer zahlt | Wer erhält | Stand am
        Nordrhein-Westfalen | Absatz 6: „ein Betrag“ | . | Programm | . | . | Land NRW | . | . -> funding ein Betrag
        Kreis Steinfurt | Absatz 3: „an die Stadt weiter“ | Baustein 2: Case Management | leitet die Zuwendung weiter | . | . | Kreis Steinfurt | Stadt Rheine | ab 2021, Tag nicht genannt -> carriers an die Stadt weiter
        Rheine | Absatz 3: „leitet die Zuwendung“ | Baustein 2: Case Management | empfängt die Zuwendung | . | . | Kreis Steinfurt | Stadt Rheine | ab 2021, Tag nicht genannt -> carriers leitet die Zuwendung
        Rheine | Absatz 4: „55.000 Euro“ | Baustein 2: Case Management | Personal | 55.000 Euro je Stelle und Jahr | 55.000 Euro je Stelle und Jahr | Kreis Steinfurt | Stadt Rheine | ab 2022, Tag nicht genannt -> funding 55.000 Euro
        """,
    ),
    (
        exhibits.MONEY_QUESTIONS,
        """
        1 Angabe zu 1 von 5 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Coesfeld, Kreis Steinfurt.
        Ort | Beleg | Gefragt von | Frage | Stand | Anmerkung
        Rheine | ungeprüft: „Kosten“ | Fraktion | Was kostet es? | offen | behauptet, nicht bestätigt -> open_questions Kosten
        """,
    ),
    (
        exhibits.BODIES,
        """
        1 Angabe zu 1 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Coesfeld, Rheine.
        Ort | Beleg | Gremium | Ebene | Sitz | Stand
        Kreis Steinfurt | Absatz 8: „Die Lenkungsgruppe“ | Lenkungsgruppe | strategisch | Kreis Steinfurt | besteht -> bodies Die Lenkungsgruppe
        """,
    ),
    (
        exhibits.SUPERVISION,
        """
        1 Angabe zu 1 von 5 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Coesfeld, Rheine.
        Ort | Beleg | Baustein | Organisation | Rolle | Gegenüber | Anmerkung
        Kreis Steinfurt | ungeprüft: „hat die Aufsicht“ | Baustein 2: Case Management | Kreis Steinfurt | hat die Fachaufsicht | Stadt Rheine | behauptet, nicht bestätigt -> carriers hat die Aufsicht
        """,
    ),
    (
        exhibits.INSTRUMENTS,
        """
        1 Angabe zu 1 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Steinfurt, Rheine.
        Ort | Beleg | Baustein | Instrument | Art | Zweck | Stand
        Kreis Coesfeld | Absatz 8: „eine Karte“ | Baustein 1: Koordinierung | Netzwerkkarte | Methode | Einblick | in Gebrauch -> instruments eine Karte
        """,
    ),
    (
        exhibits.OBJECTIVES,
        """
        1 Angabe zu 1 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Steinfurt, Rheine.
        Ort | Beleg | Baustein | Wessen | Art | Inhalt
        Kreis Coesfeld | Absatz 12: „das Ziel“ | Baustein 1: Koordinierung | Programm | Ziel | bessere Absprache -> objectives das Ziel
        """,
    ),
    (
        exhibits.DATED_EVENTS,
        """
        3 Angaben zu 2 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Steinfurt.
        Ort | Beleg | Baustein | Datum | Ereignis | Stand
        Kreis Coesfeld | Absatz 9: „zum Abschluss“ | . | 2090 | Abschluss | erwartet -> milestones zum Abschluss
        Rheine | Absatz 7: „15. Juni 2021“ | . | 15.06.2021 | Rat: Teilnahme (beschlossen) | erreicht -> decisions 15. Juni 2021
        Rheine | Absatz 7: „im März 2022“ | Baustein 2: Case Management | März 2022 | Beginn | erreicht -> milestones im März 2022
        """,
    ),
    (
        exhibits.EVENTS_BY_YEAR,
        """
        3 Angaben zu 2 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Steinfurt.
        Ort | Beleg | Baustein | Datum | Ereignis | Stand
        Kreis Coesfeld | Absatz 9: „zum Abschluss“ | . | 2090 | Abschluss | erwartet -> milestones zum Abschluss
        Rheine | Absatz 7: „15. Juni 2021“ | . | 15.06.2021 | Rat: Teilnahme (beschlossen) | erreicht -> decisions 15. Juni 2021
        Rheine | Absatz 7: „im März 2022“ | Baustein 2: Case Management | März 2022 | Beginn | erreicht -> milestones im März 2022
        """,
    ),
    (
        exhibits.UNDATED_EVENTS,
        """
        1 Angabe zu 1 von 5 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Nordrhein-Westfalen, Kreis Coesfeld, Kreis Steinfurt, Rheine.
        Ort | Beleg | Ereignis | Stand
        Hilden | ungeprüft: „nach dem Umzug“ | Umzug | erreicht -> milestones nach dem Umzug
        """,
    ),
    (
        exhibits.DECISIONS,
        """
        1 Angabe zu 1 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Coesfeld, Kreis Steinfurt.
        Ort | Beleg | Gremium | Gegenstand | Art | Datum
        Rheine | Absatz 7: „15. Juni 2021“ | Rat | Teilnahme | beschlossen | 15.06.2021 -> decisions 15. Juni 2021
        """,
    ),
    (
        exhibits.COMMITMENTS,
        """
        3 Angaben zu 2 von 5 Orten. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Steinfurt.
        Ort | Beleg | Zugesagt von | Zugesagt an | Zusage | Fällig | Wiederkehr | Stand
        Kreis Coesfeld | Absatz 10: „kam zu Besuch“ | Kreis | . | Besuch | . | einmal | eingelöst -> commitments kam zu Besuch
        Rheine | Absatz 5: „bis 2022 ein Konzept“ | Verwaltung | Rat | Konzept | 2022 | einmal | offen -> commitments bis 2022 ein Konzept
        Rheine | Absatz 5: „jedes Jahr berichten“ | Verwaltung | Rat | Bericht | . | jährlich | offen -> commitments jedes Jahr berichten
        """,
    ),
    (
        exhibits.QUESTIONS,
        """
        2 Angaben zu 2 von 5 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Steinfurt.
        Ort | Beleg | Gefragt von | Frage | Antwort | Stand | Anmerkung
        Kreis Coesfeld | Absatz 11: „alle“ | . | Wer fängt an? | alle | beantwortet | . -> open_questions alle
        Rheine | ungeprüft: „Kosten“ | Fraktion | Was kostet es? | keine Antwort gefunden | offen | behauptet, nicht bestätigt -> open_questions Kosten
        """,
    ),
    (
        exhibits.ASSESSMENTS,
        """
        1 Angabe zu 1 von 5 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Nordrhein-Westfalen, Hilden, Kreis Coesfeld, Kreis Steinfurt.
        Ort | Beleg | Baustein | Wer | Wozu | Einschätzung
        Rheine | ungeprüft: „es hilft“ | Baustein 2: Case Management | Verwaltung | KIM | hilft -> assessments es hilft
        """,
    ),
]


@pytest.mark.parametrize(("exhibit", "lines"), SHOWN, ids=[each.key for each, _ in SHOWN])
def test_an_exhibit_shows_its_facts(shown: Says, exhibit: Exhibit, lines: str) -> None:
    says(shown(exhibit, *PLACES), lines)


def test_posts_and_their_development_are_of_the_chosen_modules(shown: Says) -> None:
    chosen = (("1", "3"),)

    assert [
        line.split(" -> ")[-1] for line in shown(exhibits.POSTS, *PLACES, chosen=chosen)[2:]
    ] == ["positions zwei Stellen", "positions einige Stellen"]
    assert shown(exhibits.PERSONS, *PLACES, chosen=chosen)[1:] == []
    assert shown(exhibits.POSTS_OVER_TIME, *PLACES, chosen=chosen)[1:] == []
