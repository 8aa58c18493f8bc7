"""Writes a number with a hedge, a range or a unit into the columns where its parts belong."""

from collections.abc import Mapping
from dataclasses import dataclass

from etl.reading.decisions import Decisions
from etl.reading.questions import QuestionKind
from etl.reading.remarks import Remarks
from etl.reading.repairs import RepairKind
from etl.reading.values.amounts import as_share
from etl.reading.values.cells import Amount
from etl.reading.values.units import EURO, PERCENT, Units
from kim.findings import FindingKind
from kim.tables import Field, Table

CERTAINTY = "certainty"
HEDGED = {"about": "ungefähr", "at_most": "höchstens", "at_least": "mindestens"}


@dataclass(frozen=True)
class Spot:
    """One cell in its place: its field, line, heading, text as in the file, and its row."""

    field: Field
    line: int
    heading: str
    as_in_file: str
    row: int
    chunk: Mapping[str, list[str]]

    def get(self, name: str) -> str:
        """The canonical text of another cell of the row."""
        return self.chunk[name][self.row] if name in self.chunk else ""

    def put(self, name: str, text: str) -> None:
        self.chunk[name][self.row] = text


class AmountWriter:
    """Writes the amounts of one file into their rows, or finds why a row cannot take them."""

    def __init__(
        self, table: Table, units: Mapping[str, Units], decisions: Decisions, remarks: Remarks
    ) -> None:
        self._units = units
        self._percent = decisions.percent
        self._remarks = remarks
        self._ends = {name: pair for pair in table.ordered for name in pair}
        self._certainties = next((f.vocabulary for f in table.fields if f.name == CERTAINTY), {})

    def write(self, spot: Spot, amount: Amount) -> None:
        """Write the parts into the row with a repair, or find what does not fit."""
        if amount.is_share:
            self._write_share(spot, amount)
            return
        units = self._units[spot.field.name]
        unit = spot.get(units.column)
        ends = self._ends_of(spot, amount)
        if not units.fits(amount.unit, unit):
            self._find(FindingKind.UNIT, spot, units.written(amount.unit))
        elif problem := self._hedge_problem(spot, amount):
            self._find(
                problem, spot, self._certainties.get(amount.certainty) or HEDGED[amount.certainty]
            )
        elif not ends:
            self._find(FindingKind.RANGE, spot, "eine Zahl")
        else:
            for name, value in ends.items():
                spot.put(name, value)
            if amount.certainty:
                spot.put(CERTAINTY, amount.certainty)
            if units.column:
                spot.put(units.column, units.filled(amount.unit, unit))
            after = self._as_read(amount, units)
            is_own = amount.repair is RepairKind.UNIT and not units.column
            kind = RepairKind.UNIT_OWN if is_own else amount.repair
            self._remarks.repair(kind, spot.line, spot.heading, spot.as_in_file, after)

    def _write_share(self, spot: Spot, amount: Amount) -> None:
        """A typed 0.75 in a row in percent: 75 % or 0.75 %, as the person says."""
        if spot.get("unit") != PERCENT:
            return
        name, choice = spot.field.name, self._percent.get(spot.field.name)
        share = as_share(amount)
        words = share.replace(".", ",")
        if choice == "share":
            spot.put(name, share)
            self._remarks.repair(RepairKind.SHARE, spot.line, spot.heading, spot.as_in_file, words)
        elif choice != "percent":
            options = {"share": f"{words} Prozent", "percent": f"{spot.as_in_file} Prozent"}
            self._remarks.ask(
                QuestionKind.PERCENT, spot.line, spot.heading, name, spot.as_in_file, options
            )

    def _ends_of(self, spot: Spot, amount: Amount) -> Mapping[str, str]:
        """Field name -> value; nothing when the table has no place for a range in this row."""
        if not amount.high:
            return {spot.field.name: amount.low}
        pair = self._ends.get(spot.field.name, ())
        ends = dict(zip(pair, (amount.low, amount.high), strict=False))
        others = [name for name in ends if name != spot.field.name]
        is_free = all(spot.get(name) in {"", spot.as_in_file, ends[name]} for name in others)
        return ends if is_free else {}

    def _hedge_problem(self, spot: Spot, amount: Amount) -> FindingKind | None:
        """The kind of finding when the row cannot take the hedge."""
        if not amount.certainty:
            return None
        if spot.field.type != "number" or amount.certainty not in self._certainties:
            return FindingKind.HEDGE_HOMELESS
        return None if spot.get(CERTAINTY) in {"", amount.certainty} else FindingKind.HEDGE

    def _as_read(self, amount: Amount, units: Units) -> str:
        """A number with its surroundings as it was read, in German."""
        ends = " bis ".join(end.replace(".", ",") for end in (amount.low, amount.high) if end)
        hedge = self._certainties.get(amount.certainty, "")
        unit = units.written(amount.unit) if amount.unit in {*units.allowed, EURO} else ""
        return " ".join(part for part in (hedge, ends, unit) if part)

    def _find(self, kind: FindingKind, spot: Spot, expected: str) -> None:
        self._remarks.find(kind, spot.line, spot.heading, spot.as_in_file, expected)
