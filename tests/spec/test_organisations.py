"""organisations.sql: what are the organisations called?"""

from kim import queries
from tests.spec.conftest import Spec


def test_names_of_today_in_the_order_of_their_keys(spec: Spec) -> None:
    told = spec(
        bodies="body\n x",
        organisations="""
            loads | organisation | name
            1     | awo          | Früher
            2-    | awo          | Heute
            1     | gone         | Weg
        """,
    )
    assert list(told.ask(queries.organisations).items()) == [
        ("awo", "Heute"),
        ("caritas", "Caritasverband"),
        ("kreis-steinfurt", "Kreis Steinfurt"),
        ("stadt-rheine", "Stadt Rheine"),
    ]


def test_kinds_of_today_in_the_order_of_their_keys(spec: Spec) -> None:
    told = spec(
        bodies="body\n x",
        organisations="organisation | kind | name\n awo | welfare_association | AWO\n ki | land | KI",
    )
    assert list(told.ask(queries.organisation_kinds).items()) == [
        ("awo", "welfare_association"),
        ("caritas", "welfare_association"),
        ("ki", "land"),
        ("kreis-steinfurt", "district"),
        ("stadt-rheine", "municipality"),
    ]
