"""The declarations of all tables, read once from data/datapackage.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


@dataclass(frozen=True)
class Field:
    """One column: its name, German title, type and the constraints its cells obey.

    `may_lie_ahead`: a date that is in the future by its meaning, such as the end of a term.
    `synonyms`: other words for a code, as written -> the code. `hints`: words that stand for no
    code -> what to do about them. `other_titles`: what else the column is headed in files.
    `below_minimum`: what to do about a number that is too small.
    """

    name: str
    title: str
    type: str = "string"
    description: str = ""
    unit: str = ""
    vocabulary: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    semantics: str = ""
    format: str = ""
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    decimal: str = "."
    may_lie_ahead: bool = False
    synonyms: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    other_titles: tuple[str, ...] = ()
    below_minimum: str = ""


@dataclass(frozen=True)
class Reference:
    """A column whose cells name a row of another table (or of the same one)."""

    field: str
    table: str
    column: str


@dataclass(frozen=True)
class Dialect:
    """How the file of a table is written.

    `is_protected`: a text that a spreadsheet would run is written as in our downloads (`kim.cells.unprotect`).
    """

    delimiter: str = ","
    encoding: str = "utf-8"
    is_protected: bool = False


@dataclass(frozen=True)
class Table:
    """One table: its columns, identifying columns, references and caveats.

    `whole_when`: column, other column, code of the other one with which numbers are whole.
    `upcoming`: column and code of what is not yet so, whose dates may be in the future.
    `later_identity`: those of the identifying columns that came later; empty they say nothing.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    identity: tuple[str, ...]
    description: str = ""
    kind: str = "derived"
    path: str = ""
    references: tuple[Reference, ...] = ()
    caveats: tuple[str, ...] = ()
    required_when: tuple[tuple[str, str, str], ...] = ()
    certainty_of: tuple[str, ...] = ()
    ordered: tuple[tuple[str, str], ...] = ()
    dialect: Dialect = Dialect()
    whole_when: tuple[tuple[str, str, str], ...] = ()
    upcoming: tuple[tuple[str, str], ...] = ()
    later_identity: tuple[str, ...] = ()

    @property
    def is_fact(self) -> bool:
        return self.kind == "fact"

    @property
    def statements(self) -> str:
        """The table of the store that holds every statement ever made of its rows."""
        return self.name if self.is_fact else f"{self.name}_statements"

    @property
    def places(self) -> frozenset[str]:
        """The columns whose cells name a place by its key."""
        return frozenset(each.field for each in self.references if each.table == "regions")

    def field(self, name: str) -> Field:
        """The column of that name; KeyError when there is none."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(name)


@dataclass(frozen=True)
class Package:
    """All declared tables and vocabularies."""

    title: str
    tables: Mapping[str, Table]
    vocabularies: Mapping[str, Mapping[str, str]]

    @property
    def facts(self) -> list[Table]:
        return [table for table in self.tables.values() if table.is_fact]


def _field(entry: Mapping[str, Any], declared: Mapping[str, Any]) -> Field:
    constraints, vocabulary = entry.get("constraints", {}), entry.get("vocabulary", "")
    synonyms = declared.get("synonyms", {}).get(vocabulary, {})
    return Field(
        name=entry["name"],
        title=entry["title"],
        type=entry["type"],
        description=entry.get("description", ""),
        unit=entry.get("unit", ""),
        vocabulary=declared["vocabularies"][vocabulary] if vocabulary else {},
        required=constraints.get("required", False),
        semantics=entry.get("semantics", ""),
        format=entry.get("format", ""),
        pattern=constraints.get("pattern", ""),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
        decimal=entry.get("decimalChar", "."),
        may_lie_ahead=entry.get("mayLieAhead", False),
        synonyms={word: code for code, words in synonyms.items() for word in words},
        hints=declared.get("hints", {}).get(vocabulary, {}),
        other_titles=tuple(entry.get("otherTitles", [])),
        below_minimum=entry.get("belowMinimum", ""),
    )


def _table(entry: Mapping[str, Any], declared: Mapping[str, Any]) -> Table:
    schema = entry["schema"]
    return Table(
        name=entry["name"],
        title=entry["title"],
        description=entry["description"],
        kind=entry["kind"],
        path=entry["path"],
        fields=tuple(_field(each, declared) for each in schema["fields"]),
        identity=tuple(schema["primaryKey"]),
        references=tuple(
            Reference(
                key["fields"][0],
                key["reference"]["resource"] or entry["name"],
                key["reference"]["fields"][0],
            )
            for key in schema.get("foreignKeys", [])
        ),
        caveats=tuple(entry.get("caveats", [])),
        required_when=tuple(
            (rule["field"], rule["when"], rule["is"]) for rule in entry.get("requiredWhen", [])
        ),
        certainty_of=tuple(entry.get("certaintyOf", [])),
        ordered=tuple((low, high) for low, high in entry.get("ordered", [])),
        dialect=Dialect(
            entry.get("dialect", {}).get("delimiter", ","),
            entry.get("encoding", "utf-8"),
            entry.get("protected", False),
        ),
        whole_when=tuple(
            (rule["field"], rule["when"], rule["is"]) for rule in entry.get("wholeWhen", [])
        ),
        upcoming=tuple((rule["field"], rule["is"]) for rule in entry.get("upcoming", [])),
        later_identity=tuple(entry.get("laterKey", [])),
    )


def read_package(folder: Path) -> Package:
    """The package declared in `folder`/datapackage.json; FileNotFoundError when it is missing."""
    declared = json.loads((folder / "datapackage.json").read_text("utf-8"))
    tables = (_table(entry, declared) for entry in declared["resources"])
    by_name = {table.name: table for table in tables}
    return Package(declared["title"], by_name, declared["vocabularies"])


@cache
def package() -> Package:
    """The package this product ships."""
    return read_package(DATA)
