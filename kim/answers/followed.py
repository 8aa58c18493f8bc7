"""What is followed up: the last decision, reports that are due again and again, questions still open."""

from datetime import date

from kim import decisions, german
from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling, said, several
from kim.answers.values import distinct, holding, split_by_surety, sure_first, value
from kim.dates import days
from kim.facts import Record, words
from kim.german_nouns import opening
from kim.texts import text

DECISIONS, COMMITMENTS, QUESTIONS = "decisions", "commitments", "open_questions"
OPEN = ("open", "partly_answered")


def last_decision(told: Told) -> Choice:
    """The newest dated decisions; where none is dated, the one that is believed first."""
    rows = sure_first(holding(told, DECISIONS))
    dated = [each for each in rows if not german.is_empty(each["date"]) and _day(each)]
    newest = max(filter(None, map(_day, dated)), default=None)
    last = [each for each in dated if _day(each) == newest] or rows[:1]
    return Choice(*split_by_surety([_decision(each) for each in last]))


def reporting_duties(told: Told) -> Choice:
    """What is to be reported again and again, to whom."""
    rows = [each for each in holding(told, COMMITMENTS) if each["recurrence"] != "once"]
    return Choice(*split_by_surety(distinct([_duty(each) for each in sure_first(rows)])))


def open_questions(told: Told) -> Choice:
    """The questions that a paper leaves open, wholly or in part."""
    rows = [each for each in holding(told, QUESTIONS) if each["state"] in OPEN]
    rows = sorted(sure_first(rows), key=lambda each: OPEN.index(each["state"]))
    return Choice(*split_by_surety(distinct([_question(each) for each in rows])))


def tell_last_decision(telling: Telling) -> str:
    """The sentence on the last decision."""
    told = [
        " ".join(
            filter(
                None,
                (
                    each.organisation + ",",
                    f"{each.since}:" if each.since else "",
                    said(each, each.state_words),
                ),
            )
        )
        for each in telling.values or telling.beside
    ]
    return text("answer.last_decision", decisions="; ".join(told)) if told else ""


def tell_duties(telling: Telling) -> str:
    """The sentence on reports that are due again and again."""
    told = [said(each, each.state_words) for each in telling.values or telling.beside]
    return text("answer.duties", where=opening(telling.where), duties=several(told)) if told else ""


def tell_questions(telling: Telling) -> str:
    """The sentence on open questions."""
    told = telling.values or telling.beside
    questions = " ".join(each.words for each in told[:3])
    if not told:
        return ""
    more = len(told) - 3
    rest = text("answer.more_questions", number=more) if more > 0 else ""
    return " ".join(filter(None, (text("answer.questions", questions=questions), rest)))


def _day(record: Record) -> date | None:
    return days(record["date"]).last


def _decision(record: Record) -> Value:
    dated = not german.is_empty(record["date"])
    return value(
        DECISIONS,
        record,
        record["subject"],
        state=decisions.state(record),
        state_words=decisions.stands(record),
        since=german.partial_date(record["date"]) if dated else "",
        organisation=record["body"],
    )


def _duty(record: Record) -> Value:
    to = record["made_to"]
    details = () if german.is_empty(to) else (text("answer.reported_to", name=to),)
    return value(
        COMMITMENTS,
        record,
        record["promise"],
        state=record["state"],
        state_words=words("recurrence", record["recurrence"]),
        details=details,
    )


def _question(record: Record) -> Value:
    answer = record["answer"]
    return value(
        QUESTIONS,
        record,
        record["question"],
        state=record["state"],
        state_words=words("question_state", record["state"]),
        details=() if german.is_empty(answer) else (answer,),
    )
