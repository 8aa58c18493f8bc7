"""What is changed in a file while it is read, in German."""

from dataclasses import dataclass

from kim.german_dates import partial_date
from kim.worded import WordedKind


class RepairKind(WordedKind):
    """What can be changed on the way."""

    # fmt: off
    ROWS_ABOVE = "rows_above", "Über der Kopfzeile stehen Zeilen, die nicht zur Tabelle gehören ({times}). Sie wurden übergangen."
    ROW_BELOW = "row_below", "Unter der Tabelle steht „{before}“. Das gehört nicht zur Tabelle und wurde übergangen."
    HEADING_AGAIN = "heading_again", "Die Kopfzeile steht noch einmal in der Tabelle ({times}). Sie wurde übergangen."
    SHEET_SKIPPED = "sheet_skipped", "Ohne Kopfzeile dieser Tabelle und deshalb übergangen: {before}. Gelesen wurde das Blatt „{after}“."
    SHEET_OTHER = "sheet_other", "Diese Blätter haben dieselbe Kopfzeile: {before}. Gelesen wurde nur das Blatt „{after}“. Wählen Sie ein anderes Blatt, oder legen Sie die Datei danach noch einmal ab."
    SHEET_HIDDEN = "sheet_hidden", "In Excel ausgeblendet und deshalb nicht gelesen: {before}. Gelesen wurde das Blatt „{after}“; ein anderes können Sie wählen."
    ROWS_HIDDEN = "rows_hidden", "Ausgeblendete oder weggefilterte Zeilen wurden nicht gelesen ({times}). Sie können sie mitlesen lassen."
    COLUMNS_HIDDEN = "columns_hidden", "Ausgeblendete Spalten wurden nicht gelesen: {before}. Sie können sie mitlesen lassen."
    NOTES = "notes", "Notizen und Kommentare an Zellen wurden nicht gelesen: {before}. Was darin wichtig ist, gehört in die Spalte „Anmerkung“."
    MERGED = "merged", "Die verbundene Zelle „{before}“ gilt für alle Zeilen, über die sie reicht ({times})."
    OTHER_TABLE = "other_table", "Zeilen zum Thema „{before}“ gehören nicht in diese Tabelle ({times}). Sie wurden weggelassen."
    SUM_ROW = "sum_row", "Die Summenzeile „{before}“ am Ende wurde weggelassen."
    SIGN_EMPTY = "sign_empty", "„{before}“ steht für: unbekannt oder ohne Angabe. Die Zelle bleibt leer."
    SIGN_ZERO = "sign_zero", "„{before}“ steht für: genau nichts. Gelesen als 0."
    BRACKET = "bracket", "„{before}“: Die Klammer steht für: unsicher. Gelesen als {after}."
    HEDGE = "hedge", "„{before}“ wurde gelesen als {after}."
    RANGE = "range", "Die Spanne „{before}“ wurde auf beide Spalten verteilt: {after}."
    UNIT = "unit", "„{before}“: Die Einheit gehört in ihre eigene Spalte. Gelesen als {after}."
    UNIT_OWN = "unit_own", "„{before}“: Gelesen als {after}."
    SHARE = "share", "„{before}“ wurde gelesen als {after} Prozent."
    REGION_ZERO = "region_zero", "„{before}“ hat die führende Null verloren. Gelesen als {after}."
    REGION_WRITTEN = "region_written", "„{before}“ wurde gelesen als Gemeindeschlüssel {after}."
    REGION_LONG = "region_long", "„{before}“ ist ein Regionalschlüssel. Der Gemeindeschlüssel dazu ist {after}."
    REGION_NAME = "region_name", "„{before}“ hat den Gemeindeschlüssel {after}."
    DATE = "date", "„{before}“ wurde gelesen als {after}."
    UNSEEN = "unseen", "„{before}“ enthielt unsichtbare Zeichen (wie geschützte Leerzeichen oder weiche Trennstriche). Gelesen als „{after}“."
    NAME = "name", "„{before}“ hat das Kürzel {after}."
    SYNONYM = "synonym", "„{before}“ wurde gelesen als „{after}“."
    DEADLINE = "deadline", "„{before}“ wurde gelesen als Frist: {after}."
    PAY_GROUP = "pay_group", "„{before}“ wurde gelesen als {after}."
    # fmt: on


@dataclass(frozen=True)
class Repair:
    """What was changed on the way, how often, and in which lines, of many only in the first ones."""

    kind: RepairKind
    lines: tuple[int, ...]
    column: str
    before: str
    after: str
    times: int

    @property
    def line(self) -> int:
        """The first line."""
        return self.lines[0]

    @property
    def sentence(self) -> str:
        """What was changed, in German."""
        after = self.after
        if self.kind is RepairKind.DATE:
            after = f"{partial_date(after)} ({after})"
        return self.kind.wording.format(before=self.before, after=after, times=self.times)
