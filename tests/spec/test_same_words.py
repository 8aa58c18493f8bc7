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


LATER = "loads | ags | name\n 2- | 05570 | Kreis Warendorf"


def of_the_old(spec: Spec, bodies: str, asked: str = "old") -> list[str]:
    told = spec(bodies=bodies, regions=LATER)
    cursor = told.world.store.current().cursor()
    names = dict(cursor.sql("SELECT fact, body FROM bodies").fetchall())
    [old] = [fact for fact, body in names.items() if body == asked]
    return [names[fact] for fact in told.ask(queries.same_words, "bodies", old)]


def test_the_one_with_the_same_words_place_and_day(spec: Spec) -> None:
    assert of_the_old(spec, BODIES) == ["new"]


@pytest.mark.parametrize("column", OTHERS)
def test_another_one_is_none(spec: Spec, column: str) -> None:
    *lines, _ = BODIES.rstrip().splitlines()
    assert of_the_old(spec, "\n".join([*lines, f" | {OTHERS[column]}"])) == []


def test_nothing_is_another_than_itself(spec: Spec) -> None:
    assert of_the_old(spec, BODIES, "new") == []


def test_several_without_a_day_stand_in_the_order_of_their_keys(spec: Spec) -> None:
    rows = [
        f"{loads} | {body} | vermerk-2023 | x"
        for loads, body in zip(["1", *[""] * 7], ["old", *"abcdefg"], strict=True)
    ]
    told = spec(bodies="\n".join(["loads | body | source | anchor", *rows]), regions=LATER)
    cursor = told.world.store.current().cursor()
    [(old,)] = cursor.sql("SELECT DISTINCT fact FROM bodies WHERE body = 'old'").fetchall()
    answer = told.ask(queries.same_words, "bodies", old)
    assert len(answer) == 7
    assert list(answer) == sorted(answer)
