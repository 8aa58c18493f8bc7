"""kim.named_places: which places do the words of a search name?"""

import pytest

from kim import queries
from kim.named_places import Named, named_places
from kim.word_forms import is_noun, spelled, stems
from tests.conftest import World
from tests.spec.world import pages_store  # noqa: F401


@pytest.mark.parametrize(
    ("words", "places", "names"),
    [
        ("Evaluation Hilden", ("05158016",), {1}),
        ("Stadt Rheine", ("05566076",), {1}),
        ("Rheines Stellen", ("05566076",), {0}),
        ("Kreis Steinfurt", ("05566",), {0, 1}),
        ("Stellen Rheine Hilden", ("05158016", "05566076"), {1, 2}),
        ("Sankt Augustin", ("05382056",), {0, 1}),
        ("Kreis", (), set()),
        ("Stellen", (), set()),
        ("Rheine Hilden Münster Emsdetten", (), set()),
    ],
    ids=str,
)
def test_the_places_of_which_most_words_are_named(
    pages_store: World,  # noqa: F811
    words: str,
    places: tuple[str, ...],
    names: set[int],
) -> None:
    with queries.answered_by(pages_store.store.current()):
        asked = [(each, stems(each), is_noun(each)) for each in spelled(words)]
        found = named_places(queries.found_words(asked))

    assert found == Named(places, frozenset(names))
