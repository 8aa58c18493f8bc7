"""conflicts.sql: which rows of an upload say another value than another source of the same thing?"""

from kim.loads import Kind
from tests.spec.write.loaded import Loaded

HEADING = "body | task | source | as_of | paragraph"
PAPERS = ("c-paper", "a-paper", "b-paper")
SOURCES = "source | date\n a-paper | 2020\n b-paper | 2020\n c-paper | 2020"


def conflicts(loaded: Loaded, said: str, rows: str) -> list[tuple[str, str, str, str]]:
    """Theirs and ours, each with its source and task."""
    loaded.load(Kind.DATA, sources=SOURCES, bodies=f"{HEADING}\n {said}")
    theirs, ours = loaded.compared(bodies=f"{HEADING}\n {rows}").conflicts
    cells = (theirs["source"], theirs["task"], ours["source"], ours["task"])
    return list(zip(*cells, strict=True))


def test_two_sources_say_another_value_of_the_same_day(loaded: Loaded) -> None:
    found = conflicts(
        loaded,
        """
        board | old   | a-paper | 2022    |
        board | same  | b-paper | 2022    |
        board | other | c-paper | 2022-02 |
        group | other | c-paper | 2022    |
        """,
        "board | same | vermerk-2023 | 2022 |",
    )
    assert found == [("a-paper", "old", "vermerk-2023", "same")]


def test_within_one_source_two_values_are_no_conflict(loaded: Loaded) -> None:
    found = conflicts(
        loaded, "board | old | a-paper | 2022 | 1", "board | new | a-paper | 2022 | 2"
    )
    assert found == []


def test_two_sources_of_one_upload_are_in_conflict_both_ways(loaded: Loaded) -> None:
    rows = "board | x | a-paper | 2022 |\n board | y | b-paper | 2022 |"
    found = conflicts(loaded, "", rows)

    assert sorted(found) == [("a-paper", "x", "b-paper", "y"), ("b-paper", "y", "a-paper", "x")]


def test_rows_that_change_nothing_are_not_named(loaded: Loaded) -> None:
    said = "board | x | a-paper | 2022 |\n board | y | b-paper | 2022 |"

    assert conflicts(loaded, said, "board | x | a-paper | 2022 |") == []


def test_a_changed_row_is_named_with_its_new_value(loaded: Loaded) -> None:
    said = "board | x | a-paper | 2022 |\n board | x | b-paper | 2022 |"

    assert conflicts(loaded, said, "board | y | a-paper | 2022 |") == [
        ("b-paper", "x", "a-paper", "y")
    ]


def test_what_holds_no_longer_is_no_rival(loaded: Loaded) -> None:
    loaded.load(Kind.DATA, sources=SOURCES, bodies=f"{HEADING}\n board | z | c-paper | 2022 |")

    assert conflicts(loaded, "", "board | y | a-paper | 2022 |") == []


def test_pairs_come_in_the_order_of_our_key_their_source_and_their_key(loaded: Loaded) -> None:
    said = "\n".join(f"board | z | {paper} | 2022 | {n}" for n in range(1, 5) for paper in PAPERS)
    rows = "\n".join(f"board | y | vermerk-2023 | 2022 | {number}" for number in range(1, 5))
    loaded.load(Kind.DATA, sources=SOURCES, bodies=f"{HEADING}\n {said}")
    theirs, ours = loaded.compared(bodies=f"{HEADING}\n {rows}").conflicts

    loaded.load(Kind.UPLOAD, bodies=f"{HEADING}\n {rows}")
    bodies = (
        loaded.world.store.current().cursor().table("bodies").project("source, paragraph, fact")
    )
    facts = {(source, paragraph): fact for source, paragraph, fact in bodies.fetchall()}
    pairs = [
        (
            facts[our["source"], our["paragraph"]],
            their["source"],
            facts[their["source"], their["paragraph"]],
        )
        for our, their in zip(ours.to_dict("records"), theirs.to_dict("records"), strict=True)
    ]
    assert len(pairs) == 4 * 3 * 4
    assert pairs == sorted(pairs)


def test_at_most_ten_thousand_pairs_are_looked_at(loaded: Loaded) -> None:
    """A hundred rivals of a hundred and one rows: the last one is not reached."""
    said = "\n".join(f"board | x | a-paper | 2022 | {number}" for number in range(1, 101))
    rows = "\n".join(f"board | y | b-paper | 2022 | {number}" for number in range(1, 102))
    loaded.load(Kind.DATA, sources=SOURCES, bodies=f"{HEADING}\n{said}")

    assert loaded.compared(bodies=f"{HEADING}\n{rows}").counts["conflict"] == 100
