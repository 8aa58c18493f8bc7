"""documents.sql: which documents are there, and how many facts rest on each?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST

BODIES = """
    loads | region   | body | source        | paragraph | anchor  | as_of
          | 05566    | a    | muster-2022   | 1         | Stellen |
          | 05566    | b    | muster-2022   | 1         | Stellen |
    2-    | 05566    | c    | muster-2022   | 2         | Stellen |
          | 05566076 | d    | vermerk-2023  |           |         | 2100
          | 05566076 | e    | web-undatiert |           |         |
    1     | 05566    | gone | vermerk-2023  |           |         |
"""
SOURCES = """
    source | region | kind
    a-town | 05566  | memo
    b-land | 05     | memo
"""
ALL = """
    source        | place               | facts | proven
    muster-2022   | Kreis Steinfurt     | 3     | 3
    b-land        | Nordrhein-Westfalen | 0     | 0
    web-undatiert | Münster             | 1     | 0
    a-town        | Kreis Steinfurt     | 0     | 0
    vermerk-2023  | Kreis Steinfurt     | 1     | 0
"""
COUNTED = ("place", "facts", "figures", "read_from_text", "proven")


def test_documents_read_in_full_come_first_then_by_place(spec: Spec) -> None:
    spec(bodies=BODIES, sources=SOURCES).gives(queries.documents, None, rows=ALL)


def test_counted_is_what_was_known_on_a_day(spec: Spec) -> None:
    spec(bodies=BODIES, sources=SOURCES).gives(
        queries.documents,
        FIRST,
        rows="""
            source        | facts | proven
            muster-2022   | 2     | 2
            b-land        | 0     | 0
            web-undatiert | 1     | 0
            a-town        | 0     | 0
            vermerk-2023  | 2     | 0
        """,
    )


def test_a_document_is_shown_as_declared(spec: Spec) -> None:
    told = spec(bodies=BODIES, sources=SOURCES)
    declared = [field.name for field in told.world.table("sources").fields]

    assert list(told.ask(queries.documents, None)) == [*declared, *COUNTED]
