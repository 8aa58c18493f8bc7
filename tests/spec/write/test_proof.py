"""proof.sql: how a statement stands against the text of its document."""

from pathlib import Path

from kim.loads import Kind
from tests.rows import MUSTER_TEXT
from tests.spec.write.loaded import Loaded

HEADING = "body | source | paragraph | anchor"
TRUE = f"""{HEADING}
    read  | muster-2022  | 1 | Stellen
    read  | muster-2022  | 3 | Arbeitsplätze
    other | vermerk-2023 | 1 | Stellen
    none  | vermerk-2023 |   | Stellen
"""


def proofs(loaded: Loaded) -> list[tuple[object, ...]]:
    rows = loaded.world.store.current().cursor().table("bodies")
    shown = rows.project("body, source, paragraph, anchor, load, proof")
    return shown.order("load, body, source, paragraph").fetchall()


def test_a_text_proves_what_stands_in_the_paragraph_named(tmp_path: Path) -> None:
    """What was once said without the text at hand may be contradicted by it later."""
    loaded = Loaded(tmp_path, "bodies")
    wrong = f"{HEADING}\n read | muster-2022 | 1 | Arbeitsplätze\n far | muster-2022 | 9 | x"
    loaded.load(Kind.DATA, bodies=wrong)
    loaded.world.write_document("muster-2022", MUSTER_TEXT)
    assert loaded.load(Kind.DATA, bodies=TRUE).findings == []

    assert proofs(loaded) == [
        ("far", "muster-2022", 9, "x", 2, "unproven"),
        ("read", "muster-2022", 1, "Arbeitsplätze", 2, "contradicted"),
        ("far", "muster-2022", 9, "x", 3, "unproven"),
        ("none", "vermerk-2023", None, "Stellen", 3, "unproven"),
        ("other", "vermerk-2023", 1, "Stellen", 3, "unproven"),
        ("read", "muster-2022", 1, "Stellen", 3, "proven"),
        ("read", "muster-2022", 3, "Arbeitsplätze", 3, "proven"),
    ]
