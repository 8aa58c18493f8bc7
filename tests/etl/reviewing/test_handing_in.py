"""What was accepted goes the way of every upload: checked, previewed, published, released, withdrawn."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from etl.fetching.texts import Texts
from etl.pipeline.documents import fetched_documents, read_documents
from etl.pipeline.rebuild import rebuild
from etl.reviewing.dropped import NoPaperError
from etl.reviewing.review import Verdict
from etl.uploads.stages import Check, Published, Ready, Refused
from etl.uploads.submission import Submission
from kim.access import Actor, NotAllowedError, Role
from kim.findings import FindingKind
from kim.loads import Kind
from tests.conftest import World
from tests.etl.reviewing.papers import PAPER, ROW, SLUG, begun, decide, desk, proposed
from tests.etl.submitting import AT_STEINFURT, EDITOR, REVIEWER, load, uploads

pytestmark = pytest.mark.writing

BOTH = replace(EDITOR, subject="both-1", roles=EDITOR.roles | {Role.REVIEWER})
POSTS = "SELECT quantity, source, paragraph, anchor, proof FROM positions WHERE source = $source AND known_to = 'infinity' AND NOT retracted"


def accepted(world: World, *tables: str, actor: Actor = EDITOR) -> None:
    review = begun(world, actor)
    for table in tables:
        decide(world, proposed(review, table).id, Verdict.ACCEPTED, actor)


def checked(world: World, submission: Submission, actor: Actor = EDITOR) -> Check:
    decisions = submission.decisions
    assert decisions
    return uploads(world, actor).check(submission, decisions, lambda _: None)


def ready(world: World, actor: Actor = EDITOR) -> Ready:
    check = checked(world, desk(world, actor).hand_in(SLUG), actor)
    assert isinstance(check, Ready), check.findings  # type: ignore[union-attr]
    return check


def published(world: World) -> int:
    outcome = uploads(world).publish(ready(world), lambda _: None)
    assert isinstance(outcome, Published)
    return outcome.number


def posts(world: World) -> list[tuple[object, ...]]:
    return world.store.current().cursor().execute(POSTS, {"source": SLUG}).fetchall()


def test_accepted_facts_of_a_new_paper_are_published_with_it_and_proven(built: World) -> None:
    accepted(built, "positions", "funding")
    number = published(built)

    assert number == 2
    assert posts(built) == [(4.5, SLUG, 3, "4,5 Stellen", "proven")]
    text = Texts(built.store.folder).path(SLUG)
    assert text.read_text("utf-8") == "".join(f"{each}\n\n" for each in PAPER)
    paragraphs = built.store.current().cursor().table("paragraphs").filter(f"source = '{SLUG}'")
    assert len(paragraphs.fetchall()) == len(PAPER)


def test_what_would_change_is_compared_by_table(built: World) -> None:
    accepted(built, "positions", "funding")
    check = ready(built)

    told = {name: dict(each.counts) for name, each in check.comparisons.items()}
    assert {name: counts["new"] for name, counts in told.items()} == {
        "sources": 1,
        "positions": 1,
        "funding": 1,
    }
    assert check.decisions.paper == SLUG
    assert not check.changes_nothing


def test_nothing_is_kept_among_the_texts_before_it_is_published(built: World) -> None:
    accepted(built, "positions")
    ready(built)

    assert not Texts(built.store.folder).path(SLUG).is_file()
    assert posts(built) == []


def test_what_was_published_is_withdrawn_whole(built: World) -> None:
    accepted(built, "positions", "funding")
    number = published(built)
    uploads(built).withdraw(number, lambda _: None)

    assert posts(built) == []
    titles = built.store.current().cursor().table("sources").filter(f"source = '{SLUG}'")
    assert titles.fetchall() == []
    uploads(built).restore(number, lambda _: None)
    assert posts(built) == [(4.5, SLUG, 3, "4,5 Stellen", "proven")]


def test_a_rejected_or_undecided_proposal_is_not_handed_in(built: World) -> None:
    accepted(built, "positions")
    review = decide(built, proposed(begun(built), "funding").id, Verdict.REJECTED)

    assert review.in_state(Verdict.OPEN)
    assert set(ready(built).rows) == {"sources", "positions"}


def test_with_nothing_accepted_there_is_nothing_to_hand_in(built: World) -> None:
    begun(built)
    with pytest.raises(NoPaperError, match="noch nichts übernommen"):
        desk(built).hand_in(SLUG)


def test_what_waits_is_brought_up_to_date(built: World) -> None:
    accepted(built, "positions")
    first = desk(built).hand_in(SLUG)
    decide(built, proposed(begun(built), "funding").id, Verdict.ACCEPTED)
    second = desk(built).hand_in(SLUG)

    assert first.id == second.id
    assert second.decisions
    assert set(second.decisions.added) == {"sources", "positions", "funding"}


def test_after_publication_only_what_is_new_is_handed_in(built: World) -> None:
    accepted(built, "positions")
    published(built)
    with pytest.raises(NoPaperError):
        desk(built).hand_in(SLUG)
    decide(built, proposed(begun(built), "funding").id, Verdict.ACCEPTED)

    assert set(ready(built).rows) == {"funding"}
    assert published(built) == 3


def test_a_paper_of_the_store_keeps_the_text_that_it_has(built: World) -> None:
    review = desk(built).begin("muster-2022")
    found = proposed(review, "positions")
    at = desk(built)
    at.decide("muster-2022", found.id, Verdict.ACCEPTED, 0, 1)
    check = checked(built, at.hand_in("muster-2022"))

    assert isinstance(check, Ready)
    assert set(check.rows) == {"positions"}
    uploads(built).publish(check, lambda _: None)
    assert not Texts(built.store.folder).path("muster-2022").is_file()


def test_a_known_source_without_a_text_gets_it_with_its_first_fact(built: World) -> None:
    at = desk(built)
    review = at.begin("vermerk-2023", PAPER)
    at.decide("vermerk-2023", proposed(review, "positions").id, Verdict.ACCEPTED, 0, 1)
    check = checked(built, at.hand_in("vermerk-2023"))
    assert isinstance(check, Ready)
    uploads(built).publish(check, lambda _: None)

    [(proof,)] = (
        built.store.current()
        .cursor()
        .execute("SELECT proof FROM positions WHERE source = 'vermerk-2023' AND quantity = 4.5")
        .fetchall()
    )
    assert proof == "proven"


def test_an_anchor_that_does_not_stand_there_is_refused_with_its_paragraph(built: World) -> None:
    accepted(built, "positions")
    submission = desk(built).hand_in(SLUG)
    decisions = submission.decisions
    assert decisions
    [row] = decisions.added["positions"]
    wrong = {**row, "anchor": "5,5 Stellen", "quantity": "5.5"}
    added = {**decisions.added, "positions": [wrong]}
    check = uploads(built).check(submission, replace(decisions, added=added), lambda _: None)

    assert isinstance(check, Refused)
    [finding] = check.findings
    assert (finding.column, finding.value) == ("Absatz 3: Stellen: Fundstelle", "5,5 Stellen")


def test_what_says_the_same_in_other_words_of_a_paragraph_goes_in_once(built: World) -> None:
    found = proposed(begun(built), "positions")
    decide(built, found.id, Verdict.ACCEPTED)
    review, again = desk(built).mark(SLUG, "positions", 3, "4,5 Stellen besetzt")
    decide(built, again, Verdict.ACCEPTED, cells=found.cells)

    assert len(review.items) == len(begun(built).items)
    assert [row["anchor"] for row in _rows(ready(built), "positions")] == ["4,5 Stellen"]


def test_what_says_something_else_of_the_same_thing_is_refused(built: World) -> None:
    found = proposed(begun(built), "positions")
    decide(built, found.id, Verdict.ACCEPTED)
    _, again = desk(built).mark(SLUG, "positions", 3, "4,5 Stellen besetzt")
    decide(built, again, Verdict.ACCEPTED, cells={**found.cells, "certainty": "about"})
    check = checked(built, desk(built).hand_in(SLUG))

    assert isinstance(check, Refused)
    assert {each.kind for each in check.findings} == {FindingKind.DUPLICATE}


def test_an_organisation_that_nobody_added_yet_is_missed_and_stays_added(built: World) -> None:
    found = proposed(begun(built), "positions")
    decide(built, found.id, Verdict.ACCEPTED, cells={**found.cells, "employer": "stadt-neu"})
    submission = desk(built).hand_in(SLUG)
    check = checked(built, submission)
    assert isinstance(check, Refused)
    [finding] = check.findings
    assert (finding.kind, finding.value) == (FindingKind.REFERENCE, "stadt-neu")

    row = {"organisation": "stadt-neu", "name": "Stadt Neu", "kind": "municipality"}
    added = {**check.decisions.added, "organisations": [row]}
    uploads(built).decide(submission, replace(check.decisions, added=added))
    decide(built, proposed(begun(built), "funding").id, Verdict.ACCEPTED)
    assert set(ready(built).rows) == {"sources", "organisations", "positions", "funding"}


def test_who_may_not_write_the_source_gives_it_no_text(built: World) -> None:
    """The paper is of Münster; its facts are of Rheine, which this editor may write."""
    at = desk(built)
    review = at.begin("web-undatiert", PAPER)
    found = proposed(review, "positions")
    cells = {**found.cells, "region": "05566076"}
    at.decide("web-undatiert", found.id, Verdict.ACCEPTED, 0, 1, cells)
    check = checked(built, at.hand_in("web-undatiert"))

    assert isinstance(check, Ready)
    assert check.touched.regions == {"05566076", "05515"}
    submission = uploads(built, AT_STEINFURT).receive("x.txt", _bytes())
    own = replace(check, submission=submission)
    with pytest.raises(NotAllowedError, match="05515"):
        uploads(built, AT_STEINFURT).publish(own, lambda _: None)


def test_under_four_eyes_another_one_releases_what_nobody_else_touched(
    built: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted(built, "positions")
    decide(built, proposed(begun(built), "funding").id, Verdict.ACCEPTED, BOTH)
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    uploads(built).submit(ready(built))
    submission = uploads(built).waiting()[0]
    assert submission.decided_by == ("both-1", "editor-1")

    with pytest.raises(NotAllowedError, match="selbst etwas entschieden"):
        uploads(built, BOTH).publish(_again(built, submission, BOTH), lambda _: None)
    outcome = uploads(built, REVIEWER).publish(_again(built, submission, REVIEWER), lambda _: None)
    assert isinstance(outcome, Published)
    assert posts(built) == [(4.5, SLUG, 3, "4,5 Stellen", "proven")]


def test_the_load_names_the_paper_as_its_file(built: World) -> None:
    accepted(built, "positions")
    number = published(built)

    parts = built.store.current().cursor().table("load_parts").filter(f"load = {number}")
    files = dict(parts.project("table_name, file").fetchall())
    assert files == {"positions": f"{SLUG}.txt", "sources": "hier angelegt"}
    loads = built.store.current().cursor().table("loads").filter(f"load = {number}")
    assert loads.project("kind").fetchall() == [(Kind.UPLOAD,)]


def _rows(check: Ready, table: str) -> Sequence[Mapping[str, str]]:
    return check.decisions.added[table]


def _again(world: World, submission: Submission, actor: Actor) -> Ready:
    check = checked(world, submission, actor)
    assert isinstance(check, Ready)
    return check


def _bytes() -> io.BytesIO:
    return io.BytesIO("".join(f"{each}\n\n" for each in PAPER).encode())


PROMISE = {
    "region": "05566076",
    "made_by": "Verwaltung",
    "promise": "Konzept zur Beratung",
    "recurrence": "once",
    "state": "open",
    "source": "muster-2022",
    "paragraph": 3,
    "anchor": "Die Stadt Rheine",
    "basis": "stated",
}
PROMISED = "SELECT state, kept_by, anchor FROM commitments WHERE promise = $promise AND known_to = 'infinity'"


def test_a_commitment_that_the_paper_keeps_is_changed_where_it_stands(built: World) -> None:
    load(built, "commitments", PROMISE)
    at = desk(built)
    paper = ["Sitzung zu KIM", "Das Konzept zur Beratung liegt vor."]
    review = at.begin_new({**ROW, "source": SLUG}, paper)
    [item] = [each for each in review.items if each.rule == "commitment_kept"]
    at.decide(SLUG, item.id, Verdict.ACCEPTED, 0, 1)
    check = ready(built)

    assert check.comparisons["commitments"].counts["changed"] == 1
    uploads(built).publish(check, lambda _: None)
    asked = {"promise": PROMISE["promise"]}
    found = built.store.current().cursor().execute(PROMISED, asked).fetchall()
    assert found == [("kept", "Niederschrift Sozialausschuss, Absatz 2", "Die Stadt Rheine")]


def test_the_version_is_made_again_from_what_was_kept(built: World) -> None:
    accepted(built, "positions", "funding")
    published(built)
    texts = [*read_documents(built.documents), *fetched_documents(built.store.folder)]
    rebuild(built.package, built.store, built.data, texts, lambda _: None)

    assert built.store.number() == 3
    assert posts(built) == [(4.5, SLUG, 3, "4,5 Stellen", "proven")]
