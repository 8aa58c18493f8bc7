"""Words that stand for posts counted before: "die Stelle", "seine Stelle", "alle Stellen", "sie"; and the day that the next sentence tells by them."""

import re
from dataclasses import replace

from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.posts import days, status
from etl.extraction.sentences import sentences

_POST = (
    r"(?:[\w-]+-)?(?:personal|vollzeit|plan|koordinierungs|koordinations)?stelle(?P<plural>n)?\b"
)
_IT = r"(?:hat|habe|hatte|ist|sei|war|wurde|wird|werde|konnte|soll|solle|bleibt|blieb|steht)"
_THEY = (
    r"(?:haben|hätten|hatten|sind|seien|waren|wurden|werden|konnten|sollen|bleiben|blieben|stehen)"
)
_ACTED = r"(?:hat|habe|haben)(?: (?:der|die|das) \w+)?"
_MOST_BEHIND = 300
THE_SAME = re.compile(
    rf"^(?:[^,;:]{{2,70}} (?:{_IT}|{_THEY}|{_ACTED}) )?"
    rf"(?P<noun>(?:die|diese|seine|ihre|deren|dessen|(?P<all>alle|sämtliche)) (?:(?!\w*ende |zuständige |zentrale )[\w-]+ )?{_POST})"
)
_PRONOUN = re.compile(
    rf"^(?:sie|diese) (?:{_IT}|(?P<they>{_THEY}))\b|^[^,;:]{{2,50}} (?:{_IT}|(?P<they_too>{_THEY})) sie\b"
)


def find(text: str) -> re.Match[str] | None:
    """Where a folded text speaks of posts counted before; None where it does not, or does not begin with them."""
    return THE_SAME.search(text) or _PRONOUN.search(text)


def is_pronoun(same: re.Match[str]) -> bool:
    """Whether they are no more than "sie"."""
    return same.re is _PRONOUN


def is_single(same: re.Match[str]) -> bool:
    """Whether it is one post."""
    if is_pronoun(same):
        return not (same["they"] or same["they_too"])
    return not same["plural"]


def span_of(same: re.Match[str]) -> Span:
    """The words that stand for them."""
    return Span(*same.span() if is_pronoun(same) else same.span("noun"))


def day_behind(context: Context, code: str) -> str | None:
    """The day from which the state `code` held, as the next sentence tells of "sie": "Der Kreis hat zwei Stellen. Sie wurden im Mai eingerichtet"."""
    paragraph = context.paper.paragraphs[context.sentence.paragraph - 1]
    start = context.sentence.start + len(context.text)
    behind = paragraph[start : start + _MOST_BEHIND]
    next_one = next(iter(sentences(behind, context.sentence.paragraph)), None)
    if next_one is None:
        return None
    moved = replace(next_one, start=start + next_one.start)
    following = replace(context, sentence=moved, previous=context.sentence)
    same = _PRONOUN.search(following.folded)
    if same is None:
        return None
    whole = Span(0, len(following.text))
    is_same = status.status_of(following, span_of(same), whole) == code
    return days.since(following, span_of(same), whole) if is_same else None
