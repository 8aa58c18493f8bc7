"""Proposals from invented papers of three pages: how many a minute, whether longer ones take longer in proportion, memory: `python -m bench.extraction`."""

import argparse
import random
import resource
import time
from collections.abc import Iterator

from bench.generate import SEED
from bench.measures import keep
from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from kim.tables import ROOT

TEXTS = ROOT / "tests" / "etl" / "extraction" / "texts" / "rules"
DOCUMENTS, CHARACTERS_OF_A_PAGE, PAGES, TIMES = 10_000, 2_500, 3, 4
REGION, DATE = "05566", "2023-05-09"
LEAST_A_MINUTE, MOST_GROWTH, MOST_MEMORY_GROWTH = 3_000, 1.15, 1.10
OTHER = (
    "Die Verwaltung stellt den Entwurf des Haushalts vor und beantwortet Fragen zu einzelnen Ansätzen.",
    "Der Ausbau der Radwege wird im kommenden Jahr an drei Stellen fortgesetzt, sobald die Mittel bereitstehen.",
    "Im Anschluss geht es um die Planung der neuen Turnhalle; hierzu liegt ein Gutachten vor.",
    "Ein Mitglied des Ausschusses bittet darum, die Unterlagen künftig eine Woche früher zu erhalten.",
    "Die Zahl der Anmeldungen an der Musikschule ist gegenüber dem Vorjahr um 4 Prozent gestiegen.",
)
SHARE_OF_OTHER = 0.6


def papers(number: int, pages: int, seed: int = SEED) -> Iterator[Paper]:
    """Invented papers of so many pages, of paragraphs on KIM and, more of them, on other matters."""
    chance = random.Random(seed)  # noqa: S311
    about = [
        text
        for path in sorted(TEXTS.glob("*.txt"))
        for text in _paragraphs(path.read_text("utf-8"))
    ]
    for _ in range(number):
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < pages * CHARACTERS_OF_A_PAGE:
            is_other = chance.random() < SHARE_OF_OTHER
            few = chance.choices(OTHER, k=chance.randint(1, 4))
            paragraphs.append(" ".join(few) if is_other else chance.choice(about))
        yield Paper(tuple(paragraphs), REGION, DATE)


def measure(number: int, pages: int) -> dict[str, float]:
    """Documents a minute of the processor, proposals per document, and the growth of the peak of memory after the first tenth."""
    made = papers(number, pages)
    proposals, taken, early = 0, 0.0, 0
    for done in range(1, number + 1):
        paper = next(made)
        started = time.process_time()
        proposals += sum(1 for _ in propose(paper))
        taken += time.process_time() - started
        if done == max(1, number // 10):
            early = _peak()
    return {
        "a_minute": 60 * number / taken,
        "proposals": proposals / number,
        "memory": _peak() / early,
    }


def run(documents: int) -> dict[str, float]:
    """Measure three pages and four times as many, and keep the numbers."""
    for paper in papers(20, PAGES):  # what is read once
        list(propose(paper))
    short = measure(documents, PAGES)
    long = measure(max(1, documents // TIMES), PAGES * TIMES)
    found = {**short, "growth": short["a_minute"] / (TIMES * long["a_minute"])}
    print(
        f"{documents:,} documents of {PAGES} pages: {found['a_minute']:,.0f} a minute of one core (due {LEAST_A_MINUTE:,}),"
        f" {found['proposals']:.1f} proposals each;"
        f" {TIMES} times as long: {found['growth']:.2f} times the time per page (due {MOST_GROWTH});"
        f" peak of memory {found['memory']:.2f} times that after a tenth (due {MOST_MEMORY_GROWTH:.2f})",
        flush=True,
    )
    keep("extraction", found)
    return found


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.split("\n\n") if each.strip()]


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Measure, and end with 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.extraction", description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    found = run(parser.parse_args().documents)
    is_met = found["a_minute"] >= LEAST_A_MINUTE and found["growth"] <= MOST_GROWTH
    raise SystemExit(int(not is_met or found["memory"] > MOST_MEMORY_GROWTH))


if __name__ == "__main__":
    main()
