"""Answers as a table to take away: one row for each value, with its proof; and the form for what is missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from kim import exports, queries
from kim.answers import BY_ID, QUESTIONS, Answer, Level, Role, Value
from kim.answers.comparison import NotComparable, PerHead, populations, shares
from kim.answers.finding import is_known
from kim.answers.ranking import unit_words
from kim.cells import DISPLAY
from kim.dates import held
from kim.downloads import Download, about
from kim.facts import FactKey
from kim.on_screen import About, OnScreen
from kim.queries import View
from kim.tables import Field, Table
from kim.texts import text

TYPES = {"number": "number", "paragraph": "integer", "inhabitants": "integer", "share": "number"}
COLUMNS = (
    "region",
    "theme",
    "question",
    "answer",
    "part",
    "holds_for",
    "value",
    "number",
    "unit",
    "state",
    "since",
    "as_of",
    "held_from_earliest",
    "held_from_latest",
    "held_until_earliest",
    "held_until_latest",
    "details",
    "doubts",
    "searched",
    "source",
    "document_date",
    "paragraph",
    "fact",
)
SHARES = ("inhabitants", "inhabitants_on", "share", "share_note")
TO_FILL = ("answer", "written_on", "document", "paragraph", "words")
MISSING = ("region", "theme", "question", "searched", *TO_FILL)
Answered = Mapping[str, Mapping[str, Answer]]
Row = dict[str, object]


def of_answers(key: str, answered: Answered, view: View) -> Download:
    """The answers about places, by place and question, as CSV and XLSX with their sources."""
    questions = [each.id for each in QUESTIONS]
    rows = [row for place in answered for row in _rows(place, answered[place], questions)]
    return _download(
        key, rows, _table("title", COLUMNS), answered, view, seen=_by_question(answered)
    )


def frame_of(answers: Iterable[Answer]) -> tuple[pd.DataFrame, tuple[Field, ...]]:
    """The same rows of any answers, and their columns in order."""
    table = _table("title", COLUMNS)
    rows = [
        row for each in answers for row in _rows(each.place, {each.question: each}, [each.question])
    ]
    frame = _frame(rows, table)
    return frame, tuple(DISPLAY.get(name) or table.field(name) for name in frame.columns)


def of_places(
    key: str, places: Sequence[str], answered: Answered, questions: Sequence[str], view: View
) -> Download:
    """The answers of many places to some questions, the places in this order, with their shares.

    Each row has the inhabitants; the share, or why there is none, stands in the first row of a question.
    """
    rows: list[Row] = []
    people = populations(tuple(places), view)
    found = {
        each: shares({place: answered[place][each] for place in places}, view) for each in questions
    }
    for place in places:
        of_place = {each: found[each][place] for each in questions if BY_ID[each].is_per_head}
        inhabitants = people.get(place)
        counted = {
            "inhabitants": inhabitants and inhabitants.number,
            "inhabitants_on": inhabitants and (inhabitants.as_of or inhabitants.document_date),
        }
        rows += [{**row, **counted} for row in _rows(place, answered[place], questions, of_place)]
    counted_by = [each for place, each in people.items() if place in places]
    table = _table("districts_title", (*COLUMNS, *SHARES))
    chosen = {each: answered[each] for each in places}
    return _download(key, rows, table, chosen, view, counted_by, _by_place(chosen, questions))


def _by_question(answered: Answered) -> exports.Seen:
    """A row for each question, a column of sentences for each place."""
    names = queries.place_names()
    asked = [each for each in QUESTIONS if any(each.is_asked_of(place) for place in answered)]
    heads = [text("answer_table.question"), *(names[place] for place in answered)]
    return heads, [
        [each.wording, *(answered[place][each.id].sentence for place in answered)] for each in asked
    ]


def _by_place(answered: Answered, questions: Sequence[str]) -> exports.Seen:
    """A row for each place, a column of sentences for each question."""
    names = queries.place_names()
    heads = [text("exhibit.place"), *(BY_ID[each].wording for each in questions)]
    return heads, [
        [names[place], *(answers[each].sentence for each in questions)]
        for place, answers in answered.items()
    ]


def asked_for(question: str, sorting: str, address: str) -> About:
    """What a download says of the table that it is: question and sorting in words, its address."""
    named = (
        (text("answer_table.question"), question),
        (text("answer_table.sorting"), sorting),
        (text("answer_table.address"), address),
    )
    return tuple(pair for pair in named if pair[1])


def _download(
    key: str,
    rows: Sequence[Row],
    table: Table,
    answered: Answered,
    view: View,
    more: Sequence[Value] = (),
    seen: exports.Seen | None = None,
) -> Download:
    frame = _frame(rows, table)
    places = ", ".join(queries.place_names()[each] for each in answered)
    sources = list(dict.fromkeys((*frame["source"].dropna(), *(each.source for each in more))))
    facts = (*map(FactKey.parse, frame["fact"].dropna()), *(each.fact for each in more))
    said, of = about(table, view, places), OnScreen(facts, view)
    return Download(key, frame, table, sources, said, loads_again=False, seen=seen, of=of)


def _frame(rows: Sequence[Row], table: Table) -> pd.DataFrame:
    names = [each.name for each in table.fields]
    shown = [each for each in (*COLUMNS, *SHARES) if each in names or each in DISPLAY]
    frame = pd.DataFrame(rows, columns=["place", *shown, "source_title"])
    for each in ("paragraph", "inhabitants"):
        if each in frame:
            frame[each] = frame[each].astype("Int64")
    return frame


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


def _rows(
    place: str,
    answers: Mapping[str, Answer],
    questions: Sequence[str],
    found: Mapping[str, PerHead | NotComparable] | None = None,
) -> Iterator[Row]:
    """A row for each value; `found`: by question the share that its first row has."""
    name = queries.place_names()[place]
    for question in questions:
        answer = answers[question]
        asked = {"place": name, **_asked(place, answer), "answer": answer.sentence}
        told = [(each, part_of_answer(each.role)) for each in (*answer.values, *answer.beside)]
        told += [(each, text("answer_table.in_district")) for each in answer.in_district]
        share = _share(found[question]) if found and question in found else {}
        if not is_known(answer):
            yield {**asked, **share, "part": text("answer_table.nothing")}
        for number, (each, part) in enumerate(told):
            yield {**asked, **_told(each), "part": part, **({} if number else share)}


def _share(found: PerHead | NotComparable) -> Row:
    if not isinstance(found, PerHead):
        return {"share_note": text(f"answer_table.not_{found}")}
    note = "" if found.is_sure else text("answer_table.share_unsure")
    return {"share": round(found.number, 1), "share_note": note}


def _asked(place: str, answer: Answer) -> Row:
    question = BY_ID[answer.question]
    return {
        "region": place,
        "theme": question.theme.heading,
        "question": question.wording,
        "searched": answer.searched,
    }


def _told(value: Value) -> Row:
    days = held(value.as_of) if value.as_of else None
    bounds = {
        f"held_{each}": getattr(days, each, None)
        for each in ("from_earliest", "from_latest", "until_earliest", "until_latest")
    }
    return {
        **bounds,
        "holds_for": queries.place_names()[value.place],
        "value": value.words,
        "number": value.number,
        "unit": unit_words(value.unit),
        "as_of": value.as_of,
        "document_date": value.document_date,
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
        Field(name, text(f"answer_table.{name}"), TYPES.get(name, "string"))
        for name in columns
        if name not in DISPLAY
    )
    heading = text(f"answer_table.{title}")
    caveats = (text("answer_table.caveat"),)
    return Table("answers", heading, fields, ("region", "question"), caveats=caveats)
