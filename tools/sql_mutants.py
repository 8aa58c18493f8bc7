"""One change at a time in the text of an SQL file: every text differs from the file in one thing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import sqlglot
from sqlglot import exp

from kim.tables import package

DIALECT = "duckdb"
# What follows UPDATE in a file that holds the rest of such a statement.
UPDATE = "UPDATE t AS statements "
LONGEST, WORDS_AROUND = 160, 25
WORDS = re.compile(r"\w+(\|\w+)+")
Change = Callable[[exp.Expression], None]

EXCHANGED: dict[type[exp.Expression], tuple[type[exp.Expression], ...]] = {
    exp.EQ: (exp.NEQ,),
    exp.NEQ: (exp.EQ,),
    exp.LT: (exp.LTE, exp.GT),
    exp.LTE: (exp.LT, exp.GTE),
    exp.GT: (exp.GTE, exp.LT),
    exp.GTE: (exp.GT, exp.LTE),
    exp.NullSafeEQ: (exp.EQ, exp.NullSafeNEQ),
    exp.NullSafeNEQ: (exp.NEQ, exp.NullSafeEQ),
    exp.And: (exp.Or,),
    exp.Or: (exp.And,),
    exp.Max: (exp.Min,),
    exp.Min: (exp.Max,),
    exp.ArgMax: (exp.ArgMin,),
    exp.ArgMin: (exp.ArgMax,),
    exp.Least: (exp.Greatest,),
    exp.Greatest: (exp.Least,),
    exp.StartsWith: (exp.EndsWith,),
    exp.EndsWith: (exp.StartsWith,),
}
JOINS = {("LEFT", ""): ("", ""), ("", ""): ("LEFT", ""), ("FULL", ""): ("LEFT", "")}
JOINS |= {("", "SEMI"): ("", "ANTI"), ("", "ANTI"): ("", "SEMI")}
CONNECTED = (exp.And, exp.Or, exp.DPipe)
PREDICATES = (exp.Is, exp.In, exp.Exists, exp.Like, exp.Between)


@cache
def never_empty() -> frozenset[str]:
    """The columns that are filled in every table that has them: it is all one where NULL stands."""
    fields = [field for table in package().tables.values() for field in table.fields]
    return frozenset({"fact", "load"} | {each.name for each in fields}) - {
        each.name for each in fields if not each.required
    }


@cache
def always_found() -> frozenset[str]:
    """The tables whose rows are named by others only if they are there."""
    return frozenset(table.name for table in package().tables.values() if not table.is_fact)


@dataclass(frozen=True)
class Mutant:
    """A text with one change, and where and what it is."""

    line: int
    change: str
    text: str


def round_trip(text: str) -> str:
    """The text as it is written again from its tree."""
    return _written(_parsed(text), text)


def mutants(text: str) -> Iterator[Mutant]:
    """Every change of this kind that can be made to a file."""
    trees = _parsed(text)
    seen = {round_trip(text)}
    for place, tree in enumerate(trees):
        for position, node in enumerate(tree.walk()):
            for change in _changes(node, tree):
                changed = _changed(tree, position, change)
                new = _written([*trees[:place], changed, *trees[place + 1 :]], text)
                if new not in seen:
                    seen.add(new)
                    yield Mutant(
                        _line(node), _difference(tree.sql(DIALECT), changed.sql(DIALECT)), new
                    )


def _parsed(text: str) -> list[exp.Expression]:
    is_update = text.partition("\n")[2].startswith("SET ")
    found = sqlglot.parse(UPDATE + text if is_update else text, read=DIALECT)
    return [tree for tree in found if isinstance(tree, exp.Expression)]


def _written(trees: list[exp.Expression], text: str) -> str:
    written = ";\n".join(tree.sql(DIALECT, comments=False) for tree in trees)
    return written.removeprefix(UPDATE) if text.partition("\n")[2].startswith("SET ") else written


def _changed(tree: exp.Expression, position: int, change: Change) -> exp.Expression:
    """A copy in which the node at this place of the walk is changed, or replaced."""
    holder = exp.Tuple(expressions=[tree.copy()])
    nodes = holder.expressions[0].walk()
    change(next(node for number, node in enumerate(nodes) if number == position))
    return holder.expressions[0]


def _line(node: exp.Expression) -> int:
    lines = (each.meta.get("line") for each in [*node.walk(), *_ancestors(node)])
    return next((line for line in lines if line), 0)


def _ancestors(node: exp.Expression) -> Iterator[exp.Expression]:
    while node.parent:
        node = node.parent
        yield from node.walk()


def _difference(before: str, after: str) -> str:
    """What differs, with a few words around it."""
    start = _alike(before, after)
    shared = _alike(before[start:][::-1], after[start:][::-1])
    left, right = max(0, start - WORDS_AROUND), shared - WORDS_AROUND
    old, new = (each[left : len(each) - max(0, right)] for each in (before, after))
    return f"{old[:LONGEST]}  ->  {new[:LONGEST]}"


def _alike(before: str, after: str) -> int:
    """How many signs at the beginning are the same."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(before), len(after)))


def _changes(node: exp.Expression, tree: exp.Expression) -> Iterator[Change]:
    for other in EXCHANGED.get(type(node), ()):
        yield lambda target, other=other: _put(target, other(**_arguments(target)))
    for change in CHANGES.get(type(node), ()):
        yield from change(node)
    if isinstance(node, CONNECTED):
        yield lambda target: _put(target, target.left)
        yield lambda target: _put(target, target.right)
    if isinstance(node, PREDICATES) and not isinstance(node.parent, exp.Not):
        yield lambda target: _put(target, exp.Not(this=target.copy()))
    if isinstance(node, exp.Column):
        yield from _other_columns(node, tree)


def _arguments(node: exp.Expression) -> dict[str, object]:
    return {name: each for name, each in node.copy().args.items() if each is not None}


def _put(target: exp.Expression, other: exp.Expression) -> None:
    target.replace(other.copy())


def _literal(node: exp.Expression) -> Iterator[Change]:
    words, is_text = str(node.this), node.is_string
    if isinstance(node.parent, exp.Select) and isinstance(node.parent.parent, exp.Exists):
        return
    if words.isdecimal():
        for other in (int(words) + 1, int(words) - 1):
            yield lambda target, other=str(other): target.set("this", other)
        return
    yield lambda target: target.set("this", words + "~" if is_text and words else "~")
    if WORDS.fullmatch(words):
        every = words.split("|")
        for left in every:
            fewer = "|".join(each for each in every if each != left)
            yield lambda target, fewer=fewer: target.set("this", fewer)


def _boolean(_: exp.Expression) -> Iterator[Change]:
    yield lambda target: target.set("this", not target.this)


def _not(_: exp.Expression) -> Iterator[Change]:
    yield lambda target: _put(target, target.this)


def _ordered(node: exp.Expression) -> Iterator[Change]:
    yield lambda target: target.set("desc", not target.args.get("desc"))
    if isinstance(node.this, exp.Column) and node.this.name not in never_empty():
        yield lambda target: target.set("nulls_first", not target.args.get("nulls_first"))


def _listed(name: str, fewest: int) -> Callable[[exp.Expression], Iterator[Change]]:
    """Leave one of several out."""

    def change(node: exp.Expression) -> Iterator[Change]:
        listed = node.args.get(name) or []
        for place in range(len(listed) if len(listed) > fewest else 0):
            yield lambda target, place=place: target.args[name].pop(place)

    return change


def _without(name: str) -> Callable[[exp.Expression], Iterator[Change]]:
    def change(node: exp.Expression) -> Iterator[Change]:
        if node.args.get(name):
            yield lambda target: target.set(name, None)

    return change


def _select(node: exp.Expression) -> Iterator[Change]:
    """Exchange the values of two columns that stand beside each other; their names stay."""
    for place in range(len(node.expressions) - 1):
        pair = node.expressions[place : place + 2]
        if all(each.alias_or_name and not each.find(exp.Star) for each in pair):
            yield lambda target, place=place: _exchange(target, place)


def _exchange(select: exp.Expression, place: int) -> None:
    first, second = select.expressions[place : place + 2]
    values = [each.unalias().copy() for each in (second, first)]
    for each, value in zip((first, second), values, strict=True):
        each.replace(exp.alias_(value, each.alias_or_name))


def _join(node: exp.Expression) -> Iterator[Change]:
    sides = (node.args.get("side") or "", node.args.get("kind") or "")
    if sides in JOINS and not (sides == ("", "") and node.this.name in always_found()):
        side, kind = JOINS[sides]
        yield lambda target: (target.set("side", side), target.set("kind", kind))[0]
    if node.args.get("on"):
        yield lambda target: target.set("on", exp.true())
    if len(node.args.get("using") or []) > 1:
        for place in range(len(node.args["using"])):
            yield lambda target, place=place: target.args["using"].pop(place)


def _union(node: exp.Expression) -> Iterator[Change]:
    yield lambda target: target.set("distinct", not target.args.get("distinct"))
    yield lambda target: target.set("by_name", not target.args.get("by_name"))
    yield lambda target: _only(target, "this")
    yield lambda target: _only(target, "expression")


def _only(union: exp.Expression, side: str) -> None:
    """Of a union one side, which keeps what stands before the whole."""
    kept = union.args[side].copy()
    if union.args.get("with_"):
        kept.set("with_", union.args["with_"].copy())
    union.replace(kept)


def _case(node: exp.Expression) -> Iterator[Change]:
    for place in range(len(node.args["ifs"])):
        if len(node.args["ifs"]) > 1:
            yield lambda target, place=place: target.args["ifs"].pop(place)
        yield lambda target, place=place: _put(target, target.args["ifs"][place].args["true"])
    if node.args.get("default"):
        yield lambda target: target.set("default", None)
        yield lambda target: _put(target, target.args["default"])


def _coalesce(node: exp.Expression) -> Iterator[Change]:
    yield lambda target: _put(target, target.this)
    yield lambda target: _put(target, target.expressions[-1])


def _call(node: exp.Expression) -> Iterator[Change]:
    """A call of a macro: its last two arguments the other way round."""
    if len(node.expressions) > 1:
        yield lambda target: target.set(
            "expressions", [*target.expressions[:-2], *target.expressions[:-3:-1]]
        )


def _parameter(_: exp.Expression) -> Iterator[Change]:
    yield lambda target: _put(target, exp.null())


def _inner(_: exp.Expression) -> Iterator[Change]:
    yield lambda target: _put(target, target.this)


def _counted(node: exp.Expression) -> Iterator[Change]:
    if isinstance(node.this, exp.Distinct):
        yield lambda target: target.set("this", target.this.expressions[0].copy())


def _other_columns(node: exp.Column, tree: exp.Expression) -> Iterator[Change]:
    """The next column that is named of the same relation."""
    near = tree if node.table else node.find_ancestor(exp.Select) or tree
    named = (each for each in near.find_all(exp.Column) if each.table == node.table)
    names = sorted({each.name for each in named if each.name and each.name != "*"})
    if node.name in names and len(names) > 1:
        other = names[(names.index(node.name) + 1) % len(names)]
        yield lambda target: target.set("this", exp.to_identifier(other))


CHANGES: dict[type[exp.Expression], tuple[Callable[[exp.Expression], Iterator[Change]], ...]] = {
    exp.Literal: (_literal,),
    exp.Boolean: (_boolean,),
    exp.Not: (_not,),
    exp.Ordered: (_ordered,),
    exp.Order: (_listed("expressions", 1),),
    exp.In: (_listed("expressions", 1),),
    exp.Window: (_listed("partition_by", 0), _without("order")),
    exp.Select: (
        _select,
        _without("where"),
        _without("limit"),
        _without("qualify"),
        _without("distinct"),
        _without("order"),
    ),
    exp.Update: (_without("where"),),
    exp.Join: (_join,),
    exp.Union: (_union,),
    exp.Case: (_case,),
    exp.Coalesce: (_coalesce,),
    exp.Anonymous: (_call,),
    exp.Parameter: (_parameter,),
    exp.Placeholder: (_parameter,),
    exp.Filter: (_inner,),
    exp.Nullif: (_inner,),
    exp.Count: (_counted,),
}
