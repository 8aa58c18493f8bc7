"""Steckbrief: what stands on one page about a place, and what of it is taken away."""

import re
from collections.abc import Mapping
from datetime import date

import pytest

from kim import queries
from kim.answers import answers
from kim.queries import View
from kim.store import store
from kim.tables import ROOT
from tests.conftest import World
from tests.spec.pages.conftest import Offers, Open, lines, opened, sheet
from tests.spec.reading import says
from tests.spec.screen import part, screen
from tests.spec.world import names_of_facts, pages_world

Names = Mapping[str, str]
RHEINE, EMSDETTEN, HILDEN, COESFELD = "05566076", "05566012", "05158016", "05558"
ANSWERS, UNKNOWN = "Fragen und Antworten", "Was wir nicht wissen"
WAY_BESIDE = re.compile("← |→ ->")
MORE = {
    "positions": """
    05566076 | 2 | case_management | 4 | exact | posts | total | established | | | 2023-05 | coesfeld-2023 | 6 | vier statt drei | stated |
    05566    | 2 | case_management | 5 | exact | posts | total | filled | | | 2022 | coesfeld-2023 | 7 | fünf im Kreis | stated |""",
}


@pytest.fixture(scope="module")
def more_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Another document contradicts what is said of Rheine; its district has posts of its own."""
    return pages_world(tmp_path_factory.mktemp("more"), **MORE)


@pytest.fixture
def more_names(more_world: World, monkeypatch: pytest.MonkeyPatch) -> Names:
    monkeypatch.setenv("KIM_STORE", str(more_world.store.folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    return names_of_facts(more_world)


def told(world: World, place: str, question: str, day: date | None = None) -> str:
    """The sentence of an answer; its words have specifications of their own."""
    with queries.answered_by(world.store.current()):
        return answers(place, View((place,), day))[question].sentence


def above(shown: list[str]) -> list[str]:
    """What stands above the questions: name, finding, cards; not the ways to other places."""
    return [each for each in shown[: shown.index(f"## {ANSWERS}")] if not WAY_BESIDE.search(each)]


def row(shown: list[str], question: str) -> str:
    """The row of the table with the answer to a question."""
    (found,) = [each for each in shown if each.startswith(f"{question} | ")]
    return found


def _named(line: str, names: Names) -> str:
    for key, named in names.items():
        line = line.replace(key, named)
    return line


def test_a_place_has_a_name_a_finding_and_cards(page: Open, names: Names) -> None:
    says(
        above(screen(page("profile", ort=RHEINE), names)),
        """
        # Rheine
        Kommune im Kreis Steinfurt · 77.000 Einwohnerinnen und Einwohner (Stand 31.12.2022) -> indicators danach in Rheine
        In Rheine sind im Case Management 3,5 Stellen eingerichtet; ob sie besetzt sind, steht in keinem durchsuchten Dokument.
        Case Management / 3,5 Stellen eingerichtet
        ab 01.05.2023 · bei der Stadt Rheine
        Beleg: Absatz 2 -> positions 3,5 Stellen
        Zusagen an Gremien / 2 offen Termin vorbei: 1
        durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022
        Alle Zusagen -> zusagen 05566076
        """,
    )


def test_answers_stand_by_theme_with_whom_they_hold_for(
    page: Open, names: Names, pages_store: World
) -> None:
    posts, shared, supervision = (
        told(pages_store, RHEINE, each)
        for each in ("case_management_posts", "posts_in_towns", "supervises")
    )
    says(
        part(screen(page("profile", ort=RHEINE), names), ANSWERS)[1:8],
        f"""
        Fragen und Antworten
        Frage | Antwort | gilt für | Beleg
        Stellen
        Wie viele Stellen hat das Case Management? | {posts} | Rheine | Absatz 2 -> positions 3,5 Stellen
        Wie teilen sich Kreis und Kommunen die Stellen? | {shared} | Rheine | Absatz 2 -> positions 3,5 Stellen
        Wer macht es?
        Wer hat die Fachaufsicht? | {supervision} | Kreis Steinfurt | Fundstelle -> carriers hat die Aufsicht
        """,
    )


def test_what_several_levels_say_is_marked_with_all_of_them(page: Open, names: Names) -> None:
    shown = screen(page("profile", ort=RHEINE), names)

    assert "| Rheine Land |" in row(shown, "Für wen ist das Angebot da?")
    assert "weitere (1); alle: Absatz 3" in row(shown, "Für wen ist das Angebot da?")
    assert "| Kreis Steinfurt |" in row(shown, "Wer steuert, und wer sitzt mit am Tisch?")


def test_what_is_not_found_stands_apart_with_how_far_was_looked(page: Open, names: Names) -> None:
    shown = screen(page("profile", ort=RHEINE), names)
    found = part(shown, UNKNOWN)

    assert found[0] == (
        "- Zu diesen Fragen ist nichts gefunden (durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022)."
        " Das heißt nicht, dass es nichts gibt."
    )
    assert "Was muss der Ort selbst zahlen?" in found
    answered = {each.partition(" | ")[0] for each in part(shown, ANSWERS) if " | " in each}
    assert answered
    assert not answered & set(found)
    assert not [each for each in part(shown, ANSWERS) if each.startswith("Was muss der Ort")]


def test_documents_say_how_many_facts_of_the_place_and_its_district_rest_on_them(
    page: Open, names: Names
) -> None:
    shown = screen(page("profile", ort=RHEINE), names)
    begin = shown.index("Dokumente zum Ort")

    says(
        shown[begin + 1 : begin + 5],
        """
        Dokument | Art | Datum | Angaben zu: Rheine | Angaben zu: Kreis Steinfurt
        Niederschrift Rheine -> dokument rheine-2022 | Niederschrift | 03.11.2022 | 13 | 2
        Auszug -> dokument auszug-2021 | Webseite | 2021 | 2 | 1
        Weiter: Zusagen: was versprochen ist und was daraus wurde -> zusagen 05566076 · Kreis Steinfurt: der Kreis, in dem der Ort liegt -> steckbrief · Land Nordrhein-Westfalen -> steckbrief
        """,
    )


def test_posts_of_another_field_than_the_card_say_which(page: Open, names: Names) -> None:
    says(
        above(screen(page("profile", ort=COESFELD), names))[3:9],
        """
        Case Management / 8 Stellen besetzt
        Koordinierung · ab 2022, Tag nicht genannt
        Beleg: Absatz 6 -> positions acht Stellen
        1 Person geplant
        ab 2022, Tag nicht genannt · Süden
        Beleg: Absatz 5 -> positions noch ein Mensch
        """,
    )


def test_a_place_of_which_nothing_is_known_says_so_and_shows_what_is_above_it(
    page: Open, names: Names
) -> None:
    shown = screen(page("profile", ort=EMSDETTEN), names)

    says(
        above(shown),
        """
        # Emsdetten
        Kommune im Kreis Steinfurt · 36.000 Einwohnerinnen und Einwohner (Stand 31.12.2018) -> indicators in Emsdetten
        Über Emsdetten selbst ist nichts bekannt (durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022). Das heißt nicht, dass es dort nichts gibt. Der Kreis Steinfurt leitet die Zuwendung an die Stadt Rheine weiter. Der Kreis Steinfurt hat die Fachaufsicht (behauptet, nicht bestätigt; nicht am Text geprüft).
        """,
    )
    assert "[chart]" not in shown
    assert row(shown, "Wird evaluiert, durch wen und bis wann?").endswith("wird ausgewertet")


def test_a_district_without_the_first_answers_says_so_and_what_it_has(
    page: Open, names: Names
) -> None:
    shown = screen(page("profile", ort="05566"), names)

    assert above(shown)[2].startswith(
        "Zu Stellen im Case Management, zu seiner Durchführung, zu Eigenanteil und Gesamtkosten"
        " ist im Kreis Steinfurt nichts gefunden"
        " (durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022). Der Kreis Steinfurt leitet"
    )
    assert "Orte darin, über die etwas bekannt ist: Rheine -> steckbrief" in shown


def test_without_an_own_place_it_asks_for_one(page: Open, names: Names) -> None:
    app = page("profile")

    says(
        screen(app, names),
        """
        # Steckbrief
        Für welchen Ort? Wählen Sie ihn hier; der Steckbrief sagt, was in den durchsuchten Dokumenten über ihn steht.
        Was über einen Ort bekannt ist, auf einer Seite: Stellen, Träger, Geld, Steuerung, Evaluation, mit einem Beleg für jede Angabe.
        Oder einer der gewählten Orte: Kreis Mettmann -> steckbrief · Hilden (Kreis Mettmann) -> steckbrief · Rhein-Sieg-Kreis -> steckbrief · Sankt Augustin (Rhein-Sieg-Kreis) -> steckbrief · Kreis Coesfeld -> steckbrief · Kreis Steinfurt -> steckbrief · Rheine (Kreis Steinfurt) -> steckbrief
        """,
    )
    (search,) = [each for each in app.selectbox if each.label == "Ort suchen"]
    assert len(search.options) == 10
    assert search.options[0] == "Emsdetten"
    assert search.options.index("Rheine") < search.options.index("Kreis Steinfurt")

    search.set_value(EMSDETTEN).run()
    assert app.title[0].value == "Emsdetten"
    assert app.query_params["ort"] == EMSDETTEN


def test_without_any_place_it_asks_too(page: Open, names: Names) -> None:
    shown = screen(page("profile", orte=""), names)

    assert shown[0] == "# Steckbrief"
    assert not [each for each in shown if "gewählten Orte" in each]


def test_the_only_chosen_place_is_the_own_one(page: Open) -> None:
    assert page("profile", orte=HILDEN).title[0].value == "Hilden"


def test_chosen_places_are_leafed_through(page: Open, names: Names) -> None:
    chosen = ["05158016", "05558", "05566076"]
    shown = [screen(page("profile", orte=chosen, ort=each), names)[2] for each in chosen]

    assert [re.sub(" -> steckbrief [0-9 +]*", "", each) for each in shown] == [
        "Kreis Coesfeld →",
        "← HildenRheine →",
        "← Kreis Coesfeld",
    ]
    assert screen(page("profile", orte=HILDEN), names)[2].startswith("Für Hilden")


def test_on_a_day_what_is_only_possible_says_so(page: Open, names: Names) -> None:
    shown = screen(page("profile", ort=RHEINE, stand="2022-06-01"), names)

    says(
        above(shown)[3:],
        """
        Case Management / 1,9 Stellen eingerichtet
        ab 01.01.2021 · bei der Stadt Rheine
        Beleg: Absatz 1 -> positions richtet 1,9 Stellen
        """,
    )
    assert "am gewählten Tag nur möglich" in row(shown, "Was gibt es je Stelle?")
    assert "am gewählten Tag nur möglich" in above(shown)[2]


def test_a_card_says_what_is_only_possible_on_the_day(page: Open, names: Names) -> None:
    shown = screen(page("profile", ort=COESFELD, stand="2022-06-01"), names)

    assert "Case Management / 8 Stellen besetzt am gewählten Tag nur möglich" in above(shown)


def test_documents_that_contradict_each_other_stand_in_a_part_of_their_own(
    more_names: Names,
) -> None:
    shown = screen(opened("profile", ort=RHEINE), more_names)

    says(
        part(shown, "Wo Dokumente sich widersprechen"),
        """
        - Zur selben Zeit nennen zwei Dokumente Verschiedenes. Wir zeigen beides.
        Case Management4 Stellen eingerichtet (ab Mai 2023, Tag nicht genannt): Vermerk Coesfeld Absatz 6 -> positions vier statt drei
        3,5 Stellen eingerichtet (ab 01.05.2023): Niederschrift Rheine Absatz 2 -> positions 3,5 Stellen
        """,
    )
    assert "Dokumente widersprechen sich" in row(
        shown, "Wie viele Stellen hat das Case Management?"
    )


def test_the_number_of_a_district_is_never_the_own_one(more_names: Names) -> None:
    shown = screen(opened("profile", ort=EMSDETTEN), more_names)

    says(
        above(shown)[3:],
        """
        Case Management / . keine eigene Zahl gefunden
        Kreis Steinfurt: 5 Stellen besetzt -> positions fünf im Kreis
        """,
    )
    assert row(shown, "Wie viele Stellen hat das Case Management?") == (
        "Wie viele Stellen hat das Case Management? | Im Kreis Steinfurt sind im Case Management"
        " 5 Stellen besetzt (ab 2022, Tag nicht genannt). | Kreis Steinfurt keine eigene Angabe"
        " | Absatz 7 -> positions fünf im Kreis"
    )


def test_terms_are_explained_where_they_stand(page: Open) -> None:
    shown = " ".join(each.proto.body for each in page("profile", ort=RHEINE).get("html"))

    assert '<abbr title="Wer die Fachaufsicht hat, sagt und prüft' in shown
    assert ">Fachaufsicht</abbr>?" in shown
    assert "<dt>Zuwendung</dt><dd>Geld, mit dem das Land" in shown


def test_answers_are_handed_out_a_row_for_each_value(
    page: Open, names: Names, offers: Offers, pages_store: World
) -> None:
    page("profile", ort=RHEINE, stand="2022-06-01")
    name, _, make = offers["CSV für Excel"]
    heads, *rows = lines(make(), ";")
    sentence = told(pages_store, RHEINE, "case_management_posts", date(2022, 6, 1))

    assert name == "kim-steckbrief-05566076-excel.csv"
    says(
        [heads, *(_named(each, names).replace(sentence, "…") for each in rows[:4])],
        """
        Ortsname | AGS | Thema | Frage | Antwort | Beantwortet die Frage | Angabe zu | Wert | Zahl | Einheit | Stand | Seit wann | Seit wann (EDTF) | Gilt frühestens ab | Gilt spätestens ab | Gilt frühestens bis | Gilt spätestens bis | Näheres | Vorbehalt | Gesucht | Quelle | Datum der Quelle (EDTF) | Absatz | Angabe | Titel der Quelle
        Rheine | 05566076 | Stellen | Wie viele Stellen hat das Case Management? | … | ja | Rheine | 1,9 Stellen | 1,9 | Stellen | eingerichtet | ab 01.01.2021 | 2021-01-01 | 01.01.2021 | 01.01.2021 | | | bei der Stadt Rheine | | durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022 | rheine-2022 | 2022-11-03 | 1 | positions richtet 1,9 Stellen | Niederschrift Rheine
        Rheine | 05566076 | Stellen | Wie viele Stellen hat das Case Management? | … | nein, Zuwachs | Rheine | '+1 Stelle | 1 | Stellen | geplant | ab 2022, Tag nicht genannt | 2022 | 01.01.2022 | 31.12.2022 | | | | am gewählten Tag nur möglich | durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022 | rheine-2022 | 2022-11-03 | 1 | positions dazu kommen | Niederschrift Rheine
        Rheine | 05566076 | Stellen | Wie viele Stellen hat das Case Management? | … | nein, Zuwachs | Rheine | '+1,6 Stellen | 1,6 | Stellen | eingerichtet | ab 2022, Tag nicht genannt | 2022 | 01.01.2022 | 31.12.2022 | | | | von uns erschlossen; am gewählten Tag nur möglich | durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022 | rheine-2022 | 2022-11-03 | 1 | positions kommen 1,6 Stellen | Niederschrift Rheine
        Rheine | 05566076 | Stellen | Wie viele Stellen hat die Koordinierung? | Zu den Stellen in der Koordinierung ist in Rheine nichts gefunden (durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022). | nichts gefunden | | | | | | | | | | | | | | durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022 | | | | |
        """,
    )


def test_the_number_of_a_district_is_handed_out_as_the_districts(
    more_names: Names, offers: Offers
) -> None:
    opened("profile", ort=EMSDETTEN)
    found = [each for each in lines(offers["CSV für Excel"][2](), ";") if "| 5 Stellen |" in each]

    assert len(found) == 2
    for each in found:
        assert (
            "| nein, Angabe des Kreises | Kreis Steinfurt | 5 Stellen | 5 | Stellen | besetzt |"
            in each
        )


def test_what_contradicts_is_handed_out_as_such(more_names: Names, offers: Offers) -> None:
    opened("profile", ort=RHEINE)
    rows = lines(offers["CSV für Excel"][2](), ";")

    assert (
        len([each for each in rows if "| nein, widerspricht | Rheine | 3,5 Stellen |" in each]) == 1
    )


def test_the_workbook_names_sources_and_view(page: Open, offers: Offers) -> None:
    page("profile", ort=RHEINE, stand="2022-06-01")
    workbook = offers["Excel-Datei (XLSX)"][2]()

    assert [each.partition(" | ")[0] for each in sheet(workbook, "Quellen")] == [
        "Kürzel",
        "auszug-2021",
        "land-2020",
        "rheine-2022",
    ]
    hints = sheet(workbook, "Hinweise")
    assert "Orte | Rheine" in hints
    assert "Stand am | 01.06.2022" in hints


def test_the_form_for_what_is_missing_names_place_and_questions(page: Open, offers: Offers) -> None:
    page("profile", ort=RHEINE)
    name, kind, make = offers["Was fehlt für meinen Ort? (CSV zum Ausfüllen)"]
    heads, *rows = lines(make(), ";")

    assert (name, kind) == ("kim-fehlt-05566076.csv", "text/csv")
    says(
        [heads, rows[0]],
        """
        Ortsname | AGS | Thema | Frage | Gesucht | Antwort | Stand am | Dokument | Absatz | Wörter im Dokument
        Rheine | 05566076 | Stellen | Wie viele Stellen hat die Koordinierung? | durchsucht: 2 Dokumente, 1 ganz gelesen, das jüngste vom 03.11.2022 | | | | |
        """,
    )
    asked = " ".join(rows)
    assert "Wer hat die Fachaufsicht?" in asked
    assert "Wie viele Stellen hat das Case Management?" not in asked
