"""Every day that a page names is a day in Germany, whatever day it is in UTC."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from kim.store import store
from kim.tables import ROOT
from tests.pages.visitors import sit_at_this_machine
from tests.spec.pages.conftest import Offers, opened, sheet
from tests.spec.screen import screen
from tests.spec.world import FACTS, names_of_facts, pages_world, written

pytestmark = pytest.mark.writing

# Half past midnight on the day after the clocks went forward, a quarter past after they went back.
FIRST, SECOND = datetime(2024, 3, 31, 22, 30), datetime(2024, 10, 27, 23, 15)  # noqa: DTZ001
Names = Mapping[str, str]


@pytest.fixture(scope="module")
def two_loads(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Names]:
    """A store with two loads soon after midnight in Germany; the second changes one statement."""
    world = pages_world(tmp_path_factory.mktemp("midnight"), FIRST)
    rows = [
        {**row, "quantity": "7"} if row["anchor"] == "acht Stellen" else row
        for row in written(FACTS["positions"])
    ]
    world.write("positions", *rows)
    assert world.build(SECOND).findings == []
    return world.store.folder, names_of_facts(world)


@pytest.fixture
def names(two_loads: tuple[Path, Names], monkeypatch: pytest.MonkeyPatch) -> Names:
    folder, names = two_loads
    monkeypatch.setenv("KIM_STORE", str(folder))
    monkeypatch.chdir(ROOT)
    sit_at_this_machine(monkeypatch)
    store.cache_clear()
    return names


def test_evidence_says_since_which_day_a_statement_was_known(names: Names) -> None:
    key = next(key for key, words in names.items() if words == "positions acht Stellen")
    lines = screen(opened("evidence", fakt=key), names)
    begin = lines.index("**Was wann bekannt war**") + 1

    assert [line[:16] for line in lines[begin : begin + 2]] == [
        "seit 28.10.2024:",
        "seit 01.04.2024:",
    ]


def test_method_and_citation_name_the_day_of_the_version(names: Names) -> None:
    searched = screen(opened("method", teil="searched_title"), names)
    cited = screen(opened("method", teil="cite_title"), names)

    assert any("erfasst bis zum 28.10.2024" in line for line in searched)
    assert any("Fassung 2 vom 28.10.2024." in line for line in cited)


def test_history_names_day_and_hour(names: Names) -> None:
    lines = screen(opened("history"), names)

    assert [line.split(" | ")[:2] for line in lines[-3:-1]] == [
        ["2", "28.10.2024, 00:15 Uhr"],
        ["1", "01.04.2024, 00:30 Uhr"],
    ]


def test_the_day_of_knowledge_is_a_german_day(names: Names, offers: Offers) -> None:
    before = screen(opened("evidence", kenntnis="2024-03-31"), names)
    assert (
        "(i) Am 31.03.2024 war hier noch nichts erfasst. Die erste Fassung ist vom 01.04.2024."
        in before
    )
    assert not any(
        "noch nichts" in line for line in screen(opened("evidence", kenntnis="2024-04-01"), names)
    )
    for day, value in (("2024-10-27", "8"), ("2024-10-28", "7")):
        offers.clear()
        opened("positions", orte="Kreis Coesfeld", kenntnis=day, ansicht_stellen="Herunterladen")
        rows = sheet(offers["Excel-Datei (XLSX)"][2](), "Daten")
        assert [row for row in rows if "acht Stellen" in row and f" | {value} | " in row], day
