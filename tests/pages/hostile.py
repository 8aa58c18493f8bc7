"""A store whose every text is full of Markdown, HTML and formula signs."""

from datetime import timedelta
from pathlib import Path

from tests.conftest import FIRST_LOAD, World, tiny_world
from tests.etl.submitting import load
from tests.rows import FACTS, ORGANISATIONS, POSITION, REGIONS, SOURCES, Row

SIGNS = "*fett*[x](http://y)$a$:material/home:<i>k</i>:red[x]![p](u)`c`"
TAG = "<i>"
PROVEN_IN_TEXT = "muster-2022"
FILE = f"1. # {SIGNS.replace('/', '')}.csv"


def hostile(world: World, table: str, row: Row) -> Row:
    """The row with the signs after each of its texts, as far as the text proves no anchor."""
    fields = world.table(table).fields
    texts = {each.name for each in fields if each.type == "string" and not each.vocabulary}
    texts -= {each.name for each in fields if each.pattern or each.semantics == "organisation"}
    is_proven = row.get("source") == PROVEN_IN_TEXT
    texts -= {"source", "anchor"} if is_proven else {"source"}
    return {
        name: f"{value}{SIGNS}" if name in texts and value else value for name, value in row.items()
    } | ({"note": f"1. {SIGNS}"} if "note" in texts else {})


def hostile_store(folder: Path) -> World:
    """Two versions, the second from a file with a hostile name."""
    world = tiny_world(folder)
    tables = {"regions": REGIONS, "organisations": ORGANISATIONS, "sources": SOURCES, **FACTS}
    for name, rows in tables.items():
        world.write(name, *(hostile(world, name, row) for row in rows))
    report = world.build(FIRST_LOAD + timedelta(days=1))
    assert report.findings == []
    one = POSITION | {"source": "vermerk-2023", "paragraph": None, "as_of": "2023-06"}
    load(world, "positions", hostile(world, "positions", one), name=FILE)
    return world
