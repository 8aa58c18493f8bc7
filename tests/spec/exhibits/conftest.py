"""What an exhibit says of the small world: its sentence and its table, as lines of text."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date

import pytest

from kim import exhibit as said
from kim import queries
from kim.queries import View
from tests.conftest import World
from tests.spec.world import names_of_facts, pages_store  # noqa: F401
from ui.exhibits.exhibit import Exhibit

LAND, HILDEN, COESFELD, STEINFURT, RHEINE = "05", "05158016", "05558", "05566", "05566076"
MOST = 200
Says = Callable[..., list[str]]


@pytest.fixture(scope="session")
def names(pages_store: World) -> Mapping[str, str]:  # noqa: F811
    """What the keys of the facts stand for."""
    return names_of_facts(pages_store)


@pytest.fixture
def answered(pages_store: World) -> Iterator[None]:  # noqa: F811
    """Within, the small world answers."""
    with queries.answered_by(pages_store.store.current()):
        yield


@pytest.fixture
def shown(answered: None, names: Mapping[str, str]) -> Says:
    """The lines of an exhibit for these places: sentence, heads, facts with what they lead to."""

    def lines(
        exhibit: Exhibit, *places: str, chosen: tuple[Hashable, ...] = (), held_on: str = ""
    ) -> list[str]:
        view = View(places, date.fromisoformat(held_on) if held_on else None)
        rows = exhibit.rows(view, *chosen)
        listing = said.listing(rows, exhibit.declared, MOST)
        heads = " | ".join(("Ort", "Beleg", *(each.title for each in listing.fields)))
        facts = [
            f"{' | '.join((line.place, line.proof, *line.cells))} -> {names[str(line.fact)]}"
            for line in listing.lines
        ]
        return [said.sentence(rows, view), *([heads, *facts] if facts else [])]

    return lines
