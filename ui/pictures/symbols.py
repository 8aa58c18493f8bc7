"""The shapes of marks as paths around 0, by the names that plotly gives them."""

from math import cos, pi, radians, sin

OPEN, DOT = "-open", "-dot"
LINES = ("x-thin", "line-ns")
Point = tuple[float, float]


def path(symbol: str, size: float) -> str:
    """The path of a symbol `size` pixels wide; KeyError for one that no figure uses."""
    name, radius = bare(symbol), size / 2
    if name == "circle":
        return f"M{radius:.2f},0A{radius:.2f},{radius:.2f} 0 1,1 {-radius:.2f},0A{radius:.2f},{radius:.2f} 0 1,1 {radius:.2f},0Z"
    return "".join(_drawn(points, radius, is_closed=name not in LINES) for points in SHAPES[name])


def bare(symbol: str) -> str:
    """The shape alone: "circle" of "circle-open-dot"."""
    return symbol.removesuffix(DOT).removesuffix(OPEN).removesuffix(DOT)


def is_open(symbol: str) -> bool:
    """Whether only its line is drawn."""
    return OPEN in symbol


def has_dot(symbol: str) -> bool:
    """Whether a dot is drawn in its middle."""
    return symbol.endswith(DOT) or f"{DOT}{OPEN}" in symbol


def _drawn(points: list[Point], radius: float, *, is_closed: bool) -> str:
    steps = "L".join(f"{x * radius:.2f},{y * radius:.2f}" for x, y in points)
    return f"M{steps}{'Z' if is_closed else ''}"


def _polygon(corners: int, turn: float = -90, inner: float = 0) -> list[Point]:
    """A regular polygon, its first corner at `turn` degrees; a star with corners at `inner` between."""
    found = []
    for corner in range(corners):
        angle = radians(turn) + 2 * pi * corner / corners
        found.append((cos(angle), sin(angle)))
        if inner:
            between = angle + pi / corners
            found.append((inner * cos(between), inner * sin(between)))
    return found


def _turned(points: list[Point], degrees: float) -> list[Point]:
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return [(x * c - y * s, x * s + y * c) for x, y in points]


UP = [(-1.15, 0.58), (1.15, 0.58), (0.0, -1.15)]
ARM = 0.4
CROSS = [
    (1.2, ARM), (ARM, ARM), (ARM, 1.2), (-ARM, 1.2), (-ARM, ARM), (-1.2, ARM),
    (-1.2, -ARM), (-ARM, -ARM), (-ARM, -1.2), (ARM, -1.2), (ARM, -ARM), (1.2, -ARM),
]  # fmt: skip
SHAPES: dict[str, list[list[Point]]] = {
    "square": [[(-1, -1), (1, -1), (1, 1), (-1, 1)]],
    "diamond": [[(1.3, 0), (0, 1.3), (-1.3, 0), (0, -1.3)]],
    "triangle-up": [UP],
    "triangle-down": [_turned(UP, 180)],
    "triangle-left": [_turned(UP, -90)],
    "triangle-right": [_turned(UP, 90)],
    "cross": [CROSS],
    "x": [_turned(CROSS, 45)],
    "pentagon": [_polygon(5)],
    "hexagon": [_polygon(6)],
    "star": [[(x * 1.4, y * 1.4) for x, y in _polygon(5, inner=0.382)]],
    "hourglass": [[(-1, -1), (1, -1), (-1, 1), (1, 1)]],
    "line-ns": [[(0, -1), (0, 1)]],
    "x-thin": [[(-1, -1), (1, 1)], [(-1, 1), (1, -1)]],
    "arrow-right": [[(0, 0), (-2, 1), (-2, -1)]],
    "arrow-left": [[(0, 0), (2, 1), (2, -1)]],
}
