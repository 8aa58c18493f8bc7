"""loads.sql: the books of a version: every load, the files it brought, what it did to each table."""

import hashlib

from kim.loads import Kind
from tests.spec.write.loaded import Loaded, day


def test_the_books_hold_loads_files_and_changes(loaded: Loaded) -> None:
    loaded.told("data board a", "upload board b", "withdraw 3")
    cursor = loaded.world.store.current().cursor()
    file = loaded.world.data / "bodies.csv"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()

    assert cursor.table("loads").order("load").fetchall() == [
        (1, day(1), Kind.DATA, "", None, ""),
        (2, day(2), Kind.DATA, "", None, ""),
        (3, day(3), Kind.UPLOAD, "somebody", None, ""),
        (4, day(4), Kind.WITHDRAWAL, "somebody", 3, ""),
    ]
    parts = cursor.table("load_parts").filter("load = 2 AND table_name = 'bodies'").fetchall()
    assert parts == [(2, "bodies", "bodies.csv", file.stat().st_size, digest, digest)]
    changes = cursor.table("load_changes").filter("load > 1").order("load").fetchall()
    assert changes == [(2, "bodies", 1, 1, 0), (3, "bodies", 1, 1, 0), (4, "bodies", 0, 1, 0)]
