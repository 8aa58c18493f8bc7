"""Does a specification notice when one thing in a query is changed? Prints the changes none notices.

python -m tools.mutate_sql [kim/queries/facts.sql ...]
"""

import contextlib
import gc
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pytest

from kim.queries import asking
from kim.tables import ROOT
from tests.spec import told
from tools.sql_mutants import Mutant, mutants, round_trip

QUERIES, WAY_IN = ROOT / "kim" / "queries", ROOT / "etl" / "pipeline" / "sql"
FOLDERS = (ROOT / "kim", QUERIES, WAY_IN)
SPECS = ROOT / "tests" / "spec"
EQUIVALENT = set(Path(__file__).with_name("sql_equivalents.txt").read_text("utf-8").splitlines())
NOT_VALID = (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException)
NO_SQL, SURVIVED = 99, 0
PROCESSES, SECONDS = 2, 120
QUIET = ("-x", "-q", "--no-header", "--no-summary")
LEFT_OUT = [f"-pno:{name}" for name in ("cacheprovider", "unraisableexception", "threadexception")]
WORDS = {SURVIVED: "survived", NO_SQL: "not valid"}


class Watch:
    """Remembers whether DuckDB refused a text altogether."""

    is_valid = True

    def pytest_exception_interact(self, call: pytest.CallInfo[None]) -> None:
        if call.excinfo and isinstance(call.excinfo.value, NOT_VALID):
            self.is_valid = False


def main(names: Sequence[str]) -> int:
    """Try all changes of these files, or of every file; 1 when one goes unnoticed."""
    paths = [Path(name).resolve() for name in names] or [
        path for folder in FOLDERS for path in sorted(folder.glob("*.sql"))
    ]
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for path in paths:
            total += _try_file(path, Path(folder))
    print("total", _told(total))
    return 1 if total["survived"] else 0


def _try_file(path: Path, folder: Path) -> Counter[str]:
    start, name, text = time.monotonic(), path.relative_to(ROOT), path.read_text("utf-8")
    spec = _specification(path)
    if not spec.exists():
        print(f"{name}: no specification {spec.relative_to(ROOT)}")
        return Counter()
    if _in_silence(spec, folder / spec.stem) or _wait(_fork(path, round_trip(text), folder)):
        print(f"{name}: its specification fails, or does on the text as sqlglot writes it")
        return Counter()
    gc.freeze()
    counted: Counter[str] = Counter()
    for mutant, code in _tried(path, mutants(text), folder):
        outcome = WORDS.get(code, "killed")
        if outcome == "survived" and f"{name}: {mutant.change}" in EQUIVALENT:
            outcome = "equivalent"
        counted[outcome] += 1
        if outcome == "survived":
            print(f"  {name}:{mutant.line}: {mutant.change}")
    print(f"{name}: {_told(counted)}, {time.monotonic() - start:.0f} s", flush=True)
    return counted


def _specification(path: Path) -> Path:
    folder = SPECS / "write" if path.parent == WAY_IN else SPECS
    return folder / f"test_{path.stem}.py"


def _told(counted: Counter[str]) -> str:
    return f"{counted.total()} tried, " + ", ".join(
        f"{counted[each]} {each}" for each in ("not valid", "killed", "equivalent", "survived")
    )


def _tried(path: Path, found: Iterator[Mutant], folder: Path) -> Iterator[tuple[Mutant, int]]:
    """Each mutant with the exit code of its process; two of them run at a time."""
    running: list[tuple[Mutant, int]] = []
    for mutant in found:
        if len(running) == PROCESSES:
            first, process = running.pop(0)
            yield first, _wait(process)
        running.append((mutant, _fork(path, mutant.text, folder)))
    for mutant, process in running:
        yield mutant, _wait(process)


def _fork(path: Path, text: str, folder: Path) -> int:
    """A process of its own in which this text stands for the file: imports and stores are shared."""
    process = os.fork()
    if not process:
        _stand_for(path, text, folder / f"queries-{os.getpid()}")
        os._exit(_in_silence(_specification(path), folder / f"tests-{os.getpid()}"))
    return process


def _wait(process: int) -> int:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        found, status = os.waitpid(process, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(process, 9)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _stand_for(path: Path, text: str, folder: Path) -> None:
    """Let a text stand for a file, both where it is read later and where it was read on import."""
    old = path.read_text("utf-8")
    if path.parent == QUERIES:
        shutil.copytree(QUERIES, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        (folder / path.name).write_text(text, "utf-8")
        asking.FOLDER = folder
        asking._sql.cache_clear()
        for world in told.BUILT.values():
            world.store._open = None  # and with it what its version kept of earlier answers
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"kim", "etl", "ui", "tests"}:
            for each, value in list(vars(module).items()):
                if value == old:
                    setattr(module, each, text)
                elif isinstance(value, list) and old in value:
                    value[value.index(old)] = text
                else:
                    continue
                told.BUILT.clear()


def _in_silence(spec: Path, folder: Path) -> int:
    watch = Watch()
    with (
        Path(os.devnull).open("w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        code = pytest.main([str(spec), f"--basetemp={folder}", *QUIET, *LEFT_OUT], plugins=[watch])
    return int(code) if watch.is_valid else NO_SQL


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
