"""What is declared of an exhibit: its facts, how they are asked and drawn, the page it stands on."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias, get_type_hints

import pandas as pd
import plotly.graph_objects as go

from kim import queries
from kim.beside import marked_rows
from kim.queries import View
from kim.regions import LAND
from kim.tables import Table, package
from kim.view import own_first, with_districts
from ui.figures.matrix import Matrix
from ui.figures.own import own_rows_first
from ui.lists import Listed

Ask = Callable[..., pd.DataFrame]
Drawn: TypeAlias = go.Figure | Matrix | Listed
Draw = Callable[..., Drawn]
Needed: TypeAlias = tuple[Hashable, ...]
Needs = Callable[[View, View], Needed]


def nothing(*_: View) -> Needed:
    """What a chart needs that is drawn from its rows alone."""
    return ()


@dataclass(frozen=True)
class Exhibit:
    """The answer to one question, with rows of one fact table.

    `key`: its name in addresses and files. `part`: where it stands, the page and the text of its
    heading ("governance.bodies"); beside that text, where they are wanted, one for its lead
    ("..._lead") and one that stands for the sentence without rows ("..._none").
    `draw(rows, *needs(chosen, told))`: its chart of the places that were chosen and those that it tells of. `ask(view, *chosen)`: its rows, all of the table if None.
    `is_main`: it stands for its table: drawn before publication, led to by links on the table.
    `reach(view)`: with the places that it tells of beside the chosen ones, where they are spoken of.
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
    reach: Callable[[View], View] = with_districts

    @property
    def page(self) -> str:
        return self.part.partition(".")[0]

    @property
    def is_chart(self) -> bool:
        """Whether it is seen as a chart and so has a picture, by what its drawing says that it gives."""
        drawing = self.draw
        while isinstance(drawing, partial):
            drawing = drawing.func
        return get_type_hints(drawing)["return"] is go.Figure

    @property
    def declared(self) -> Table:
        return package().tables[self.table]

    def rows(self, view: View, *chosen: Hashable) -> pd.DataFrame:
        """Its facts for a view; `chosen`: what else is chosen on its page, such as modules."""
        reached = self.reach(view)
        return self.ask(reached, *chosen) if self.ask else queries.facts(self.table, reached)

    def drawn(self, rows: pd.DataFrame, view: View, own: str | None = None) -> Drawn:
        """Its chart, matrix or list of these rows, the own place (AGS) first."""
        shown, needed = self.drawing(rows, view, own)
        return self.draw(shown, *needed)

    def drawing(
        self, rows: pd.DataFrame, view: View, own: str | None
    ) -> tuple[pd.DataFrame, Needed]:
        """The rows as they are drawn, the own place first and districts beside marked; what is needed besides."""
        needed = self.needs(own_first(view, own), own_first(self.told(rows, view), own))
        return own_rows_first(marked_rows(rows, view), own), needed

    def told(self, rows: pd.DataFrame, view: View) -> View:
        """The chosen places, and those beside them that the rows speak of; the Land last."""
        spoken = {*view.regions, *rows["region"]}
        reached = (each for each in self.reach(view).regions if each in spoken)
        return replace(view, regions=tuple(sorted(reached, key=lambda ags: (ags == LAND, ags))))


@dataclass(frozen=True)
class CoverageExhibit:
    """The counts of statements by district (`columns`), drawn with `draw(counts, *needs(view))`."""

    key: str
    part: str
    columns: tuple[str, ...]
    draw: Draw
    needs: Callable[[View], Needed] = nothing
