"""From rows to the next version of the store: stage, check, verify, merge, publish."""

from pathlib import Path

SQL = Path(__file__).parent / "sql"
