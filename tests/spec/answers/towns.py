"""Towns to ask about: each has a district of its own and rows of its own; all of them are in one store."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kim import answers
from kim.answers import Answer
from tests.spec.told import Told, told, view

FIRST_DISTRICT = 601
NUMBERED = re.compile(r"(Rheine|Kreis Steinfurt) \d+")
SOURCES = f"""
    source  | region | kind    | date | date_basis | title   | text_sha256
    gelesen | 05     | minutes | 2023 | stated     | Gelesen | {"f" * 64}
    neuer   | 05     | minutes | 2024 | stated     | Neuer   | {"e" * 64}
"""
Rows = list[dict[str, str]]
REGISTERED: list["Town"] = []
STORES: dict[int, Told] = {}


@dataclass(frozen=True)
class Town:
    """A town named Rheine in a Kreis Steinfurt; in its rows `region` is "Ort" or "Kreis"."""

    number: int
    tables: Mapping[str, str]

    @property
    def district(self) -> str:
        return f"05{FIRST_DISTRICT + self.number}"

    @property
    def key(self) -> str:
        return f"{self.district}004"

    def rows(self, table: str) -> Rows:
        """Its rows of a table; about the town and out of a document read in full, unless they say otherwise."""
        found = []
        for paragraph, row in enumerate(cells(self.tables.get(table, "")), 1):
            key = {"Kreis": self.district, "Ort": self.key}[row.get("region") or "Ort"]
            where = {"source": "gelesen", "paragraph": str(paragraph), "note": "x"}
            found.append(where | row | {"region": key})
        return found


def town(**tables: str) -> Town:
    """A town of which these rows are told."""
    made = Town(len(REGISTERED), tables)
    REGISTERED.append(made)
    return made


def asked(
    folder: Path,
    of: Town,
    question: str,
    held_on: str | None = None,
    known_on: date | None = None,
    *,
    district: bool = False,
) -> Answer:
    """The answer to a question about a town, or about its district."""
    place = of.district if district else of.key
    found = _store(folder).ask(answers.answers, place, view("", held_on, known_on))[question]
    bare = {name: NUMBERED.sub(r"\1", getattr(found, name)) for name in ("sentence", "brief")}
    return replace(found, **bare)


def _store(folder: Path) -> Told:
    """The store of all towns, made when the first of them is asked about."""
    if len(REGISTERED) not in STORES:
        named = {name for each in REGISTERED for name in each.tables}
        tables = {
            name: lines([row for each in REGISTERED for row in each.rows(name)])
            for name in sorted(named)
        }
        regions = [
            row
            for each in REGISTERED
            for row in (
                {"ags": each.district, "name": f"Kreis Steinfurt {each.number}"}
                | {"kind": "district", "parent": "05"},
                {"ags": each.key, "name": f"Rheine {each.number}"}
                | {"kind": "municipality", "parent": each.district},
            )
        ]
        STORES[len(REGISTERED)] = told(
            folder, {"sources": SOURCES, "regions": lines(regions), **tables}
        )
    return STORES[len(REGISTERED)]


def cells(text: str) -> Rows:
    """The rows of `a | b` lines below a heading, without empty cells."""
    split = [
        [cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()
    ]
    heading, rows = split[:1], split[1:]
    return [{k: v for k, v in zip(heading[0], row, strict=True) if v} for row in rows]


def lines(rows: Rows) -> str:
    """The rows as lines below a heading."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return "\n".join(
        " | ".join(each) for each in [names, *([r.get(n, "") for n in names] for r in rows)]
    )
