"""Every question has its specification: one that is added is asked for by existing."""

import inspect
from pathlib import Path

import pytest

from etl.pipeline import SQL
from kim import queries
from kim.tables import ROOT

SPECS = Path(__file__).parent
ASKED = "\n".join(path.read_text("utf-8") for path in SPECS.glob("test_*.py"))
NO_QUESTIONS = {"answered_by", "remembered"}
QUESTIONS = [
    name
    for name, each in inspect.getmembers(queries, inspect.isfunction)
    if each.__module__.startswith(f"{queries.__name__}.")
    and not name.startswith("_")
    and name not in NO_QUESTIONS
]


@pytest.mark.parametrize(
    "path",
    sorted([*(ROOT / "kim").glob("*.sql"), *queries.FOLDER.glob("*.sql")]),
    ids=lambda path: path.stem,
)
def test_a_query_has_its_specification(path: Path) -> None:
    spec = SPECS / f"test_{path.stem}.py"

    assert spec.read_text("utf-8").startswith(f'"""{path.name}: ')


@pytest.mark.parametrize("path", sorted(SQL.glob("*.sql")), ids=lambda path: path.stem)
def test_what_a_load_asks_has_its_specification(path: Path) -> None:
    spec = SPECS / "write" / f"test_{path.stem}.py"

    assert spec.read_text("utf-8").startswith(f'"""{path.name}: ')


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_asked_in_a_specification(name: str) -> None:
    assert f"queries.{name}" in ASKED
