"""Figures: each kind by itself, those of the work first, with how and over which time they were counted."""

from kim.tables import package
from tests.spec.reading import entries, says, table
from ui.lists import indicators

SAME = {
    "place": "Rheine",
    "region": "05566076",
    "indicator": "persons_advised",
    "certainty": "exact",
    "counting": None,
    "period": None,
    "basis": "stated",
    "note": None,
    "source_kind": "memo",
    "source_date": "2023",
    "paragraph": "4",
    "is_read_from_text": True,
}


def test_how_a_figure_was_counted_stands_in_its_chip_and_over_which_time_below() -> None:
    rows = """
        fact | value | counting      | period | as_of
        1    | 240   | flow          | 2023   |
        2    | 118   | stock         |        | 2023-12-31
        3    | 580   | running_total | 2022   | 2024-06-10
        4    | 900   |               |        | 2023
    """
    says(
        entries(indicators.by_kind(table(rows, **SAME))),
        """
        ## Beratene Personen (4)
        05566076 [level: im Zeitraum] Rheine: 240 | Zeitraum: 2023 | | Vermerk 2023, Absatz 4 -> indicators 1
        05566076 [level: Bestand am Stichtag] Rheine: 118 | Stand 31.12.2023 | | Vermerk 2023, Absatz 4 -> indicators 2
        05566076 [level: laufende Summe seit Beginn] Rheine: 580 | gezählt seit: 2022 · Stand 10.06.2024 | | Vermerk 2023, Absatz 4 -> indicators 3
        05566076 [level: Zählweise nicht genannt] Rheine: 900 | Stand 2023 | | Vermerk 2023, Absatz 4 -> indicators 4
        """,
    )


def test_persons_cases_and_consultations_stand_apart_before_the_folded_figures_of_places() -> None:
    rows = """
        fact | indicator       | value | region   | place  | certainty
        1    | consultations   | 2500  | 05566076 | Rheine | at_least
        2    | population      | 55000 | 05566076 | Rheine | exact
        3    | population      | 55625 | 05158016 | Hilden | about
        4    | persons_advised | 12    | 05158016 | Hilden | exact
        5    | cases           | 7     | 05158016 | Hilden | exact
    """
    says(
        [line.partition(" | ")[0] for line in entries(indicators.by_kind(table(rows, **SAME)))],
        """
        ## Beratene Personen (1)
        05158016 [level: Zählweise nicht genannt] Hilden: 12
        ## Fälle im Case Management (1)
        05158016 [level: Zählweise nicht genannt] Hilden: 7
        ## Beratungen (1)
        05566076 [level: Zählweise nicht genannt] Rheine: mindestens 2.500
        > Einwohnerinnen und Einwohner (2)
        05158016 [level: Bestand am Stichtag] Hilden: ca. 55.625
        05566076 [level: Bestand am Stichtag] Rheine: 55.000
        """,
    )
    assert set(indicators.OF_PLACES) < set(package().vocabularies["indicator"])


def test_unproven_claimed_and_inferred_figures() -> None:
    rows = """
        fact | value | is_read_from_text | basis    | note       | counting
        1    | 3     | nein              | stated   | Hinweis    | stock
        2    | 4     | ja                | claimed  |            | stock
        3    | 5     | ja                | inferred | so gelesen | stock
    """
    says(
        entries(indicators.by_kind(table(rows, **SAME)))[1:],
        """
        05566076 [level: Bestand am Stichtag] Rheine: (3) | | | Vermerk 2023, Absatz 4, ungeprüft -> indicators 1
        05566076 [level: Bestand am Stichtag] [unsure: behauptet, nicht bestätigt] Rheine: (4) | | | Vermerk 2023, Absatz 4 -> indicators 2
        05566076 [level: Bestand am Stichtag] [unsure: von uns erschlossen] Rheine: 5 | | so gelesen | Vermerk 2023, Absatz 4 -> indicators 3
        """,
    )


def test_nothing_known_is_an_empty_list() -> None:
    assert indicators.by_kind(table("fact\n1", **SAME).head(0)).groups == ()


def test_figures_of_places_are_figures() -> None:
    kinds = set(package().vocabularies["indicator"])

    assert {*indicators.OF_PLACES, *indicators.STOCKS} <= kinds
