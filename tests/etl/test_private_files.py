"""The files of the store are for the account of the server alone."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kim.store import Store
from kim.tables import ROOT
from tests.conftest import World
from tests.rows import POSITION

pytestmark = pytest.mark.hardship

FILE, FOLDER = 0o600, 0o700
ROW = "region,unit,measure,status,certainty,source,anchor,basis\n05566,posts,total,filled,unknown,vermerk-2023,etwas,stated\n"


def test_what_the_command_line_writes_is_private(world: World, tmp_path: Path) -> None:
    """Built, loaded and withdrawn, whatever the account gives its files otherwise."""
    world.write("positions", POSITION)
    folder = tmp_path / "made" / "store"
    folder.mkdir(parents=True, mode=0o755)
    (tmp_path / "neu.csv").write_text(ROW, "utf-8")
    data = ["--data", str(world.data), "--documents", str(world.documents), "--store", str(folder)]
    for arguments in (
        ["build"],
        ["load", str(tmp_path / "neu.csv"), "--table", "positions", "--confirm"],
        ["withdraw", "2"],
    ):
        command = [sys.executable, "-m", "etl", *arguments, *data]
        told = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, umask=0o022)
        assert told.returncode == 0, told.stdout.decode()
    found = {
        path.relative_to(folder): stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")
    }
    assert {"kim-000003.duckdb", "uploads", "inbox", "loads"} <= {str(path) for path in found}
    assert [str(path) for path, mode in found.items() if mode not in (FILE, FOLDER)] == []
    assert stat.S_IMODE(folder.stat().st_mode) == FOLDER


def test_a_new_folder_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with Store(tmp_path / "store").alone():
            pass
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "store").stat().st_mode) == FOLDER
