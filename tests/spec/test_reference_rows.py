"""reference_rows.sql: what does a reference table hold now?"""

from kim import queries
from kim.tables import package
from tests.spec.conftest import Spec

SOURCES = """
    loads | source   | title
    1     | a-paper  | Zuerst
    2-    | a-paper  | Jetzt
    1     | aaa-gone | Weg
"""


def test_titles_of_today(spec: Spec) -> None:
    assert spec(bodies="body\n x", sources=SOURCES).ask(queries.source_titles) == {
        "a-paper": "Jetzt",
        "muster-2022": "Niederschrift Sozialausschuss",
        "vermerk-2023": "Vermerk zum Stand",
        "web-undatiert": "Seite ohne Datum",
    }


def test_the_first_row_is_the_example(spec: Spec) -> None:
    told = spec(bodies="body\n x", sources=SOURCES)
    told.gives(
        queries.example,
        told.world.table("sources"),
        rows="source | region | kind | title | date\n a-paper | 05566 | minutes | Jetzt |",
    )


def test_a_reference_table_is_given_in_its_declared_columns(spec: Spec) -> None:
    told = spec(bodies="body\n a")
    table = package().tables["organisations"]
    rows = told.ask(queries.reference_rows, table)

    assert list(rows.columns) == [field.name for field in table.fields]
    assert sorted(rows["organisation"]) == ["caritas", "kreis-steinfurt", "stadt-rheine"]
