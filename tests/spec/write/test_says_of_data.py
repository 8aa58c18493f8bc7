"""says_of_data.sql: what does data/ say otherwise than with its last word?"""

from tests.spec.write.loaded import Loaded


def test_new_changed_and_gone_rows_are_said_and_no_others(loaded: Loaded) -> None:
    loaded.told("data gone x, kept x, other x", "data kept x, new x, other y")
    loaded.gives("""
        body  | task | load | retracted | since | until
        gone  | x    | 2    | False     | 2     | 3
        gone  | x    | 3    | True      | 3     |
        kept  | x    | 2    | False     | 2     |
        new   | x    | 3    | False     | 3     |
        other | x    | 2    | False     | 2     | 3
        other | y    | 3    | False     | 3     |
    """)


def test_data_that_stays_as_it_was_leaves_an_upload_alone(loaded: Loaded) -> None:
    """Its last word is its own, whatever an upload said since."""
    loaded.told("data board a", "upload board b", "data board a, group x")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | b    | 3    | False     | 3     |
        group | x    | 4    | False     | 4     |
    """)


def test_what_only_an_upload_said_is_not_gone_from_data(loaded: Loaded) -> None:
    loaded.told("upload board a", "data group x")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     |
        group | x    | 3    | False     | 3     |
    """)


def test_a_value_that_returns_is_said_anew(loaded: Loaded) -> None:
    loaded.told("data board a", "data board b", "data board a")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | b    | 3    | False     | 3     | 4
        board | a    | 4    | False     | 4     |
    """)


def test_what_was_taken_back_is_not_taken_back_again(loaded: Loaded) -> None:
    loaded.told("data board a", "data", "data group x")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | a    | 3    | True      | 3     |
        group | x    | 4    | False     | 4     |
    """)


def test_what_held_twice_is_taken_back_once(loaded: Loaded) -> None:
    """What data/ said stood, gave way to an upload and stood again."""
    loaded.told("data board a", "upload board b", "withdraw 3", "data")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | b    | 3    | False     | 3     | 4
        board | a    | 2    | False     | 4     | 5
        board | a    | 5    | True      | 5     |
    """)


def test_its_last_word_is_taken_back_though_an_upload_said_more(loaded: Loaded) -> None:
    """The withdrawn upload had said the same; what data/ takes back is recorded once."""
    loaded.told("data board a", "data board b", "upload board c", "data")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | b    | 3    | False     | 3     | 4
        board | c    | 4    | False     | 4     |
        board | b    | 5    | True      | 5     | 5
    """)


def test_what_held_twice_is_taken_back_once_where_an_upload_holds_too(loaded: Loaded) -> None:
    loaded.told("data board a", "upload board b", "withdraw 3", "upload board c", "data")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | b    | 3    | False     | 3     | 4
        board | a    | 2    | False     | 4     | 5
        board | c    | 5    | False     | 5     |
        board | a    | 6    | True      | 6     | 6
    """)


def test_what_was_taken_back_is_said_anew_when_it_returns(loaded: Loaded) -> None:
    """And then stands as it is, whatever else data/ says."""
    loaded.told("data board a, group x", "data", "data board a, group x")
    loaded.told("data board a, group x, more y")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     | 3
        board | a    | 3    | True      | 3     | 4
        board | a    | 4    | False     | 4     |
        group | x    | 2    | False     | 2     | 3
        group | x    | 3    | True      | 3     | 4
        group | x    | 4    | False     | 4     |
        more  | y    | 5    | False     | 5     |
    """)
