"""Pages without script, to stand in the web pages of others: answers about places as a table, a chart."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kim import german, queries
from kim.answers import BY_ID, Answer, Theme, Value
from kim.profile import without_own
from kim.queries import View
from ui.endpoints import exhibits, problem
from ui.endpoints.answers import asked_answers, evidence
from ui.endpoints.endpoint import Asked, Tag
from ui.endpoints.file import File
from ui.endpoints.pages import address as page_address
from ui.endpoints.parameters import HELD_ON, KNOWN_ON, PLACE, QUESTION, THEME
from ui.endpoints.readable import TEMPLATES
from ui.lists.answers import levels, proving, state, written_in
from ui.report import pictured
from ui.texts import text

FOLDER = "/einbetten/"
ANSWERS, CHART = f"{FOLDER}antworten", f"{FOLDER}diagramm/{{exhibit}}"
MOST_PLACES = 6
PLACES = replace(PLACE, is_required=True, most=MOST_PLACES)
PARAMETERS = (PLACES, QUESTION, THEME, HELD_ON, KNOWN_ON)
Shown = Mapping[str, Any]


def answers(asked: Asked, base: str) -> bytes:
    """The answers about the places asked for, today or on the days asked for, as a page of HTML (UTF-8).

    `base`: the address of the server with its last slash, to which the proofs lead.
    """
    by_place = groupby(asked_answers(asked), lambda each: each.place)
    places = [_place(place, list(found), asked.view((place,)), base) for place, found in by_place]
    version, _ = queries.loaded()
    view = asked.view(asked.several("place"))
    days = {"version": version, "read_on": german.day(german.today())}
    return (
        TEMPLATES.get_template("embedded_answers.html")
        .render(places=places, filters=pictured.filters(view), days=days, text=text)
        .encode()
    )


def chart(asked: Asked, base: str) -> bytes:
    """The chart of an exhibit as a page of HTML (UTF-8). Raises RefusedError (404) where it has none."""
    picture = exhibits.svg(asked, base).decode()
    shown = exhibits.BY_KEY[asked.one("exhibit")]
    href = exhibits.page_of(asked, base)
    return chart_page(picture, pictured.title(shown), href)


def chart_page(picture: str, title: str, href: str) -> bytes:
    """A page with this SVG in it; `href`: the page that it is from."""
    return (
        TEMPLATES.get_template("embedded_chart.html")
        .render(picture=Markup(picture), title=title, href=href, text=text)  # noqa: S704 (printed by us)
        .encode()
    )


def address(base: str, path: str, asked: Mapping[str, object]) -> str:
    """The address of such a page; `asked` by parameter, a list for several values."""
    return f"{base.rstrip('/')}{path}?{urlencode(asked, doseq=True)}"


def may_stand_in_a_frame(path: str) -> bool:
    """Whether a page was made to stand in a frame."""
    return path.startswith(FOLDER)


async def of_refusal(request: Request, error: Exception) -> Response:
    """What is refused: below FOLDER as a page with a German sentence, elsewhere as a problem."""
    said = await problem.of_refusal(request, error)
    if not (may_stand_in_a_frame(request.url.path) and isinstance(error, problem.RefusedError)):
        return said
    shown = TEMPLATES.get_template("embedded_refused.html").render(
        reason=problem.in_german(error), href=str(request.base_url), text=text
    )
    kept = ("cache-control", "retry-after")
    headers = {name: said.headers[name] for name in kept if name in said.headers}
    return HTMLResponse(shown, error.status, headers)


def _place(place: str, answers: list[Answer], view: View, base: str) -> Shown:
    return {
        "name": queries.place_names()[place],
        "href": page_address(base, "profile", view),
        "themes": [
            (Theme(theme).heading, [_row(each, base) for each in found])
            for theme, found in groupby(answers, lambda each: BY_ID[each.question].theme)
        ],
    }


def _row(answer: Answer, base: str) -> Shown:
    return {
        "question": BY_ID[answer.question].wording,
        "answer": without_own(answer.sentence, answer.place),
        "chips": [each.words for each in (*state(answer), *levels(answer))],
        "proofs": [_proof(each, base) for each in proving(answer)],
    }


def _proof(value: Value, base: str) -> Shown:
    return {
        "href": base.rstrip("/") + evidence(str(value.fact)),
        "words": written_in(value),
        "document": value.document,
    }


HTML = "text/html; charset=utf-8"
PAGES = (
    File("embedded", ANSWERS, Tag.EMBED, HTML, PARAMETERS, answers, is_open=True),
    File(
        "embedded_chart",
        CHART,
        Tag.EMBED,
        HTML,
        exhibits.PARAMETERS,
        chart,
        (exhibits.EXHIBIT,),
        is_open=True,
    ),
)
