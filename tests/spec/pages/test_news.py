"""Was ist neu: two ways between two days, kept in the address; the own place first."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kim import german
from kim.store import store
from kim.tables import ROOT
from tests.conftest import World
from tests.pages.visitors import sit_at_this_machine
from tests.spec.pages.conftest import Open, opened
from tests.spec.reading import says
from tests.spec.screen import container, controls
from tests.spec.told import FIRST, LOADED, SECOND
from tests.spec.world import FACTS, pages_world, written

RHEINE = "05566076"
TODAY = german.day(german.today())


def lines(app: AppTest, names: object = None) -> list[str]:
    return controls(app, names or {})  # type: ignore[arg-type]


def days(app: AppTest) -> tuple[date, date]:
    return app.date_input(key="von").value, app.date_input(key="bis").value


def test_what_happened_in_a_year(page: Open, names: object) -> None:
    app = page("news", orte=RHEINE, von="2021-01-01", bis="2023-12-31")

    says(
        lines(app, names),
        """
        # Was ist neu
        Zu Rheine, vom 01.01.2021 bis zum 31.12.2023: 1 überfällige Zusage, 1 geänderte Zahl, 1 Beschluss oder Beratung, 1 Ereignis, 5 neue Angaben und 1 erwartetes Ereignis. Dazu 5 Angaben aus Dokumenten dieser Zeit, die keinen eigenen Tag nennen.
        """,
    )


def test_the_days_are_kept_in_the_address_unless_they_are_the_preset(page: Open) -> None:
    app = page("news", orte=RHEINE)
    assert days(app) == (date(2021, 11, 3), german.today())
    assert "von" not in app.query_params

    app.date_input(key="von").set_value(date(2021, 6, 1)).run()
    assert app.query_params["von"] == ["2021-06-01"]
    assert "bis" not in app.query_params


def test_the_preset_follows_the_chosen_places(page: Open) -> None:
    app = page("news", orte=RHEINE)
    app.multiselect(key="orte").set_value(["05558"]).run()

    assert days(app)[0] == date(2022, 12, 31)
    assert "von" not in app.query_params


def test_days_the_wrong_way_round_are_turned_and_that_is_said(page: Open) -> None:
    app = page("news", orte=RHEINE, von="2023-01-01", bis="2022-01-01")

    assert [each.value for each in app.warning] == [
        "Der erste Tag liegt nach dem zweiten. Gezeigt wird die Zeit dazwischen."
    ]
    assert "Zu Rheine, vom 01.01.2022 bis zum 01.01.2023: " in lines(app)[1]


def test_a_day_that_is_none_is_said(page: Open) -> None:
    app = page("news", orte=RHEINE, von="2022-99-99")

    assert days(app)[0] == date(2021, 11, 3)
    assert "2022-99-99" in app.warning[0].value.replace("\\", "")


def test_the_own_place_comes_first_then_its_district_then_the_others(page: Open) -> None:
    app = page("news", ort=RHEINE, von="2020-01-01")
    titles = [line.split(" (")[0] for line in lines(app) if " (" in line and "->" not in line]
    places = [each for each in titles if each.startswith(("Rheine", "Kreis", "Hilden", "Dazu"))]

    assert places[0] == "Rheine"
    assert places.index("Kreis Steinfurt") < places.index("Kreis Coesfeld")
    assert places[-1].startswith("Dazu vom Land")


def test_the_district_of_a_town_is_told_though_nobody_chose_it(page: Open) -> None:
    app = page("news", orte=RHEINE, von="2020-01-01")

    assert any(line.startswith("Dazu aus dem Kreis: Kreis Steinfurt (") for line in lines(app))


def test_where_nothing_is_dated_it_says_until_when_was_looked(page: Open) -> None:
    app = page("news", orte="05566012", von="2023-01-01", bis="2023-01-02")

    assert [each.value for each in app.info] == [
        "In dieser Zeit ist nichts datiert. Das heißt nicht, dass nichts geschehen ist: "
        "Zu diesen Orten haben wir kein Dokument mit Datum."
    ]


def test_without_a_place_it_asks_for_one(page: Open) -> None:
    app = page("news", orte="", von="2023-01-01")

    assert [each.value for each in app.info] == [
        "Kein Ort gewählt. Wählen Sie oben mindestens einen Ort."
    ]
    assert not app.warning


def test_as_long_as_there_is_one_version_nothing_came_to_be_known(page: Open) -> None:
    app = page("news", orte=RHEINE, blick="gelernt")

    assert "dasselbe" in lines(app)[1]
    assert "Voreingestellt: seit der ersten Fassung" in " ".join(lines(app))
    app.date_input(key="von").set_value(date(2020, 1, 1)).run()
    assert "neu erfasste Angaben" in lines(app)[1]


def test_the_way_is_kept_in_the_address_and_has_days_of_its_own(page: Open) -> None:
    app = page("news", orte=RHEINE, von="2021-06-01")
    app.radio(key="blick").set_value("gelernt").run()

    assert app.query_params["blick"] == ["gelernt"]
    assert "von" not in app.query_params


@pytest.fixture(scope="module")
def two_versions(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The world, and a month later one in which the posts of Rheine are told otherwise."""
    world = pages_world(tmp_path_factory.mktemp("versions"), LOADED[0])
    positions = FACTS["positions"].replace("| 3.5  ", "| 4.5  ")
    world.write("positions", *written(positions))
    assert world.build(LOADED[1]).findings == []
    return world


def test_what_came_to_be_known_since_the_version_before(
    two_versions: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_STORE", str(Path(two_versions.store.folder)))
    monkeypatch.chdir(ROOT)
    sit_at_this_machine(monkeypatch)
    store.cache_clear()
    app = opened("news", orte=RHEINE, blick="gelernt")

    assert days(app) == (FIRST, german.today())
    assert lines(app)[1] == (
        f"Zu Rheine wissen wir am {TODAY} anderes als am {german.day(FIRST)}: 1 geänderte Angabe."
    )
    assert "geändert Baustein 2: Case Management · 4,5 Stellen" in " ".join(lines(app))
    assert f"erfasst am {german.day(SECOND)}" in " ".join(lines(app))
    assert container(app, "exhibit-neu") is not None
