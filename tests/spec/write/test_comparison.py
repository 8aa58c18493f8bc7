"""comparison.sql: how does each row of an upload stand against what the base holds?"""

from kim.loads import Kind
from tests.spec.write.loaded import Loaded


def states(loaded: Loaded, rows: str) -> dict[str, int]:
    counts = loaded.compared(bodies=rows).counts
    return {state: number for state, number in counts.items() if number}


def test_new_changed_and_same_rows_are_counted_and_shown(loaded: Loaded) -> None:
    loaded.load(Kind.DATA, bodies="body | task\n same | x\n other | old\n left | x")
    found = loaded.compared(bodies="body | task\n same | x\n other | new\n more | x\n last | x")
    old, new = found.changed

    assert found.counts == {"new": 2, "changed": 1, "same": 1, "conflict": 0, "similar": 1}
    assert list(found.new["body"]) == ["more", "last"]
    assert (list(old["task"]), list(new["task"])) == (["old"], ["new"])


def test_only_what_holds_now_is_compared(loaded: Loaded) -> None:
    """An old value is a change again, what was taken back is new again."""
    loaded.told("data board a, gone x", "data board b")

    assert states(loaded, "body | task\n board | a\n gone | x") == {"changed": 1, "new": 1}


def test_an_empty_cell_is_a_value(loaded: Loaded) -> None:
    loaded.load(Kind.DATA, bodies="body | task\n board |\n group | x")

    assert states(loaded, "body | task\n board |\n group |") == {"same": 1, "changed": 1}


def test_whose_rows_are_touched(loaded: Loaded) -> None:
    """Rows of other places that an upload says as they are do not count."""
    loaded.load(Kind.DATA, bodies="region | body\n 05515 | same\n 05558 | other")
    found = loaded.compared(
        bodies="""
            region   | body  | task
            05515    | same  |
            05558    | other | changed
            05566076 | new   |
        """
    )
    assert found.counts["changed"] == 1
    assert found.regions == frozenset({"05558", "05566076"})


def test_rows_of_a_table_without_places_have_none(loaded: Loaded) -> None:
    assert loaded.compared(organisations="organisation | name\n awo | AWO").regions is None


def test_the_digest_tells_differences_apart(loaded: Loaded) -> None:
    """It is another one when the base, a row or its value is; the order of rows is no difference."""
    loaded.told("data board a, group x")
    seen = loaded.compared(bodies="body | task\n board | c\n group | x\n new | x").digest
    again = loaded.compared(bodies="body | task\n new | x\n board | c\n group | x").digest
    value = loaded.compared(bodies="body | task\n board | d\n group | x\n new | x").digest
    other = loaded.compared(bodies="body | task\n board | c\n group | x\n more | x").digest
    loaded.told("data board b, group x")
    later = loaded.compared(bodies="body | task\n board | c\n group | x\n new | x").digest

    assert seen == again
    assert len({seen, value, other, later}) == 4
