"""Lists of statements in words: entries with a chip, what is said of them, and their evidence."""

from typing import TypeAlias

from ui.lists.entries import Chip, Entry, EntryList, Group
from ui.lists.flow import Flows
from ui.lists.matrix import StatementMatrix
from ui.lists.organigram import Organigrams

Listed: TypeAlias = EntryList | StatementMatrix | Organigrams | Flows

__all__ = [
    "Chip",
    "Entry",
    "EntryList",
    "Flows",
    "Group",
    "Listed",
    "Organigrams",
    "StatementMatrix",
]
