"""The checks on a row, derived from the declaration of its table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from duckdb import (
    CaseExpression,
    ColumnExpression,
    ConstantExpression,
    Expression,
    FunctionExpression,
)

from kim import german
from kim.findings import FindingKind
from kim.tables import Field, Table

MOST_ANCHOR_WORDS = 6
DATE_EXAMPLES = "2022, 2022-11, 2022-11-01, 2023-41 (2. Halbjahr) oder 2021/2022"
MOST_RULES = 63  # bits of a positive BIGINT: see `mask`
Test = tuple[FindingKind, Expression, str]


class TooManyRulesError(Exception):
    """A table declares more rules than a fault mask has bits."""


@dataclass(frozen=True)
class Rule:
    """What a cell must not be: the failing condition over text cells, and the words for it."""

    column: str
    kind: FindingKind
    fails: Expression
    expected: str = ""


def rules(table: Table) -> list[Rule]:
    """All rules that a row of a table obeys by itself. Raises TooManyRulesError."""
    found = [
        Rule(field.name, kind, fails, expected)
        for field in table.fields
        for kind, fails, expected in [*_presence(field), *_content(field)]
    ]
    for name, when, value in table.required_when:
        missing = _cell(name).isnull() & (_cell(when) == ConstantExpression(value))
        condition = table.field(when)
        label = f"„{condition.title}“ ist „{condition.vocabulary.get(value, value)}“"
        found.append(Rule(name, FindingKind.REQUIRED_WHEN, missing, label))
    found += _certainty(table)
    for low, high in table.ordered:
        below = number(table.field(high)) < number(table.field(low))
        found.append(Rule(high, FindingKind.ORDER, below, table.field(low).title))
    if len(found) > MOST_RULES:
        raise TooManyRulesError(f"{table.name}: {len(found)} rules, at most {MOST_RULES}")
    return found


def _certainty(table: Table) -> list[Rule]:
    """A missing value is of unknown certainty, and only a missing one."""
    if not table.certainty_of:
        return []
    is_missing: Expression = ConstantExpression(True)
    for name in table.certainty_of:
        is_missing = is_missing & _cell(name).isnull()
    says_unknown = _cell("certainty") == ConstantExpression("unknown")
    return [
        Rule("certainty", FindingKind.CERTAINTY_UNKNOWN, is_missing & ~says_unknown),
        Rule("certainty", FindingKind.CERTAINTY_KNOWN, ~is_missing & says_unknown),
    ]


def without_form_of_keys(found: Sequence[Rule]) -> list[Rule]:
    """The rules that a file of an earlier program obeyed, which knew a place by several keys."""
    return [rule for rule in found if rule.kind is not FindingKind.AGS_FORM]


def value(field: Field) -> Expression:
    """The typed value of a text cell."""
    if field.type == "number":
        return number(field)
    if field.type == "integer":
        return FunctionExpression("whole_number", _cell(field.name))
    if field.semantics == "partial_date":
        return _edtf(field.name)
    return _cell(field.name)


def number(field: Field) -> Expression:
    """The number in a text cell, written as the declaration says."""
    reader = "number_with_comma" if field.decimal == "," else "number_with_point"
    return FunctionExpression(reader, _cell(field.name))


def mask(found: Sequence[Rule]) -> Expression:
    """One number per row: bit i is set where rule i fails."""
    none = ConstantExpression(0).cast("BIGINT")
    bits = [
        CaseExpression(rule.fails, ConstantExpression(1 << position).cast("BIGINT")).otherwise(none)
        for position, rule in enumerate(found)
    ]
    return _sum(bits) if bits else none


def _sum(numbers: Sequence[Expression]) -> Expression:
    """The sum of numbers, half and half: a long chain of sums takes the database long to plan."""
    if len(numbers) == 1:
        return numbers[0]
    middle = len(numbers) // 2
    return _sum(numbers[:middle]) + _sum(numbers[middle:])


def broken(found: Sequence[Rule], bits: int) -> Iterable[Rule]:
    """The rules whose bits are set, the first of each column."""
    first: dict[str, Rule] = {}
    for position, rule in enumerate(found):
        if bits >> position & 1:
            first.setdefault(rule.column, rule)
    return first.values()


def _presence(field: Field) -> list[Test]:
    if not field.required:
        return []
    return [(FindingKind.REQUIRED, _cell(field.name).isnull(), field.description or field.title)]


def _content(field: Field) -> list[Test]:
    if field.vocabulary:
        allowed = ", ".join(field.vocabulary)
        is_known = _cell(field.name).isin(*map(ConstantExpression, field.vocabulary))
        return [(FindingKind.VOCABULARY, _given(field.name) & ~is_known, allowed)]
    if field.semantics in SEMANTIC_TESTS:
        return SEMANTIC_TESTS[field.semantics](field)
    if field.type == "number":
        return _number_tests(field)
    if field.type == "integer":
        bounds = _bounds(field, FunctionExpression("amount", _cell(field.name)))
        return [*bounds, (FindingKind.INTEGER, _given(field.name) & value(field).isnull(), "")]
    if field.pattern:
        matches = _matches(field.name, field.pattern)
        return [
            (FindingKind.PATTERN, _given(field.name) & ~matches, field.description or field.pattern)
        ]
    return []


def _number_tests(field: Field) -> list[Test]:
    amount, cell = number(field), _cell(field.name)
    if field.decimal != ",":
        return [
            (FindingKind.NUMBER, _given(field.name) & amount.isnull(), "1.9"),
            *_bounds(field, amount),
        ]
    ambiguous = FunctionExpression("is_ambiguous_number", cell)
    return [
        (FindingKind.NUMBER, _given(field.name) & amount.isnull() & ~ambiguous, "1,9"),
        (
            FindingKind.NUMBER_AMBIGUOUS,
            ambiguous,
            "eine Zahl in Tausend oder eine mit Nachkommastellen",
        ),
        *_bounds(field, amount),
    ]


def _bounds(field: Field, amount: Expression) -> list[Test]:
    tests: list[Test] = []
    if field.minimum is not None:
        low = amount < ConstantExpression(field.minimum)
        least = ". ".join(filter(None, [german.number(field.minimum), field.below_minimum]))
        tests.append((FindingKind.MINIMUM, low, least.removesuffix(".")))
    if field.maximum is not None:
        high = amount > ConstantExpression(field.maximum)
        tests.append((FindingKind.MAXIMUM, high, german.number(field.maximum)))
    return tests


def _partial_date(field: Field) -> list[Test]:
    is_date = FunctionExpression("is_edtf", _edtf(field.name))
    tests: list[Test] = [(FindingKind.PARTIAL_DATE, _given(field.name) & ~is_date, DATE_EXAMPLES)]
    if field.pattern:
        pattern = ConstantExpression(field.pattern)
        matches = FunctionExpression("regexp_full_match", _edtf(field.name), pattern)
        shape = field.description or field.pattern
        tests.append((FindingKind.PATTERN, _given(field.name) & is_date & ~matches, shape))
    return tests


def region_key(name: str) -> Expression:
    """The key of a place in a text cell, in its one form."""
    return FunctionExpression("region_key", _cell(name))


def _edtf(name: str) -> Expression:
    return FunctionExpression("edtf", _cell(name))


def _ags(field: Field) -> list[Test]:
    has_other_form = _cell(field.name) != region_key(field.name)
    return [
        (FindingKind.AGS, _given(field.name) & ~_matches(field.name, field.pattern), ""),
        (FindingKind.AGS_FORM, has_other_form, ""),
    ]


def _anchor(field: Field) -> list[Test]:
    gaps = FunctionExpression("word_gaps", _cell(field.name))
    return [(FindingKind.ANCHOR_LONG, gaps >= ConstantExpression(MOST_ANCHOR_WORDS), "")]


SEMANTIC_TESTS: Mapping[str, Callable[[Field], list[Test]]] = {
    "partial_date": _partial_date,
    "ags": _ags,
    "anchor": _anchor,
}


def _cell(name: str) -> Expression:
    return ColumnExpression(name)


def _given(name: str) -> Expression:
    return _cell(name).isnotnull()


def _matches(name: str, pattern: str) -> Expression:
    return FunctionExpression("regexp_full_match", _cell(name), ConstantExpression(pattern))
