"""Suche: what was found, by kind, marked, each one click from its proof; what is said where nothing was."""

import shutil
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kim.store import store
from tests.spec.pages.conftest import Open, opened
from tests.spec.reading import says
from tests.spec.screen import screen

Names = Mapping[str, str]
KEPT = sorted((Path(__file__).parents[2] / "kept").glob("*.tar.xz"))


def below_the_lead(app: AppTest, names: Names) -> list[str]:
    lines = screen(app, names)
    return lines[
        next(at for at, line in enumerate(lines) if line.startswith("Findet Antworten")) + 1 :
    ]


def test_without_words_it_says_what_can_be_asked(page: Open, names: Names) -> None:
    app = page("search")

    says(
        below_the_lead(app, names),
        """
        Suchen Sie nach einem Ort, einem Träger oder einem Stichwort, auch mit mehreren Wörtern. Zum Beispiel: Stellen Rheine -> suche · Eigenanteil -> suche · Caritas -> suche
        """,
    )
    [field] = app.text_input
    assert (field.label, field.placeholder) == ("Ort, Träger, Stichwort", "Ort, Träger, Stichwort")


def test_hits_stand_by_kind_with_their_words_marked_and_their_proof(
    page: Open, names: Names
) -> None:
    app = page("search", q="Stellen Rheine", orte=["05566076"])

    lines = screen(app, names)
    assert (
        lines[1]
        == "Zu „Stellen Rheine“ gefunden: 8 Antworten, 5 Angaben, 3 Absätze, 1 Ort, 1 Organisation, 1 Dokument."
    )
    below = below_the_lead(app, names)
    facts = below.index("Angaben / 5 Treffer Alle 5 zeigen -> suche 05566076")
    assert below[:2] == [
        "Antworten / 8 Treffer Alle 8 zeigen -> suche 05566076",
        "▸ In [Rheine] sind im Case Management 3,5 [Stellen] eingerichtet (ab 01.05.2023; bei der Stadt [Rheine]); ob sie besetzt sind, steht in keinem durchsuchten Dokument. [Rheine] · Wie viele [Stellen] hat das Case Management? · Beleg -> positions 3,5 Stellen",
    ]
    assert facts == 1 + 3
    says(
        below[facts:],
        """
        Angaben / 5 Treffer Alle 5 zeigen -> suche 05566076
        ▸ Baustein 2: Case Management · 3,5 [Stellen] · Gesamtzahl · eingerichtet · Stadt [Rheine] [Rheine] · [Stellen] · ab 01.05.2023 · Niederschrift [Rheine] · Absatz 2: „3,5 [Stellen]“ -> positions 3,5 Stellen
        ▸ Baustein 2: Case Management · 1 [Stelle] · Zuwachs · geplant [Rheine] · [Stellen] · ab 2022, Tag nicht genannt · Niederschrift [Rheine] · Absatz 1: „dazu kommen“ -> positions dazu kommen
        ▸ Baustein 2: Case Management · 1,6 [Stellen] · Zuwachs · eingerichtet · von uns erschlossen [Rheine] · [Stellen] · ab 2022, Tag nicht genannt · Niederschrift [Rheine] · Absatz 1: „kommen 1,6 [Stellen]“ -> positions kommen 1,6 Stellen
        Absätze der Dokumente / 3 Treffer
        ▸ Zum 1. Mai 2023 sind es 3,5 [Stellen]. Niederschrift [Rheine], Absatz 2 -> dokument rheine-2022
        ▸ Die Stadt [Rheine] richtet 1,9 [Stellen] im Case Management ein, dazu kommen 1,6 [Stellen]. Niederschrift [Rheine], Absatz 1 -> dokument rheine-2022
        ▸ Die Stadt zahlt 55.000 Euro je [Stelle] und Jahr. Niederschrift [Rheine], Absatz 4 -> dokument rheine-2022
        Orte / 1 Treffer mit einem Teil der Wörter
        ▸ [Rheine] -> steckbrief 05566076
        Träger und andere Organisationen / 1 Treffer mit einem Teil der Wörter
        ▸ Stadt [Rheine] 6 Angaben nennen sie · neueste Angabe dazu ([Rheine]) -> positions 3,5 Stellen
        Dokumente / 1 Treffer mit einem Teil der Wörter
        ▸ Niederschrift [Rheine] -> dokument rheine-2022 [Rheine] · Niederschrift · Rat · 12/2022 · 03.11.2022
        """,
    )


def test_a_note_is_shown_where_a_word_stands_in_it(page: Open, names: Names) -> None:
    found = "\n".join(below_the_lead(page("search", q="gelesen"), names))
    assert "so [gelesen]" in found
    assert "so gelesen" not in "\n".join(screen(page("search", q="erschlossen"), names))


def test_misspelt_words_are_replaced_and_that_is_said(page: Open, names: Names) -> None:
    lines = screen(page("search", q="Lenkungsgrupe"), names)

    assert lines[1] == "Zu „Lenkungsgruppe“ gefunden: 1 Antwort, 1 Angabe, 1 Absatz."
    assert (
        "(i) „Lenkungsgrupe“ steht nirgends. Gesucht wurde stattdessen „Lenkungsgruppe“." in lines
    )
    lines = screen(page("search", q="Rhiene Quxqux"), names)
    assert "(i) „Quxqux“ steht nirgends, auch nichts Ähnliches. Gesucht wurde der Rest." in lines


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "quxqux",
            "(i) Zu „quxqux“ wurde nichts gefunden. Das heißt nicht, dass es nichts gibt. Gesucht wurde unter allem, was am gewählten Tag galt und bekannt war.",
        ),
        ("und", "(i) „und“ steht überall. Nennen Sie ein Stichwort, einen Ort oder einen Träger."),
    ],
)
def test_where_nothing_is_found_it_says_what_to_do(
    page: Open, names: Names, words: str, said: str
) -> None:
    assert below_the_lead(page("search", q=words), names)[0] == said


def test_one_kind_of_hits_is_shown_page_by_page(page: Open, names: Names) -> None:
    first = below_the_lead(page("search", q="Rheine", art="angaben"), names)
    assert first[:2] == ["Alle Arten von Treffern -> suche", "Angaben / 19 Treffer"]
    assert len(first) == 2 + 15 + 1
    assert first[-1] == "Seite 1 von 2: Weitere Treffer -> suche"
    last = below_the_lead(page("search", q="Rheine", art="angaben", seite="2"), names)
    assert len(last) == 2 + 4 + 1
    assert last[-1] == "Seite 2 von 2: Vorige Treffer -> suche"
    assert not set(first[2:-1]) & set(last[2:-1])


def test_what_an_address_asks_wrongly_is_said(page: Open, names: Names) -> None:
    lines = screen(page("search", q="Rheine", art="unfug", seite="0"), names)

    assert (
        "(!) Die Adresse nennt unter „Art der Treffer“: „unfug“. Das gibt es auf dieser Seite nicht."
        in lines
    )
    assert "(!) Die Adresse nennt unter „Seite“: „0“. Das gibt es auf dieser Seite nicht." in lines
    assert any(
        line.startswith("Zu „Rheine“ gefunden: 1 Ort, 1 Organisation, 19 Angaben") for line in lines
    )


def test_what_is_typed_stands_in_the_address_and_begins_anew(page: Open, names: Names) -> None:
    app = page("search", q="Rheine", art="angaben", seite="2")
    app.text_input(key="q").set_value(" Caritas ").run()

    assert app.query_params["q"] == "Caritas"
    assert not {"art", "seite"} & set(app.query_params)
    assert any("[Caritasverband]" in line for line in screen(app, names))


def test_words_are_shown_as_words(page: Open, names: Names) -> None:
    lines = screen(page("search", q="<b>Rheine</b> *x*"), names)

    assert lines[1].startswith("Zu „<b>Rheine</b> *x*“ gefunden")


def test_a_version_of_an_earlier_program_says_that_it_cannot_be_searched(
    own_store: Path, names: Names, tmp_path: Path
) -> None:
    shutil.rmtree(own_store)
    with tarfile.open(KEPT[0]) as archive:
        archive.extractall(tmp_path, filter="data")
    store.cache_clear()

    assert below_the_lead(opened("search", q="Rheine"), names) == [
        "(i) In dieser Fassung kann noch nicht gesucht werden, weil ein früheres Programm sie geschrieben hat. Mit der nächsten Fassung geht es."
    ]
