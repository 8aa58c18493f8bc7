"""Lists of statements in words: entries with a chip, what is said of them, and their evidence."""

from typing import TypeAlias

from ui.lists.entries import Chip, Entry, EntryList, Group
from ui.lists.matrix import StatementMatrix

Listed: TypeAlias = EntryList | StatementMatrix

__all__ = ["Chip", "Entry", "EntryList", "Group", "Listed", "StatementMatrix"]
