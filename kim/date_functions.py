"""The functions of SQL on dates: `edtf_days` and `edtf_held` give structs of days, NULL for what is no date."""

from collections.abc import Callable, Mapping
from dataclasses import fields

from duckdb import CatalogException, DuckDBPyConnection, struct_type
from duckdb.func import FunctionNullHandling

from kim.dates import Day, Days, Held, days, held

Read = Callable[[str | None], dict[str, Day] | None]


def add_date_functions(connection: DuckDBPyConnection) -> None:
    """Make the functions for all connections to the same database, unless it has them."""
    for name, (read, kind) in FUNCTIONS.items():
        if _is_known(connection, name):
            continue
        days_of_kind = struct_type(dict.fromkeys((each.name for each in fields(kind)), "DATE"))
        connection.create_function(
            name,
            read,
            ["VARCHAR"],
            days_of_kind,
            null_handling=FunctionNullHandling.SPECIAL,
        )


def _is_known(connection: DuckDBPyConnection, name: str) -> bool:
    """Asked by a call: the list of all functions takes forty times as long."""
    try:
        connection.execute(f"SELECT {name}(NULL)")
    except CatalogException:
        return False
    return True


def _or_null(read: Callable[[str], Days | Held]) -> Read:
    def read_or_null(text: str | None) -> dict[str, Day] | None:
        try:
            return None if text is None else vars(read(text))
        except ValueError:
            return None

    return read_or_null


# The database calls them without owning them: they must outlive the connection that made them known (duckdb-python #530).
FUNCTIONS: Mapping[str, tuple[Read, type[Days] | type[Held]]] = {
    "edtf_days": (_or_null(days), Days),
    "edtf_held": (_or_null(held), Held),
}
