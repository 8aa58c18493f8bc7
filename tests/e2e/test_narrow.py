"""On a tablet and a phone in a real browser: four places stand two and two, events on the axis of time are named whole."""

import pytest
from playwright.sync_api import Page

from tests.e2e.addresses import FOUR
from tests.e2e.conftest import Visit

pytestmark = pytest.mark.e2e

IN_A_LINE = """all => all.map(each => [...each.children].filter(one => one.tagName != 'TH')
    .reduce((lines, one) => { const top = Math.round(one.getBoundingClientRect().top);
        lines[top] = (lines[top] || 0) + 1; return lines }, {})).map(Object.values)"""
NAMES = """all => all.filter(each => !each.closest('.legend')).map(each => {
    const name = each.getBoundingClientRect(), frame = each.closest('svg').getBoundingClientRect();
    return [name.width > 0, name.left >= frame.left, name.right <= frame.right] })"""


def in_a_line(page: Page, boxes: str) -> list[list[int]]:
    """Of each of these boxes, how many of what it holds stand in each of its lines; those of one left out."""
    page.locator(boxes).first.wait_for(state="attached")
    found: list[list[int]] = page.locator(boxes).evaluate_all(IN_A_LINE)
    return [each for each in found if sum(each) > 1]


@pytest.mark.parametrize("visit", [820], indirect=True)
@pytest.mark.parametrize(
    ("address", "boxes"),
    [(f"/vergleich?{FOUR}", ".kim-comparison tbody tr"), (f"/?{FOUR}", ".kim-figures")],
)
def test_four_places_stand_two_and_two_on_a_tablet(visit: Visit, address: str, boxes: str) -> None:
    found = in_a_line(visit.open(address), boxes)

    assert found
    assert all(each == [2, 2] for each in found)


@pytest.mark.parametrize("visit", [1440, 820, 390, 320], indirect=True)
def test_events_are_named_whole_within_the_frame_of_the_chart(visit: Visit) -> None:
    page = visit.open(f"/zeitachse?{FOUR}")
    names = page.locator(".st-key-exhibit-ereignisse .textpoint text")
    names.first.wait_for()

    assert names.count() > 10
    assert all(all(each) for each in names.evaluate_all(NAMES))
