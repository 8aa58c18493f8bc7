"""How a node of an SQL tree is edited; a node is handed over when its tree is a copy."""

from collections.abc import Callable

from sqlglot import exp

Change = Callable[[exp.Expr], None]
Make = Callable[[exp.Expr], exp.Expr]


def put(name: str, value: object) -> Change:
    """Give an argument of a node another value."""

    def change(target: exp.Expr) -> None:
        target.set(name, value)

    return change


def less(name: str, place: int) -> Change:
    """Leave one of several out."""

    def change(target: exp.Expr) -> None:
        target.args[name].pop(place)

    return change


def replaced(make: Make) -> Change:
    """Put another expression in the place of this one."""

    def change(target: exp.Expr) -> None:
        target.replace(make(target).copy())

    return change


def other_kind(other: type[exp.Expr]) -> Make:
    """The same arguments under another operator or function."""

    def make(target: exp.Expr) -> exp.Expr:
        arguments = {name: each for name, each in target.copy().args.items() if each}
        return other(**arguments)

    return make


def argument(name: str) -> Make:
    """One argument of a node."""

    def make(target: exp.Expr) -> exp.Expr:
        found: exp.Expr = target.args[name]
        return found

    return make
