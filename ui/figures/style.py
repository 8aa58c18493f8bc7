"""What all figures share: colours, number format, layout, the empty state."""

from html import escape
from textwrap import wrap
from typing import Any

from kim.facts import FactKey
from kim.german import hyphenated

INK = "#1a1a1a"
QUIET = "#5f6b76"
GRID = "#dde3e9"
NO_BREAK, SOFT_HYPHEN = "\u00a0", "\u00ad"
KEPT_TOGETHER = ("e. V.", "§ ")
FONT_SIZE = 14

# Posts that are there, or are to be, are bars; what is asked for, empty or gone is never one.
STATUS_COLOURS = {
    "planned": "#c07f00",
    "applied_for": "#9a5b00",
    "funded": "#3a94d0",
    "established": "#0072b2",
    "partly_filled": "#2a7f74",
    "filled": "#00664b",
    "vacant": "#7a3b78",
    "cut": "#5f6b76",
}
STATUS_SYMBOLS = {
    "applied_for": "triangle-up",
    "partly_filled": "circle",
    "vacant": "hourglass",
    "cut": "x",
}


def layout(height: int) -> dict[str, Any]:
    """The house layout: German separators, no accidental zoom, room for labels."""
    axis = {"gridcolor": GRID, "automargin": True, "fixedrange": True}
    return {
        "template": "none",
        "height": height,
        "separators": ",.",
        "dragmode": False,
        "font": {"size": FONT_SIZE, "color": INK, "family": '"Source Sans", sans-serif'},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "margin": {"l": 8, "r": 8, "t": 88, "b": 48},
        "legend": {
            "orientation": "h",
            "y": 1.0,
            "yref": "container",
            "yanchor": "top",
            "x": 0,
            "xref": "paper",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        "hoverlabel": {"align": "left", "bgcolor": "white", "font": {"color": INK}},
        "clickmode": "event+select",
        "xaxis": {**axis, "zerolinecolor": QUIET},
        "yaxis": axis,
    }


def plain(text: str) -> str:
    """Text that plotly shows as it is, markup included."""
    return escape(text, quote=False)


def lines_of(text: str, letters: int) -> list[str]:
    """Plain text in lines of about so many letters; longer words break at a joint of the compound."""
    for together in KEPT_TOGETHER:
        text = text.replace(together, together.replace(" ", NO_BREAK))
    parts = [
        hyphenated(word).replace(SOFT_HYPHEN, "- ") if len(word) > letters else word
        for word in text.split(" ")
    ]
    return [plain(line) for line in wrap(" ".join(parts), letters, break_long_words=False)] or [""]


def wrapped(text: str, letters: int) -> str:
    """The lines of a text as plotly takes them."""
    return "<br>".join(lines_of(text, letters))


def keyed(table: str, fact: int) -> str:
    """What a mark carries so that a click on it leads to its evidence: "positions:1f00…"."""
    return str(FactKey(table, fact))
