"""Überblick: of whom something is known, which key figures are told, what is newest."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kim.store import store
from kim.tables import ROOT
from tests.spec.pages.conftest import COESFELD, RHEINE, Open, opened
from tests.spec.reading import key, plain, says
from tests.spec.screen import charts, part, screen
from tests.spec.world import names_of_facts, pages_world

Names = Mapping[str, str]
LAND = "Nordrhein-Westfalen (Land)"


def test_first_sentence_counts_districts_and_what_is_known_of_the_land(
    page: Open, names: Names
) -> None:
    says(
        part(screen(page("overview"), names), "Das Land auf einen Blick"),
        """
        Zu 4 von 5 Kreisen und kreisfreien Städten ist etwas bekannt, zu 1 haben wir nichts gefunden. Dazu 4 Angaben zum Land. (Das Programm zählt 54 Orte: Dort stehen die Städteregion Aachen und die Stadt Aachen einzeln.)
        [chart]
        - Ein Klick auf eine Kachel öffnet die Seite „Stellen“. Gewählt sind dann dieser Ort und bei einem Kreis auch seine Städte und Gemeinden, über die etwas bekannt ist. Jede Kachel ist ein Kreis oder eine kreisfreie Stadt; die Lage ist nur ungefähr. Die Buchstaben sind das Kennzeichen am Auto, die Zahl ist die Zahl der Angaben.
        """,
    )


def test_key_figures_are_the_answers_of_the_places_and_of_their_districts(
    page: Open, names: Names
) -> None:
    says(
        part(screen(page("overview"), names), "Case Management in Zahlen")[1:],
        """
        Kreis Mettmann / Kreis
        (9) Stellen besetzt nicht am Text geprüft
        laut Dokument von 2021
        Beleg: Fundstelle -> positions neun Stellen
        Hilden / Kommune im Kreis Mettmann
        . keine eigene Zahl gefunden
        Kreis Mettmann: (9) Stellen besetzt -> positions neun Stellen nicht am Text geprüft
        Kreis Coesfeld / Kreis
        8 Stellen besetzt
        Koordinierung · ab 2022, Tag nicht genannt
        Beleg: Absatz 6 -> positions acht Stellen
        1 Person geplant
        ab 2022, Tag nicht genannt · Süden
        Beleg: Absatz 5 -> positions noch ein Mensch
        (ca. 6) Personen tätig behauptet, nicht bestätigt
        laut Dokument von 2023
        Beleg: Absatz 4 -> positions sechs Menschen
        Personen und Stellen getrennt zählen
        Rheine / Kommune im Kreis Steinfurt · 77.000 Einwohnerinnen und Einwohner (Stand 31.12.2022) -> indicators danach in Rheine
        3,5 Stellen eingerichtet
        ab 01.05.2023 · bei der Stadt Rheine
        Beleg: Absatz 2 -> positions 3,5 Stellen
        - Ohne Gesamtzahl: Rhein-Sieg-Kreis, Sankt Augustin, Kreis Steinfurt.
        - Zeichen: – genau nichts · . unbekannt: nichts gefunden oder nicht genannt · ( ) unsicher: ungeprüft oder nur behauptet
        """,
    )


def test_the_cards_stand_before_the_map_for_whoever_has_an_own_place(
    page: Open, names: Names
) -> None:
    cards, land = "## Case Management in Zahlen", "## Das Land auf einen Blick"
    without, own = (screen(page("overview", **asked), names) for asked in ({}, {"ort": "05566076"}))

    assert without.index(land) < without.index(cards)
    assert own.index(cards) < own.index(land)
    assert any("Der KIM-Vergleich NRW zeigt" in line for line in own)


def test_the_own_place_is_typed_and_chosen_on_the_first_screen(page: Open, names: Names) -> None:
    app = page("overview")
    chosen = app.selectbox("mein-ort").set_value("05566076").run()

    assert chosen.query_params["ort"] == "05566076"
    assert "mein-ort" not in [each.key for each in chosen.selectbox]
    cards, land = "## Case Management in Zahlen", "## Das Land auf einen Blick"
    shown = screen(chosen, names)
    assert shown.index(cards) < shown.index(land)


def test_news_are_the_latest_dated_statements_two_of_a_document_and_nothing_to_come(
    page: Open, names: Names
) -> None:
    says(
        part(screen(page("overview"), names), "Das Neueste zu den gewählten Orten")[1:],
        """
        ab 01.05.2023 Rheine: Baustein 2: Case Management · 3,5 Stellen · Gesamtzahl · eingerichtet · Stadt Rheine · Stellen Absatz 2: „3,5 Stellen“ -> positions 3,5 Stellen
        laut Vermerk 2023 Kreis Coesfeld: (Baustein 2: Case Management · ca. 6 Personen · Gesamtzahl · tätig · behauptet, nicht bestätigt) · Stellen Absatz 4: „sechs Menschen“ -> positions sechs Menschen
        laut Vermerk 2023 Kreis Coesfeld: Geduldete · Zielgruppen · Aufenthaltsstatus · nur Zählregel Absatz 7: „Geduldete zählen“ -> target_groups Geduldete zählen
        laut Niederschrift 2022 Rheine: Besuch · Zielgruppen · Baustein 2: Case Management · Einreise · ausgeschlossen Absatz 6: „wer nur zu Besuch“ -> target_groups wer nur zu Besuch
        laut Webseite 2021 Kreis Mettmann: (Baustein 1: Koordinierung · bis zu 2 Stellen · Gesamtzahl · gefördert) · Stellen ungeprüft: „zwei Stellen“ -> positions zwei Stellen
        """,
    )


def test_a_past_day_shows_what_held_then_and_counts_what_bears_no_date(
    page: Open, names: Names
) -> None:
    lines = screen(page("overview", orte=[RHEINE, COESFELD], stand="2022-06-01"), names)

    says(
        part(lines, "Das Land auf einen Blick")[:1],
        """
        Zu 4 von 5 Kreisen und kreisfreien Städten ist etwas bekannt, zu 1 haben wir nichts gefunden. Dazu 4 Angaben zum Land. (Das Programm zählt 54 Orte: Dort stehen die Städteregion Aachen und die Stadt Aachen einzeln.) 6 Angaben sind am gewählten Tag nur möglich, weil kein genauer Tag genannt ist.
        """,
    )
    says(
        part(lines, "Case Management in Zahlen")[1:],
        """
        Kreis Coesfeld / Kreis
        8 Stellen besetzt am gewählten Tag nur möglich
        Koordinierung · ab 2022, Tag nicht genannt
        Beleg: Absatz 6 -> positions acht Stellen
        1 Person geplant am gewählten Tag nur möglich
        ab 2022, Tag nicht genannt · Süden
        Beleg: Absatz 5 -> positions noch ein Mensch
        Personen und Stellen getrennt zählen
        Rheine / Kommune im Kreis Steinfurt · 76.218 Einwohnerinnen und Einwohner (Stand 31.12.2018) -> indicators in Rheine leben
        1,9 Stellen eingerichtet
        ab 01.01.2021 · bei der Stadt Rheine
        Beleg: Absatz 1 -> positions richtet 1,9 Stellen
        - Zeichen: – genau nichts · . unbekannt: nichts gefunden oder nicht genannt · ( ) unsicher: ungeprüft oder nur behauptet
        """,
    )
    says(
        part(lines, "Das Neueste zu den gewählten Orten")[1:],
        """
        März 2022 Rheine: Beginn · Zeitachse · Baustein 2: Case Management · erreicht Absatz 7: „im März 2022“ -> milestones im März 2022
        ab 2022, Tag nicht genannt (am gewählten Tag möglich) Kreis Coesfeld: Baustein 2: Case Management · Koordinierung · 8 Stellen · Gesamtzahl · besetzt · Stellen Absatz 6: „acht Stellen“ -> positions acht Stellen
        ab 2022, Tag nicht genannt (am gewählten Tag möglich) Kreis Coesfeld: Baustein 2: Case Management · 1 Person · Gesamtzahl · geplant · Süden · Stellen Absatz 5: „noch ein Mensch“ -> positions noch ein Mensch
        ab 2022, Tag nicht genannt (am gewählten Tag möglich) Rheine: Baustein 2: Case Management · 1 Stelle · Zuwachs · geplant · Stellen Absatz 1: „dazu kommen“ -> positions dazu kommen
        laut Webseite 2021 Kreis Coesfeld: (Baustein 1: Koordinierung · Sachkosten · ca. 7.000 · ca. 10.000 Euro) · Finanzierung ungeprüft: „etwa so viel“ -> funding etwa so viel
        """,
    )


def test_places_without_a_figure_or_news_get_a_sentence(page: Open, names: Names) -> None:
    lines = screen(page("overview", orte=["Münster"]), names)

    says(
        part(lines, "Case Management in Zahlen")[1:],
        """
        (i) Zu den gewählten Orten ist beim gewählten Stand keine Gesamtzahl zum Case Management bekannt. Das heißt nicht, dass es keine Stellen gibt.
        """,
    )
    says(
        part(lines, "Das Neueste zu den gewählten Orten")[1:],
        """
        (i) Zu den gewählten Orten ist beim gewählten Stand keine Angabe mit Datum bekannt.
        """,
    )


def test_tiles_are_districts_with_the_facts_of_their_towns(page: Open) -> None:
    (figure,) = charts(page("overview"))
    tiles = [
        f"{plain(words)}{key(ags)}"
        for bar in figure.select_traces({"type": "bar"})
        if bar.customdata is not None
        for words, ags in zip(bar.text, bar.customdata, strict=True)
    ]

    says(
        sorted(tiles),
        """
        **COE** 10 -> 05558
        **ME** 5 -> 05158
        **MS** . -> 05515
        **ST** 18 -> 05566
        **SU** 1 -> 05382
        """,
    )
    says(
        [plain(note.text) for note in figure.layout.annotations],
        """
        **Hilden**
        **Rheine**
        """,
    )


def test_a_click_on_a_tile_opens_the_posts_of_the_district_and_its_towns(page: Open) -> None:
    app = page("overview")
    app.session_state["chart-karte"] = {"selection": {"points": [{"customdata": ["05566"]}]}}
    app.run()

    assert app.title[0].value == "Stellen"


def test_before_anything_was_known_nothing_is_known(page: Open, names: Names) -> None:
    lines = screen(page("overview", kenntnis="2020-01-01"), names)

    says(
        part(lines, "Das Land auf einen Blick")[:1],
        """
        Beim gewählten Stand ist noch zu keinem Ort etwas bekannt.
        """,
    )
    assert (
        "(i) Am 01.01.2020 war hier noch nichts erfasst. Die erste Fassung ist vom 10.01.2024."
        in lines
    )


def test_table_of_the_map_links_every_district_to_its_posts(page: Open, names: Names) -> None:
    lines = screen(page("overview", ansicht_karte="Tabelle"), names)

    says(
        part(lines, "Das Land auf einen Blick")[1:],
        """
        Wie viel bekannt ist: Land, Kreise und kreisfreie Städte
        Ort | Angaben | aus ganz gelesenen Dokumenten | am Text bestätigt
        Nordrhein-Westfalen -> stellen 05 | 4 | 4 | keine gefunden
        Kreis Mettmann -> stellen 05158 + 05158016 | 5 | keine gefunden | keine gefunden
        Rhein-Sieg-Kreis -> stellen 05382 + 05382056 | 1 | keine gefunden | keine gefunden
        Münster -> stellen 05515 | keine gefunden | keine gefunden | keine gefunden
        Kreis Coesfeld -> stellen 05558 | 10 | 9 | keine gefunden
        Kreis Steinfurt -> stellen 05566 + 05566076 | 18 | 15 | 15
        """,
    )


def test_a_card_says_whether_it_is_of_a_city_or_the_land(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = pages_world(
        tmp_path,
        positions="""
    05515 | 2 | case_management | 4 | at_least | posts | total | filled | caritas | | 2022 | land-2020 | 7 | vier | stated |
    05515 | 2 | case_management | 3 | exact | posts | increase | filled | | | 2022 | land-2020 | 9 | drei | stated |
    05515 | 2 | case_management | 2 | exact | posts | increase | funded | | | 2022 | land-2020 | 9 | zwei | stated |
    05515 | 2 | case_management | 1 | exact | posts | subset | filled | | | 2022 | land-2020 | 9 | eine | stated |
    05 | 2 | case_management | 1 | exact | posts | total | funded | | | 2022 | land-2020 | 8 | eine | claimed |""",
        indicators="""
    05515 | population | 300000 | about | 2018-12-31 | land-2020 | 9 | so viele | claimed""",
    )
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    lines = screen(opened("overview", orte=["Münster", LAND]), names_of_facts(world))

    says(
        part(lines, "Case Management in Zahlen")[1:],
        """
        Nordrhein-Westfalen / Land
        (1) Stelle gefördert behauptet, nicht bestätigt
        ab 2022, Tag nicht genannt
        Beleg: Absatz 8 -> positions eine
        Münster / kreisfreie Stadt
        mindestens 4 Stellen besetzt
        ab 2022, Tag nicht genannt · beim Caritasverband
        Beleg: Absatz 7 -> positions vier
        - Zeichen: – genau nichts · . unbekannt: nichts gefunden oder nicht genannt · ( ) unsicher: ungeprüft oder nur behauptet
        """,
    )


def test_eight_cards_are_shown_at_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(
        f"\n{ags} | 2 | case_management | 4 | exact | posts | total | filled | | | 2022 | land-2020 | 7 | vier | stated |"
        for ags in ("05", "05158", "05158016", "05382", "05382056", "05515", "05566")
    )
    world = pages_world(tmp_path, positions=rows)
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    app = opened("overview")
    app.multiselect(key="orte").set_value(
        ["05", "05158", "05158016", "05382", "05382056", "05515", "05558", "05566", "05566076"]
    ).run()

    cards = "".join(each.proto.body for each in app.get("html"))
    assert cards.count('<section class="kim-figure') == 8
    assert 'aria-label="Rheine"' not in cards
    assert "Auch mit Zahl, hier ohne Karte: Rheine." in [each.value for each in app.caption]


def test_what_is_not_there_any_more_says_so_in_the_number_and_in_the_news(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = pages_world(
        tmp_path,
        positions="""
    05515 | 2 | case_management | 4 | exact | posts | total | established | | | 2020 | land-2020 | 7 | vier | stated |
    05515 | 2 | case_management | 2 | exact | posts | total | vacant | | | 2021 | land-2020 | 8 | zwei | stated |
    05515 | 2 | case_management | 4 | exact | posts | total | cut | | | 2022 | land-2020 | 9 | alle | stated |""",
        decisions="""
    05515 | Rat | Ausbau | decided | 2020-03 | | ohne-datum | | der alte | stated
    05515 | Rat | Ausbau | rescinded | 2020-04 | | auszug-2021 | | der neue | stated""",
    )
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    lines = screen(opened("overview", orte=["Münster"]), names_of_facts(world))

    says(
        part(lines, "Case Management in Zahlen")[1:3],
        """
        Münster / kreisfreie Stadt
        4 Stellen weggefallen
        """,
    )
    news = part(lines, "Das Neueste zu den gewählten Orten")
    [old] = [line for line in news if "der alte" in line]
    assert "beschlossen · März 2020" not in old
    assert "(Ausbau) · Beschlüsse · Rat · beschlossen · (aufgehoben April 2020)" in old


def test_news_say_that_a_day_of_what_is_expected_or_promised_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = pages_world(
        tmp_path,
        milestones="""
    05515 | 2 | 2020-03 | Umbau | expected | | land-2020 | | der Umbau | stated""",
        commitments="""
    05515 | Stadt | Rat | Plan | 2020-05 | once | open | 2019 | auszug-2021 | | der Plan | stated""",
    )
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    news = part(
        screen(opened("overview", orte=["Münster"]), names_of_facts(world)),
        "Das Neueste zu den gewählten Orten",
    )[1:]

    assert ["Umbau" in line for line in news] == [False, True]
    assert "· Termin vorbei " in news[0]
    assert "· Termin vorbei; ob es geschah, ist hier nicht gesagt " in news[1]


def test_the_map_of_posts_says_the_share_of_the_own_town_whose_district_has_the_tile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = pages_world(
        tmp_path,
        positions="""
    05158016 | 2 | case_management | 4 | exact | posts | total | filled | | | 2022 | land-2020 | 7 | vier | stated |""",
        indicators="""
    05158016 | population | 50000 | exact | 2022-12-31 | land-2020 | 3 | dort | stated""",
    )
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    town, district = (
        " ".join(screen(opened("overview", karte="posts", ort=own), {}))
        for own in ("05158016", "05158")
    )

    said = "Hilden selbst: 8 Stellen je 100.000 Einwohner. Die Kachel steht für den ganzen Kreis: "
    assert f"{said}Kreis Mettmann." in town
    assert "selbst: " not in district
