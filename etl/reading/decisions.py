"""What was decided about a file: its table, the answers to questions, the rows typed in with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Decisions:
    """How a file is to be read and loaded; by default as it stands.

    `sheet`: of a workbook, empty for the one that fits. `encoding`: of a text file, where that was
    asked. `columns`: heading as in the file -> field
    name, empty to leave the column out. `numbers`: field name -> "decimal" or "thousands", how
    1.900 is meant. `percent`: field name -> "share" (0.75 means 75 %) or "percent" (0.75 means
    0.75 %). `dates`: field name -> "month" or "years", how 2011/12 is meant. `rounded`: field name -> "stored" or "seen", which number
    counts where a format of the workbook rounds it. `hidden`: hidden rows
    and columns of a workbook are read too. `added`: by reference table, rows typed in because the
    file names them and no version has them. `is_confirmed`: the implausible values are meant. `paper`: the source whose text the
    file is; then no row is read from the file, and `added` has the rows of all tables, `table` being the one with most of them.
    """

    table: str
    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    percent: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False
    added: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    is_confirmed: bool = False
    encoding: str = ""
    rounded: Mapping[str, str] = field(default_factory=dict)
    paper: str = ""
