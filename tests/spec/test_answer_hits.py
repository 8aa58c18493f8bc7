"""kim.answer_hits: the questions whose words a search has, answered for the places it names."""

import pytest

from kim import queries, search
from kim.answers import BY_ID
from kim.queries import View
from kim.search import Group
from kim.texts import text
from tests.conftest import World
from tests.spec.world import pages_store  # noqa: F401


def answers(world: World, words: str, own: str = "", most: int = 9) -> Group | None:
    with queries.answered_by(world.store.current()):
        found = search.search(words, View(("05566076", "05158016")), own, most)
    return next((group for group in found.groups if group.kind == "answer"), None)


def asked(group: Group | None) -> list[str]:
    """The questions that are answered, with their place."""
    return [" | ".join(hit.details) for hit in group.hits] if group else []


@pytest.mark.parametrize(
    ("words", "own", "expected"),
    [
        ("Wer hat die Fachaufsicht in Hilden?", "05566076", ["Hilden | Wer hat die Fachaufsicht?"]),
        ("Fachaufsicht", "05566076", ["Rheine | Wer hat die Fachaufsicht?"]),
        ("Fachaufsihct", "05566076", ["Rheine | Wer hat die Fachaufsicht?"]),
        ("Fachaufsicht Besuch", "", []),
        ("Rheine", "", []),
        ("Caritas", "05566076", []),
        (
            "Fachaufsicht Hilden Rheine",
            "",
            ["Hilden | Wer hat die Fachaufsicht?", "Rheine | Wer hat die Fachaufsicht?"],
        ),
    ],
    ids=str,
)
def test_for_the_places_named_else_for_the_own_one(
    pages_store: World,  # noqa: F811
    words: str,
    own: str,
    expected: list[str],
) -> None:
    assert sorted(asked(answers(pages_store, words, own))) == expected


def test_an_answer_leads_to_its_proof_or_to_the_profile_where_nothing_is_known(
    pages_store: World,  # noqa: F811
) -> None:
    [known] = answers(pages_store, "Fachaufsicht Rheine").hits
    assert known.proof == "Beleg"
    assert str(known.target).startswith("carriers:")
    [unknown] = answers(pages_store, "Fachaufsicht Münster").hits
    assert (unknown.proof, unknown.target, unknown.place) == ("Steckbrief", "05515", "05515")
    assert unknown.words


def test_an_own_place_of_which_nothing_is_known_stands_before_statements_on_others(
    pages_store: World,  # noqa: F811
) -> None:
    with queries.answered_by(pages_store.store.current()):
        found = search.search("Wer stellt die Case Manager an?", View(()), "05566076")
    first = found.groups[0]

    assert (first.kind, first.is_whole) == ("answer", True)
    assert {hit.place for hit in first.hits} == {"05566076"}
    assert "Rheine | Wer stellt das Personal im Case Management an?" in asked(first)


def test_answers_stand_place_by_place_the_known_ones_of_each_first(
    pages_store: World,  # noqa: F811
) -> None:
    found = answers(pages_store, "Fachaufsicht Stellen Hilden Rheine", most=99)
    assert found is not None
    places = [hit.place for hit in found.hits]
    unknown = [(hit.place, hit.target == hit.place) for hit in found.hits]

    assert places == sorted(places)
    assert unknown == sorted(unknown)
    assert ("05158016", True) in unknown
    assert ("05566076", False) in unknown


def test_only_those_with_most_of_the_words(pages_store: World) -> None:  # noqa: F811
    some = answers(pages_store, "Fachaufsicht Kosten Besuch", "05566076")
    assert some is not None
    assert not some.is_whole
    many = answers(pages_store, "Stellen Case Management", "05566076", most=1)
    assert many is not None
    assert (len(many.hits), many.is_whole) == (1, True)
    assert asked(many) == ["Rheine | Wie viele Stellen hat das Case Management?"]


def test_without_a_place_a_question_leads_to_the_answers_of_all_districts(
    pages_store: World,  # noqa: F811
) -> None:
    [hit] = answers(pages_store, "Fachaufsicht").hits

    assert (hit.words, hit.target, hit.place) == ("Wer hat die Fachaufsicht?", "supervises", "")
    assert hit.proof == "Antworten aller Kreise"


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("Ausschlussgruppen", "Wer ist ausgeschlossen?"),
        ("Weitergabe der Zuwendung", "Wer erhält die Zuwendung, wer gibt sie weiter?"),
        ("Fallmanagement", "Wie viele Stellen hat das Case Management?"),
        ("Doppelstrukturen", "Wie wird es von bestehender Beratung abgegrenzt?"),
        ("Lenkungsgruppe", "Wer steuert, und wer sitzt mit am Tisch?"),
    ],
    ids=str,
)
def test_a_question_is_found_by_other_words_too(
    pages_store: World,  # noqa: F811
    words: str,
    question: str,
) -> None:
    assert asked(answers(pages_store, f"{words} Hilden")) == [f"Hilden | {question}"]


def test_a_word_of_a_question_that_no_document_has_is_neither_replaced_nor_unknown(
    pages_store: World,  # noqa: F811
) -> None:
    with queries.answered_by(pages_store.store.current()):
        found = search.search("Ausschlussgruppen", View(()))

    assert (found.corrected, found.unknown) == ({}, ())
    assert [group.kind for group in found.groups] == ["answer"]


def test_other_words_are_declared_for_questions_that_there_are() -> None:
    declared = {key.removeprefix("also_") for key in text.parts["hit"] if key.startswith("also_")}

    assert declared <= set(BY_ID)


def test_the_answers_are_the_same_on_every_page_of_them(pages_store: World) -> None:  # noqa: F811
    with queries.answered_by(pages_store.store.current()):
        pages = [
            search.search("Stellen Hilden", View(()), "05566076", 1, skip).groups[0]
            for skip in (0, 1)
        ]

    assert [asked(each)[0].split(" | ")[0] for each in pages] == ["Hilden", "Hilden"]
    assert pages[0].number == pages[1].number
