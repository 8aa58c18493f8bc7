"""`/api/v1/exhibits/<name>.svg` and `.png`: the charts of the pages as pictures, with title, days and sources inside."""

from kim.queries import View
from ui.endpoints.endpoint import Asked, Tag
from ui.endpoints.file import File
from ui.endpoints.pages import address
from ui.endpoints.parameters import HELD_ON, KNOWN_ON, MODULE, PRINTED_PLACES, Parameter, one_of
from ui.endpoints.problem import RefusedError
from ui.exhibits import EXHIBITS
from ui.pictures.picture import Size
from ui.report import pictured

BY_MODULE = "positions"
BY_KEY = {each.key: each for each in EXHIBITS}


def _named(name: str, value: str) -> str:
    if value not in BY_KEY:
        raise RefusedError(404, "exhibit_unknown", name, value=value)
    return value


def svg(asked: Asked, base: str) -> bytes:
    """The chart of an exhibit as SVG. Raises RefusedError (404) where it has none, or nothing is known."""
    shown, view = BY_KEY[asked.one("exhibit")], _view(asked)
    size = Size(asked.one("size") or Size.COLUMN)
    chosen = modules_of(asked, shown.page, shown.key)
    if not shown.is_chart:
        raise RefusedError(404, "no_chart", value=shown.key)
    made = pictured.svg(shown, view, None, size, *chosen, address=page_of(asked, base))
    if made is None:
        raise RefusedError(404, "nothing_to_show", value=shown.key)
    return made


def modules_of(asked: Asked, page: str, name: str) -> tuple[tuple[str, ...], ...]:
    """What is chosen on a page beside places and days. RefusedError (400) for modules of what has none; `name`: what has none."""
    if asked.modules and page != BY_MODULE:
        raise RefusedError(400, "no_modules", "module", value=name)
    return (asked.modules,) if asked.modules else ()


def page_of(asked: Asked, base: str) -> str:
    """The address of the page on which the exhibit stands, with the places, days and modules asked for."""
    return address(base, BY_KEY[asked.one("exhibit")].page, _view(asked), asked.modules)


def _view(asked: Asked) -> View:
    return asked.view(sorted(asked.several("place")))


def png(asked: Asked, base: str) -> bytes:
    """The same picture as PNG, two dots for each of its pixels."""
    return pictured.png(svg(asked, base))


EXHIBIT = Parameter("exhibit", {"type": "string", "enum": list(BY_KEY)}, _named)
PARAMETERS = (PRINTED_PLACES, MODULE, HELD_ON, KNOWN_ON, one_of("size", Size))
PICTURES = (
    File(
        "exhibit_svg",
        "/api/v1/exhibits/{exhibit}.svg",
        Tag.TAKE_AWAY,
        "image/svg+xml",
        PARAMETERS,
        svg,
        (EXHIBIT,),
    ),
    File(
        "exhibit_png",
        "/api/v1/exhibits/{exhibit}.png",
        Tag.TAKE_AWAY,
        "image/png",
        PARAMETERS,
        png,
        (EXHIBIT,),
    ),
)
