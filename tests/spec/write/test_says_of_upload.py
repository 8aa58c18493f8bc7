"""says_of_upload.sql: what does an upload say? All its rows, and nothing is taken back by it."""

from tests.spec.write.books import Books


def test_every_row_is_said(books: Books) -> None:
    books.told("data board a", "upload board a, group x")
    books.gives("""
        body  | task | load | retracted | since | until
        board | a    | 2    | False     | 2     |
        board | a    | 3    | False     | 3     | 3
        group | x    | 3    | False     | 3     |
    """)
