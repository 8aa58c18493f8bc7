"""Stellen: which posts and persons, of which places, modules, unit and day, reach chart and table."""

from collections.abc import Mapping

import plotly.graph_objects as go

from tests.spec.figures.test_positions import marks
from tests.spec.pages.conftest import COESFELD, RHEINE, Open
from tests.spec.reading import says
from tests.spec.screen import charts, screen

Names = Mapping[str, str]
COORDINATION = "Baustein 1: Koordinierung"
LINES_BEFORE = 8  # title, finding, lead, and what the first chart comes with


def drawn(app: object, names: Names) -> list[str]:
    """Words and fact of every figure in the chart that was opened last."""
    *_, figure = charts(app)  # type: ignore[arg-type]
    lines = [line.split(" ", 2)[2] for line in marks(figure)]
    return [_named(line, names) for line in lines]


def _named(line: str, names: Names) -> str:
    said, _, number = line.rpartition(" -> positions ")
    return f"{said} -> {names[f'positions:{int(number):016x}']}"


def steps(figure: go.Figure) -> list[go.Scatter]:
    return list(figure.select_traces({"mode": "markers+text", "yaxis": "y2"}))


def test_the_posts_that_answer_come_first(page: Open, names: Names) -> None:
    app = page("positions")

    says(
        screen(app, names)[1:],
        """
        3 von 7 gewählten Orten nennen eine Zahl zum Case Management. Besetzt: Kreis Mettmann mit (9) Stellen und Kreis Coesfeld mit 8 Stellen. Eingerichtet: Rheine mit 3,5 Stellen (bei der Stadt Rheine). Nicht gesichert – Kreis Coesfeld: (ca. 6) Personen tätig. Ohne Zahl: Hilden, Rhein-Sieg-Kreis, Sankt Augustin und Kreis Steinfurt.
        Wie viele Stellen hat jeder Ort in jedem Baustein, und wie weit sind sie: geplant, beantragt, gefördert, eingerichtet, besetzt, unbesetzt oder weggefallen? Stellen und Personen sind verschiedene Einheiten und werden nie zusammengezählt. Bausteine heißen die drei Teile der Landesförderung: Koordinierung (1), Case Management (2), zusätzliche Stellen in Ausländer- und Einbürgerungsbehörden (3).
        ## Die jeweils jüngste Angabe
        Stellen je Ort und Baustein. Zuwächse und Teilmengen stehen darunter, frühere Stände unter „Entwicklung“.
        4 Angaben zu 3 von 7 Orten. Davon 2 ungeprüft, nicht mit dem vollen Text verglichen; ihre Werte stehen in Klammern. Ohne Angabe: Hilden, Rhein-Sieg-Kreis, Sankt Augustin, Kreis Steinfurt.
        [chart]
        - Ein Klick auf ein Zeichen oder einen unterstrichenen Wert führt zum Beleg. Hohle Zeichen und Werte in Klammern sind ungeprüft oder nur behauptet. „Erschlossen“ heißt: unsere Lesart, nicht das Wort des Dokuments; der Beleg nennt den Grund. Mit dem Finger: zweimal auf den Balken oder das Zeichen tippen, nicht zu schnell.
        <Bericht (PDF)>
        """,
    )
    says(
        drawn(app, names),
        """
         white #3a94d0 (bis zu 2) gefördert · 2021 -> positions zwei Stellen
         white #00664b (9) besetzt · 2021 -> positions neun Stellen
         #00664b #00664b 8 besetzt · 2022 -> positions acht Stellen
         #0072b2 #0072b2 3,5 eingerichtet · 2023 -> positions 3,5 Stellen
        """,
    )


def test_all_statements_on_posts_lie_behind(page: Open, names: Names) -> None:
    app = page("positions", teil="posts")

    says(
        screen(app, names)[LINES_BEFORE:],
        """
        8 Angaben zu 5 von 7 Orten. Davon 4 ungeprüft, nicht mit dem vollen Text verglichen; ihre Werte stehen in Klammern. Ohne Angabe: Rhein-Sieg-Kreis, Kreis Steinfurt.
        [chart]
        - Ein Klick auf ein Zeichen oder einen unterstrichenen Wert führt zum Beleg. Hohle Zeichen und Werte in Klammern sind ungeprüft oder nur behauptet. „Erschlossen“ heißt: unsere Lesart, nicht das Wort des Dokuments; der Beleg nennt den Grund. Mit dem Finger: zweimal auf den Balken oder das Zeichen tippen, nicht zu schnell.
        <Bericht (PDF)>
        """,
    )
    says(
        drawn(app, names),
        """
         white #3a94d0 (bis zu 2) gefördert · 2021 -> positions zwei Stellen
         white #00664b (9) besetzt · 2021 -> positions neun Stellen
         #00664b #00664b 8 besetzt · 2022 -> positions acht Stellen
        diamond #c07f00 +1 geplant · 2022 -> positions dazu kommen
        diamond #0072b2 +1,6 eingerichtet · 2022 · erschlossen -> positions kommen 1,6 Stellen
         #0072b2 #0072b2 3,5 eingerichtet · 2023 -> positions 3,5 Stellen
        x-thin-open #c07f00  Zahl nicht genannt: geplant · 2021 -> positions einige Stellen
         white #00664b (0) besetzt -> positions keine Stelle
        """,
    )


def test_persons_have_a_part_of_their_own(page: Open, names: Names) -> None:
    app = page("positions", teil="persons")

    says(
        screen(app, names)[LINES_BEFORE : LINES_BEFORE + 1],
        """
        2 Angaben zu 1 von 7 Orten. Ohne Angabe: Kreis Mettmann, Hilden, Rhein-Sieg-Kreis, Sankt Augustin, Kreis Steinfurt, Rheine.
        """,
    )
    says(
        drawn(app, names),
        """
         #c07f00 #c07f00 1 geplant · 2022 · Süden -> positions noch ein Mensch
         white #00664b (ca. 6) tätig · 2023 · behauptet -> positions sechs Menschen
        """,
    )


def test_development_shows_series_of_several_dates(page: Open, names: Names) -> None:
    app = page("positions", teil="over_time")
    *_, figure = charts(app)

    says(
        screen(app, names)[LINES_BEFORE : LINES_BEFORE + 1],
        """
        2 Angaben zu 1 von 7 Orten. Ohne Angabe: Kreis Mettmann, Hilden, Rhein-Sieg-Kreis, Sankt Augustin, Kreis Coesfeld, Kreis Steinfurt.
        """,
    )
    assert [list(trace.text) for trace in steps(figure)] == [["1,9 · 2021", "3,5 · 2023"]]


def test_why_no_development_is_shown_where_no_series_has_several_dates(page: Open) -> None:
    app = page("positions", orte=[COESFELD], teil="over_time")

    assert app.info[-1].value.startswith("Eine Entwicklung zeigen wir nur, wo dieselben Stellen")


def test_only_the_chosen_module_is_left(page: Open, names: Names) -> None:
    says(
        drawn(page("positions", baustein=COORDINATION, teil="posts"), names),
        """
         white #3a94d0 (bis zu 2) gefördert · 2021 -> positions zwei Stellen
        """,
    )
    says(
        drawn(page("positions", baustein="ohne Angabe", teil="posts"), names),
        """
         white #00664b (0) besetzt -> positions keine Stelle
        """,
    )
    app = page("positions", baustein="Baustein 2: Case Management", teil="over_time")
    assert len(steps(charts(app)[-1])) == 1
    assert len(charts(page("positions", baustein=COORDINATION, teil="over_time"))) == 1
    assert len(charts(page("positions", baustein=COORDINATION, teil="persons"))) == 1


def test_only_the_chosen_places_and_what_held_on_the_day_are_left(page: Open, names: Names) -> None:
    app = page("positions", orte=[RHEINE], stand="2022-06-01", teil="posts")

    says(
        screen(app, names)[LINES_BEFORE : LINES_BEFORE + 1],
        """
        3 Angaben zu Rheine. Davon 2 am gewählten Tag nur möglich, weil kein genauer Tag genannt ist.
        """,
    )
    says(
        drawn(app, names),
        """
         #0072b2 #0072b2 1,9 eingerichtet · 2021 -> positions richtet 1,9 Stellen
        diamond #c07f00 +1 geplant · 2022 · möglich -> positions dazu kommen
        diamond #0072b2 +1,6 eingerichtet · 2022 · möglich · erschlossen -> positions kommen 1,6 Stellen
        """,
    )


def test_table_says_hedges_units_parentheses_basis_and_evidence(page: Open, names: Names) -> None:
    says(
        screen(page("positions", teil="posts", ansicht_stellen="Tabelle"), names)[
            LINES_BEFORE + 1 :
        ],
        """
        Stellen: 8 von 8 Angaben
        Ort | Beleg | Baustein | Aufgabe | Anzahl | Maß | Stand der Einrichtung | Anstellungsträger | Stand am | Anmerkung
        Kreis Mettmann | ungeprüft: „zwei Stellen“ -> positions zwei Stellen | Baustein 1: Koordinierung | Koordinierung | (bis zu 2) Stellen | Gesamtzahl | gefördert | . | . | .
        Kreis Mettmann | ungeprüft: „neun Stellen“ -> positions neun Stellen | Baustein 2: Case Management | Case Management | (9) Stellen | Gesamtzahl | besetzt | . | . | .
        Kreis Coesfeld | Absatz 6: „acht Stellen“ -> positions acht Stellen | Baustein 2: Case Management | Koordinierung | 8 Stellen | Gesamtzahl | besetzt | . | ab 2022, Tag nicht genannt | .
        Rheine | Absatz 1: „dazu kommen“ -> positions dazu kommen | Baustein 2: Case Management | Case Management | 1 Stelle | Zuwachs | geplant | . | ab 2022, Tag nicht genannt | .
        Rheine | Absatz 1: „kommen 1,6 Stellen“ -> positions kommen 1,6 Stellen | Baustein 2: Case Management | Case Management | 1,6 Stellen | Zuwachs | eingerichtet | . | ab 2022, Tag nicht genannt | von uns erschlossen: so gelesen
        Rheine | Absatz 2: „3,5 Stellen“ -> positions 3,5 Stellen | Baustein 2: Case Management | Case Management | 3,5 Stellen | Gesamtzahl | eingerichtet | Stadt Rheine | ab 01.05.2023 | .
        Hilden | ungeprüft: „einige Stellen“ -> positions einige Stellen | Baustein 3: Ausländer- und Einbürgerungsbehörden | Ausländer- oder Einbürgerungsbehörde | . | Gesamtzahl | geplant | . | . | .
        Sankt Augustin | ungeprüft: „keine Stelle“ -> positions keine Stelle | . | . | (0) Stellen | Gesamtzahl | besetzt | . | . | .
        - Zeichen: – genau nichts · . unbekannt: nichts gefunden oder nicht genannt · ( ) unsicher: ungeprüft oder nur behauptet
        <Bericht (PDF)>
        """,
    )
    lines = screen(page("positions", teil="persons", ansicht_personen="Tabelle"), names)
    says(
        lines[LINES_BEFORE + 1 : -1],
        """
        Stellen: 2 von 2 Angaben
        Ort | Beleg | Baustein | Aufgabe | Anzahl | Maß | Stand der Einrichtung | Gebiet | Stand am | Anmerkung
        Kreis Coesfeld | Absatz 5: „noch ein Mensch“ -> positions noch ein Mensch | Baustein 2: Case Management | Case Management | 1 Person | Gesamtzahl | geplant | Süden | ab 2022, Tag nicht genannt | .
        Kreis Coesfeld | Absatz 4: „sechs Menschen“ -> positions sechs Menschen | Baustein 2: Case Management | Case Management | (ca. 6) Personen | Gesamtzahl | besetzt | . | . | behauptet, nicht bestätigt: laut Kreis
        - Zeichen: – genau nichts · . unbekannt: nichts gefunden oder nicht genannt · ( ) unsicher: ungeprüft oder nur behauptet
        """,
    )


def test_undated_statements_are_possible_when_a_day_is_chosen(page: Open, names: Names) -> None:
    lines = screen(
        page(
            "positions",
            orte=["Sankt Augustin (Rhein-Sieg-Kreis)"],
            stand="2023-01-01",
            teil="posts",
        ),
        names,
    )

    says(
        lines[-5:-2],
        """
        1 Angabe zu Sankt Augustin. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Davon 1 am gewählten Tag nur möglich, weil kein genauer Tag genannt ist.
        [chart]
        - Ein Klick auf ein Zeichen oder einen unterstrichenen Wert führt zum Beleg. Hohle Zeichen und Werte in Klammern sind ungeprüft oder nur behauptet. „Erschlossen“ heißt: unsere Lesart, nicht das Wort des Dokuments; der Beleg nennt den Grund. Mit dem Finger: zweimal auf den Balken oder das Zeichen tippen, nicht zu schnell.
        """,
    )


def test_nothing_known_and_no_place_chosen_are_two_sentences(page: Open, names: Names) -> None:
    says(
        screen(page("positions", orte=["Münster"]), names)[1::4],
        """
        Zu den Stellen im Case Management ist in Münster nichts gefunden (kein Dokument durchsucht).
        (i) Hierzu ist für die gewählten Orte nichts bekannt. Das heißt nicht, dass es nichts gibt.
        """,
    )
    app = page("positions")
    app.multiselect(key="orte").set_value([]).run()
    says(
        screen(app, names)[1::4],
        """
        Kein Ort gewählt. Wählen Sie oben mindestens einen Ort.
        (i) Kein Ort gewählt. Wählen Sie oben mindestens einen Ort.
        """,
    )


def test_a_click_on_a_figure_opens_its_evidence(page: Open, names: Names) -> None:
    app = page("positions", orte=[COESFELD], teil="persons")
    fact = next(each.customdata[0] for each in charts(app)[-1].select_traces({"type": "bar"}))
    app.session_state["chart-personen"] = {"selection": {"points": [{"customdata": fact}]}}
    app.run()

    assert app.title[0].value == "Belege"
    assert app.query_params["fakt"] in (fact, [fact])


def test_links_keep_day_knowledge_and_places(page: Open) -> None:
    app = page(
        "positions",
        orte=[RHEINE, COESFELD],
        stand="2023-06-01",
        kenntnis="2024-02-01",
        teil="posts",
        ansicht_stellen="Tabelle",
    )
    html = "".join(each.proto.body for each in app.get("html") if "kim-table" in each.proto.body)

    assert html.count("belege?fakt=positions%3A") == 4
    for kept in (
        "&amp;stand=2023-06-01",
        "&amp;kenntnis=2024-02-01",
        "&amp;orte=05558&amp;orte=05566076",
    ):
        assert html.count(kept) == 4


def test_an_address_that_names_the_tab_of_a_folded_exhibit_opens_it(
    page: Open, names: Names
) -> None:
    lines = screen(page("positions", ansicht_stellen="Tabelle"), names)

    assert "Stellen: 8 von 8 Angaben" in lines
