"""evidence.sql: every statement ever made of one fact, with its source and its paragraph."""

from datetime import timedelta
from pathlib import Path

import pandas as pd

from kim import proof, queries
from kim.facts import records
from tests.conftest import FIRST_LOAD, QUICK, tiny_world
from tests.etl.submitting import load
from tests.rows import POSITION, REGIONS
from tests.rows import SOURCES as KNOWN
from tests.spec.conftest import Spec
from tests.spec.told import Told, view
from tests.spec.write.loaded import Loaded

OTHER = POSITION | {"status": "planned", "anchor": "im Case Management"}

# All of them are one fact in turn: told, told otherwise, taken back.
BODIES = """
    loads | body  | task | source       | paragraph | anchor
    1     | board | old  | muster-2022  | 1         | Stellen
    2     | board | new  | muster-2022  | 1         | Case Management
          | other | none | vermerk-2023 | 1         | Wort
"""
SOURCES = """
    source       | body  | kind | reference | date | date_basis | title | url
    vermerk-2023 | Runde | memo | V 1/23    | 2023 | inferred   | Titel | https://example.org/v
"""
FIRST_PARAGRAPH = "Der Kreis Steinfurt richtet 1,9 Stellen im Case Management ein."


def of(told: Told, body: str, known: int) -> pd.DataFrame:
    """What is known of a body that was told by this load."""
    [fact] = (
        told.world.store.current()
        .cursor()
        .execute(
            "SELECT DISTINCT fact FROM bodies WHERE body = $body AND load = $load",
            {"body": body, "load": known},
        )
        .fetchall()
    )
    return told.ask(queries.evidence, "bodies", fact[0])


def test_every_statement_of_a_fact_the_newest_first(spec: Spec) -> None:
    """The third load says nothing of the body: its last statement takes it back."""
    told = spec(bodies=BODIES + "    3-    | extra | none | vermerk-2023 | 1         | Wort\n")
    answer = of(told, "board", 1)

    assert list(zip(answer["task"], answer["load"], answer["retracted"], strict=True)) == [
        ("new", 3, True),
        ("new", 2, False),
        ("old", 1, False),
    ]


def test_a_statement_comes_with_its_document_and_paragraph(spec: Spec) -> None:
    told = spec(bodies=BODIES, sources=SOURCES)
    told.gives(
        lambda: of(told, "board", 2).head(1),
        rows="""
            place           | source_title                  | source_body     | source_kind | source_date | is_read_from_text
            Kreis Steinfurt | Niederschrift Sozialausschuss | Sozialausschuss | minutes     | 2022-11-03  | True
        """,
    )
    assert list(of(told, "board", 2)["paragraph_text"]) == [FIRST_PARAGRAPH] * 2


def test_a_document_without_its_text_proves_nothing(spec: Spec) -> None:
    told = spec(bodies=BODIES, sources=SOURCES)
    told.gives(
        lambda: of(told, "other", 1),
        rows="""
            source_title | source_body | source_kind | source_reference | source_date | source_date_basis | source_url            | is_read_from_text | paragraph_text
            Titel        | Runde       | memo        | V 1/23           | 2023        | inferred          | https://example.org/v | False             |
        """,
    )


def test_a_fact_that_nobody_told_has_no_evidence(spec: Spec) -> None:
    assert spec(bodies=BODIES, sources=SOURCES).ask(queries.evidence, "bodies", 1).empty


def test_the_table_asked_for_is_the_one_that_answers(spec: Spec) -> None:
    told = spec(bodies=BODIES, open_questions="question\n q")
    fact = int(told.ask(queries.facts, "bodies", view("05566"))["fact"].iloc[0])

    assert not told.ask(queries.evidence, "bodies", fact).empty
    assert told.ask(queries.evidence, "open_questions", fact).empty


def test_an_upload_that_repeats_what_is_known_is_no_further_evidence(tmp_path: Path) -> None:
    world = tiny_world(tmp_path)
    world.keep(*QUICK)
    world.build()
    load(world, "positions", POSITION | {"quantity": 2.1, "anchor": "im Case Management"})
    load(world, "positions", POSITION | {"quantity": 2.1, "anchor": "im Case Management"}, OTHER)
    told = Told(world)
    fact = told.ask(queries.facts, "positions", view("05566", "2022-12-31"))["fact"]

    answers = [told.ask(queries.evidence, "positions", int(each)) for each in fact]
    assert sorted(list(each["load"]) for each in answers) == [[2, 1], [3]]


def test_a_fact_outlives_its_source_and_its_place(tmp_path: Path) -> None:
    """Its old address still answers; the source that has left is named by its key."""
    world = tiny_world(tmp_path)
    world.keep("regions", "organisations", "sources", "positions")
    region = REGIONS[0] | {"ags": "05570", "name": "Kreis Warendorf"}
    source = KNOWN[1] | {"source": "gone-2023", "region": "05570"}
    position = POSITION | {"region": "05570", "source": "gone-2023", "paragraph": None}
    world.write("regions", *REGIONS, region)
    world.write("sources", *KNOWN, source)
    world.write("positions", position)
    assert world.build().findings == []
    told = Told(world)
    fact = int(told.ask(queries.facts, "positions", view("05570"))["fact"].iloc[0])
    for name, rows in (("positions", ()), ("sources", KNOWN), ("regions", REGIONS)):
        world.write(name, *rows)
    assert world.build(FIRST_LOAD + timedelta(days=1)).findings == []

    told = Told(world)
    told.gives(
        lambda: told.ask(queries.evidence, "positions", fact),
        rows="""
            place | source    | source_title | retracted | is_read_from_text
            05570 | gone-2023 |              | True      | False
            05570 | gone-2023 |              | False     | False
        """,
    )
    record = records(told.ask(queries.evidence, "positions", fact))[0]
    said = "„gone-2023“; steht nicht mehr in der Sammlung"
    assert proof.document(record) == [("Titel", said, "")]


def test_what_was_brought_back_is_newer_than_its_withdrawal(tmp_path: Path) -> None:
    loaded = Loaded(tmp_path, "bodies")
    loaded.told("upload board new", "withdraw 2", "restore 2")
    answer = of(Told(loaded.world), "board", 2)

    assert list(answer["load"]) == [2, 3, 2]
