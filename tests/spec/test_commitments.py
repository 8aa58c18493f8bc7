"""commitments.sql: what was promised, and until when do the documents read about a place reach?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER
from tests.spec.test_facts import PROVENANCE
from tests.spec.told import FIRST, view

PLACES = "05566 05566076"
COMMITMENTS = """
    loads | region   | promise | due  | source        | paragraph | anchor  | as_of
          | 05566    | own     | 2025 | vermerk-2023  |           |         | 2023-05
          | 05566    | read    | 2024 | muster-2022   | 1         | Stellen |
          | 05566076 | town    |      | web-undatiert |           |         |
    2-    | 05566    | new     | 2026 | vermerk-2023  |           |         | 2021
    1     | 05566    | gone    | 2027 | vermerk-2023  |           |         | 2021
          | 05558    | far     | 2024 | vermerk-2023  |           |         | 2021
"""
IN_ORDER = """
    promise | region | due  | source        | paragraph
    7       | 05566  |      | a-paper       | 1
    6       | 05566  | 2025 | vermerk-2023  |
    5       | 05566  | 2025 | vermerk-2023  | 2
    4       | 05566  | 2025 | vermerk-2023  | 1
    3       | 05566  | 2025 | a-paper       | 8
    2       | 05566  | 2024 | vermerk-2023  | 9
    1       | 05558  | 2026 | vermerk-2023  | 9
"""
DATED = """
    source   | date
    old      | 2020
    new      | 2024-06
    yearless | --12
    later    | 2025
    far      | 2026
"""


def test_a_promise_comes_with_its_place_and_source(spec: Spec) -> None:
    spec(commitments=COMMITMENTS).gives(
        queries.commitments,
        view(PLACES),
        rows="""
            place           | promise | due  | source_title                  | source_date | is_read_from_text | proof
            Kreis Steinfurt | read    | 2024 | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven
            Kreis Steinfurt | own     | 2025 | Vermerk zum Stand             | 2023        | False             | unproven
            Kreis Steinfurt | new     | 2026 | Vermerk zum Stand             | 2023        | False             | unproven
            Rheine          | town    |      | Seite ohne Datum              |             | False             | unproven
        """,
    )


def test_on_a_day_and_as_known_on_a_day(spec: Spec) -> None:
    told = spec(commitments=COMMITMENTS)
    told.gives(queries.commitments, view(PLACES, "2022-11-03"), rows="promise\n read\n new\n town")
    told.gives(
        queries.commitments,
        view(PLACES, known_on=FIRST),
        rows="promise\n read\n own\n gone\n town",
    )


def test_read_until_is_the_newest_document_of_the_place(spec: Spec) -> None:
    """Its own day does not bound it, a document without a year does not count."""
    spec(
        sources=DATED,
        commitments="""
            region   | promise | source
            05566    | a       | old
            05566076 | b       | web-undatiert
            05558    | c       | yearless
        """,
        bodies="""
            loads | region | body | source
                  | 05566  | x    | old
                  | 05566  | y    | new
                  | 05566  | z    | yearless
            2-    | 05566  | late | later
                  | 05515  | far  | far
        """,
    ).gives(
        queries.commitments,
        view("05566 05566076 05558", held_on="2022-01-01", known_on=FIRST),
        rows="promise | read_until\n c |\n a | 2024-06\n b |",
    )


def test_the_newest_document_is_the_one_that_may_be_the_latest(spec: Spec) -> None:
    spec(
        sources="source | date\n year | 2024\n month | 2024-06",
        commitments="promise | source\n a | year",
        bodies="body | source\n x | month",
    ).gives(queries.commitments, view("05566"), rows="promise | read_until\n a | 2024")


def test_what_is_known_later_reaches_further(spec: Spec) -> None:
    told = spec(
        sources=DATED,
        commitments="region | promise | source\n 05566 | a | old\n 05558 | c | yearless",
        bodies="loads | region | source\n | 05566 | new\n 2- | 05566 | later",
    )
    told.gives(
        queries.commitments,
        view("05566 05558"),
        rows="promise | read_until\n c |\n a | 2025",
    )
    told.gives(
        queries.commitments,
        view("05566", known_on=FIRST),
        rows="promise | read_until\n a | 2024-06",
    )


def test_statistics_are_no_document_that_was_read(spec: Spec) -> None:
    spec(
        sources=DATED,
        commitments="promise | source\n a | old",
        indicators="source\n far",
    ).gives(queries.commitments, view("05566"), rows="promise | read_until\n a | 2020")


def test_the_provenance_is_not_shown(spec: Spec) -> None:
    answer = spec(commitments=COMMITMENTS).ask(queries.commitments, view(PLACES))

    assert PROVENANCE.isdisjoint(answer.columns)


def test_order_is_place_due_source_paragraph(spec: Spec) -> None:
    told = spec(commitments=IN_ORDER, sources=A_PAPER)
    told.gives(queries.commitments, view("05566 05558"), rows="promise\n 1\n 2\n 3\n 4\n 5\n 6\n 7")


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    told = spec(commitments="promise\n a\n b\n c\n d\n e\n f\n g")
    answer = told.ask(queries.commitments, view("05566"))

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing
