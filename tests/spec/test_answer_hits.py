"""kim.answer_hits: the questions whose words a search has, answered for the places it names."""

import pytest

from kim import queries, search
from kim.queries import View
from kim.search import Group
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
        ("Fachaufsicht", "", []),
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


def test_only_those_with_most_of_the_words(pages_store: World) -> None:  # noqa: F811
    some = answers(pages_store, "Fachaufsicht Kosten Besuch", "05566076")
    assert some is not None
    assert not some.is_whole
    many = answers(pages_store, "Stellen Case Management", "05566076", most=1)
    assert many is not None
    assert (len(many.hits), many.is_whole) == (1, True)
    assert asked(many) == ["Rheine | Wie viele Stellen hat das Case Management?"]
