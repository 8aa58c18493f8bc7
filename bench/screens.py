"""How every page stands in a browser: first screen, height, filters, first words: `python -m bench.screens`."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.chromium import CHROMIUM, FLAGS
from bench.contestants import OURS, serving, shipped_store
from bench.measures import median
from bench.pages import MILLISECONDS_TO_WAIT
from ui import navigation

SIZES = ((1440, 900), (390, 844))
TALLEST, WIDEST = 2_500, 1_440  # px; a narrower screen is as tall as it has to be
HIGHEST_FILTERS = 56
LATEST_WORDS = 1_000  # milliseconds after the skeleton
TIMES = 5
OWN, SILENT = "orte=05566076", "orte=05954036"
FOUR = "orte=05566076&orte=05158016&orte=05382056&orte=05558&ort=05566076"
FINDING, TITLE, FACT = ".st-key-finding .kim-finding", "h1", ".st-key-fact h2"
CHOOSING = (
    "search",
    "upload",
    "review",
    "history",
)  # what they find depends on what is typed or handed in

# Notes when the first skeleton and the first words of each kind were there.
WATCH = """
window.seen = {};
const look = () => {
    const note = (name, found) => { if (found && !(name in window.seen)) window.seen[name] = performance.now(); };
    note('skeleton', document.querySelector('[data-testid=stAppSkeleton], [data-testid=stSkeleton]'));
    for (const words of %s)
        note(words, document.querySelector(words)?.textContent.trim());
};
new MutationObserver(look).observe(document, {subtree: true, childList: true, characterData: true});
"""
AT_REST = "() => document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"
SCREEN = """words => {
    const main = document.querySelector('[data-testid=stMain]');
    const said = document.querySelector(words)?.getBoundingClientRect();
    const filters = document.querySelector('.st-key-filters')?.getBoundingClientRect();
    const isScrolled = each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0
        && /auto|scroll/.test(getComputedStyle(each).overflowX);
    const nameOf = each => each.className || each.dataset.testid || each.tagName;
    const root = document.documentElement;
    const later = window.seen?.[words] - window.seen?.skeleton;
    return {
        width: innerWidth,
        fold: innerHeight,
        ends: said && said.height ? Math.ceil(said.bottom) : null,
        filters: Math.ceil(filters?.height ?? 0),
        height: main.scrollHeight,
        sideways: [
            ...(root.scrollWidth > root.clientWidth + 1 ? ['page'] : []),
            ...[...main.querySelectorAll('*'), main].filter(isScrolled).map(each => String(nameOf(each))),
        ],
        words: Number.isFinite(later) ? later : null,
    };
}"""


@dataclass(frozen=True)
class Sight:
    """What is looked at: its name, the address after the slash, its title, where its first words stand.

    `is_long`: it lists more than the chosen places.
    """

    name: str
    address: str
    title: str
    words: str = FINDING
    is_long: bool = False

    def of(self, places: str) -> "Sight":
        """The same for these places (a part of an address)."""
        joint = "&" if "?" in self.address else "?"
        return replace(self, address=f"{self.address}{joint}{places}")


@dataclass(frozen=True)
class Screen:
    """What is seen in the browser: lengths in px, `words` in milliseconds after the skeleton."""

    width: int
    fold: int
    ends: int | None
    filters: int
    height: int
    sideways: tuple[str, ...]
    words: float | None

    def faults(self, sight: Sight) -> list[str]:
        """What misses its target, but for the time."""
        is_below = self.ends is None or self.ends > self.fold
        found = [f"words end at {self.ends} of {self.fold}"] if is_below else []
        if self.filters > HIGHEST_FILTERS:
            found.append(f"filters {self.filters}")
        if self.width == WIDEST and self.height > TALLEST and not sight.is_long:
            found.append(f"height {self.height}")
        return found + [f"{each} scrolls sideways" for each in self.sideways]


PAGES = tuple(
    Sight(each.name, each.address, each.title, TITLE if each.name in CHOOSING else FINDING)
    for each in navigation.PAGES
    if each.visibility == "visible"
)
FURTHER = (
    Sight("profile of a place", f"steckbrief?{OWN}", "Rheine"),
    Sight("four places", f"vergleich?{FOUR}", "Vergleich"),
    Sight("all districts", "vergleich?umfang=all", "Vergleich", is_long=True),
    Sight("a search", "suche?q=Lenkungsgruppe", "Suche"),
    Sight("a fact", "belege?fakt=positions:674cb3463e282a73", "Belege", FACT),
)
WITH_PLACES = tuple(each for each in PAGES if navigation.page(each.name).has_filters)


def screen(page: Page, sight: Sight) -> Screen:
    """What is seen of an opened page whose script has ended."""
    found = page.evaluate(SCREEN, sight.words)
    return Screen(**{**found, "sideways": tuple(found["sideways"])})


def look(browser: Browser, origin: str, sight: Sight, size: tuple[int, int]) -> Screen:
    """Open it in a new tab and look at it."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, locale="de-DE")
    page.set_default_timeout(MILLISECONDS_TO_WAIT)
    page.add_init_script(WATCH % [FINDING, TITLE, FACT])
    page.goto(f"{origin}/{sight.address}")
    page.locator(TITLE).first.wait_for()
    page.wait_for_function(AT_REST)
    page.wait_for_timeout(300)  # a chart is fitted to its column after the script has ended
    seen = screen(page, sight)
    page.close()
    return seen


@contextmanager
def shipped() -> Iterator[str]:
    """Serve the facts of the repository from a new store; yields the origin."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        yield stack.enter_context(serving(OURS, shipped_store(folder))).origin


def report(browser: Browser, origin: str, times: int) -> bool:
    """Print the table; whether every target is met."""
    print(f"{'page':20}{'places':8}{'width':>6}{'ends':>6}{'filters':>9}{'height':>8}{'words':>8}")
    looks = [(each, "preset", times) for each in (*PAGES, *FURTHER)]
    looks += [(each.of(OWN), "own", 1) for each in WITH_PLACES]
    looks += [(each.of(SILENT), "silent", 1) for each in WITH_PLACES]
    faults = [_line(browser, origin, *each) for each in looks]
    return not any(faults)


def _line(browser: Browser, origin: str, sight: Sight, places: str, times: int) -> list[str]:
    """Print a line for each width; what misses its target."""
    faults = []
    for size in SIZES:
        seen = [look(browser, origin, sight, size) for _ in range(times)]
        last, words = seen[-1], _middle(seen)
        found = last.faults(sight)
        if words is not None and times > 1 and words > LATEST_WORDS:
            found.append("late")
        shown = "-" if words is None else f"{words:.0f}"
        line = f"{sight.name:20}{places:8}{last.width:6}{last.ends or 0:6}{last.filters:9}"
        print(f"{line}{last.height:8}{shown:>8}  {'; '.join(found)}", flush=True)
        faults += found
    return faults


def _middle(seen: Sequence[Screen]) -> float | None:
    known = [each.words for each in seen if each.words is not None]
    return median(known) if known else None


def main() -> int:
    """Look at every page; 1 when one misses a target."""
    parser = argparse.ArgumentParser(prog="python -m bench.screens", description=__doc__)
    parser.add_argument("--origin", help="of a server that runs; otherwise one is started")
    parser.add_argument("--times", type=int, default=TIMES, help="the middle of so many is taken")
    chosen = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        if chosen.origin:
            is_met = report(browser, chosen.origin, chosen.times)
        else:
            with shipped() as origin:
                is_met = report(browser, origin, chosen.times)
        browser.close()
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
