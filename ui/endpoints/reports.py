"""`/api/v1/report.pdf`: the reports of the pages, for one place or several."""

from collections.abc import Mapping

from ui import report
from ui.endpoints.endpoint import Asked
from ui.endpoints.file import File
from ui.endpoints.pages import address
from ui.endpoints.parameters import HELD_ON, KNOWN_ON, MOST_PRINTED, PRINTED_PLACES, one_of
from ui.endpoints.problem import RefusedError
from ui.exhibits import EXHIBITS
from ui.lists.comparison import MOST_PLACES
from ui.report.blocks import Report

PROFILE, COMPARISON = "profile", "comparison"
THEMES = tuple(dict.fromkeys(each.page for each in EXHIBITS if "." in each.part))
MOST_OF: Mapping[str, int] = {PROFILE: 8, COMPARISON: MOST_PLACES}


def pdf(asked: Asked, base: str) -> bytes:
    """The report as PDF. Raises RefusedError (400) for more places than it has room for."""
    contents = asked.one("contents") or PROFILE
    most = MOST_OF.get(contents, MOST_PRINTED)
    if len(asked.several("place")) > most:
        raise RefusedError(400, "too_many", "place", name="place", most=str(most))
    return report.pdf(_report(contents, asked, base))


def _report(contents: str, asked: Asked, base: str) -> Report:
    places = asked.several("place")
    view = asked.view(places)
    page = address(base, contents, view)
    if contents == PROFILE:
        return report.of_places(places, view, page)
    if contents == COMPARISON:
        return report.of_comparison(places, view, page)
    return report.of_theme(contents, view, address=page)


REPORT = File(
    "report",
    "/api/v1/report.pdf",
    "application/pdf",
    (
        PRINTED_PLACES,
        one_of("contents", (PROFILE, COMPARISON, *THEMES)),
        HELD_ON,
        KNOWN_ON,
    ),
    pdf,
)
