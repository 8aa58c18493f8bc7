"""What was loaded, and when."""

from datetime import date, datetime

import pandas as pd

from kim import german
from kim.queries.asking import ask


def loaded() -> tuple[int, datetime]:
    """The number of the newest load and when it came (UTC)."""
    answer = ask("loads")
    return int(answer["version"].iloc[0]), answer["loaded_at"].iloc[0].to_pydatetime()


def history() -> pd.DataFrame:
    """Every load with the tables and files it brought and what it did to them, the newest first."""
    return ask("history")


def first_day() -> date:
    """The day in Germany on which something was first loaded."""
    return german.calendar_day(ask("loads")["first_loaded_at"].iloc[0].to_pydatetime())
