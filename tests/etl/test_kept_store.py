"""A store that an earlier program wrote opens, goes on, is rebuilt and taken back by today's.

Kept are the folders as the programs of these days left them, made from the rows of tests/rows.py:
load 1 is data/, 2 and 3 are uploads of positions, 4 of a source, 5 takes 3 back. In the inbox lie
the published files, one with decisions, one put away and one submitted.
"""

import json
import tarfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from cattrs import BaseValidationError

from etl.archive import records
from etl.pipeline.build import Inputs, build
from etl.pipeline.documents import read_documents
from etl.pipeline.rebuild import rebuild
from etl.reading import Decisions
from etl.uploads.stages import Ready
from etl.uploads.submission import State, Submission
from etl.uploads.uploads import Uploads
from kim import german, proof, queries, search
from kim.beside_a_version import DAYS, TABLES
from kim.facts import records as rows_of
from kim.loads import Load
from kim.queries import View
from kim.store import Store, store
from kim.tables import DATA, package
from tests.etl.submitting import EDITOR, REVIEWER

pytestmark = pytest.mark.writing

KEPT = sorted((Path(__file__).parent.parent / "kept").glob("*.tar.xz"))
QUANTITIES = [0, 1.9, 2, 3.5, None]
YOUNGER = {"proof", "held_from", *DAYS, "key", "received"}


@pytest.fixture(params=KEPT, ids=lambda path: path.name.partition(".")[0])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A copy of a kept folder."""
    with tarfile.open(request.param) as archive:
        archive.extractall(tmp_path, filter="data")
    return Store(tmp_path / "store")


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def tables_of(kept: Store) -> set[str]:
    rows = kept.current().cursor().execute(TABLES).fetchall()
    return {name for (name,) in rows}


def told(kept: Store) -> list[object]:
    """The number of posts or persons that each position of today says."""
    question = "SELECT quantity FROM kim.as_of('positions', NULL, NULL) ORDER BY quantity"
    return [quantity for (quantity,) in kept.current().cursor().execute(question).fetchall()]


def columns(kept: Store) -> dict[str, list[str]]:
    """The columns of every table, their proof aside: the text of the document is not kept."""
    cursor = kept.current().cursor()
    tables = [table.statements for table in package().tables.values()]
    return {
        name: [each for each in cursor.table(name).columns if each != "proof"] for name in tables
    }


def statements(
    kept: Store, of: dict[str, list[str]] | None = None
) -> dict[str, list[tuple[object, ...]]]:
    """Every statement of every table with its load and the interval in which it was known.

    Their proof aside: the text of the document is not kept. Days and columns that are younger than
    the store are made anew; a cell without content is left out.
    """
    cursor, found = kept.current().cursor(), {}
    for table in package().tables.values():
        names = [each for each in (of or columns(kept))[table.statements] if each not in YOUNGER]
        rows = cursor.table(table.statements).project(", ".join(names)).fetchall()
        found[table.name] = sorted(rows, key=str)
    return found


def test_it_opens_and_answers(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept.number() == 5
    assert told(kept) == QUANTITIES
    monkeypatch.setenv("KIM_STORE", str(kept.folder))
    store.cache_clear()
    rows = queries.facts("positions", View(("05515", "05558", "05566")))
    assert sorted(rows["status"]) == [
        "established",
        "established",
        "established",
        "filled",
        "planned",
    ]
    assert set(rows["proof"]) == {"proven", "unproven"}
    assert rows[["held_until_earliest", "held_until_latest"]].isna().all(axis=None)
    today = queries.facts("positions", View(("05515", "05558", "05566"), date(2026, 11, 28)))
    assert list(today["fact"]) == list(rows["fact"])
    assert today["is_certain"].all()
    assert list(queries.history()["kind"].head(1)) == ["withdrawal"]


def test_questions_on_columns_that_it_does_not_have_are_answered(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_STORE", str(kept.folder))
    store.cache_clear()
    view, modules = View(("05515", "05558", "05566")), ("", "1", "2", "3")
    posts = queries.positions(view, modules)
    assert len(posts) == 4
    assert posts["pay_group"].isna().all()
    assert len(queries.positions_over_time(view, modules)) == 2
    decided = queries.decisions(view)
    assert list(decided["kind"]) == ["decided"]
    assert decided[["rescinds", "rescinded_by", "rescinded_fact"]].isna().all(axis=None)
    assert "Kreistag: Teilnahme (beschlossen)" in list(queries.events(view)["event"])
    for table in package().facts:
        example = queries.example(table)
        assert list(example.columns) == [field.name for field in table.fields]
        for row in rows_of(queries.facts(table.name, view)):
            assert proof.cells(table, row)
            assert german.statement(table, row, {})


def test_its_uploads_are_taken_back_and_brought_back(kept: Store) -> None:
    uploads = Uploads(package(), kept, EDITOR, now)
    assert uploads.restore(3, lambda _: None).version == 6
    assert told(kept) == [0, 1, 1.9, 3, 3.5, None]
    assert uploads.withdraw(2, lambda _: None).version == 7
    assert told(kept) == [0, 1, 1.9, 3, 3.5, None]
    assert uploads.withdraw(3, lambda _: None).version == 8
    assert told(kept) == [0, 1.9, 3.5, None]


def test_it_is_rebuilt_to_the_same_statements(kept: Store, tmp_path: Path) -> None:
    known = columns(kept)
    before = statements(kept)
    documents = read_documents(tmp_path / "no-texts")
    report = rebuild(package(), kept, DATA, documents, lambda _: None)
    assert (report.findings, report.version) == ([], 6)
    assert statements(kept, known) == before
    assert len(before["positions"]) > len(QUANTITIES)


def facts(kept: Store) -> set[tuple[str, int]]:
    """Every fact that has ever been stated."""
    asked = "SELECT DISTINCT fact_table, fact FROM kim.facts"
    return set(kept.current().cursor().execute(asked).fetchall())


def test_its_facts_keep_their_addresses(kept: Store, tmp_path: Path) -> None:
    """After a rebuild there are the same, after a build of today's data they are still found.

    What refers to a source that today's data do not have is withdrawn first.
    """
    before = facts(kept)
    assert before
    documents = read_documents(tmp_path / "no-texts")
    assert rebuild(package(), kept, DATA, documents, lambda _: None).findings == []
    assert facts(kept) == before
    with queries.answered_by(kept.current()):
        assert all(len(queries.evidence(table, fact)) for table, fact in before)
    assert Uploads(package(), kept, EDITOR, now).withdraw(2, lambda _: None).version == 7
    report = build(Inputs(package(), DATA, documents, now()), kept, lambda _: None)
    assert (report.findings, report.version) == ([], 8)
    assert facts(kept) > before


def test_its_inbox_is_read(kept: Store) -> None:
    uploads = Uploads(package(), kept, REVIEWER, now)
    waiting = {each.id: each for each in uploads.waiting()}
    assert sorted(each.state for each in waiting.values()) == [State.RECEIVED, State.SUBMITTED]
    [decided] = [each for each in waiting.values() if each.state is State.RECEIVED]
    assert decided.decisions is not None
    assert decided.decisions.numbers == {"quantity": "decimal"}
    checked = uploads.check(decided, decided.decisions, lambda _: None)
    assert isinstance(checked, Ready)


RECEIVED = """{"receipt": "20261122T130500-0a1b2c3d", "at": "2026-11-22T13:05:00", "subject": "editor-1",
"file": "stellen.csv", "size": 12, "sha256": "ab", "state": "submitted", "upload": {"table":
"positions", "sheet": "", "columns": {"Anz.": "quantity"}, "numbers": {}, "percent": {}, "dates": {},
"hidden": true, "added": {"organisations": [{"organisation": "drk", "name": "DRK"}]},
"is_confirmed": false}, "decided_by": ["editor-1"], "rows": {"positions": "cd"}}"""
LOADED = """{"number": 2, "kind": "upload", "at": "2026-11-22T14:00:00", "subject": "reviewer-1",
"parts": [], "about": null, "receipt": "20261122T130500-0a1b2c3d"}"""


def without_younger(written: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    """A record as it is written today without the empty fields that the kept one does not know."""
    assert not any(value for name, value in written.items() if name not in kept)
    return {
        name: without_younger(written[name], value) if isinstance(value, dict) else written[name]
        for name, value in kept.items()
    }


def test_records_written_before_are_read_and_keep_their_keys() -> None:
    """A file of the inbox and one of the journal."""
    submission = records.read(RECEIVED, Submission)
    added = {"organisations": ({"organisation": "drk", "name": "DRK"},)}
    decisions = Decisions("positions", columns={"Anz.": "quantity"}, hidden=True, added=added)
    assert submission == Submission(
        id="20261122T130500-0a1b2c3d",
        received_at=datetime(2026, 11, 22, 13, 5),  # noqa: DTZ001 (as the store keeps it)
        owner="editor-1",
        name="stellen.csv",
        size=12,
        sha256="ab",
        state=State.SUBMITTED,
        decisions=decisions,
        decided_by=("editor-1",),
        rows={"positions": "cd"},
    )
    load = records.read(LOADED, Load)
    assert (load.number, load.submission) == (2, submission.id)
    for text, record in ((RECEIVED, submission), (LOADED, load)):
        told = json.loads(text)
        assert without_younger(json.loads(records.written(record)), told) == told
    with pytest.raises(BaseValidationError):
        records.read(RECEIVED.replace('"size"', '"later": 1, "size"'), Submission)


def test_its_next_version_can_be_searched(kept: Store) -> None:
    with queries.answered_by(kept.current()):
        assert search.is_ready() == ("search_entries" in tables_of(kept))
    assert Uploads(package(), kept, EDITOR, now).withdraw(2, lambda _: None).version == 6
    with queries.answered_by(kept.current()):
        found = search.search("Case-Management", View(("05566",)))
    assert "fact" in {group.kind for group in found.groups}
