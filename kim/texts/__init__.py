"""German words, once, by key: one file per part. Here those of the facts, in ui/texts those of the interface."""

import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from kim.german_numbers import Counting

COUNTING = Counting()


class Texts:
    """The words in these folders; a part (a file) stands in one of them."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key such as "positions.title", braces filled in (`Counting`).

        Raises KeyError for an unknown key.
        """
        part, _, name = key.partition(".")
        words = self.parts[part][name]
        return COUNTING.vformat(words, (), values) if values else words

    def has(self, key: str) -> bool:
        """Whether there are words for this key."""
        part, _, name = key.partition(".")
        return name in self.parts.get(part, {})

    @cached_property
    def parts(self) -> Mapping[str, Mapping[str, str]]:
        """All words by part and name."""
        files = [path for folder in self._folders for path in sorted(folder.glob("*.toml"))]
        return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in files}


FOLDER = Path(__file__).parent
text = Texts(FOLDER)
