"""What a list consists of: groups of entries, each a statement in words with its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from kim.facts import FactKey


@dataclass(frozen=True)
class Chip:
    """A state in words; `form` is its class in chips.css ("filled", "set", "open", "late", ...)."""

    words: str
    form: str = "unsure"


@dataclass(frozen=True)
class Fold:
    """Lines of words that belong to a statement, behind a title until they are opened."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One statement: its words, what else is said of it, where it is proven.

    `place`: the key of the place (AGS) it is about. `details`: the quiet line below the words.
    `aside`: what is known of what became of it. `proof`: words of the link to the evidence.
    `also`: other statements it is tied to, each with the words that lead there.
    `fold`: what it unfolds into.
    """

    words: str
    fact: FactKey
    proof: str
    place: str = ""
    chips: tuple[Chip, ...] = ()
    details: tuple[str, ...] = ()
    aside: str = ""
    also: tuple[tuple[str, FactKey], ...] = ()
    fold: Fold | None = None


@dataclass(frozen=True)
class Group:
    """Entries under a heading; `lead` explains it, `is_folded` shows only the heading at first."""

    title: str
    entries: tuple[Entry, ...]
    lead: str = ""
    is_folded: bool = False


@dataclass(frozen=True)
class EntryList:
    """Groups in the order in which they are read, their titles headings below that of the page or a part."""

    template: ClassVar = "list.html"
    groups: tuple[Group, ...]
    heading: Literal["h2", "h3"] = "h3"

    @property
    def entries(self) -> Iterator[Entry]:
        """All that is stated."""
        return (entry for group in self.groups for entry in group.entries)
