"""Which districts are neighbours, measured on their outlines."""

import json
from itertools import pairwise, permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

KM_EAST, KM_NORTH = 69.4, 111.2  # per degree, at 51.4° north

# Measured on the simplified outlines: neighbours gape by up to 0.1 km, others by 0.7 km or more;
# corners lie up to 0.9 km from the next district inside the Land, 1.8 km or more at its border.
TOUCH_KM, INSIDE_KM = 0.3, 1.3

Pairs = list[tuple[str, str]]
Lines = NDArray[
    np.complex128
]  # starts and ends: km to the east, and to the south as imaginary part


def read_outlines(path: Path) -> dict[str, Lines]:
    """Outlines by district, outer and inner rings alike."""
    outlines = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        lines = [line for rings in parts for ring in rings for line in pairwise(ring)]
        outlines[feature["properties"]["ags"]] = np.array(lines) @ [KM_EAST, -1j * KM_NORTH]
    return outlines


def _gaps(one: Lines, other: Lines) -> NDArray[np.float64]:
    corners, starts, ways = one[:, :1], other[:, 0], other[:, 1] - other[:, 0]
    along = np.clip(((corners - starts) * ways.conj()).real / np.abs(ways) ** 2, 0, 1)
    return np.asarray(np.abs(corners - starts - along * ways).min(axis=1))


def find_neighbours(outlines: dict[str, Lines]) -> tuple[Pairs, set[str]]:
    """Pairs of districts with a common border, and the districts inside the Land."""
    gaps = {(a, b): _gaps(outlines[a], outlines[b]) for a, b in permutations(sorted(outlines), 2)}
    pairs = [(a, b) for a, b in gaps if a < b and min(*gaps[a, b], *gaps[b, a]) < TOUCH_KM]
    nearest = {a: np.min([gaps[a, b] for b in outlines if b != a], axis=0) for a in outlines}
    return pairs, {ags for ags, corners in nearest.items() if corners.max() < INSIDE_KM}
