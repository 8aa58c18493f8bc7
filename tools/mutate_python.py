"""How tight the net of tests is: makes small wrong changes, one at a time, and names those that no test sees.

`python -m tools.mutate_python [--number 300] [--skip 0] [--seed 1] [FILE_OR_FOLDER ...]
[--tests FILE_OR_FOLDER ...]`; see docs/decisions/0014.
"""

import argparse
import ast
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from tools.mutations import Change, changes
from tools.tests_by_function import Mapped, Recorder

ROOT = Path(__file__).parent.parent
TARGETS = (
    "ui",
    "kim",
    "etl/pipeline/rules.py",
    "etl/pipeline/compare.py",
    "etl/uploads/plausibility.py",
)
TESTS = ("tests/spec", "tests/kim", "tests/ui", "tests/etl", "tests/pages")
# How files and papers are read proves other things than what is told.
OF_OTHER_THINGS = {"extraction", "fetching", "reading"}
PRELOADED = (
    *("pandas", "plotly.graph_objects", "plotly.subplots", "streamlit.testing.v1", "duckdb"),
    *("babel.dates", "xlsxwriter", "openpyxl", "hypothesis", "jinja2"),
)
SECONDS_TO_WAIT, AT_ONCE = 600, 2
NOT_RUN = "not minutes and not hardship"
LEAST_KILLED = 0.95


class Chosen:
    """A plugin of pytest that runs these tests only, in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.place = {test: at for at, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self.place]
        items.sort(key=lambda item: self.place[item.nodeid])


class Changed(importlib.abc.MetaPathFinder):
    """Imports one module from a changed tree."""

    def __init__(self, file: str, tree: ast.Module) -> None:
        self.name = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self.path, self.tree = ROOT / file, tree

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        loader = _Loader(name, str(self.path), self.tree)
        places = [str(self.path.parent)] if self.path.stem == "__init__" else None
        return importlib.util.spec_from_file_location(
            name, self.path, loader=loader, submodule_search_locations=places
        )


class _Loader(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, tree: ast.Module) -> None:
        super().__init__(name, path)
        self.tree = tree

    def get_code(self, fullname: str) -> CodeType:
        return compile(ast.fix_missing_locations(self.tree), self.path, "exec")


def sites(targets: Sequence[str]) -> list[tuple[str, int, Change]]:
    """Every change in these files and folders: file, number among its changes, the change."""
    found = []
    for target in targets:
        path = ROOT / target
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            name = str(file.relative_to(ROOT))
            tree = ast.parse(file.read_text("utf-8"))
            found += [(name, at, change) for at, change in enumerate(changes(name, tree))]
    return found


def mapped(tests: Sequence[str]) -> Mapped:
    """Run all tests once, unchanged, each share of their files in a process of its own."""
    files = _test_files(tests)
    with tempfile.TemporaryDirectory() as folder:
        targets = [Path(folder, f"ran-{share}.json") for share in range(AT_ONCE)]
        children = [
            _recorded(files[share::AT_ONCE], target) for share, target in enumerate(targets)
        ]
        for child in children:
            os.waitpid(child, 0)
        told = [json.loads(target.read_text("utf-8")) for target in targets]
    if failed := [test for each in told for test in each["failed"]]:
        sys.exit(f"These tests fail without any change: {', '.join(failed)}")
    known = Mapped({}, {})
    for each in told:
        known.seconds |= each["seconds"]
        known.ran |= {
            test: {(file, line) for file, line in places} for test, places in each["ran"].items()
        }
    return known


def _recorded(files: Sequence[str], target: Path) -> int:
    """Start these tests in a child that writes down what each of them runs; its process id."""
    child = os.fork()
    if not child:
        _quietly(lambda: _pytest(files, Recorder(ROOT, target)))
    return child


def _test_files(tests: Sequence[str]) -> list[str]:
    named = [ROOT / each for each in tests]
    found = [[path] if path.is_file() else sorted(path.rglob("test_*.py")) for path in named]
    files = [path.relative_to(ROOT) for paths in found for path in paths]
    return [str(file) for file in files if not {file.stem, *file.parts} & OF_OTHER_THINGS]


def _pytest(files: Sequence[str], plugin: object) -> int:
    options = ["-x"] if isinstance(plugin, Chosen) else []
    fixed = ["-q", "-p", "no:cacheprovider", "-m", NOT_RUN, "--no-header"]
    return int(pytest.main([*fixed, *options, *files], plugins=[plugin]))


def _quietly(run: object) -> None:
    """In a forked child: run without a word and end with what it returned."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    code = 1
    try:
        code = run()  # type: ignore[operator]
    finally:
        os._exit(code)


def tried(file: str, at: int, tests: Sequence[str]) -> int:
    """Start the tests on one change in a child; its process id."""
    child = os.fork()
    if child:
        return child

    def run() -> int:
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        changes(file, tree)[at].make()
        sys.meta_path.insert(0, Changed(file, tree))
        files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
        return _pytest(files, Chosen(tests))

    _quietly(run)
    return 0


def outcomes(
    chosen: Sequence[tuple[str, int, Change]], known: Mapped
) -> Iterator[tuple[Change, bool]]:
    """Each change, and whether it survived all its tests, as that becomes known.

    One whose tests did not end in time has survived: nothing was seen to fail.
    """
    waiting, running = list(reversed(chosen)), dict[int, tuple[Change, float]]()
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            file, at, change = waiting.pop()
            if tests := known.tests_of(change):
                running[tried(file, at, tests)] = (change, time.monotonic())
            else:
                yield change, True
        for child, (change, begun) in list(running.items()):
            if time.monotonic() - begun > SECONDS_TO_WAIT:
                os.killpg(child, signal.SIGKILL)
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                del running[child]
                is_out_of_time = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
                yield change, is_out_of_time or os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)


def main(arguments: Sequence[str]) -> int:
    """Print the survivors; 1 when too many are left."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("targets", nargs="*", default=TARGETS)
    asked.add_argument("--number", type=int, default=300)
    asked.add_argument("--skip", type=int, default=0, help="go on after so many of the sample")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--tests", nargs="*", default=TESTS)
    options = asked.parse_args(arguments)
    os.chdir(ROOT)
    for name in PRELOADED:
        importlib.import_module(name)
    found = sites(options.targets)
    number = min(options.number, len(found))
    chosen = random.Random(options.seed).sample(found, number)[options.skip :]  # noqa: S311
    number = len(chosen)
    print(f"{len(found)} changes can be made; {number} are tried.", flush=True)
    begun, known = time.monotonic(), mapped(options.tests)
    print(f"{len(known.ran)} tests mapped in {time.monotonic() - begun:.0f} s.", flush=True)
    left = 0
    for tried_so_far, (change, has_survived) in enumerate(outcomes(chosen, known), 1):
        if has_survived:
            left += 1
            tests = len(known.tests_of(change))
            print(f"{change.file}:{change.line}: {change.words} ({tests} tests)", flush=True)
        if tried_so_far % 25 == 0:
            print(f"... {tried_so_far} tried", flush=True)
    killed = number - left
    print(f"{number} tried, {killed} killed, {left} survived; {time.monotonic() - begun:.0f} s.")
    return 0 if killed >= LEAST_KILLED * number else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
