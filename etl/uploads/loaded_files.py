"""Which loads brought a file, and whose rows they brought."""

from collections.abc import Collection

from kim.store import Store
from kim.tables import Package

SET_LOADS = "SET VARIABLE loads = $loads"
OF_THE_LOADS = "list_contains(getvariable('loads'), load)"
LOADS = "SELECT DISTINCT load FROM load_parts WHERE sha256 = $sha256"


def loads_of_file(store: Store, sha256: str) -> list[int]:
    """The loads of the current version that brought this file."""
    if not store.number():
        return []
    cursor = store.current().cursor()
    return [load for (load,) in cursor.execute(LOADS, {"sha256": sha256}).fetchall()]


def regions_of_loads(package: Package, store: Store, loads: Collection[int]) -> set[str]:
    """The regions of all rows that these loads brought, withdrawn or not."""
    cursor = store.current().cursor()
    held = {name for (name,) in cursor.sql("SELECT table_name FROM duckdb_tables()").fetchall()}
    cursor.execute(SET_LOADS, {"loads": list(loads)})
    found: set[str] = set()
    for table in package.tables.values():
        if table.statements in held and any(each.name == "region" for each in table.fields):
            rows = cursor.table(table.statements).filter(OF_THE_LOADS)
            found |= {region for (region,) in rows.project("region").distinct().fetchall()}
    return found
