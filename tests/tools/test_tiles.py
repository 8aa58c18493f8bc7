"""The shipped regions: keys, names and the tile map."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from kim.regions import region_key

REGIONS = Path(__file__).parents[2] / "data" / "regions.csv"


@pytest.fixture(scope="module")
def regions() -> dict[str, dict[str, str]]:
    with REGIONS.open(encoding="utf-8", newline="") as file:
        return {row["ags"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def tiles(regions: dict[str, dict[str, str]]) -> dict[str, tuple[int, int]]:
    placed = {ags: row for ags, row in regions.items() if row["tile_x"] or row["tile_y"]}
    return {ags: (int(row["tile_x"]), int(row["tile_y"])) for ags, row in placed.items()}


@pytest.fixture(scope="module")
def standing(regions: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """The regions that are not gone."""
    return {ags: row for ags, row in regions.items() if not row["valid_to"]}


def test_regions_are_complete_and_belong_together(
    regions: dict[str, dict[str, str]], standing: dict[str, dict[str, str]]
) -> None:
    kinds = Counter(row["kind"] for row in standing.values())
    assert kinds == {"land": 1, "district": 31, "independent_city": 22, "municipality": 374}
    parents = {"land": "", "district": "05", "independent_city": "05"}
    assert all(row["parent"] == parents.get(row["kind"], ags[:5]) for ags, row in regions.items())
    assert {row["kind"] for row in regions.values() if row["parent"] == "05334"} == {"municipality"}


def test_names_are_distinct(regions: dict[str, dict[str, str]]) -> None:
    names = {row["name"] for row in regions.values()}
    assert len(names) == len(regions)
    assert {"Kreis Coesfeld", "Coesfeld", "Rhein-Sieg-Kreis", "Städteregion Aachen"} <= names


def test_a_place_stands_once(regions: dict[str, dict[str, str]]) -> None:
    assert all(region_key(ags) == ags for ags in regions)
    assert len(regions) == len(set(regions))


def test_what_took_the_place_of_one_that_is_gone(regions: dict[str, dict[str, str]]) -> None:
    """The Städteregion Aachen took over from the district and the independent city of Aachen."""
    gone = {ags: row["successor"] for ags, row in regions.items() if row["valid_to"]}
    assert gone == {"05354": "05334", "05313": "05334002"}
    for ags, heir in gone.items():
        assert regions[ags]["valid_to"] == "2009-10-20"
        assert regions[heir]["valid_from"] == "2009-10-21"
        assert not regions[ags]["tile_x"]
    assert {ags for ags, row in regions.items() if row["successor"]} == set(gone)


def test_each_district_has_a_tile_of_its_own(
    standing: dict[str, dict[str, str]], tiles: dict[str, tuple[int, int]]
) -> None:
    assert set(tiles) == {ags for ags in standing if len(ags) == 5}
    assert len(set(tiles.values())) == 53
    assert [min(axis) for axis in zip(*tiles.values(), strict=True)] == [0, 0]


def test_the_tiles_are_one_shape_without_holes(tiles: dict[str, tuple[int, int]]) -> None:
    taken = set(tiles.values())
    frame = {(x, y) for x in range(-1, 13) for y in range(-1, 13)}
    for cells in (taken, frame - taken):
        seen: set[tuple[int, int]] = set()
        todo = [min(cells)]
        while todo:
            x, y = todo.pop()
            seen.add((x, y))
            beside = {(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)}
            todo.extend(beside & cells - seen)
        assert seen == cells


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05566", "05515"),
        ("05558", "05515"),
        ("05570", "05515"),
        ("05382", "05314"),
        ("05158", "05111"),
        ("05112", "05111"),
        ("05316", "05315"),
        ("05362", "05315"),
        ("05913", "05911"),
        ("05711", "05754"),
        ("05770", "05758"),
        ("05970", "05966"),
    ],
)
def test_neighbours_stay_neighbours(
    tiles: dict[str, tuple[int, int]], one: str, other: str
) -> None:
    (x, y), (to_x, to_y) = tiles[one], tiles[other]
    assert max(abs(x - to_x), abs(y - to_y)) == 1


def test_the_corners_of_the_land_stay_corners(tiles: dict[str, tuple[int, int]]) -> None:
    kleve, minden, siegen, aachen = (tiles[ags] for ags in ("05154", "05770", "05970", "05334"))
    assert kleve[0] == 0
    assert minden[1] == 0
    assert siegen[0] > aachen[0]
    assert kleve[1] < aachen[1]
    assert minden[1] < siegen[1]
