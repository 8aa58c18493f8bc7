"""`/api/v1/exhibits/<name>.svg` and `.png`: the pictures that the pages offer, at an address."""

from datetime import date
from xml.etree import ElementTree

import pytest

from kim import queries
from kim.queries import View
from kim.store import store
from tests.ui.endpoints.conftest import Get, said
from ui import exhibits
from ui.pictures.picture import WIDTHS, Size
from ui.report import pictured

PLACES = ("05558", "05566076")
FILTER = "&".join(f"place={each}" for each in PLACES)
NEWEST = f"/api/v1/exhibits/jetzt.svg?{FILTER}"
EARLY, LOADED = date(2022, 6, 30), date(2024, 1, 10)
ADDRESS = "https://kim.example/stellen?orte=05558&orte=05566076"


def test_a_picture_is_the_one_of_its_page(get: Get) -> None:
    with queries.answered_by(store().current()):
        expected = pictured.svg(exhibits.NEWEST_POSTS, View(PLACES), address=ADDRESS)
    answer = get(NEWEST)

    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert get(NEWEST, accept_encoding="identity").body == expected
    assert get(f"/api/v1/exhibits/jetzt.svg?place={PLACES[1]}&place={PLACES[0]}").body == expected


def test_a_picture_is_asked_for_days(get: Get) -> None:
    made = get(f"{NEWEST}&held_on={EARLY}&known_on={LOADED}").body
    words = " ".join(ElementTree.fromstring(made).itertext())  # noqa: S314

    for each in ("Stand: 30.06.2022", "bekannt am 10.01.2024", "1,9 eingerichtet"):
        assert each in words
    assert "3,5 eingerichtet" not in words
    assert f"{ADDRESS}&stand=2022-06-30&kenntnis=2024-01-10" in "".join(words.split())


@pytest.mark.parametrize("size", Size)
def test_a_picture_is_as_wide_as_asked_and_a_raster_twice(get: Get, size: Size) -> None:
    vector = ElementTree.fromstring(get(f"{NEWEST}&size={size}").body)  # noqa: S314
    raster = get(f"/api/v1/exhibits/jetzt.png?{FILTER}&size={size}")

    assert int(vector.attrib["width"]) == WIDTHS[size]
    assert raster.headers["content-type"] == "image/png"
    assert raster.body[:8] == b"\x89PNG\r\n\x1a\n"
    assert abs(int.from_bytes(raster.body[16:20]) - 2 * WIDTHS[size]) <= 2


@pytest.mark.parametrize("key", [each.key for each in exhibits.EXHIBITS])
def test_every_exhibit_has_a_picture_or_says_that_it_has_none(get: Get, key: str) -> None:
    with queries.answered_by(store().current()):
        places = tuple(queries.places()["ags"])
        (shown,) = (each for each in exhibits.EXHIBITS if each.key == key)
        is_charted = pictured.svg(shown, View(places)) is not None
    answer = get(f"/api/v1/exhibits/{key}.svg?place={'&place='.join(places)}")

    assert answer.status == (200 if is_charted else 404)
    if not is_charted:
        assert said(answer)["type"] == "urn:kim-nrw:problem:no-chart"
        assert key in said(answer)["detail"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        (f"stocks.svg?{FILTER}", 404, "exhibit-unknown"),
        (f"jetzt.gif?{FILTER}", 404, "nothing-here"),
        (f"..%2fjetzt.svg?{FILTER}", 404, "exhibit-unknown"),
        (f"jetzt.svg?{FILTER}&known_on=2000-01-01", 404, "nothing-to-show"),
        (f"zusagen.png?{FILTER}", 404, "no-chart"),
        ("jetzt.svg", 400, "missing"),
        (f"jetzt.svg?{FILTER}&size=wall", 400, "choice-unknown"),
        (f"jetzt.svg?{FILTER}&exhibit=fluss", 400, "parameter-unknown"),
        (f"jetzt.svg?{FILTER}&{'x' * 9_000}", 414, "address-too-long"),
    ],
)
def test_what_has_no_picture_is_a_problem(get: Get, address: str, status: int, words: str) -> None:
    answer = get(f"/api/v1/exhibits/{address}")
    assert (answer.status, said(answer)["type"]) == (status, f"urn:kim-nrw:problem:{words}")


def test_a_picture_that_has_not_changed_is_not_drawn_again(get: Get) -> None:
    entity = get(NEWEST).headers["etag"]
    assert get(NEWEST, if_none_match=entity).status == 304
    for other in (
        f"{NEWEST}&size=phone",
        f"{NEWEST}&held_on={EARLY}",
        NEWEST.replace("jetzt", "stellen"),
    ):
        assert get(other, if_none_match=entity).headers["etag"] != entity
    assert get(NEWEST, host="other.example").headers["etag"] != entity


def test_who_hands_a_picture_out_is_part_of_what_may_have_changed(
    get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    entity = get(NEWEST).headers["etag"]
    monkeypatch.setenv("KIM_OPERATOR", "Amt für Integration")
    answer = get(NEWEST, if_none_match=entity)
    assert answer.status == 200
    assert "Amt für Integration" in answer.words
