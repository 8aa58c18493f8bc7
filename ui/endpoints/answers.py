"""`/api/v1/answers`: the answers that stand on the pages, with their values and the proof of each."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from kim import csv_lines, queries
from kim.answer_table import frame_of
from kim.answers import (
    BY_ID,
    QUESTIONS,
    Answer,
    AnswerState,
    Level,
    Question,
    Role,
    Theme,
    Value,
    answers_of,
)
from kim.answers import answers as answers_about
from kim.answers.finding import is_known
from kim.queries import View
from ui import navigation
from ui.endpoints.endpoint import Asked, Endpoint, Item, Schema, Tag
from ui.endpoints.parameters import HELD_ON, KNOWN_ON, PAGING, PLACE, QUESTION, THEME
from ui.texts import text

ANSWERS, IN_DISTRICT = "answers", "in_district"
EVIDENCE = f"/{navigation.page('evidence').address}?fakt="
TODAY, FEW = View(()), 5
PARTS = (ANSWERS, IN_DISTRICT, *Role)
TEXT: Schema = {"type": "string"}
MAYBE_NUMBER: Schema = {"type": ["number", "null"]}
TEXTS: Schema = {"type": "array", "items": TEXT}


def _of(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


VALUE = _of(
    {
        "part": {"type": "string", "enum": list(PARTS)},
        "words": TEXT,
        "number": MAYBE_NUMBER,
        "unit": TEXT,
        "state": TEXT,
        "state_words": TEXT,
        "since": TEXT,
        "as_of": TEXT,
        "level": {"type": "string", "enum": list(Level)},
        "region": TEXT,
        "module": TEXT,
        "scope": TEXTS,
        "details": TEXTS,
        "doubts": TEXTS,
        "basis": {"type": "string", "enum": ["stated", "inferred", "claimed"]},
        "is_sure": {"type": "boolean"},
        "is_certain": {"type": "boolean"},
        "source": TEXT,
        "source_title": TEXT,
        "document_date": TEXT,
        "paragraph": {"type": ["integer", "null"]},
        "fact": TEXT,
        "evidence": {"type": "string", "format": "uri-reference"},
    }
)
ANSWER = _of(
    {
        "region": TEXT,
        "place": TEXT,
        "theme": {"type": "string", "enum": list(Theme)},
        "question": {"type": "string", "enum": [each.id for each in QUESTIONS]},
        "wording": TEXT,
        "state": {"type": "string", "enum": list(AnswerState)},
        "level": {"type": ["string", "null"], "enum": [*Level, None]},
        "sentence": TEXT,
        "brief": TEXT,
        "searched": TEXT,
        "values": {"type": "array", "items": VALUE},
    }
)


def asked_answers(asked: Asked) -> Iterator[Answer]:
    """The answers to the questions asked for, place by place, in the order of a profile.

    Those of today, and those about many places, are found for all places at once and remembered once.
    """
    questions, themes = asked.several("question"), asked.several("theme")
    chosen = [
        each
        for each in QUESTIONS
        if (not questions or each.id in questions) and (not themes or each.theme in themes)
    ]
    places = asked.several("place") or _everyone()
    is_of_all = asked.view(()) == TODAY or len(places) > FEW
    of_all = answers_of(_everyone(), asked.view(())) if is_of_all else {}
    for place in places:
        found = of_all.get(place) or answers_about(place, asked.view(()))
        yield from (found[each.id] for each in chosen if is_told(each, place, found[each.id]))


def answers_of_today() -> None:
    """Find what is asked for most, so that it is remembered."""
    answers_of(_everyone(), TODAY)


def _everyone() -> tuple[str, ...]:
    return tuple(queries.places()["ags"])


def is_told(question: Question, place: str, answer: Answer) -> bool:
    """Whether a profile tells an answer or that it is not known: unless a Land cannot be asked."""
    return question.is_asked_of(place) or is_known(answer)


def as_item(answer: Answer) -> Item:
    """An answer as JSON has it; its sentence and numbers are those of the pages."""
    question = BY_ID[answer.question]
    told = [(each, each.role or ANSWERS) for each in (*answer.values, *answer.beside)]
    told += [(each, IN_DISTRICT) for each in answer.in_district]
    return {
        "region": answer.place,
        "place": queries.place_names()[answer.place],
        "theme": question.theme,
        "question": question.id,
        "wording": question.wording,
        "state": answer.state,
        "level": answer.level,
        "sentence": answer.sentence,
        "brief": answer.brief,
        "searched": answer.searched,
        "values": [_value(each, str(part)) for each, part in told],
    }


def _value(value: Value, part: str) -> Item:
    return {
        "part": part,
        "words": value.words,
        "number": value.number,
        "unit": value.unit,
        "state": value.state,
        "state_words": value.state_words,
        "since": value.since,
        "as_of": value.as_of,
        "level": value.level,
        "region": value.place,
        "module": value.module,
        "scope": value.scope,
        "details": value.details,
        "doubts": value.doubts,
        "basis": value.basis,
        "is_sure": value.is_sure,
        "is_certain": value.is_certain,
        "source": value.source,
        "source_title": value.document,
        "document_date": value.document_date,
        "paragraph": value.paragraph,
        "fact": str(value.fact),
        "evidence": evidence(str(value.fact)),
    }


def evidence(fact: str) -> str:
    """The address of the proof of a fact, given by its key: "positions:00000000001f00ab"."""
    return EVIDENCE + fact.replace(":", "%3A")


def _items(asked: Asked) -> Sequence[Item]:
    first = asked.offset
    found = islice(asked_answers(asked), first, first + (asked.limit or 0) + 1)
    if asked.view(()) != TODAY:
        return [as_item(each) for each in found]
    return [items_of_today(each.place)[each.question] for each in found]


@queries.remembered
def items_of_today(place: str) -> Mapping[str, Item]:
    """The answers about a place as JSON has them, by question, made once."""
    return {each.question: as_item(each) for each in asked_answers(Asked({"place": (place,)}))}


def _lines(asked: Asked) -> Iterator[str]:
    last = None if asked.limit is None else asked.offset + asked.limit
    frame, fields = frame_of(islice(asked_answers(asked), asked.offset, last))
    return csv_lines.file((frame,), fields)


ENDPOINT = Endpoint(
    "answers",
    "/api/v1/answers",
    Tag.ANSWERS,
    text("api.title_answers"),
    (PLACE, QUESTION, THEME, HELD_ON, KNOWN_ON, *PAGING),
    _items,
    _lines,
    ANSWER,
)
