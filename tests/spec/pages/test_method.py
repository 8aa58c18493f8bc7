"""Daten und Methode: what was searched, how much is proven, what signs, units and columns mean."""

from collections.abc import Mapping

from tests.spec.pages.conftest import Open
from tests.spec.reading import key, says
from tests.spec.screen import charts, screen
from ui import exhibits

Names = Mapping[str, str]
SUBJECTS_OF_THIS_WORLD = 13
LINES_BEFORE = 3  # title, finding, lead


def opened(page: Open, names: Names, name: str) -> list[str]:
    """What stands in a part of the page once it is opened."""
    return screen(page("method", teil=name), names)[LINES_BEFORE:]


def test_method_counts_documents_and_proof(page: Open, names: Names) -> None:
    says(
        [opened(page, names, "searched_title")[0].partition("(höchstens")[0]],
        """
        Durchsucht sind **5 Dokumente**, erfasst bis zum 10.01.2024. **3** davon haben wir ganz gelesen. Von den übrigen **2** lag nur der Anfang vor
        """,
    )
    says(
        opened(page, names, "searched_title")[1:],
        """
        Dokumente nach ihrer Art
        Art | Dokumente | davon ganz gelesen
        Vermerk | 1 | 1
        Niederschrift | 1 | 1
        Bericht | 1 | 1
        Webseite | 2 | –
        """,
    )
    says(
        opened(page, names, "proof_title")[1:],
        """
        Angaben nach Thema und Prüfung, ohne Kennzahlen wie die Einwohnerzahl
        Thema | Angaben | am Text bestätigt | ganz gelesen, Text liegt hier nicht vor | ungeprüft
        Stellen | 11 | 4 | 3 | 4
        Träger und Rollen | 4 | 2 | – | 2
        Zielgruppen | 5 | 2 | 3 | –
        Evaluation | 2 | 1 | 1 | –
        Finanzierung | 3 | 1 | 1 | 1
        Gremien | 1 | 1 | – | –
        Instrumente und Methoden | 1 | – | 1 | –
        Beschlüsse | 1 | 1 | – | –
        Zeitachse | 3 | 1 | 1 | 1
        Zusagen | 3 | 2 | 1 | –
        Offene Fragen | 2 | – | 1 | 1
        Ziele und Aufgaben | 1 | – | 1 | –
        Einschätzungen | 1 | – | – | 1
        Alle Themen | 38 | 15 | 13 | 10
        """,
    )
    says(
        [opened(page, names, "cite_title")[-2].partition(" Datenlizenz")[0]],
        """
        ` KIM-Vergleich NRW: Kommunales Integrationsmanagement in Nordrhein-Westfalen. Fassung 1 vom 10.01.2024.
        """,
    )


def test_signs_and_units_are_explained(page: Open, names: Names) -> None:
    says(
        opened(page, names, "signs_title"),
        """
        Die Zeichen der amtlichen deutschen Statistik:
        Zeichen und ihre Bedeutung
        Zeichen | Bedeutung
        0 | weniger als die Hälfte der kleinsten gezeigten Einheit, aber mehr als nichts
        – | genau nichts
        . | unbekannt: nichts gefunden oder im Dokument nicht genannt
        ... | Angabe ist angekündigt und fällt später an
        x | nicht sinnvoll oder nicht vergleichbar
        ( ) | unsicher: ungeprüft oder nur behauptet
        """,
    )
    says(
        opened(page, names, "units_title"),
        """
        Einheiten und ihre Bedeutung
        Einheit | Bedeutung
        Stellen | Volle Stellen, auch Bruchteile: 0,5 ist eine halbe Stelle. Vollzeitäquivalente (VZÄ) zählen hier als Stellen. Eine Stelle kann leer sein.
        Personen | Menschen, gleich mit welcher Arbeitszeit. Personen werden nie in Stellen umgerechnet und nie mit ihnen zusammengezählt.
        Euro | Ein Betrag, dessen Zeitraum im Dokument nicht oder gesondert genannt ist. Kein Jahresbetrag.
        Euro je Jahr | Ein Betrag für jedes Jahr.
        Euro je Stelle | Ein Betrag für jede Stelle, ohne Zeitraum.
        Euro je Stelle und Jahr | Ein Betrag für jede Stelle und jedes Jahr.
        Prozent | Ein Anteil, zum Beispiel der Eigenanteil.
        """,
    )


def test_every_table_and_column_is_defined(page: Open, names: Names) -> None:
    lines = opened(page, names, "definitions_title")
    begin, end = lines.index("Stellen"), lines.index("Träger und Rollen")

    says(
        lines[begin:end],
        """
        Stellen
        Stellen und Personen je Baustein und Stand der Einrichtung.
        Stellen und Personen werden nie zusammengezählt.
        Geplant, beantragt, gefördert, eingerichtet, teilweise besetzt, besetzt, unbesetzt und weggefallen sind verschiedene Angaben. Eine weggefallene Stelle gibt es nicht mehr; eine unbesetzte gibt es, sie ist leer.
        Ein Zuwachs ist keine Gesamtzahl; eine Teilmenge ist Teil einer größeren Zahl, die nicht immer genannt ist.
        Ort region: Amtlicher Gemeindeschlüssel der Körperschaft, um die es geht. Verweist auf: Orte. Immer ausgefüllt.
        Baustein module: Baustein des Programms; leer, wenn das Dokument keinen nennt. Mögliche Werte: Baustein 1: Koordinierung, Baustein 2: Case Management, Baustein 3: Ausländer- und Einbürgerungsbehörden.
        Aufgabe function: Aufgabe der Stelle; leer, wenn das Dokument sie nicht nennt. Mögliche Werte: Koordinierung, Verwaltungsassistenz, Case Management, Ausländer- oder Einbürgerungsbehörde.
        Anzahl quantity: Zahl der Stellen oder Personen; leer heißt unbekannt. Einheit: Stellen oder Personen.
        Genauigkeit certainty: Mögliche Werte: genau, ungefähr, höchstens, mindestens, unbekannt. Immer ausgefüllt.
        Einheit unit: Mögliche Werte: Stellen, Personen. Immer ausgefüllt.
        Maß measure: Gesamtzahl, Zuwachs oder Teilmenge einer größeren Zahl, auch einer nicht genannten. Mögliche Werte: Gesamtzahl, Zuwachs, Teilmenge. Immer ausgefüllt.
        Stand der Einrichtung status: Wie weit die Stelle ist. Teilweise besetzt: Ein Teil der Stellen ist besetzt, wie viele, sagt das Dokument nicht; die Anzahl ist dann die aller Stellen oder leer. Mögliche Werte: geplant, beantragt, gefördert, eingerichtet, teilweise besetzt, besetzt, unbesetzt, weggefallen. Immer ausgefüllt.
        Anstellungsträger employer: Organisation, die das Personal anstellt. Verweist auf: Organisationen.
        Arbeitsplatz workplace: Organisation, bei der gearbeitet wird. Verweist auf: Organisationen.
        Gebiet area: Für wen oder wo die Stellen arbeiten, soweit enger als der Ort.
        Befristet bis valid_until: Tag, Monat oder Jahr, bis zu dem die Stelle befristet ist oder künftig wegfällt (kw); leer, wenn keine Frist genannt ist.
        Entgeltgruppe pay_group: Entgelt- oder Besoldungsgruppe wie S 12, E 9b oder A 10; leer, wenn keine genannt ist.
        Stand am as_of: Seit wann oder wie lange die Aussage galt, als EDTF: 2022, 2022-11, 2022-11-01, 2023-41 (2. Halbjahr), ../2022 (bis 2022), 2021/2023; leer heißt: Datum des Dokuments.
        Quelle source: Kürzel des Dokuments. Verweist auf: Quellen. Immer ausgefüllt.
        Absatz paragraph: Nummer des Absatzes im Dokument, ab 1 gezählt; leer, wenn der Text nicht vorlag.
        Fundstelle anchor: Höchstens sechs Wörter des Absatzes, die den Wert belegen. Immer ausgefüllt.
        Grundlage basis: Worauf die Angabe beruht. Mögliche Werte: steht im Dokument, von uns erschlossen, behauptet, nicht bestätigt. Immer ausgefüllt.
        Anmerkung note: Erläuterung in eigenen Worten.
        Kennung key: Nur für Angaben, die früher mit anderem Datum oder Namen veröffentlicht waren: ihre Kennung aus 16 Zeichen, damit sie dieselben bleiben.
        """,
    )


def test_statements_left_out_have_reason_and_document(page: Open, names: Names) -> None:
    lines = opened(page, names, "left_out_title")

    says(
        lines[1:4],
        """
        Weggelassene Aussagen
        Aussage | Grund | Dokument
        Anteil der Menschen mit Migrationshintergrund 21 % | Für Anteile in Prozent gibt es keine Kennzahl. | hsk-handlungskonzept
        """,
    )


def test_statements_left_out_stand_ten_on_a_sheet_which_the_address_names(
    page: Open, names: Names
) -> None:
    def shown(**asked: str) -> list[str]:
        lines = screen(page("method", teil="left_out_title", **asked), names)
        head = lines.index("Aussage | Grund | Dokument")
        return [line for line in lines[head + 1 :] if line.count(" | ") == 2]

    sheets = [shown(weggelassen=str(number)) for number in (1, 2)]

    assert shown() == sheets[0]
    assert [len(each) for each in sheets] == [10, 10]
    assert not set(sheets[0]) & set(sheets[1])


def test_matrix_and_table_of_coverage_lead_to_subject_and_place(page: Open, names: Names) -> None:
    (figure,) = charts(page("method", teil="coverage"))
    counts = [
        f"{words}{key(carried)}"
        for bar in figure.select_traces({"type": "bar"})
        if bar.customdata is not None
        for words, carried in zip(bar.text, bar.customdata, strict=True)
        if words != "."
    ]
    says(
        sorted(counts),
        """
        1 -> assessments:05566
        1 -> bodies:05566
        1 -> carriers:05158
        1 -> commitments:05558
        1 -> decisions:05566
        1 -> evaluations:05
        1 -> evaluations:05566
        1 -> funding:05
        1 -> funding:05558
        1 -> funding:05566
        1 -> instruments:05558
        1 -> milestones:05158
        1 -> milestones:05558
        1 -> milestones:05566
        1 -> objectives:05558
        1 -> open_questions:05558
        1 -> open_questions:05566
        1 -> positions:05382
        1 -> target_groups:05558
        2 -> commitments:05566
        2 -> target_groups:05
        2 -> target_groups:05566
        3 -> carriers:05566
        3 -> positions:05158
        3 -> positions:05558
        4 -> positions:05566
        """,
    )
    app = page("method", teil="coverage", ansicht_abdeckung="Tabelle")
    lines = screen(app, names)[LINES_BEFORE:]
    says(
        [" | ".join(line.split(" | ")[: 2 + SUBJECTS_OF_THIS_WORLD]) for line in lines[2:]],
        """
        Wie viel bekannt ist: Land, Kreise und kreisfreie Städte
        Ort | Angaben | Stellen | Träger und Rollen | Zielgruppen | Evaluation | Finanzierung | Gremien | Instrumente und Methoden | Beschlüsse | Zeitachse | Zusagen | Offene Fragen | Ziele und Aufgaben | Einschätzungen
        Nordrhein-Westfalen -> stellen 05 | 4 | keine gefunden | keine gefunden | 2 -> zielgruppen 05 | 1 -> evaluation 05 | 1 -> finanzierung 05 | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden
        Kreis Mettmann -> stellen 05158 + 05158016 | 5 | 3 -> stellen 05158 + 05158016 | 1 -> traeger 05158 + 05158016 | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | 1 -> zeitachse 05158 + 05158016 | keine gefunden | keine gefunden | keine gefunden | keine gefunden
        Rhein-Sieg-Kreis -> stellen 05382 + 05382056 | 1 | 1 -> stellen 05382 + 05382056 | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden
        Münster -> stellen 05515 | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden | keine gefunden
        Kreis Coesfeld -> stellen 05558 | 10 | 3 -> stellen 05558 | keine gefunden | 1 -> zielgruppen 05558 | keine gefunden | 1 -> finanzierung 05558 | keine gefunden | 1 -> steuerung 05558 | keine gefunden | 1 -> zeitachse 05558 | 1 -> zusagen 05558 | 1 -> zusagen 05558 | 1 -> steuerung 05558 | keine gefunden
        Kreis Steinfurt -> stellen 05566 + 05566076 | 18 | 4 -> stellen 05566 + 05566076 | 3 -> traeger 05566 + 05566076 | 2 -> zielgruppen 05566 + 05566076 | 1 -> evaluation 05566 + 05566076 | 1 -> finanzierung 05566 + 05566076 | 1 -> steuerung 05566 + 05566076 | keine gefunden | 1 -> zeitachse 05566 + 05566076 | 1 -> zeitachse 05566 + 05566076 | 2 -> zusagen 05566 + 05566076 | 1 -> zusagen 05566 + 05566076 | keine gefunden | 1 -> zusagen 05566 + 05566076
        """,
    )


def test_a_click_on_a_field_opens_the_page_of_its_subject(page: Open) -> None:
    for subject, title in (
        ("carriers", "Träger"),
        ("target_groups", "Zielgruppen"),
        ("evaluations", "Evaluation"),
        ("funding", "Finanzierung"),
        ("bodies", "Steuerung"),
        ("decisions", "Zeitachse"),
        ("assessments", "Zusagen"),
    ):
        app = page("method", teil="coverage")
        mark = [f"{subject}:05566"]
        app.session_state["chart-abdeckung"] = {"selection": {"points": [{"customdata": mark}]}}
        app.run()
        assert app.title[0].value == title


def test_before_anything_was_known_there_is_nothing_to_prove(page: Open, names: Names) -> None:
    app = page("method", kenntnis="2020-01-01", teil="proof_title")

    says(
        screen(app, names)[-1:],
        """
        (i) Beim gewählten Stand ist noch zu keinem Ort etwas bekannt.
        """,
    )


def test_subjects_share_the_pages_that_are_there() -> None:
    assert {exhibits.page_of(table).file for table in exhibits.TABLES} == {
        f"pages/{name}.py"
        for name in (
            *("positions", "carriers", "target_groups", "evaluations"),
            *("funding", "governance", "timeline", "commitments"),
        )
    }
