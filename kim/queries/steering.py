"""Who carries KIM, and which bodies steer it."""

import pandas as pd

from kim.queries.asking import View, ask


def carriers(view: View) -> pd.DataFrame:
    """Who has which role towards whom: facts with the names and kinds of the organisations."""
    return ask("carriers", **vars(view))


def bodies(view: View) -> pd.DataFrame:
    """The bodies that steer, with the name of the organisation that hosts each."""
    return ask("bodies", **vars(view))
