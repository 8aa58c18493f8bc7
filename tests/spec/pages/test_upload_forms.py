"""Hochladen: the forms to fill in, and the list of faults to take away."""

from streamlit.testing.v1 import AppTest

from tests.spec.pages.conftest import Offers, book, lines, sheet
from tests.spec.pages.uploading import NINE, drop
from tests.spec.reading import says


def test_the_list_of_faults_can_be_taken_away(upload: AppTest, offers: Offers) -> None:
    drop(upload, NINE.replace("stated", ""), name="falsch.csv")

    says(
        [f"{label}: {name}" for label, (name, _, _) in offers.items()],
        """
        Vorlage für Excel (XLSX): vorlage-stellen.xlsx
        Vorlage als CSV für Excel: vorlage-stellen.csv
        Liste als CSV für Excel: fehler-falsch.csv
        Liste als Excel-Datei: fehler-falsch.xlsx
        """,
    )
    says(
        lines(offers["Liste als CSV für Excel"][2](), ";"),
        """
        Zeile | Spalte | in der Datei | Was ist falsch, was ist zu tun?
        2 | Grundlage |  | Die Zelle ist leer, der Wert wird aber gebraucht: Worauf die Angabe beruht (steht im Dokument, von uns erschlossen, behauptet, nicht bestätigt).
        """,
    )
    says(
        sheet(offers["Liste als Excel-Datei"][2](), "Daten"),
        """
        Zeile | Spalte | in der Datei | Was ist falsch, was ist zu tun?
        2 | Grundlage |  | Die Zelle ist leer, der Wert wird aber gebraucht: Worauf die Angabe beruht (steht im Dokument, von uns erschlossen, behauptet, nicht bestätigt).
        """,
    )


def test_the_form_for_csv_has_the_headings_and_no_row(offers: Offers, upload: AppTest) -> None:
    assert upload.file_uploader
    says(
        lines(offers["Vorlage als CSV für Excel"][2](), ";"),
        """
        Ort | Baustein | Aufgabe | Anzahl | Genauigkeit | Einheit | Maß | Stand der Einrichtung | Anstellungsträger | Arbeitsplatz | Gebiet | Befristet bis | Entgeltgruppe | Stand am | Quelle | Absatz | Fundstelle | Grundlage | Anmerkung
        """,
    )


def test_the_form_for_excel_explains_its_columns(offers: Offers, upload: AppTest) -> None:
    assert upload.file_uploader
    form = offers["Vorlage für Excel (XLSX)"][2]()
    says(
        book(form).sheetnames,
        """
        Daten
        Spalten
        Orte
        Quellen
        Organisationen
        """,
    )
    says(
        sheet(form, "Daten"),
        """
        Ort | Baustein | Aufgabe | Anzahl | Genauigkeit | Einheit | Maß | Stand der Einrichtung | Anstellungsträger | Arbeitsplatz | Gebiet | Befristet bis | Entgeltgruppe | Stand am | Quelle | Absatz | Fundstelle | Grundlage | Anmerkung
        """,
    )
    says(
        sheet(form, "Spalten"),
        """
        Spalte | Bedeutung | Was hineingehört | Beispiel
        Ort | Amtlicher Gemeindeschlüssel der Körperschaft, um die es geht | muss ausgefüllt sein; Gemeindeschlüssel (05566) oder Name des Ortes | 05566076
        Baustein | Baustein des Programms; leer, wenn das Dokument keinen nennt | darf leer bleiben; eines von: Baustein 1: Koordinierung, Baustein 2: Case Management, Baustein 3: Ausländer- und Einbürgerungsbehörden | Baustein 2: Case Management
        Aufgabe | Aufgabe der Stelle; leer, wenn das Dokument sie nicht nennt | darf leer bleiben; eines von: Koordinierung, Verwaltungsassistenz, Case Management, Ausländer- oder Einbürgerungsbehörde | Case Management
        Anzahl | Zahl der Stellen oder Personen; leer heißt unbekannt | darf leer bleiben; Zahl, zum Beispiel 1,9 (Stellen oder Personen) | 3.5
        Genauigkeit | Genauigkeit | muss ausgefüllt sein; eines von: genau, ungefähr, höchstens, mindestens, unbekannt | genau
        Einheit | Einheit | muss ausgefüllt sein; eines von: Stellen, Personen | Stellen
        Maß | Gesamtzahl, Zuwachs oder Teilmenge einer größeren Zahl, auch einer nicht genannten | muss ausgefüllt sein; eines von: Gesamtzahl, Zuwachs, Teilmenge | Gesamtzahl
        Stand der Einrichtung | Wie weit die Stelle ist. Teilweise besetzt: Ein Teil der Stellen ist besetzt, wie viele, sagt das Dokument nicht; die Anzahl ist dann die aller Stellen oder leer | muss ausgefüllt sein; eines von: geplant, beantragt, gefördert, eingerichtet, teilweise besetzt, besetzt, unbesetzt, weggefallen | eingerichtet
        Anstellungsträger | Organisation, die das Personal anstellt | darf leer bleiben; Kürzel oder Name aus der Tabelle Organisationen | stadt-rheine
        Arbeitsplatz | Organisation, bei der gearbeitet wird | darf leer bleiben; Kürzel oder Name aus der Tabelle Organisationen |
        Gebiet | Für wen oder wo die Stellen arbeiten, soweit enger als der Ort | darf leer bleiben |
        Befristet bis | Tag, Monat oder Jahr, bis zu dem die Stelle befristet ist oder künftig wegfällt (kw); leer, wenn keine Frist genannt ist | darf leer bleiben; Datum: 2022, 11.2022, 01.11.2022, 2. Halbjahr 2023 oder 2021 bis 2022 |
        Entgeltgruppe | Entgelt- oder Besoldungsgruppe wie S 12, E 9b oder A 10; leer, wenn keine genannt ist | darf leer bleiben; zum Beispiel S 12 oder E 9b |
        Stand am | Seit wann oder wie lange die Aussage galt, als EDTF: 2022, 2022-11, 2022-11-01, 2023-41 (2. Halbjahr), ../2022 (bis 2022), 2021/2023; leer heißt: Datum des Dokuments | darf leer bleiben; Datum: 2022, 11.2022, 01.11.2022, 2. Halbjahr 2023 oder 2021 bis 2022 | 2023-05-01 00:00:00
        Quelle | Kürzel des Dokuments | muss ausgefüllt sein | rheine-2022
        Absatz | Nummer des Absatzes im Dokument, ab 1 gezählt; leer, wenn der Text nicht vorlag | darf leer bleiben; ganze Zahl | 2
        Fundstelle | Höchstens sechs Wörter des Absatzes, die den Wert belegen | muss ausgefüllt sein; höchstens sechs Wörter aus dem Dokument | 3,5 Stellen
        Grundlage | Worauf die Angabe beruht | muss ausgefüllt sein; eines von: steht im Dokument, von uns erschlossen, behauptet, nicht bestätigt | steht im Dokument
        Anmerkung | Erläuterung in eigenen Worten | darf leer bleiben |
        """,
    )
    says(
        sheet(form, "Organisationen"),
        """
        Kürzel | Name
        caritas | Caritasverband
        kreis-steinfurt | Kreis Steinfurt
        land-nrw | Land NRW
        stadt-rheine | Stadt Rheine
        """,
    )
    says(
        sheet(form, "Quellen")[:3],
        """
        Kürzel | Name
        auszug-2021 | Auszug
        coesfeld-2023 | Vermerk Coesfeld
        """,
    )
    rules = book(form)["Daten"].data_validations.dataValidation
    says(
        [f"{rule.sqref} {rule.formula1}" for rule in rules],
        """
        B2:B1001 "Baustein 1: Koordinierung,Baustein 2: Case Management,Baustein 3: Ausländer- und Einbürgerungsbehörden"
        C2:C1001 "Koordinierung,Verwaltungsassistenz,Case Management,Ausländer- oder Einbürgerungsbehörde"
        E2:E1001 "genau,ungefähr,höchstens,mindestens,unbekannt"
        F2:F1001 "Stellen,Personen"
        G2:G1001 "Gesamtzahl,Zuwachs,Teilmenge"
        H2:H1001 "geplant,beantragt,gefördert,eingerichtet,teilweise besetzt,besetzt,unbesetzt,weggefallen"
        """,
    )
