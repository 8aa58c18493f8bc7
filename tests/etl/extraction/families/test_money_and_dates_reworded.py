"""Amounts and dates said in other words: module, amount and unit; module, date and state."""

from collections.abc import Mapping

import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from etl.extraction.proposed import ProposedFact
from tests.etl.extraction.families.in_short import amount, day

HEADING = "Kommunales Integrationsmanagement (KIM)"

AMOUNTS = {
    "55.000 Euro zahlt das Land im Jahr für jede Stelle im Case Management.": [
        "2 55000 eur_per_post_year"
    ],
    "Die Zuwendung für das KIM beläuft sich im Jahr 2022 auf 312.500 Euro.": ["- 312500 eur"],
    "An Landesmitteln für KIM wurden 287.000 Euro abgerufen.": ["- 287000 eur"],
    "Aus dem Landesprogramm KIM fließen dem Kreis jährlich rund 480.000 Euro zu.": [
        "- ~480000 eur_per_year"
    ],
    "Der Kreis muss für KIM einen Eigenanteil in Höhe von 20 % aufbringen.": ["- 20 percent"],
    "Die Kosten für eine Vollzeitstelle im Case Management werden mit 76.000 € jährlich angesetzt.": [
        "2 76000 eur_per_post_year"
    ],
    "KIM wird vom Land zu 85 Prozent finanziert.": ["- 85 percent"],
    "Mit rund 1,12 Mio. Euro unterstützt das Land das KIM im laufenden Jahr.": ["- ~1120000 eur"],
    "Die Landesförderung für KIM beträgt 495.000 Euro, wovon 45.000 Euro auf Sachkosten entfallen.": [
        "- 45000 eur",
        "- 495000 eur",
    ],
    "Für Sachausgaben im KIM sind rund 90 T€ vorgesehen.": ["- ~90000 eur"],
    "Beim Kreis verbleiben für das KIM Kosten von voraussichtlich 96.000 Euro.": ["- ~96000 eur"],
    "Zwischen 300.000 und 330.000 Euro Landesmittel stehen dem KIM jährlich zur Verfügung.": [
        "- 300000-330000 eur_per_year ~"
    ],
    "Je besetzter Stelle im Case Management erstattet das Land bis zu 60.000 Euro pro Jahr.": [
        "2 <=60000 eur_per_post_year"
    ],
    "Der Zuwendungsbescheid für KIM weist 994.500 Euro aus.": ["- 994500 eur"],
    "Für das KIM muss der Kreis keine zusätzlichen Mittel bereitstellen; die Feuerwehr kostet 500.000 Euro.": [],
    "Das Land will das KIM mit weniger als 15 Millionen Euro fördern?": [],
    "Die Bezirksregierung hat für das KIM im Jahr 2024 1,24 Millionen Euro bewilligt, davon 930.000 Euro für Personal.": [
        "- 1240000 eur",
        "- 930000 eur",
    ],
    "Der Anteil des Kreises am KIM liegt bei etwa 12.000 Euro pro Jahr und Stelle.": [
        "- ~12000 eur_per_post_year"
    ],
    "Die Stadt bekommt für das Case Management vom Kreis jährlich 57.500 Euro.": [
        "2 57500 eur_per_year"
    ],
    "Von den Personalkosten des KIM übernimmt die Kommune 10 v. H.": ["- 10 percent"],
    "2023 gingen für das KIM 402.615,20 € vom Land ein.": ["- 402615.2 eur"],
    "Nach Abzug der Landesförderung trägt der Kreis für KIM noch 412.000 Euro im Jahr selbst.": [
        "- 412000 eur_per_year"
    ],
    "Im Haushalt sind für das KIM Personalaufwendungen von 640.000 Euro veranschlagt.": [
        "- 640000 eur"
    ],
    "Die fachbezogene Pauschale für Modul 2 macht 240.000 Euro aus.": ["2 240000 eur"],
    "Für den Aufbau des KIM hat der Kreistag Eigenmittel von 50.000 Euro freigegeben.": [
        "- 50000 eur"
    ],
    "Im KIM haben 30 Prozent der Ratsuchenden einen Sprachkurs begonnen.": [],
    "Je Case-Management-Stelle erhält die Stadt 57.500 Euro im Jahr.": [
        "2 57500 eur_per_post_year"
    ],
    "Die Landesförderung für KIM deckt 80 % der Personalkosten ab.": ["- 80 percent"],
    "Für das Case Management stehen im Haushalt 2023 insgesamt 240.000 Euro bereit.": [
        "2 240000 eur"
    ],
    "An Sachkosten fallen im KIM pro Stelle und Jahr 9.700 Euro an.": ["- 9700 eur_per_post_year"],
    "Der Bescheid für das KIM lautet über 1.050.000 €.": ["- 1050000 eur"],
    "Von den KIM-Mitteln in Höhe von 900.000 Euro wurden 850.000 Euro verausgabt.": [
        "- 850000 eur",
        "- 900000 eur",
    ],
    "Das KIM kostet den Kreis jedes Jahr 130.000 Euro.": ["- 130000 eur_per_year"],
    "Der kommunale Anteil am KIM beträgt 65.000 Euro jährlich.": ["- 65000 eur_per_year"],
    "Die Förderung des KIM liegt um 20.000 Euro höher als im Vorjahr.": [],
    "Der Sportverein erhält 5.000 Euro aus der Ehrenamtspauschale.": [],
    "Die Förderquote im KIM liegt bei 80 Prozent.": ["- 80 percent"],
    "Das Stadtfest wird mit 20.000 Euro bezuschusst.": [],
}
NOT_YET_AMOUNTS = {
    "58.000 Euro jährlich gibt das Land je Stelle im Case Management, 9.500 Euro steuert der Kreis je Stelle bei.": [
        "2 58000 eur_per_post_year",
        "2 9500 eur_per_post",
    ],
}
DATES = {
    "Am 24.06.2021 fiel im Kreistag die Entscheidung, am KIM teilzunehmen.": ["- 2021-06-24 done"],
    "Das Case Management hat im Herbst 2021 seine Arbeit begonnen.": ["2 2021-23 done"],
    "Die Befragung im KIM dauert noch bis März 2024.": ["- 2024-03 expected"],
    "Ein Bericht zum KIM folgt im zweiten Quartal 2024.": ["- 2024-34 expected"],
    "Die Koordinierungsstelle KIM besteht seit Sommer 2020.": ["1 2020-22 done"],
    "Ende 2023 läuft die Förderung des KIM aus.": ["- 2023-12 expected"],
    "Bis zum 31.12.2025 ist die Finanzierung des KIM gesichert.": ["- 2025-12-31 expected"],
    "Der Bewilligungsbescheid für KIM datiert vom 10.01.2022.": ["- 2022-01-10 done"],
    "Die Lenkungsgruppe KIM kam am 19.11.2021 erstmals zusammen.": ["- 2021-11-19 done"],
    "Mit dem Case Management geht es am 1. Juli 2023 los.": ["2 2023-07-01 expected"],
    "Das Handlungskonzept KIM liegt seit Mai 2022 vor.": ["- 2022-05 done"],
    "Das Willkommensbüro des KIM öffnet am 14. September 2023 seine Türen.": [
        "- 2023-09-14 expected"
    ],
    "Spätestens im Februar 2024 wird die Evaluation des KIM fertig sein.": ["- 2024-02 expected"],
    "Zum 1. März 2023 haben im Case Management zwei Kräfte angefangen.": ["2 2023-03-01 done"],
    "Die Stellen im Case Management sind seit April 2022 besetzt.": ["2 2022-04 done"],
    "Zum Stichtag 31.12.2022 zählte das KIM 300 Fälle.": [],
    "Wer nach dem 24.02.2022 eingereist ist, kann im KIM beraten werden.": [],
    "Ist die Förderung des KIM bis Ende 2025 gesichert?": [],
    "Im KIM-Jahr 2022 wurden 402 Personen beraten.": [],
    "Der Förderbescheid zum KIM ist am 15.06.2022 eingegangen.": ["- 2022-06-15 done"],
    "Der Kreis macht seit Juli 2021 beim KIM mit.": ["- 2021-07 done"],
    "Das Case Management nahm zum 1. September 2022 den Betrieb auf.": ["2 2022-09-01 done"],
    "Die Landesförderung für KIM ist bis Ende 2024 zugesagt.": ["- 2024-12 expected"],
    "Im November 2023 soll im KIM die Steuerungsgruppe starten.": ["- 2023-11 expected"],
    "Die Beratungsstelle des KIM zog am 01.02.2023 ins Rathaus.": ["- 2023-02-01 done"],
    "Der Antrag auf Förderung des KIM wurde am 14. Juli 2022 auf den Weg gebracht.": [
        "- 2022-07-14 done"
    ],
    "Im KIM wird bis zum 29. Februar 2024 eine Befragung durchgeführt.": ["- 2024-02-29 expected"],
    "Seit dem 16. Januar 2023 ist das Case Management komplett.": ["2 2023-01-16 done"],
    "Der Integrationsrat hat sich am 23.08.2022 für das KIM ausgesprochen.": ["- 2022-08-23 done"],
    "KIM wurde im Kreis zum 01.10.2020 eingeführt.": ["- 2020-10-01 done"],
    "Die Kooperationsvereinbarung im KIM gilt ab dem 1. Januar 2024.": ["- 2024-01-01 expected"],
    "Am 31.12.2022 hatte der Kreis 220.000 Einwohner.": [],
    "Am 01.03.2022 hat das Case Management den Betrieb aufgenommen.": ["2 2022-03-01 done"],
    "Die Evaluation des KIM wird im Herbst 2024 vorliegen.": ["- 2024-23 expected"],
    "Der Förderzeitraum für das KIM endet am 31.12.2024.": ["- 2024-12-31 expected"],
    "Zum 15.05.2022 wechselte die Trägerschaft des Case Managements zur AWO.": [
        "2 2022-05-15 done"
    ],
    "Die Kooperationsvereinbarung zum KIM wurde am 3. Februar 2022 unterschrieben.": [
        "- 2022-02-03 done"
    ],
    "Im Dezember 2023 soll der Kreistag über die Fortführung des KIM entscheiden.": [
        "- 2023-12 expected"
    ],
    "Bis spätestens 30. September 2023 ist der Verwendungsnachweis für KIM einzureichen.": [
        "- 2023-09-30 expected"
    ],
    "Die Lenkungsgruppe KIM hat zuletzt am 14.02.2023 getagt.": ["- 2023-02-14 done"],
    "Bis zum 31.12.2022 wurden im KIM 402 Personen beraten.": [],
    "Das Gesetz vom 24.11.2021 regelt das KIM.": [],
    "Die nächste Sitzung der Lenkungsgruppe KIM ist für den 12.09.2023 anberaumt.": [
        "- 2023-09-12 expected"
    ],
    "Der Abschlussbericht zum KIM ist für Juni 2024 angekündigt.": ["- 2024-06 expected"],
    "Seit Mitte 2022 gibt es im KIM eine Arbeitsgruppe Sprache.": ["- 2022 done"],
    "Die Koordinierungsstelle im KIM wird im Produkt 05.01.02 geführt.": [],
}
NOT_YET_DATES = {
    "Die Grundschule wird am 1. August 2023 eröffnet.": [],
}


def cases(read: Mapping[str, list[str]], unread: Mapping[str, list[str]]) -> list[object]:
    """Every sentence; those that are not read yet are expected to fail."""
    marked = [pytest.param(*each, marks=pytest.mark.xfail(strict=True)) for each in unread.items()]
    return [*read.items(), *marked]


def proposed(table: str, sentence: str) -> list[ProposedFact]:
    found = propose(Paper((HEADING, sentence), "05558", "2023-05"))
    return [each for each in found if each.table == table and each.paragraph > 1]


@pytest.mark.parametrize(("sentence", "facts"), cases(AMOUNTS, NOT_YET_AMOUNTS))
def test_money_is_read_however_it_is_said(sentence: str, facts: list[str]) -> None:
    assert sorted(amount(each) for each in proposed("funding", sentence)) == facts


@pytest.mark.parametrize(("sentence", "facts"), cases(DATES, NOT_YET_DATES))
def test_dates_are_read_however_it_is_said(sentence: str, facts: list[str]) -> None:
    found = [each for each in proposed("milestones", sentence) if each.values.get("date")]
    assert sorted(day(each, "05558") for each in found) == facts
