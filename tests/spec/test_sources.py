"""sources.sql: which documents are these?"""

from kim import queries
from tests.spec.conftest import Spec


def test_only_the_documents_asked_for(spec: Spec) -> None:
    spec(bodies="body\n x").gives(
        queries.sources,
        ("web-undatiert", "muster-2022", "unknown"),
        rows="""
            source        | region | date       | title
            muster-2022   | 05566  | 2022-11-03 | Niederschrift Sozialausschuss
            web-undatiert | 05515  |            | Seite ohne Datum
        """,
    )
