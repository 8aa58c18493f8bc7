"""The tile map: one square per district, laid out so that neighbours stay neighbours."""

import csv
import math
import re
import sys
from collections.abc import Container
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label
from scipy.optimize import linear_sum_assignment

from kim.regions import region_key
from tools.borders import KM_EAST, KM_NORTH, Pairs, find_neighbours, read_outlines

TARGET = Path(__file__).parent.parent / "data" / "regions.csv"
HISTORY = ("valid_from", "valid_to", "successor")
KINDS = {"Kreis": "district", "Kreisfreie Stadt": "independent_city"}

GRIDS = [(9, 8), (9, 9), (10, 8), (10, 9), (11, 9)]  # columns, rows
SEEDS = range(6, 9)  # of the seeds from 0 to 19, 8 and 14 find the same cheapest layout
STEPS, WARM, COLD = 200_000, 2.0, 0.02
APART, FURTHER, DIAGONAL = 1.5, 0.4, 0.1  # neighbours: not touching, per extra tile, corner only
BEARING = 1.0  # times the square of the turn between neighbours, in right angles
DISPLACED = 0.25  # times the square of the distance from home, in tiles
EVEN = 0.6  # homes: 0 keeps the distances on the ground, 1 spreads the districts evenly
INNER, BORDER = 0.8, 0.1  # per side that faces outwards: districts inside the Land, at its border

STRIDE = 32  # a cell is column * STRIDE + row, from 1, so that offsets of cells are unique
SIDES = (1, -1, STRIDE, -STRIDE)
AROUND = [x * STRIDE + y for x, y in product((-1, 0, 1), repeat=2) if x or y]

Row = dict[str, str]
Places = dict[str, complex]  # real part to the east, imaginary part to the south
Costs = dict[int, float]  # by cell or by offset


@dataclass
class Board:
    """Districts on cells, and what cells, offsets to neighbours and sides facing outwards cost."""

    at: dict[str, int]
    home: dict[str, Costs]
    ties: dict[str, dict[str, Costs]]
    edge: dict[str, float]

    def __post_init__(self) -> None:
        self.taken = {cell: ags for ags, cell in self.at.items()}

    def move(self, ags: str, cell: int) -> None:
        old, other = self.at[ags], self.taken.get(cell)
        del self.taken[old]
        self.at[ags], self.taken[cell] = cell, ags
        if other:
            self.at[other], self.taken[old] = old, other

    def strain(self, *districts: str) -> float:
        """Cost of their cells and of all their ties, each tie counted once."""
        total, done = 0.0, set()
        for ags in districts:
            cell = self.at[ags]
            total += self.home[ags][cell]
            for other, costs in self.ties[ags].items():
                if other not in done:
                    total += costs[self.at[other] - cell]
            done.add(ags)
        return total

    def edges(self) -> float:
        sides = ((cell + side, ags) for cell, ags in self.taken.items() for side in SIDES)
        return sum(self.edge[ags] for beyond, ags in sides if beyond not in self.taken)

    def broken(self) -> int:
        """How many parts the tiles and the empty cells have beyond one each."""
        tiles = np.zeros((STRIDE, STRIDE), dtype=bool)
        tiles.flat[list(self.taken)] = True
        return int(label(tiles)[1] + label(~tiles)[1] - 2)

    def places(self) -> Places:
        return {ags: complex(*divmod(cell, STRIDE)) for ags, cell in self.at.items()}

    def cost(self) -> float:
        return math.inf if self.broken() else self.strain(*self.at) + self.edges()


def _home_costs(centres: Places, cells: NDArray[np.int_]) -> NDArray[np.float64]:
    places = np.array([(place.real, place.imag) for place in centres.values()])
    true = (places - places.min(axis=0)) / np.ptp(places, axis=0)
    even = places.argsort(axis=0, kind="stable").argsort(axis=0) / (len(places) - 1)
    homes = 1 + ((1 - EVEN) * true + EVEN * even) * (cells.max(axis=0) - 1)
    return np.asarray(DISPLACED * ((homes[:, None] - cells) ** 2).sum(axis=2))


def _offset_costs(way: complex, columns: int, rows: int) -> Costs:
    costs = {}
    for x, y in product(range(1 - columns, columns), range(1 - rows, rows)):
        if step := complex(x, y):
            turn = float(np.angle(step / way)) / (math.pi / 2)
            apart = APART + FURTHER * (abs(step) - 2) if max(abs(x), abs(y)) > 1 else 0.0
            costs[x * STRIDE + y] = BEARING * turn**2 + (apart or DIAGONAL * bool(x and y))
    return costs


def start(centres: Places, pairs: Pairs, inner: Container[str], grid: tuple[int, int]) -> Board:
    """Each district on a cell of its own, as near to its home as all together allow."""
    columns, rows = grid
    places = np.array(list(product(range(1, columns + 1), range(1, rows + 1))))
    cells = (places @ [STRIDE, 1]).tolist()
    costs = _home_costs(centres, places)
    home = {ags: dict(zip(cells, costs[i].tolist(), strict=True)) for i, ags in enumerate(centres)}
    _, chosen = linear_sum_assignment(costs)
    at = {ags: cells[index] for ags, index in zip(centres, chosen, strict=True)}
    ties: dict[str, dict[str, Costs]] = {ags: {} for ags in centres}
    for a, b in pairs:
        ties[a][b] = _offset_costs(centres[b] - centres[a], columns, rows)
        ties[b][a] = {-offset: cost for offset, cost in ties[a][b].items()}
    return Board(at, home, ties, {ags: INNER if ags in inner else BORDER for ags in centres})


def improve(board: Board, seed: int) -> Board:
    """Simulated annealing: put districts beside a neighbour, never breaking the shape further."""
    at, districts = board.at, list(board.at)
    near = {ags: list(others) for ags, others in board.ties.items()}
    broken, edges, most_saved = board.broken(), board.edges(), len(SIDES) * INNER
    draws = np.random.default_rng(seed).random((STEPS, 4)).tolist()
    for step, (chance, which, beside, side) in enumerate(draws):
        limit = -WARM * (COLD / WARM) ** (step / STEPS) * math.log(1 - chance)
        a = districts[int(which * len(districts))]
        old = at[a]
        new = at[near[a][int(beside * len(near[a]))]] + AROUND[int(side * len(AROUND))]
        if new == old or new not in board.home[a]:
            continue
        b = board.taken.get(new)
        moved = (a, b) if b else (a,)
        before = board.strain(*moved)
        board.move(a, new)
        change = board.strain(*moved) - before
        if change <= limit + most_saved:
            new_edges = board.edges()
            if change + new_edges - edges <= limit and (b or board.broken() <= broken):
                edges, broken = new_edges, broken if b else board.broken()
                continue
        board.move(a, old)
    return board


def solve(centres: Places, pairs: Pairs, inner: Container[str]) -> Places:
    """The cheapest layout over all grids and seeds: columns from west, rows from north, from 0."""
    best = []
    for grid in GRIDS:
        boards = [improve(start(centres, pairs, inner, grid), seed) for seed in SEEDS]
        best.append(min(boards, key=Board.cost))
        print(f"{grid}: cost {best[-1].cost():.1f}, {_quality(best[-1].places(), centres, pairs)}")
    places = min(best, key=Board.cost).places()
    west, north = min(p.real for p in places.values()), min(p.imag for p in places.values())
    return {ags: place - complex(west, north) for ags, place in places.items()}


def _quality(layout: Places, centres: Places, pairs: Pairs) -> str:
    steps = [(layout[b] - layout[a], centres[b] - centres[a]) for a, b in pairs]
    kept = sum(abs(step) < 1.5 for step, _ in steps) / len(steps)
    true = sum(abs(np.angle(step / way, deg=True)) <= 45 for step, way in steps) / len(steps)
    return f"{kept:.1%} of {len(steps)} neighbours touch, {true:.1%} within 45° of their bearing"


def centre(municipalities: list[Row]) -> tuple[float, float]:
    """Latitude and longitude of the middle, municipalities weighted by area, in degrees."""
    keys = ("area_km2", "lat", "lon")
    area, lat, lon = np.array([[float(row[key]) for row in municipalities] for key in keys])
    return float(np.average(lat, weights=area)), float(np.average(lon, weights=area))


def _region(ags: str, name: str, kind: str, parent: str, towns: list[Row]) -> Row:
    lat, lon = centre(towns)
    row = {"ags": ags, "name": name, "kind": kind, "parent": parent}
    return row | {"lat": f"{lat:.5f}", "lon": f"{lon:.5f}", "tile_x": "", "tile_y": ""}


def read_regions(reference: Path) -> list[Row]:
    """The Land, its districts and independent cities, and the municipalities of the districts."""
    towns = _read(reference / "nrw_municipalities.csv")
    regions = [_region("05", "Nordrhein-Westfalen", "land", "", towns)]
    for row in _read(reference / "nrw_districts.csv"):
        own = [town for town in towns if town["district"] == row["ags"]]
        is_plain = row["kind"] == "Kreis" and not re.search("[Kk]reis|region", row["name"])
        name = f"Kreis {row['name']}" if is_plain else row["name"]
        regions.append(_region(row["ags"], name, KINDS[row["kind"]], "05", own))
    return regions + [
        _region(row["ags"], row["name"], "municipality", row["district"], [row])
        for row in towns
        if region_key(row["ags"]) == row["ags"]
    ]


def with_history(regions: list[Row], held: list[Row]) -> list[Row]:
    """The regions with what the held ones say of their time, and behind them those that are gone."""
    known = {row["ags"]: row for row in held}
    now = [known.get(row["ags"], dict.fromkeys(HISTORY, "")) | row for row in regions]
    return now + [row for row in held if row["valid_to"]]


def _read(path: Path) -> list[Row]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def main(reference: Path) -> None:
    """Write the regions with their tiles, and print how the grids compare."""
    regions, held = read_regions(reference), _read(TARGET)
    districts = [row for row in regions if len(row["ags"]) == 5]
    ground = [(r["ags"], float(r["lon"]) * KM_EAST, -float(r["lat"]) * KM_NORTH) for r in districts]
    centres = {ags: complex(east, south) for ags, east, south in ground}
    layout = solve(centres, *find_neighbours(read_outlines(reference / "nrw_districts.geojson")))
    for row in districts:
        place = layout[row["ags"]]
        row |= {"tile_x": f"{place.real:.0f}", "tile_y": f"{place.imag:.0f}"}
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*regions[0], *HISTORY], lineterminator="\n")
        writer.writeheader()
        writer.writerows(with_history(regions, held))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
