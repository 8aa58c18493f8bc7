"""Zielgruppen, Evaluation, Finanzierung, Steuerung, Zeitachse, Zusagen: which rows reach which part."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
import pytest

from tests.spec.pages.conftest import COESFELD, RHEINE, STEINFURT, Open
from tests.spec.reading import on_time, points, says
from tests.spec.screen import charts, part, screen

Names = Mapping[str, str]
CLICK = "- Ein Klick auf ein Zeichen"


def words(figure: go.Figure) -> list[str]:
    """The words of a canvas without keys and looks."""
    found = [each for each in points(figure) if each["mode"] == "text"]
    return [each["text"] for each in sorted(found, key=lambda each: each["y"]) if each["text"]]


def below(lines: list[str], heading: str) -> list[str]:
    return [line for line in part(lines, heading) if not line.startswith(CLICK)]


def unfolded(
    page: Open, names: Names, places: Sequence[str] = (RHEINE, COESFELD), **fold: str
) -> list[str]:
    """What stands in a fold of Zielgruppen once it is opened."""
    closed = screen(page("target_groups", orte=list(places)), names)
    opened = screen(page("target_groups", orte=list(places), **fold), names)
    foot = closed.index("<Bericht (PDF)>")
    assert opened[foot - len(closed) :] == closed[foot:]
    return opened[foot : foot - len(closed)]


def test_target_groups_are_apart_from_excluded_and_merely_counted_people(
    page: Open, names: Names
) -> None:
    lines = screen(page("target_groups", orte=[RHEINE, COESFELD]), names)

    says(
        below(lines, "Für wen das Angebot da ist"),
        """
        - Zeichen vor der Gruppe: ● vorrangig · + auch, ausdrücklich nicht ausgeschlossen · ✕ ausgeschlossen · # nur Zählregel
        1 Angabe zu 1 von 2 Orten. Dazu 2 Angaben zum Land Nordrhein-Westfalen. Ohne Angabe: Kreis Coesfeld.
        Ort | allgemein | Einreise | Herkunft
        Kreis Coesfeld | . nichts bekannt
        Rheine | . nichts bekannt | ● Neuzugewanderte -> target_groups Neu zugewandert vorrangig · Baustein 2 · Stand 2022 ; | . nichts bekannt
        Nordrhein-Westfalen | + alle -> target_groups für alle auch · Stand 2020 ; | . nichts bekannt | ● viele Länder -> target_groups aus vier Ländern vorrangig · 4 Länder und Gebiete, Liste unten · Stand 2020
        <Bericht (PDF)>
        """,
    )
    says(
        unfolded(page, names, herkunft="countries"),
        """
        Gruppen, die über viele Länder bestimmt sind, mit allen Einträgen. Jeder Eintrag führt zum Beleg.
        Gruppe und Ort | Herkunft, so geschrieben wie im Dokument
        viele Länder (Nordrhein-Westfalen): 4 Einträge | A -> target_groups aus vier Ländern; B -> target_groups aus vier Ländern; C -> target_groups aus vier Ländern; D -> target_groups aus vier Ländern
        """,
    )
    says(
        unfolded(page, names, teil="excluded"),
        """
        1 Angabe zu 1 von 2 Orten. Ohne Angabe: Kreis Coesfeld.
        Ort | Einreise
        Kreis Coesfeld | . nichts bekannt
        Rheine | ✕ Besuch -> target_groups wer nur zu Besuch ausgeschlossen · Baustein 2 · Stand 2022
        - Ein Klick auf ein Zeichen oder einen unterstrichenen Wert führt zum Beleg. Hohle Zeichen und Werte in Klammern sind ungeprüft oder nur behauptet. „Erschlossen“ heißt: unsere Lesart, nicht das Wort des Dokuments; der Beleg nennt den Grund.
        """,
    )
    says(
        unfolded(page, names, teil="counting"),
        """
        So wurde gezählt, als Stellen auf die Orte verteilt wurden. Wer nicht mitgezählt wurde, ist damit nicht vom Angebot ausgeschlossen.
        1 Angabe zu 1 von 2 Orten. Ohne Angabe: Rheine.
        Ort | Aufenthaltsstatus
        Kreis Coesfeld | # Geduldete -> target_groups Geduldete zählen nur Zählregel · Stand 2023
        - Ein Klick auf ein Zeichen oder einen unterstrichenen Wert führt zum Beleg. Hohle Zeichen und Werte in Klammern sind ungeprüft oder nur behauptet. „Erschlossen“ heißt: unsere Lesart, nicht das Wort des Dokuments; der Beleg nennt den Grund.
        """,
    )


def test_missing_exclusions_and_counting_rules_are_said(page: Open, names: Names) -> None:
    says(
        unfolded(page, names, ["Münster"], teil="excluded"),
        """
        (i) Zu den gewählten Orten sagt kein Dokument, dass eine Gruppe ausgeschlossen ist. Das heißt nicht, dass alle Zugang haben.
        """,
    )
    says(
        unfolded(page, names, ["Münster"], teil="counting"),
        """
        So wurde gezählt, als Stellen auf die Orte verteilt wurden. Wer nicht mitgezählt wurde, ist damit nicht vom Angebot ausgeschlossen.
        (i) Zu den gewählten Orten nennt kein Dokument eine Zählregel.
        """,
    )


def test_evaluation_of_the_land_stands_beside_the_chosen_places(page: Open, names: Names) -> None:
    app = page("evaluations", orte=[RHEINE])

    says(
        screen(app, names)[4:5],
        """
        1 Angabe zu Rheine. Dazu 1 Angabe zum Land Nordrhein-Westfalen.
        """,
    )
    says(
        screen(app, names)[5:8],
        """
        Ort | Land | Kreis oder kreisfreie Stadt | vor Ort (Stadt oder Gemeinde)
        ▸ Rheine durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022 | läuft Nordrhein-Westfalen ; 1 Angabe; Programm durch: ein Institut · bis 2025 · Ergebnisse: noch keine · Stand 2020 Bericht 2020, Absatz 5 -> evaluations wird ausgewertet ; | . nichts gefunden | findet nicht statt ; Gegenstand nicht genannt Stand 2022 Niederschrift 2022, Absatz 9 -> evaluations wird vor Ort nichts
        Nordrhein-Westfalen durchsucht: 1 Dokument von Mai 2020, ganz gelesen | läuft ; Programm durch: ein Institut · bis 2025 · Ergebnisse: noch keine · Stand 2020 Bericht 2020, Absatz 5 -> evaluations wird ausgewertet
        """,
    )


def test_the_land_chosen_is_not_doubled(page: Open, names: Names) -> None:
    app = page("evaluations", orte=["Nordrhein-Westfalen (Land)"])

    says(
        screen(app, names)[4:5],
        """
        1 Angabe zum Land Nordrhein-Westfalen.
        """,
    )


def test_funding_tells_amounts_ways_of_money_unnamed_amounts_and_questions(
    page: Open, names: Names
) -> None:
    lines = screen(page("funding", orte=[RHEINE, COESFELD, STEINFURT], teil="questions"), names)

    says(
        lines[3:],
        """
        ## Beträge
        2 Angaben zu 2 von 3 Orten. Dazu 1 Angabe zum Land Nordrhein-Westfalen. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Kreis Steinfurt.
        Ort | Erhält | Zahlt | Weitere Beträge | Betrag nicht genannt
        Kreis Coesfeld durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste von 2023 | . nichts gefunden | . nichts gefunden | (ca. 7.000 – 10.000 Euro · Sachkosten) Zeitraum nicht genannt · zahlt und erhält: nicht genannt · Baustein 1 · Stand 2021 Webseite 2021, ungeprüft -> funding etwa so viel ; | . nichts gefunden
        Kreis Steinfurt | . nichts gefunden (durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022)
        Rheine durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022 | 55.000 Euro je Stelle und Jahr · Personal zahlt: Kreis Steinfurt · erhält: Stadt Rheine · Baustein 2 · Stand 2022 Niederschrift 2022, Absatz 4 -> funding 55.000 Euro ; | . nichts gefunden | . nichts gefunden | . nichts gefunden
        Nordrhein-Westfalen durchsucht: 1 Dokument von Mai 2020, ganz gelesen | . nichts gefunden | . nichts gefunden | . nichts gefunden | Programm zahlt: Land NRW · erhält: nicht genannt · Stand 2020 Bericht 2020, Absatz 6 -> funding ein Betrag
        ## Der Weg des Geldes
        Zuerst steht, wer zahlt, dann, worum es geht, zuletzt, wer erhält.
        3 Angaben zu 2 von 3 Orten. Ohne Angabe: Kreis Coesfeld.
        Kreis Steinfurt
        Kreis Steinfurt leitet die Zuwendung weiter Stand 2021 · Niederschrift 2022, Absatz 3 -> carriers an die Stadt weiter an Stadt Rheine
        Rheine
        Kreis Steinfurt empfängt die Zuwendung Stand 2021 · Niederschrift 2022, Absatz 3 -> carriers leitet die Zuwendung an Stadt Rheine
        Kreis Steinfurt 55.000 Euro je Stelle und Jahr · Personal Baustein 2 · Stand 2022 · Niederschrift 2022, Absatz 4 -> funding 55.000 Euro an Stadt Rheine
        1 Angabe zu 1 von 3 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Kreis Coesfeld, Kreis Steinfurt.
        Noch offen (1) / offen behauptet, nicht bestätigt (Was kostet es?) Rheine · Gefragt von: Fraktion Im Dokument steht keine Antwort. Webseite 2021, ungeprüft -> open_questions Kosten
        <Bericht (PDF)>
        """,
    )


def test_table_of_the_ways_of_money_names_payer_and_recipient(page: Open, names: Names) -> None:
    app = page("funding", orte=[RHEINE, COESFELD, STEINFURT], ansicht_geldweg="Tabelle")

    says(
        below(screen(app, names), "Der Weg des Geldes")[2:],
        """
        Finanzierung: 3 von 3 Angaben
        Ort | Beleg | Baustein | Posten | Betrag ab | Betrag bis | Wer zahlt | Wer erhält | Stand am
        Kreis Steinfurt | Absatz 3: „an die Stadt weiter“ -> carriers an die Stadt weiter | Baustein 2: Case Management | leitet die Zuwendung weiter | . | . | Kreis Steinfurt | Stadt Rheine | ab 2021, Tag nicht genannt
        Rheine | Absatz 3: „leitet die Zuwendung“ -> carriers leitet die Zuwendung | Baustein 2: Case Management | empfängt die Zuwendung | . | . | Kreis Steinfurt | Stadt Rheine | ab 2021, Tag nicht genannt
        Rheine | Absatz 4: „55.000 Euro“ -> funding 55.000 Euro | Baustein 2: Case Management | Personal | 55.000 Euro je Stelle und Jahr | 55.000 Euro je Stelle und Jahr | Kreis Steinfurt | Stadt Rheine | ab 2022, Tag nicht genannt
        - Zeichen: – genau nichts · . unbekannt: nichts gefunden oder nicht genannt · ( ) unsicher: ungeprüft oder nur behauptet
        <Bericht (PDF)>
        """,
    )


def test_table_of_amounts_has_both_ends_in_parentheses_when_unchecked(
    page: Open, names: Names
) -> None:
    app = page("funding", orte=[RHEINE, COESFELD], ansicht_betraege="Tabelle")

    says(
        below(screen(app, names), "Beträge")[1:],
        """
        Finanzierung: 3 von 3 Angaben
        Ort | Beleg | Baustein | Posten | Betrag ab | Betrag bis | Wer zahlt | Wer erhält | Stand am
        Nordrhein-Westfalen | Absatz 6: „ein Betrag“ -> funding ein Betrag | . | Programm | . | . | Land NRW | . | .
        Kreis Coesfeld | ungeprüft: „etwa so viel“ -> funding etwa so viel | Baustein 1: Koordinierung | Sachkosten | (ca. 7.000) Euro | (ca. 10.000) Euro | . | . | .
        Rheine | Absatz 4: „55.000 Euro“ -> funding 55.000 Euro | Baustein 2: Case Management | Personal | 55.000 Euro je Stelle und Jahr | 55.000 Euro je Stelle und Jahr | Kreis Steinfurt | Stadt Rheine | ab 2022, Tag nicht genannt
        - Zeichen: – genau nichts · . unbekannt: nichts gefunden oder nicht genannt · ( ) unsicher: ungeprüft oder nur behauptet
        """,
    )


def test_governance_tells_bodies_supervision_instruments_and_goals(
    page: Open, names: Names
) -> None:
    lines = screen(
        page(
            "governance", orte=[RHEINE, COESFELD], teil=["supervision", "instruments", "objectives"]
        ),
        names,
    )

    says(
        lines[5:],
        """
        Zu den gewählten Orten selbst ist nichts gefunden. Dazu 1 Angabe zum Kreis Steinfurt.
        Kreis Coesfeld / . nichts gefunden (durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste von 2023)
        Kreis Steinfurt Angaben des Kreises / gibt die Richtung vor (strategisch) Lenkungsgruppe besteht Niederschrift 2022, Absatz 8 -> bodies Die Lenkungsgruppe Mitglieder nicht genannt …
        Mitglieder nicht genannt Niederschrift 2022, Absatz 8 -> bodies Die Lenkungsgruppe
        Sitz: Kreis Steinfurt Niederschrift 2022, Absatz 8 -> bodies Die Lenkungsgruppe
        Rheine / . nichts gefunden (durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022)
        Zu den gewählten Orten selbst ist nichts gefunden. Dazu 1 Angabe zum Kreis Steinfurt. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern.
        behauptet, nicht bestätigt (Kreis Steinfurt hat die Fachaufsicht über: Stadt Rheine) Kreis Steinfurt (Angaben des Kreises) · Baustein 2: Case Management · Stand 2021 Webseite 2021, ungeprüft -> carriers hat die Aufsicht
        1 Angabe zu 1 von 2 Orten. Ohne Angabe: Rheine.
        Methode (1) / in Gebrauch Netzwerkkarte Kreis Coesfeld · Baustein 1 · Zweck: Einblick · Stand 2023 Vermerk 2023, Absatz 8 -> instruments eine Karte
        Jede Zeile ist eine Aussage in einem Dokument. Viele Zeilen heißen: Die Dokumente sagen viel dazu, nicht: Es ist besser.
        1 Angabe zu 1 von 2 Orten. Ohne Angabe: Rheine.
        Kreis Coesfeld (1)
        Ziel bessere Absprache Wessen: Programm · Baustein 1 Vermerk 2023, Absatz 12 -> objectives das Ziel
        <Bericht (PDF)>
        """,
    )


def test_timeline_is_one_axis_a_list_by_year_and_lists_to_open(page: Open, names: Names) -> None:
    places = [RHEINE, COESFELD, "Hilden (Kreis Mettmann)"]
    app = page("timeline", orte=places, stand="2023-06-15", teil=["undated", "decisions"])
    (dated,) = charts(app)
    lines = screen(app, names)

    says(
        [line.partition(" -> ")[0] for line in on_time(dated)],
        """
        @0 15.06.2023 line #b0003a
        @5 12.12.2020 “**Kreis Coesfeld**”
        @36 01.01.2090 line #b36b00
        @36 31.12.2090 line #b36b00
        @36 02.07.2090 o diamond #b36b00
        @50 02.07.2090 “Abschluss – möglich”
        @65 12.12.2020 “**Rheine**”
        @96 15.06.2021 o square #00664b
        @110 15.06.2021 “Rat: Teilnahme (beschlossen)”
        @129 01.03.2022 line #0072b2
        @129 31.03.2022 line #0072b2
        @129 16.03.2022 o circle #0072b2
        @143 16.03.2022 “Beginn”
        @153 15.06.2023 line #b0003a
        """,
    )
    says(
        lines[lines.index("## Jahr für Jahr") :],
        """
        ## Jahr für Jahr
        2090 (1) / erwartet am gewählten Tag nicht sicher Abschluss 2090 · Kreis Coesfeld Vermerk 2023, Absatz 9 -> milestones zum Abschluss
        2022 (1)
        erreicht Beginn März 2022 · Rheine Niederschrift 2022, Absatz 7 -> milestones im März 2022
        2021 (1)
        beschlossen Rat: Teilnahme 15.06.2021 · Rheine Niederschrift 2022, Absatz 7 -> decisions 15. Juni 2021
        Die Dokumente nennen hier keinen Zeitpunkt oder kein Jahr. Deshalb fehlen diese Ereignisse auf der Zeitachse.
        1 Angabe zu 1 von 3 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Kreis Coesfeld, Rheine.
        Hilden (1) / erreicht (Umzug) Datum nicht genannt · Hilden Webseite 2021, ungeprüft -> milestones nach dem Umzug
        Eine Empfehlung ist nicht der Beschluss des Gremiums, an das sie geht. Was abgelehnt, vertagt, zurückgezogen oder verwiesen wurde, ist nicht beschlossen; was aufgehoben wurde, gilt nicht mehr.
        1 Angabe zu 1 von 3 Orten. Ohne Angabe: Hilden, Kreis Coesfeld.
        Rheine (1) / beschlossen Teilnahme Rat · 15.06.2021 Niederschrift 2022, Absatz 7 -> decisions 15. Juni 2021
        <Bericht (PDF)>
        """,
    )


def test_commitments_tell_what_became_of_them_questions_and_views(page: Open, names: Names) -> None:
    opened = ["questions", "assessments"]
    app = page("commitments", orte=[RHEINE, COESFELD], stand="2023-06-15", teil=opened)

    lines = screen(app, names)
    says(
        lines[lines.index("Was wurde wem zugesagt, bis wann, und was wurde daraus?") + 1 :],
        """
        3 Angaben zu 2 von 2 Orten. Davon 1 am gewählten Tag nur möglich, weil kein genauer Tag genannt ist.
        Termin vorbei (1) / „Vorbei“ heißt: Der Tag ist vorüber, und in den durchsuchten Dokumenten steht keine Einlösung. Es heißt nicht, dass die Zusage gebrochen wurde.
        seit Ende 2022 Konzept Rheine · Verwaltung an Rat · fällig: 2022 durchsucht bis 03.11.2022; kein Dokument mit Datum nach dem Termin Niederschrift 2022, Absatz 5 -> commitments bis 2022 ein Konzept
        Jedes Jahr (1) / jährlich Bericht Rheine · Verwaltung an Rat Erwartete Berichte: 1 laufend und 1 vielleicht erwartet
        2022: vielleicht erwartet; durchsucht bis 03.11.2022; kein Dokument mit Datum nach dem Zeitraum
        2023: Zeitraum noch nicht vorbei; durchsucht bis 03.11.2022; kein Dokument mit Datum aus dem Zeitraum oder danach
        Niederschrift 2022, Absatz 5 -> commitments jedes Jahr berichten
        Eingelöst (1)
        eingelöst am gewählten Tag nicht sicher Besuch Kreis Coesfeld · Kreis; an wen, ist nicht genannt Wodurch, ist nicht gesagt. Vermerk 2023, Absatz 10 -> commitments kam zu Besuch
        Was in einer Frage steht, ist nicht bestätigt.
        2 Angaben zu 2 von 2 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Davon 1 am gewählten Tag nur möglich, weil kein genauer Tag genannt ist.
        Noch offen (1) / offen behauptet, nicht bestätigt (Was kostet es?) Rheine · Gefragt von: Fraktion Im Dokument steht keine Antwort. Webseite 2021, ungeprüft -> open_questions Kosten
        Beantwortet (1)
        beantwortet am gewählten Tag nicht sicher Wer fängt an? Kreis Coesfeld Antwort: alle Vermerk 2023, Absatz 11 -> open_questions alle
        Eine Einschätzung ist die Sicht dessen, der spricht. Sie ist kein Befund.
        1 Angabe zu 1 von 2 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Ohne Angabe: Kreis Coesfeld.
        Rheine / (hilft) KIM · Wer: Verwaltung Webseite 2021, ungeprüft -> assessments es hilft
        <Bericht (PDF)>
        """,
    )


def test_commitments_are_of_whom_the_address_names(page: Open, names: Names) -> None:
    app = page("commitments", orte=[RHEINE, COESFELD], gremium="Rat")
    promised = [line for line in screen(app, names) if "-> commitments" in line]

    assert [line.split(" -> commitments ")[1] for line in promised] == [
        "bis 2022 ein Konzept",
        "jedes Jahr berichten",
    ]
    app.selectbox(key="gremium").set_value("Kreis").run()
    promised = [line for line in screen(app, names) if "-> commitments" in line]
    assert [line.split(" -> commitments ")[1] for line in promised] == ["kam zu Besuch"]
    assert app.query_params["gremium"] in ("Kreis", ["Kreis"])
    app.selectbox(key="gremium").set_value("").run()
    assert "gremium" not in app.query_params


def test_an_address_that_names_somebody_else_says_so(page: Open, names: Names) -> None:
    lines = screen(page("commitments", orte=[RHEINE, COESFELD], gremium="Beirat"), names)

    assert any(line.startswith("(!)") and "Beirat" in line for line in lines)
    assert len([line for line in lines if "-> commitments" in line]) == 3


@pytest.mark.parametrize(
    ("name", "folds"),
    [("commitments", ["questions", "assessments"]), ("timeline", ["undated", "decisions"])],
)
def test_silence_is_a_sentence_also_where_it_is_opened(
    page: Open, names: Names, name: str, folds: list[str]
) -> None:
    lines = screen(page(name, orte=["Münster"], teil=folds), names)

    assert len([line for line in lines if "nichts bekannt" in line]) == 3


def test_commitments_begin_with_how_many_stand_how(page: Open, names: Names) -> None:
    lines = screen(page("commitments", orte=[RHEINE, COESFELD], stand="2023-06-15"), names)

    says(
        lines[lines.index("# Zusagen") + 1 :][:4],
        """
        Bei 1 Zusage (Rheine) ist der Termin vorbei, ohne dass ein durchsuchtes Dokument die Einlösung nennt. Außerdem: 1 regelmäßig wiederkehrende. 1 Zusage ist am gewählten Tag nicht sicher und nicht mitgezählt.
        Was wurde wem zugesagt, bis wann, und was wurde daraus?
        3 Angaben zu 2 von 2 Orten. Davon 1 am gewählten Tag nur möglich, weil kein genauer Tag genannt ist.
        Termin vorbei (1) / „Vorbei“ heißt: Der Tag ist vorüber, und in den durchsuchten Dokumenten steht keine Einlösung. Es heißt nicht, dass die Zusage gebrochen wurde.
        """,
    )


@pytest.mark.parametrize(
    ("name", "headings"),
    [
        ("funding", ["Der Weg des Geldes"]),
        ("governance", ["Gremien"]),
    ],
)
def test_silence_is_a_sentence_in_every_part(
    page: Open, names: Names, name: str, headings: list[str]
) -> None:
    lines = screen(page(name, orte=["Münster"]), names)

    for heading in headings:
        assert any("nichts bekannt" in line for line in part(lines, heading)), heading
