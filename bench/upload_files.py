"""A file to upload: sound positions or some of them broken, as German Excel saves them or as this product does."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from bench.generate import ANCHOR_WORDS, NOTES, SEED
from kim.cells import headings
from kim.tables import DATA, package

POSITIONS = package().tables["positions"]


def keys(table: str) -> list[str]:
    """The first column of a table as it is shipped."""
    with (DATA / package().tables[table].path).open(encoding="utf-8", newline="") as file:
        return [next(iter(row.values())) for row in csv.DictReader(file)]


def positions(rows: int) -> Iterator[dict[str, str]]:
    """Sound positions, no two with the same identity."""
    chance = random.Random(SEED)  # noqa: S311
    words = {field.name: list(field.vocabulary) for field in POSITIONS.fields if field.vocabulary}
    regions, organisations, sources = keys("regions"), keys("organisations"), keys("sources")
    for number in range(rows):
        yield {
            "region": regions[number % len(regions)],
            "module": chance.choice(words["module"]),
            "function": chance.choice(words["function"]),
            "quantity": f"{chance.randrange(1, 400) / 10:.1f}",
            "certainty": chance.choice(("exact", "about")),
            "unit": chance.choice(words["unit"]),
            "measure": chance.choice(words["measure"]),
            "status": chance.choice(words["status"]),
            "employer": chance.choice(organisations),
            "workplace": chance.choice(organisations) if number % 3 else "",
            "area": f"Bezirk {number % 40}" if number % 4 == 0 else "",
            "as_of": f"{2018 + number % 9}-{1 + number % 12:02}-{1 + number % 28:02}",
            "source": sources[number % len(sources)],
            "paragraph": str(1 + number // len(sources)),
            "anchor": " ".join(chance.sample(ANCHOR_WORDS, 4)),
            "basis": "stated",
            "note": chance.choice(NOTES) if number % 50 else "erste Zeile\nzweite Zeile",
        }


def in_german(cells: dict[str, str]) -> Iterator[str]:
    """The cells as a German Excel shows them."""
    for field in POSITIONS.fields:
        cell = cells.get(field.name, "")
        if field.name == "quantity":
            yield cell.replace(".", ",")
        elif field.name == "as_of":
            yield ".".join(reversed(cell.split("-")))
        else:
            yield field.vocabulary.get(cell, cell)


def broken(cells: dict[str, str], number: int) -> dict[str, str]:
    """One of four faults that a check must name."""
    faults = [("quantity", "viele"), ("as_of", "2023-02-30"), ("status", "offen"), ("anchor", "")]
    return cells | dict([faults[number % len(faults)]])


def write(path: Path, flavour: str, rows: int, faults: int) -> list[int]:
    """A file as German Excel saves it (cp1252, semicolon, comma), or as this product does.

    The lines of its faulty rows.
    """
    line, faulty = 2, []
    every = rows // faults if faults else rows + 1
    is_excel = flavour == "excel"
    with path.open("w", encoding="cp1252" if is_excel else "utf-8", newline="") as file:
        writer = csv.writer(
            file, delimiter=";" if is_excel else ",", lineterminator="\r\n" if is_excel else "\n"
        )
        names = [field.name for field in POSITIONS.fields]
        writer.writerow(headings(POSITIONS.fields, POSITIONS) if is_excel else names)
        for number, sound in enumerate(positions(rows), 1):
            cells = sound if number % every else broken(sound, number // every)
            if cells is not sound:
                faulty.append(line)
            line += 1 + cells["note"].count("\n")
            writer.writerow(
                in_german(cells) if is_excel else [cells.get(name, "") for name in names]
            )
    return faulty
