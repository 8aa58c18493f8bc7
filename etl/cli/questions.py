"""A question about a file, with the option of the command that answers it."""

from etl.reading import Question, QuestionKind

OPTIONS = {
    QuestionKind.NUMBER: "--number",
    QuestionKind.PERCENT: "--percent",
    QuestionKind.DATE: "--date",
    QuestionKind.ROUNDED: "--rounded",
    QuestionKind.HEADING: "--column",
}


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
