"""contradicted.sql: which loaded rows does the text of their document contradict, and how?"""

from pathlib import Path

from kim.loads import Kind
from tests.rows import MUSTER_TEXT
from tests.spec.write.loaded import Loaded

ROWS = """
    body      | source       | paragraph | anchor
    proven    | muster-2022  | 1         | Stellen
    elsewhere | muster-2022  | 1         | Arbeitsplätze
    too far   | muster-2022  | 4         | Stellen
    unnamed   | muster-2022  |           | Stellen
    no text   | vermerk-2023 | 1         | Arbeitsplätze
    no text 2 | vermerk-2023 |           | Stellen
"""


def test_the_place_and_the_words_of_a_text_at_hand_are_checked(tmp_path: Path) -> None:
    loaded = Loaded(tmp_path, "bodies")
    loaded.world.write_document("muster-2022", MUSTER_TEXT)
    loaded.world.write_document("short", "Nur ein Absatz.")
    found = loaded.load(Kind.DATA, bodies=ROWS).findings

    assert [
        (each.kind, each.line, each.value, each.expected)
        for each in found
        if each.file == "bodies.csv"
    ] == [
        ("contradicted", 3, "Arbeitsplätze", "Absatz 1 von muster-2022"),
        ("paragraph_missing", 4, "4", "3"),
        ("paragraph_unnamed", 5, "", "3"),
    ]
