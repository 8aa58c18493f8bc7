"""What loads do: a store made load by load, and its statements as a text table."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from etl.pipeline.build import Report, TableFile, advance, complete
from etl.pipeline.compare import Comparison, compare
from kim.loads import Kind, Load
from kim.store import Draft
from tests.conftest import FIRST_LOAD, World, empty_world
from tests.etl.submitting import machine_csv
from tests.spec.told import REFERENCES, cells, filled, table, with_known

STATEMENTS = """
SELECT body, task, load, retracted, date_diff('day', $first, known_from) AS since,
    CASE WHEN isfinite(known_to) THEN date_diff('day', $first, known_to) END AS until
FROM bodies ORDER BY body, since, until, load, task
"""

EMPTY: dict[tuple[str, ...], World] = {}


class Loaded:
    """A store whose loads come a day apart: load n on day n. The first one brings no fact."""

    def __init__(self, folder: Path, *names: str) -> None:
        self.world: World = empty_world(folder)
        self.world.keep(*REFERENCES, *names)
        if names not in EMPTY:
            EMPTY[names] = empty_world(folder / "first")
            EMPTY[names].keep(*REFERENCES, *names)
            self._write(EMPTY[names], {})
            EMPTY[names].build(day(1))
        shutil.copytree(EMPTY[names].store.folder, self.world.store.folder)

    def load(self, kind: Kind, about: int | None = None, **tables: str) -> Report:
        """Make the next version; `tables` are the rows that data/ or an upload says."""
        if kind is Kind.DATA:
            self._write(self.world, tables)
            return self.world.build(day(self.world.store.number() + 1))
        with self.drafted(kind, about, **tables) as (draft, load, report):
            assert report.findings == []
            complete(self.world.package, self.world.store, draft, load, report)
        return report

    @contextmanager
    def drafted(
        self, kind: Kind, about: int | None = None, **tables: str
    ) -> Iterator[tuple[Draft, Load, Report]]:
        """A draft with the next load, not published."""
        with self.world.store.draft() as draft:
            rows = {name: TableFile(self._file(draft, name, text)) for name, text in tables.items()}
            load = Load(draft.number, kind, day(draft.number), "somebody", about=about)
            package = self.world.package
            yield draft, load, advance(package, load, rows, (), draft, lambda _: None)

    def compared(self, **tables: str) -> Comparison:
        """An upload of one table beside what the store holds."""
        [name] = tables
        with self.drafted(Kind.UPLOAD, **tables) as (draft, _, report):
            assert report.findings == []
            return compare(self.world.table(name), draft, report.lacking[name])

    def told(self, *steps: str) -> None:
        """Loads in words: "data board old, group x", "upload board new", "withdraw 2"."""
        for step in steps:
            word, _, said = step.partition(" ")
            if word in {"withdraw", "restore"}:
                kind = Kind.WITHDRAWAL if word == "withdraw" else Kind.RESTORATION
                self.load(kind, int(said))
            else:
                rows = "\n".join(each.replace(" ", "|") for each in said.split(", ") if each)
                self.load(Kind(word), bodies=f"body|task\n{rows}")

    def gives(self, rows: str) -> None:
        """The statements of all bodies: `since` and `until` are days, that is loads."""
        cursor = self.world.store.current().cursor()
        statements = cells(cursor.execute(STATEMENTS, {"first": day(0)}).df())
        assert statements == [tuple(row.values()) for row in table(rows)]

    def _write(self, world: World, tables: Mapping[str, str]) -> None:
        for name, declared in world.package.tables.items():
            rows = table(tables[name]) if name in tables else []
            world.write(name, *with_known(declared, rows))

    def _file(self, draft: Draft, name: str, text: str) -> Path:
        path = draft.workspace / f"{name}-handed-in.csv"
        declared = self.world.table(name)
        path.write_bytes(machine_csv(declared, filled(declared, table(text))))
        return path


def day(number: int) -> datetime:
    """The time of a load."""
    return FIRST_LOAD + timedelta(days=number)
