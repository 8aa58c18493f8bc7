"""Contracts over registries: what is added is tested by existing."""

import re
from pathlib import Path

import pytest

from etl.pipeline.rules import rules
from kim import dictionary, queries
from kim.store import Store
from kim.tables import DATA, ROOT, Table, package
from kim.texts import FOLDER as OF_THE_FACTS
from ui.texts import FOLDER as OF_THE_INTERFACE
from ui.texts import text

FOLDERS = (OF_THE_FACTS, OF_THE_INTERFACE)
LARGEST = 10**15  # a number of more digits is no longer exact
BITS_OF_A_MASK = 63
COMMON = ("as_of", "source", "paragraph", "anchor", "basis", "note", "key")
QUESTIONS = sorted(queries.FOLDER.glob("*.sql"))
SOURCES = [
    *(path for folder in ("kim", "etl", "ui") for path in Path(ROOT, folder).rglob("*.py")),
    *Path(ROOT, "pages").glob("*.py"),
    ROOT / "dashboard.py",
]
CODE = "\n".join(path.read_text("utf-8") for path in SOURCES)
PARTS = sorted(path for folder in FOLDERS for path in folder.glob("*.toml"))
MOST_LINES, MOST_LINES_OF_A_PAGE = 250, 50
LITERAL_KEY = re.compile(r'\b(?:text|markdown)\(\s*"([a-z_]+\.[a-z_0-9]+)"')


def test_every_fact_table_has_the_common_columns() -> None:
    for table in package().facts:
        names = [field.name for field in table.fields]
        assert names[0] == "region"
        assert tuple(names[-len(COMMON) :]) == COMMON


@pytest.mark.parametrize("table", package().tables.values(), ids=lambda table: table.name)
def test_every_number_is_bounded(table: Table) -> None:
    for field in table.fields:
        if field.type in ("number", "integer"):
            assert field.minimum is not None, field.name
            assert field.maximum is not None, field.name
            assert -LARGEST <= field.minimum < field.maximum <= LARGEST


@pytest.mark.parametrize("table", package().tables.values(), ids=lambda table: table.name)
def test_the_rules_of_a_table_fit_into_one_number(table: Table) -> None:
    assert len(rules(table)) <= BITS_OF_A_MASK


@pytest.mark.parametrize("table", package().tables.values(), ids=lambda table: table.name)
def test_conditions_name_columns_and_codes_that_exist(table: Table) -> None:
    for name, other, code in table.whole_when:
        assert table.field(name).type == "number"
        assert code in table.field(other).vocabulary
    for name, code in table.upcoming:
        assert table.field(name).required
        assert code in table.field(name).vocabulary


def test_common_columns_are_declared_alike() -> None:
    for name in ("region", *COMMON):
        first, *others = (table.field(name) for table in package().facts)
        assert all(other == first for other in others)


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_query_says_its_question_and_is_asked(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    assert first.startswith("-- ")
    assert "?" in first
    assert f'"{path.stem}"' in CODE or path.stem == "as_of"


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_query_on_facts_goes_through_as_of(path: Path) -> None:
    sql = path.read_text("utf-8")
    names = "|".join(table.name for table in package().facts)
    direct = re.findall(rf"(?:FROM|JOIN)\s+({names})\b", sql)
    assert direct == []


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_query_orders_its_answer(path: Path) -> None:
    sql = path.read_text("utf-8")
    is_one_row = re.search(r"^SELECT\s+(count|max|min)\(", sql, re.MULTILINE)
    assert "ORDER BY" in sql or is_one_row or path.stem == "as_of"


@pytest.mark.parametrize("key", sorted(set(LITERAL_KEY.findall(CODE))))
def test_text_key_exists(key: str) -> None:
    assert text(key)


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_texts_of_a_part_are_used(path: Path) -> None:
    assert f'"{path.stem}.' in CODE or f'"{path.stem}"' in CODE


def test_dictionary_is_current() -> None:
    assert dictionary.TARGET.read_text("utf-8") == dictionary.dictionary(package())


def test_shipped_sources_without_text_are_not_core() -> None:
    """Only the five core documents were read in full; nothing else may look like them."""
    header, *rows = (DATA / "sources.csv").read_text("utf-8").splitlines()
    position = header.split(",").index("text_sha256")
    assert sum(bool(re.search(r",[0-9a-f]{64},", row)) for row in rows) == 5
    assert position > 0


def test_empty_store_says_so(tmp_path: Path) -> None:
    assert Store(tmp_path).number() == 0


def test_a_part_of_the_texts_stands_in_one_folder() -> None:
    names = [path.stem for path in PARTS]
    assert len(names) == len(set(names))


def test_the_glossary_names_what_there_is() -> None:
    """Classes by their name, folders and files by their path."""
    named = re.findall(r"`([\w./-]+)`", Path(ROOT, "docs", "glossary.md").read_text("utf-8"))
    classes = {each.partition(".")[0] for each in named if each[0].isupper()}
    paths = {each for each in named if each.startswith(("kim/", "etl/", "ui/"))}
    assert classes
    assert [
        each for each in classes if not re.search(rf"^(class )?{each}\b", CODE, re.MULTILINE)
    ] == []
    assert [each for each in paths if not Path(ROOT, each).exists()] == []


def test_files_of_tests_have_names_of_their_own() -> None:
    """Outside a package a module of tests is imported by its bare name: of two, only one would run."""
    names = [
        path.name
        for path in Path(ROOT, "tests").rglob("test_*.py")
        if not path.with_name("__init__.py").exists()
    ]
    assert sorted(names) == sorted(set(names))


def test_modules_and_pages_stay_short() -> None:
    pages = ROOT / "pages"
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    most = {path: MOST_LINES_OF_A_PAGE if path.parent == pages else MOST_LINES for path in lines}

    assert [str(path) for path in lines if lines[path] > most[path]] == []
