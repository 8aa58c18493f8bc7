"""The list of changes of SQL that make no difference names only changes that can be made."""

from pathlib import Path

import pytest

from kim.tables import ROOT
from tools.mutate_sql import EQUIVALENT, FOLDERS
from tools.sql_mutants import mutants

LISTED = [line for line in EQUIVALENT if "  ->  " in line]
FILES = sorted({line.partition(": ")[0] for line in LISTED})


@pytest.mark.parametrize("name", FILES)
def test_what_is_listed_can_be_changed(name: str) -> None:
    path = Path(ROOT, name)
    assert path.parent in FOLDERS
    made = {f"{name}: {mutant.change}" for mutant in mutants(path.read_text("utf-8"))}
    assert {line for line in LISTED if line.startswith(f"{name}: ")} <= made
