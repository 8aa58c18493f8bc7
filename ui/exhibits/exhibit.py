"""What is declared of an exhibit: its facts, how they are asked and drawn, the page it stands on."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd
import plotly.graph_objects as go

from kim import queries
from kim.queries import View
from kim.tables import Table, package
from kim.view import own_first
from ui.figures.matrix import Matrix
from ui.figures.own import own_rows_first
from ui.lists import Listed

Ask = Callable[..., pd.DataFrame]
Drawn: TypeAlias = go.Figure | Matrix | Listed
Draw = Callable[..., Drawn]
Needs = Callable[[View], tuple[Hashable, ...]]


def nothing(_: View) -> tuple[Hashable, ...]:
    """What a chart needs that is drawn from its rows alone."""
    return ()


def as_chosen(view: View) -> View:
    """The places of which an exhibit tells that tells of the chosen ones alone."""
    return view


@dataclass(frozen=True)
class Exhibit:
    """The answer to one question, with rows of one fact table.

    `key`: its name in addresses and files. `part`: where it stands, the page and the text of its
    heading ("governance.bodies"); beside that text, where they are wanted, one for its lead
    ("..._lead") and one that stands for the sentence without rows ("..._none").
    `draw(rows, *needs(view))`: its chart. `ask(view, *chosen)`: its rows, all of the table if None.
    `is_main`: it stands for its table: drawn before publication, led to by links on the table.
    `reach(view)`: with the places that it tells of beside the chosen ones.
    `is_list`: it is read as a list of words, not seen as a chart.
    """

    key: str
    part: str
    table: str
    draw: Draw
    needs: Needs = nothing
    ask: Ask | None = None
    is_main: bool = False
    is_list: bool = False
    reach: Callable[[View], View] = as_chosen

    @property
    def page(self) -> str:
        return self.part.partition(".")[0]

    @property
    def declared(self) -> Table:
        return package().tables[self.table]

    def rows(self, view: View, *chosen: Hashable) -> pd.DataFrame:
        """Its facts for a view; `chosen`: what else is chosen on its page, such as modules."""
        reached = self.reach(view)
        return self.ask(reached, *chosen) if self.ask else queries.facts(self.table, reached)

    def drawn(self, rows: pd.DataFrame, view: View, own: str | None = None) -> Drawn:
        """Its chart, matrix or list of these rows, the own place (AGS) first."""
        return self.draw(own_rows_first(rows, own), *self.needs(own_first(view, own)))


@dataclass(frozen=True)
class CoverageExhibit:
    """The counts of statements by district (`columns`), drawn with `draw(counts, *needs(view))`."""

    key: str
    part: str
    columns: tuple[str, ...]
    draw: Draw
    needs: Needs = nothing
