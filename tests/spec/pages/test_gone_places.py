"""A place that is gone: what is said of it stands on every page under the one that came after, with a word."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import plotly.graph_objects as go
import pytest

from kim import queries
from kim.exhibit import sentence
from kim.queries import View
from kim.store import store
from kim.tables import ROOT
from tests.conftest import World
from tests.spec.pages.conftest import STEINFURT, opened
from tests.spec.screen import screen
from tests.spec.world import FACTS, REGIONS, names_of_facts, pages_world, written
from ui import exhibits
from ui.exhibits.exhibit import Drawn, Exhibit

pytestmark = pytest.mark.writing

GONE = {"ags": "05999", "name": "Altkreis", "kind": "district", "parent": "05"}
GONE |= {"valid_to": "2009-10-20", "successor": "05566"}
SAID = "Altkreis (bis 20.10.2009, danach: Kreis Steinfurt)"
VIEW = View(("05566",))


@pytest.fixture(scope="module")
def gone_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The small world in which all that is said of any place is said of one that is gone, too."""
    world = pages_world(tmp_path_factory.mktemp("gone"))
    world.write("regions", *written(REGIONS), GONE)
    for name, text in FACTS.items():
        rows = written(text)
        again = {tuple(row.items()): row for row in ({**row, "region": "05999"} for row in rows)}
        world.write(name, *rows, *again.values())
    report = world.build()
    assert [str(each) for each in report.findings] == []
    return world


@pytest.fixture
def gone(gone_world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setenv("KIM_STORE", str(gone_world.store.folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    yield gone_world
    store.cache_clear()


def words(drawn: Drawn) -> str:
    return str(drawn.to_plotly_json()) if isinstance(drawn, go.Figure) else repr(drawn)


@pytest.mark.parametrize("exhibit", exhibits.EXHIBITS, ids=lambda each: each.key)
def test_every_exhibit_shows_it_with_its_successor(gone: World, exhibit: Exhibit) -> None:
    rows = exhibit.rows(VIEW)
    assert "05999" in set(rows["region"])
    assert set(rows.loc[rows["region"] == "05999", "place"]) == {SAID}
    drawn = words(exhibit.drawn(rows, VIEW)).replace("<br>", " ").replace("\\u00a0", " ")
    assert "Altkreis" in drawn


def test_it_is_no_place_of_its_own(gone: World) -> None:
    counted = queries.coverage(View(()), ("bodies",))
    assert "05999" not in set(queries.places()["ags"])
    assert "05999" not in set(counted["ags"])
    assert counted.set_index("ags").loc["05566", "facts"] == 2


@pytest.mark.parametrize("name", ["overview", "carriers"])
def test_pages_say_what_it_was(gone: World, name: str) -> None:
    names: Mapping[str, str] = names_of_facts(gone)
    said = screen(opened(name, orte=[STEINFURT]), names)
    assert any(SAID in line for line in said), said
    assert not any("Traceback" in line for line in said)


def test_what_is_said_of_it_is_said_of_its_successor(gone: World) -> None:
    rows = queries.positions(VIEW, ("2",))
    assert set(rows["region"]) == {"05999"}
    said = sentence(rows, VIEW)
    assert "Angaben zum Kreis Steinfurt" in said
    assert "Ohne Angabe" not in said


def test_its_evidence_says_what_it_was(gone: World, tmp_path: Path) -> None:
    [fact] = queries.facts("bodies", VIEW).query("region == '05999'")["fact"]
    assert queries.evidence("bodies", int(fact))["place"].iloc[0] == SAID
