"""By what a fact stays the same: the key made of its identifying cells."""

from duckdb import (
    CaseExpression,
    CoalesceOperator,
    ColumnExpression,
    ConstantExpression,
    Expression,
    FunctionExpression,
)

from kim.tables import Field, Table


def fact_key(table: Table) -> Expression:
    """The key of a fact: 64 bits of a digest of its identifying cells, the same on every machine.

    Stores and addresses hold it: another order of cells, separator or digest would make every fact
    a new one. The separator keeps the cells "ab", "c" and "a", "bc" apart; a missing cell is "".
    A column that came later counts, with its name, where it is filled: no older fact is a new one.
    A row that says its key keeps it, whatever its cells are now.
    """
    empty, separator = ConstantExpression(""), ConstantExpression("\x1f")
    first = [name for name in table.identity if name not in table.later_identity]
    cells = [CoalesceOperator(_identifying(table.field(name)), empty) for name in first]
    cells += [
        CaseExpression(
            ColumnExpression(name).isnotnull(),
            FunctionExpression(
                "concat", ConstantExpression(f"{name}="), _identifying(table.field(name))
            ),
        )
        for name in table.later_identity
    ]
    made = FunctionExpression(
        "md5_number_lower", FunctionExpression("concat_ws", separator, *cells)
    )
    if not table.is_fact:
        return made
    return CoalesceOperator(FunctionExpression("fact_of_key", ColumnExpression("key")), made)


def _identifying(field: Field) -> Expression:
    """The cell as the digest takes it: a date without its year is in it as it was first written."""
    if field.semantics == "partial_date":
        return FunctionExpression("edtf_of_old", ColumnExpression(field.name))
    return ColumnExpression(field.name)
