"""same_words.sql: which statement of today rests on the words of one that was taken back?"""

import pytest

from kim import queries
from tests.spec.conftest import Spec

BODIES = """
    loads | region | body | source       | paragraph | anchor | as_of
    1     | 05566  | old  | vermerk-2023 |           | x      | 2022
          | 05566  | new  | vermerk-2023 |           | x      | 2022
"""
OTHERS = {
    "region": "05558 | new | vermerk-2023 | | x | 2022",
    "source": "05566 | new | web-undatiert | | x | 2022",
    "paragraph": "05566 | new | vermerk-2023 | 2 | x | 2022",
    "anchor": "05566 | new | vermerk-2023 | | y | 2022",
    "as_of": "05566 | new | vermerk-2023 | | x |",
}


def of_the_old(spec: Spec, bodies: str) -> list[str]:
    told = spec(bodies=bodies, regions="loads | ags | name\n 2- | 05570 | Kreis Warendorf")
    cursor = told.world.store.current().cursor()
    names = dict(cursor.sql("SELECT fact, body FROM bodies").fetchall())
    [old] = [fact for fact, body in names.items() if body == "old"]
    return [names[fact] for fact in told.ask(queries.same_words, "bodies", old)]


def test_the_one_with_the_same_words_place_and_day(spec: Spec) -> None:
    assert of_the_old(spec, BODIES) == ["new"]


@pytest.mark.parametrize("column", OTHERS)
def test_another_one_is_none(spec: Spec, column: str) -> None:
    *lines, _ = BODIES.rstrip().splitlines()
    assert of_the_old(spec, "\n".join([*lines, f" | {OTHERS[column]}"])) == []
