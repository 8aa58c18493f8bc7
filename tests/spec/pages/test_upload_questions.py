"""Hochladen: what a file leaves open is asked, and what is answered is read."""

import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from streamlit.testing.v1 import AppTest

from tests.etl.reading.test_what_is_seen import book as with_sheets
from tests.spec.pages.uploading import HEADS, NINE, drop, drop_bytes, press, told
from tests.spec.reading import says
from tests.spec.screen import controls, seen

pytestmark = pytest.mark.writing


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
