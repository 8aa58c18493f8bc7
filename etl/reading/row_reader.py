"""The rows of a table, a chunk of them at a time: each column to canonical texts, then the remarks."""

from collections.abc import Mapping, Sequence, Set
from typing import cast

from etl.reading.decisions import Decisions
from etl.reading.headings import Heading
from etl.reading.outcome import Lexicon
from etl.reading.remarks import Remarks
from etl.reading.repairs import RepairKind
from etl.reading.values import dates, deadlines, names, pay_groups, places
from etl.reading.values.amount_writer import CERTAINTY, AmountWriter, Spot
from etl.reading.values.amounts import Numbers
from etl.reading.values.cells import (
    ERRORS,
    ColumnReader,
    Doubt,
    Fault,
    Interpret,
    Raw,
    Rounded,
    bare,
    has_unseen,
    shown,
    trimmed,
)
from etl.reading.values.numbers import Notation
from etl.reading.values.units import PERCENT, UNIT, Units
from kim.cells import WHITE_SPACE, unprotect
from kim.findings import FindingKind
from kim.tables import Field, Table

NUMERIC = frozenset(("number", "integer"))
SIGNS = frozenset((RepairKind.SIGN_EMPTY, RepairKind.SIGN_ZERO))
FILLED = frozenset((CERTAINTY, UNIT))
Lines = Sequence[int]
Texts = list[str]


class RowReader:
    """Reads the rows of one file: chunk for chunk, one list of texts for each of `names`."""

    def __init__(
        self,
        table: Table,
        heading: Heading,
        lexicon: Lexicon,
        decisions: Decisions,
        remarks: Remarks,
        carried: Set[tuple[int, int]],
        *,
        is_workbook: bool,
    ) -> None:
        self._table = table
        self._heading = heading
        self._decisions = decisions
        self._remarks = remarks
        self._carried = carried
        self._is_workbook = is_workbook
        self._units = {f.name: Units(table, f) for f in table.fields if f.type in NUMERIC}
        self._amount_writer = AmountWriter(table, self._units, decisions, remarks)
        targets = {reference.field: reference.table for reference in table.references}
        self._known = {
            field: keys
            for field, target in targets.items()
            if (
                keys := {"organisations": lexicon.organisations, "sources": lexicon.sources}.get(
                    target
                )
            )
            is not None
        }
        self._numbers = {name: self._numbers_of(table.field(name)) for name in self._units}
        self._fields = [field for field in table.fields if field.name in self._written()]
        self._cells = {
            field.name: ColumnReader(
                interpret,
                is_protected=not is_workbook,
                rounded=decisions.rounded.get(field.name, ""),
            )
            for field in table.fields
            if (interpret := self._interpreter(field, targets.get(field.name, ""), lexicon))
        }

    def texts(self, columns: Sequence[Sequence[Raw]], lines: Lines) -> list[Texts]:
        """The columns in order; one that is only filled from others is empty where nothing fills it."""
        chunk: dict[str, Texts] = {}
        notable: list[tuple[Field, Sequence[Raw]]] = []
        for field in self._fields:
            if field.name not in self._heading.positions:
                chunk[field.name] = [""] * len(lines)
                continue
            column = columns[self._heading.positions[field.name]]
            cells = self._cells.get(field.name)
            plain = self._plain_numbers(field, column)
            if plain is not None:
                chunk[field.name] = plain
            elif cells is None:
                chunk[field.name] = self._free_text(field, column, lines)
            else:
                chunk[field.name] = cells.texts(column)
                if not cells.notable.keys().isdisjoint(column):
                    notable.append((field, column))
        for field, column in notable:
            self._say(field, column, lines, chunk)
        if self._carried:
            self._say_carried(columns, lines)
        return list(chunk.values())

    def fits(self, name: str, raw: Raw) -> bool | None:
        """Whether a cell says something that the column can hold.

        None where that cannot be told: in an empty cell, a sign, free text, a key that is not known.
        """
        cells = self._cells.get(name)
        if cells is None:
            return None
        text, said = cells[raw], cells.notable.get(raw)
        if said is None:
            is_known = text in self._known.get(name, (text,))
            return (bool(text) and is_known) or None
        if said.finding:
            return False
        return None if said.repair in SIGNS else True

    def _say_carried(self, columns: Sequence[Sequence[Raw]], lines: Lines) -> None:
        """A number in a merged cell may be that of each row or of all together."""
        for name, position in self._heading.positions.items():
            if self._table.field(name).type == "number":
                for line, raw in zip(lines, columns[position], strict=True):
                    if (line, position) in self._carried:
                        heading = self._heading.of(name)
                        self._remarks.find(FindingKind.MERGED_NUMBER, line, heading, shown(raw))

    @property
    def names(self) -> list[str]:
        """The declared columns that the file has or that are filled from its cells, in order."""
        return [field.name for field in self._fields]

    def _written(self) -> set[str]:
        named = set(self._heading.positions)
        filled = {name for pair in self._table.ordered if named & {*pair} for name in pair}
        if any(self._table.field(name).type == "number" for name in named):
            filled |= FILLED
        return named | filled

    def _interpreter(self, field: Field, target: str, lexicon: Lexicon) -> Interpret | None:
        """How the cells of a column are understood; None for free text."""
        if field.vocabulary:
            return names.vocabulary(field.vocabulary, field.synonyms, field.hints)
        if field.type in NUMERIC:
            return self._numbers[field.name]
        if field.semantics == "partial_date":
            choice = self._decisions.dates.get(field.name, "")
            read = dates.reader(choice, is_for_machines=self._heading.is_for_machines)
            return deadlines.reader(read) if field.may_lie_ahead else read
        if field.semantics == "pay_group":
            return pay_groups.interpret
        if field.semantics == "ags":
            return places.region(lexicon) if target else places.own_key(lexicon)
        keys = {
            "organisations": (lexicon.organisations, "Organisationen"),
            "sources": (lexicon.sources, "Quellen"),
        }
        return names.key(*keys[target]) if target in keys else None

    def _numbers_of(self, field: Field) -> Numbers:
        units = self._units[field.name]
        notation = Notation.POINT if self._heading.is_for_machines else Notation.COMMA
        choice = self._decisions.numbers.get(field.name, "")
        return Numbers(field, units, notation, choice, PERCENT in units.allowed)

    def _plain_numbers(self, field: Field, column: Sequence[Raw]) -> Texts | None:
        """A column of plain numbers, read at once; a cell at a time takes five times as long."""
        if field.name not in self._numbers or self._is_workbook:
            return None
        return self._numbers[field.name].at_once([raw for raw in column if isinstance(raw, str)])

    def _free_text(self, field: Field, column: Sequence[Raw], lines: Lines) -> Texts:
        """Trimmed and without the protection of our downloads, else untouched."""
        if self._is_workbook:
            choice = self._decisions.rounded.get(field.name, "")
            heading = self._heading.of(field.name)
            for raw, line in zip(column, lines, strict=True):
                if isinstance(raw, Fault):
                    self._remarks.find(raw.kind, line, heading, raw.value, raw.expected)
                elif isinstance(raw, Rounded) and not choice:
                    self._ask(field, line, shown(raw), raw.doubt)
            seen = (raw.settled(choice) if isinstance(raw, Rounded) else raw for raw in column)
            texts = [shown(raw).strip(WHITE_SPACE) for raw in seen]
        else:
            texts = [raw.strip(WHITE_SPACE) for raw in cast("Sequence[str]", column)]
            if "'" in "".join(texts):
                texts = [unprotect(text) if text[:1] == "'" else text for text in texts]
        if not ERRORS.isdisjoint(texts):
            for raw, text, line in zip(column, texts, lines, strict=True):
                if text in ERRORS and not isinstance(raw, Fault):
                    self._remarks.find(
                        FindingKind.CELL_ERROR, line, self._heading.of(field.name), text
                    )
        return texts if "".join(texts).isascii() else self._seen(field, texts, column, lines)

    def _seen(self, field: Field, texts: Texts, column: Sequence[Raw], lines: Lines) -> Texts:
        """Texts without signs around them that nobody sees, an anchor also without those within it."""
        clean = [trimmed(text, is_quoted=field.semantics == "anchor") for text in texts]
        for raw, text, line in zip(column, clean, lines, strict=True):
            if isinstance(raw, str) and text != raw.strip() and has_unseen(raw):
                self._remarks.repair(
                    RepairKind.UNSEEN, line, self._heading.of(field.name), raw.strip(), text
                )
        return clean

    def _ask(self, field: Field, line: int, text: str, doubt: Doubt) -> None:
        heading, meanings = self._heading.of(field.name), dict(doubt.meanings)
        self._remarks.ask(doubt.kind, line, heading, field.name, text, meanings)

    def _say(
        self, field: Field, column: Sequence[Raw], lines: Lines, chunk: Mapping[str, Texts]
    ) -> None:
        """Remark on the notable cells of a column, each where it stands."""
        notable, heading = self._cells[field.name].notable, self._heading.of(field.name)
        for row, raw in enumerate(column):
            cell = notable.get(raw)
            if cell is None:
                continue
            line, text = lines[row], shown(raw)
            if cell.finding:
                self._remarks.find(cell.finding, line, heading, text, cell.expected)
            elif cell.doubt:
                self._ask(field, line, text, cell.doubt)
            elif cell.amount:
                spot = Spot(field, line, heading, text, row, chunk)
                self._amount_writer.write(spot, cell.amount)
            elif cell.repair:
                after = field.vocabulary.get(cell.text, cell.text)
                if cell.repair is RepairKind.UNSEEN:
                    after = bare(text, is_protected=False)
                self._remarks.repair(cell.repair, line, heading, text, after)
