"""What can be changed in an SQL tree, one thing at a time."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from sqlglot import exp

from kim.tables import package
from tools.sql_edits import Change, Make, argument, less, other_kind, put, replaced

WORDS = re.compile(r"\w+(\|\w+)+")
Changes = Callable[[exp.Expr], Iterator[Change]]

EXCHANGED: dict[type[exp.Expr], tuple[type[exp.Expr], ...]] = {
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
JOINS = {
    ("LEFT", ""): ("side", ""),
    ("", ""): ("side", "LEFT"),
    ("FULL", ""): ("side", "LEFT"),
    ("", "SEMI"): ("kind", "ANTI"),
    ("", "ANTI"): ("kind", "SEMI"),
}
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


def changes_of(node: exp.Expr, tree: exp.Expr) -> Iterator[Change]:
    """Each change that can be made at one node of a tree."""
    for other in EXCHANGED.get(type(node), ()):
        yield replaced(other_kind(other))
    for changes in CHANGES.get(type(node), ()):
        yield from changes(node)
    if isinstance(node, CONNECTED):
        yield from (replaced(argument("this")), replaced(argument("expression")))
    if isinstance(node, PREDICATES) and not isinstance(node.parent, exp.Not):
        yield replaced(lambda target: exp.Not(this=target.copy()))
    if isinstance(node, exp.Column):
        yield from _other_columns(node, tree)


def _literal(node: exp.Expr) -> Iterator[Change]:
    words = str(node.this)
    if isinstance(node.parent, exp.Select) and isinstance(node.parent.parent, exp.Exists):
        return
    if words.isdecimal():
        yield from (put("this", str(int(words) + 1)), put("this", str(int(words) - 1)))
        return
    yield put("this", "~" + words)
    if WORDS.fullmatch(words):
        every = words.split("|")
        for left in every:
            yield put("this", "|".join(each for each in every if each != left))


def _boolean(node: exp.Expr) -> Iterator[Change]:
    yield put("this", not node.this)


def _ordered(node: exp.Expr) -> Iterator[Change]:
    yield put("desc", not node.args.get("desc"))
    if isinstance(node.this, exp.Column) and node.this.name not in never_empty():
        yield put("nulls_first", not node.args.get("nulls_first"))


def _listed(name: str, fewest: int) -> Changes:
    def changes(node: exp.Expr) -> Iterator[Change]:
        listed = node.args.get(name) or []
        if len(listed) > fewest:
            yield from (less(name, place) for place in range(len(listed)))

    return changes


def _without(*names: str) -> Changes:
    def changes(node: exp.Expr) -> Iterator[Change]:
        yield from (put(name, None) for name in names if node.args.get(name))

    return changes


def _only(*names: str) -> Changes:
    """One argument in the place of the whole."""

    def changes(node: exp.Expr) -> Iterator[Change]:
        yield from (replaced(argument(name)) for name in names if node.args.get(name))

    return changes


def _select(node: exp.Expr) -> Iterator[Change]:
    """Exchange the values of two columns that stand beside each other; their names stay."""
    for place in range(len(node.expressions) - 1):
        pair = node.expressions[place : place + 2]
        if all(each.alias_or_name and not each.find(exp.Star) for each in pair):
            first, second = (each.unalias() for each in pair)
            exchanged = [
                exp.alias_(second.copy(), pair[0].alias_or_name),
                exp.alias_(first.copy(), pair[1].alias_or_name),
            ]
            before, after = node.expressions[:place], node.expressions[place + 2 :]
            kept = [[each.copy() for each in part] for part in (before, after)]
            yield put("expressions", [*kept[0], *exchanged, *kept[1]])


def _join(node: exp.Expr) -> Iterator[Change]:
    sides = (node.args.get("side") or "", node.args.get("kind") or "")
    if sides in JOINS and not (sides == ("", "") and node.this.name in always_found()):
        name, value = JOINS[sides]
        yield put(name, value)
    if node.args.get("on"):
        yield put("on", exp.true())


def _union(node: exp.Expr) -> Iterator[Change]:
    yield from (put(name, not node.args.get(name)) for name in ("distinct", "by_name"))
    yield from (replaced(_side(name)) for name in ("this", "expression"))


def _side(name: str) -> Make:
    """One side of a union, which keeps what stands before the whole."""

    def make(union: exp.Expr) -> exp.Expr:
        kept: exp.Expr = union.args[name].copy()
        if union.args.get("with_"):
            kept.set("with_", union.args["with_"].copy())
        return kept

    return make


def _case(node: exp.Expr) -> Iterator[Change]:
    yield from (replaced(_value_of(place)) for place in range(len(node.args["ifs"])))


def _value_of(branch: int) -> Make:
    def make(case: exp.Expr) -> exp.Expr:
        value: exp.Expr = case.args["ifs"][branch].args["true"]
        return value

    return make


def _last(node: exp.Expr) -> Iterator[Change]:
    yield replaced(lambda target: target.expressions[-1])


def _call(node: exp.Expr) -> Iterator[Change]:
    """A call of a macro: its last two arguments the other way round."""
    if len(node.expressions) > 1:
        *before, first, second = (each.copy() for each in node.expressions)
        yield put("expressions", [*before, second, first])


def _parameter(_: exp.Expr) -> Iterator[Change]:
    yield replaced(lambda _: exp.null())


def _counted(node: exp.Expr) -> Iterator[Change]:
    if isinstance(node.this, exp.Distinct):
        yield put("this", node.this.expressions[0].copy())


def _other_columns(node: exp.Column, tree: exp.Expr) -> Iterator[Change]:
    """The next column that is named of the same relation."""
    near = tree if node.table else node.find_ancestor(exp.Select) or tree
    named = (each for each in near.find_all(exp.Column) if each.table == node.table)
    names = sorted({each.name for each in named if each.name and each.name != "*"})
    if node.name in names and len(names) > 1:
        other = names[(names.index(node.name) + 1) % len(names)]
        yield put("this", exp.to_identifier(other))


CHANGES: dict[type[exp.Expr], tuple[Changes, ...]] = {
    exp.Literal: (_literal,),
    exp.Boolean: (_boolean,),
    exp.Not: (_only("this"),),
    exp.Ordered: (_ordered,),
    exp.Order: (_listed("expressions", 1),),
    exp.In: (_listed("expressions", 1),),
    exp.Window: (_listed("partition_by", 0), _without("order")),
    exp.Select: (_select, _without("where", "limit", "qualify", "distinct", "order")),
    exp.Update: (_without("where"),),
    exp.Join: (_join, _listed("using", 1)),
    exp.Union: (_union,),
    exp.Case: (_case, _listed("ifs", 1), _without("default"), _only("default")),
    exp.Coalesce: (_only("this"), _last),
    exp.Anonymous: (_call,),
    exp.Parameter: (_parameter,),
    exp.Placeholder: (_parameter,),
    exp.Filter: (_only("this"),),
    exp.Nullif: (_only("this"),),
    exp.Count: (_counted,),
}
