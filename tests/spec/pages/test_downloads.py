"""Herunterladen: which columns in which order, with which proof words, numbers, dates and sources."""

import pandas as pd

from kim.downloads import with_names
from kim.tables import package
from tests.spec.pages.conftest import COESFELD, RHEINE, STEINFURT, Offers, Open, book, lines, sheet
from tests.spec.reading import says

HILDEN = "Hilden (Kreis Mettmann)"


def test_posts_are_handed_out_as_seen_in_four_forms_and_as_pictures(
    page: Open, offers: Offers
) -> None:
    app = page("positions", orte=[RHEINE, HILDEN, COESFELD], ansicht_stellen="Herunterladen")

    assert "Genau die 7 Angaben dieser Ansicht, mit Quellen." in [m.value for m in app.markdown]
    says(
        [f"{label}: {name} {kind}" for label, (name, kind, _) in offers.items()],
        """
        CSV für Excel: kim-stellen-excel.csv text/csv
        CSV für Programme: kim-stellen.csv text/csv
        Excel-Datei (XLSX): kim-stellen.xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
        Datenpaket (ZIP): kim-stellen.zip application/zip
        Bild für eine Folie (SVG): kim-stellen-slide.svg image/svg+xml
        Bild für eine Spalte (SVG): kim-stellen-column.svg image/svg+xml
        Bild für ein Telefon (SVG): kim-stellen-phone.svg image/svg+xml
        Bild (PNG): kim-stellen.png image/png
        Seite ohne Skript (HTML): kim-stellen.html text/html
        Bericht (PDF): kim-stellen.pdf application/pdf
        """,
    )
    picture = offers["Bild für eine Spalte (SVG)"][2]()
    assert picture.startswith(b"<svg")
    assert picture in offers["Seite ohne Skript (HTML)"][2]()
    says(
        lines(offers["CSV für Excel"][2](), ";"),
        """
        Ortsname | Ort | Baustein | Aufgabe | Anzahl | Genauigkeit | Einheit | Maß | Stand der Einrichtung | Anstellungsträger | Arbeitsplatz | Gebiet | Befristet bis | Entgeltgruppe | Stand am | Quelle | Absatz | Fundstelle | Grundlage | Anmerkung | Kennung | Titel der Quelle | Datum der Quelle | Gilt frühestens ab | Gilt spätestens ab | Gilt frühestens bis | Gilt spätestens bis | Prüfung des Belegs
        Kreis Mettmann | 05158 | Baustein 1: Koordinierung | Koordinierung | 2 | höchstens | Stellen | Gesamtzahl | gefördert | | | | | | | auszug-2021 | | zwei Stellen | steht im Dokument | | | Auszug | 2021 | 01.01.2021 | 31.12.2021 | | | nicht geprüft, Text liegt nicht vor
        Kreis Mettmann | 05158 | Baustein 2: Case Management | Case Management | 9 | genau | Stellen | Gesamtzahl | besetzt | | | | | | | auszug-2021 | | neun Stellen | steht im Dokument | | | Auszug | 2021 | 01.01.2021 | 31.12.2021 | | | nicht geprüft, Text liegt nicht vor
        Kreis Coesfeld | 05558 | Baustein 2: Case Management | Koordinierung | 8 | genau | Stellen | Gesamtzahl | besetzt | | | | | | 2022 | coesfeld-2023 | 6 | acht Stellen | steht im Dokument | | | Vermerk Coesfeld | 2023 | 01.01.2022 | 31.12.2022 | | | am vollen Text erfasst, Text liegt nicht vor
        Rheine | 05566076 | Baustein 2: Case Management | Case Management | 1 | genau | Stellen | Zuwachs | geplant | | | | | | 2022 | rheine-2022 | 1 | dazu kommen | steht im Dokument | | | Niederschrift Rheine | 03.11.2022 | 01.01.2022 | 31.12.2022 | | | steht so im Dokument
        Rheine | 05566076 | Baustein 2: Case Management | Case Management | 1,6 | genau | Stellen | Zuwachs | eingerichtet | | | | | | 2022 | rheine-2022 | 1 | kommen 1,6 Stellen | von uns erschlossen | so gelesen | | Niederschrift Rheine | 03.11.2022 | 01.01.2022 | 31.12.2022 | | | steht so im Dokument
        Rheine | 05566076 | Baustein 2: Case Management | Case Management | 3,5 | genau | Stellen | Gesamtzahl | eingerichtet | Stadt Rheine | | | | | 01.05.2023 | rheine-2022 | 2 | 3,5 Stellen | steht im Dokument | | | Niederschrift Rheine | 03.11.2022 | 01.05.2023 | 01.05.2023 | | | steht so im Dokument
        Hilden | 05158016 | Baustein 3: Ausländer- und Einbürgerungsbehörden | Ausländer- oder Einbürgerungsbehörde | | unbekannt | Stellen | Gesamtzahl | geplant | | | | | | | auszug-2021 | | einige Stellen | steht im Dokument | | | Auszug | 2021 | 01.01.2021 | 31.12.2021 | | | nicht geprüft, Text liegt nicht vor
        """,
    )
    says(
        lines(offers["CSV für Programme"][2](), ","),
        """
        region | module | function | quantity | certainty | unit | measure | status | employer | workplace | area | valid_until | pay_group | as_of | source | paragraph | anchor | basis | note | key
        05158 | 1 | coordination | 2 | at_most | posts | total | funded | | | | | | | auszug-2021 | | zwei Stellen | stated | |
        05158 | 2 | case_management | 9 | exact | posts | total | filled | | | | | | | auszug-2021 | | neun Stellen | stated | |
        05558 | 2 | coordination | 8 | exact | posts | total | filled | | | | | | 2022 | coesfeld-2023 | 6 | acht Stellen | stated | |
        05566076 | 2 | case_management | 1 | exact | posts | increase | planned | | | | | | 2022 | rheine-2022 | 1 | dazu kommen | stated | |
        05566076 | 2 | case_management | 1.6 | exact | posts | increase | established | | | | | | 2022 | rheine-2022 | 1 | kommen 1,6 Stellen | inferred | so gelesen |
        05566076 | 2 | case_management | 3.5 | exact | posts | total | established | stadt-rheine | | | | | 2023-05-01 | rheine-2022 | 2 | 3,5 Stellen | stated | |
        05158016 | 3 | immigration_office | | unknown | posts | total | planned | | | | | | | auszug-2021 | | einige Stellen | stated | |
        """,
    )
    workbook = offers["Excel-Datei (XLSX)"][2]()
    says(
        sheet(workbook, "Daten"),
        """
        Ortsname | Ort | Baustein | Aufgabe | Anzahl | Genauigkeit | Einheit | Maß | Stand der Einrichtung | Anstellungsträger | Arbeitsplatz | Gebiet | Befristet bis | Entgeltgruppe | Stand am | Quelle | Absatz | Fundstelle | Grundlage | Anmerkung | Kennung | Titel der Quelle | Datum der Quelle | Gilt frühestens ab | Gilt spätestens ab | Gilt frühestens bis | Gilt spätestens bis | Prüfung des Belegs
        Kreis Mettmann | 05158 | Baustein 1: Koordinierung | Koordinierung | 2 | höchstens | Stellen | Gesamtzahl | gefördert | | | | | | | auszug-2021 | | zwei Stellen | steht im Dokument | | | Auszug | 2021 | 2021-01-01 00:00:00 | 2021-12-31 00:00:00 | | | nicht geprüft, Text liegt nicht vor
        Kreis Mettmann | 05158 | Baustein 2: Case Management | Case Management | 9 | genau | Stellen | Gesamtzahl | besetzt | | | | | | | auszug-2021 | | neun Stellen | steht im Dokument | | | Auszug | 2021 | 2021-01-01 00:00:00 | 2021-12-31 00:00:00 | | | nicht geprüft, Text liegt nicht vor
        Kreis Coesfeld | 05558 | Baustein 2: Case Management | Koordinierung | 8 | genau | Stellen | Gesamtzahl | besetzt | | | | | | 2022 | coesfeld-2023 | 6 | acht Stellen | steht im Dokument | | | Vermerk Coesfeld | 2023 | 2022-01-01 00:00:00 | 2022-12-31 00:00:00 | | | am vollen Text erfasst, Text liegt nicht vor
        Rheine | 05566076 | Baustein 2: Case Management | Case Management | 1 | genau | Stellen | Zuwachs | geplant | | | | | | 2022 | rheine-2022 | 1 | dazu kommen | steht im Dokument | | | Niederschrift Rheine | 2022-11-03 00:00:00 | 2022-01-01 00:00:00 | 2022-12-31 00:00:00 | | | steht so im Dokument
        Rheine | 05566076 | Baustein 2: Case Management | Case Management | 1.6 | genau | Stellen | Zuwachs | eingerichtet | | | | | | 2022 | rheine-2022 | 1 | kommen 1,6 Stellen | von uns erschlossen | so gelesen | | Niederschrift Rheine | 2022-11-03 00:00:00 | 2022-01-01 00:00:00 | 2022-12-31 00:00:00 | | | steht so im Dokument
        Rheine | 05566076 | Baustein 2: Case Management | Case Management | 3.5 | genau | Stellen | Gesamtzahl | eingerichtet | Stadt Rheine | | | | | 2023-05-01 00:00:00 | rheine-2022 | 2 | 3,5 Stellen | steht im Dokument | | | Niederschrift Rheine | 2022-11-03 00:00:00 | 2023-05-01 00:00:00 | 2023-05-01 00:00:00 | | | steht so im Dokument
        Hilden | 05158016 | Baustein 3: Ausländer- und Einbürgerungsbehörden | Ausländer- oder Einbürgerungsbehörde | | unbekannt | Stellen | Gesamtzahl | geplant | | | | | | | auszug-2021 | | einige Stellen | steht im Dokument | | | Auszug | 2021 | 2021-01-01 00:00:00 | 2021-12-31 00:00:00 | | | nicht geprüft, Text liegt nicht vor
        """,
    )
    says(
        sheet(workbook, "Quellen"),
        """
        Kürzel | Ort | Gremium oder Herausgeber | Art | Aktenzeichen | Datum | Grundlage des Datums | Titel | Adresse | Anmerkung | Eingegangen am
        auszug-2021 | 05158 |  | Webseite |  | 2021 | im Dokument genannt | Auszug |  | |
        coesfeld-2023 | 05558 |  | Vermerk |  | 2023 | erschlossen | Vermerk Coesfeld |  | |
        rheine-2022 | 05566076 | Rat | Niederschrift | 12/2022 | 2022-11-03 00:00:00 | im Dokument genannt | Niederschrift Rheine | https://example.org/rheine | |
        """,
    )
    says(
        [line.partition("KIM-Vergleich")[0] for line in sheet(workbook, "Hinweise")[1:3]],
        """
        Thema | Stellen
        Orte | Kreis Mettmann, Hilden, Kreis Coesfeld, Kreis Steinfurt, Rheine
        """,
    )
    assert book(workbook).sheetnames == ["Ansicht", "Daten", "Quellen", "Hinweise"]
    says(
        sheet(workbook, "Ansicht")[:2],
        """
        Ort | Beleg | Baustein | Aufgabe | Anzahl | Maß | Stand der Einrichtung | Anstellungsträger | Stand am | Anmerkung
        Kreis Mettmann | ungeprüft: „zwei Stellen“ | Baustein 1: Koordinierung | Koordinierung | (bis zu 2) Stellen | Gesamtzahl | gefördert | . | . | .
        """,
    )


def test_hints_name_day_knowledge_version_caveats_signs_and_licence(
    page: Open, offers: Offers
) -> None:
    page(
        "positions",
        orte=[RHEINE],
        stand="2023-06-01",
        kenntnis="2024-02-01",
        ansicht_stellen="Herunterladen",
    )

    says(
        sheet(offers["Excel-Datei (XLSX)"][2](), "Hinweise"),
        """
        Angabe | Inhalt
        Thema | Stellen
        Orte | Kreis Steinfurt, Rheine
        Stand am | 01.06.2023
        Bekannt am | 01.02.2024
        Fassung | 1
        Zu beachten | Stellen und Personen werden nie zusammengezählt.
        Zu beachten | Geplant, beantragt, gefördert, eingerichtet, teilweise besetzt, besetzt, unbesetzt und weggefallen sind verschiedene Angaben. Eine weggefallene Stelle gibt es nicht mehr; eine unbesetzte gibt es, sie ist leer.
        Zu beachten | Ein Zuwachs ist keine Gesamtzahl; eine Teilmenge ist Teil einer größeren Zahl, die nicht immer genannt ist.
        Zeichen | Zeichen: – genau nichts · . unbekannt: nichts gefunden oder nicht genannt · ( ) unsicher: ungeprüft oder nur behauptet
        Lizenz | Datenlizenz Deutschland – Namensnennung – Version 2.0 (dl-de/by-2-0); KIM-Vergleich NRW; Angaben aus den genannten Quellen, zusammengestellt und bearbeitet
        """,
    )


def test_lists_of_several_tables_name_their_topic_and_do_not_load_again(
    page: Open, offers: Offers
) -> None:
    page("funding", orte=[RHEINE, STEINFURT], ansicht_geldweg="Herunterladen")

    assert list(offers) == [
        "CSV für Excel",
        "Excel-Datei (XLSX)",
        "Datenpaket (ZIP)",
        "Bericht (PDF)",
    ]
    says(
        lines(offers["CSV für Excel"][2](), ";"),
        """
        Thema | Ortsname | Ort | Baustein | Posten | Betrag ab | Betrag bis | Einheit | Zeitraum | Wer zahlt | Wer erhält | Genauigkeit | Stand am | Quelle | Absatz | Fundstelle | Grundlage | Anmerkung | Titel der Quelle | Datum der Quelle | Gilt frühestens ab | Gilt spätestens ab | Gilt frühestens bis | Gilt spätestens bis | Prüfung des Belegs
        Träger und Rollen | Kreis Steinfurt | 05566 | Baustein 2: Case Management | leitet die Zuwendung weiter | | | | | Kreis Steinfurt | Stadt Rheine | | 2021 | rheine-2022 | 3 | an die Stadt weiter | steht im Dokument | | Niederschrift Rheine | 03.11.2022 | 01.01.2021 | 31.12.2021 | | | steht so im Dokument
        Träger und Rollen | Rheine | 05566076 | Baustein 2: Case Management | empfängt die Zuwendung | | | | | Kreis Steinfurt | Stadt Rheine | | 2021 | rheine-2022 | 3 | leitet die Zuwendung | steht im Dokument | | Niederschrift Rheine | 03.11.2022 | 01.01.2021 | 31.12.2021 | | | steht so im Dokument
        Finanzierung | Rheine | 05566076 | Baustein 2: Case Management | Personal | 55000 | 55000 | Euro je Stelle und Jahr | | Kreis Steinfurt | Stadt Rheine | genau | 2022 | rheine-2022 | 4 | 55.000 Euro | steht im Dokument | | Niederschrift Rheine | 03.11.2022 | 01.01.2022 | 31.12.2022 | | | steht so im Dokument
        """,
    )


def test_events_without_decisions_load_again(page: Open, offers: Offers) -> None:
    page("timeline", orte=[COESFELD], ansicht_ereignisse="Herunterladen")

    assert "CSV für Programme" in offers


def test_coverage_is_handed_out_with_all_documents(page: Open, offers: Offers) -> None:
    page("method", teil="coverage", ansicht_abdeckung="Herunterladen")
    workbook = offers["Excel-Datei (XLSX)"][2]()

    says(
        [line[:60] for line in lines(offers["CSV für Excel"][2](), ";")],
        """
        Ortsname | Schlüssel (AGS) | Angaben | Stellen | Träger und
        Nordrhein-Westfalen | 05 | 4 | 0 | 0 | 2 | 1 | 1 | 0 | 0 |
        Kreis Mettmann | 05158 | 5 | 3 | 1 | 0 | 0 | 0 | 0 | 0 | 0
        Rhein-Sieg-Kreis | 05382 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 |
        Münster | 05515 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0
        Kreis Coesfeld | 05558 | 10 | 3 | 0 | 1 | 0 | 1 | 0 | 1 | 0
        Kreis Steinfurt | 05566 | 18 | 4 | 3 | 2 | 1 | 1 | 1 | 0 |
        """,
    )
    says(
        [line[:40] for line in sheet(workbook, "Quellen")],
        """
        Kürzel | Ort | Gremium oder Herausgeber
        auszug-2021 | 05158 |  | Webseite |  | 2
        coesfeld-2023 | 05558 |  | Vermerk |  |
        land-2020 | 05 |  | Bericht |  | 05.2020
        ohne-datum | 05382056 |  | Webseite |  |
        rheine-2022 | 05566076 | Rat | Niedersch
        """,
    )
    says(
        [line.partition("KIM-Vergleich")[0] for line in sheet(workbook, "Hinweise")[:3]],
        """
        Angabe | Inhalt
        Thema | Wie viel bekannt ist
        Orte | Wie viel bekannt ist: Land, Kreise und kreisfreie Städte
        """,
    )


def test_counts_of_the_map_are_handed_out(page: Open, offers: Offers) -> None:
    page("overview", ansicht_karte="Herunterladen")

    assert offers["CSV für Excel"][0] == "kim-karte-excel.csv"
    says(
        lines(offers["CSV für Programme"][2](), ","),
        """
        region | facts | read_from_text | proven
        05 | 4 | 4 | 0
        05158 | 5 | 0 | 0
        05382 | 1 | 0 | 0
        05515 | 0 | 0 | 0
        05558 | 10 | 9 | 0
        05566 | 18 | 15 | 15
        """,
    )


def test_only_columns_of_organisations_get_names_for_keys(page: Open) -> None:
    page("method")
    frame = pd.DataFrame({"employer": ["caritas"], "workplace": ["fremd"], "note": ["caritas"]})
    named = with_names(frame, package().tables["positions"])

    assert named.iloc[0].tolist() == ["Caritasverband", "fremd", "caritas"]
    assert frame["employer"].tolist() == ["caritas"]


def test_sheets_are_wide_enough_for_their_words_and_not_wider_than_a_screen(
    page: Open, offers: Offers
) -> None:
    page("positions", orte=[RHEINE], ansicht_stellen="Herunterladen")
    workbook = book(offers["Excel-Datei (XLSX)"][2]())
    widths = [round(each.width) for each in workbook["Hinweise"].column_dimensions.values()]

    assert widths == [14, 61]
    widths = [round(each.width) for each in workbook["Daten"].column_dimensions.values()]
    says(
        [" ".join(map(str, widths))],
        """
        13 12 30 18 11 16 12 13 26 22 17 11 18 13 14 11 21 22 14 12 23 21 23 24 23
        """,
    )
    assert workbook["Daten"].freeze_panes == "A2"
    assert workbook["Daten"].auto_filter.ref == "A1:AB4"
