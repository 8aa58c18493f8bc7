"""A change of places on several of our pages beside a change on the usual one: `python -m bench.changes`."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.chromium import CHROMIUM, FLAGS
from bench.contestants import FROZEN, OURS, changes, serving, shipped_store
from bench.measures import percentile
from bench.pages import MILLISECONDS_TO_WAIT

PAGES = {
    "Überblick": "/",
    "Steckbrief": "/steckbrief?ort=05566076",
    "Stellen": "/stellen",
    "Evaluation": "/evaluation",
    "Vergleich": "/vergleich",
}
CHANGES = 40
WATCH = """
window.changed = 0;
new MutationObserver(changes => {
    const main = document.querySelector('[data-testid=stMain]');
    if (main && changes.some(change => main.contains(change.target))) window.changed = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
"""
AT_REST = """() =>
    document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'
    && window.changed > 0 && performance.now() - window.changed > 500
"""
# How many milliseconds from one change of the filter until the page changed for the last time.
CHANGE = """change => new Promise((resolve, reject) => {
    const pill = [...document.querySelectorAll('[data-testid="stButtonGroup"] button')]
        .find(each => each.textContent.startsWith('Baustein ' + change));
    const started = performance.now();
    if (change === 'back') history.back();
    else if (change === 'forward') history.forward();
    else pill.click();
    let hasRun = false;
    const look = setInterval(() => {
        const now = performance.now(), isRunning =
            document.querySelector('.stApp').dataset.testScriptState !== 'notRunning';
        hasRun ||= isRunning || now - started > 1000;
        if (hasRun && !isRunning && window.changed > started && now - window.changed > 250) {
            clearInterval(look);
            resolve(window.changed - started);
        } else if (now - started > 20000) {
            clearInterval(look);
            reject(new Error('the page did not change'));
        }
    }, 5);
})"""


def measure(clicks: int) -> dict[str, list[float]]:
    """Milliseconds of each change, on the usual page and on ours in turn."""
    found: dict[str, list[float]] = {name: [] for name in ("usual", *PAGES)}
    with ExitStack() as stack:
        store = shipped_store(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        usual = stack.enter_context(serving(FROZEN, store))
        ours = stack.enter_context(serving(OURS, store))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        stack.callback(browser.close)
        tabs: dict[str, tuple[Page, Iterator[str]]] = {
            "usual": (_tab(browser, usual.origin), changes())
        }
        for name, path in PAGES.items():
            page = _tab(browser, ours.origin + path)
            _leave_out_a_place(page)
            tabs[name] = page, cycle(("back", "forward"))
        for _ in range(clicks):
            for name, (page, following) in tabs.items():
                page.bring_to_front()
                found[name].append(page.evaluate(CHANGE, next(following)))
    return found


def _tab(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="de-DE")
    page.set_default_timeout(MILLISECONDS_TO_WAIT)
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function(AT_REST)
    return page


def _leave_out_a_place(page: Page) -> None:
    """Two views that the browser can go back and forward between."""
    page.locator(".st-key-filter-places button").first.click()
    page.locator("[data-tag] button").first.click()
    page.wait_for_url("**orte=*")
    page.keyboard.press("Escape")
    page.wait_for_function(AT_REST)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.changes", description=__doc__)
    parser.add_argument("--changes", type=int, default=CHANGES)
    found = measure(parser.parse_args().changes)
    usual = {percent: percentile(found["usual"], percent) for percent in (50, 95)}
    for name, times in found.items():
        shown = [
            f"p{percent} {percentile(times, percent):5.0f} ms ({percentile(times, percent) / usual[percent]:.2f}x)"
            for percent in usual
        ]
        print(f"{name:12}{'   '.join(shown)}")


if __name__ == "__main__":
    main()
