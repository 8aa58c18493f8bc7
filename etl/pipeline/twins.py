"""Names that already stand for another key: with two keys a name would no longer say which is meant."""

from collections.abc import Iterator, Mapping, Sequence

from duckdb import DuckDBPyConnection

from etl.pipeline.base import tables_in_base
from etl.pipeline.merge import OPEN
from etl.pipeline.stage import Staging
from etl.reading.values.names import normal
from kim.findings import Finding, FindingKind
from kim.store import Draft
from kim.tables import Table

# What tells the rows of a table apart for people; the first column is the name. An independent city
# stands in the register among the districts and among the municipalities. Papers share titles: only
# two of one kind, body, file reference and exact day are the same paper.
TOLD_BY = {
    "organisations": ("name",),
    "regions": ("name", "kind"),
    "sources": ("title", "region", "body", "kind", "reference", "date"),
}
EXACT_DAY = len("2022-11-01")
OPENED = f"{OPEN} AND known_from = getvariable('now')::TIMESTAMP"
Told = tuple[str, ...]


def twins(table: Table, draft: Draft, staging: Staging | None) -> Iterator[Finding]:
    """The rows that a load brings, or brings back, under a name that another key has.

    The draft must hold the current rows of the table; what its base holds already is no finding.
    """
    if table.name not in TOLD_BY:
        return
    now, held = _told(table, draft.connection, "draft"), {}
    if table.name in tables_in_base(draft):
        held = _told(table, draft.connection, "base")
    opened = draft.connection.table(f"draft.{table.statements}").filter(OPENED)
    keys = [key for (key,) in opened.project(table.identity[0]).fetchall()]
    shared = _keys_by_name(now)
    found = {
        key: sorted(shared[now[key]] - {key})
        for key in keys
        if key in now and len(shared[now[key]]) > 1 and held.get(key) != now[key]
    }
    if found:
        yield from _findings(table, draft, staging, found)


def twin_of(table: Table, row: Mapping[str, str], connection: DuckDBPyConnection) -> list[Finding]:
    """A row that was typed in and whose name another key of the current version has."""
    if table.name not in TOLD_BY:
        return []
    told = _normal(tuple(row.get(name) for name in TOLD_BY[table.name]), table)
    known = _keys_by_name(_told(table, connection))
    others = sorted(known.get(told, set()) - {row[table.identity[0]]}) if told else []
    name = table.field(TOLD_BY[table.name][0])
    said = ", ".join(others)
    return [Finding(FindingKind.TWIN, "", None, name.title, row[name.name], said)] if others else []


def _findings(
    table: Table, draft: Draft, staging: Staging | None, found: Mapping[str, list[str]]
) -> Iterator[Finding]:
    key, name = table.identity[0], TOLD_BY[table.name][0]
    names = dict(draft.connection.table(f"draft.{table.name}").project(f"{key}, {name}").fetchall())
    lines: dict[str, int] = {}
    if staging:
        rows = draft.connection.table(staging.target).project(f"{key}, rowid + 1").fetchall()
        numbers = {each: row for each, row in rows if each in found}
        found_at = staging.locations(list(numbers.values()))
        lines = {each: found_at.line_of_row[row] for each, row in numbers.items()}
    for each, others in found.items():
        said = ", ".join(others)
        yield Finding(FindingKind.TWIN, table.path, lines.get(each), name, names[each], said)


def _told(table: Table, connection: DuckDBPyConnection, of: str = "") -> dict[str, Told]:
    """By key, what tells the current rows of a table apart, where they say it."""
    source = f"{of}.{table.name}" if of else table.name
    columns = ", ".join((table.identity[0], *TOLD_BY[table.name]))
    rows = connection.table(source).project(columns).fetchall()
    told = {key: _normal(cells, table) for key, *cells in rows}
    return {key: words for key, words in told.items() if words}


def _normal(cells: Sequence[str | None], table: Table) -> Told:
    """The cells for comparing; empty where they do not tell one row from another."""
    if table.name == "sources" and len(cells[-1] or "") != EXACT_DAY:
        return ()
    words = tuple(normal(cell or "") for cell in cells)
    return words if words[0] else ()


def _keys_by_name(told: Mapping[str, Told]) -> dict[Told, set[str]]:
    keys: dict[Told, set[str]] = {}
    for key, words in told.items():
        keys.setdefault(words, set()).add(key)
    return keys
