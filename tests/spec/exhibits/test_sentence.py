"""How much is known, in one sentence; the words of a proof; a table that is cut; counts of coverage."""

import pandas as pd
import pytest

from kim import coverage, proof
from kim import exhibit as said
from kim.queries import View
from kim.regions import LAND
from tests.spec.exhibits.conftest import COESFELD, RHEINE, Says
from tests.spec.reading import says
from ui import exhibits

MUENSTER, SANKT_AUGUSTIN = "05515", "05382056"


def test_without_a_place_it_says_so(shown: Says) -> None:
    assert shown(exhibits.POSTS) == ["Kein Ort gewählt. Wählen Sie oben mindestens einen Ort."]


def test_silence_is_a_sentence_and_names_no_places(shown: Says) -> None:
    says(
        shown(exhibits.POSTS, MUENSTER),
        """
        Hierzu ist für die gewählten Orte nichts bekannt. Das heißt nicht, dass es nichts gibt.
        """,
    )


def test_each_document_is_named_once_below_the_facts_that_rest_on_it(answered: None) -> None:
    rows = exhibits.POSTS.rows(View((COESFELD, RHEINE)))
    sources = said.sources(rows)

    assert sources.startswith("Quellen: ")
    titles = [sources.count(f"{title} (") for title in set(rows["source_title"])]
    assert titles == [1] * len(titles)
    assert len(titles) > 1
    assert sources.count("; ") == len(titles) - 1


def test_places_that_all_speak_are_not_called_silent(shown: Says) -> None:
    assert shown(exhibits.DECISIONS, RHEINE)[0] == "1 Angabe zu Rheine."


def test_on_a_day_what_has_no_date_is_only_possible(shown: Says) -> None:
    says(
        shown(exhibits.POSTS, SANKT_AUGUSTIN, held_on="2023-01-01"),
        """
        1 Angabe zu Sankt Augustin. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Davon 1 am gewählten Tag nur möglich, weil kein genauer Tag genannt ist.
        Ort | Beleg | Anzahl | Maß | Stand der Einrichtung | Stand am
        Sankt Augustin | ungeprüft: „keine Stelle“ | (0) Stellen | Gesamtzahl | besetzt | Dokument ohne Datum (am gewählten Tag möglich) -> positions keine Stelle
        """,
    )
    says(
        shown(exhibits.POSTS, SANKT_AUGUSTIN, COESFELD, held_on="2023-01-01")[:1],
        """
        2 Angaben zu 2 von 2 Orten. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern. Davon 1 am gewählten Tag nur möglich, weil kein genauer Tag genannt ist.
        """,
    )


def test_a_long_table_is_cut_and_says_so(answered: None) -> None:
    exhibit = exhibits.POSTS
    rows = exhibit.rows(View((COESFELD, RHEINE)))
    listing = said.listing(rows, exhibit.declared, most=1)

    assert listing.caption == "Stellen: 1 von 4 Angaben"
    assert [line.place for line in listing.lines] == ["Kreis Coesfeld"]
    assert "employer" not in [each.name for each in listing.fields]


@pytest.mark.parametrize(
    ("found", "is_read", "words"),
    [
        ("proven", True, "✓ am Text bestätigt"),
        ("unproven", True, "am vollen Text erfasst; der Text liegt hier nicht vor"),
        ("unproven", False, "( ) ungeprüft: nicht mit dem vollen Text verglichen"),
        ("contradicted", True, "✗ vom Text widerlegt"),
    ],
)
def test_a_verdict_tells_proof_from_mere_reading(found: str, is_read: bool, words: str) -> None:
    assert proof.verdict({"proof": found, "is_read_from_text": is_read}) == words


def test_an_anchor_stands_with_its_paragraph_or_is_unchecked() -> None:
    assert proof.anchored({"paragraph": 25, "anchor": "1,9 Stellen"}) == "Absatz 25: „1,9 Stellen“"
    assert proof.anchored({"paragraph": None, "anchor": "8 VZÄ"}) == "ungeprüft: „8 VZÄ“"


def counts(land: int, *districts: int) -> pd.DataFrame:
    regions = [LAND, *(f"05{number:03}" for number in range(len(districts)))]
    possible = [0, *(max(number - 2, 0) for number in districts)]
    return pd.DataFrame({"region": regions, "facts": [land, *districts], "possible": possible})


def test_coverage_counts_districts_apart_from_the_land() -> None:
    said_of = coverage.sentence(counts(4, 3, 0, 5))

    assert said_of.startswith(
        "Zu 2 von 3 Kreisen und kreisfreien Städten ist etwas bekannt, zu 1 haben wir nichts "
        "gefunden. Dazu 4 Angaben zum Land."
    )
    assert said_of.endswith(
        "4 Angaben sind am gewählten Tag nur möglich, weil kein genauer Tag genannt ist."
    )


def test_coverage_of_nothing() -> None:
    says(
        [coverage.sentence(counts(0, 0))],
        """
        Beim gewählten Stand ist noch zu keinem Ort etwas bekannt.
        """,
    )


def test_a_count_of_none_is_a_word() -> None:
    assert [coverage.found(3), coverage.found(0)] == ["3", "keine gefunden"]
