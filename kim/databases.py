"""How the files of DuckDB are opened: closed to the outside, for reading or for a draft."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from kim.beside_a_version import make_views_and_macros
from kim.date_functions import add_date_functions
from kim.pointer import StoreDamagedError

Config = dict[str, str | bool | int | float | list[str]]

CLOSED: Config = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
MOST_MEMORY_OF_A_WRITER = "4GB"
BROKEN_WORDS = ("Corrupt database file", "Could not read")
BYTES_OF_HEADERS = 3 * 4096
BYTES_OF_BLOCKS = (
    "SELECT block_size * total_blocks FROM pragma_database_size() WHERE database_name = ?"
)
_one_at_a_time = threading.Lock()


def open_for_reading(path: Path) -> duckdb.DuckDBPyConnection:
    """A version; raises StoreDamagedError when it is gone, cut off or no database."""
    closed: Config = {
        **CLOSED,
        "threads": 1,
        "enable_external_access": False,
        "lock_configuration": True,
    }
    with _damage_said(path):
        connection = duckdb.connect(path, read_only=True, config=closed)
        _require_whole(connection, path.stem, path)
    with _one_at_a_time:  # connections to one file share what stands beside it
        make_views_and_macros(connection)
    return connection


def open_for_writing(workspace: Path) -> duckdb.DuckDBPyConnection:
    """A connection to `draft` and `scratch`, new and without a log: a crash throws them away.

    A list of values is not looked up by a join: that would change the order of the rows.
    """
    closed: Config = {
        **CLOSED,
        "temp_directory": str(workspace),
        "memory_limit": MOST_MEMORY_OF_A_WRITER,
    }
    connection = duckdb.connect(":memory:", config=closed)
    connection.execute("SET disabled_optimizers = 'in_clause'")
    add_date_functions(connection)
    for name in ("scratch", "draft"):
        _attach(connection, workspace / f"{name}.duckdb", name, "RECOVERY_MODE no_wal_writes")
    connection.execute("USE draft")
    return connection


def attach_base(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Attach a version as `base`; raises StoreDamagedError like `open_for_reading`."""
    with _damage_said(path):
        _attach(connection, path, "base", "READ_ONLY")
        _require_whole(connection, "base", path)


@contextmanager
def rot_said(file: str) -> Iterator[None]:
    """Turns what DuckDB says when it comes upon a broken place of this file into StoreDamagedError."""
    try:
        yield
    except duckdb.IOException as error:
        if any(words in str(error) for words in BROKEN_WORDS):
            raise StoreDamagedError("version_damaged", file) from error
        raise


@contextmanager
def _damage_said(path: Path) -> Iterator[None]:
    try:
        if not path.exists():
            raise StoreDamagedError("version_missing", path.name)
        yield
    except (duckdb.Error, OSError) as error:
        raise StoreDamagedError("version_damaged", path.name) from error


def _require_whole(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    """DuckDB itself misses the end of a file only where it reads, and nothing while it has it open."""
    [(blocks,)] = connection.execute(BYTES_OF_BLOCKS, [name]).fetchall()
    with path.open("rb") as file:
        is_database = file.read(12).endswith(b"DUCK")
    if not is_database or path.stat().st_size < BYTES_OF_HEADERS + blocks:
        raise StoreDamagedError("version_damaged", path.name)


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str, option: str) -> None:
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS {name} ({option})")
