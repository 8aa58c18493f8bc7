"""amounts: the rows of funding with names and kinds of payer and recipient."""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, view

ORGANISATIONS = """
    organisation | name     | kind
    kreis        | Der Kreis | district
"""
FUNDING = """
    loads | region   | item | payer | recipient | amount_min | unit | as_of
          | 05566    | a    | kreis | caritas   | 5          | eur  |
          | 05566    | b    |       | kreis     |            | eur  | 2024
    2-    | 05566    | c    |       |           | 1          | eur  |
          | 05566076 | d    |       |           | 1          | eur  |
"""


def test_an_amount_comes_with_names_and_kinds_of_both_ends(spec: Spec) -> None:
    told = spec(organisations=ORGANISATIONS, funding=FUNDING)

    told.gives(
        queries.amounts,
        view("05566"),
        rows="""
            item | payer_name | payer_kind | recipient_name | recipient_kind
            a    | Der Kreis  | district   | Caritasverband | welfare_association
            c    |            |            |                |
            b    |            |            | Der Kreis      | district
        """,
    )


def test_on_a_day_and_as_known_on_a_day(spec: Spec) -> None:
    told = spec(organisations=ORGANISATIONS, funding=FUNDING)

    told.gives(queries.amounts, view("05566", known_on=FIRST), rows="item\n a\n b")
    told.gives(queries.amounts, view("05566", "2020-01-01"), rows="item")
