"""Money: which amount in which column of its place, with unit, period and ends; who pays whom."""

import pytest

from kim.answers import money
from kim.tables import package
from tests.spec.listed import flows, statements
from tests.spec.reading import says, table
from ui.lists import funding

RHEINE, COESFELD, LAND = (
    ("05566076", "Rheine"),
    ("05558", "Kreis Coesfeld"),
    ("05", "Nordrhein-Westfalen"),
)
READ = (("05566076", "durchsucht: 1 Dokument"),)
SAME = {
    "place": "Rheine",
    "region": "05566076",
    "module": None,
    "item": "Personal",
    "amount_min": 100,
    "amount_max": 100,
    "unit": "eur_per_year",
    "period": None,
    "payer": None,
    "recipient": None,
    "payer_name": None,
    "payer_kind": None,
    "recipient_name": None,
    "recipient_kind": None,
    "certainty": "exact",
    "held_from": None,
    "basis": "stated",
    "note": None,
    "source_kind": "memo",
    "source_date": None,
    "paragraph": "4",
    "is_read_from_text": True,
    "fact_table": "funding",
}
HEADS = "Ort | Erhält | Zahlt | Weitere Beträge | Betrag nicht genannt"


def cells(rows: str, place: tuple[str, str] = RHEINE) -> list[str]:
    """What stands in the cells of one place that are not empty."""
    shown = statements(funding.by_direction(table(rows, **SAME), (place,), READ))
    return [line for line in shown[2:] if not line.endswith(": .")]


def test_what_comes_to_a_place_what_it_pays_and_what_is_not_known_stand_apart() -> None:
    rows = """
        fact | item      | payer_name | payer_kind   | recipient_name | recipient_kind | amount_min | amount_max | certainty
        1    | Zuwendung | Kreis      | district     | Stadt Rheine   | municipality   | 100        | 100        | exact
        2    | Anteil    | Rheine     | municipality |                |                | 100        | 100        | exact
        3    | Kosten    |            |              |                |                | 100        | 100        | exact
        4    | Gesamt    | Rheine     | municipality |                |                |            |            | unknown
    """
    says(
        statements(funding.by_direction(table(rows, **SAME), (RHEINE,), READ)),
        f"""
        {HEADS}
        ## Rheine (durchsucht: 1 Dokument)
        Geld für den Ort:
        100 Euro je Jahr · Zuwendung | zahlt: Kreis · erhält: Stadt Rheine | Vermerk, Absatz 4 -> funding 1
        Zahlt der Ort:
        100 Euro je Jahr · Anteil | zahlt: Rheine · erhält: nicht genannt | Vermerk, Absatz 4 -> funding 2
        Weitere Beträge:
        100 Euro je Jahr · Kosten | zahlt und erhält: nicht genannt | Vermerk, Absatz 4 -> funding 3
        Betrag nicht genannt:
        Gesamt | zahlt: Rheine · erhält: nicht genannt | Vermerk, Absatz 4 -> funding 4
        """,
    )


@pytest.mark.parametrize(
    ("region", "payer", "recipient", "column"),
    [
        ("05566076", "land", "municipality", "gets"),
        ("05566076", "district", "", "gets"),
        ("05566076", "", "municipality", "gets"),
        ("05566076", "municipality", "welfare_association", "pays"),
        ("05566076", "district", "welfare_association", "other"),
        ("05566076", "", "welfare_association", "other"),
        ("05558", "land", "district", "gets"),
        ("05558", "land", "", "gets"),
        ("05558", "district", "municipality", "pays"),
        ("05558", "land", "welfare_association", "other"),
        ("05515", "municipality", "", "pays"),
        ("05515", "land", "municipality", "gets"),
        ("05", "land", "", "pays"),
        ("05", "land", "district", "pays"),
        ("05", "", "district", "other"),
    ],
)
def test_whose_money_it_is_follows_from_who_is_named(
    region: str, payer: str, recipient: str, column: str
) -> None:
    row = SAME | {"region": region, "payer_kind": payer, "recipient_kind": recipient}
    assert funding.direction(row) == column
    assert funding.direction(row | {"payer_kind": payer or float("nan")}) == column


def test_the_land_stands_last_and_money_is_never_passed_down() -> None:
    rows = "fact | region | payer_kind | payer_name\n 1 | 05 | land | Land"

    says(
        statements(funding.by_direction(table(rows, **SAME), (LAND, COESFELD, RHEINE), READ)),
        f"""
        {HEADS}
        ## Kreis Coesfeld
        .
        ## Rheine (durchsucht: 1 Dokument)
        .
        ## Nordrhein-Westfalen
        Geld für das Land: .
        Zahlt das Land:
        100 Euro je Jahr · Personal | zahlt: Land · erhält: nicht genannt | Vermerk, Absatz 4 -> funding 1
        Weitere Beträge: .
        Betrag nicht genannt: .
        """,
    )


def test_what_the_page_names_comes_first_then_what_is_sure_what_is_for_a_post_and_the_newest() -> (
    None
):
    rows = """
        fact | item                 | unit         | amount_min | amount_max | is_read_from_text | held_from
        1    | Land                 | eur          | 1          | 1          | nein              | 2020
        2    | Land                 | eur          | 2          | 2          | nein              | 2021
        3    | Zuschuss             | eur_per_post | 3          | 3          | nein              | 2020
        4    | für eine halbe Stelle | eur_per_year | 4         | 4          | nein              | 2022
        5    | Anteil               | eur          | 5          | 5          | ja                | 2019
        6    | Anteil               | eur          | 6          | 6          | nein              | 2018
    """
    shown = funding.by_direction(table(rows, **SAME), (RHEINE,), READ, frozenset({6}))

    assert [each.fact.fact for each in shown.entries] == [6, 5, 4, 3, 2, 1]


def test_hedge_unit_and_proof_stand_with_the_amount() -> None:
    rows = """
        fact | amount_min | amount_max | certainty | unit              | is_read_from_text | basis    | item
        1    | 7000       | 10000      | about     | eur_per_post_year | nein              | stated   | ungeprüft
        2    |            | 400        | at_most   | eur_per_year      | ja                | claimed  | behauptet
        3    | 69         | 69         | at_least  | percent           | ja                | inferred | erschlossen
        4    | 0          | 0          | exact     | eur_per_year      | ja                | stated   | nichts
    """
    says(
        cells(rows),
        """
        Weitere Beträge:
        mindestens 69 Prozent · erschlossen | zahlt und erhält: nicht genannt · von uns erschlossen | Vermerk, Absatz 4 -> funding 3
        0 Euro je Jahr · nichts | zahlt und erhält: nicht genannt | Vermerk, Absatz 4 -> funding 4
        > (ca. 7.000 – 10.000 Euro je Stelle und Jahr · ungeprüft) | zahlt und erhält: nicht genannt | Vermerk, Absatz 4, ungeprüft -> funding 1
        > (bis zu 400 Euro je Jahr · behauptet) | zahlt und erhält: nicht genannt · behauptet, nicht bestätigt | Vermerk, Absatz 4 -> funding 2
        """,
    )
    assert set(money.WITHOUT_A_YEAR) < set(package().vocabularies["funding_unit"])


def test_an_amount_without_a_period_says_so_where_it_could_be_read_as_a_yearly_one() -> None:
    rows = """
        fact | unit         | period    | amount_min | amount_max | certainty | module | held_from | item
        1    | eur          |           | 10         | 10         | exact     | 2      |           | A
        2    | eur_per_post | 2021–2023 | 20         | 20         | exact     |        | 2022-11   | B
        3    | eur          |           |            |            | unknown   |        |           | C
    """
    says(
        cells(rows),
        """
        Weitere Beträge:
        20 Euro je Stelle · B | Zeitraum: 2021–2023 · zahlt und erhält: nicht genannt · Stand 2022 | Vermerk, Absatz 4 -> funding 2
        10 Euro · A | Zeitraum nicht genannt · zahlt und erhält: nicht genannt · Baustein 2 | Vermerk, Absatz 4 -> funding 1
        Betrag nicht genannt:
        C | zahlt und erhält: nicht genannt | Vermerk, Absatz 4 -> funding 3
        """,
    )


def test_the_same_amount_in_several_documents_is_one_entry_with_the_surest_of_them() -> None:
    rows = """
        fact | held_from | is_read_from_text | basis    | period
        3    | 2021      | nein              | stated   |
        8    | 2021      | ja                | inferred |
        4    | 2022      | ja                | stated   |
        5    | 2022      | ja                | stated   | 2022
    """
    says(
        cells(rows),
        """
        Weitere Beträge:
        100 Euro je Jahr · Personal | zahlt und erhält: nicht genannt · Stand 2021, 2022 · so in 3 Dokumenten | Vermerk, Absatz 4 -> funding 4
        100 Euro je Jahr · Personal | Zeitraum: 2022 · zahlt und erhält: nicht genannt · Stand 2022 | Vermerk, Absatz 4 -> funding 5
        """,
    )


def test_the_way_of_money_leads_from_payer_to_recipient_from_the_land_down() -> None:
    rows = """
        fact | fact_table | item              | payer_name | payer_kind | recipient_name | amount_min | amount_max | certainty | basis    | note    | unit         | held_from
        1    | funding    | Personal          |            |            | Stadt Rheine   | 100        | 100        | exact     | stated   |         | eur          |
        2    | carriers   | leitet sie weiter | Kreis      | district   | Stadt Rheine   |            |            |           | inferred | weil so |              | 2021
        3    | funding    | Zuschuss          | Land       | land       |                | 5          | 5          | about     | claimed  |         | eur_per_year |
        4    | funding    | Anteil            | Kreis      | district   | Caritas        |            |            | unknown   | stated   |         | eur          |
        5    | carriers   | empfängt sie      |            |            | Kreis          |            |            |           | stated   |         |              |
    """
    read = table(rows, **SAME)
    received = read["recipient_name"] == "Kreis"
    shown = funding.paths(read.assign(recipient_kind=received.map({True: "district", False: ""})))
    says(
        flows(shown),
        """
        ## Rheine
        Land -- [unsure: behauptet, nicht bestätigt] (ca. 5 Euro je Jahr · Zuschuss) | Vermerk, Absatz 4 -> funding 3 -- nicht genannt
        nicht genannt -- empfängt sie | Vermerk, Absatz 4 -> carriers 5 -- Kreis
        Kreis -- [unsure: von uns erschlossen] leitet sie weiter | Stand 2021 | Vermerk, Absatz 4 -> carriers 2 -- Stadt Rheine
        Kreis -- Anteil: Betrag nicht genannt | Vermerk, Absatz 4 -> funding 4 -- Caritas
        nicht genannt -- 100 Euro · Personal | Zeitraum nicht genannt | Vermerk, Absatz 4 -> funding 1 -- Stadt Rheine
        """,
    )
    assert shown.flows[0].steps[2].entry.aside == "weil so"


def test_the_ways_of_more_than_eight_places_are_folded() -> None:
    def of(places: int) -> list[str]:
        rows = "\n".join(f"{number} | 0551{number}" for number in range(places))
        return flows(funding.paths(table(f"fact | region\n{rows}", **SAME)))

    assert {line[:2] for line in of(8) if "--" not in line} == {"##"}
    assert {line[:2] for line in of(9) if "--" not in line} == {"> "}


def test_nothing_known() -> None:
    nothing = table("fact\n1", **SAME).head(0)

    assert funding.paths(nothing).flows == ()
    assert statements(funding.by_direction(nothing, (), READ)) == [HEADS]
