"""Texts that differ from an SQL file in one thing each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlglot
from sqlglot import exp

from tools.sql_changes import changes_of
from tools.sql_edits import Change

DIALECT = "duckdb"
# What follows UPDATE in a file that holds the rest of such a statement.
UPDATE = "UPDATE t AS statements "
LONGEST, WORDS_AROUND = 160, 25


@dataclass(frozen=True)
class Mutant:
    """A text with one change, and where and what it is."""

    line: int
    change: str
    text: str


def round_trip(text: str) -> str:
    """The text as it is written again from its tree."""
    return _joined([_written(tree) for tree in parsed(text)], text)


def mutants(text: str) -> Iterator[Mutant]:
    """Every change of this kind that can be made to a file."""
    trees = parsed(text)
    written = [_written(tree) for tree in trees]
    for place, (tree, before) in enumerate(zip(trees, written, strict=True)):
        seen = {before}
        for position, node in enumerate(tree.walk()):
            for change in changes_of(node, tree):
                after = _written(_changed(tree, position, change))
                if after not in seen:
                    seen.add(after)
                    new = _joined([*written[:place], after, *written[place + 1 :]], text)
                    yield Mutant(_line(node), _difference(before, after), new)


def parsed(text: str) -> list[exp.Expr]:
    """The statements of a file; the rest of an update is one of the table `t`."""
    found = sqlglot.parse(UPDATE + text if _is_update(text) else text, read=DIALECT)
    return [tree for tree in found if isinstance(tree, exp.Expr)]


def _is_update(text: str) -> bool:
    lines = (line for line in text.splitlines() if not line.startswith("--"))
    return next(lines).startswith("SET ")


def _written(tree: exp.Expr) -> str:
    return tree.sql(DIALECT, comments=False)


def _joined(statements: Sequence[str], text: str) -> str:
    written = ";\n".join(statements)
    return written.removeprefix(UPDATE) if _is_update(text) else written


def _changed(tree: exp.Expr, position: int, change: Change) -> exp.Expr:
    """A copy in which the node at this place of the walk is changed, or replaced."""
    holder = exp.Tuple(expressions=[tree.copy()])
    nodes = holder.expressions[0].walk()
    change(next(node for number, node in enumerate(nodes) if number == position))
    changed: exp.Expr = holder.expressions[0]
    return changed


def _line(node: exp.Expr) -> int:
    lines = (each.meta.get("line") for each in [*node.walk(), *_ancestors(node)])
    return next((line for line in lines if line), 0)


def _ancestors(node: exp.Expr) -> Iterator[exp.Expr]:
    while node.parent:
        node = node.parent
        yield from node.walk()


def _difference(before: str, after: str) -> str:
    """What differs, with a few words around it."""
    start = _alike(before, after)
    shared = _alike(before[start:][::-1], after[start:][::-1])
    left, right = max(0, start - WORDS_AROUND), shared - WORDS_AROUND
    old, new = (each[left : len(each) - max(0, right)] for each in (before, after))
    return f"{old[:LONGEST].strip()}  ->  {new[:LONGEST].strip()}"


def _alike(before: str, after: str) -> int:
    """How many signs at the beginning are the same."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(before), len(after)))
