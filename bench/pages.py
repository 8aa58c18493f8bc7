"""Start, further page and change of filter in a real browser, contestants in turn: `python -m bench.pages`."""

import argparse
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.chromium import CHROMIUM, FLAGS
from bench.contestants import CONTESTANTS, SIZES, Contestant, built_store, changes, serving
from bench.measures import keep, median, percentile

STARTS, FURTHER_PAGES, CHANGES = 5, 5, 48
MILLISECONDS_TO_WAIT = 120_000

# Notes when anything inside the first chart of the page changed last.
WATCH = """
window.chartChanged = 0;
new MutationObserver(changes => {
    const chart = document.querySelector('.js-plotly-plot');
    if (chart && changes.some(change => chart.contains(change.target)))
        window.chartChanged = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
"""
DRAWN = "() => document.querySelector('.js-plotly-plot .main-svg .trace path') !== null"
AT_REST = """() =>
    document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'
    && window.chartChanged > 0 && performance.now() - window.chartChanged > 500
"""
# One click on a module; how many milliseconds until the first chart changed for the last time.
CHANGE = """module => new Promise((resolve, reject) => {
    const button = [...document.querySelectorAll('[data-testid="stButtonGroup"] button')]
        .find(each => each.textContent.startsWith('Baustein ' + module));
    const started = performance.now();
    button.click();
    const look = setInterval(() => {
        const now = performance.now(), isRunning =
            document.querySelector('.stApp').dataset.testScriptState !== 'notRunning';
        if (!isRunning && window.chartChanged > started && now - window.chartChanged > 150) {
            clearInterval(look);
            resolve(window.chartChanged - started);
        } else if (now - started > 20000) {
            clearInterval(look);
            reject(new Error('the chart was not redrawn'));
        }
    }, 20);
})"""
Timings = dict[str, dict[str, float]]


def measure(
    facts: int,
    starts: int,
    further: int,
    clicks: int,
    contestants: Sequence[Contestant] = CONTESTANTS,
) -> Timings:
    """Milliseconds per contestant at one size of the data."""
    store = built_store(facts)
    found: dict[str, dict[str, list[float]]] = {
        each.name: {"start": [], "further": [], "change": []} for each in contestants
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for number in range(starts + 1):
            for each in contestants:
                taken = _start(browser, each, store)
                if number:  # the first of each warms the disk
                    found[each.name]["start"].append(taken)
        with ExitStack() as stack:
            tabs = {each.name: _tab(browser, each, store, stack) for each in contestants}
            for _ in range(further):
                for each in contestants:
                    context, page = tabs[each.name]
                    found[each.name]["further"].append(_further_page(context, page.url))
            for _, page in tabs.values():
                _open_filter(page)
            for _, module in zip(range(clicks), changes(), strict=False):
                for each in contestants:
                    found[each.name]["change"].append(tabs[each.name][1].evaluate(CHANGE, module))
        browser.close()
    return {name: _summary(times) for name, times in found.items()}


def _summary(times: dict[str, list[float]]) -> dict[str, float]:
    return {
        "start": median(times["start"]),
        "further": median(times["further"]),
        "change p50": percentile(times["change"], 50),
        "change p95": percentile(times["change"], 95),
    }


def _start(browser: Browser, contestant: Contestant, store: Path) -> float:
    """From the launch of the server process to the first chart in a fresh browser profile."""
    context = _profile(browser)
    page = context.new_page()
    started = time.perf_counter()
    with serving(contestant, store) as server:
        _open(page, server.origin + contestant.path)
        taken = time.perf_counter() - started
        context.close()
    return 1000 * taken


def _tab(
    browser: Browser, contestant: Contestant, store: Path, stack: ExitStack
) -> tuple[BrowserContext, Page]:
    server = stack.enter_context(serving(contestant, store))
    context = _profile(browser)
    stack.callback(context.close)
    page = context.new_page()
    _open(page, server.origin + contestant.path)
    page.wait_for_function(AT_REST, timeout=MILLISECONDS_TO_WAIT)
    return context, page


def _open_filter(page: Page) -> None:
    """Show the modules to choose from, where they stand behind a button."""
    opener = page.locator(".st-key-filter-modules button")
    if opener.count():
        opener.first.click()
        page.locator('[data-testid="stButtonGroup"] button').first.wait_for()


def _further_page(context: BrowserContext, address: str) -> float:
    """From opening a new tab of the same profile to its chart."""
    started = time.perf_counter()
    page = context.new_page()
    _open(page, address)
    taken = time.perf_counter() - started
    page.wait_for_function(AT_REST, timeout=MILLISECONDS_TO_WAIT)
    page.close()
    return 1000 * taken


def _profile(browser: Browser) -> BrowserContext:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="de-DE")
    context.add_init_script(WATCH)
    return context


def _open(page: Page, address: str) -> None:
    page.goto(address, wait_until="commit")
    page.wait_for_function(DRAWN, timeout=MILLISECONDS_TO_WAIT)


def run(sizes: list[int], starts: int, further: int, clicks: int) -> dict[str, Timings]:
    """Measure every size and keep the numbers."""
    found = {}
    for facts in sizes:
        found[str(facts)] = measure(facts, starts, further, clicks)
        for name, times in found[str(facts)].items():
            shown = "  ".join(f"{key} {value:6.0f} ms" for key, value in times.items())
            print(f"{facts:>9,} facts  {name:<13} {shown}", flush=True)
    keep("pages", found)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--facts", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--starts", type=int, default=STARTS)
    parser.add_argument("--further", type=int, default=FURTHER_PAGES)
    parser.add_argument("--changes", type=int, default=CHANGES)
    chosen = parser.parse_args()
    run(chosen.facts, chosen.starts, chosen.further, chosen.changes)


if __name__ == "__main__":
    main()
