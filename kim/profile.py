"""What a profile of a place says beside its answers: what it is, its documents, what lies above and below."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kim import queries
from kim.answers import (
    QUESTIONS,
    Answer,
    Level,
    Question,
    Role,
    Theme,
    Value,
    above_of,
    region,
)
from kim.answers.comparison import populations
from kim.answers.finding import closed, is_known
from kim.commitments import Count, Standing, count
from kim.dates import days
from kim.facts import Record, records
from kim.queries import View
from kim.texts import text
from kim.view import day_shown

FOUND_FIRST = (
    ("case_management_posts",),
    ("carries_out", "employs", "commissions"),
    ("own_share", "total_cost"),
)
FOUND_NEXT = (
    "coordination_posts",
    "grant_recipient",
    "supervises",
    "steering_bodies",
    "evaluation",
    "grant_per_post",
)
MOST_NEXT = 2
Answers = Mapping[str, Answer]


@dataclass(frozen=True)
class Contradiction:
    """A question to which two documents give two answers for the same time."""

    question: Question
    values: tuple[Value, ...]
    others: tuple[Value, ...]


def kind(place: str) -> str:
    """What a place is: "Kommune im Kreis Steinfurt", "Kreis", "kreisfreie Stadt", "Land"."""
    above = above_of(place)
    where = region(above[Level.DISTRICT]).where if Level.DISTRICT in above else ""
    return text(f"place.{region(place).kind}", where=where)


def population(place: str, view: View) -> Value | None:
    """The newest population that a document names exactly; None without one."""
    return populations((place,), view).get(place)


def commitments(place: str, view: View) -> dict[Standing, Count]:
    """How many commitments to the bodies of a place stand how on the day."""
    alone = View((place,), view.held_on, view.known_on)
    return count(records(queries.commitments(alone)), day_shown(view))


def finding(place: str, answers: Answers) -> tuple[str, ...]:
    """Posts, who does it, what it costs, in brief; without these that nothing is found, and what is."""
    told = [
        next((answers[each] for each in several if is_known(answers[each])), None)
        for several in FOUND_FIRST
    ]
    first = [closed(each.brief) for each in told if each]
    nothing = _nothing(place, answers, "first" if is_known_itself(answers) else "itself")
    if first and is_known_itself(answers):
        return (first[0], *(without_own(each, place) for each in first[1:]))
    following = [closed(answers[each].brief) for each in FOUND_NEXT if is_known(answers[each])]
    return (nothing, *(without_own(each, place) for each in first or following[:MOST_NEXT]))


def without_own(sentence: str, place: str) -> str:
    """A sentence without the words that nothing was found for the place itself, where they are said already."""
    return sentence.removeprefix(text("answer.not_own", whose=region(place).of)).strip()


def is_known_itself(answers: Answers) -> bool:
    """Whether anything is known of the place itself, not of its district or the Land alone."""
    told = (value for each in answers.values() for value in (*each.values, *each.beside))
    return any(each.level is Level.OWN for each in told)


def by_theme(answers: Answers) -> dict[Theme, list[Answer]]:
    """The answers that say something, by theme."""
    found: dict[Theme, list[Answer]] = {}
    for question in QUESTIONS:
        if is_known(answers[question.id]):
            found.setdefault(question.theme, []).append(answers[question.id])
    return found


def unknown(answers: Answers) -> list[Question]:
    """The questions that can be asked of the place, to which nothing is found."""
    asked = (each for each in QUESTIONS if each.is_asked_of(answers[each.id].place))
    return [each for each in asked if not is_known(answers[each.id])]


def contradictions(answers: Answers) -> Iterator[Contradiction]:
    """Where documents give different numbers for the same time."""
    for question in QUESTIONS:
        answer = answers[question.id]
        others = tuple(each for each in answer.beside if each.role is Role.CONTRADICTS)
        if others:
            yield Contradiction(question, answer.values, others)


def documents(place: str, view: View) -> list[Record]:
    """The documents that were read on a place, and for a town on its district, the newest first.

    As in `queries.documents`, with `facts`: how many rest on each, by the key of the place.
    """
    above = above_of(place)
    keys = [above[each] for each in (Level.OWN, Level.DISTRICT) if each in above]
    read: dict[str, dict[str, int]] = {}
    for each in records(queries.read_documents(view.known_on)):
        if each["region"] in keys:
            read.setdefault(each["source"], dict.fromkeys(keys, 0))[each["region"]] = each["facts"]
    found = [
        {**each, "facts": read[each["source"]]}
        for each in records(queries.documents(view.known_on))
        if each["source"] in read
    ]
    return sorted(found, key=lambda each: _last_day(each["date"]), reverse=True)


def below(place: str, view: View) -> list[str]:
    """The places of a district (or of the Land) of which a document speaks, by name."""
    known = set(queries.read_documents(view.known_on)["region"])
    within = [
        (each["name"], each["ags"])
        for each in records(queries.places())
        if each["parent"] == place and each["ags"] in known
    ]
    return [ags for _, ags in sorted(within)]


def _last_day(written: str | None) -> date:
    found = days(written) if written else None
    return (found and (found.last or found.first)) or date.min


def _nothing(place: str, answers: Answers, what: str) -> str:
    searched, named = next(iter(answers.values())).searched, region(place)
    return text(f"place.nothing_{what}", where=named.where, of=named.of, searched=searched)
