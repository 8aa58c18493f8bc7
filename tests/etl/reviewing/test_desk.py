"""The work on a paper: what is proposed, decided, taken back, kept; and who may."""

from dataclasses import replace

import pytest

from etl.reviewing.desk import DecidedMeanwhileError
from etl.reviewing.dropped import NoPaperError
from etl.reviewing.review import Verdict
from kim.access import NotAllowedError
from tests.conftest import World
from tests.etl.reviewing.papers import PAPER, ROW, SLUG, begun, decide, desk, proposed
from tests.etl.submitting import AT_STEINFURT, EDITOR, NOWHERE, READER

OTHER = replace(EDITOR, subject="editor-9")
AT_COESFELD = replace(AT_STEINFURT, regions=frozenset({"05558"}))


def test_a_paper_becomes_proposals_in_reading_order(built: World) -> None:
    review = begun(built)

    assert review.source == SLUG
    found = proposed(review, "positions")
    assert dict(found.cells) == {
        "region": "05566076",
        "module": "2",
        "function": "case_management",
        "quantity": "4.5",
        "certainty": "exact",
        "unit": "posts",
        "measure": "total",
        "status": "filled",
        "employer": "stadt-rheine",
        "as_of": "2023-01-01",
        "basis": "stated",
    }
    assert found.paragraph == 3
    assert PAPER[2][found.start : found.end] == "4,5 Stellen"
    places = [(each.paragraph, each.start) for each in review.items]
    assert places == sorted(places)
    assert len({each.id for each in review.items}) == len(review.items)


def test_nothing_is_decided_that_was_only_proposed(built: World) -> None:
    review = begun(built)

    assert review.in_state(Verdict.OPEN) == list(review.items)
    assert list(review.accepted()) == []
    assert review.next_item() == review.items[0]


def test_the_next_undecided_one_comes_and_those_put_off_come_last(built: World) -> None:
    first, second, third, *_ = begun(built).items
    decide(built, first.id, Verdict.LATER)
    review = decide(built, second.id, Verdict.REJECTED)

    assert review.next_item(second.id) == third
    for each in review.in_state(Verdict.OPEN):
        review = decide(built, each.id, Verdict.REJECTED)
    assert review.next_item(review.items[-1].id) == first
    assert decide(built, first.id, Verdict.ACCEPTED, seen=1).next_item(first.id) is None


def test_a_second_key_before_the_next_one_is_shown_changes_nothing(built: World) -> None:
    first = begun(built).items[0]
    decide(built, first.id, Verdict.ACCEPTED)
    review = decide(built, first.id, Verdict.REJECTED)

    assert [each.verdict for each in review.decisions] == [Verdict.ACCEPTED]
    assert review.in_state(Verdict.ACCEPTED) == [first]


def test_what_another_one_decided_meanwhile_stands_and_is_said(built: World) -> None:
    first = begun(built).items[0]
    decide(built, first.id, Verdict.REJECTED, OTHER)

    with pytest.raises(DecidedMeanwhileError):
        decide(built, first.id, Verdict.ACCEPTED)
    review = desk(built).review(SLUG)
    assert review
    assert review.in_state(Verdict.REJECTED) == [first]


def test_two_editors_lose_none_of_their_decisions(built: World) -> None:
    first, second, *_ = begun(built).items
    decide(built, first.id, Verdict.ACCEPTED)
    review = decide(built, second.id, Verdict.REJECTED, OTHER)

    assert [(each.item, each.by) for each in review.decisions] == [
        (first.id, "editor-1"),
        (second.id, "editor-9"),
    ]


def test_one_takes_back_ones_own_decisions_one_after_the_other(built: World) -> None:
    first, second, third, *_ = begun(built).items
    decide(built, first.id, Verdict.ACCEPTED)
    decide(built, second.id, Verdict.REJECTED)
    decide(built, third.id, Verdict.ACCEPTED, OTHER)

    assert desk(built).undo(SLUG)[1] == second.id
    assert desk(built).undo(SLUG)[1] == first.id
    review, item = desk(built).undo(SLUG)
    assert item == ""
    assert review.in_state(Verdict.ACCEPTED) == [third]
    assert len(review.decisions) == 5


def test_what_a_person_wrote_stands_in_place_of_the_proposal(built: World) -> None:
    found = proposed(begun(built), "positions")
    review = decide(built, found.id, Verdict.ACCEPTED, cells={**found.cells, "quantity": "4"})

    [(item, cells)] = review.accepted()
    assert (item.cells["quantity"], cells["quantity"]) == ("4.5", "4")


def test_cells_are_completed_as_they_are_stored(built: World) -> None:
    review = begun(built)
    found = proposed(review, "positions")
    written = {**found.cells, "quantity": "3,5", "as_of": "1.2.2023"}
    cells, faults = desk(built).faults(SLUG, found.id, written)

    assert faults == []
    assert cells
    assert (cells["quantity"], cells["as_of"]) == ("3.5", "2023-02-01")


@pytest.mark.parametrize(
    ("column", "written", "said"),
    [
        ("quantity", "viele", "„viele“ ist keine Zahl"),
        ("quantity", "", "Genauigkeit muss dann „unbekannt“ sein"),
        ("certainty", "unknown", "Genauigkeit kann dann nicht „unbekannt“ sein"),
        ("unit", "", "Die Zelle ist leer"),
        ("employer", "Verein X", "steht nicht in Organisationen"),
        ("as_of", "irgendwann", "ist kein Datum"),
    ],
)
def test_a_cell_that_cannot_be_so_is_said(
    built: World, column: str, written: str, said: str
) -> None:
    review = begun(built)
    found = proposed(review, "positions")
    _, faults = desk(built).faults(SLUG, found.id, {**found.cells, column: written})

    assert any(said in each.sentence for each in faults), [each.sentence for each in faults]


def test_the_median_says_how_long_a_decision_took(built: World) -> None:
    first, second, third, *_ = begun(built).items
    assert begun(built).seconds() is None
    decide(built, first.id, Verdict.ACCEPTED, seconds=4)
    decide(built, second.id, Verdict.LATER, seconds=100)
    decide(built, second.id, Verdict.REJECTED, seen=1, seconds=10)
    review = decide(built, third.id, Verdict.ACCEPTED, seconds=3600)

    assert review.seconds() == 7


def test_words_that_a_person_found_become_a_proposal(built: World) -> None:
    begun(built)
    review, key = desk(built).mark(SLUG, "funding", 4, "60.000  Euro je Stelle")

    item = review.item(key)
    assert (item.anchor, item.paragraph) == ("60.000 Euro je Stelle", 4)
    assert PAPER[3][item.start : item.end] == item.anchor
    assert dict(item.cells) == {"region": "05566076", "basis": "stated"}
    assert item in review.in_state(Verdict.OPEN)


@pytest.mark.parametrize(
    ("paragraph", "words", "said"),
    [
        (4, "70.000 Euro", "stehen nicht in Absatz 4"),
        (4, " ", "stehen nicht in Absatz 4"),
        (9, "60.000 Euro", "Absatz 9 gibt es"),
        (4, "Der Kreis zahlt 60.000 Euro je Stelle", "mehr als 6 Wörter"),
    ],
)
def test_words_that_prove_nothing_become_none(
    built: World, paragraph: int, words: str, said: str
) -> None:
    begun(built)
    with pytest.raises(NoPaperError, match=said):
        desk(built).mark(SLUG, "funding", paragraph, words)


def test_a_paper_is_begun_once_and_gone_on_with(built: World) -> None:
    first = begun(built).items[0]
    decide(built, first.id, Verdict.ACCEPTED)

    review = desk(built, OTHER).review(SLUG)
    assert review
    assert review.in_state(Verdict.ACCEPTED) == [first]
    assert [each.source for each in desk(built, OTHER).waiting()] == [SLUG]


def test_a_paper_of_the_store_is_read_from_its_text(built: World) -> None:
    review = desk(built).begin("muster-2022")

    assert (review.region, review.date) == ("05566", "2022-11-03")
    assert desk(built).paragraphs(review)[1] == "Zum 1. Mai sind davon 3,5 Stellen besetzt."
    assert desk(built).begin("muster-2022") == review


def test_a_text_beside_the_one_that_is_there_is_refused(built: World) -> None:
    with pytest.raises(NoPaperError, match="liegt schon ein Text vor"):
        desk(built).begin("muster-2022", PAPER)


def test_another_text_of_a_paper_that_is_begun_is_refused(built: World) -> None:
    desk(built).begin("vermerk-2023", PAPER)
    with pytest.raises(NoPaperError, match="mit einem anderen Text"):
        desk(built).begin("vermerk-2023", PAPER[:2])


def test_a_paper_without_words_is_refused(built: World) -> None:
    with pytest.raises(NoPaperError, match="kein Text"):
        desk(built).begin("vermerk-2023")


def test_two_papers_of_one_day_have_keys_of_their_own(built: World) -> None:
    assert desk(built).free_slug(ROW, "Rheine") == SLUG
    begun(built)
    assert desk(built).free_slug(ROW, "Rheine") == f"{SLUG}-2"


@pytest.mark.parametrize("actor", [READER, NOWHERE, AT_COESFELD])
def test_who_may_not_write_there_decides_nothing(built: World, actor: object) -> None:
    first = begun(built).items[0]
    with pytest.raises(NotAllowedError):
        decide(built, first.id, Verdict.ACCEPTED, actor)  # type: ignore[arg-type]
    with pytest.raises(NotAllowedError):
        begun(built, actor)  # type: ignore[arg-type]
    assert desk(built, actor).review(SLUG) is None  # type: ignore[arg-type]


def test_the_editor_of_the_district_goes_on(built: World) -> None:
    first = begun(built).items[0]
    review = decide(built, first.id, Verdict.ACCEPTED, AT_STEINFURT)
    assert review.subjects() == {"editor-1", "editor-2"}


def test_what_is_inferred_says_so_in_its_note(built: World) -> None:
    """A row that is inferred needs a note; the proposal has one."""
    review = desk(built).begin("muster-2022")
    inferred = [each for each in review.items if each.cells["basis"] == "inferred"]

    assert inferred
    assert {each.cells["note"] for each in inferred} == {
        "Aus dem Wortlaut der Fundstelle erschlossen."
    }
    assert all(
        desk(built).faults("muster-2022", each.id, each.cells) == (None, []) for each in inferred
    )


def test_a_season_that_could_be_two_years_is_meant_as_it_is_written(built: World) -> None:
    review = begun(built)
    found = proposed(review, "positions")
    cells, faults = desk(built).faults(SLUG, found.id, {**found.cells, "as_of": "2022-23"})

    assert cells
    assert (cells["as_of"], faults) == ("2022-23", [])


def test_a_damaged_record_is_named_and_the_others_stay(built: World) -> None:
    begun(built)
    reviews = desk(built).reviews
    (reviews.folder / "halb.json").write_text('{"source": "halb"', "utf-8")

    assert [each.source for each in desk(built).waiting()] == [SLUG]
    [damaged] = reviews.damaged()
    assert "reviews/halb.json" in str(damaged)


@pytest.mark.parametrize("source", ["", "../inbox", "gibt-es-nicht"])
def test_what_names_no_review_is_none(built: World, source: str) -> None:
    assert desk(built).review(source) is None
