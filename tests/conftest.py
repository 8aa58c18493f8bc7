"""A small real world: rows and texts written in the test, the store built by the real ETL."""

import csv
import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from etl.build import Inputs, Report, build
from kim.store import Store
from kim.tables import DATA, Package, Table, read_package

Row = Mapping[str, object]
FIRST_LOAD = datetime(2024, 1, 10, 12)  # noqa: DTZ001 (UTC, as the store keeps it)

MUSTER_TEXT = """Der Kreis Steinfurt richtet 1,9 Stellen
im Case Management ein.

Zum 1. Mai sind davon 3,5 Stellen besetzt.

Die Stadt Rheine stellt die Arbeitsplätze.
"""
MUSTER_DIGEST = hashlib.sha256(MUSTER_TEXT.encode()).hexdigest()

REGIONS: list[Row] = [
    {"ags": "05", "name": "Nordrhein-Westfalen", "kind": "land", "lat": 51.5, "lon": 7.5},
    {"ags": "05566", "name": "Kreis Steinfurt", "kind": "district", "parent": "05"}
    | {"lat": 52.2, "lon": 7.5, "tile_x": 2, "tile_y": 0},
    {"ags": "05558", "name": "Kreis Coesfeld", "kind": "district", "parent": "05"}
    | {"lat": 51.9, "lon": 7.3, "tile_x": 1, "tile_y": 1},
    {"ags": "05515", "name": "Münster", "kind": "independent_city", "parent": "05"}
    | {"lat": 51.96, "lon": 7.63, "tile_x": 2, "tile_y": 1},
    {"ags": "05566076", "name": "Rheine", "kind": "municipality", "parent": "05566"}
    | {"lat": 52.28, "lon": 7.44},
]
ORGANISATIONS: list[Row] = [
    {"organisation": "kreis-steinfurt", "name": "Kreis Steinfurt", "kind": "district"},
    {"organisation": "stadt-rheine", "name": "Stadt Rheine", "kind": "municipality"},
    {"organisation": "caritas", "name": "Caritasverband", "kind": "welfare_association"},
]
SOURCES: list[Row] = [
    {"source": "muster-2022", "region": "05566", "body": "Sozialausschuss", "kind": "minutes"}
    | {"date": "2022-11-03", "date_basis": "stated", "title": "Niederschrift Sozialausschuss"}
    | {"url": "https://example.org/muster-2022", "text_sha256": MUSTER_DIGEST},
    {"source": "vermerk-2023", "region": "05566", "kind": "memo", "date": "2023"}
    | {"date_basis": "inferred", "title": "Vermerk zum Stand"},
    {"source": "web-undatiert", "region": "05515", "kind": "web", "title": "Seite ohne Datum"},
]
PROVEN: Row = {"region": "05566", "source": "muster-2022", "paragraph": 1, "basis": "stated"}
POSITION: Row = PROVEN | {
    "module": "2",
    "function": "case_management",
    "quantity": 1.9,
    "certainty": "exact",
    "unit": "posts",
    "measure": "total",
    "status": "established",
    "employer": "kreis-steinfurt",
    "anchor": "richtet 1,9 Stellen",
}
FACTS: dict[str, list[Row]] = {
    "positions": [
        POSITION,
        POSITION
        | {"status": "filled", "quantity": 3.5, "paragraph": 2, "anchor": "3,5 Stellen besetzt"}
        | {"as_of": "2023-05-01", "workplace": "stadt-rheine"},
        POSITION
        | {"region": "05558", "module": "1", "function": "coordination", "source": "vermerk-2023"}
        | {"quantity": None, "certainty": "unknown", "anchor": "Stellen in Coesfeld"},
        POSITION
        | {"region": "05515", "status": "planned", "unit": "persons", "quantity": 0}
        | {"source": "web-undatiert", "paragraph": None, "employer": None, "anchor": "niemand"},
    ],
    "indicators": [
        PROVEN
        | {"region": region, "indicator": "population", "value": value, "certainty": "exact"}
        | {"as_of": "2022-12-31", "source": "vermerk-2023", "anchor": "Einwohnerzahl"}
        for region, value in [("05566", 455_000), ("05558", 223_000), ("05515", 318_000)]
    ],
    "carriers": [
        PROVEN
        | {"module": "2", "organisation": "stadt-rheine", "role": "provides_workplace"}
        | {"counterpart": "kreis-steinfurt", "paragraph": 3, "anchor": "stellt die Arbeitsplätze"},
        PROVEN
        | {"region": "05558", "module": "2", "organisation": "caritas", "role": "employs"}
        | {"source": "vermerk-2023", "anchor": "beim Caritasverband"},
    ],
    "target_groups": [
        PROVEN
        | {"module": "2", "label": "Neuzugewanderte", "dimension": "arrival"}
        | {"inclusion": "primary", "source": "vermerk-2023", "anchor": "neu zugewandert"},
        PROVEN
        | {"module": "2", "label": "Erwachsene", "dimension": "age", "inclusion": "also"}
        | {"age_over": 18, "source": "vermerk-2023", "anchor": "ab 18 Jahren"},
    ],
    "evaluations": [
        PROVEN
        | {"region": "05", "level": "land", "status": "running", "evaluator": "ein Institut"}
        | {"subject": "das Programm", "ends": "2025", "results": "none_yet"}
        | {"source": "vermerk-2023", "anchor": "wird begleitet"},
    ],
    "funding": [
        PROVEN
        | {"module": "2", "item": "Personalkosten", "amount_min": 50_000, "amount_max": 60_000}
        | {"unit": "eur_per_post_year", "payer": "kreis-steinfurt", "recipient": "caritas"}
        | {"certainty": "about", "source": "vermerk-2023", "anchor": "rund 50.000 Euro"},
    ],
    "bodies": [
        PROVEN
        | {"body": "Lenkungsgruppe", "level": "strategic", "host": "kreis-steinfurt"}
        | {"state": "exists", "source": "vermerk-2023", "anchor": "die Lenkungsgruppe"},
    ],
    "instruments": [
        PROVEN
        | {"module": "1", "label": "Netzwerkkarte", "kind": "method", "state": "in_use"}
        | {"source": "vermerk-2023", "anchor": "eine Netzwerkkarte"},
    ],
    "decisions": [
        PROVEN
        | {"body": "Kreistag", "subject": "Teilnahme", "kind": "decided", "date": "2021-06-15"}
        | {"source": "vermerk-2023", "anchor": "beschlossen"},
    ],
    "milestones": [
        PROVEN
        | {"module": "2", "date": "2022-03", "event": "Beginn", "state": "done"}
        | {"source": "vermerk-2023", "anchor": "seit März 2022"},
    ],
    "commitments": [
        PROVEN
        | {"made_by": "Verwaltung", "made_to": "Sozialausschuss", "promise": "jährlicher Bericht"}
        | {"due": "2024", "recurrence": "yearly", "state": "open"}
        | {"source": "vermerk-2023", "anchor": "jährlich berichten"},
    ],
    "open_questions": [
        PROVEN
        | {"module": "2", "question": "Wie geht es nach 2025 weiter?", "state": "open"}
        | {"source": "vermerk-2023", "anchor": "noch offen"},
    ],
    "objectives": [
        PROVEN
        | {"module": "1", "holder": "Programm", "kind": "goal", "label": "bessere Abstimmung"}
        | {"source": "vermerk-2023", "anchor": "besser abgestimmt"},
    ],
    "assessments": [
        PROVEN
        | {"module": "2", "speaker": "Verwaltung", "subject": "Case Management"}
        | {"assessment": "bewährt sich", "source": "vermerk-2023", "anchor": "bewährt"},
    ],
}
QUICK = ["regions", "organisations", "sources", "positions", "milestones", "funding"]
QUICK += ["target_groups"]


class World:
    """A data folder with its own few rows, invented documents, and the store built from them."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.documents = folder / "minutes"
        self.store = Store(folder / "store")
        self.data.mkdir(parents=True)
        self.documents.mkdir()
        shutil.copy(DATA / "datapackage.json", self.data)

    @property
    def package(self) -> Package:
        return read_package(self.data)

    def table(self, name: str) -> Table:
        return self.package.tables[name]

    def declare(self, name: str, change: Callable[[dict[str, Any]], None]) -> None:
        """Change the declaration of one table."""
        path = self.data / "datapackage.json"
        declared = json.loads(path.read_text("utf-8"))
        change(next(each for each in declared["resources"] if each["name"] == name))
        path.write_text(json.dumps(declared), "utf-8")

    def keep(self, *names: str) -> None:
        """Forget all other tables, so that a build is quick."""
        path = self.data / "datapackage.json"
        declared = json.loads(path.read_text("utf-8"))
        for resource in declared["resources"]:
            if resource["name"] not in names:
                (self.data / resource["path"]).unlink()
        declared["resources"] = [each for each in declared["resources"] if each["name"] in names]
        path.write_text(json.dumps(declared), "utf-8")

    def write(self, name: str, *rows: Row) -> Path:
        """Write the whole file of a table in its declared dialect."""
        table = self.table(name)
        path = self.data / table.path
        with path.open("w", encoding=table.dialect.encoding, newline="") as file:
            names = [field.name for field in table.fields]
            writer = csv.DictWriter(file, names, delimiter=table.dialect.delimiter)
            writer.writeheader()
            writer.writerows(rows)
        return path

    def write_text(self, name: str, text: str, encoding: str = "utf-8") -> Path:
        """Write the file of a table as it stands in the test."""
        path = self.data / self.table(name).path
        path.write_bytes(text.encode(encoding))
        return path

    def write_document(self, source: str, text: str) -> None:
        """Write a document that names its source in its own name."""
        (self.documents / f"{source}.txt").write_bytes(text.encode())

    def build(self, now: datetime = FIRST_LOAD) -> Report:
        inputs = Inputs.read(self.package, self.data, self.documents, now)
        return build(inputs, self.store, lambda _: None)

    def rows(self, relation: str) -> list[tuple[object, ...]]:
        """Every row of a table of the current version."""
        return self.store.current().cursor().table(relation).fetchall()


def empty_world(folder: Path) -> World:
    """Files with a heading and no row, no documents; nothing built."""
    world = World(folder)
    for name in world.package.tables:
        world.write(name)
    return world


def tiny_world(folder: Path) -> World:
    """Five places, three sources, one document with its text, facts in every table; not yet built."""
    world = empty_world(folder)
    world.write_document("muster-2022", MUSTER_TEXT)
    world.write("regions", *REGIONS)
    world.write("organisations", *ORGANISATIONS)
    world.write("sources", *SOURCES)
    for name, rows in FACTS.items():
        world.write(name, *rows)
    return world


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The tiny world with seven of its tables, its files written, nothing built."""
    world = tiny_world(tmp_path)
    world.keep(*QUICK)
    return world


@pytest.fixture(scope="session")
def built_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The tiny world with its first version; for tests that only read."""
    world = tiny_world(tmp_path_factory.mktemp("world"))
    report = world.build()
    assert report.findings == []
    return world
