"""chosen_paragraphs.sql: what stands in these paragraphs, and of which documents are they?"""

from kim import queries
from tests.spec.conftest import Spec


def test_source_and_number_belong_together(spec: Spec) -> None:
    spec(bodies="body\n x").gives(
        queries.chosen_paragraphs,
        [("muster-2022", 3), ("vermerk-2023", 1), ("muster-2022", 2)],
        rows="""
            source      | paragraph | text                                       | title
            muster-2022 | 2         | Zum 1. Mai sind davon 3,5 Stellen besetzt. | Niederschrift Sozialausschuss
            muster-2022 | 3         | Die Stadt Rheine stellt die Arbeitsplätze. | Niederschrift Sozialausschuss
        """,
    )
