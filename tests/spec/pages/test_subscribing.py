"""Calendar and feed are offered where one follows a place: one click from the page."""

import pytest

from tests.spec.pages.conftest import Open
from ui import navigation

CALENDAR, FEED = "/calendar.ics?place=05566076", "/feed.atom?place=05566076"


@pytest.mark.parametrize("name", ["commitments", "news", "profile"])
def test_the_own_place_can_be_subscribed_to(page: Open, name: str) -> None:
    shown = " ".join(each.proto.body for each in page(name, ort="05566076").get("html"))
    assert f'href="{CALENDAR}"' in shown
    assert f'href="{FEED}"' in shown


@pytest.mark.parametrize("name", ["commitments", "news"])
def test_without_an_own_place_nothing_is_offered(page: Open, name: str) -> None:
    shown = " ".join(each.proto.body for each in page(name, orte=["05566", "05558"]).get("html"))
    assert "/calendar.ics" not in shown


@pytest.mark.parametrize(
    "name", [each.name for each in navigation.PAGES if each.section == navigation.THEMES]
)
def test_a_page_on_a_theme_offers_the_feed_of_this_theme(page: Open, name: str) -> None:
    shown = " ".join(each.proto.body for each in page(name, ort="05566076").get("html"))
    assert f'href="{FEED}&amp;contents={name}"' in shown
    shown = " ".join(each.proto.body for each in page(name, orte=["05566", "05558"]).get("html"))
    assert "/feed.atom" not in shown
