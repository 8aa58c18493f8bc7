"""The picture of an exhibit to take away: its chart with title, unit, signs, filters, day and source inside."""

from collections.abc import Hashable

import plotly.graph_objects as go

from kim import exhibit as said
from kim import german, queries
from kim.filtered import filtered
from kim.queries import View
from kim.settings import settings
from kim.view import day_shown
from ui import navigation
from ui.exhibits.exhibit import Exhibit
from ui.pictures import picture
from ui.pictures.picture import Frame, Size
from ui.texts import text

MOST_NAMED = 7


def svg(
    shown: Exhibit,
    view: View,
    own: str | None = None,
    size: Size = Size.COLUMN,
    *chosen: Hashable,
    address: str = "",
) -> bytes | None:
    """The SVG of an exhibit for the places of a view; None where it has no chart or no facts.

    `own`: the own place (AGS); `chosen`: what else is chosen on its page, such as modules;
    `address`: where the page stands.
    """
    if not shown.is_chart:
        return None
    rows = shown.rows(view, *chosen)
    if rows.empty:
        return None
    own = own if len(shown.told(rows, view).regions) > 1 else None
    figure = shown.drawn(rows, view, own)
    if not isinstance(figure, go.Figure):
        return None
    sentence = said.sentence(rows, view)
    lead = f"{shown.part}_lead"
    leads = (*([text(lead)] if text.has(lead) else []), filters(view, *chosen))
    below = (text("report.signs"), said.sources(rows), _of_whom(), address)
    frame = Frame(title(shown), leads, tuple(filter(None, below)), sentence)
    return picture.svg(figure, frame, size).encode()


def title(shown: Exhibit) -> str:
    """What an exhibit is called away from its page: "Stellen: Die jeweils jüngste Angabe"."""
    return f"{navigation.page(shown.page).title}: {text(shown.part)}"


def png(made: bytes) -> bytes:
    """The same picture as PNG, two dots for each pixel."""
    return picture.png(made.decode())


def filters(view: View, *chosen: Hashable) -> str:
    """Places and days of a view, and what else is chosen, in a line."""
    names = queries.place_names()
    places = (
        text("filter.count", places=len(view.regions))
        if len(view.regions) > MOST_NAMED
        else text("filter.print_places", places=", ".join(names[each] for each in view.regions))
    )
    known_on = german.day(view.known_on or german.today())
    held_on = text("filter.print_day", day=german.day(day_shown(view)))
    more = (f"{label}: {words}" for label, words in filtered(*chosen))
    return " · ".join((places, *more, held_on, text("filter.print_known", day=known_on)))


def _of_whom() -> str:
    version, _ = queries.loaded()
    parts = (text("app.title"), settings().operator, text("report.version", version=version))
    return " · ".join(filter(None, parts))
