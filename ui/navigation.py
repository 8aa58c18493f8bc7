"""The pages once: the file of each, its title, its address and the section it stands in."""

from dataclasses import dataclass
from typing import Literal

from ui.texts import text

LOOK_UP, THEMES, FOLLOW, VERIFY, MAINTAIN = SECTIONS = (
    "look_up",
    "themes",
    "follow",
    "verify",
    "maintain",
)
ABOUT = ""
PLACES, OWN_PLACE, HELD_ON, KNOWN_ON = FILTERS = "orte", "ort", "stand", "kenntnis"
MODULES, NO_MODULE = "baustein", "0"
PARTY = "gremium"
ROWS, POSTS, LEAST, STEP, METHOD = "zeile", "stellen", "mindestens", "schritt", "verfahren"
AGE, ENTRY = "alter", "einreise"


@dataclass(frozen=True)
class Page:
    """A page: pages/<name>.py with the words of ui/texts/<name>.toml.

    `address` follows the slash; the first page has none. A hidden one is an alias, or linked from
    the foot of every page (section ABOUT). `of_a_day`: what it shows depends on the chosen day.
    """

    name: str
    address: str
    section: str
    visibility: Literal["visible", "hidden"] = "visible"
    of_a_day: bool = True

    @property
    def file(self) -> str:
        return f"pages/{self.name}.py"

    @property
    def has_filters(self) -> bool:
        """Whether it shows what holds for places and a day."""
        return self.section not in (MAINTAIN, ABOUT)

    @property
    def title(self) -> str:
        return text(f"{self.name}.title")


PAGES = (
    Page("overview", "", LOOK_UP),
    Page("overview", "ueberblick", LOOK_UP, "hidden"),
    Page("profile", "steckbrief", LOOK_UP),
    Page("comparison", "vergleich", LOOK_UP),
    Page("search", "suche", LOOK_UP),
    Page("positions", "stellen", THEMES),
    Page("carriers", "traeger", THEMES),
    Page("target_groups", "zielgruppen", THEMES),
    Page("evaluations", "evaluation", THEMES),
    Page("funding", "finanzierung", THEMES),
    Page("governance", "steuerung", THEMES),
    Page("timeline", "zeitachse", THEMES),
    Page("commitments", "zusagen", FOLLOW),
    Page("news", "neu", FOLLOW),
    Page("allocation", "verteilen", FOLLOW, of_a_day=False),
    Page("evidence", "belege", VERIFY),
    Page("method", "methode", VERIFY),
    Page("upload", "hochladen", MAINTAIN),
    Page("review", "auswerten", MAINTAIN),
    Page("history", "verlauf", MAINTAIN),
    Page("accessibility", "barrierefreiheit", ABOUT, "hidden"),
    Page("imprint", "impressum", ABOUT, "hidden"),
    Page("privacy", "datenschutz", ABOUT, "hidden"),
)


def page(name: str) -> Page:
    """The page of that name; KeyError when there is none."""
    for each in PAGES:
        if each.name == name:
            return each
    raise KeyError(name)
