"""Hochladen: what is said of a file at every step, what is asked, marked, compared, shown and published."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from streamlit.testing.v1 import AppTest

from kim.store import store
from kim.tables import ROOT
from tests.etl.reading.test_what_is_seen import book as with_sheets
from tests.pages.visitors import sit_at_this_machine
from tests.spec.pages.conftest import Offers, book, lines, opened, sheet
from tests.spec.reading import plain, points, says
from tests.spec.screen import charts, controls, seen

HEADS = "Ort;Baustein;Aufgabe;Anzahl;Genauigkeit;Einheit;Maß;Stand der Einrichtung"
HEADS += ";Anstellungsträger;Stand am;Quelle;Absatz;Fundstelle;Grundlage;Anmerkung"
NINE = "05558;2;coordination;9;exact;posts;total;filled;;2023;coesfeld-2023;6;neun Stellen;stated;"
CHANGED = (
    "05558;2;coordination;7;exact;posts;total;filled;;2022;coesfeld-2023;6;7 Stellen;stated;neu"
)
RIVAL = "05558;2;coordination;5;exact;posts;total;filled;;2022;auszug-2021;;fünf;stated;"
HELD = "05558;2;coordination;8;exact;posts;total;filled;;2022;coesfeld-2023;6;acht Stellen;stated;"
SAME = "05566076;2;case_management;1,6;exact;posts;increase;established;;2022;rheine-2022;1"
SAME += ";kommen 1,6 Stellen;inferred;so gelesen"
MOMENT = re.compile(r"\d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr|\d{8}T\d{6}-[0-9a-f]{8}")


def drop(app: AppTest, *rows: str, name: str = "neu.csv", heads: str = HEADS) -> AppTest:
    """The page after this file was dropped."""
    return drop_bytes(app, name, "\n".join([heads, *rows]).encode())


def drop_bytes(app: AppTest, name: str, content: bytes) -> AppTest:
    app.file_uploader[0].set_value((name, content, "text/csv"))
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [each for each in app.button if each.label == label]
    return button.click().run()


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


def told(app: AppTest, heading: str) -> list[str]:
    """What stands from this heading on, times left out."""
    lines = [MOMENT.sub("(Zeit)", line) for line in controls(app, {})]
    return lines[lines.index(heading) :]


@pytest.fixture
def upload(own_store: Path) -> AppTest:
    assert own_store.is_dir()
    return opened("upload")


def test_page_begins_with_the_table_and_its_forms(upload: AppTest) -> None:
    says(
        told(upload, "## 1. Tabelle wählen")[1:],
        """
        Was steht in Ihrer Datei? (Stellen (Angaben) / Träger und Rollen (Angaben) / Zielgruppen (Angaben) / Evaluation (Angaben) / Kennzahlen der Orte (Angaben) / Finanzierung (Angaben) / Gremien (Angaben) / Instrumente und Methoden (Angaben) / Ziele und Aufgaben (Angaben) / Zeitachse (Angaben) / Beschlüsse (Angaben) / Zusagen (Angaben) / Offene Fragen (Angaben) / Einschätzungen (Angaben) / Orte (Nachschlagetabelle) / Organisationen (Nachschlagetabelle) / Quellen (Nachschlagetabelle)): positions
        - Stellen und Personen je Baustein und Stand der Einrichtung.
        Noch keine Datei? Füllen Sie die Vorlage aus. Was in welche Spalte gehört, steht mit einem Beispiel in der Excel-Vorlage auf dem Blatt „Spalten“.
        <Vorlage für Excel (XLSX)>
        <Vorlage als CSV für Excel>
        ## 2. Datei ablegen
        """,
    )


def test_before_the_first_version_nothing_can_be_handed_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_STORE", str(tmp_path / "empty"))
    monkeypatch.chdir(ROOT)
    sit_at_this_machine(monkeypatch)
    store.cache_clear()
    app = AppTest.from_file(str(ROOT / "pages/upload.py"), default_timeout=300).run()

    assert [each.value.partition(".")[0] for each in app.info] == [
        "Es gibt noch keine Fassung, auf die geladen werden kann"
    ]


def test_a_sound_file_is_compared_drawn_and_published(upload: AppTest) -> None:
    app = drop(upload, NINE, CHANGED, SAME)

    says(
        told(app, "## 2. Datei ablegen"),
        """
        ## 2. Datei ablegen
        (ok) Empfangen: **neu.csv** (0,5 KB), (Zeit). Die Datei ist gesichert und geht nicht verloren.
        ## 3. Gelesen und geprüft
        Gelesene Zeilen: 3. Zeichensatz UTF-8, getrennt mit „;“. Die Kopfzeile steht in Zeile 1.
        <Diese Datei weglegen>
        ## 4. Was sich ändern würde
        Zeilen, die schon in der Sammlung stehen und in Ihrer Datei fehlen, bleiben stehen. Spalten, die Ihre Datei nicht hat, bleiben unverändert.
        neu: 1
        geändert: 1
        schon so vorhanden: 1
        im Widerspruch: 0
        > Geändert: 1 von 1 Zeile, bisher und künftig
        Geändert: 1 von 1 Zeile, bisher und künftig
        Stand | Ort | Angabe | Stand am | Quelle | Absatz | Fundstelle | Grundlage | Anmerkung
        bisher | Kreis Coesfeld | Baustein 2: Case Management · Koordinierung · 8 Stellen · Gesamtzahl · besetzt | 2022 | Vermerk Coesfeld | 6 | acht Stellen | steht im Dokument | .
        künftig | Kreis Coesfeld | [⚠ Baustein 2: Case Management · Koordinierung · 7 Stellen · Gesamtzahl · besetzt] | 2022 | Vermerk Coesfeld | 6 | [⚠ 7 Stellen] | steht im Dokument | [⚠ neu]
        > Neu: 1 von 1 Zeile
        Neu: 1 von 1 Zeile
        Ort | Angabe | Stand am | Quelle | Absatz | Fundstelle | Grundlage
        Kreis Coesfeld | Baustein 2: Case Management · Koordinierung · 9 Stellen · Gesamtzahl · besetzt | 2023 | Vermerk Coesfeld | 6 | neun Stellen | steht im Dokument
        ### So sähe das Diagramm aus
        - Gezeigt sind die Orte, zu denen die Datei etwas ändert. Hohle Zeichen und Werte in Klammern sind ungeprüft. Wo es neuere Angaben gibt, zeigt das Diagramm nur diese.
        [chart]
        [chart]
        ## 5. Veröffentlichen
        Alle Zeilen werden zusammen übernommen. Danach sehen alle die neue Fassung. Im Verlauf können Sie das zurücknehmen.
        <Jetzt veröffentlichen>
        """,
    )
    figure = charts(app)[0]
    says(
        [each["text"] for each in points(figure) if each["text"]],
        """
        **Baustein 2: Case Management**
        **Kreis Coesfeld**: (9) besetzt · 2023
        """,
    )

    app = press(app, "Jetzt veröffentlichen")
    says(
        told(app, "# Hochladen")[3:6],
        """
        (ok) Veröffentlicht als Fassung 2: neu.csv.
        <Zum Diagramm>
        <Zum Verlauf>
        """,
    )


def test_a_rival_figure_stands_beside_ours(upload: AppTest) -> None:
    says(
        told(drop(upload, RIVAL), "## 4. Was sich ändern würde")[2:],
        """
        neu: 1
        geändert: 0
        schon so vorhanden: 0
        im Widerspruch: 1
        (!) Eine andere Quelle nennt für denselben Ort und Tag einen anderen Wert. Beide Angaben bleiben stehen.
        > Im Widerspruch: 1 von 1 Zeile, andere Quelle und Ihre Datei
        Im Widerspruch: 1 von 1 Zeile, andere Quelle und Ihre Datei
        Stand | Ort | Angabe | Stand am | Quelle | Absatz | Fundstelle | Grundlage
        andere Quelle | Kreis Coesfeld | Baustein 2: Case Management · Koordinierung · 8 Stellen · Gesamtzahl · besetzt | 2022 | Vermerk Coesfeld | 6 | acht Stellen | steht im Dokument
        Ihre Datei | Kreis Coesfeld | [⚠ Baustein 2: Case Management · Koordinierung · 5 Stellen · Gesamtzahl · besetzt] | 2022 | [⚠ Auszug] | [⚠ .] | [⚠ fünf] | steht im Dokument
        > Neu: 1 von 1 Zeile
        Neu: 1 von 1 Zeile
        Ort | Angabe | Stand am | Quelle | Fundstelle | Grundlage
        Kreis Coesfeld | Baustein 2: Case Management · Koordinierung · 5 Stellen · Gesamtzahl · besetzt | 2022 | Auszug | fünf | steht im Dokument
        ### So sähe das Diagramm aus
        - Gezeigt sind die Orte, zu denen die Datei etwas ändert. Hohle Zeichen und Werte in Klammern sind ungeprüft. Wo es neuere Angaben gibt, zeigt das Diagramm nur diese.
        [chart]
        [chart]
        ## 5. Veröffentlichen
        Alle Zeilen werden zusammen übernommen. Danach sehen alle die neue Fassung. Im Verlauf können Sie das zurücknehmen.
        <Jetzt veröffentlichen>
        """,
    )


def test_statements_at_the_same_words_are_counted(upload: AppTest) -> None:
    app = drop(upload, HELD.replace(";filled;", ";funded;"))

    says(
        [each.value for each in app.info],
        """
        Zur selben Fundstelle gibt es schon Angaben (1). Ihre Zeilen treten daneben, weil sie sich in Ort, Baustein, Stand oder einem anderen Merkmal unterscheiden, das eine Angabe ausmacht. Soll die alte Angabe nicht mehr gelten, sagen Sie der betreibenden Stelle Bescheid.
        """,
    )


def test_a_known_number_that_changes_at_unchanged_words_is_questioned(upload: AppTest) -> None:
    app = drop(upload, HELD.replace(";8;", ";7;"))
    lines = told(app, "## 3. Gelesen und geprüft")

    says(
        lines[3 : lines.index("## 4. Was sich ändern würde")],
        """
        (!) Diese Werte sollten Sie noch einmal ansehen. Stimmen sie?
        Werte zum Nachsehen
        Zeile | Spalte | in der Datei | Was ist falsch, was ist zu tun?
        Anzahl | 7 | Die Zahl ist neu, die Fundstelle „acht Stellen“ nennt sie nicht. Prüfen Sie, ob die Fundstelle die neue Zahl belegt; wenn ja, bestätigen Sie.
        [ ] Ja, ich habe die Werte geprüft; sie stimmen.
        """,
    )


def test_nothing_new_is_nothing_to_publish(upload: AppTest) -> None:
    says(
        told(drop(upload, HELD), "## 4. Was sich ändern würde")[2:],
        """
        neu: 0
        geändert: 0
        schon so vorhanden: 1
        im Widerspruch: 0
        (i) Alle Zeilen stehen schon genau so in der Sammlung. Es gibt nichts zu veröffentlichen.
        """,
    )


def test_every_fault_is_named_and_marked_in_its_row(upload: AppTest) -> None:
    app = drop(
        upload,
        "Kreis Nirgendwo;9;coordination;viele;exact;posts;total;filled;;2023;coesfeld-2023;6;x;stated;",
        "05566076;2;case_management;2,5;exact;posts;total;filled;stadt-rheine;2023-05;auszug-2021;;y;;",
        name="falsch.csv",
    )

    says(
        told(app, "## 3. Gelesen und geprüft"),
        """
        ## 3. Gelesen und geprüft
        Gelesene Zeilen: 2. Zeichensatz UTF-8, getrennt mit „;“. Die Kopfzeile steht in Zeile 1.
        <Diese Datei weglegen>
        (x) An 4 Stellen der Datei stimmt etwas nicht. Es wird nichts übernommen, bis alle berichtigt sind. Berichtigen Sie die Datei und legen Sie sie noch einmal ab.
        Was zu berichtigen ist
        Zeile | Spalte | in der Datei | Was ist falsch, was ist zu tun?
        2 | Anzahl | viele | „viele“ ist keine Zahl. Erwartet wird eine Zahl wie 1,9.
        2 | Baustein | 9 | „9“ ist kein bekannter Wert. Erlaubt sind: Baustein 1: Koordinierung, Baustein 2: Case Management, Baustein 3: Ausländer- und Einbürgerungsbehörden.
        2 | Ort | Kreis Nirgendwo | „Kreis Nirgendwo“ ist kein Gemeindeschlüssel aus NRW. Erwartet werden 2, 5 oder 8 Ziffern, beginnend mit 05; in einer Datei zum Hochladen auch ein Name wie „Kreis Steinfurt“ oder „Stadt Steinfurt“.
        3 | Grundlage | | Die Zelle ist leer, der Wert wird aber gebraucht: Worauf die Angabe beruht (steht im Dokument, von uns erschlossen, behauptet, nicht bestätigt).
        <Liste als CSV für Excel>
        <Liste als Excel-Datei>
        ### Die betroffenen Zeilen
        Zeilen der Datei; was zu berichtigen ist, ist markiert
        Zeile | Ort | Baustein | Anzahl | Grundlage | Aufgabe | Genauigkeit | Einheit | Maß | Stand der Einrichtung | Anstellungsträger | Stand am | Quelle | Absatz | Fundstelle | Anmerkung
        2 | [⚠ Kreis Nirgendwo] | [⚠ 9] | [⚠ viele] | steht im Dokument | Koordinierung | genau | Stellen | Gesamtzahl | besetzt | | 2023 | coesfeld-2023 | 6 | x |
        3 | Rheine | Baustein 2: Case Management | 2,5 | [⚠ leer] | Case Management | genau | Stellen | Gesamtzahl | besetzt | Stadt Rheine | Mai 2023 | auszug-2021 | | y |
        """,
    )


def test_one_fault_is_said_in_the_singular(upload: AppTest) -> None:
    app = drop(upload, NINE.replace("stated", ""))

    assert [each.value.partition(".")[0] for each in app.error] == [
        "An einer Stelle der Datei stimmt etwas nicht"
    ]


def test_an_unknown_organisation_can_be_brought_in_with_the_file(upload: AppTest) -> None:
    app = drop(upload, NINE.replace(";filled;;", ";filled;Neues Amt;"))
    lines = told(app, "### Organisation „Neues Amt“ hier anlegen")
    says(
        lines[: lines.index("### Die betroffenen Zeilen")],
        """
        ### Organisation „Neues Amt“ hier anlegen
        Die Datei nennt sie, aber noch niemand hat sie angelegt. Was Sie hier eingeben, wird zusammen mit der Datei veröffentlicht.
        Kürzel *: neues-amt
        Name *: Neues Amt
        Art * (Land / Kreis / Stadt oder Gemeinde / Wohlfahrtsverband oder freier Träger / andere Stelle): None
        <Anlegen und weiter prüfen>
        """,
    )

    app = press(app, "Anlegen und weiter prüfen")
    says(
        [seen(each.value) for each in app.error if "Stelle" not in each.value],
        """
        Art: Die Zelle ist leer, der Wert wird aber gebraucht: Art.
        """,
    )
    app.selectbox[1].set_value("other")
    app = press(app, "Anlegen und weiter prüfen")
    says(
        told(app, "## 4. Was sich ändern würde")[2:18],
        """
        neu: 1
        geändert: 0
        schon so vorhanden: 0
        im Widerspruch: 0
        > Neu: 1 von 1 Zeile
        Neu: 1 von 1 Zeile
        Kürzel | Name | Art
        neues-amt | Neues Amt | andere Stelle
        neu: 1
        geändert: 0
        schon so vorhanden: 0
        im Widerspruch: 0
        > Neu: 1 von 1 Zeile
        Neu: 1 von 1 Zeile
        Ort | Angabe | Stand am | Quelle | Absatz | Fundstelle | Grundlage
        Kreis Coesfeld | Baustein 2: Case Management · Koordinierung · 9 Stellen · Gesamtzahl · besetzt · Neues Amt | 2023 | Vermerk Coesfeld | 6 | neun Stellen | steht im Dokument
        """,
    )


def test_an_unknown_source_is_asked_for_with_its_place_and_kind(upload: AppTest) -> None:
    app = drop(upload, NINE.replace("coesfeld-2023", "neu-2024"))
    lines = told(app, "### Quelle „neu-2024“ hier anlegen")

    says(
        [line[:120] for line in lines[: lines.index("### Die betroffenen Zeilen")]],
        """
        ### Quelle „neu-2024“ hier anlegen
        Die Datei nennt sie, aber noch niemand hat sie angelegt. Was Sie hier eingeben, wird zusammen mit der Datei veröffentlic
        Kürzel *: neu-2024
        Ort * (Nordrhein-Westfalen (05) / Kreis Mettmann (05158) / Hilden (05158016) / Rhein-Sieg-Kreis (05382) / Sankt Augustin
        Gremium oder Herausgeber:
        Art * (Niederschrift / Vorlage / Vermerk / Bericht / Webseite / Presse): None
        Aktenzeichen:
        Datum:
        Grundlage des Datums (nicht angegeben / im Dokument genannt / erschlossen):
        Titel *:
        Adresse:
        Anmerkung:
        <Anlegen und weiter prüfen>
        """,
    )


def test_an_ambiguous_number_is_asked_about_and_never_guessed(upload: AppTest) -> None:
    app = drop(upload, NINE.replace(";9;", ";1.234;"))
    says(
        told(app, "### Das müssen Sie entscheiden"),
        """
        ### Das müssen Sie entscheiden
        Hier ist nicht eindeutig, was gemeint ist. Wir raten nicht.
        Spalte „Anzahl“, Zeile 2: Was heißt „1.234“? (betroffene Zellen: 1) (1,234 (der Punkt steht vor den Nachkommastellen) / 1234 (der Punkt trennt die Tausender)): None
        <Übernehmen>
        """,
    )

    app = press(app, "Übernehmen")
    assert "Bitte beantworten Sie alle Fragen." in [each.value for each in app.warning]
    app.radio[0].set_value("thousands")
    app = press(app, "Übernehmen")
    assert "### Das müssen Sie entscheiden" not in controls(app, {})
    assert any("1.234 Stellen" in line for line in controls(app, {}))


def test_a_misspelt_heading_is_asked_about(upload: AppTest) -> None:
    app = drop(upload, NINE, heads=HEADS.replace("Anmerkung", "Anmerkunk"))
    says(
        told(app, "### Das müssen Sie entscheiden"),
        """
        ### Das müssen Sie entscheiden
        Hier ist nicht eindeutig, was gemeint ist. Wir raten nicht.
        Welche Spalte ist „Anmerkunk“? (Anmerkung / Spalte weglassen): None
        <Übernehmen>
        """,
    )

    app.radio[0].set_value("note")
    app = press(app, "Übernehmen")
    assert "## 4. Was sich ändern würde" in controls(app, {})


def test_a_column_that_does_not_belong_is_named_and_left_out(upload: AppTest) -> None:
    app = drop(upload, NINE + ";egal", heads=HEADS + ";Wetter")

    says(
        told(app, "## 3. Gelesen und geprüft")[1:4],
        """
        Gelesene Zeilen: 1. Zeichensatz UTF-8, getrennt mit „;“. Die Kopfzeile steht in Zeile 1.
        (!) Diese Spalten gehören nicht zur Tabelle und werden nicht übernommen: „Wetter“.
        <Diese Datei weglegen>
        """,
    )


def test_what_was_read_otherwise_is_listed(upload: AppTest) -> None:
    by_name = [NINE.replace("05558", "Kreis Coesfeld").replace("neun", f"{at}") for at in range(7)]
    app = drop(upload, *by_name, NINE.replace("coesfeld-2023;6", "coesfeld-2023;–"))

    says(
        told(app, "## 3. Gelesen und geprüft")[2:6],
        """
        > Was beim Lesen angepasst wurde (8)
        Was beim Lesen angepasst wurde
        Zeilen | Spalte | in der Datei | gelesen als | Anpassung
        2, 3, 4, 5, 6 und 2 weitere | Ort | Kreis Coesfeld | 05558 | „Kreis Coesfeld“ hat den Gemeindeschlüssel 05558.
        """,
    )
    (folded,) = [each for each in app.expander if "angepasst" in each.label]
    assert folded.proto.expanded


def test_many_changes_are_folded(upload: AppTest) -> None:
    app = drop(upload, *(NINE.replace(";9;", f";{at} Stellen;") for at in range(1, 12)))

    (folded,) = [each for each in app.expander if "angepasst" in each.label]
    assert not folded.proto.expanded


def test_a_share_is_asked_about(upload: AppTest) -> None:
    app = upload
    app.selectbox(key="tabelle").set_value("funding")
    heads = "Ort;Posten;Betrag ab;Einheit;Genauigkeit;Quelle;Fundstelle;Grundlage"
    app = drop(app, "05558;Anteil;0,2;percent;exact;auszug-2021;ein Fünftel;stated", heads=heads)

    says(
        told(app, "## 3. Gelesen und geprüft")[1:6],
        """
        Gelesene Zeilen: 1. Zeichensatz UTF-8, getrennt mit „;“. Die Kopfzeile steht in Zeile 1.
        <Diese Datei weglegen>
        ## 4. Was sich ändern würde
        Zeilen, die schon in der Sammlung stehen und in Ihrer Datei fehlen, bleiben stehen. Spalten, die Ihre Datei nicht hat, bleiben unverändert.
        neu: 1
        """,
    )


def test_an_implausible_number_has_to_be_confirmed(upload: AppTest) -> None:
    app = drop(upload, NINE.replace(";9;", ";900;"))
    lines = told(app, "## 3. Gelesen und geprüft")

    says(
        lines[2 : lines.index("## 4. Was sich ändern würde")],
        """
        <Diese Datei weglegen>
        (!) Diese Werte sollten Sie noch einmal ansehen. Stimmen sie?
        Werte zum Nachsehen
        Zeile | Spalte | in der Datei | Was ist falsch, was ist zu tun?
        2 | Anzahl | 900 | „900“ ist mehr als das Zwanzigfache des größten bekannten Werts (9). Prüfen Sie die Zahl; wenn sie stimmt, bestätigen Sie sie.
        [ ] Ja, ich habe die Werte geprüft; sie stimmen.
        """,
    )
    says(
        told(app, "## 5. Veröffentlichen"),
        """
        ## 5. Veröffentlichen
        (i) Bestätigen Sie zuerst die Werte, die Sie noch einmal ansehen sollten.
        """,
    )
    app.checkbox[0].check().run()
    says(
        told(app, "## 5. Veröffentlichen"),
        """
        ## 5. Veröffentlichen
        Alle Zeilen werden zusammen übernommen. Danach sehen alle die neue Fassung. Im Verlauf können Sie das zurücknehmen.
        <Jetzt veröffentlichen>
        """,
    )


def test_another_sheet_can_be_chosen(upload: AppTest) -> None:
    book = openpyxl.Workbook()
    for name, number in (("Stand 2023", 9), ("Stand 2024", 10)):
        sheet = book.create_sheet(name)
        sheet.append(HEADS.split(";"))
        cells = NINE.split(";")
        cells[3] = number  # type: ignore[call-overload]
        sheet.append(cells)
    book.remove(book["Sheet"])
    content = io.BytesIO()
    book.save(content)

    app = drop_bytes(upload, "neu.xlsx", content.getvalue())
    says(
        told(app, "## 3. Gelesen und geprüft")[1:5],
        """
        <Diese Datei weglegen>
        ### Das müssen Sie entscheiden
        Hier ist nicht eindeutig, was gemeint ist. Wir raten nicht.
        In welchem Blatt steht die Tabelle? Zur Wahl stehen: Stand 2023, Stand 2024. (Stand 2023 / Stand 2024): None
        """,
    )
    app.radio[0].set_value("Stand 2023")
    press(app, "Übernehmen")
    says(
        told(app, "## 3. Gelesen und geprüft")[1:6],
        """
        Gelesene Zeilen: 1. Blatt „Stand 2023“. Die Kopfzeile steht in Zeile 1.
        (!) Diese Blätter haben dieselbe Kopfzeile: „Stand 2024“. Gelesen wurde nur das Blatt „Stand 2023“. Wählen Sie ein anderes Blatt, oder legen Sie die Datei danach noch einmal ab.
        <Diese Datei weglegen>
        Blatt der Excel-Datei (Stand 2023 / Stand 2024): Stand 2023
        ## 4. Was sich ändern würde
        """,
    )
    app.selectbox[1].set_value("Stand 2024").run()
    assert any("10 Stellen" in line for line in controls(app, {}))


def test_a_file_for_another_table_is_recognised(upload: AppTest) -> None:
    heads = "Ort;Gremium;Ebene;Sitz;Stand;Quelle;Fundstelle;Grundlage"
    app = drop(upload, "05566;Beirat;strategic;;exists;auszug-2021;Beirat;stated", heads=heads)

    says(
        told(app, "## 3. Gelesen und geprüft"),
        """
        ## 3. Gelesen und geprüft
        Gelesene Zeilen: 1. Zeichensatz UTF-8, getrennt mit „;“. Die Kopfzeile steht in Zeile 1.
        (!) Diese Spalten gehören nicht zur Tabelle und werden nicht übernommen: „Gremium“, „Ebene“, „Sitz“, „Stand“.
        <Diese Datei weglegen>
        (!) Die Spalten dieser Datei passen besser zur Tabelle „Gremien“.
        <Zur Tabelle „Gremien“ wechseln>
        """,
    )
    app = press(app, "Zur Tabelle „Gremien“ wechseln")
    assert app.selectbox(key="tabelle").value == "bodies"
    says(
        told(app, "## 4. Was sich ändern würde")[2:],
        """
        neu: 1
        geändert: 0
        schon so vorhanden: 0
        im Widerspruch: 0
        > Neu: 1 von 1 Zeile
        Neu: 1 von 1 Zeile
        Ort | Angabe | Quelle | Fundstelle | Grundlage
        Kreis Steinfurt | Beirat · strategisch · besteht | Auszug | Beirat | steht im Dokument
        ### So sähe das Diagramm aus
        - Gezeigt sind die Orte, zu denen die Datei etwas ändert. Hohle Zeichen und Werte in Klammern sind ungeprüft. Wo es neuere Angaben gibt, zeigt das Diagramm nur diese.
        Kreis Steinfurt / gibt die Richtung vor (strategisch) (Beirat) besteht Webseite 2021, ungeprüft (Mitglieder nicht genannt) …
        (Mitglieder nicht genannt) Webseite 2021, ungeprüft
        (Sitz nicht genannt) Webseite 2021, ungeprüft
        Lenkungsgruppe besteht Niederschrift 2022, Absatz 8 Mitglieder nicht genannt …
        Mitglieder nicht genannt Niederschrift 2022, Absatz 8
        Sitz: Kreis Steinfurt Niederschrift 2022, Absatz 8
        ## 5. Veröffentlichen
        Alle Zeilen werden zusammen übernommen. Danach sehen alle die neue Fassung. Im Verlauf können Sie das zurücknehmen.
        <Jetzt veröffentlichen>
        """,
    )


def test_a_file_put_away_is_kept_but_no_longer_waits(upload: AppTest) -> None:
    app = press(drop(upload, NINE), "Diese Datei weglegen")

    says(
        told(app, "# Hochladen")[3:5],
        """
        (ok) Weggelegt: neu.csv. Sie bleibt gesichert, steht aber nicht mehr in dieser Liste.
        ## 1. Tabelle wählen
        """,
    )
    assert not any("empfangen, aber noch nicht" in line for line in controls(app, {}))


def test_a_receipt_that_is_damaged_is_said_and_stops_nobody(
    upload: AppTest, own_store: Path
) -> None:
    drop(upload, NINE, CHANGED)
    [path] = (own_store / "inbox").iterdir()
    path.write_text(path.read_text("utf-8")[:50], "utf-8")
    app = opened("upload")
    assert [each.value for each in app.warning if "Holen Sie sie aus der Sicherung" in each.value]
    says_ready = press(drop(app, NINE, CHANGED), "Jetzt veröffentlichen")
    assert not says_ready.exception


def test_a_file_left_waits_and_can_be_opened_or_put_away(upload: AppTest) -> None:
    drop(upload, NINE)
    app = opened("upload")
    says(
        told(app, "## 2. Datei ablegen"),
        """
        ## 2. Datei ablegen
        > Diese Dateien sind empfangen, aber noch nicht veröffentlicht (1)
        Datei (neu.csv · (Zeit) · noch nicht veröffentlicht): (Zeit)
        <Diese Datei öffnen>
        <Diese Datei weglegen>
        """,
    )

    app = press(app, "Diese Datei öffnen")
    assert "## 4. Was sich ändern würde" in controls(app, {})


def test_four_eyes_lay_a_file_before_a_reviewer(
    upload: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    app = drop(upload, NINE)

    says(
        told(app, "## 5. Veröffentlichen"),
        """
        ## 5. Veröffentlichen
        Vier Augen: Jemand mit dem Recht zur Freigabe sieht die Datei an und veröffentlicht sie.
        <Zur Freigabe vorlegen>
        """,
    )
    app = press(app, "Zur Freigabe vorlegen")
    says(
        told(app, "# Hochladen")[3:5],
        """
        (ok) Vorgelegt: neu.csv wartet auf die Freigabe.
        ## 1. Tabelle wählen
        """,
    )
    says(
        [line for line in told(opened("upload"), "# Hochladen") if "vorgelegt" in line],
        """
        Datei (neu.csv · (Zeit) · zur Freigabe vorgelegt): (Zeit)
        """,
    )


def test_hidden_sheets_and_rows_are_offered(upload: AppTest) -> None:
    def hide_row(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    def hide(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"

    rows = [HEADS.split(";"), NINE.split(";"), NINE.replace(";2023;", ";2024;").split(";")]
    content = with_sheets(("Alt", rows, hide), ("Daten", rows, hide_row))
    app = drop_bytes(upload, "mappe.xlsx", content)

    (box,) = [each for each in app.selectbox if each.label == "Blatt der Excel-Datei"]
    assert (box.options, box.value) == (["Alt (ausgeblendet)", "Daten"], "Daten")
    (rest,) = [each for each in app.checkbox if each.label.startswith("Ausgeblendete Zeilen")]
    app = rest.check().run()
    assert "Gelesene Zeilen: 2." in " ".join(each.value for each in app.markdown)
    (box,) = [each for each in app.selectbox if each.label == "Blatt der Excel-Datei"]
    app = box.set_value("Alt").run()
    assert "Blatt „Alt“." in " ".join(each.value for each in app.markdown).replace("\\", "")


def test_how_a_word_is_written_is_asked_and_answered(upload: AppTest) -> None:
    content = "\n".join([HEADS.replace("Maß", "measure"), f"{NINE}Łódź"]).encode("cp1250")
    app = drop_bytes(upload, "lodz.csv", content)

    (asked,) = app.radio
    assert asked.label.startswith("Zeile 2: Die Datei sagt nicht, in welcher Schrift")
    assert "„Łódź“ (mitteleuropäisch)" in [each.replace("\\", "") for each in asked.options]
    asked.set_value("cp1250")
    app = press(app, "Übernehmen")
    assert not app.radio
    assert "<Jetzt veröffentlichen>" in controls(app, {})


def test_a_number_that_its_format_rounds_is_asked_and_answered(upload: AppTest) -> None:
    def round_it(sheet: Worksheet) -> None:
        cell = sheet.cell(2, HEADS.split(";").index("Anzahl") + 1)
        cell.value, cell.number_format = 1.5, "0"

    content = with_sheets(("Daten", [HEADS.split(";"), NINE.split(";")], round_it))
    app = drop_bytes(upload, "mappe.xlsx", content)
    (asked,) = app.radio
    assert asked.label.replace("\\", "") == (
        "Spalte „Anzahl“, Zeile 2: Die Zelle zeigt „2“, gespeichert ist aber eine genauere Zahl. "
        "Welche gilt? (betroffene Zellen: 1)"
    )
    assert [each.replace("\\", "") for each in asked.options] == [
        "1,5 (so steht es in der Zelle)",
        "2 (so zeigt es Excel, gerundet)",
    ]
    asked.set_value("stored")
    app = press(app, "Übernehmen")
    assert not app.radio
    assert any("1,5 Stellen" in each for each in controls(app, {}))


@pytest.mark.parametrize(
    ("name", "heads", "row", "expected"),
    [
        (
            "carriers",
            "region,organisation,role,counterpart,source,anchor,basis",
            "05566076,stadt-rheine,employs,,auszug-2021,bei der Stadt,stated",
            "stellt an",
        ),
        (
            "evaluations",
            "region,level,status,source,anchor,basis",
            "05558,district,planned,auszug-2021,wird geplant,stated",
            "geplant",
        ),
        (
            "funding",
            "region,item,amount_min,amount_max,unit,certainty,source,anchor,basis",
            "05558,Miete,10,20,eur,exact,auszug-2021,etwas,stated",
            "Miete",
        ),
        (
            "instruments",
            "region,label,kind,state,source,anchor,basis",
            "05558,Leitfaden,method,planned,auszug-2021,ein Leitfaden,stated",
            "Leitfaden",
        ),
        (
            "objectives",
            "region,holder,kind,label,source,anchor,basis",
            "05558,Programm,task,Lotsen,auszug-2021,lotsen,stated",
            "Lotsen",
        ),
        (
            "decisions",
            "region,body,subject,kind,source,anchor,basis",
            "05558,Kreistag,Beitritt,noted,auszug-2021,Beitritt,stated",
            "Beitritt",
        ),
        (
            "milestones",
            "region,date,event,state,source,anchor,basis",
            "05558,2021,Auftakt,done,auszug-2021,Auftakt,stated",
            "Auftakt",
        ),
        (
            "commitments",
            "region,made_by,promise,recurrence,state,source,anchor,basis",
            "05558,Kreis,Sprechstunde,once,open,auszug-2021,versprochen,stated",
            "Sprechstunde",
        ),
        (
            "open_questions",
            "region,question,state,source,anchor,basis",
            "05558,Wer zahlt?,open,auszug-2021,zahlt,stated",
            "Wer zahlt?",
        ),
        (
            "assessments",
            "region,speaker,subject,assessment,source,anchor,basis",
            "05558,Leitung,KIM,wirkt,auszug-2021,wirkt,stated",
            "wirkt",
        ),
    ],
)
def test_every_table_is_drawn_as_its_page_draws_it(
    own_store: Path, name: str, heads: str, row: str, expected: str
) -> None:
    assert own_store.is_dir()
    app = opened("upload")
    app.selectbox(key="tabelle").set_value(name)
    app = drop(app, row, heads=heads)

    html = " ".join(each.proto.body for each in app.get("html"))
    drawn = [each["text"] for figure in charts(app) for each in points(figure)]
    assert any(expected in plain(words) for words in [*drawn, html])
    assert "<Jetzt veröffentlichen>" in controls(app, {})
