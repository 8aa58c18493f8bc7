"""The page that tells people of the addresses: the description in German words."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from ui.endpoints.description import Described
from ui.texts import text

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
    autoescape=select_autoescape(),
    trim_blocks=True,
    lstrip_blocks=True,
)


def route(said: Described) -> Callable[[Request], Response]:
    """Answers with the page."""
    page = TEMPLATES.get_template("api.html").render(said=said, text=text)

    def answer(_: Request) -> Response:
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    return answer
