"""How a fact or an exhibit is cited: a line in German, BibTeX and CSL-JSON, with the version it was read in."""

import json
from dataclasses import dataclass
from datetime import date

from kim import german
from kim.texts import text

SPECIAL = {each: f"\\{each}" for each in "&%$#_{}"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}


@dataclass(frozen=True)
class Citation:
    """What is cited: its key ("positions:00…"), its title in words, where it stands, when it was read.

    `address` names the day of knowledge, so that it shows what was known then. `publisher`: who
    runs the installation, empty where it is not said. `version`: the number of the one read.
    """

    key: str
    title: str
    address: str
    version: int
    read_on: date
    publisher: str = ""

    @property
    def line(self) -> str:
        """One line of German."""
        return text(
            "citing.line",
            title=self.title,
            publisher=f" {self.publisher}." if self.publisher else "",
            version=self.version,
            day=german.day(self.read_on),
            address=self.address,
        )

    @property
    def bibtex(self) -> str:
        """An entry of BibTeX, for an `@online` as biblatex has it."""
        fields = {
            "title": _tex(self.title),
            "organization": _tex(self.publisher or text("citing.collection")),
            "version": str(self.version),
            "date": self.read_on.isoformat(),
            "urldate": self.read_on.isoformat(),
            "url": self.address,
            "langid": "ngerman",
        }
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        return f"@online{{kim-{self.key.replace(':', '-')},\n{lines}}}\n"

    @property
    def csl_json(self) -> str:
        """A list with one item, as programs for literature read it (CSL-JSON)."""
        day = {"date-parts": [[self.read_on.year, self.read_on.month, self.read_on.day]]}
        item = {
            "id": f"kim-{self.key.replace(':', '-')}",
            "type": "dataset",
            "title": self.title,
            "container-title": text("citing.collection"),
            "publisher": self.publisher,
            "version": str(self.version),
            "issued": day,
            "accessed": day,
            "URL": self.address,
            "language": "de-DE",
        }
        return json.dumps([{name: each for name, each in item.items() if each}], ensure_ascii=False)


def _tex(words: str) -> str:
    return "".join(SPECIAL.get(each, each) for each in words)
