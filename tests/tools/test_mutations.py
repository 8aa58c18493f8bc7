"""The small wrong changes that are made to prove the tests: which, where, and what they make of the code."""

import ast

import pytest

from tools.mutations import Change, changes
from tools.tests_by_function import Mapped

FIGURE = "ui/figures/x.py"
CODE = '''"""Docstring."""

def shown(row, rows: "Rows") -> str:
    """Docstring."""
    if row["payer"] == 1 and not row["recipient"]:
        note(row)
    return [each for each in rows if each.y > 0] or "nobody"
'''


def made(words: str, code: str = CODE, file: str = "kim/x.py") -> str:
    """The code after the change of these words."""
    tree = ast.parse(code)
    (change,) = [each for each in changes(file, tree) if each.words == words]
    change.make()
    return ast.unparse(ast.fix_missing_locations(tree))


def found(code: str, file: str) -> list[str]:
    return [change.words for change in changes(file, ast.parse(code))]


def test_every_change_is_named_and_docstrings_and_types_are_left_alone() -> None:
    assert found(CODE, "kim/x.py") == [
        "if row['payer'] == 1 and (not row['recipient']) -> the other way round",
        "row['payer'] == 1 and (not row['recipient']) -> and and or exchanged",
        "row['payer'] == 1 -> NotEq",
        "'payer' -> 'payerXX'",
        "'payer' -> 'recipient'",
        "1 -> 2",
        "not row['recipient'] -> without it",
        "'recipient' -> 'recipientXX'",
        "'recipient' -> 'payer'",
        "note(row) -> left out",
        "[each for each in rows if each.y > 0] or 'nobody' -> and and or exchanged",
        "if each.y > 0 -> all of them",
        "each.y > 0 -> GtE",
        "0 -> 1",
        "'nobody' -> 'nobodyXX'",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("'payer' -> 'recipient'", "row['recipient'] == 1"),
        ("note(row) -> left out", "pass"),
        ("if each.y > 0 -> all of them", "[each for each in rows]"),
        ("not row['recipient'] -> without it", "and row['recipient']"),
        ("row['payer'] == 1 -> NotEq", "row['payer'] != 1"),
    ],
)
def test_a_change_alters_just_this_place(words: str, expected: str) -> None:
    assert expected in made(words)


def test_a_change_knows_the_function_it_stands_in() -> None:
    tree = ast.parse("X = 1\n\n@decorated\ndef f():\n    return 2\n")
    where: list[Change] = changes("kim/x.py", tree)

    assert [(each.words, each.line, each.function) for each in where] == [
        ("1 -> 2", 1, 0),
        ("2 -> 3", 5, 3),
    ]


def test_what_only_moves_or_sizes_a_drawing_is_left_out() -> None:
    looks = 'HEIGHT = 3\ndraw(size=12, color="red", margin={"t": 1})\nMARKS = {"size": 4, "x": 5}\n'

    assert found(looks, FIGURE) == [
        "draw(size=12, color='red', margin={'t': 1}) -> left out",
        "'red' -> 'redXX'",
        "'x' -> 'xXX'",
        "5 -> 6",
    ]


def test_what_runs_at_import_alone_is_tried_by_those_who_import_it() -> None:
    ran = {
        "asked": {("kim/answers/asking.py", 1), ("kim/answers/posts.py", 9)},
        "told": {("kim/answers/posts.py", 9), ("kim/answers/posts.py", 20)},
        "other": {("kim/german.py", 5)},
    }
    known = Mapped(ran, {"asked": 2.0, "told": 1.0, "other": 0.5})

    def tests_of(file: str, function: int) -> list[str]:
        return known.tests_of(Change(file, 1, "", function, lambda: None))

    assert tests_of("kim/answers/posts.py", 20) == ["told"]
    assert tests_of("kim/answers/posts.py", 0) == ["told", "asked"]
    assert tests_of("kim/answers/posts.py", 99) == ["told", "asked"]
    assert tests_of("kim/answers/questions.py", 0) == ["asked"]
