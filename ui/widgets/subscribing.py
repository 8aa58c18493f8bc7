"""The line that leads to the calendar and the feed of a place."""

from kim.queries import View
from ui import navigation
from ui.texts import text
from ui.widgets.frame import own_place
from ui.widgets.html import html


def subscribe(view: View) -> None:
    """Offer calendar and feed of the own place; nothing where there is none."""
    if place := own_place(view):
        subscribe_to(place)


def subscribe_to_theme(page: str, view: View) -> None:
    """Offer the feed of the own place with what the page of a theme (its name) shows; nothing where there is none."""
    if place := own_place(view):
        title = navigation.page(page).title
        way = {
            "words": text("app.subscribe_theme", theme=title),
            "href": f"/feed.atom?place={place}&contents={page}",
        }
        html("ways.html", ways=[way], within=(), lead=text("app.subscribe"))


def subscribe_to(place: str) -> None:
    """Offer calendar and feed of a place (AGS)."""
    offered = [
        {"words": text(f"app.subscribe_{name}"), "href": f"/{file}?place={place}"}
        for name, file in (("calendar", "calendar.ics"), ("feed", "feed.atom"))
    ]
    html("ways.html", ways=offered, within=(), lead=text("app.subscribe"))
