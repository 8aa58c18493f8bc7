"""Answers as a table to take away: one row for each value, with its proof; and the form for what is missing."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from kim import exports, queries
from kim.answers import BY_ID, QUESTIONS, Answer, Level, Role, Value
from kim.answers.finding import is_known
from kim.downloads import Download, about
from kim.queries import View
from kim.tables import Field, Table
from kim.texts import text

TYPES = {"number": "number", "paragraph": "integer"}
COLUMNS = (
    "region",
    "theme",
    "question",
    "answer",
    "part",
    "holds_for",
    "value",
    "number",
    "state",
    "since",
    "details",
    "doubts",
    "searched",
    "source",
    "paragraph",
    "fact",
)
TO_FILL = ("answer", "written_on", "document", "paragraph", "words")
MISSING = ("region", "theme", "question", "searched", *TO_FILL)
Answered = Mapping[str, Mapping[str, Answer]]
Row = dict[str, object]


def of_answers(key: str, answered: Answered, view: View) -> Download:
    """The answers about places, by place and question, as CSV and XLSX with their sources."""
    rows = [row for place in answered for row in _rows(place, answered[place])]
    frame = pd.DataFrame(rows, columns=["place", *COLUMNS, "source_title"])
    frame["paragraph"] = frame["paragraph"].astype("Int64")
    names = queries.place_names()
    places = ", ".join(names[each] for each in answered)
    sources = list(frame["source"].dropna().unique())
    table = _table("title", COLUMNS)
    return Download(key, frame, table, sources, about(table, view, places), loads_again=False)


def missing(place: str, answers: Mapping[str, Answer]) -> bytes:
    """A CSV for Excel to fill in: the questions about a place to which nothing of its own is found."""
    name = queries.place_names()[place]
    rows = [
        {"place": name, **_asked(place, answers[each.id]), **dict.fromkeys(TO_FILL)}
        for each in QUESTIONS
        if each.is_asked_of(place) and Level.OWN not in answers[each.id].levels
    ]
    frame = pd.DataFrame(rows, columns=["place", *MISSING])
    return exports.csv_for_excel(frame, _table("template_title", MISSING))


def part_of_answer(role: Role | None) -> str:
    """Whether a value with this role answers the question, and why it does not, in words."""
    if role is None:
        return text("answer_table.answers")
    return text("answer_table.of_total" if role is Role.PART else f"answer_table.{role}")


def _rows(place: str, answers: Mapping[str, Answer]) -> Iterator[Row]:
    name = queries.place_names()[place]
    for question in QUESTIONS:
        answer = answers[question.id]
        asked = {"place": name, **_asked(place, answer), "answer": answer.sentence}
        if not is_known(answer):
            yield {**asked, "part": text("answer_table.nothing")}
        for each in (*answer.values, *answer.beside):
            yield {**asked, **_told(each), "part": part_of_answer(each.role)}
        for each in answer.in_district:
            yield {**asked, **_told(each), "part": text("answer_table.in_district")}


def _asked(place: str, answer: Answer) -> Row:
    question = BY_ID[answer.question]
    return {
        "region": place,
        "theme": question.theme.heading,
        "question": question.wording,
        "searched": answer.searched,
    }


def _told(value: Value) -> Row:
    return {
        "holds_for": queries.place_names()[value.place],
        "value": value.words,
        "number": value.number,
        "state": value.state_words,
        "since": value.since,
        "details": "; ".join((*value.scope, *value.details)),
        "doubts": "; ".join(value.doubts),
        "source": value.source,
        "source_title": value.document,
        "paragraph": value.paragraph,
        "fact": str(value.fact),
    }


def _table(title: str, columns: Sequence[str]) -> Table:
    fields = tuple(
        Field(name, text(f"answer_table.{name}"), TYPES.get(name, "string")) for name in columns
    )
    heading = text(f"answer_table.{title}")
    caveats = (text("answer_table.caveat"),)
    return Table("answers", heading, fields, ("region", "question"), caveats=caveats)
