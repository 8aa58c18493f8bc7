"""The pages once: the file of each, its title, its address and the section it stands in."""

from dataclasses import dataclass
from typing import Literal

from ui.texts import text

COMPARE, VERIFY, MAINTAIN = SECTIONS = ("compare", "verify", "maintain")


@dataclass(frozen=True)
class Page:
    """A page: pages/<name>.py with the words of ui/texts/<name>.toml; a hidden one is an alias.

    `address` follows the slash; the first page has none.
    """

    name: str
    address: str
    section: str
    visibility: Literal["visible", "hidden"] = "visible"

    @property
    def file(self) -> str:
        return f"pages/{self.name}.py"

    @property
    def title(self) -> str:
        return text(f"{self.name}.title")


PAGES = (
    Page("overview", "", COMPARE),
    Page("overview", "ueberblick", COMPARE, "hidden"),
    Page("search", "suche", COMPARE),
    Page("positions", "stellen", COMPARE),
    Page("carriers", "traeger", COMPARE),
    Page("target_groups", "zielgruppen", COMPARE),
    Page("evaluations", "evaluation", COMPARE),
    Page("funding", "finanzierung", COMPARE),
    Page("governance", "steuerung", COMPARE),
    Page("timeline", "zeitachse", COMPARE),
    Page("commitments", "zusagen", COMPARE),
    Page("evidence", "belege", VERIFY),
    Page("method", "methode", VERIFY),
    Page("upload", "hochladen", MAINTAIN),
    Page("history", "verlauf", MAINTAIN),
)


def page(name: str) -> Page:
    """The page of that name; KeyError when there is none."""
    for each in PAGES:
        if each.name == name:
            return each
    raise KeyError(name)
