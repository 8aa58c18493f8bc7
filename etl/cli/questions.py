"""A question about a file or what was not read of it, with the option of the command that answers or takes it."""

from etl.reading import Question, QuestionKind, Repair, RepairKind

OPTIONS = {
    QuestionKind.NUMBER: "--number",
    QuestionKind.PERCENT: "--percent",
    QuestionKind.DATE: "--date",
    QuestionKind.ROUNDED: "--rounded",
    QuestionKind.HEADING: "--column",
}

TAKEN_BY = {
    RepairKind.ROWS_HIDDEN: "--hidden",
    RepairKind.COLUMNS_HIDDEN: "--hidden",
    RepairKind.SHEET_HIDDEN: "--sheet",
    RepairKind.SHEET_OTHER: "--sheet",
}
"""What is not read and can be -> how it is asked for."""


def in_words(question: Question) -> str:
    """What is asked and how it is answered, in German."""
    options = "; ".join(
        f"{answer}: {words}" for answer, words in question.options.items() if answer
    )
    if question.kind is QuestionKind.SHEET:
        return f"In welchem Blatt steht die Tabelle? Antwort: --sheet '…' ({options})"
    if question.kind is QuestionKind.ENCODING:
        place = f"Zeile {question.line}"
        return f"{place}: Wie ist das Wort „{question.value}“ richtig geschrieben? Antwort: --encoding '…' ({options})"
    of = question.column if question.kind is QuestionKind.HEADING else question.field
    place = f"Zeile {question.line}, Spalte „{question.column}“"
    answer = f"{OPTIONS[question.kind]} '{of}=…'"
    return f"{place}: „{question.value}“ – was ist gemeint? Antwort: {answer} ({options})"


def repair_in_words(repair: Repair) -> str:
    """What was read otherwise than it stands there, where, and how to have it read, in German."""
    place = f"Zeile {repair.line}" + (f", Spalte „{repair.column}“" if repair.column else "")
    option = TAKEN_BY.get(repair.kind, "")
    return f"{place}: {repair.sentence}" + f" ({option})" * bool(option)
