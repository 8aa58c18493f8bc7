"""Was ist neu: two ways between two days, kept in the address; the own place first."""

import re
from collections.abc import Mapping
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
from tests.spec.screen import container, screen, seen
from tests.spec.told import FIRST, LOADED, SECOND
from tests.spec.world import FACTS, pages_world, written

RHEINE = "05566076"
TITLE = re.compile(r"(?P<place>(Rheine|Hilden|Kreis)[^:|(]*) \(\d+\)")
TODAY = german.day(german.today())


def lines(app: AppTest, names: Mapping[str, str] | None = None) -> list[str]:
    return screen(app, names or {})


def address(app: AppTest, name: str) -> str:
    """What the address says of a parameter; empty for nothing."""
    given = app.query_params.get(name, "")
    return given if isinstance(given, str) else "".join(given)


def finding(app: AppTest) -> str:
    lines_of_page = lines(app)
    return lines_of_page[lines_of_page.index("# Was ist neu") + 1]


def days(app: AppTest) -> tuple[date, date]:
    return app.date_input(key="von").value, app.date_input(key="bis").value


def test_what_happened_in_a_year(page: Open, names: Mapping[str, str]) -> None:
    app = page("news", orte=RHEINE, von="2021-01-01", bis="2023-12-31")

    says(
        lines(app, names),
        """
        # Was ist neu
        Zu Rheine, vom 01.01.2021 bis zum 31.12.2023: 1 Zusage mit vergangenem Termin, 1 geänderte Zahl, 1 Beschluss oder Beratung, 1 Ereignis und 6 erstmals genannte Angaben. Dazu 7 Angaben aus Dokumenten dieser Zeit, die keinen eigenen Tag nennen. Sie stehen auf den Seiten zu den Themen.
        Was geschah zwischen zwei Tagen, und was haben wir dazugelernt? Jede Zeile führt zu ihrem Beleg.
        - Voreingestellt: vom 03.11.2021 bis zum 03.11.2022, das Jahr vor dem jüngsten Dokument zu diesen Orten. Was danach geschah, ist nicht gelesen.
        Rheine (10) / 1,9 → 3,5 Baustein 2: Case Management · 3,5 Stellen · Gesamtzahl · eingerichtet · Stadt Rheine Stellen · ab 01.05.2023 vorher: Baustein 2: Case Management · 1,9 Stellen · Gesamtzahl · eingerichtet · Stadt Rheine Niederschrift 2022, Absatz 2 -> positions 3,5 Stellen
        Termin vorbei seit Ende 2022 Konzept Verwaltung · Rat · einmal · Zusagen · fällig: 2022 in den durchsuchten Dokumenten keine Einlösung gefunden Niederschrift 2022, Absatz 5 -> commitments bis 2022 ein Konzept
        erstmals genannt Baustein 2: Case Management · 1 Stelle · Zuwachs · geplant Stellen · ab 2022, Tag nicht genannt Niederschrift 2022, Absatz 1 -> positions dazu kommen
        erstmals genannt Baustein 2: Case Management · 1,6 Stellen · Zuwachs · eingerichtet · von uns erschlossen Stellen · ab 2022, Tag nicht genannt Niederschrift 2022, Absatz 1 -> positions kommen 1,6 Stellen
        erstmals genannt Baustein 2: Case Management · Personal · 55.000 Euro je Stelle und Jahr · Kreis Steinfurt · Stadt Rheine Finanzierung · ab 2022, Tag nicht genannt Niederschrift 2022, Absatz 4 -> funding 55.000 Euro
        erstmals genannt Einwohnerinnen und Einwohner · 77.000 Kennzahlen der Orte · 31.12.2022 Bericht 2020, Absatz 2 -> indicators danach in Rheine
        erreicht Beginn Baustein 2: Case Management · Zeitachse · März 2022 Niederschrift 2022, Absatz 7 -> milestones im März 2022
        erstmals genannt Baustein 2: Case Management · Stadt Rheine · empfängt die Zuwendung · Kreis Steinfurt Träger und Rollen · ab 2021, Tag nicht genannt Niederschrift 2022, Absatz 3 -> carriers leitet die Zuwendung
        beschlossen Teilnahme Rat · Beschlüsse · 15.06.2021 Niederschrift 2022, Absatz 7 -> decisions 15. Juni 2021
        erstmals genannt Baustein 2: Case Management · 1,9 Stellen · Gesamtzahl · eingerichtet · Stadt Rheine Stellen · ab 01.01.2021 Niederschrift 2022, Absatz 1 -> positions richtet 1,9 Stellen
        Dazu aus dem Kreis: Kreis Steinfurt (1)
        erstmals genannt Baustein 2: Case Management · Kreis Steinfurt · leitet die Zuwendung weiter · Stadt Rheine Träger und Rollen · ab 2021, Tag nicht genannt Niederschrift 2022, Absatz 3 -> carriers an die Stadt weiter
        - Zeichen: – genau nichts · . unbekannt: nichts gefunden oder nicht genannt · ( ) unsicher: ungeprüft oder nur behauptet
        Abonnieren: Termine der Zusagen (Kalender) -> /calendar.ics · Was ist neu (Feed) -> /feed.atom
        """,
    )


def test_the_days_are_kept_in_the_address_unless_they_are_the_preset(page: Open) -> None:
    app = page("news", orte=RHEINE)
    assert days(app) == (date(2021, 11, 3), date(2022, 11, 3))
    assert address(app, "von") == ""

    app.date_input(key="von").set_value(date(2021, 6, 1)).run()
    assert address(app, "von") == "2021-06-01"
    assert address(app, "bis") == ""


def test_the_preset_follows_the_chosen_places(page: Open) -> None:
    app = page("news", orte=RHEINE)
    app.multiselect(key="orte").set_value(["05558"]).run()

    assert days(app)[0] == date(2022, 12, 31)
    assert address(app, "von") == ""


def test_days_the_wrong_way_round_are_turned_and_that_is_said(page: Open) -> None:
    app = page("news", orte=RHEINE, von="2023-01-01", bis="2022-01-01")

    assert [each.value for each in app.warning] == [
        "Der erste Tag liegt nach dem zweiten. Gezeigt wird die Zeit dazwischen."
    ]
    assert "Zu Rheine, vom 01.01.2022 bis zum 01.01.2023: " in finding(app)


def test_a_day_that_is_none_is_said(page: Open) -> None:
    app = page("news", orte=RHEINE, von="2022-99-99")

    assert days(app)[0] == date(2021, 11, 3)
    assert "2022-99-99" in app.warning[0].value.replace("\\", "")


def test_the_own_place_comes_first_then_its_district_then_the_others(page: Open) -> None:
    app = page("news", ort=RHEINE, von="2020-01-01")
    found = [TITLE.match(line) for line in lines(app)]
    places = [each["place"] for each in found if each]

    assert places == ["Rheine", "Kreis Steinfurt", "Kreis Coesfeld"]


def test_the_district_of_a_town_is_told_though_nobody_chose_it(page: Open) -> None:
    app = page("news", orte=RHEINE, von="2020-01-01")

    assert any(line.startswith("Dazu aus dem Kreis: Kreis Steinfurt (") for line in lines(app))


def test_where_nothing_is_dated_it_says_until_when_was_looked(page: Open) -> None:
    app = page("news", orte="05566012", von="2023-01-01", bis="2023-01-02")

    assert [seen(each.value) for each in app.info] == [
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

    assert "dasselbe" in finding(app)
    assert "Voreingestellt: seit der ersten Fassung" in " ".join(lines(app))
    app.date_input(key="von").set_value(date(2020, 1, 1)).run()
    assert "neu erfasste Angaben" in finding(app)


def test_the_way_is_kept_in_the_address_and_has_days_of_its_own(page: Open) -> None:
    app = page("news", orte=RHEINE, von="2021-06-01")
    app.radio(key="blick").set_value("gelernt").run()

    assert address(app, "blick") == "gelernt"
    assert address(app, "von") == ""


@pytest.fixture(scope="module")
def two_versions(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The world, and a month later one in which the steering group is told otherwise."""
    world = pages_world(tmp_path_factory.mktemp("versions"), LOADED[0])
    bodies = FACTS["bodies"].replace("| exists ", "| planned")
    world.write("bodies", *written(bodies))
    assert world.build(LOADED[1]).findings == []
    return world


def test_what_came_to_be_known_since_the_version_before(
    two_versions: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_STORE", str(Path(two_versions.store.folder)))
    monkeypatch.chdir(ROOT)
    sit_at_this_machine(monkeypatch)
    store.cache_clear()
    app = opened("news", orte="05566", blick="gelernt")

    assert days(app) == (FIRST, german.today())
    assert finding(app) == (
        f"Zum Kreis Steinfurt wissen wir am {TODAY} anderes als am {german.day(FIRST)}: 1 geänderte Angabe."
    )
    told = next(line for line in lines(app) if "geändert Lenkungsgruppe" in line)
    assert "strategisch · Kreis Steinfurt · geplant" in told
    assert f"erfasst am {german.day(SECOND)} vorher: Lenkungsgruppe" in told
    assert container(app, "exhibit-neu") is not None
