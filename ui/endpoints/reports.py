"""`/api/v1/report.pdf`: the reports of the pages, for one place or several."""

from collections.abc import Mapping

from ui import report
from ui.endpoints.endpoint import Asked, Tag
from ui.endpoints.exhibits import modules_of
from ui.endpoints.file import File
from ui.endpoints.pages import address
from ui.endpoints.parameters import (
    HELD_ON,
    KNOWN_ON,
    MODULE,
    MOST_PRINTED,
    PARTY,
    PRINTED_PLACES,
    one_of,
)
from ui.endpoints.problem import RefusedError
from ui.exhibits import COMMITMENTS, EXHIBITS
from ui.lists.comparison import MOST_PLACES
from ui.report.blocks import Report

PROFILE, COMPARISON = "profile", "comparison"
THEMES = tuple(dict.fromkeys(each.page for each in EXHIBITS if "." in each.part))
MOST_OF: Mapping[str, int] = {PROFILE: 8, COMPARISON: MOST_PLACES}


def pdf(asked: Asked, base: str) -> bytes:
    """The report as PDF. RefusedError (400) for more places than it has room for, for what cannot be chosen of it."""
    contents = asked.one("contents") or PROFILE
    most = MOST_OF.get(contents, MOST_PRINTED)
    if len(asked.several("place")) > most:
        raise RefusedError(400, "too_many", "place", name="place", most=str(most))
    return report.pdf(_report(contents, asked, base))


def _report(contents: str, asked: Asked, base: str) -> Report:
    places, party = asked.several("place"), asked.one("party")
    view = asked.view(places)
    chosen = modules_of(asked, contents, contents)
    page = address(base, contents, view, asked.modules, party)
    if party and contents != COMMITMENTS.page:
        raise RefusedError(400, "no_party", "party", value=contents)
    if party:
        return report.annex(party, view, page)
    if contents == PROFILE:
        return report.of_places(places, view, page)
    if contents == COMPARISON:
        return report.of_comparison(places, view, page)
    return report.of_theme(contents, view, None, *chosen, address=page)


REPORT = File(
    "report",
    "/api/v1/report.pdf",
    Tag.TAKE_AWAY,
    "application/pdf",
    (
        PRINTED_PLACES,
        one_of("contents", (PROFILE, COMPARISON, *THEMES)),
        MODULE,
        PARTY,
        HELD_ON,
        KNOWN_ON,
    ),
    pdf,
)
