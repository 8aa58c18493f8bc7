"""Money: amounts on the axis of their unit, arrows from payer to recipient, amounts not named."""

from tests.spec.reading import axes, canvas, hovers, legend, on_panels, says, table
from ui.figures import funding as figures

SAME = {
    "place": "Rheine",
    "region": "05566076",
    "module": None,
    "item": "Eigenanteil",
    "amount_min": None,
    "amount_max": None,
    "unit": "eur",
    "period": None,
    "payer": None,
    "recipient": None,
    "certainty": "exact",
    "as_of": None,
    "basis": "stated",
    "note": None,
    "source_title": "Vermerk",
    "is_read_from_text": True,
}
UNITS = """
    fact | unit              | amount_min | amount_max | item        | region   | place
    1    | percent           | 20         | 20         | Anteil      | 05566076 | Rheine
    2    | eur               | 2500000    | 2500000    | Programm    | 05       | Nordrhein-Westfalen
    3    | eur               | 55000      | 60000      | Kosten      | 05566076 | Rheine
    4    | eur_per_year      | 7000       |            | Miete       | 05566076 | Rheine
    5    | eur_per_post      | 900        | 900        | Pauschale   | 05558    | Kreis Coesfeld
    6    | eur_per_post_year | 50000      | 50000      | Personal    | 05566076 | Rheine
    7    | eur_per_post_year | 40000      | 40000      | Personal    | 05558    | Kreis Coesfeld
"""
AMOUNTS = """
    fact | amount_min | amount_max | certainty | is_read_from_text | basis    | item
    1    | 100        | 100        | exact     | ja                | stated   | genau
    2    | 200        | 300        | about     | nein              | stated   | ungeprüft
    3    | 400        | 400        | at_most   | ja                | claimed  | behauptet
    4    | 500        | 500        | at_least  | ja                | inferred | erschlossen
    5    |            |            | unknown   | ja                | stated   | unbekannt
    6    | 0          | 0          | exact     | ja                | stated   | nichts
    7    |            | 700        | at_most   | ja                | stated   | oben
"""


def test_every_unit_has_its_own_axis_places_first_and_the_land_apart() -> None:
    figure = figures.amounts(table(UNITS, **SAME))

    says(
        canvas(figure),
        """
        **Euro je Stelle und Jahr: Kreise, Städte,** **Gemeinden**
        · Kreis Coesfeld
        40.000 Euro je Stelle und Jahr · Personal -> funding 7
        · Rheine
        50.000 Euro je Stelle und Jahr · Personal -> funding 6
        **Euro je Stelle: Kreise, Städte,** **Gemeinden**
        · Kreis Coesfeld
        900 Euro je Stelle · Pauschale -> funding 5
        · Zeitraum nicht genannt
        **Euro je Jahr: Kreise, Städte, Gemeinden**
        · Rheine
        7.000 Euro je Jahr · Miete -> funding 4
        **Euro: Kreise, Städte, Gemeinden**
        · Rheine
        55.000 – 60.000 Euro · Kosten -> funding 3
        · Zeitraum nicht genannt
        **Euro: Land**
        2.500.000 Euro · Programm -> funding 2
        · Zeitraum nicht genannt
        **Prozent: Kreise, Städte, Gemeinden**
        · Rheine
        20 Prozent · Anteil -> funding 1
        """,
    )
    says(
        axes(figure),
        """
        Euro je Stelle und Jahr -600 to 62400: 0 20.000 40.000 60.000
        Euro je Stelle -10 to 1040: 0 250 500 750 1.000
        Euro je Jahr -80 to 8320: 0 2.000 4.000 6.000 8.000
        Euro -600 to 62400: 0 20.000 40.000 60.000
        Euro -30000 to 3.12e+06: 0 1 Mio. 2 Mio. 3 Mio.
        Prozent -1 to 104: 0 25 50 75 100
        """,
    )
    says(
        on_panels(figure),
        """
        x2 0 line #0072b2
        x2 40000 line #0072b2
        x2 0 line #0072b2
        x2 50000 line #0072b2
        x3 0 line #0072b2
        x3 900 line #0072b2
        x4 0 line #0072b2
        x4 7000 line #0072b2
        x5 55000 line #0072b2
        x5 60000 line #0072b2
        x6 0 line #0072b2
        x6 2.5e+06 line #0072b2
        x7 0 line #0072b2
        x7 20 line #0072b2
        x2 40000 o circle #0072b2 -> funding 7
        x2 50000 o circle #0072b2 -> funding 6
        x3 900 o circle #0072b2 -> funding 5
        x4 7000 o circle #0072b2 -> funding 4
        x5 55000 o circle #0072b2 -> funding 3
        x5 60000 o circle #0072b2 -> funding 3
        x6 2.5e+06 o circle #0072b2 -> funding 2
        x7 20 o circle #0072b2 -> funding 1
        """,
    )


def test_amounts_by_certainty_and_proof() -> None:
    figure = figures.amounts(table(AMOUNTS, **SAME))

    says(
        canvas(figure),
        """
        **Euro: Kreise, Städte, Gemeinden**
        · Rheine
        100 Euro · genau -> funding 1
        · Zeitraum nicht genannt
        (ca. 200 – 300 Euro · ungeprüft) -> funding 2
        · Zeitraum nicht genannt
        (bis zu 400 Euro · behauptet) – behauptet, nicht bestätigt -> funding 3
        · Zeitraum nicht genannt
        mindestens 500 Euro · erschlossen -> funding 4
        · Zeitraum nicht genannt
        · von uns erschlossen
        Betrag nicht genannt · unbekannt -> funding 5
        · Zeitraum nicht genannt
        0 Euro · nichts -> funding 6
        · Zeitraum nicht genannt
        bis zu 700 Euro · oben -> funding 7
        · Zeitraum nicht genannt
        """,
    )
    says(
        on_panels(figure),
        """
        x2 0 line #0072b2
        x2 100 line #0072b2
        x2 200 line #00664b
        x2 300 line #00664b
        x2 0 line #9a3b78
        x2 400 line #9a3b78
        x2 0 line #9a5b00
        x2 500 line #9a5b00
        x2 0 line #0072b2
        x2 0 line #0072b2
        x2 0 line #9a3b78
        x2 700 line #9a3b78
        x2 100 o circle #0072b2 -> funding 1
        x2 200 ( ) diamond #00664b -> funding 2
        x2 300 ( ) diamond #00664b -> funding 2
        x2 400 ( ) triangle-left #9a3b78 -> funding 3
        x2 500 o triangle-right #9a5b00 -> funding 4
        x2 0 o x-thin #5f6b76 -> funding 5
        x2 0 o circle #0072b2 -> funding 6
        x2 700 o triangle-left #9a3b78 -> funding 7
        """,
    )
    says(
        legend(figure),
        """
        circle #0072b2 genau
        diamond #00664b ungefähr
        triangle-left #9a3b78 höchstens
        triangle-right #9a5b00 mindestens
        x-thin #5f6b76 unbekannt
        """,
    )
    says(
        axes(figure),
        """
        Euro -8 to 832: 0 200 400 600 800
        """,
    )


def test_lines_reach_from_zero_or_from_the_lower_end_and_are_thin_when_unsure() -> None:
    figure = figures.amounts(table(AMOUNTS, **SAME))
    lines = [
        f"{trace.x[0]:g} to {trace.x[1]:g} {trace.line.color} {trace.line.width}"
        for trace in figure.select_traces({"mode": "lines"})
    ]

    says(
        lines,
        """
        0 to 100 #0072b2 8
        200 to 300 #00664b 2
        0 to 400 #9a3b78 2
        0 to 500 #9a5b00 8
        0 to 0 #0072b2 8
        0 to 700 #9a3b78 8
        """,
    )


def test_details_name_period_day_and_how_many_documents_say_the_same() -> None:
    rows = """
        fact | amount_min | amount_max | unit         | period    | as_of   | is_read_from_text | basis
        1    | 10         | 10         | eur          |           |         | ja                | stated
        2    | 20         | 20         | eur          | 2021–2023 | 2022-11 | ja                | stated
        3    | 30         | 30         | eur_per_year |           | 2021    | nein              | stated
        8    | 30         | 30         | eur_per_year |           | 2021    | ja                | inferred
        4    | 30         | 30         | eur_per_year |           | 2022    | ja                | stated
        5    | 30         | 30         | eur_per_year |           | 2022    | ja                | stated
        6    | 40         | 40         | eur_per_post |           |         | ja                | stated
        7    | 50         | 50         | percent      |           |         | ja                | stated
    """
    says(
        canvas(figures.amounts(table(rows, **SAME))),
        """
        **Euro je Stelle: Kreise, Städte,** **Gemeinden**
        · Rheine
        40 Euro je Stelle · Eigenanteil -> funding 6
        · Zeitraum nicht genannt
        **Euro je Jahr: Kreise, Städte, Gemeinden**
        · Rheine
        30 Euro je Jahr · Eigenanteil -> funding 4
        · Stand 2021, 2022 · so in 4 Dokumenten
        **Euro: Kreise, Städte, Gemeinden**
        · Rheine
        10 Euro · Eigenanteil -> funding 1
        · Zeitraum nicht genannt
        20 Euro · Eigenanteil -> funding 2
        · Zeitraum: 2021–2023 · Stand November 2022
        **Prozent: Kreise, Städte, Gemeinden**
        · Rheine
        50 Prozent · Eigenanteil -> funding 7
        """,
    )


def test_hovering_names_place_amount_module_inference_note_and_source() -> None:
    rows = """
        fact | amount_min | amount_max | module | basis    | note     | as_of
        1    | 10         | 10         | 2      | inferred | gerechnet | 2022
        2    | 20         | 20         |        | stated   |          |
    """
    says(
        hovers(figures.amounts(table(rows, **SAME))),
        """
        funding 1: Rheine 10 Euro · Eigenanteil Zeitraum nicht genannt · Stand 2022 Baustein 2: Case Management von uns erschlossen Anmerkung: gerechnet ab 2022, Tag nicht genannt Quelle: Vermerk Anklicken zeigt den Beleg
        funding 2: Rheine 20 Euro · Eigenanteil Zeitraum nicht genannt Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


def test_axis_ends_with_the_round_step_above_the_largest_amount() -> None:
    for largest, ends in [
        (1, "0 0,25 0,5 0,75 1"),
        (7, "0 2 4 6 8"),
        (10, "0 2,5 5 7,5 10"),
        (95, "0 25 50 75 100"),
        (300, "0 100 200 300"),
        (1_200_000, "0 500.000 1 Mio. 1,5 Mio."),
        (17_932_651, "0 5 Mio. 10 Mio. 15 Mio. 20 Mio."),
    ]:
        rows = f"fact | amount_min | amount_max\n1 | {largest} | {largest}"
        (axis,) = axes(figures.amounts(table(rows, **SAME)))
        assert axis.partition(": ")[2] == ends


def test_percentages_have_an_axis_to_a_hundred() -> None:
    rows = "fact | amount_min | amount_max | unit\n1 | 20 | 20 | percent"

    says(
        axes(figures.amounts(table(rows, **SAME))),
        """
        Prozent -1 to 104: 0 25 50 75 100
        """,
    )


def test_amounts_that_are_not_named_are_listed_with_their_note() -> None:
    rows = """
        fact | item       | place  | region   | certainty | note      | is_read_from_text | period
        1    | Sachkosten | Rheine | 05566076 | unknown   |           | ja                | 2021
        2    | Miete      | Hilden | 05158016 | unknown   | bis heute | nein              |
    """
    figure = figures.missing(table(rows, **SAME))

    says(
        canvas(figure),
        """
        **Hilden**
        (Miete: Betrag nicht genannt) -> funding 2
        ( ) x-thin #5f6b76 @0.00 -> funding 2
        · Zeitraum nicht genannt
        · bis heute
        **Rheine**
        Sachkosten: Betrag nicht genannt -> funding 1
        o x-thin #5f6b76 @0.00 -> funding 1
        · Zeitraum: 2021
        """,
    )
    says(
        legend(figure),
        """
        x-thin #5f6b76 unbekannt
        """,
    )
    says(
        hovers(figure),
        """
        funding 1: Rheine Betrag nicht genannt · Sachkosten Zeitraum: 2021 Quelle: Vermerk Anklicken zeigt den Beleg
        funding 2: Hilden (Betrag nicht genannt · Miete) Zeitraum nicht genannt Anmerkung: bis heute Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


PATH = SAME | {
    "fact_table": "funding",
    "payer_name": None,
    "payer_kind": None,
    "recipient_name": None,
    "recipient_kind": None,
    "amount_min": 10,
    "amount_max": 10,
}
PATHS = """
    fact | fact_table | item                       | payer | payer_name      | payer_kind   | recipient | recipient_name  | recipient_kind | is_read_from_text | basis    | note
    1    | funding    | Zuwendung                  | land  | Land NRW        | land         | kreis     | Kreis Steinfurt | district       | ja                | stated   |
    2    | carriers   | leitet die Zuwendung weiter | kreis | Kreis Steinfurt | district     | stadt     | Stadt Rheine    | municipality   | nein              | stated   |
    3    | funding    | Eigenanteil                | kreis | Kreis Steinfurt | district     |           |                 |                | ja                | claimed  |
    4    | carriers   | empfängt die Zuwendung     |       |                 |              | kreis     | Kreis Steinfurt | district       | ja                | inferred | weil so
    5    | funding    | Zuwendung                  | land  | Land NRW        | land         |           |                 |                | ja                | stated   |
    6    | funding    | Rückzahlung                | stadt | Stadt Rheine    | municipality | kreis     | Kreis Steinfurt | district       | ja                | stated   |
"""


def arrows(figure: object) -> list[str]:
    """Each arrow: from, to, unknown ends, look, colour, fact."""
    return [
        f"{trace.x[0]:.2f} {trace.text[0]} {trace.marker.symbol[1]} {trace.text[1]} {trace.x[1]:.2f} "
        f"{trace.line.color} {trace.line.dash} {trace.marker.color[0]} {trace.customdata[0][-1]}"
        for trace in figure.select_traces({"mode": "lines+markers+text"})  # type: ignore[attr-defined]
    ]


def test_an_arrow_leads_from_who_pays_to_who_receives() -> None:
    figure = figures.paths(table(PATHS, **PATH))

    says(
        canvas(figure),
        """
        **Rheine**
        · Land @0.17
        · Kreis @0.50
        · Stadt oder Gemeinde @0.83
        10 Euro · Zuwendung -> funding 1
        · Zeitraum nicht genannt
        o circle #0072b2 @0.17 -> funding 1
        o arrow-right #0072b2 @0.50 -> funding 1
        Land NRW @0.17
        Kreis Steinfurt @0.50
        (leitet die Zuwendung weiter) -> carriers 2
        ( ) circle #0072b2 @0.50 -> carriers 2
        ( ) arrow-right #0072b2 @0.83 -> carriers 2
        Kreis Steinfurt @0.50
        Stadt Rheine @0.83
        (10 Euro · Eigenanteil) – behauptet, nicht bestätigt -> funding 3
        · Zeitraum nicht genannt
        ( ) circle #9a5b00 @0.50 -> funding 3
        ( ) arrow-right #9a5b00 ? @0.63 -> funding 3
        Kreis Steinfurt @0.50
         @0.63
        empfängt die Zuwendung -> carriers 4
        · von uns erschlossen: weil so
        o circle #0072b2 ? @0.37 -> carriers 4
        o arrow-right #0072b2 @0.50 -> carriers 4
         @0.37
        Kreis Steinfurt @0.50
        10 Euro · Zuwendung -> funding 5
        · Zeitraum nicht genannt
        o circle #0072b2 @0.17 -> funding 5
        o arrow-right #0072b2 ? @0.29 -> funding 5
        Land NRW @0.17
         @0.29
        10 Euro · Rückzahlung -> funding 6
        · Zeitraum nicht genannt
        o circle #0072b2 @0.83 -> funding 6
        o arrow-left #0072b2 @0.50 -> funding 6
        Stadt Rheine @0.83
        Kreis Steinfurt @0.50
        """,
    )
    says(
        arrows(figure),
        """
        0.17  arrow-right  0.50 #0072b2 solid #0072b2 1
        0.50  arrow-right  0.83 #0072b2 dot white 2
        0.50  arrow-right ? 0.63 #9a5b00 dot white 3
        0.37 ? arrow-right  0.50 #0072b2 solid #0072b2 4
        0.17  arrow-right ? 0.29 #0072b2 solid #0072b2 5
        0.83  arrow-left  0.50 #0072b2 solid #0072b2 6
        """,
    )


def test_an_own_share_has_another_colour_than_a_payment() -> None:
    says(
        legend(figures.paths(table(PATHS, **PATH))),
        """
        arrow-right #0072b2 zahlt oder leitet weiter
        arrow-right #9a5b00 trägt einen Anteil
        """,
    )


def test_hovering_over_an_arrow_names_place_amount_and_source() -> None:
    says(
        hovers(figures.paths(table(PATHS, **PATH))),
        """
        carriers 2: Rheine (leitet die Zuwendung weiter) Quelle: Vermerk Anklicken zeigt den Beleg
        carriers 4: Rheine empfängt die Zuwendung von uns erschlossen Anmerkung: weil so Quelle: Vermerk Anklicken zeigt den Beleg
        funding 1: Rheine 10 Euro · Zuwendung Quelle: Vermerk Anklicken zeigt den Beleg
        funding 3: Rheine (10 Euro · Eigenanteil) – behauptet, nicht bestätigt Quelle: Vermerk Anklicken zeigt den Beleg
        funding 5: Rheine 10 Euro · Zuwendung Quelle: Vermerk Anklicken zeigt den Beleg
        funding 6: Rheine 10 Euro · Rückzahlung Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


def test_further_kinds_of_bodies_get_a_column_of_their_own() -> None:
    rows = """
        fact | payer | payer_name | payer_kind | recipient | recipient_name   | recipient_kind
        1    | kreis | Kreis      | district   | awo       | AWO              | welfare_association
        2    | land  | Land NRW   | land       | br        | Bezirksregierung | other
    """
    figure = figures.paths(table(rows, **PATH))

    says(
        canvas(figure),
        """
        **Rheine**
        · Land @0.10
        · Kreis @0.30
        · Stadt oder Gemeinde @0.50
        · freier Träger @0.70
        · andere Stelle @0.90
        10 Euro · Eigenanteil -> funding 1
        · Zeitraum nicht genannt
        o circle #0072b2 @0.30 -> funding 1
        o arrow-right #0072b2 @0.70 -> funding 1
        Kreis @0.30
        AWO @0.70
        10 Euro · Eigenanteil -> funding 2
        · Zeitraum nicht genannt
        o circle #0072b2 @0.10 -> funding 2
        o arrow-right #0072b2 @0.90 -> funding 2
        Land NRW @0.10
        Bezirksregierung @0.90
        """,
    )
    says(
        arrows(figure),
        """
        0.30  arrow-right  0.70 #0072b2 solid #0072b2 1
        0.10  arrow-right  0.90 #0072b2 solid #0072b2 2
        """,
    )


def test_a_kind_that_only_pays_gets_its_column_too() -> None:
    rows = """
        fact | payer | payer_name       | payer_kind | recipient | recipient_name | recipient_kind
        1    | br    | Bezirksregierung | other      | kreis     | Kreis          | district
    """
    says(
        arrows(figures.paths(table(rows, **PATH))),
        """
        0.88 arrow-left 0.38 #0072b2 solid #0072b2 1
        """,
    )


def test_nothing_known_draws_no_line() -> None:
    assert canvas(figures.amounts(table("fact\n1", **SAME).head(0))) == []
    assert canvas(figures.missing(table("fact\n1", **SAME).head(0))) == []
    assert canvas(figures.paths(table("fact\n1", **PATH).head(0))) == []


def test_nothing_but_unknown_amounts_needs_no_axis() -> None:
    rows = "fact | amount_min | amount_max | certainty\n1 |  |  | unknown"

    assert axes(figures.amounts(table(rows, **SAME))) == []
