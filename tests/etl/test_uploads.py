"""What an upload does to the store: add, correct, confirm, be withdrawn and brought back."""

from dataclasses import replace
from datetime import date
from inspect import getmembers, isfunction

import pytest

from etl.pipeline.build import Report
from etl.pipeline.documents import read_documents
from etl.pipeline.rebuild import rebuild
from etl.reading import Decisions
from etl.uploads.stages import Outdated, Published, Ready, Refused, Rejected, Unchanged
from etl.uploads.submission import State
from etl.uploads.uploads import Uploads
from kim import german
from kim.access import NotAllowedError
from kim.beside_a_version import TABLES
from kim.loads import Kind
from kim.store import StoreEmptyError
from tests.conftest import FIRST_LOAD, World
from tests.etl.submitting import (
    AT_STEINFURT,
    CLOCK,
    EDITOR,
    READER,
    REVIEWER,
    check,
    load,
    receive,
    uploads,
)
from tests.rows import POSITION, SOURCES

pytestmark = pytest.mark.writing

KINDS_OF_UPLOADS = (
    "column_needed",
    "implausible",
    "not_whole",
    "date_ahead",
    "date_far",
    "date_ambiguous",
    "anchor_unchanged",
    "key_unknown",
    "still_used",
    "file_lost",
    "journal_missing",
)
WORDS = {"source": "vermerk-2023", "paragraph": None, "anchor": "wie gesagt"}
HERS = POSITION | WORDS | {"as_of": "2023-06", "quantity": 2}
OTHERS = HERS | {"status": "filled", "quantity": 1}


def quantities(world: World, known_on: date | None = None) -> list[object]:
    query = "SELECT quantity FROM kim.as_of('positions', NULL, $known) ORDER BY quantity"
    cursor = world.store.current().cursor()
    return [
        row[0]
        for row in cursor.execute(
            query, {"known": german.end_of(known_on) if known_on else None}
        ).fetchall()
    ]


@pytest.fixture
def loaded(world: World) -> World:
    """The world with its first version of one position (1.9)."""
    world.write("positions", POSITION)
    world.first_version()
    return world


def counts(world: World, *rows: dict[str, object]) -> tuple[int, ...]:
    comparisons = check(world, "positions", *rows).comparisons
    assert comparisons is not None
    counted = comparisons["positions"].counts
    return tuple(counted[state] for state in ("new", "changed", "same", "conflict"))


def test_an_upload_adds_and_takes_nothing_away(loaded: World) -> None:
    assert load(loaded, "positions", HERS) == Published(2)
    assert quantities(loaded) == [1.9, 2]


def test_the_comparison_tells_new_changed_and_same(loaded: World) -> None:
    load(loaded, "positions", HERS)
    assert counts(loaded, HERS | {"quantity": 2.5}, OTHERS, POSITION) == (1, 1, 1, 0)


def test_another_source_with_another_value_for_the_same_day_is_a_conflict(loaded: World) -> None:
    load(loaded, "positions", HERS)
    rival = HERS | {"source": "web-undatiert", "quantity": 4}
    checked = check(loaded, "positions", rival)
    assert isinstance(checked, Ready)
    theirs, ours = checked.comparisons["positions"].conflicts
    assert (list(theirs["quantity"]), list(ours["quantity"])) == ([2], [4])
    assert counts(loaded, rival | {"as_of": "2024"}) == (1, 0, 0, 0)


def test_the_same_file_again_publishes_nothing(loaded: World) -> None:
    load(loaded, "positions", HERS)
    assert load(loaded, "positions", HERS) == Unchanged()
    assert loaded.store.number() == 2


def test_a_withdrawn_load_is_gone_today_and_still_known_for_its_days(loaded: World) -> None:
    load(loaded, "positions", HERS)
    known = CLOCK.day.date()
    assert uploads(loaded).withdraw(2, lambda _: None).version == 3
    assert quantities(loaded) == [1.9]
    assert quantities(loaded, known) == [1.9, 2]


def test_a_withdrawn_correction_gives_way_to_what_stood_before(loaded: World) -> None:
    load(loaded, "positions", POSITION | {"note": "berichtigt", "certainty": "about"})
    uploads(loaded).withdraw(2, lambda _: None)
    rows = loaded.store.current().cursor().table("positions").filter("known_to = 'infinity'")
    assert rows.project("quantity, certainty, load, retracted").fetchall() == [
        (1.9, "exact", 1, False)
    ]


def test_a_restored_load_counts_in_its_old_place(loaded: World) -> None:
    load(loaded, "positions", HERS)
    load(loaded, "positions", HERS | {"quantity": 3})
    uploads(loaded).withdraw(2, lambda _: None)
    assert quantities(loaded) == [1.9, 3]
    uploads(loaded).withdraw(3, lambda _: None)
    assert quantities(loaded) == [1.9]
    uploads(loaded).restore(2, lambda _: None)
    assert quantities(loaded) == [1.9, 2]
    uploads(loaded).restore(3, lambda _: None)
    assert quantities(loaded) == [1.9, 3]


def test_what_two_loads_say_holds_until_both_are_withdrawn(loaded: World) -> None:
    load(loaded, "positions", HERS)
    load(loaded, "positions", HERS, OTHERS)
    uploads(loaded).withdraw(2, lambda _: None)
    assert quantities(loaded) == [1, 1.9, 2]
    uploads(loaded).withdraw(3, lambda _: None)
    assert quantities(loaded) == [1.9]


def test_a_build_keeps_what_was_uploaded(loaded: World) -> None:
    load(loaded, "positions", HERS)
    assert loaded.build(CLOCK()).version is None
    loaded.write("positions", POSITION | {"note": "neu gelesen"})
    assert loaded.build(CLOCK()).version == 3
    assert quantities(loaded) == [1.9, 2]


def test_data_takes_back_only_its_own_word(loaded: World) -> None:
    """What data/ no longer says holds as long as an upload says it, and no longer."""
    load(loaded, "positions", POSITION | {"certainty": "about"})
    loaded.write("positions")
    assert loaded.build(CLOCK()).findings == []
    assert quantities(loaded) == [1.9]
    uploads(loaded).withdraw(2, lambda _: None)
    assert quantities(loaded) == []


def test_only_a_counting_load_is_withdrawn_and_only_a_withdrawn_one_restored(loaded: World) -> None:
    load(loaded, "positions", HERS)
    for act in (
        lambda: uploads(loaded).withdraw(1, print),
        lambda: uploads(loaded).restore(2, print),
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert loaded.store.number() == 2


@pytest.mark.parametrize(
    ("absent", "cells", "expected"),
    [
        ("quantity", {"certainty": "exact"}, "„Genauigkeit“ ist „genau“"),
        ("note", {"basis": "inferred"}, "„Grundlage“ ist „von uns erschlossen“"),
    ],
)
def test_a_column_that_rows_need_is_missed_once_at_the_heading(
    loaded: World, absent: str, cells: dict[str, object], expected: str
) -> None:
    names = [each.name for each in loaded.table("positions").fields if each.name != absent]
    rows = [
        {**HERS, "certainty": "exact", **cells, "as_of": as_of}
        for as_of in ("2022", "2023", "2024")
    ]
    lines = [",".join(str(row.get(name) or "") for name in names) for row in rows]
    submission = receive(loaded, "\n".join([",".join(names), *lines]).encode())
    checked = uploads(loaded).check(submission, Decisions("positions"), lambda _: None)
    assert isinstance(checked, Refused)
    assert [(each.kind, each.line, each.column, each.expected) for each in checked.findings] == [
        ("column_needed", 1, loaded.table("positions").field(absent).title, expected)
    ]


def test_a_missing_source_is_added_on_the_spot(loaded: World) -> None:
    row = HERS | {"source": "protokoll-2024"}
    assert [each.kind for each in check(loaded, "positions", row).findings] == ["reference"]
    typed = {"source": "protokoll-2024", "region": "05566", "kind": "minutes", "title": "Protokoll"}
    checked = check(
        loaded, "positions", row, decisions=Decisions("positions", added={"sources": [typed]})
    )
    assert isinstance(checked, Ready)
    assert uploads(loaded).publish(checked, lambda _: None) == Published(2)
    assert quantities(loaded) == [1.9, 2]


def test_a_missing_organisation_is_added_on_the_spot(loaded: World) -> None:
    row = HERS | {"employer": "Deutsches Rotes Kreuz"}
    assert [each.kind for each in check(loaded, "positions", row).findings] == ["reference"]
    typed = {"organisation": "drk", "name": "Deutsches Rotes Kreuz", "kind": "other"}
    decisions = Decisions("positions", added={"organisations": [typed]})
    checked = check(loaded, "positions", row, decisions=decisions)
    assert uploads(loaded).publish(checked, lambda _: None) == Published(2)
    employers = loaded.store.current().cursor().table("positions").filter("load = 2")
    assert employers.project("employer").fetchall() == [("drk",)]


def test_a_typed_row_takes_german_dates_and_says_what_is_wrong(world: World) -> None:
    row = {"source": "Protokoll 1", "region": "05566", "kind": "minutes", "title": "Protokoll"}
    cells, found = uploads(world).complete_row("sources", row | {"date": "1.12.2022"})
    assert cells["date"] == "2022-12-01"
    assert [(each.kind, each.column) for each in found] == [("pattern", "Kürzel")]
    cells, found = uploads(world).complete_row("sources", row | {"date": "2. Hj. 2023"})
    assert cells["date"] == "2023-41"
    for written, kind, expected in (
        ("2011/12", "date_ambiguous", "Dezember 2011 oder die Jahre 2011 und 2012"),
        ("01.11.22", "year_short", "01.11.2022"),
        ("30.02.2022", "date_impossible", ""),
        ("2023 bis 2022", "date_backwards", ""),
    ):
        cells, found = uploads(world).complete_row("sources", row | {"date": written})
        assert cells["date"] == written
        assert (found[-1].kind, found[-1].expected) == (kind, expected)
    _, found = uploads(world).complete_row("sources", row | {"received": "11.2022"})
    assert [(each.kind, each.column) for each in found][-1] == ("pattern", "Eingegangen am")
    address = {"source": "p-1", "url": "javascript:alert(1)", "date": "bald", "title": ""}
    _, found = uploads(world).complete_row("sources", row | address)
    kinds = {each.column: each.kind for each in found}
    assert kinds == {"Adresse": "pattern", "Datum": "partial_date", "Titel": "required"}


def test_a_column_that_the_file_lacks_is_left_as_it_is(loaded: World) -> None:
    load(loaded, "positions", HERS | {"note": "von Hand geprüft"})
    names = [field.name for field in loaded.table("positions").fields if field.name != "note"]
    cells = [str(HERS.get(name) or "") for name in names]
    for quantity, state in (("2", "same"), ("3", "changed")):
        cells[names.index("quantity")] = quantity
        content = f"{','.join(names)}\n{','.join(cells)}\n".encode()
        submission = receive(loaded, content)
        decisions = Decisions("positions", is_confirmed=True)
        checked = uploads(loaded).check(submission, decisions, lambda _: None)
        assert isinstance(checked, Ready)
        assert checked.comparisons["positions"].counts[state] == 1
    uploads(loaded).publish(checked, lambda _: None)
    now = loaded.store.current().cursor().table("positions").filter("load = 3")
    assert now.project("quantity, note").fetchall() == [(3, "von Hand geprüft")]
    before = everything(loaded)["positions"]
    rebuilt(loaded)
    assert everything(loaded)["positions"] == before


def test_a_new_row_at_the_words_of_an_old_one_is_pointed_out(loaded: World) -> None:
    load(loaded, "positions", HERS)
    checked = check(loaded, "positions", HERS | {"status": "planned"})
    assert isinstance(checked, Ready)
    counted = checked.comparisons["positions"].counts
    assert (counted["new"], counted["similar"]) == (1, 1)


def test_decisions_about_a_file_outlive_the_session(loaded: World) -> None:
    submission = check(loaded, "positions", HERS).submission
    decisions = Decisions("positions", numbers={"quantity": "decimal"})
    uploads(loaded).decide(submission, decisions)
    [waiting] = uploads(loaded).waiting()
    assert waiting.decisions == decisions


def test_a_load_whose_source_others_use_cannot_be_withdrawn(loaded: World) -> None:
    load(loaded, "sources", SOURCES[1] | {"source": "protokoll-2024"})
    load(loaded, "positions", HERS | {"source": "protokoll-2024"})
    report = uploads(loaded).withdraw(2, lambda _: None)
    assert [(each.kind, each.value) for each in report.findings] == [
        ("still_used", "protokoll-2024")
    ]
    assert loaded.store.number() == 3


def test_a_load_without_its_source_cannot_be_restored(loaded: World) -> None:
    load(loaded, "sources", SOURCES[1] | {"source": "protokoll-2024"})
    load(loaded, "positions", HERS | {"source": "protokoll-2024"})
    uploads(loaded).withdraw(3, lambda _: None)
    uploads(loaded).withdraw(2, lambda _: None)
    assert [each.kind for each in uploads(loaded).restore(3, lambda _: None).findings] == [
        "still_used"
    ]
    assert loaded.store.number() == 5


def test_twenty_times_the_largest_known_value_is_to_be_confirmed(loaded: World) -> None:
    large = HERS | {"quantity": 39}
    checked = check(loaded, "positions", large)
    assert [(each.kind, each.line, each.value) for each in checked.warnings] == [
        ("implausible", 2, "39")
    ]
    refused = uploads(loaded).publish(checked, lambda _: None)
    assert refused == Rejected(checked.warnings)
    confirmed = check(
        loaded, "positions", large, decisions=Decisions("positions", is_confirmed=True)
    )
    assert uploads(loaded).publish(confirmed, lambda _: None) == Published(2)
    assert check(loaded, "positions", OTHERS | {"quantity": 38}).warnings == ()


def test_a_new_number_at_an_anchor_without_digits_is_to_be_confirmed(loaded: World) -> None:
    load(loaded, "positions", HERS)
    checked = check(loaded, "positions", HERS | {"quantity": 2.5})
    assert [(each.kind, each.value) for each in checked.warnings] == [("anchor_unchanged", "2,5")]
    proven = check(loaded, "positions", HERS | {"quantity": 2.5, "anchor": "2,5 Stellen"})
    assert proven.warnings == ()


def test_what_was_looked_at_is_what_is_published(loaded: World) -> None:
    """Another value published in between is shown before it is corrected."""
    load(loaded, "positions", HERS)
    decisions = Decisions("positions", is_confirmed=True)
    looked_at = check(loaded, "positions", HERS | {"quantity": 3}, decisions=decisions)
    load(loaded, "positions", HERS | {"quantity": 7})
    assert uploads(loaded).publish(looked_at, lambda _: None) == Outdated()
    assert quantities(loaded) == [1.9, 7]


def test_what_others_published_elsewhere_does_not_disturb(loaded: World) -> None:
    looked_at = check(loaded, "positions", HERS)
    load(loaded, "positions", OTHERS)
    assert uploads(loaded).publish(looked_at, lambda _: None) == Published(3)
    assert quantities(loaded) == [1, 1.9, 2]


def test_findings_speak_of_the_file_as_it_came(loaded: World) -> None:
    heading = "Ort;Anzahl;Genauigkeit;Einheit;Maß;Stand der Einrichtung;Quelle;Fundstelle;Grundlage"
    row = "05566;-1;genau;Stellen;Gesamtzahl;besetzt;vermerk-2023;wie gesagt;steht im Dokument"
    content = f"{heading}\r\n{row}\r\n".encode("cp1252")
    submission = receive(loaded, content, name="C:\\Büro\\stellen.csv")
    found = uploads(loaded).check(submission, Decisions("positions"), lambda _: None).findings
    assert [(each.kind, each.file, each.line, each.column) for each in found] == [
        ("minimum", "stellen.csv", 2, "Anzahl")
    ]


def test_a_file_is_published_once(loaded: World) -> None:
    checked = check(loaded, "positions", HERS)
    assert [each.id for each in uploads(loaded).waiting()] == [checked.submission.id]
    uploads(loaded).publish(checked, lambda _: None)
    assert uploads(loaded).waiting() == []
    with pytest.raises(NotAllowedError):
        uploads(loaded).publish(checked, lambda _: None)


def test_a_file_put_away_no_longer_waits_and_is_still_kept(loaded: World) -> None:
    checked = check(loaded, "positions", HERS)
    assert uploads(loaded).discard(checked.submission).state is State.DISCARDED
    assert uploads(loaded).waiting() == []
    assert uploads(loaded).original(checked.submission.sha256)


def test_before_the_first_version_nothing_can_be_loaded(world: World) -> None:
    with pytest.raises(StoreEmptyError):
        check(world, "positions", HERS)


# Who may: every function that writes is tried without the right.


ASK_ONLY = {
    "waiting",
    "is_published",
    "refusal",
    "refusal_to_submit",
    "refusal_to_decide",
    "refusal_to_see",
    "requested",
    "must_submit",
    "complete_row",
    "papers",
}


def test_a_reader_writes_nothing(loaded: World) -> None:
    """Every function of the uploads but those that only ask."""
    checked = check(loaded, "positions", HERS)
    submission = checked.submission
    load(loaded, "positions", OTHERS)
    reader = uploads(loaded, READER)
    tried = {
        "receive": lambda: receive(loaded, b"x", READER),
        "check": lambda: reader.check(submission, Decisions("positions"), print),
        "decide": lambda: reader.decide(submission, Decisions("positions")),
        "publish": lambda: reader.publish(checked, print),
        "finish": lambda: reader.finish(checked, print),
        "submit": lambda: reader.submit(checked),
        "discard": lambda: reader.discard(submission),
        "withdraw": lambda: reader.withdraw(2, print),
        "restore": lambda: reader.restore(2, print),
        "request": lambda: reader.request(Kind.WITHDRAWAL, 2, print),
        "original": lambda: reader.original(submission.sha256),
    }
    public = {name for name, _ in getmembers(Uploads, isfunction) if not name.startswith("_")}
    assert public - ASK_ONLY == set(tried)
    before = sorted(path.name for path in loaded.store.folder.rglob("*"))
    for act in tried.values():
        with pytest.raises(NotAllowedError):
            act()
    assert sorted(path.name for path in loaded.store.folder.rglob("*")) == before


def test_an_editor_writes_own_regions_only(loaded: World) -> None:
    assert load(loaded, "positions", HERS, actor=AT_STEINFURT) == Published(2)
    foreign = check(loaded, "positions", HERS | {"region": "05558"}, actor=AT_STEINFURT)
    with pytest.raises(NotAllowedError, match="05558"):
        uploads(loaded, AT_STEINFURT).publish(foreign, lambda _: None)
    with pytest.raises(NotAllowedError, match="05558"):
        uploads(loaded, AT_STEINFURT).submit(foreign)
    load(loaded, "positions", HERS | {"region": "05558"})
    with pytest.raises(NotAllowedError, match="05558"):
        uploads(loaded, AT_STEINFURT).withdraw(3, lambda _: None)
    assert loaded.store.number() == 3


def test_an_editor_sees_and_touches_own_files_only(loaded: World) -> None:
    checked = check(loaded, "positions", HERS)
    other = uploads(loaded, AT_STEINFURT)
    assert other.waiting() == []
    for act in (
        lambda: other.check(checked.submission, Decisions("positions"), print),
        lambda: other.publish(checked, print),
        lambda: other.discard(checked.submission),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_with_four_eyes_a_reviewer_publishes_what_an_editor_submits(
    loaded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    checked = check(loaded, "positions", HERS)
    with pytest.raises(NotAllowedError, match="Vier Augen"):
        uploads(loaded).publish(checked, lambda _: None)
    uploads(loaded).submit(checked)
    [waiting] = uploads(loaded, REVIEWER).waiting()
    assert (waiting.state, waiting.owner) == (State.SUBMITTED, EDITOR.subject)
    assert waiting.decisions is not None
    seen = uploads(loaded, REVIEWER).check(waiting, waiting.decisions, lambda _: None)
    assert uploads(loaded, REVIEWER).publish(seen, lambda _: None) == Published(2)
    with pytest.raises(NotAllowedError):
        uploads(loaded).withdraw(2, lambda _: None)


def test_a_reviewer_confirms_anew(loaded: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    decisions = Decisions("positions", is_confirmed=True)
    uploads(loaded).submit(check(loaded, "positions", HERS | {"quantity": 39}, decisions=decisions))
    [waiting] = uploads(loaded, REVIEWER).waiting()
    assert waiting.decisions is not None
    seen = uploads(loaded, REVIEWER).check(waiting, waiting.decisions, lambda _: None)
    refused = uploads(loaded, REVIEWER).publish(seen, lambda _: None)
    assert [each.kind for each in refused.findings] == ["implausible"]
    assert loaded.store.number() == 1


def test_with_four_eyes_nobody_releases_own_files(
    loaded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    both = replace(EDITOR, subject="both-1", roles=EDITOR.roles | REVIEWER.roles)
    checked = check(loaded, "positions", HERS, actor=both)
    with pytest.raises(NotAllowedError, match="Vier Augen"):
        uploads(loaded, both).publish(checked, lambda _: None)


def test_a_load_records_subject_time_and_digest_and_nothing_else(loaded: World) -> None:
    checked = check(loaded, "positions", HERS)
    uploads(loaded).publish(checked, lambda _: None)
    [row] = loaded.store.current().cursor().table("loads").filter("load = 2").fetchall()
    assert row == (2, CLOCK.day, "upload", "editor-1", None, checked.submission.id)
    parts = loaded.store.current().cursor().table("load_parts").filter("load = 2")
    [(table, file, sha256)] = parts.project("table_name, file, sha256").fetchall()
    assert (table, file, sha256) == ("positions", "neu.csv", checked.submission.sha256)


# The version made again


def everything(world: World) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables of the current version."""
    cursor = world.store.current().cursor()
    names = [name for (name,) in cursor.sql(TABLES).fetchall()]
    return {name: sorted(cursor.table(name).fetchall(), key=str) for name in sorted(names)}


def test_rebuild_makes_the_same_version_from_data_and_the_kept_files(loaded: World) -> None:
    load(loaded, "positions", HERS)
    load(loaded, "positions", HERS | {"quantity": 3}, OTHERS)
    load(loaded, "sources", SOURCES[1] | {"source": "protokoll-2024"})
    uploads(loaded).withdraw(3, lambda _: None)
    loaded.write("positions", POSITION | {"note": "neu gelesen"})
    assert loaded.build(CLOCK()).version == 6
    uploads(loaded).restore(3, lambda _: None)
    before = everything(loaded)
    for path in loaded.store.folder.glob("kim-*.duckdb"):
        path.unlink()

    report = rebuilt(loaded)

    assert (report.findings, report.version) == ([], 8)
    assert everything(loaded) == before


def test_rebuild_names_a_lost_file_and_changes_nothing(loaded: World) -> None:
    load(loaded, "positions", HERS)
    [(kept,)] = (
        loaded.store.current()
        .cursor()
        .table("load_parts")
        .filter("load = 2")
        .project("rows_sha256")
    ).fetchall()
    (loaded.store.folder / "uploads" / kept).write_bytes(b"anderes")
    assert [each.kind for each in rebuilt(loaded).findings] == ["file_lost"]
    assert loaded.store.number() == 2


def rebuilt(world: World) -> Report:
    documents = read_documents(world.documents)
    return rebuild(world.package, world.store, world.data, documents, lambda _: None)


def test_without_a_journal_nothing_is_rebuilt(world: World) -> None:
    assert [each.kind for each in rebuilt(world).findings] == ["journal_missing"]
    assert world.store.number() == 0


def test_after_a_rebuild_loading_goes_on(loaded: World) -> None:
    load(loaded, "positions", HERS)
    assert rebuilt(loaded).version == 3
    assert load(loaded, "positions", OTHERS) == Published(4)
    assert rebuilt(loaded).version == 5
    assert quantities(loaded) == [1, 1.9, 2]
    assert CLOCK.day > FIRST_LOAD
