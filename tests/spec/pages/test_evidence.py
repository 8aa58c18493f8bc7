"""Belege: what proves a fact, and what else rests on its document."""

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kim.store import store
from kim.tables import ROOT
from tests.conftest import FIRST_LOAD
from tests.pages.visitors import sit_at_this_machine
from tests.spec.pages.conftest import Open, opened
from tests.spec.pages.uploading import CHANGED, drop, press
from tests.spec.reading import says
from tests.spec.screen import part, screen
from tests.spec.world import FACTS, names_of_facts, pages_world, written
from ui.widgets import documents

Names = Mapping[str, str]
DAY = re.compile(r"\d\d\.\d\d\.\d{4}")


def fact(names: Names, anchor: str) -> str:
    (found,) = [key for key, name in names.items() if name.endswith(anchor)]
    return found


def test_a_proven_fact_shows_the_words_in_their_paragraph(page: Open, names: Names) -> None:
    lines = screen(page("evidence", fakt=fact(names, "3,5 Stellen")), names)

    says(
        lines,
        """
        # Belege
        ## Rheine: 3,5 Stellen, Case Management, eingerichtet – ab 01.05.2023
        ✓ am Text bestätigt Stellen
        Niederschrift 2022, Absatz 2
        Zum 1. Mai 2023 sind es [3,5 Stellen].
        Baustein: Baustein 2: Case Management
        Aufgabe: Case Management
        Anzahl: 3,5
        Genauigkeit: genau
        Einheit: Stellen
        Maß: Gesamtzahl
        Stand der Einrichtung: eingerichtet
        Anstellungsträger: Stadt Rheine
        Stand am: ab 01.05.2023
        Grundlage: steht im Dokument
        Nicht genannt: Arbeitsplatz, Gebiet, Befristet bis, Entgeltgruppe
        **Dokument**
        Titel: Niederschrift Rheine
        Art: Niederschrift
        Gremium oder Herausgeber: Rat
        Aktenzeichen: 12/2022
        Datum: 03.11.2022 (im Dokument genannt)
        Link: https://example.org/rheine -> https://example.org/rheine
        Absatz 1 (3 Angaben)
        Die Stadt Rheine [richtet 1,9 Stellen] im Case Management ein, [dazu kommen 1,6 Stellen].
        Stellen, Rheine -> positions richtet 1,9 Stellen: Baustein 2: Case Management · 1,9 Stellen · Gesamtzahl · eingerichtet · Stadt Rheine
        Stellen, Rheine -> positions dazu kommen: Baustein 2: Case Management · 1 Stelle · Zuwachs · geplant
        Stellen, Rheine -> positions kommen 1,6 Stellen: Baustein 2: Case Management · 1,6 Stellen · Zuwachs · eingerichtet · von uns erschlossen
        Absatz 2 (1 Angabe)
        Zum 1. Mai 2023 sind es [3,5 Stellen].
        Stellen, Rheine -> positions 3,5 Stellen: Baustein 2: Case Management · 3,5 Stellen · Gesamtzahl · eingerichtet · Stadt Rheine
        Absatz 3 (2 Angaben)
        Der Kreis [leitet die Zuwendung][an die Stadt weiter].
        Träger und Rollen, Kreis Steinfurt -> carriers an die Stadt weiter: Baustein 2: Case Management · Kreis Steinfurt · leitet die Zuwendung weiter · Stadt Rheine
        Träger und Rollen, Rheine -> carriers leitet die Zuwendung: Baustein 2: Case Management · Stadt Rheine · empfängt die Zuwendung · Kreis Steinfurt
        Absatz 4 (1 Angabe)
        Die Stadt zahlt [55.000 Euro] je Stelle und Jahr.
        Finanzierung, Rheine -> funding 55.000 Euro: Baustein 2: Case Management · Personal · 55.000 Euro je Stelle und Jahr · Kreis Steinfurt · Stadt Rheine
        Absatz 5 (2 Angaben)
        Die Verwaltung will [jedes Jahr berichten] und [bis 2022 ein Konzept] vorlegen.
        Zusagen, Rheine -> commitments jedes Jahr berichten: Verwaltung · Rat · Bericht · jährlich · offen
        Zusagen, Rheine -> commitments bis 2022 ein Konzept: Verwaltung · Rat · Konzept · 2022 · einmal · offen
        Absatz 6 (2 Angaben)
        [Neu zugewandert] ist, wer nach 2016 kam; [wer nur zu Besuch] ist, zählt nicht.
        Zielgruppen, Rheine -> target_groups wer nur zu Besuch: Baustein 2: Case Management · Besuch · Einreise · ausgeschlossen
        Zielgruppen, Rheine -> target_groups Neu zugewandert: Baustein 2: Case Management · Neuzugewanderte · Einreise · vorrangig
        Absatz 7 (2 Angaben)
        Der Rat hat am [15. Juni 2021] zugestimmt; begonnen wurde [im März 2022].
        Beschlüsse, Rheine -> decisions 15. Juni 2021: Rat · Teilnahme · beschlossen · 15.06.2021
        Zeitachse, Rheine -> milestones im März 2022: Baustein 2: Case Management · März 2022 · Beginn · erreicht
        Absatz 8 (1 Angabe)
        [Die Lenkungsgruppe] sitzt beim Kreis.
        Gremien, Kreis Steinfurt -> bodies Die Lenkungsgruppe: Lenkungsgruppe · strategisch · Kreis Steinfurt · besteht
        Absatz 9 (1 Angabe)
        Ausgewertet [wird vor Ort nichts].
        Evaluation, Rheine -> evaluations wird vor Ort nichts: vor Ort · findet nicht statt
        Alle Dokumente durchsuchen -> belege
        """,
    )


def test_a_claimed_fact_from_a_text_that_is_not_at_hand(page: Open, names: Names) -> None:
    lines = screen(page("evidence", fakt=fact(names, "sechs Menschen")), names)

    says(
        lines[1 : lines.index("Absatz 4 (1 Angabe)")],
        """
        ## Kreis Coesfeld: (ca. 6 Personen, Case Management, tätig) – laut Dokument von 2023
        am vollen Text erfasst; der Text liegt hier nicht vor behauptet, nicht bestätigt Stellen
        (i) Beleg in Absatz 4: „sechs Menschen“. Der Text des Dokuments liegt hier nicht vor; die Angabe wurde am vollen Text erfasst.
        Baustein: Baustein 2: Case Management
        Aufgabe: Case Management
        Anzahl: 6
        Genauigkeit: ungefähr
        Einheit: Personen
        Maß: Gesamtzahl
        Stand der Einrichtung: besetzt
        Stand am: laut Dokument von 2023
        Grundlage: behauptet, nicht bestätigt
        Anmerkung: laut Kreis
        Nicht genannt: Anstellungsträger, Arbeitsplatz, Gebiet, Befristet bis, Entgeltgruppe
        **Dokument**
        Titel: Vermerk Coesfeld
        Art: Vermerk
        Gremium oder Herausgeber: nicht genannt
        Aktenzeichen: nicht genannt
        Datum: 2023 (erschlossen)
        Link: kein Link bekannt
        """,
    )


def test_a_fact_never_read_in_full(page: Open, names: Names) -> None:
    lines = screen(page("evidence", fakt=fact(names, "keine Stelle")), names)

    says(
        lines[1:],
        """
        ## Sankt Augustin: (0 Stellen, besetzt) – laut Dokument ohne Datum
        ( ) ungeprüft: nicht mit dem vollen Text verglichen Stellen
        (i) Fundstelle: „keine Stelle“. Sie wurde nicht mit dem vollen Text verglichen; die Angabe ist ungeprüft.
        Anzahl: 0
        Genauigkeit: genau
        Einheit: Stellen
        Maß: Gesamtzahl
        Stand der Einrichtung: besetzt
        Stand am: Dokument ohne Datum
        Grundlage: steht im Dokument
        Nicht genannt: Baustein, Aufgabe, Anstellungsträger, Arbeitsplatz, Gebiet, Befristet bis, Entgeltgruppe
        **Dokument**
        Titel: Seite ohne Datum
        Art: Webseite
        Gremium oder Herausgeber: nicht genannt
        Aktenzeichen: nicht genannt
        Datum: ohne Datum
        Link: kein Link bekannt
        Ohne Absatz (1 Angabe)
        Stellen, Sankt Augustin -> positions keine Stelle: 0 Stellen · Gesamtzahl · besetzt – „keine Stelle“
        Alle Dokumente durchsuchen -> belege
        """,
    )


def test_all_documents_with_their_facts_and_how_many_are_proven(page: Open, names: Names) -> None:
    says(
        part(screen(page("evidence"), names), "Dokumente"),
        """
        Dokumente 1 bis 5 von 5, 3 ganz gelesen. Gezählt sind alle Angaben eines Dokuments, auch die zu anderen Orten.
        Dokument | Ort | Art | Datum | Angaben | am Text bestätigt
        Bericht des Landes -> dokument land-2020 | Nordrhein-Westfalen | Bericht | Mai 2020 | 7 |
        Vermerk Coesfeld -> dokument coesfeld-2023 | Kreis Coesfeld | Vermerk | 2023 | 9 |
        Niederschrift Rheine -> dokument rheine-2022 | Rheine | Niederschrift | 03.11.2022 | 15 | 15
        Auszug -> dokument auszug-2021 | Kreis Mettmann | Webseite | 2021 | 9 |
        Seite ohne Datum -> dokument ohne-datum | Sankt Augustin | Webseite | ohne Datum | 1 |
        """,
    )


def titles(app: AppTest, names: Names) -> list[str]:
    """The titles of the documents on the sheet of the list."""
    lines = part(screen(app, names), "Dokumente")
    return [line.partition(" -> ")[0] for line in lines[2:]]


def test_documents_are_found_by_words_of_what_stands_in_the_list(page: Open, names: Names) -> None:
    assert titles(page("evidence", dokumente="vermerk coesf"), names) == ["Vermerk Coesfeld"]
    assert titles(page("evidence", dokumente="NIEDERSCHRIFT 2022"), names) == [
        "Niederschrift Rheine"
    ]
    assert titles(page("evidence", dokumente="12/2022"), names) == ["Niederschrift Rheine"]
    lines = part(screen(page("evidence", dokumente="vermerk rheine"), names), "Dokumente")
    assert lines == [
        "(i) Kein Dokument passt dazu. Ändern Sie die Suche oder zeigen Sie alle Orte."
    ]


def test_what_is_searched_stands_in_the_address_and_a_new_search_begins_at_the_first_sheet(
    page: Open, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "ON_A_SHEET", 2)
    app = page("evidence", seite="2")
    assert titles(app, names) == ["Niederschrift Rheine", "Auszug"]
    app.text_input(key="dokumente").set_value("e").run()
    assert app.query_params["dokumente"] == "e"
    assert "seite" not in app.query_params
    assert titles(app, names) == ["Bericht des Landes", "Vermerk Coesfeld"]


def test_the_list_is_cut_into_sheets_and_one_that_is_not_there_is_said(
    page: Open, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "ON_A_SHEET", 2)
    lines = part(screen(page("evidence", seite="3"), names), "Dokumente")
    assert lines[0].startswith("Dokumente 5 bis 5 von 5, 3 ganz gelesen. Gezählt sind alle")
    lines = screen(page("evidence", seite="4"), names)
    assert lines[0].startswith("(!)")
    assert part(lines, "Dokumente")[0].startswith("Dokumente 1 bis 2 von 5, 3 ganz gelesen. ")


def test_only_documents_of_the_chosen_places(page: Open, names: Names) -> None:
    asked = {"nur_gewaehlte_orte": "ja", "orte": ["05558", "05566076"]}
    assert titles(page("evidence", **asked), names) == [
        "Vermerk Coesfeld",
        "Niederschrift Rheine",
        "Auszug",
    ]
    assert len(titles(page("evidence", orte=asked["orte"]), names)) == 5


def test_a_document_lists_its_facts_by_paragraph(page: Open, names: Names) -> None:
    lines = screen(page("evidence", dokument="coesfeld-2023"), names)

    says(
        part(lines, "Alle Angaben aus: Vermerk Coesfeld"),
        """
        Absatz 4 (1 Angabe)
        Stellen, Kreis Coesfeld -> positions sechs Menschen: Baustein 2: Case Management · ca. 6 Personen · Gesamtzahl · tätig · behauptet, nicht bestätigt – „sechs Menschen“
        Absatz 5 (1 Angabe)
        Stellen, Kreis Coesfeld -> positions noch ein Mensch: Baustein 2: Case Management · 1 Person · Gesamtzahl · geplant · Süden – „noch ein Mensch“
        Absatz 6 (1 Angabe)
        Stellen, Kreis Coesfeld -> positions acht Stellen: Baustein 2: Case Management · Koordinierung · 8 Stellen · Gesamtzahl · besetzt – „acht Stellen“
        Absatz 7 (1 Angabe)
        Zielgruppen, Kreis Coesfeld -> target_groups Geduldete zählen: Geduldete · Aufenthaltsstatus · nur Zählregel – „Geduldete zählen“
        Absatz 8 (1 Angabe)
        Instrumente und Methoden, Kreis Coesfeld -> instruments eine Karte: Baustein 1: Koordinierung · Netzwerkkarte · Methode · Einblick · in Gebrauch – „eine Karte“
        Absatz 9 (1 Angabe)
        Zeitachse, Kreis Coesfeld -> milestones zum Abschluss: 2090 · Abschluss · erwartet – „zum Abschluss“
        Absatz 10 (1 Angabe)
        Zusagen, Kreis Coesfeld -> commitments kam zu Besuch: Kreis · Besuch · einmal · eingelöst – „kam zu Besuch“
        Absatz 11 (1 Angabe)
        Offene Fragen, Kreis Coesfeld -> open_questions alle: Wer fängt an? · alle · beantwortet – „alle“
        Absatz 12 (1 Angabe)
        Ziele und Aufgaben, Kreis Coesfeld -> objectives das Ziel: Baustein 1: Koordinierung · Programm · Ziel · bessere Absprache – „das Ziel“
        Alle Dokumente durchsuchen -> belege
        """,
    )


def test_nonsense_in_the_address_is_said_above_all_documents(page: Open, names: Names) -> None:
    for wrong in ("x", "positions:zz", "nothing:0000000000000001", "sources:01"):
        lines = screen(page("evidence", fakt=wrong), names)
        assert lines[0].startswith(f"(!) Die Adresse nennt die Angabe „{wrong}“.")
        assert lines[4] == "## Dokumente"
    lines = screen(page("evidence", fakt="positions:0000000000000001"), names)
    assert lines[1].startswith("(!) Diese Angabe gibt es nicht")
    assert lines[2] == "## Dokumente"
    lines = screen(page("evidence", dokument="fehlt"), names)
    assert lines[0].startswith("(!) Die Adresse nennt das Dokument „fehlt“.")
    assert lines[4] == "## Dokumente"


def test_before_the_first_load_documents_have_no_facts(page: Open, names: Names) -> None:
    lines = part(screen(page("evidence", kenntnis="2020-01-01"), names), "Dokumente")

    assert all(line.endswith("| 0 |") for line in lines[2:])


def test_a_document_of_which_nothing_was_known_yet_says_so(page: Open, names: Names) -> None:
    lines = screen(page("evidence", dokument="rheine-2022", kenntnis="2020-01-01"), names)

    says(
        part(lines, "Alle Angaben aus: Niederschrift Rheine"),
        """
        (i) Am gewählten Tag war aus diesem Dokument hier noch nichts bekannt.
        Alle Dokumente durchsuchen -> belege
        """,
    )


def test_what_was_known_before_stands_below_what_is_known_now(
    own_store: Path, names: Names
) -> None:
    """One statement has no history; of two the newer one comes first."""
    key = fact(names, "acht Stellen")
    assert "Was wann bekannt war" not in "\n".join(screen(opened("evidence", fakt=key), names))

    press(drop(opened("upload"), CHANGED), "Jetzt veröffentlichen")
    lines = screen(opened("evidence", fakt=key), names)

    begin = lines.index("**Was wann bekannt war**") + 1
    assert own_store.is_dir()
    says(
        [DAY.sub("(Tag)", line) for line in lines[begin : begin + 3]],
        """
        seit (Tag): Baustein 2: Case Management · Koordinierung · 7 Stellen · Gesamtzahl · besetzt
        seit (Tag): Baustein 2: Case Management · Koordinierung · 8 Stellen · Gesamtzahl · besetzt
        Absatz 4 (1 Angabe)
        """,
    )


def test_a_rescinded_decision_and_the_one_that_rescinds_it_lead_to_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = pages_world(
        tmp_path,
        decisions="""
    05558 | Rat | Ausbau | decided | 2021-12-13 | | coesfeld-2023 | 20 | der alte | stated
    05558 | Rat | Ausbau | rescinded | 2023-02 | | coesfeld-2023 | 21 | der neue | stated""",
    )
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    monkeypatch.chdir(ROOT)
    sit_at_this_machine(monkeypatch)
    store.cache_clear()
    names = names_of_facts(world)
    old = screen(opened("evidence", fakt=fact(names, "der alte")), names)
    new = screen(opened("evidence", fakt=fact(names, "der neue")), names)

    assert "Anderer Beschluss: aufgehoben Februar 2023 -> decisions der neue" in old
    assert "Anderer Beschluss: hebt auf: Beschluss, 13.12.2021 -> decisions der alte" in new


def test_a_decision_that_stands_names_no_other(page: Open, names: Names) -> None:
    lines = screen(page("evidence", fakt=fact(names, "15. Juni 2021")), names)
    assert not [line for line in lines if line.startswith("Anderer Beschluss")]


def test_one_that_was_taken_back_leads_to_what_rests_on_its_words_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = pages_world(tmp_path)
    key = fact(names_of_facts(world), "bodies Die Lenkungsgruppe")
    world.write("bodies", *written(FACTS["bodies"].replace("| Lenkungsgruppe", "| Runder Tisch")))
    assert world.build(FIRST_LOAD + timedelta(days=1)).findings == []
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    names = {**names_of_facts(world), key: "the old one"}

    lines = screen(opened("evidence", fakt=key), names)

    begin = next(at for at, line in enumerate(lines) if "zurückgezogen" in line)
    [now] = [each for each in names if each.startswith("bodies:") and each != key]
    assert "Auf denselben Worten beruht heute" in " ".join(lines[begin : begin + 3])
    assert names[now] in " ".join(lines[begin : begin + 3])
    store.cache_clear()
