"""What can be wrong with a file or a row, in German."""

from collections.abc import Iterable
from dataclasses import dataclass

from kim.worded import WordedKind

MOST_SHOWN_CHARACTERS = 60


class FindingKind(WordedKind):
    """What can be wrong with a file or a row."""

    # fmt: off
    FILE_MISSING = "file_missing", "Die Datei fehlt. Legen Sie sie an oder nehmen Sie die Tabelle aus datapackage.json."
    FILE_NOT_THERE = "file_not_there", "Die Datei gibt es nicht. Prüfen Sie Ordner und Namen."
    FILE_FORBIDDEN = "file_forbidden", "Die Datei darf hier nicht gelesen werden. Prüfen Sie die Rechte an der Datei."
    FILE_EMPTY = "file_empty", "Die Datei ist leer. Sie braucht mindestens die Kopfzeile."
    ENCODING = "encoding", "Die Datei ist nicht in {expected} geschrieben. Speichern Sie sie in dieser Kodierung."
    COLUMN_MISSING = "column_missing", "Die Spalte „{column}“ fehlt in der Kopfzeile. Ergänzen Sie sie."
    COLUMN_NEEDED = "column_needed", "Die Spalte „{column}“ fehlt in der Kopfzeile, wird hier aber gebraucht: {expected}. Ergänzen Sie die Spalte."
    COLUMN_UNKNOWN = "column_unknown", "Die Spalte „{value}“ ist nicht bekannt. Erlaubt sind: {expected}."
    COLUMN_TWICE = "column_twice", "Die Spalte „{value}“ steht mehrmals in der Kopfzeile. Löschen Sie eine davon."
    CELLS_MISSING = "cells_missing", "Die Zeile hat zu wenige Zellen. Erwartet werden {expected}. Fehlt ein Trennzeichen, stehen alle Werte dahinter unter der falschen Überschrift; ergänzen Sie es."
    CELLS_SURPLUS = "cells_surplus", "Die Zeile hat zu viele Zellen. Erwartet werden {expected}. Steht das Trennzeichen im Text einer Zelle, setzen Sie diese Zelle in Anführungszeichen; sonst löschen Sie, was zu viel ist."
    QUOTE_OPEN = "quote_open", "Ein Anführungszeichen wird nicht geschlossen oder steht mitten in der Zelle. Prüfen Sie die Zeile und alles danach."
    LINE_UNREADABLE = "line_unreadable", "Die Zeile ist nicht lesbar. Prüfen Sie Trennzeichen und Anführungszeichen."
    REQUIRED = "required", "Die Zelle ist leer, der Wert wird aber gebraucht: {expected}."
    ROW_LACKS = "row_lacks", "Der Zeile „{value}“ fehlen fast alle Angaben: {expected}. Ergänzen Sie sie oder löschen Sie die Zeile."
    ROW_BETWEEN = "row_between", "Die Zeile „{value}“ ist keine Angabe, sondern eine Zwischenüberschrift oder Anmerkung mitten in der Tabelle. Löschen Sie die Zeile."
    SUM_BETWEEN = "sum_between", "„{value}“ nennt eine Summe und keinen Ort. Löschen Sie die Zeile, oder schreiben Sie den Namen des Ortes allein, wenn die Zahl für ihn gilt."
    ROW_UNDER_HEADING = "row_under_heading", "Die Zeile „{value}“ unter der Kopfzeile ist keine Angabe, sondern nennt Einheiten, Nummern oder Erläuterungen der Spalten. Löschen Sie die Zeile; die Einheit gehört in die Spalte „Einheit“ oder in jede Zelle."
    HEADING_OTHER = "heading_other", "Hier beginnt eine zweite Tabelle mit anderer Kopfzeile ({value}). Ab dieser Zeile wurde nichts gelesen. Legen Sie sie als eigene Datei ab."
    REQUIRED_WHEN = "required_when", "Die Zelle ist leer, wird hier aber gebraucht: {expected}."
    NUMBER = "number", "„{value}“ ist keine Zahl. Erwartet wird eine Zahl wie {expected}."
    NUMBER_AMBIGUOUS = "number_ambiguous", "„{value}“ kann zweierlei heißen: {expected}. Schreiben Sie die Zahl eindeutig."
    INTEGER = "integer", "„{value}“ ist keine ganze Zahl."
    MINIMUM = "minimum", "„{value}“ ist zu klein. Der kleinste erlaubte Wert ist {expected}."
    MAXIMUM = "maximum", "„{value}“ ist zu groß. Der größte erlaubte Wert ist {expected}."
    PARTIAL_DATE = "partial_date", "„{value}“ ist kein Datum. Erwartet wird {expected}."
    AGS = "ags", "„{value}“ ist kein Gemeindeschlüssel aus NRW. Erwartet werden 2, 5 oder 8 Ziffern, beginnend mit 05; in einer Datei zum Hochladen auch ein Name wie „Kreis Steinfurt“ oder „Stadt Steinfurt“."
    KEY_ROUNDED = "key_rounded", "„{value}“ war ein Gemeindeschlüssel; ein Tabellenprogramm hat ihn in eine gerundete Zahl verwandelt. Stellen Sie die Spalte auf „Text“ und schreiben Sie den Schlüssel oder den Namen des Ortes."
    AGS_FORM = "ags_form", "„{value}“ hat Nullen am Ende, die nichts bezeichnen. Ein Ort hat hier nur einen Schlüssel: kreisfreie Städte und Kreise haben 5 Ziffern, Städte und Gemeinden eines Kreises 8. Schreiben Sie ihn ohne diese Nullen."
    PATTERN = "pattern", "„{value}“ hat nicht die erwartete Form: {expected}."
    VOCABULARY = "vocabulary", "„{value}“ ist kein bekannter Wert. Erlaubt sind: {expected}."
    REFERENCE = "reference", "„{value}“ steht nicht in {expected}. Ergänzen Sie den Eintrag dort oder berichtigen Sie den Wert."
    ORDER = "order", "„{value}“ ist kleiner als der Wert in „{expected}“. Prüfen Sie beide Zellen."
    ANCHOR_LONG = "anchor_long", "Die Fundstelle hat mehr als sechs Wörter. Kürzen Sie sie auf die Wörter, die den Wert belegen."
    DUPLICATE = "duplicate", "Die Zeile steht mehrmals in der Datei. Gleich sind: {expected}. Löschen Sie eine davon."
    TWIN = "twin", "„{value}“ gibt es schon unter dem Schlüssel „{expected}“. Nehmen Sie diesen Schlüssel; ist etwas anderes gemeint, geben Sie ihm einen anderen Namen."
    KEY_UNKNOWN = "key_unknown", "„{value}“ ist nicht die Kennung einer Angabe dieser Tabelle zu diesem Ort. Nehmen Sie die 16 Zeichen am Ende der Adresse ihres Belegs oder leeren Sie die Zelle."
    PARAGRAPH_UNNAMED = "paragraph_unnamed", "Der Absatz fehlt. Der Text dieses Dokuments liegt vor und hat {expected} Absätze; nennen Sie die Nummer des Absatzes."
    PARAGRAPH_MISSING = "paragraph_missing", "Absatz {value} gibt es in diesem Dokument nicht. Es hat {expected} Absätze."
    CONTRADICTED = "contradicted", "„{value}“ steht nicht in {expected}. Prüfen Sie Absatz und Fundstelle."
    MISQUOTED = "misquoted", "„{value}“ steht nicht in der Fundstelle „{expected}“. Prüfen Sie Zahl und Fundstelle."
    CERTAINTY_UNKNOWN = "certainty_unknown", "Der Wert fehlt; die Genauigkeit muss dann „unbekannt“ sein, nicht „{value}“."
    CERTAINTY_KNOWN = "certainty_known", "Der Wert ist bekannt; die Genauigkeit kann dann nicht „unbekannt“ sein."
    DELIMITER = "delimiter", "Die Datei ist nicht mit „{expected}“ getrennt. Speichern Sie sie mit diesem Trennzeichen."
    TEXT_CHANGED = "text_changed", "Der Text des Dokuments ist nicht der, aus dem die Angaben gelesen wurden. Prüfen Sie die Angaben und setzen Sie die Kennung des gelesenen Textes auf {expected}."
    DOCUMENT_UNKNOWN = "document_unknown", "Zu diesem Dokument gibt es keine Quelle. Ergänzen Sie „{value}“ in der Tabelle „Quellen“."
    ANCHOR_UNCHANGED = "anchor_unchanged", "Die Zahl ist neu, die Fundstelle „{expected}“ nennt sie nicht. Prüfen Sie, ob die Fundstelle die neue Zahl belegt; wenn ja, bestätigen Sie."
    NOT_WHOLE = "not_whole", "„{value}“ ist keine ganze Zahl, gezählt werden hier aber {expected}. Prüfen Sie Zahl und Einheit; wenn sie stimmen, bestätigen Sie."
    DATE_AHEAD = "date_ahead", "„{value}“ liegt nach dem heutigen Tag ({expected}), die Zeile sagt aber, dass es schon so ist. Prüfen Sie das Datum; wenn es stimmt, bestätigen Sie."
    DATE_FAR = "date_far", "„{value}“ liegt außerhalb von {expected}. Prüfen Sie das Datum; wenn es stimmt, bestätigen Sie."
    IMPLAUSIBLE = "implausible", "„{value}“ ist mehr als das Zwanzigfache des größten bekannten Werts ({expected}). Prüfen Sie die Zahl; wenn sie stimmt, bestätigen Sie sie."
    FILE_LOST = "file_lost", "Die aufbewahrte Datei fehlt oder ist beschädigt. Holen Sie sie aus der Sicherung: {expected}."
    JOURNAL_MISSING = "journal_missing", "Der Ordner der Ladungen ist leer. Es gibt nichts, woraus die Fassung wieder aufgebaut werden könnte; rufen Sie „python -m etl build“ auf."
    STILL_USED = "still_used", "„{value}“ wird noch gebraucht: {expected}. Nehmen Sie zuerst diese Angaben zurück oder lassen Sie den Eintrag stehen."
    FILE_LARGE = "file_large", "Die Datei ist zu groß. Erlaubt sind {expected} MB. Teilen Sie sie auf."
    FILE_UNREADABLE = "file_unreadable", "Die Datei ließ sich nicht lesen. Öffnen Sie sie in Excel und speichern Sie sie neu als „CSV UTF-8“."
    FILE_TAKES_TOO_LONG = "file_takes_too_long", "Das Lesen der Datei dauerte länger als {expected} Sekunden und wurde abgebrochen. Teilen Sie sie auf."
    NO_TEXT = "no_text", "Die Datei ist keine Tabelle, sondern {expected}. Legen Sie die Tabelle selbst ab, als XLSX oder als „CSV UTF-8“."
    OTHER_FORMAT = "other_format", "Die Datei ist {expected}; gelesen werden nur XLSX und CSV. Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als XLSX oder als „CSV UTF-8“."
    TO_EXPORT = "to_export", "Die Datei ist {expected}; gelesen werden nur XLSX und CSV. Öffnen Sie sie dort und exportieren Sie die Tabelle als Excel-Datei (XLSX) oder als CSV."
    PACKED = "packed", "Die Datei ist {expected}. Packen Sie es aus und legen Sie die Tabelle selbst ab, als XLSX oder als „CSV UTF-8“."
    ENCODING_UNKNOWN = "encoding_unknown", "Die Kodierung der Datei ist nicht zu erkennen: {expected}. Öffnen Sie sie in Excel, prüfen Sie die Umlaute und speichern Sie sie als „CSV UTF-8“."
    NUL_CHARACTER = "nul_character", "„{value}“ enthält ein Steuerzeichen, das man nicht sieht und das kein Text ist (NUL oder ähnlich). Schreiben Sie die Zelle neu."
    GARBLED = "garbled", "„{value}“: Hier sind Umlaute beim Speichern verloren gegangen oder falsch umgewandelt worden. Schreiben Sie die Zelle neu und prüfen Sie die übrigen Umlaute der Datei."
    WORKBOOK_LOCKED = "workbook_locked", "Die Excel-Datei ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort."
    WORKBOOK_BROKEN = "workbook_broken", "Die Excel-Datei ist beschädigt. Öffnen Sie sie in Excel und speichern Sie sie neu."
    WORKBOOK_LARGE = "workbook_large", "Die Excel-Datei ist ausgepackt größer als {expected} MB. Speichern Sie die Tabelle als „CSV UTF-8“."
    SHEETS_NONE = "sheets_none", "Die Excel-Datei hat kein Blatt mit Zellen, nur {expected}. Übertragen Sie die Tabelle in ein gewöhnliches Blatt."
    ROWS_NONE = "rows_none", "Von den Zeilen unter der Kopfzeile wurde keine gelesen; warum, steht unter dem, was beim Lesen angepasst wurde. Blenden Sie Zeilen wieder ein oder lassen Sie sie mitlesen."
    ROWS_MISSING = "rows_missing", "Unter der Kopfzeile steht keine Zeile. Tragen Sie Ihre Angaben ein und legen Sie die Datei noch einmal ab."
    STRUCK = "struck", "„{value}“ ist durchgestrichen. Gilt die Angabe nicht mehr, löschen Sie die Zeile; gilt sie, heben Sie die Durchstreichung auf."
    SHEET_MISSING = "sheet_missing", "Das Blatt „{value}“ gibt es in der Datei nicht. Vorhanden sind: {expected}."
    HEADING_MISSING = "heading_missing", "Die Kopfzeile ist nicht zu erkennen. Erwartet werden in den ersten 50 Zeilen diese Überschriften: {expected}."
    COLUMNS_MANY = "columns_many", "Die Kopfzeile hat {value} Spalten. Erlaubt sind {expected}. Löschen Sie die überzähligen."
    COLUMN_UNNAMED = "column_unnamed", "Die Spalte {value} hat Inhalt, aber keine Überschrift. Ergänzen Sie die Überschrift oder löschen Sie die Spalte."
    CELL_LONG = "cell_long", "Eine Zelle hat mehr als {expected} Zeichen. Kürzen Sie sie."
    CELL_ERROR = "cell_error", "„{value}“ ist ein Fehlerwert aus Excel. Berichtigen Sie die Formel oder tragen Sie den Wert ein."
    FORMULA_UNSTORED = "formula_unstored", "„{value}“ ist eine Formel, deren Ergebnis nicht in der Datei steht. Öffnen Sie die Datei in Excel, speichern Sie sie und laden Sie sie noch einmal, oder tragen Sie den Wert ein."
    FORMAT_HIDES = "format_hides", "„{value}“ steht in der Zelle, ihr Zahlenformat zeigt es aber nicht. Leeren Sie die Zelle oder ändern Sie das Zahlenformat."
    FORMAT_SCALES = "format_scales", "Die Zelle zeigt „{expected}“, gespeichert ist {value}. Schreiben Sie den Betrag aus und stellen Sie das Zahlenformat auf „Standard“."
    MERGED = "merged", "Die Zelle ist mit der Zelle „{expected}“ links von ihr verbunden. Lösen Sie die Verbindung und füllen Sie jede Spalte für sich."
    MERGED_NUMBER = "merged_number", "„{value}“ steht in einer verbundenen Zelle, die mehrere Zeilen umfasst: Gilt die Zahl für jede davon oder für alle zusammen? Lösen Sie die Verbindung und schreiben Sie die Zahl in jede Zeile, für die sie gilt."
    SCALED = "scaled", "„{value}“ ist in Tausend oder Millionen angegeben. Schreiben Sie die Zahl aus: {expected}."
    DATE_BACKWARDS = "date_backwards", "„{value}“ endet, bevor es beginnt. Prüfen Sie Anfang und Ende."
    RANGE = "range", "„{value}“ ist eine Spanne; hier wird eine einzelne Zahl gebraucht, oder die zweite Spalte der Spanne ist schon anders gefüllt. Schreiben Sie {expected}."
    HEDGE = "hedge", "„{value}“ heißt „{expected}“; das passt nicht zur Genauigkeit in dieser Zeile. Gleichen Sie beide an."
    HEDGE_HOMELESS = "hedge_homeless", "„{value}“ heißt „{expected}“; diese Spalte nimmt nur genaue Zahlen. Schreiben Sie die Zahl allein und den Vorbehalt in die Anmerkung."
    UNIT = "unit", "„{value}“ nennt die Einheit „{expected}“; sie passt nicht zur Einheit in dieser Zeile. Schreiben Sie die Zahl allein und prüfen Sie die Einheit."
    YEAR_SHORT = "year_short", "„{value}“ hat ein Jahr mit zwei Ziffern. Schreiben Sie es mit vier Ziffern, zum Beispiel {expected}."
    DATE_AMBIGUOUS = "date_ambiguous", "„{value}“ kann zweierlei heißen: {expected}. Schreiben Sie das Datum eindeutig."
    DATE_IMPOSSIBLE = "date_impossible", "„{value}“ gibt es im Kalender nicht. Prüfen Sie Tag und Monat."
    PLACE_UNKNOWN = "place_unknown", "„{value}“ ist kein bekannter Ort. Meinten Sie {expected}? Schreiben Sie den Gemeindeschlüssel oder den ganzen Namen."
    PLACE_TWOFOLD = "place_twofold", "„{value}“ steht für mehrere Orte: {expected}. Schreiben Sie den Schlüssel des Ortes, der gemeint ist."
    TOO_MANY = "too_many", "Es gibt noch mehr Fehler. Gezeigt werden die ersten {expected} dieser Datei."
    # fmt: on


@dataclass(frozen=True)
class Finding:
    """One fault: its kind, its place (file, line as in the file, column) and the cell.

    `line` is 1 for the heading row and empty when the fault is of the whole file.
    """

    kind: FindingKind
    file: str
    line: int | None = None
    column: str = ""
    value: str = ""
    expected: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in German."""
        words = {"column": self.column, "value": self.shown_value, "expected": self.expected}
        return self.kind.wording.format(**words)

    @property
    def shown_value(self) -> str:
        """The cell, cut when it is long."""
        is_long = len(self.value) > MOST_SHOWN_CHARACTERS
        return self.value[:MOST_SHOWN_CHARACTERS] + " …" if is_long else self.value

    @property
    def place(self) -> str:
        """File, line and column, in German."""
        parts = [self.file]
        if self.line is not None:
            parts.append(f"Zeile {self.line}")
        if self.column:
            parts.append(f"Spalte „{self.column}“")
        return ", ".join(parts)

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by file, line and column."""
    return sorted(findings, key=lambda f: (f.file, f.line or 0, f.column, f.kind))
