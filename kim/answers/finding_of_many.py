"""What several places say to one question, in a sentence or two: who says it, and for whom nobody does."""

from collections.abc import Callable, Mapping, Sequence

from kim import queries
from kim.answers.answer import Answer, Level, Value
from kim.answers.measures import EVALUATED
from kim.answers.places import above_of, region
from kim.answers.posts import NOT_THERE, STATES
from kim.answers.posts_shown import unsure_posts
from kim.answers.questions import BY_ID
from kim.german_nouns import listed, opening
from kim.texts import text

MOST_PLACES, MOST_OF_A_PLACE = 8, 2
Answered = Mapping[str, Answer]
Many = Callable[[str, Answered], list[str]]


def by_state(question: str, answers: Answered) -> list[str]:
    """How many places name a number, and which one, state by state, the highest first."""
    known = {key: each.values[0] for key, each in answers.items() if each.values}
    counts = {"known": len(known), "all": len(answers), "subject": BY_ID[question].short}
    key = "no_numbers" if not known else "one_number" if len(known) == 1 else "numbers"
    sentences = [text(f"finding.{key}", **counts)]
    groups: list[str] = []
    for state in (*reversed(STATES), *NOT_THERE):
        named: dict[str, list[str]] = {}
        for key, value in known.items():
            if value.state == state:
                said = text("finding.with_number", place=_name(key), number=_whose(value))
                named.setdefault(value.state_words, []).append(said)
        groups += [
            text("finding.in_state", state=opening(words), places=_several(places))
            for words, places in named.items()
        ]
    groups += _unsure(answers)
    return [*sentences, *([" ".join(groups)] if groups else []), *_without(answers)]


def _unsure(answers: Answered) -> list[str]:
    """The numbers that stand beside sure ones only because they are not sure, place by place."""
    told = {
        key: [f"{each.words} {each.state_words}" for each in unsure_posts(each_of)]
        for key, each_of in answers.items()
    }
    places = [f"{_name(key)}: {listed(words)}" for key, words in told.items() if words]
    return [text("finding.not_sure", places=_several(places, "; "))] if places else []


def _whose(value: Value) -> str:
    """The number; of a part of the place, which part or whose it is."""
    of = value.area or next(iter(value.details), "")
    return (
        text("finding.part_of", number=value.words, of=of)
        if value.is_limited and of
        else value.words
    )


def by_words(question: str, answers: Answered) -> list[str]:
    """What each place says itself, in a row; places for which only the district or nobody says it."""
    own = {
        key: [each for each in answer.values if each.level is Level.OWN]
        for key, answer in answers.items()
    }
    told = [
        f"{_name(key)}: {listed([not_again(each.words, key) for each in values[:MOST_OF_A_PLACE]])}"
        for key, values in own.items()
        if values
    ]
    short = BY_ID[question].short
    if not told:
        return [text("finding.nobody", subject=short)]
    return [text("finding.each", subject=short, places=_several(told, "; "))]


def not_again(words: str, place: str) -> str:
    """What is said of a place; where it is the place itself, that, without its name."""
    return text(f"finding.itself_{region(place).kind}") if words == _name(place) else words


def evaluated(question: str, answers: Answered) -> list[str]:
    """Where evaluation runs, is planned or undecided, be it by the district alone; what the Land does."""
    own: dict[str, list[str]] = {}
    land: list[Value] = []
    for key, answer in answers.items():
        land = land or [each for each in answer.values if each.level is Level.LAND]
        local = [
            each
            for each in answer.values
            if each.level is not Level.LAND and each.subject != "land"
        ]
        local = [each for each in local if each.level is Level.OWN] or local
        if local and (local[0].place == key or local[0].place not in answers):
            own.setdefault(_by_subject(local), []).append(by_whom(key, local[0]))
    states = "; ".join(
        text("finding.evaluated", state=state, places=_several(names))
        for state, names in own.items()
    )
    locally = text("finding.locally", states=states) if states else text("finding.not_evaluated")
    return [locally, *[text("finding.by_land", state=_doubted(each)) for each in land[:1]]]


def _by_subject(values: Sequence[Value]) -> str:
    """The state; of several, that they hold for different things: "je nach Gegenstand „geplant“ oder …"."""
    in_order = sorted(values, key=lambda each: EVALUATED.index(each.state))
    states = list(dict.fromkeys(each.state_words for each in in_order))
    if len(states) == 1:
        return text("finding.quoted", words=states[0])
    quoted = [text("finding.quoted", words=each) for each in states]
    return text("finding.by_subject", states=listed(quoted, "oder"))


def _doubted(value: Value) -> str:
    """The state and why it is not sure, since when."""
    why = "; ".join((value.since, *value.doubts)) if value.doubts else ""
    return f"{value.state_words} ({why})" if why else value.state_words


def by_whom(key: str, value: Value) -> str:
    """Where; of what only the district says or does, that too."""
    where = region(key).where
    if value.level is Level.OWN:
        return where
    return text("finding.by_district", place=where, district=_name(value.place))


def steered(question: str, answers: Answered) -> list[str]:
    """Which places have a body that steers strategically; of towns without one, whose district has one."""
    levels = {
        key: {
            each.level
            for each in answer.values
            if each.subject == "strategic" and each.state == "exists"
        }
        for key, answer in answers.items()
    }
    named = [_name(key) for key, found in levels.items() if Level.OWN in found]
    counts = {"number": len(named), "all": len(answers), "places": _several(named) if named else ""}
    key = "not_steered" if not named else "one_steered" if len(named) == 1 else "steered"
    return [text(f"finding.{key}", **counts), *_by_districts("steered_by_district", levels)]


def grouped(question: str, answers: Answered) -> list[str]:
    """Which places name target groups themselves or have them from their district; what the Land says for all."""
    own = [_name(key) for key, each in answers.items() if Level.OWN in each.levels]
    land = next(
        (value for each in answers.values() for value in each.values if value.level is Level.LAND),
        None,
    )
    key = "no_groups" if not own else "one_groups" if len(own) == 1 else "groups"
    counts = {"number": len(own), "all": len(answers), "places": _several(own) if own else ""}
    levels = {key: set(each.levels) for key, each in answers.items()}
    sentences = [text(f"finding.{key}", **counts), *_by_districts("groups_of_district", levels)]
    if land:
        sentences.append(text("finding.groups_of_land", group=land.words))
    return sentences


def _by_districts(words: str, levels: Mapping[str, set[Level]]) -> list[str]:
    """For whom only a district that was not chosen says it, all in one sentence; none for nobody."""
    towns: dict[str, list[str]] = {}
    for key, found in levels.items():
        district = above_of(key).get(Level.DISTRICT, "")
        if Level.DISTRICT in found and Level.OWN not in found and district not in levels:
            towns.setdefault(district, []).append(_name(key))
    told = [
        text(f"finding.{words}", places=_several(names), district=region(district).with_article)
        for district, names in towns.items()
    ]
    return [" ".join(told)] if told else []


def _without(answers: Answered) -> list[str]:
    silent = [_name(key) for key, each in answers.items() if not each.values]
    return [text("finding.without", places=_several(silent))] if silent else []


def _several(words: list[str], joint: str = ", ") -> str:
    shown, more = words[:MOST_PLACES], len(words) - MOST_PLACES
    if more > 0:
        return text("finding.more", places=joint.join(shown), number=more)
    return listed(shown) if joint == ", " else joint.join(shown)


def _name(key: str) -> str:
    return queries.place_names()[key]


MANY: Mapping[str, Many] = {
    "case_management_posts": by_state,
    "evaluation": evaluated,
    "steering_bodies": steered,
    "target_groups": grouped,
}
