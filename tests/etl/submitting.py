"""Submissions to the tiny world: received, checked, published."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from etl.reading import Decisions
from etl.uploads.stages import Check, Publication, Ready
from etl.uploads.submission import Submission
from etl.uploads.uploads import Uploads
from kim.access import Actor, Role
from kim.findings import Finding
from kim.tables import Table
from tests.conftest import FIRST_LOAD, World

EDITOR = Actor("editor-1", frozenset({Role.READER, Role.EDITOR}))
REVIEWER = Actor("reviewer-1", frozenset({Role.READER, Role.REVIEWER}))
READER = Actor("reader-1", frozenset({Role.READER}))
AT_STEINFURT = replace(EDITOR, subject="editor-2", regions=frozenset({"05566"}))
NOWHERE = replace(EDITOR, subject="editor-3", regions=frozenset())


class Clock:
    """A day later at every look."""

    def __init__(self) -> None:
        self.day = FIRST_LOAD

    def __call__(self) -> datetime:
        self.day += timedelta(days=1)
        return self.day


CLOCK = Clock()


def uploads(world: World, actor: Actor = EDITOR) -> Uploads:
    return Uploads(world.package, world.store, actor, CLOCK)


def machine_csv(table: Table, rows: Sequence[Mapping[str, object]]) -> bytes:
    """The rows as a CSV for machines."""
    names = [field.name for field in table.fields]
    lines = [",".join(names)]
    for row in rows:
        cells = ("" if row.get(name) is None else str(row[name]) for name in names)
        lines.append(",".join(f'"{cell}"' if cell else "" for cell in cells))
    return "\n".join(lines).encode() + b"\n"


def receive(
    world: World, content: bytes, actor: Actor = EDITOR, name: str = "neu.csv"
) -> Submission:
    return uploads(world, actor).receive(name, io.BytesIO(content))


def check(
    world: World,
    table: str,
    *rows: Mapping[str, object],
    actor: Actor = EDITOR,
    decisions: Decisions | None = None,
    name: str = "neu.csv",
) -> Check:
    content = machine_csv(world.table(table), rows)
    submission = receive(world, content, actor, name)
    return uploads(world, actor).check(submission, decisions or Decisions(table), lambda _: None)


def findings_of(check: Check) -> tuple[Finding, ...]:
    """What was found; nothing in a file that is ready."""
    return () if isinstance(check, Ready) else check.findings


def load(
    world: World,
    table: str,
    *rows: Mapping[str, object],
    actor: Actor = EDITOR,
    name: str = "neu.csv",
) -> Publication:
    """Receive, check and publish rows; they must be sound."""
    decisions = Decisions(table, is_confirmed=True)
    checked = check(world, table, *rows, actor=actor, decisions=decisions, name=name)
    assert isinstance(checked, Ready)
    return uploads(world, actor).publish(checked, lambda _: None)
