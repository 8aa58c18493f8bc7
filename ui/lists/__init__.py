"""Lists of statements in words: entries with a chip, what is said of them, and their evidence."""

from ui.lists.entries import Chip, Entry, EntryList, Group

__all__ = ["Chip", "Entry", "EntryList", "Group"]
