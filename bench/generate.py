"""Invented positions for all regions in the German flavour of CSV, sound or with faults at known places."""

import argparse
import csv
import io
import json
import random
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from kim.tables import DATA, Package, read_package

FAULTS = 500
SEED = 20_260
DOCUMENTS = 2_000
ANCHOR_WORDS = ("wurden", "im", "Kreis", "Stellen", "eingerichtet", "für", "Träger", "besetzt")
NOTES = ("", "", "", "Zahl steht in der Tabelle", "nach Angabe der Verwaltung; ohne Befristung")
Cells = dict[str, str]
Fault = tuple[str, int, str]


def generate(folder: Path, rows: int, faults: int = 0) -> list[Fault]:
    """Write a data folder with that many positions; kind, line and column of each fault in it.

    Its `minutes` are empty: invented rows are not held against the texts of real documents.
    """
    (folder / "minutes").mkdir(parents=True, exist_ok=True)
    package = read_package(DATA)
    _write_declarations(folder)
    for table in package.tables.values():
        names = [field.name for field in table.fields]
        (folder / table.path).write_text(",".join(names) + "\n", "utf-8")
    for name in ("regions", "organisations"):
        shutil.copy(DATA / package.tables[name].path, folder)
    _write_sources(folder, package)
    with (folder / "positions.csv").open("w", encoding="utf-8-sig", newline="") as file:
        return _write_positions(file, package, rows, faults)


def _write_declarations(folder: Path) -> None:
    declared = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    for resource in declared["resources"]:
        if resource["name"] == "positions":
            resource["dialect"] = {"delimiter": ";"}
            for field in resource["schema"]["fields"]:
                if field["type"] == "number":
                    field["decimalChar"] = ","
    (folder / "datapackage.json").write_text(json.dumps(declared, ensure_ascii=False), "utf-8")


def _keys(package: Package, name: str) -> list[str]:
    table = package.tables[name]
    with (DATA / table.path).open(encoding=table.dialect.encoding, newline="") as file:
        return [row[table.identity[0]] for row in csv.DictReader(file)]


def _write_sources(folder: Path, package: Package) -> None:
    regions = _keys(package, "regions")
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        names = [field.name for field in package.tables["sources"].fields]
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        for number in range(DOCUMENTS):
            writer.writerow(
                {
                    "source": f"dokument-{number:04}",
                    "region": regions[number % len(regions)],
                    "kind": "minutes",
                    "date": f"{2018 + number % 9}-{1 + number % 12:02}-{1 + number % 28:02}",
                    "date_basis": "stated",
                    "title": f"Niederschrift Nr. {number}",
                    "url": f"https://example.org/dokument/{number}",
                }
            )


def _write_positions(file: io.TextIOBase, package: Package, rows: int, faults: int) -> list[Fault]:
    chance = random.Random(SEED)  # noqa: S311
    names = [field.name for field in package.tables["positions"].fields]
    broken = dict(zip(sorted(chance.sample(range(rows), faults)), range(faults), strict=True))
    found: list[Fault] = []
    line = 2
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(names)
    for number, cells in enumerate(_positions(package, rows, chance)):
        row = [cells.get(name, "") for name in names]
        if number in broken:
            kind, column = _break(broken[number] % 6, row, names)
            found.append((kind, line, column))
        writer.writerow(row)
        line += 1 + sum(cell.count("\n") for cell in row)
    return found


def _break(kind: int, row: list[str], names: list[str]) -> tuple[str, str]:
    """Break the row in one of six ways; the kind and column of the finding it must cause."""
    if kind == 5:
        del row[-3:]
        return "cells_missing", ""
    column, cell, name = (
        ("quantity", "1.9", "number"),
        ("as_of", "2023-02-30", "partial_date"),
        ("status", "vielleicht", "vocabulary"),
        ("employer", "gibt-es-nicht", "reference"),
        ("anchor", "", "required"),
    )[kind]
    row[names.index(column)] = cell
    return name, column


def _positions(package: Package, rows: int, chance: random.Random) -> Iterator[Cells]:
    """Sound rows, no two with the same identity."""
    words: dict[str, list[str]] = {
        name: list(package.tables["positions"].field(name).vocabulary)
        for name in ("module", "function", "unit", "measure", "status", "certainty")
    }
    words["certainty"].remove("unknown")  # of a missing number only
    organisations = _keys(package, "organisations")
    regions = _keys(package, "regions")
    days = _days()
    for number in range(rows):
        yield {
            "region": regions[number % len(regions)],
            "module": chance.choice(words["module"]),
            "function": chance.choice(words["function"]),
            "quantity": f"{chance.randrange(1, 400) / 10:.1f}".replace(".", ","),
            "certainty": chance.choice(words["certainty"]),
            "unit": chance.choice(words["unit"]),
            "measure": chance.choice(words["measure"]),
            "status": chance.choice(words["status"]),
            "employer": chance.choice(organisations),
            "workplace": chance.choice(organisations) if number % 3 else "",
            "area": f"Bezirk {number % 40}" if number % 4 == 0 else "",
            "as_of": chance.choice(days),
            "source": f"dokument-{number % DOCUMENTS:04}",
            "paragraph": str(1 + number // DOCUMENTS),
            "anchor": " ".join(chance.sample(ANCHOR_WORDS, 4)),
            "basis": "stated",
            "note": chance.choice(NOTES) if number % 50 else "erste Zeile\nzweite Zeile",
        }


def _days() -> list[str]:
    return [
        f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
        for year, month, day in product(range(2018, 2027), range(1, 13), (0, 1, 15, 28))
    ]


def main() -> None:
    """Write one data folder and, beside the positions, the places of its faults."""
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--faults", type=int, default=0)
    chosen: Any = parser.parse_args()
    found = generate(chosen.folder, chosen.rows, chosen.faults)
    (chosen.folder / "faults.json").write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main()
