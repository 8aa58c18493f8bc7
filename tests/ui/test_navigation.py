"""The register of pages: sections, order, addresses."""

from ui import navigation
from ui.texts import text

SECTIONS = (*navigation.SECTIONS, navigation.ABOUT)


def test_the_sections_stand_in_the_order_in_which_people_look() -> None:
    assert [text(f"app.{each}") for each in navigation.SECTIONS] == [
        "Nachsehen",
        "Themen",
        "Verfolgen",
        "Nachprüfen",
        "Pflegen",
    ]


def test_pages_of_a_section_stand_together() -> None:
    order = [SECTIONS.index(each.section) for each in navigation.PAGES]
    assert order == sorted(order)


def test_an_address_is_given_once() -> None:
    addresses = [each.address for each in navigation.PAGES]
    assert len(addresses) == len(set(addresses))
    assert navigation.PAGES[0].address == ""
    assert "ueberblick" in addresses
