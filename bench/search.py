"""The search over invented paragraphs: how long the index takes, how long an answer: `python -m bench.search`."""

import argparse
import csv
import hashlib
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import simplemma

from bench.generate import DOCUMENTS, SEED, generate
from bench.measures import keep, median, percentile
from etl.pipeline.build import Inputs, build
from etl.pipeline.compounds import parts
from kim import queries
from kim.kept import Kept
from kim.loads import now
from kim.queries import View
from kim.search import search
from kim.store import Store, Version
from kim.tables import read_package
from kim.word_forms import FUNCTION_WORDS, spelled

PARAGRAPHS, STATEMENTS, OF_A_DOCUMENT, WORDS_OF_A_PARAGRAPH, REPEATS = 20_000, 1_000, 100, 60, 2
MOST_MILLISECONDS = 50
BEFORE = [
    "Integrations",
    "Verwaltungs",
    "Sozial",
    "Zuwendungs",
    "Kreis",
    "Stadt",
    "Jugend",
    "Schul",
    "Sprach",
    "Beratungs",
    "Personal",
    "Förder",
    "Haushalts",
    "Familien",
    "Wohnungs",
    "Gesundheits",
    "Arbeits",
    "Bildungs",
    "Steuerungs",
    "Landes",
    "Bezirks",
    "Fach",
    "Projekt",
    "Leitungs",
]
NOUNS = [
    "Stelle",
    "Ausschuss",
    "Zentrum",
    "Management",
    "Gruppe",
    "Beirat",
    "Behörde",
    "Bescheid",
    "Konzept",
    "Bericht",
    "Vorlage",
    "Antrag",
    "Träger",
    "Verband",
    "Amt",
    "Plan",
    "Mittel",
    "Aufgabe",
    "Bedarf",
    "Netzwerk",
    "Angebot",
    "Maßnahme",
    "Vereinbarung",
    "Leistung",
    "Prüfung",
    "Frist",
    "Anteil",
    "Pauschale",
    "Konferenz",
]
COMMON = [
    "Stadt",
    "Kreis",
    "Stellen",
    "Träger",
    "beschlossen",
    "berichtet",
    "eingerichtet",
    "Verwaltung",
    "Rat",
    "Zuwanderung",
    "Beratung",
    "Kosten",
    "Euro",
    "Jahr",
    "Menschen",
    "Kommunen",
    "erweitert",
    "besetzt",
    "fördert",
    "Kinder",
    "Schulen",
    "Rheine",
    "Münster",
    "Coesfeld",
    "Hilden",
]
PLAIN = """
SELECT source, paragraph, text FROM paragraphs
WHERE len(list_filter($words::VARCHAR[], lambda word: contains(lower(text), word))) > 0
ORDER BY len(text) LIMIT 5
"""
# What is asked, by kind.
ASKED = {
    "one word": ("Netzwerk", "Antrag", "Konzept", "Maßnahme"),
    "a form": ("beschließen", "Behörden", "Verbände", "fördern"),
    "two words": ("Rheine Stellen", "Konzept Coesfeld", "Beirat Träger", "Frist Antrag"),
    "a compound": ("Verwaltungsvorlage", "Integrationskonzept", "Schulamt", "Kreisausschuss"),
    "a typing error": ("Verwaltungsvorlge", "Integratoinskonzept", "Netzwrek", "Maßnahmne"),
    "a frequent word": ("Stelle", "Kreis", "Träger", "Beratung"),
    "many words": (
        "Wie viele Stellen hat der Kreis Coesfeld für Beratung?",
        "Kosten Stadt Träger Beratung Schulen",
        "Zuwendungsbescheid Frist Kreis",
        "Wer hat in Rheine den Antrag auf Mittel für das Netzwerk gestellt?",
    ),
}
BEFOREHAND = "Fachaufsicht Rheine Mettmann"  # asks for names and for the answers of the own place
VIEW = View(("05566", "05566076", "05558"))


def paragraphs(number: int) -> Iterator[str]:
    """Paragraphs of sixty words: function words, common words, compounds of two and of three parts."""
    chance = random.Random(SEED)  # noqa: S311
    small = sorted(FUNCTION_WORDS)
    for _ in range(number):
        words = []
        for _ in range(WORDS_OF_A_PARAGRAPH):
            kind, noun = chance.random(), chance.choice(NOUNS)
            first, second = chance.choice(BEFORE), chance.choice(BEFORE)
            compounds = [first + noun.lower(), first + second.lower() + noun.lower()]
            drawn = [chance.choice(small), chance.choice(COMMON), noun, *compounds]
            words.append(drawn[sum(kind > edge for edge in (0.45, 0.72, 0.8, 0.95))])
        yield " ".join(words) + "."


def inputs(folder: Path, number: int) -> Inputs:
    """A data folder with that many paragraphs in documents on which no statement rests, and a few statements."""
    generate(folder, STATEMENTS)
    texts = list(paragraphs(number))
    digests = {}
    for at in range(0, number, OF_A_DOCUMENT):
        source = f"dokument-{DOCUMENTS - 1 - at // OF_A_DOCUMENT:04}"
        content = "\n\n".join(texts[at : at + OF_A_DOCUMENT]).encode()
        (folder / "minutes" / f"{source}.txt").write_bytes(content)
        digests[source] = hashlib.sha256(content).hexdigest()
    path = folder / "sources.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, "text_sha256": digests.get(row["source"], "")} for row in rows)
    return Inputs.read(read_package(folder), folder, folder / "minutes", now())


def answers(store: Store, repeats: int, is_new: bool) -> Iterator[tuple[str, float]]:
    """Each search and in how many milliseconds of the processor it is answered, of words that nobody searched before.

    `is_new`: each is the second one after a version was published; else the version stays and keeps what it was asked.
    """
    for _ in range(repeats):
        version = _fresh(store)
        for words in chain.from_iterable(ASKED.values()):
            version = _fresh(store) if is_new else version
            with queries.answered_by(version):
                started = time.process_time()
                found = search(words, VIEW, "05566076")
                taken = 1000 * (time.process_time() - started)
            if "paragraph" not in {group.kind for group in found.groups}:
                raise AssertionError(f"no paragraph has: {words}")
            yield words, taken


def _fresh(store: Store) -> Version:
    """The version as it is after its first search."""
    version = replace(store.current(), kept=Kept())
    with queries.answered_by(version):
        search(BEFOREHAND, VIEW, "05566076")
    return version


def plainly(store: Store, words: str) -> float:
    """Milliseconds of the processor of the plain way: paragraphs in whose text one of the words stands as it was typed."""
    said = [each for each in spelled(words) if each not in FUNCTION_WORDS]
    started = time.process_time()
    store.current().cursor().execute(PLAIN, {"words": said}).df()
    return 1000 * (time.process_time() - started)


def measure(number: int, repeats: int = REPEATS) -> dict[str, float]:
    """Seconds of the build, words of the index, MiB of the version, milliseconds of an answer (processor)."""
    with tempfile.TemporaryDirectory() as folder:
        given, store = inputs(Path(folder) / "data", number), Store(Path(folder) / "store")
        simplemma.lemmatize("Wort", lang="de")
        parts("vollzeitstelle")  # what a process pays once
        started = time.process_time()
        report = build(given, store, lambda _: None)
        built = time.process_time() - started
        if report.findings:
            raise AssertionError(f"not built: {report.findings[0]}")
        for _ in answers(store, repeats - 1, is_new=True):
            pass  # warm
        measured = list(answers(store, repeats, is_new=False))
        taken = [milliseconds for _, milliseconds in measured]
        new = [milliseconds for _, milliseconds in answers(store, repeats, is_new=True)]
        plain = [plainly(store, words) for words, _ in measured]
        words = store.current().cursor().table("search_words").aggregate("count(*)").fetchall()
        size = store.path(store.number()).stat().st_size / 2**20
    times = {"p50": median(taken), "p95": percentile(taken, 95), "most": max(taken)}
    times |= {"new": median(new), "plain": median(plain)}
    return {"build": built, "words": words[0][0], "MiB": size, **times}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--paragraphs", type=int, nargs="*", default=[PARAGRAPHS // 20, PARAGRAPHS])
    found = {}
    for number in parser.parse_args().paragraphs:
        found[str(number)] = times = measure(number)
        print(
            f"{number:>7,} paragraphs, {times['words']:,.0f} words: built in {times['build']:.1f} s (processor),"
            f" {times['MiB']:.1f} MiB; an answer in (processor) {times['p50']:.0f} ms, p95 {times['p95']:.0f}, at most"
            f" {times['most']:.0f} (due {MOST_MILLISECONDS}), {times['p50'] / times['plain']:.1f} times the plain scan; right"
            f" after a publication {times['new']:.0f} ms",
            flush=True,
        )
    keep("search", found)


if __name__ == "__main__":
    main()
