"""`/api/v1/allocation.svg` and `.png`: posts shared out by a client's own numbers, as *Stellen verteilen* draws it."""

import re
from dataclasses import replace
from fractions import Fraction
from urllib.parse import urlencode, urljoin

from kim import csv_lines
from kim.allocation import Method, Task, allocate, refusals
from ui import navigation
from ui.endpoints.endpoint import Asked, Tag
from ui.endpoints.file import File
from ui.endpoints.parameters import MOST_PLACES, Parameter, Read, one_of, text_of
from ui.endpoints.problem import RefusedError
from ui.navigation import AGE, ENTRY, LEAST, METHOD, POSTS, ROWS, STEP
from ui.pictures import allocated
from ui.pictures.picture import Size, png
from ui.texts import text

NAME, COUNT = r'[^;"\s\x00-\x1f][^;"\x00-\x1f]{0,79}', r"[0-9]{1,9}([.][0-9]{1,4})?"
DECIMAL = r"[0-9]{1,5}([.][0-9]{1,2})?"
HALF = "0.5"
LETTERS_OF_RULE = 80


def svg(asked: Asked, base: str) -> bytes:
    """The chart as SVG. Raises RefusedError (400) where the posts cannot be shared out so."""
    task = _task(asked)
    for each in refusals(task):
        named = {name: _said(value) for name, value in each.named.items()}
        raise RefusedError(400, f"allocation_{each.fault}", **named)
    found = allocate(task)
    counted = text("allocation.counted", rule=asked.one("rule") or text("allocation.no_rule"))
    above = allocated.leads(task, found, (), counted)
    size = Size(asked.one("size") or Size.COLUMN)
    return allocated.svg(found, above, _page(asked, base), size)


def _png(asked: Asked, base: str) -> bytes:
    return png(svg(asked, base).decode())


def _task(asked: Asked) -> Task:
    rows = (each.rpartition(";") for each in asked.several("persons"))
    return Task(
        tuple((place.strip(), Fraction(count)) for place, _, count in rows),
        posts=Fraction(asked.one("posts")),
        least=Fraction(asked.one("least") or HALF),
        step=Fraction(asked.one("step") or HALF),
        method=Method(asked.one("method") or Method.LARGEST_REMAINDER),
    )


def _said(value: str | int | Fraction) -> str:
    """A number as it stands in an address."""
    return value if isinstance(value, str) else csv_lines.number(float(value))


def _page(asked: Asked, base: str) -> str:
    """The address of the page that computes the same."""
    rules = {POSTS: "posts", LEAST: "least", STEP: "step"}
    given = {key: asked.one(name) for key, name in rules.items()}
    query = [
        *((ROWS, each[::-1].replace(".", ",", 1)[::-1]) for each in asked.several("persons")),
        *((key, value.replace(".", ",")) for key, value in given.items() if value),
        *([(METHOD, asked.one("method"))] if asked.one("method") else []),
        (AGE, asked.one("rule")),
        (ENTRY, ""),
    ]
    return urljoin(base, f"/{navigation.page('allocation').address}?{urlencode(query)}")


def _written(pattern: str, words: str) -> Read:
    """Reads what is written so; `words`: the key of what is said of anything else."""

    def read(name: str, value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise RefusedError(400, words, name, name=name, value=value)
        return value

    return read


def _decimal(name: str, default: str = "") -> Parameter:
    schema = {"type": "string", "pattern": f"^{DECIMAL}$"}
    return Parameter(
        name,
        schema | ({"default": default} if default else {}),
        _written(DECIMAL, "no_decimal"),
        is_required=not default,
    )


PERSONS = Parameter(
    "persons",
    {"type": "string", "pattern": f"^{NAME};{COUNT}$"},
    _written(f"{NAME};{COUNT}", "no_persons"),
    is_list=True,
    most=MOST_PLACES,
    is_required=True,
)
SVG = File(
    "allocation_svg",
    "/api/v1/allocation.svg",
    Tag.TAKE_AWAY,
    "image/svg+xml",
    (
        PERSONS,
        _decimal("posts"),
        _decimal("least", HALF),
        _decimal("step", HALF),
        one_of("method", Method),
        text_of("rule", LETTERS_OF_RULE),
        one_of("size", Size),
    ),
    svg,
)
PICTURES = (
    SVG,
    replace(
        SVG,
        name="allocation_png",
        path="/api/v1/allocation.png",
        media_type="image/png",
        make=_png,
    ),
)
