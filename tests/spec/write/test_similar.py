"""similar.sql: how many facts do new rows of an upload stand beside, at the very same words?"""

import pytest

from kim.loads import Kind
from tests.spec.write.loaded import Loaded

HEADING = "body | region | source | paragraph | anchor"
SAID = "old | 05566 | vermerk-2023 | 1 | Worte"


@pytest.mark.parametrize(
    ("said", "rows", "similar"),
    [
        (SAID, SAID.replace("old", "new"), 1),
        (SAID.replace("| 1 |", "| |"), SAID.replace("| 1 |", "| |").replace("old", "new"), 1),
        (SAID, "new | 05566 | vermerk-2023 | 2 | Worte", 0),
        (SAID, "new | 05566 | vermerk-2023 |   | Worte", 0),
        (SAID, "new | 05558 | vermerk-2023 | 1 | Worte", 0),
        (SAID, "new | 05566 | web-undatiert | 1 | Worte", 0),
        (SAID, "new | 05566 | vermerk-2023 | 1 | andere Worte", 0),
        (SAID, f"{SAID}\n {SAID.replace('old', 'new')}", 0),
        (SAID, SAID, 0),
        (f"{SAID}\n {SAID.replace('old', 'two')}", SAID.replace("old", "new"), 2),
        (SAID, f"{SAID.replace('old', 'new')}\n {SAID.replace('old', 'more')}", 1),
    ],
)
def test_a_new_row_at_the_words_of_a_fact(
    loaded: Loaded, said: str, rows: str, similar: int
) -> None:
    loaded.load(Kind.DATA, bodies=f"{HEADING}\n {said}")

    assert loaded.compared(bodies=f"{HEADING}\n {rows}").counts["similar"] == similar


def test_a_fact_that_changes_at_its_words_is_no_other_fact(loaded: Loaded) -> None:
    said = f"{HEADING} | task\n {SAID} | x\n {SAID.replace('old', 'two')} | x"
    loaded.load(Kind.DATA, bodies=said)

    assert loaded.compared(bodies=f"{HEADING} | task\n {SAID} | y").counts["similar"] == 0


def test_what_holds_no_longer_is_not_counted(loaded: Loaded) -> None:
    """One was taken back, of the other an older value closed."""
    loaded.load(Kind.DATA, bodies=f"{HEADING} | task\n {SAID} | x\n gone {SAID[3:]} | x")
    loaded.load(Kind.DATA, bodies=f"{HEADING} | task\n old | 05566 | vermerk-2023 | 1 | anders | x")
    rows = f"{HEADING} | task\n {SAID.replace('old', 'new')} | x"

    assert loaded.compared(bodies=rows).counts["similar"] == 0
