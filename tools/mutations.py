"""Small wrong changes to a module: every place where one can be made, and how it is made."""

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tools.drawing import Parents, is_mere_drawing

COMPARISONS: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}


@dataclass(frozen=True)
class Change:
    """One wrong change: where, what it does, the function it stands in (its first line; 0: none)."""

    file: str
    line: int
    words: str
    function: int
    make: Callable[[], None]


def changes(file: str, tree: ast.Module) -> list[Change]:
    """Every change to a module; `make` alters `tree`, so that each needs a tree of its own."""
    columns = _columns(tree)
    found = []
    for node, parents in _walk(tree, ()):
        if _is_not_code(node, parents):
            continue
        function = _function(parents)
        for words, make in _of(node, parents, columns):
            if not is_mere_drawing(file, node, parents):
                found.append(Change(file, getattr(node, "lineno", 0), words, function, make))
    return found


Made = Iterator[tuple[str, Callable[[], None]]]


def _walk(node: ast.AST, parents: Parents) -> Iterator[tuple[ast.AST, Parents]]:
    yield node, parents
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child, (*parents, (node, name)))


def _function(parents: Parents) -> int:
    """The first line of the innermost function around a node."""
    for parent, _ in reversed(parents):
        if isinstance(parent, ast.FunctionDef):
            return min([parent.lineno, *(each.lineno for each in parent.decorator_list)])
    return 0


def _is_not_code(node: ast.AST, parents: Parents) -> bool:
    """Docstrings, annotations, decorators, names of types."""
    fields = {field for _, field in parents}
    if fields & {"annotation", "returns", "decorator_list", "type_params"}:
        return True
    above = parents[-1][0] if parents else node
    if isinstance(above, ast.Expr) and isinstance(node, ast.Constant):
        return True
    return any(_is_type(parent) for parent, _ in parents)


def _is_type(node: ast.AST) -> bool:
    """A name for a type, or the list of what a module offers."""
    if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
        return False
    name = node.targets[0].id
    return name == "__all__" or (name.istitle() and isinstance(node.value, ast.Subscript))


def _columns(tree: ast.Module) -> Sequence[str]:
    """The texts by which the module looks something up: names of columns, mostly."""
    keys = (node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript))
    texts = (key.value for key in keys if isinstance(key, ast.Constant))
    return sorted({text for text in texts if isinstance(text, str)})


def _of(node: ast.AST, parents: Parents, columns: Sequence[str]) -> Made:
    if isinstance(node, ast.Compare):
        yield from _comparison(node)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield _set(node, "op", other(), ast.unparse(node), "and and or exchanged")
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        other_operator = OPERATORS[type(node.op)]()
        yield _set(node, "op", other_operator, ast.unparse(node), type(other_operator).__name__)
    elif isinstance(node, ast.If | ast.IfExp):
        negated = ast.UnaryOp(ast.Not(), node.test)
        yield _set(node, "test", negated, f"if {ast.unparse(node.test)}", "the other way round")
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield _set(node, "ifs", [], f"if {ast.unparse(node.ifs[0])}", "all of them")
    elif isinstance(node, ast.UnaryOp) and not isinstance(node.operand, ast.Constant):
        yield _replace(parents, node, node.operand, "without it")
    elif isinstance(node, ast.Constant):
        yield from _constant(node, parents, columns)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield _replace(parents, node, ast.Pass(), "left out")


def _comparison(node: ast.Compare) -> Made:
    for at, operator in enumerate(node.ops):
        other = COMPARISONS[type(operator)]()
        operators = [other if here == at else each for here, each in enumerate(node.ops)]
        yield _set(node, "ops", operators, ast.unparse(node), type(other).__name__)


def _constant(node: ast.Constant, parents: Parents, columns: Sequence[str]) -> Made:
    old, words = node.value, repr(node.value)
    if isinstance(old, bool):
        yield _set(node, "value", not old, words, repr(not old))
    elif isinstance(old, int | float):
        yield _set(node, "value", old + 1, words, repr(old + 1))
    elif isinstance(old, str):
        yield _set(node, "value", old + "XX", words, repr(old + "XX"))
        others = [each for each in columns if each != old]
        above = parents[-1][0] if parents else None
        if old in columns and others and isinstance(above, ast.Subscript):
            nearest = max(others, key=lambda each: (_likeness(each, old), each))
            yield _set(node, "value", nearest, words, repr(nearest))


def _likeness(one: str, other: str) -> int:
    """How many letters two names share at their ends: "payer_name" is near "recipient_name"."""
    return sum(
        len(list(run)) if is_same else 0
        for pairs in (zip(one, other, strict=False), zip(one[::-1], other[::-1], strict=False))
        for is_same, run in [next(groupby(pairs, key=lambda pair: pair[0] == pair[1]), (False, []))]
    )


def _set(
    node: ast.AST, field: str, value: object, old: str, new: str
) -> tuple[str, Callable[[], None]]:
    return f"{_short(old)} -> {new}", lambda: setattr(node, field, value)


def _replace(
    parents: Parents, node: ast.AST, other: ast.AST, words: str
) -> tuple[str, Callable[[], None]]:
    above, field = parents[-1]

    def make() -> None:
        value = getattr(above, field)
        if isinstance(value, list):
            value[value.index(node)] = other
        else:
            setattr(above, field, other)

    return f"{_short(ast.unparse(node))} -> {words}", make


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 70 else f"{line[:67]}..."
