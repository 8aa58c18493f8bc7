"""The journal beside the store: one file per load, enough to make every version again."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from etl.archive import put_text
from kim.loads import Kind, Load, Part


class Journal:
    """A folder with the record of each load, named by its number."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, load: Load) -> None:
        """Record a load durably; a record of that number which was never published gives way."""
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"{load.number:06}.json"
        put_text(json.dumps(asdict(load), default=datetime.isoformat), target)

    def forget(self, after: int) -> None:
        """Delete the records beyond this number, which no version holds."""
        for path in self.folder.glob("*.json"):
            if int(path.stem) > after:
                path.unlink()

    def loads(self, until: int) -> Iterator[Load]:
        """The loads up to this number, in order."""
        for path in sorted(self.folder.glob("*.json")):
            if int(path.stem) <= until:
                yield _load(json.loads(path.read_text("utf-8")))


def _load(record: dict[str, Any]) -> Load:
    parts = tuple(Part(**part) for part in record.pop("parts"))
    kind, at = Kind(record.pop("kind")), datetime.fromisoformat(record.pop("at"))
    return Load(**record, kind=kind, at=at, parts=parts)
