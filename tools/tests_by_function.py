"""Which test runs which function: noted while all tests run once."""

import json
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType, FrameType

import grimp
import pytest

from tools.mutations import Change


@dataclass
class Mapped:
    """Which functions (file, first line) each test ran, and how long it took."""

    ran: dict[str, set[tuple[str, int]]]
    seconds: dict[str, float]

    def tests_of(self, change: Change) -> list[str]:
        """The tests that ran the changed function, or anything of its module; the quick ones first.

        What runs at import alone (declarations, what is made of them once) is seen by those who import it.
        """
        place = (change.file, change.function)
        found = [test for test, ran in self.ran.items() if place in ran] if change.function else []
        files = {change.file}
        while not found and files:
            found = [
                test for test, ran in self.ran.items() if any(file in files for file, _ in ran)
            ]
            files = {each for file in files for each in importers(file)} - files
        return sorted(found, key=self.seconds.__getitem__)


@cache
def _imports() -> grimp.ImportGraph:
    return grimp.build_graph("kim", "etl", "ui", "pages")


def importers(file: str) -> set[str]:
    """The files of the modules that import this one."""
    graph = _imports()
    name = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    found = graph.find_modules_that_directly_import(name) if name in graph.modules else set()
    paths = (each.replace(".", "/") for each in found)
    return {f"{each}/__init__.py" if Path(each).is_dir() else f"{each}.py" for each in paths}


class Recorder:
    """A plugin of pytest that writes down what every test runs."""

    def __init__(self, root: Path, target: Path) -> None:
        self.root, self.target = f"{root}/", target
        self.ran: dict[str, list[tuple[str, int]]] = {}
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []
        self._now: dict[int, CodeType] = {}

    def _called(self, frame: FrameType, _event: str, _argument: object) -> None:
        self._now[id(frame.f_code)] = frame.f_code

    def _places(self) -> list[tuple[str, int]]:
        ours = [code for code in self._now.values() if code.co_filename.startswith(self.root)]
        return sorted(
            {(code.co_filename.removeprefix(self.root), code.co_firstlineno) for code in ours}
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._now, begun = {}, time.monotonic()
        sys.settrace(self._called)
        threading.settrace(self._called)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)
            self.ran[item.nodeid] = self._places()
            self.seconds[item.nodeid] = time.monotonic() - begun

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        told = {"ran": self.ran, "seconds": self.seconds, "failed": self.failed}
        self.target.write_text(json.dumps(told), "utf-8")
