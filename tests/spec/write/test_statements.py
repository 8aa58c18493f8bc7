"""statements.sql: what one table says after a load; nothing is overwritten."""

from pathlib import Path

import pytest

from kim.loads import Kind
from tests.spec.write.loaded import Loaded


def test_a_new_value_closes_the_old_statement(loaded: Loaded) -> None:
    loaded.told("data board old, group x", "data board new, group x")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | old  | 2    | False     | 2     | 3
        board | new  | 3    | False     | 3     |
        group | x    | 2    | False     | 2     |
    """)


def test_what_is_gone_from_data_is_taken_back(loaded: Loaded) -> None:
    loaded.told("data board old, group x", "data group x", "data board old, group x")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | old  | 2    | False     | 2     | 3
        board | old  | 3    | True      | 3     | 4
        board | old  | 4    | False     | 4     |
        group | x    | 2    | False     | 2     |
    """)


def test_an_upload_corrects_and_takes_nothing_away(loaded: Loaded) -> None:
    loaded.told("data board old, group x", "upload board new, other y")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | old  | 2    | False     | 2     | 3
        board | new  | 3    | False     | 3     |
        group | x    | 2    | False     | 2     |
        other | y    | 3    | False     | 3     |
    """)


def test_what_an_upload_repeats_is_said_and_holds_from_where_it_stood(loaded: Loaded) -> None:
    loaded.told("data board old", "upload board old")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | old  | 2    | False     | 2     |
        board | old  | 3    | False     | 3     | 3
    """)


def test_a_withdrawn_upload_is_taken_back(loaded: Loaded) -> None:
    loaded.told("upload board new, group x", "withdraw 2")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | new  | 2    | False     | 2     | 3
        board | new  | 3    | True      | 3     |
        group | x    | 2    | False     | 2     | 3
        group | x    | 3    | True      | 3     |
    """)


def test_a_withdrawn_correction_gives_way_to_what_stood_before(loaded: Loaded) -> None:
    loaded.told("data board old, group x, kept z", "upload board new, group y", "withdraw 3")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | old  | 2    | False     | 2     | 3
        board | new  | 3    | False     | 3     | 4
        board | old  | 2    | False     | 4     |
        group | x    | 2    | False     | 2     | 3
        group | y    | 3    | False     | 3     | 4
        group | x    | 2    | False     | 4     |
        kept  | z    | 2    | False     | 2     |
    """)


def test_a_restored_upload_counts_again(loaded: Loaded) -> None:
    loaded.told("upload board new", "withdraw 2", "restore 2")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | new  | 2    | False     | 2     | 3
        board | new  | 3    | True      | 3     | 4
        board | new  | 2    | False     | 4     |
    """)


def test_a_repeated_word_holds_when_the_first_to_say_it_is_withdrawn(loaded: Loaded) -> None:
    """The second upload says the same: it takes over, and is taken back in its turn."""
    loaded.told("upload board same", "upload board same", "withdraw 2", "withdraw 3")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | same | 2    | False     | 2     | 4
        board | same | 3    | False     | 3     | 3
        board | same | 3    | False     | 4     | 5
        board | same | 5    | True      | 5     |
    """)


def test_the_newest_of_the_uploads_that_count_wins(loaded: Loaded) -> None:
    """An older one that comes back does not win over a newer one; it does when that goes."""
    loaded.told("upload board one", "upload board two", "withdraw 2", "restore 2", "withdraw 3")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | one  | 2    | False     | 2     | 3
        board | two  | 3    | False     | 3     | 6
        board | one  | 2    | False     | 6     |
    """)


def test_a_restored_newer_upload_wins_over_an_older_one(loaded: Loaded) -> None:
    loaded.told("upload board one", "upload board two", "withdraw 3", "restore 3")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | one  | 2    | False     | 2     | 3
        board | two  | 3    | False     | 3     | 4
        board | one  | 2    | False     | 4     | 5
        board | two  | 3    | False     | 5     |
    """)


def test_data_that_says_otherwise_wins_over_an_older_upload(loaded: Loaded) -> None:
    loaded.told("data board a", "upload board b", "data board c")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | b    | 3    | False     | 3     | 4
        board | c    | 4    | False     | 4     |
    """)


def test_data_takes_back_only_its_own_word(loaded: Loaded) -> None:
    """What data/ no longer says is recorded; the upload holds on, and then nobody says it."""
    loaded.told("data board a", "upload board b", "data", "withdraw 3")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | b    | 3    | False     | 3     | 5
        board | a    | 4    | True      | 4     | 4
        board | b    | 5    | True      | 5     |
    """)


def test_a_corrected_word_of_data_counts_when_the_upload_goes(loaded: Loaded) -> None:
    loaded.told("data board a", "data board b", "upload board c", "withdraw 4")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | b    | 3    | False     | 3     | 4
        board | c    | 4    | False     | 4     | 5
        board | b    | 3    | False     | 5     |
    """)


def test_an_upload_that_comes_after_a_withdrawal_starts_anew(loaded: Loaded) -> None:
    loaded.told("upload board a", "withdraw 2", "upload board a")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | a    | 3    | True      | 3     | 4
        board | a    | 4    | False     | 4     |
    """)


def test_what_gives_way_and_returns_twice_stands_once_each_time(loaded: Loaded) -> None:
    loaded.told("upload board one", "upload board two", "withdraw 3", "restore 3", "withdraw 3")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | one  | 2    | False     | 2     | 3
        board | two  | 3    | False     | 3     | 4
        board | one  | 2    | False     | 4     | 5
        board | two  | 3    | False     | 5     | 6
        board | one  | 2    | False     | 6     |
    """)


def test_what_data_takes_back_gives_way_to_an_older_upload(loaded: Loaded) -> None:
    loaded.told("data board a", "upload board b", "data board c", "data")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | b    | 3    | False     | 3     | 4
        board | c    | 4    | False     | 4     | 5
        board | c    | 5    | True      | 5     | 5
        board | b    | 3    | False     | 5     |
    """)


@pytest.mark.parametrize("later", [Kind.DATA, Kind.UPLOAD])
def test_statements_lie_place_by_place(tmp_path: Path, later: Kind) -> None:
    loaded = Loaded(tmp_path, "bodies")
    loaded.load(Kind.DATA, bodies=_of_places("05566076", "05558", "05566"))
    assert _places(loaded) == [*3 * ["05558"], *3 * ["05566"], *3 * ["05566076"]]

    loaded.load(later, bodies=_of_places("05515", "05"))
    assert _places(loaded) == sorted(_places(loaded))
    assert {"05515", "05"} <= set(_places(loaded))


def _of_places(*places: str) -> str:
    bodies = ("board", "group", "other")
    return "\n".join(["region | body", *(f"{a} | {b}" for b in bodies for a in places)])


def _places(loaded: Loaded) -> list[str]:
    rows = loaded.world.store.current().cursor().table("bodies").order("rowid")
    return [place for (place,) in rows.project("region").fetchall()]
