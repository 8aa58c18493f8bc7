"""A file of SQL says in its head what it needs that it does not make itself, and where that is made."""

import re
from pathlib import Path

import pytest
from sqlglot import exp

from etl.pipeline import SQL
from kim import queries
from kim.tables import ROOT, package
from tools.sql_mutants import parsed

FILES = sorted(
    path for folder in (ROOT / "kim", queries.FOLDER, SQL) for path in folder.glob("*.sql")
)
MADE = re.compile(
    r"^CREATE .*?(?:MACRO|TABLE|VIEW) (?:IF NOT EXISTS )?(?:\w+[.])?(\w+)", re.MULTILINE
)
MACROS = {
    name
    for path in FILES
    for name in re.findall(r"MACRO (?:kim[.])?(\w+)", path.read_text("utf-8"))
}
BESIDE_A_VERSION = {"known_places"}
VARIABLE = re.compile(r"getvariable\('(\w+)'\)")
NEEDS = re.compile(r"^-- Needs: (.*(?:\n--   .*)*)[.]$", re.MULTILINE)
OF_A_VERSION = {
    *(name for table in package().tables.values() for name in (table.name, table.statements)),
    *("facts", "paragraphs", "loads", "load_parts", "load_changes"),
}


def needed(text: str) -> set[str]:
    """The tables, views, macros and variables that the statements of a file use and do not make.

    A version and a draft have their tables; what is named with its database is one of them, or stands beside a version.
    """
    found = set(VARIABLE.findall(text))
    for tree in parsed(text):
        own = {each.alias for each in tree.find_all(exp.CTE)}
        tables = (each for each in tree.find_all(exp.Table) if not each.db)
        found |= {each.alias if each.name == "t" else each.name for each in tables} - own
        found |= {each.name for each in tree.find_all(exp.Table)} & BESIDE_A_VERSION
        found |= {each.name.lower() for each in tree.find_all(exp.Anonymous)} & MACROS
    made = set(MADE.findall(text))
    return {name for name in found if name} - made - OF_A_VERSION - {"query_table"}


def said(text: str) -> dict[str, str]:
    """What the head names, each with the file in which it is made."""
    names: dict[str, str] = {}
    for needs in NEEDS.findall(text):
        for group in " ".join(needs.replace("\n--", "").split()).split("; "):
            listed, _, where = group.rstrip(")").partition(" (")
            file = where.split(", ")[-1].split()[-1]
            names |= dict.fromkeys(listed.removeprefix("variables ").split(", "), file)
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_file_needs_is_named_in_its_head_with_where_it_is_made(path: Path) -> None:
    text = path.read_text("utf-8")
    named = said(text)

    assert set(named) == needed(text)
    for name, file in named.items():
        made_in = ROOT / file if "/" in file else path.parent / file
        assert re.search(rf"\b{name}\b", made_in.read_text("utf-8")), (name, file)


def test_what_is_needed_is_seen() -> None:
    """A view, a macro, a variable; not what the file makes, nor the tables of a version."""
    text = """-- Head.
        CREATE TEMP TABLE made AS SELECT 1;
        WITH own AS (FROM incoming) SELECT earliest_day(x), getvariable('now')
        FROM own JOIN made ON true JOIN draft.sources ON true JOIN regions ON true
        JOIN kim.told('bodies', 1, 2, 3) ON true"""
    assert needed(text.replace("        ", "")) == {"incoming", "earliest_day", "now", "told"}
    assert said(
        "-- A head.\n-- Needs: a, b (views, x/y.py); c (d.sql or e.sql);\n--   variables v (z.py).\n"
    ) == {
        "a": "x/y.py",
        "b": "x/y.py",
        "c": "e.sql",
        "v": "z.py",
    }
