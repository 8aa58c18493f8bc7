"""The journal beside the store: one file per load, enough to make every version again."""

from collections.abc import Iterator
from pathlib import Path

from etl.archive import records
from etl.archive.files import put_text
from kim.loads import Load
from kim.pointer import StoreDamagedError

records.with_keys(submission="receipt")(Load)


class Journal:
    """A folder with the record of each load, named by its number."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, load: Load) -> None:
        """Record a load durably; a record of that number which was never published gives way."""
        self.folder.mkdir(parents=True, exist_ok=True)
        put_text(records.written(load), self.path(load.number))

    def name(self, number: int) -> str:
        """The file of a record as it is named to people."""
        return f"{self.folder.name}/{number:06}.json"

    def path(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"

    def forget(self, after: int) -> None:
        """Delete the records beyond this number, which no version holds."""
        for path in self.folder.glob("*.json"):
            if int(path.stem) > after:
                path.unlink()

    def loads(self, until: int) -> Iterator[Load]:
        """The loads up to this number, in order.

        Raises StoreDamagedError when a record cannot be read, or the one before it is missing.
        """
        last = 0
        for path in sorted(self.folder.glob("*.json")):
            if int(path.stem) <= until:
                load = records.read_file(path, Load)
                if load.previous not in (None, last):
                    raise StoreDamagedError("record_missing", self.name(load.previous))
                last = load.number
                yield load
