"""What of an answer is shown: on which cards, which of its values, with what beside them, whose it is, how often proven."""

from collections.abc import Iterable, Mapping, Sequence

from kim import queries
from kim.answers import BY_ID, Answer, AnswerState, Role, Theme, Value
from kim.answers.posts import TABLE
from kim.answers.posts_shown import unsure_posts
from kim.facts import FactKey, words
from ui.lists.chips import level_chip
from ui.lists.entries import Chip
from ui.texts import text

CARDS = (
    "case_management_posts",
    "coordination_posts",
    "immigration_office_posts",
    "persons_advised",
    "grant",
    "own_share",
)
MOST_CARDS = 6
MOST_FIGURES, MOST_AMOUNTS, MOST_UNSURE, MOST_PROOFS = 2, 1, 1, 2
BESIDE_A_FIGURE = {
    Role.PREVIOUS: "previous",
    Role.FOLLOWS: "follows",
    Role.CONTRADICTS: "contradicted",
}
FUNCTIONS = {
    "case_management_posts": "case_management",
    "coordination_posts": "coordination",
    "immigration_office_posts": "immigration_office",
}
Answers = Mapping[str, Answer]


def on_cards(answers: Answers) -> list[Answer]:
    """Of the answers about a place, by question, those that a card shows; one card is left for its commitments."""
    numbered = [answers[each] for each in CARDS if is_numbered(answers[each])]
    return numbered[: MOST_CARDS - 1]


def shown_values(answer: Answer) -> tuple[Value, ...]:
    """The values of the place that a card has room for."""
    most = MOST_AMOUNTS if BY_ID[answer.question].theme is Theme.MONEY else MOST_FIGURES
    return (*answer.values[:most], *unsure_posts(answer)[:MOST_UNSURE])


def is_numbered(answer: Answer) -> bool:
    """Whether a number answers, the place's own or that of its district."""
    told = answer.values or answer.in_district
    return any(each.number is not None for each in told)


def details(value: Value, answer: Answer) -> list[str]:
    """What is said of a figure beside its number and state."""
    said = (
        _of_what(value, answer),
        value.since,
        *value.scope,
        *value.details,
        *_beside(value, answer),
    )
    return [each for each in said if each]


def _of_what(value: Value, answer: Answer) -> str:
    """What an amount is for; the field of posts that work in another one than the card's."""
    if value.fact.table != TABLE:
        return value.subject
    is_told = value.subject == FUNCTIONS.get(answer.question)
    return "" if is_told else words("function", value.subject)


def _beside(value: Value, answer: Answer) -> list[str]:
    """What held before, may have followed or stands against it, of the same unit and field."""
    return [
        text(f"profile.{BESIDE_A_FIGURE[each.role]}", words=each.words)
        for each in answer.beside
        if each.role in BESIDE_A_FIGURE and (each.unit, each.subject) == (value.unit, value.subject)
    ]


def of_district(value: Value, answer: Answer) -> str:
    """What is known of the district, where a place has no number of its own."""
    said = (_of_what(value, answer), value.words, value.state_words)
    place = queries.place_names()[value.place]
    return text("profile.of_district", place=place, words=" ".join(filter(None, said)))


def state(answer: Answer) -> list[Chip]:
    """That documents contradict each other, where they do."""
    is_contradicted = answer.state is AnswerState.CONTRADICTED
    return [Chip(text("profile.contradicted_chip"), "late")] if is_contradicted else []


def levels(answer: Answer) -> list[Chip]:
    """For whom the answer holds; that the place itself has none, where only the district has one."""
    told: Sequence[Value] = answer.values or answer.in_district or answer.beside
    if answer.values and BY_ID[answer.question].is_layered:
        told = (*answer.values, *answer.in_district)
    levels = dict.fromkeys(each.level for each in told)
    is_only_above = bool(answer.in_district and not answer.values)
    only_above = [Chip(text("profile.only_above"))] if is_only_above else []
    return [*(level_chip(each, answer.place) for each in levels), *only_above]


def first_of_each_paragraph(values: Iterable[Value]) -> list[Value]:
    """Of the values that stand in one paragraph the first."""
    found: dict[tuple[str, int | None], Value] = {}
    for each in values:
        found.setdefault((each.source, each.paragraph), each)
    return list(found.values())


def once(answer: Answer) -> list[Value]:
    """Every value with a proof of its own."""
    found: dict[FactKey, Value] = {}
    for each in (*answer.values, *answer.in_district, *answer.beside):
        found.setdefault(each.fact, each)
    return list(found.values())


def proving(answer: Answer) -> list[Value]:
    """The values whose proofs stand beside the answer, one of a paragraph; the other ones stand behind them."""
    return first_of_each_paragraph(once(answer))[:MOST_PROOFS]


def in_document(value: Value) -> str:
    """What a document says, in a sentence."""
    return text(
        "profile.in_document",
        words=value.words,
        state=value.state_words,
        since=value.since,
        document=value.document,
    )


def written_in(value: Value) -> str:
    """The paragraph of a value, where it is counted."""
    if value.paragraph is None:
        return text("profile.place_in_document")
    return text("profile.paragraph", number=value.paragraph)
