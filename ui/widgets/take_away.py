"""What is taken away from a page, made when it is asked for: the report as PDF, pictures, how it is cited."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from urllib.parse import urljoin

import streamlit as st

from kim import german, queries
from kim.citing import Citation
from kim.filtered import chosen_modules
from kim.queries import View
from kim.settings import settings
from kim.view import day_shown
from ui import navigation, report
from ui.endpoints import embedding
from ui.endpoints.endpoint import Asked
from ui.exhibits.exhibit import Exhibit
from ui.navigation import NO_MODULE
from ui.pictures.picture import Size
from ui.report import pictured
from ui.report.blocks import Report
from ui.texts import text
from ui.widgets import links
from ui.widgets.frame import HELD_ON, own_place, view

PDF, SVG, PNG, HTML = "application/pdf", "image/svg+xml", "image/png", "text/html"
FRAME = '<iframe src="{source}" title="{title}" width="100%" height="600" loading="lazy"></iframe>'


def of_place(place: str, view: View) -> None:
    """The profile of a place as PDF."""
    address = links.here()
    _offer(lambda: report.of_place(place, view, address), f"kim-steckbrief-{place}.pdf")


def of_comparison(places: tuple[str, ...], view: View) -> None:
    """The places that stand side by side as PDF; nothing without a place."""
    address = links.here()
    if places:
        _offer(lambda: report.of_comparison(places, view, address), "kim-vergleich.pdf")


def of_theme(page: str, view: View, *chosen: Hashable) -> None:
    """All that a page (its name) says of the chosen places as PDF; nothing without a place."""
    own, address = own_place(view), links.here()
    if view.regions:
        _offer(
            lambda: report.of_theme(page, view, own, *chosen, address=address),
            f"kim-{navigation.page(page).address}.pdf",
        )


def annex(party: str, view: View) -> None:
    """The commitments of a body as an annex to the agenda of its meeting; of all of them without one."""
    address = links.here()
    if party:
        _offer(
            lambda: report.annex(party, view, address), "kim-zusagen-anlage.pdf", "annex_download"
        )
    else:
        of_theme("commitments", view)


def _offer(made: Callable[[], Report], name: str, label: str = "download") -> None:
    st.download_button(
        text(f"report.{label}"),
        lambda: report.pdf(made()),
        name,
        PDF,
        key="bericht",
        icon=":material/picture_as_pdf:",
        type="tertiary",
        on_click="ignore",
    )


def embed(places: Sequence[str], view: View, name: str) -> None:
    """The answers about the first few places on the days of the view, for another web page; nothing without a place."""
    if not places:
        return
    shown = replace(view, regions=tuple(places)[: embedding.MOST_PLACES])
    asked = {"place": shown.regions, "held_on": shown.held_on, "known_on": shown.known_on}
    base = urljoin(st.context.url or "", "/")
    named = ", ".join(queries.place_names()[each] for each in shown.regions)
    _embed(
        embedding.address(base, embedding.ANSWERS, _asked_of(shown)),
        text("embed.frame_title", places=named),
        lambda: embedding.answers(Asked(asked), base),
        name,
    )


def _embed(source: str, title: str, made: Callable[[], bytes], name: str) -> None:
    """The code of a frame that shows what stands at `source`, where the operator allows one, and a file."""
    with st.popover(
        text("embed.heading"), icon=":material/code:", type="tertiary", key=f"einbetten-{name}"
    ):
        st.markdown(text("embed.lead"))
        if settings().embedded_by:
            code = FRAME.format(source=escape(source), title=escape(title))
            st.code(code, language="html", wrap_lines=True)
        else:
            st.caption(text("embed.not_allowed"))
        st.download_button(
            text("embed.file"),
            made,
            f"{name}.html",
            HTML,
            key=f"einbetten-datei-{name}",
            on_click="ignore",
        )


def pictures(key: str, made: Callable[[Size], bytes]) -> None:
    """Buttons for a picture as SVG in three sizes and as PNG, each made when it is asked for."""
    with st.container(horizontal=True):
        for size in Size:
            st.download_button(
                text(f"report.picture_{size}"),
                partial(made, size),
                f"kim-{key}-{size}.svg",
                SVG,
                key=f"bild-{size}-{key}",
                on_click="ignore",
            )
        st.download_button(
            text("report.picture_png"),
            lambda: pictured.png(made(Size.COLUMN)),
            f"kim-{key}.png",
            PNG,
            key=f"bild-png-{key}",
            on_click="ignore",
        )


def picture_of(shown: Exhibit, view: View, *chosen: Hashable) -> None:
    """The chart of an exhibit as SVG in three sizes and as PNG, each made when it is asked for."""
    own, address = own_place(view), links.here()

    def made(size: Size) -> bytes:
        return pictured.svg(shown, view, own, size, *chosen, address=address) or b""

    pictures(shown.key, made)
    title = pictured.title(shown)
    _embed(
        embedding.address(
            urljoin(st.context.url or "", "/"),
            embedding.CHART.format(exhibit=shown.key),
            _asked_of(view, *chosen),
        ),
        title,
        lambda: embedding.chart_page(made(Size.COLUMN).decode(), title, address),
        f"kim-{shown.key}",
    )


def _asked_of(view: View, *chosen: Hashable) -> Mapping[str, object]:
    """What the address of an embedded page asks for: places, days and modules, where some are chosen."""
    days = {"held_on": view.held_on, "known_on": view.known_on}
    modules = [code or NO_MODULE for code in chosen_modules(*chosen)]
    return {
        "place": view.regions,
        **{name: day.isoformat() for name, day in days.items() if day},
        **({"module": modules} if modules else {}),
    }


def cite(key: str, title: str, query: Mapping[str, str] | None = None) -> None:
    """How a fact or an exhibit is cited, to copy; its address shows what was known then of the day shown."""
    version, _ = queries.loaded()
    day = view().known_on or german.today()
    held_on = day_shown(view()).isoformat()
    address = links.as_known_on(day, {HELD_ON: held_on, **(query or {})})
    said = Citation(key, title, address, version, day, settings().operator)
    with st.popover(text("report.cite"), type="tertiary", key=f"zitat-{key}"):
        for name, words, language in (
            ("line", said.line, None),
            ("bibtex", said.bibtex, None),
            ("csl", said.csl_json, "json"),
        ):
            st.caption(text(f"report.cite_{name}"))
            st.code(words, language=language, wrap_lines=True)
        st.caption(text("report.cite_lead"))
