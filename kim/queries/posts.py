"""Posts and persons: what held last and how it developed."""

import pandas as pd

from kim.queries.asking import View, ask, remembered

PLAN_OF = ["region", "module", "unit"]


@remembered
def positions(view: View, modules: tuple[str, ...], unit: str | None = None) -> pd.DataFrame:
    """The newest figure of every series of "posts", of "persons" or of both (None).

    Module "" stands for none named. All modules are asked for at once: a choice of them is made
    often and costs nothing then.
    """
    return _of_modules(ask("positions", unit=unit, **vars(view)), modules)


@remembered
def positions_over_time(view: View, modules: tuple[str, ...]) -> pd.DataFrame:
    """Totals of posts in every series of which several dates are known, by series and date."""
    return _of_modules(ask("positions_over_time", **vars(view)), modules)


def current_posts(view: View) -> tuple[int, ...]:
    """The facts of the newest figures, without plans after which a total began in the same module."""
    rows = ask("positions", unit=None, **vars(view))
    is_plan = rows["status"] == "planned"
    begun = rows["held_from_earliest"]
    totals = begun.where((rows["measure"] == "total") & ~is_plan)
    latest = totals.groupby([rows[each] for each in PLAN_OF], dropna=False).transform("max")
    is_over = is_plan & latest.notna() & ~(begun >= latest)
    return tuple(map(int, rows["fact"][~is_over]))


def _of_modules(rows: pd.DataFrame, modules: tuple[str, ...]) -> pd.DataFrame:
    chosen = rows["module"].fillna("").isin(modules)
    return rows if chosen.all() else rows[chosen]
