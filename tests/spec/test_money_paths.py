"""money_paths.sql: who pays whom: amounts with a payer or a recipient, and the roles of a grant."""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER
from tests.spec.told import FIRST, view

PLACES = "05566 05566076"
FUNDING = """
    region   | item    | amount_min | amount_max | unit         | period | payer           | recipient | certainty | module | source       | paragraph | anchor | as_of
    05566    | both    | 5          | 6          | eur_per_year | 2023   | kreis-steinfurt | caritas   | about     | 2      | vermerk-2023 |           | beide  | 2022
    05566076 | payer   |            |            | percent      |        | kreis-steinfurt |           |           |        | vermerk-2023 |           | zahlt  | 2022
    05566    | gets    |            |            |              |        |                 | caritas   |           |        | vermerk-2023 |           | nimmt  | 2023
    05566    | neither |            |            |              |        |                 |           |           |        | vermerk-2023 |           | niemand | 2022
    05558    | far     |            |            |              |        | kreis-steinfurt | caritas   |           |        | vermerk-2023 |           | fern   | 2022
"""
CARRIERS = """
    loads | region | module | organisation | role             | counterpart     | source      | paragraph | anchor  | note
          | 05566  | 1      | caritas      | receives_grant   | kreis-steinfurt | muster-2022 | 1         | Stellen | gets
          | 05566  | 3      | caritas      | passes_on_grant  | stadt-rheine    | muster-2022 | 1         | Stellen | gives
          | 05566  |        | caritas      | commissions      | stadt-rheine    | muster-2022 | 1         | Stellen |
          | 05566  |        | caritas      | employs          | stadt-rheine    | muster-2022 | 1         | Stellen |
"""


def test_payer_and_recipient_with_their_names_and_kinds(spec: Spec) -> None:
    """Who receives a grant is paid by the other, who passes it on pays the other."""
    spec(funding=FUNDING, carriers=CARRIERS).gives(
        queries.money_paths,
        view(PLACES),
        rows="""
            place           | role            | payer_name      | payer_kind          | recipient_name | recipient_kind
            Kreis Steinfurt | receives_grant  | Kreis Steinfurt | district            | Caritasverband | welfare_association
            Kreis Steinfurt | passes_on_grant | Caritasverband  | welfare_association | Stadt Rheine   | municipality
            Kreis Steinfurt |                 | Kreis Steinfurt | district            | Caritasverband | welfare_association
            Kreis Steinfurt |                 |                 |                     | Caritasverband | welfare_association
            Rheine          |                 | Kreis Steinfurt | district            |                |
        """,
    )


def test_a_grant_is_told_by_its_role_an_amount_by_its_item(spec: Spec) -> None:
    spec(funding=FUNDING, carriers=CARRIERS).gives(
        queries.money_paths,
        view(PLACES),
        rows="""
            fact_table | item                       | module | amount_min | amount_max | unit         | period | certainty | note  | held_from_earliest
            carriers   | empfängt die Zuwendung        | 1      |            |            |              |        |           | gets  | 2022-11-03
            carriers   | leitet die Zuwendung weiter | 3      |            |            |              |        |           | gives | 2022-11-03
            funding    | both                       | 2      | 5          | 6          | eur_per_year | 2023   | about     |       | 2022-01-01
            funding    | gets                       |        |            |            | eur          |        | unknown   |       | 2023-01-01
            funding    | payer                      |        |            |            | percent      |        | unknown   |       | 2022-01-01
        """,
    )


def test_a_path_comes_with_its_source(spec: Spec) -> None:
    spec(funding=FUNDING, carriers=CARRIERS).gives(
        queries.money_paths,
        view("05566"),
        rows="""
            anchor  | paragraph | as_of | basis  | source       | source_title                  | source_date | is_read_from_text | proof
            Stellen | 1         |       | stated | muster-2022  | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven
            Stellen | 1         |       | stated | muster-2022  | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven
            beide   |           | 2022  | stated | vermerk-2023 | Vermerk zum Stand             | 2023        | False             | unproven
            nimmt   |           | 2023  | stated | vermerk-2023 | Vermerk zum Stand             | 2023        | False             | unproven
        """,
    )


def test_a_path_says_since_and_until_when(spec: Spec) -> None:
    days = "2021/2022-06"
    spec(
        funding=f"item | payer | as_of\n x | caritas | {days}",
        carriers=f"role | as_of\n receives_grant | {days}",
    ).gives(
        queries.money_paths,
        view("05566"),
        rows="""
            fact_table | held_from_earliest | held_from_latest | held_until_earliest | held_until_latest
            carriers   | 2021-01-01         | 2021-12-31       | 2022-06-01          | 2022-06-30
            funding    | 2021-01-01         | 2021-12-31       | 2022-06-01          | 2022-06-30
        """,
    )


def test_on_a_day_and_as_known_on_a_day(spec: Spec) -> None:
    told = spec(
        funding="""
            loads | item | payer   | as_of
                  | now  | caritas | 2021
            2-    | new  | caritas | 2020
                  | next | caritas | 2030
        """,
        carriers="""
            loads | organisation | role           | area | as_of
                  | caritas      | receives_grant | now  | 2021
            2-    | stadt-rheine | receives_grant | new  | 2020
                  | caritas      | receives_grant | next | 2030
        """,
    )
    told.gives(
        queries.money_paths,
        view("05566", "2022-01-01", FIRST),
        rows="recipient | item | as_of\n caritas | empfängt die Zuwendung | 2021\n | now | 2021",
    )
    told.gives(
        queries.money_paths,
        view("05566", "2022-01-01"),
        rows="""
            recipient    | item                | as_of
            stadt-rheine | empfängt die Zuwendung | 2020
            caritas      | empfängt die Zuwendung | 2021
                         | new                 | 2020
                         | now                 | 2021
        """,
    )
    told.gives(
        queries.money_paths,
        view("05566", known_on=FIRST),
        rows="as_of\n 2021\n 2030\n 2021\n 2030",
    )


def test_order_is_place_grants_received_passed_on_amounts_then_as_everywhere(spec: Spec) -> None:
    told = spec(
        sources=A_PAPER,
        funding="""
            note | item | payer   | region | as_of | source        | paragraph
            9    | x    | caritas | 05566  |       | web-undatiert | 1
            8    | x    | caritas | 05566  | 2022  | vermerk-2023  |
            7    | x    | caritas | 05566  | 2022  | vermerk-2023  | 2
            6    | x    | caritas | 05566  | 2022  | vermerk-2023  | 1
            5    | x    | caritas | 05566  | 2022  | a-paper       | 8
            4    | x    | caritas | 05566  | [2021,2023] | vermerk-2023 | 9
            1    | x    | caritas | 05558  | 2023  | vermerk-2023  | 9
        """,
        carriers="""
            note | role            | region | as_of | source
            3    | passes_on_grant | 05566  | 2023  | vermerk-2023
            2    | receives_grant  | 05566  | 2024  | vermerk-2023
        """,
    )
    told.gives(
        queries.money_paths,
        view("05566 05558"),
        rows="note\n 1\n 2\n 3\n 4\n 5\n 6\n 7\n 8\n 9",
    )


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    items = "\n".join(f"{each} | caritas" for each in "abcdefg")
    told = spec(funding=f"item | payer\n {items}", carriers="role\n employs")
    answer = told.ask(queries.money_paths, view("05566"))

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing
