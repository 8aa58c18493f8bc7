"""Hochladen: what is said of a file at every step, what is marked, compared, shown and published."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kim.store import store
from kim.tables import ROOT
from tests.pages.visitors import sit_at_this_machine
from tests.spec.pages.conftest import opened
from tests.spec.pages.uploading import CHANGED, HELD, NINE, RIVAL, SAME, drop, press, told
from tests.spec.reading import plain, points, says
from tests.spec.screen import charts, controls

pytestmark = pytest.mark.writing


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
