"""Figures of places and of the work: which sign for how they were counted, with which words."""

from kim.tables import package
from tests.spec.reading import canvas, legend, says, table
from ui.figures import indicators

SAME = {
    "place": "Rheine",
    "region": "05566076",
    "indicator": "persons_advised",
    "certainty": "exact",
    "counting": None,
    "period": None,
    "as_of": None,
    "basis": "stated",
    "note": None,
    "source_title": "Vermerk",
    "is_read_from_text": True,
}


def test_how_a_figure_was_counted_is_its_sign_and_stands_beside_it() -> None:
    rows = """
        fact | value | counting      | period | as_of
        1    | 240   | flow          | 2023   |
        2    | 118   | stock         |        | 2023-12-31
        3    | 580   | running_total | 2022   | 2024-06-10
        4    | 900   |               |        | 2023
    """
    figure = indicators.by_kind(table(rows, **SAME))

    says(
        canvas(figure),
        """
        **Beratene Personen**
        Rheine: 240 -> indicators 1
        o square #00664b @0.00 -> indicators 1
        · im Zeitraum · Zeitraum: 2023
        Rheine: 118 -> indicators 2
        o circle #0072b2 @0.00 -> indicators 2
        · Bestand am Stichtag · Stand 31.12.2023
        Rheine: 580 -> indicators 3
        o triangle-up #9a3b78 @0.00 -> indicators 3
        · laufende Summe seit Beginn · gezählt seit: 2022 · Stand 10.06.2024
        Rheine: 900 -> indicators 4
        o diamond #5f6b76 @0.00 -> indicators 4
        · Zählweise nicht genannt · Stand 2023
        """,
    )
    says(
        legend(figure),
        """
        square #00664b im Zeitraum
        circle #0072b2 Bestand am Stichtag
        triangle-up #9a3b78 laufende Summe seit Beginn
        diamond #5f6b76 Zählweise nicht genannt
        """,
    )
    assert set(indicators.COUNTING_MARKS) == set(package().vocabularies["counting"])


def test_kinds_stand_apart_in_their_own_order_and_places_below_them() -> None:
    rows = """
        fact | indicator     | value | region   | place  | certainty
        1    | consultations | 2500  | 05566076 | Rheine | at_least
        2    | population    | 55000 | 05566076 | Rheine | exact
        3    | population    | 55625 | 05158016 | Hilden | exact
    """
    says(
        [line for line in canvas(indicators.by_kind(table(rows, **SAME))) if line[0] not in "o·"],
        """
        **Einwohnerinnen und Einwohner**
        Hilden: 55.625 -> indicators 3
        Rheine: 55.000 -> indicators 2
        **Beratungen**
        Rheine: mindestens 2.500 -> indicators 1
        """,
    )


def test_a_population_is_a_stock_by_its_nature() -> None:
    figure = indicators.by_kind(table("fact | indicator | value\n 1 | population | 5", **SAME))
    assert "o circle #0072b2 @0.00 -> indicators 1" in canvas(figure)


def test_unproven_claimed_and_inferred_figures() -> None:
    rows = """
        fact | value | is_read_from_text | basis    | note       | counting
        1    | 3     | nein              | stated   |            | stock
        2    | 4     | ja                | claimed  |            | stock
        3    | 5     | ja                | inferred | so gelesen | stock
    """
    says(
        canvas(indicators.by_kind(table(rows, **SAME))),
        """
        **Beratene Personen**
        Rheine: (3) -> indicators 1
        ( ) circle #0072b2 @0.00 -> indicators 1
        · Bestand am Stichtag
        Rheine: (4) – behauptet, nicht bestätigt -> indicators 2
        ( ) circle #0072b2 @0.00 -> indicators 2
        · Bestand am Stichtag
        Rheine: 5 -> indicators 3
        o circle #0072b2 @0.00 -> indicators 3
        · Bestand am Stichtag
        · von uns erschlossen: so gelesen
        """,
    )


def test_nothing_known_is_an_empty_canvas() -> None:
    assert canvas(indicators.by_kind(table("fact\n1", **SAME).head(0))) == []
