"""says_of_upload.sql: what does an upload say? All its rows, and nothing is taken back by it."""

from tests.spec.write.loaded import Loaded


def test_every_row_is_said(loaded: Loaded) -> None:
    loaded.told("data board a", "upload board a, group x")
    loaded.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     |
        board | a    | 3    | False     | 3     | 3
        group | x    | 3    | False     | 3     |
    """)
