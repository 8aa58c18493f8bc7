"""Fetched texts beside the facts: builds and uploads take them up, older facts are not faulted for them."""

from pathlib import Path

import pytest

from etl.fetching.papers.paper import Paper, Paragraph, Reading
from etl.fetching.texts import Texts
from etl.pipeline.build import Inputs, Report, build
from etl.uploads.stages import Published
from kim import queries
from kim.findings import FindingKind
from kim.loads import now
from kim.queries import View
from tests.conftest import World, quick_world
from tests.etl.submitting import load
from tests.rows import POSITION

pytestmark = pytest.mark.writing

SAID = ("Erster Absatz.", "In Münster sind 2,5 Stellen im Case Management besetzt.")
FETCHED = POSITION | {
    "region": "05515",
    "source": "web-undatiert",
    "paragraph": 2,
    "quantity": 2.5,
    "anchor": "2,5 Stellen",
}


def written(world: World, source: str, *paragraphs: str) -> None:
    paper = Paper(Reading.TEXT, [Paragraph(each) for each in paragraphs])
    Texts(world.store.folder).write(source, paper)


def built(world: World) -> Report:
    folders = (world.data, world.documents, now(), world.store.folder)
    return build(Inputs.read(world.package, *folders), world.store, lambda _: None)


def paragraphs(world: World, source: str) -> list[str]:
    rows = world.rows("paragraphs")
    return [str(said) for named, _, said in sorted(rows) if named == source]


def proof(world: World, source: str) -> set[object]:
    rows = world.store.current().cursor().table("positions")
    return {each for (each,) in rows.filter(f"source = '{source}'").project("proof").fetchall()}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return quick_world(tmp_path)


def test_a_fetched_text_is_taken_up_and_older_facts_stay_unproven(world: World) -> None:
    """The fact on web-undatiert names no paragraph; it was there before the text."""
    assert built(world).findings == []
    written(world, "web-undatiert", *SAID)
    report = built(world)
    assert report.findings == []
    assert report.version == 2
    assert paragraphs(world, "web-undatiert") == [*SAID]
    assert proof(world, "web-undatiert") == {"unproven"}
    assert built(world).version is None


def test_a_fact_that_names_a_paragraph_of_it_is_held_against_it(world: World) -> None:
    written(world, "web-undatiert", *SAID)
    world.write("positions", POSITION, FETCHED)
    assert built(world).findings == []
    assert proof(world, "web-undatiert") == {"proven"}
    world.write("positions", POSITION, FETCHED | {"anchor": "drei Stellen"})
    [found] = built(world).findings
    assert found.kind is FindingKind.CONTRADICTED
    world.write("positions", POSITION, FETCHED | {"quantity": 25})
    [found] = built(world).findings
    assert found.kind is FindingKind.MISQUOTED


def test_texts_of_no_source_and_of_one_read_elsewhere_are_left_aside(world: World) -> None:
    written(world, "nobody", *SAID)
    written(world, "muster-2022", "Ein anderer Text als der, aus dem gelesen wurde.")
    assert built(world).findings == []
    assert paragraphs(world, "nobody") == []
    assert paragraphs(world, "muster-2022")[0].startswith("Der Kreis Steinfurt richtet 1,9")
    (world.documents / "muster-2022.txt").unlink()
    assert built(world).findings == []
    assert paragraphs(world, "muster-2022") == []


def test_the_same_text_serves_where_the_documents_are_not_at_hand(world: World) -> None:
    content = (world.documents / "muster-2022.txt").read_bytes()
    (world.documents / "muster-2022.txt").unlink()
    folder = world.store.folder / "texts"
    folder.mkdir(parents=True)
    (folder / "muster-2022.txt").write_bytes(content)
    assert built(world).findings == []
    assert proof(world, "muster-2022") == {"proven"}


def test_an_upload_proves_its_facts_by_a_text_fetched_since(world: World) -> None:
    """They count as read from it, though the source has no digest; the fact that was there does not."""
    assert built(world).findings == []
    written(world, "web-undatiert", *SAID)
    published = load(world, "positions", FETCHED | {"status": "filled"})
    assert isinstance(published, Published)
    assert paragraphs(world, "web-undatiert") == [*SAID]
    assert "proven" in proof(world, "web-undatiert")
    with queries.answered_by(world.store.current()):
        facts = queries.facts("positions", View(("05515",)))
        documents = queries.documents(None).set_index("source")
    read = dict(zip(facts["proof"], facts["is_read_from_text"], strict=True))
    assert read == {"proven": True, "unproven": False}
    counts = documents.loc["web-undatiert", ["facts", "read_from_text", "proven"]]
    assert list(counts) == [2, 1, 1]


def test_an_upload_reads_no_text_that_the_version_has_or_that_is_of_no_source(world: World) -> None:
    """Of such a file an upload does not even notice that it is no text."""
    written(world, "web-undatiert", *SAID)
    assert built(world).findings == []
    for source in ("web-undatiert", "nobody"):
        (world.store.folder / "texts" / f"{source}.txt").write_bytes(b"\xff")
    assert isinstance(load(world, "positions", FETCHED), Published)
    assert paragraphs(world, "web-undatiert") == [*SAID]
