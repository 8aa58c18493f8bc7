"""A plain table of words, as HTML that is read aloud, printed and narrow enough for a phone."""

from collections.abc import Iterable, Sequence

from ui.widgets.html import html

Cell = str | dict[str, str]
Cells = Sequence[Cell]


def grid(caption: str, heads: Sequence[str], lines: Iterable[Cells], numbers: int = 0) -> None:
    """Show lines of cells under their heads, the last `numbers` columns right-aligned.

    A cell is its words, or a mapping with `words` and `href` (a link) or `mark` (a fault, said so).
    """
    first_number = len(heads) - numbers
    titled = [{"title": head, "is_number": at >= first_number} for at, head in enumerate(heads)]
    rows = [[{"words": cell} if isinstance(cell, str) else cell for cell in line] for line in lines]
    html("grid.html", caption=caption, heads=titled, rows=rows)
