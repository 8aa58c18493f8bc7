"""The tile map: one square per district, laid out so that neighbours stay neighbours."""

import csv
import json
import math
import random
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

TARGET = Path(__file__).parent.parent / "data" / "regions.csv"
HEADER = ["ags", "name", "kind", "parent", "lat", "lon", "tile_x", "tile_y"]
LAND, LAND_NAME = "05", "Nordrhein-Westfalen"
KINDS = {"Kreis": "district", "Kreisfreie Stadt": "independent_city"}
KM_EAST, KM_NORTH = 69.4, 111.2  # per degree, at 51.45° north
TOUCH_KM = 0.3  # simplified outlines miss short borders by up to 0.1 km, strangers stay 0.7 km apart

GRIDS = [(9, 8), (9, 9), (10, 8), (10, 9), (11, 9)]  # columns, rows
SEEDS = range(4)
STEPS = 150_000
WARM, COLD = 1.0, 0.02
APART, FURTHER, DIAGONAL = 1.5, 0.4, 0.1  # neighbours: not touching, per extra tile, only at a corner
BEARING = 0.4  # times the square of the turn in quarter turns
DISPLACED = 0.12  # times the square of the distance from home in tiles
EVEN = 0.4  # homes: 0 keeps the distances on the ground, 1 spreads the districts evenly
BROKEN, EDGE = 3.0, 0.12  # per tile cut off or cell enclosed, per side of a tile that faces outwards

Row = dict[str, str]
Pairs = list[tuple[str, str]]
Places = dict[str, complex]  # real part east, imaginary part south; a tile has whole numbers
Outline = tuple[NDArray[np.complex128], NDArray[np.complex128]]  # starts and ends of its lines, in km
STRIDE = 32  # a cell is column * STRIDE + row, counted from 1, so that differences of cells are unique
AROUND = [x * STRIDE + y for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]


@dataclass
class Board:
    """Districts on cells, with what each cell and each offset to a neighbour costs."""

    columns: int
    rows: int
    at: dict[str, int]
    home: dict[str, dict[int, float]]
    pull: dict[str, dict[str, dict[int, float]]]

    def strain(self, ags: str) -> float:
        cell = self.at[ags]
        ties = self.pull[ags].items()
        return self.home[ags][cell] + sum(table[self.at[other] - cell] for other, table in ties)


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def centre(municipalities: Iterable[Row]) -> tuple[float, float]:
    """Mean latitude and longitude in degrees, weighted by area."""
    places = [(float(r["area_km2"]), float(r["lat"]), float(r["lon"])) for r in municipalities]
    area = sum(weight for weight, _, _ in places)
    return sum(w * lat for w, lat, _ in places) / area, sum(w * lon for w, _, lon in places) / area


def read_outlines(path: Path) -> dict[str, Outline]:
    """Outlines by district, outer and inner rings alike."""
    outlines = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = [[complex(x * KM_EAST, y * KM_NORTH) for x, y in ring] for p in parts for ring in p]
        starts = np.array([point for ring in rings for point in ring[:-1]])
        ends = np.array([point for ring in rings for point in ring[1:]])
        outlines[feature["properties"]["ags"]] = (starts, ends)
    return outlines


def gap(one: Outline, other: Outline) -> float:
    """Least distance in km from the corners of one outline to the lines of the other."""
    points, (starts, ends) = one[0][:, None], other
    way = ends - starts
    along = np.clip(((points - starts) * way.conj()).real / np.abs(way) ** 2, 0, 1)
    return float(np.abs(points - starts - along * way).min())


def find_neighbours(outlines: dict[str, Outline]) -> Pairs:
    def touch(a: str, b: str) -> bool:
        one, other = outlines[a], outlines[b]
        return min(gap(one, other), gap(other, one)) < TOUCH_KM

    return [(a, b) for a, b in combinations(sorted(outlines), 2) if touch(a, b)]


def find_homes(centres: Places, columns: int, rows: int) -> Places:
    """Where each district would lie on the grid, between its place on the ground and an even spread."""

    def spread(part: Callable[[complex], float], cells: int) -> dict[str, float]:
        values = {ags: part(place) for ags, place in centres.items()}
        low, high = min(values.values()), max(values.values())
        ranks = {ags: i / (len(values) - 1) for i, ags in enumerate(sorted(values, key=values.__getitem__))}
        return {
            ags: 1 + (cells - 1) * ((1 - EVEN) * (value - low) / (high - low) + EVEN * ranks[ags])
            for ags, value in values.items()
        }

    x, y = spread(lambda p: p.real, columns), spread(lambda p: p.imag, rows)
    return {ags: complex(x[ags], y[ags]) for ags in centres}


def offset_costs(way: complex, columns: int, rows: int) -> dict[int, float]:
    """What each offset between the tiles of two neighbours costs, if the second truly lies that way."""
    costs = {}
    for dx, dy in product(range(1 - columns, columns), range(1 - rows, rows)):
        step = complex(dx, dy)
        if step:
            turn = abs(np.angle(step * way.conjugate())) / (math.pi / 2)
            far = APART + FURTHER * (abs(step) - 2) if max(abs(dx), abs(dy)) > 1 else DIAGONAL * (abs(step) > 1)
            costs[dx * STRIDE + dy] = float(BEARING * turn**2 + far)
    return costs


def start(centres: Places, neighbours: Pairs, columns: int, rows: int) -> Board:
    """Every district on a cell of its own, as near to its home as all together allow."""
    cells = {x * STRIDE + y: complex(x, y) for x in range(1, columns + 1) for y in range(1, rows + 1)}
    homes = find_homes(centres, columns, rows)
    home = {a: {c: DISPLACED * abs(p - place) ** 2 for c, p in cells.items()} for a, place in homes.items()}
    _, chosen = linear_sum_assignment([list(costs.values()) for costs in home.values()])
    at = {ags: list(cells)[i] for ags, i in zip(home, chosen, strict=True)}
    pull: dict[str, dict[str, dict[int, float]]] = {ags: {} for ags in centres}
    for a, b in neighbours:
        pull[a][b] = offset_costs(centres[b] - centres[a], columns, rows)
        pull[b][a] = {-offset: cost for offset, cost in pull[a][b].items()}
    return Board(columns, rows, at, home, pull)


def shape_cost(board: Board) -> float:
    """Cost of tiles cut off from the others, of enclosed empty cells and of a ragged edge."""
    taken = set(board.at.values())
    frame = {x * STRIDE + y for x in range(board.columns + 2) for y in range(board.rows + 2)}

    def reached(first: int, cells: set[int]) -> int:
        seen, todo = {first}, [first]
        while todo:
            cell = todo.pop()
            new = {cell + 1, cell - 1, cell + STRIDE, cell - STRIDE} & cells - seen
            seen |= new
            todo.extend(new)
        return len(seen)

    lost = len(frame) - reached(0, frame - taken) - reached(next(iter(board.at.values())), taken)
    edge = sum(cell + way not in taken for cell in taken for way in (1, -1, STRIDE, -STRIDE))
    return BROKEN * lost + EDGE * edge


def cost(board: Board) -> float:
    once = sum(board.home[ags][cell] for ags, cell in board.at.items())
    twice = sum(board.strain(ags) for ags in board.at) - once
    return once + twice / 2 + shape_cost(board)


def joint_strain(board: Board, a: str, b: str | None) -> float:
    if b is None:
        return board.strain(a)
    tie = board.pull[a].get(b)
    return board.strain(a) + board.strain(b) - (tie[board.at[b] - board.at[a]] if tie else 0)


def improve(board: Board, seed: int) -> None:
    """Simulated annealing: move a district beside one of its neighbours, swapping if the cell is taken."""
    draw, at = random.Random(seed), board.at
    who = {cell: ags for ags, cell in at.items()}
    near = {ags: list(others) for ags, others in board.pull.items()}
    districts = list(at)
    shape, compact = shape_cost(board), EDGE * 4 * math.sqrt(len(at))
    for step in range(STEPS):
        limit = -WARM * (COLD / WARM) ** (step / STEPS) * math.log(1 - draw.random())
        a = draw.choice(districts)
        old, new = at[a], at[draw.choice(near[a])] + draw.choice(AROUND)
        if new == old or new not in board.home[a]:
            continue
        b = who.get(new)
        change = -joint_strain(board, a, b)
        at.update({a: new, b: old} if b else {a: new})
        change += joint_strain(board, a, b)
        reshaped = shape
        if b is None and change <= limit + shape - compact:
            reshaped = shape_cost(board)
        if change + reshaped - shape > limit:
            at.update({a: old, b: new} if b else {a: old})
            continue
        shape = reshaped
        del who[old]
        who.update({new: a, old: b} if b else {new: a})


def solve(centres: Places, neighbours: Pairs) -> Places:
    """The best layout over all grids and seeds, columns from west and rows from north, from 0."""
    best, least = None, math.inf
    for columns, rows in GRIDS:
        boards = [start(centres, neighbours, columns, rows) for _ in SEEDS]
        for board, seed in zip(boards, SEEDS, strict=True):
            improve(board, seed)
        board = min(boards, key=cost)
        print(f"{columns} x {rows}: cost {cost(board):.2f}, {kept(tiles(board), neighbours)}")
        if cost(board) < least:
            best, least = board, cost(board)
    return tiles(best) if best else {}


def tiles(board: Board) -> Places:
    places = {ags: complex(*divmod(cell, STRIDE)) for ags, cell in board.at.items()}
    corner = complex(min(p.real for p in places.values()), min(p.imag for p in places.values()))
    return {ags: place - corner for ags, place in places.items()}


def kept(layout: Places, neighbours: Pairs) -> str:
    steps = [layout[b] - layout[a] for a, b in neighbours]
    together = sum(abs(step) < 1.5 for step in steps)
    return f"{together} of {len(steps)} neighbour pairs touch ({together / len(steps):.0%})"


def district_name(row: Row) -> str:
    named = row["kind"] != "Kreis" or "kreis" in row["name"].lower() or "region" in row["name"]
    return row["name"] if named else f"Kreis {row['name']}"


def region(ags: str, name: str, kind: str, parent: str, municipalities: list[Row]) -> Row:
    lat, lon = centre(municipalities)
    return {"ags": ags, "name": name, "kind": kind, "parent": parent, "lat": f"{lat:.5f}", "lon": f"{lon:.5f}"}


def draw_map(layout: Places, names: dict[str, str]) -> str:
    columns = range(1 + int(max(place.real for place in layout.values())))
    rows = range(1 + int(max(place.imag for place in layout.values())))
    shown = {place: names[ags].removeprefix("Kreis ")[:8] for ags, place in layout.items()}
    return "\n".join(" ".join(f"{shown.get(complex(x, y), '.'):8}" for x in columns).rstrip() for y in rows)


def main(reference: Path) -> None:
    municipalities = read_rows(reference / "nrw_municipalities.csv")
    land = region(LAND, LAND_NAME, "land", "", municipalities)
    districts = []
    for row in read_rows(reference / "nrw_districts.csv"):
        own = [m for m in municipalities if m["district"] == row["ags"]]
        districts.append(region(row["ags"], district_name(row), KINDS[row["kind"]], LAND, own))
    others = [
        region(m["ags"], m["name"], "municipality", m["district"], [m])
        for m in municipalities
        if m["ags"] != m["district"] + "000"
    ]
    centres = {d["ags"]: complex(float(d["lon"]) * KM_EAST, -float(d["lat"]) * KM_NORTH) for d in districts}
    layout = solve(centres, find_neighbours(read_outlines(reference / "nrw_districts.geojson")))
    for district in districts:
        place = layout[district["ags"]]
        district |= {"tile_x": f"{place.real:.0f}", "tile_y": f"{place.imag:.0f}"}
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows([land, *districts, *others])
    print(draw_map(layout, {d["ags"]: d["name"] for d in districts}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
