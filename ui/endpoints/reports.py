"""`/api/v1/report.pdf`: the reports of the pages, for one place or several."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ui import report
from ui.endpoints.endpoint import Asked, Tag
from ui.endpoints.exhibits import modules_of
from ui.endpoints.file import File
from ui.endpoints.pages import address
from ui.endpoints.parameters import (
    HELD_ON,
    KNOWN_ON,
    MODULE,
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
PLACES_OF_A_LARGE_ONE = 9
one_large = threading.BoundedSemaphore(1)
"""A report of many places takes seconds and megabytes: one is made at a time."""


def pdf(asked: Asked, base: str) -> bytes:
    """The report as PDF.

    RefusedError (400) for more places than stand side by side, for what cannot be chosen of it; (503) for
    a large one while another is made.
    """
    contents, places = asked.one("contents") or PROFILE, asked.several("place")
    if contents == COMPARISON and len(places) > MOST_PLACES:
        raise RefusedError(400, "too_many", "place", name="place", most=str(MOST_PLACES))
    with _admitted(len(places)):
        return report.pdf(_report(contents, asked, base))


@contextmanager
def _admitted(places: int) -> Iterator[None]:
    if places < PLACES_OF_A_LARGE_ONE:
        yield
    elif one_large.acquire(blocking=False):
        try:
            yield
        finally:
            one_large.release()
    else:
        raise RefusedError(503, "busy")


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
