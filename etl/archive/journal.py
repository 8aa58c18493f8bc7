"""The journal beside the store: one file per load, enough to make every version again."""

from collections.abc import Iterator
from pathlib import Path

from etl.archive import records
from etl.archive.files import put_text
from kim.loads import Load

records.with_keys(submission="receipt")(Load)


class Journal:
    """A folder with the record of each load, named by its number."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, load: Load) -> None:
        """Record a load durably; a record of that number which was never published gives way."""
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"{load.number:06}.json"
        put_text(records.written(load), target)

    def forget(self, after: int) -> None:
        """Delete the records beyond this number, which no version holds."""
        for path in self.folder.glob("*.json"):
            if int(path.stem) > after:
                path.unlink()

    def loads(self, until: int) -> Iterator[Load]:
        """The loads up to this number, in order."""
        for path in sorted(self.folder.glob("*.json")):
            if int(path.stem) <= until:
                yield records.read(path.read_text("utf-8"), Load)
