"""Numbers of posts and persons whose noun stands elsewhere: "davon zwei besetzt", "von 1,9 auf 3,5", "sechs beim Kreis"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.paper import Span
from etl.extraction.posts import nouns, status_words
from etl.extraction.posts.change import change
from etl.extraction.posts.counted import Counted, value
from etl.extraction.posts.implied_words import (
    AS_AN_ADJUNCT,
    AT_BEHIND,
    BEHIND,
    BESIDE_BEHIND,
    BEYOND_BEFORE,
    EACH_BEFORE,
    FEWEST_LETTERS,
    FINITE_BEHIND,
    LISTED_BEFORE,
    LOWER_BEHIND,
    MORE_ACTS_BEHIND,
    MORE_BEHIND,
    MOST_WITHOUT_NOUN,
    NO_COUNT_BEFORE,
    NO_COUNT_BEHIND,
    OF_BEHIND,
    OF_THESE,
    OF_THESE_BEHIND,
    OF_WHICH_BEFORE,
    OF_WHICH_BEHIND,
    OWN_NOUN,
    PEOPLE,
    REST_BEFORE,
    STARTS_WITH_STATE,
    TARGET_BEFORE,
    UNTIL_PART,
    VOTES,
    WHOLE,
)
from etl.extraction.posts.quantities import ORDINAL, quantities

_ARE_THEY = re.compile(r"\b(?:sind|waren|seien) es\b|^es (?:sind|waren|seien)\b")


@dataclass(frozen=True, slots=True)
class Implied:
    """A count without its noun. `kind`: "part", "listed" (one of several side by side), "increase", "before" (the former number) or "after"."""

    counted: Counted
    kind: str


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a number without a noun may stand for: the unit last counted before it, and the greatest number of that unit."""

    context: Context
    named: Sequence[Counted]
    before: Sequence[Counted]

    def read(self) -> Iterator[Implied]:
        """The counts of the sentence whose noun stands elsewhere, in order."""
        taken = {each.quantity.span: each for each in self.named}
        last = self.before[-1].unit if self.before else self._asked_for()
        most = max((value(each) for each in self.before), default=0.0)
        kind: str | None = None
        at = 0
        for number in quantities(self.context):
            for noun in self._nouns():
                if at <= noun.span.start < number.span.start:
                    last = noun.code
            at = number.span.end
            if counted := taken.get(number.span):
                last, most = counted.unit, max(most, value(counted))
                kind = "part" if is_of_these(counted) else kind
                continue
            kind = _kind(self.context, number, most, kind)
            unit = self._of(number) or last or self._behind(number) or self._of_target(number)
            if kind and unit and (number.most or number.least or 0) <= MOST_WITHOUT_NOUN:
                span = _span(self.context, number)
                counted = Counted(number, unit, span, "", is_named=False)
                most = max(most, value(counted))
                yield Implied(counted, kind)
            elif self._counts_something_else(number):
                last = None

    def _counts_something_else(self, number: Quantity) -> bool:
        """Whether a number has another noun of its own, and is no mere adjunct: "300 Fälle", but not "für elf Kommunen"."""
        before = self.context.folded[max(0, number.span.start - 24) : number.span.start]
        has_noun = OWN_NOUN.match(self.context.text, number.span.end) is not None
        return has_noun and not number.is_article and not AS_AN_ADJUNCT.search(before)

    def _nouns(self) -> list[phrases.Said]:
        small = self.context.folded
        found = nouns.find(self.context.text)
        return [each for each in found if not small.startswith(PEOPLE, each.span.start)]

    def _asked_for(self) -> str | None:
        """The noun of the question before, or of what "es" stands for: "Wie viele Stellen hat der Kreis? Es sind zwölf"."""
        previous = self.context.previous
        if previous is None or not (
            previous.text.endswith("?") or _ARE_THEY.search(self.context.folded)
        ):
            return None
        said = nouns.find(previous.text)
        return said[-1].code if said else None

    def _of(self, number: Quantity) -> str | None:
        """The noun of the whole: "neun von elf Stellen"."""
        is_of = OF_BEHIND.match(self.context.folded, number.span.end, number.span.end + 90)
        return self._behind(number) if is_of else None

    def _of_target(self, number: Quantity) -> str | None:
        """Posts, where no noun stands: "Soll 8,0, Ist 7,5"."""
        is_told = TARGET_BEFORE.search(self.context.text, 0, number.span.start)
        return "posts" if is_told else None

    def _behind(self, number: Quantity) -> str | None:
        """The next noun of the sentence, where the numbers before it are listed: "1,5 in Olfen und 2 Stellen in Dülmen"."""
        return next(
            (each.code for each in self._nouns() if each.span.start > number.span.end), None
        )


def is_of_these(counted: Counted) -> bool:
    """Whether the words before the noun speak of more than are counted: "17 dieser Stellen"."""
    return OF_THESE_BEHIND.match(counted.noun) is not None


def find_implied(
    context: Context, counted: Sequence[Counted], before: Sequence[Counted]
) -> list[Implied]:
    """The counts of the sentence whose noun stands elsewhere, in order. `counted`: those with one; `before`: of the sentence before."""
    return list(_Reader(context, counted, before).read())


def _kind(context: Context, number: Quantity, most: float, last: str | None) -> str | None:
    """What a number is that has no noun beside it; None where it counts something else. `most`: the greatest count before it."""
    small, start = context.folded, number.span.end
    before = small[max(0, number.span.start - 90) : number.span.start]
    is_said_again = small.endswith(("beide", "viertel"), 0, start) and most and number.span.start
    if NO_COUNT_BEHIND.match(small, start) or len(small) < FEWEST_LETTERS or is_said_again:
        return None
    if _is_part(small, number, before) or _is_of_these(context, number, before):
        return "part"
    if MORE_BEHIND.match(small, start):
        return "increase"
    if MORE_ACTS_BEHIND.match(small, start):
        return "part" if last == "part" else "increase"
    if changed := change(context, number):
        is_still_part = changed == "after" and last == "part"
        return None if number.is_article else "part" if is_still_part else changed
    return _kind_beside_others(context, number, before, most, last)


def _kind_beside_others(
    context: Context, number: Quantity, before: str, most: float, last: str | None
) -> str | None:
    """What a number is that stands bare in a list, or before its status: part of a greater count, or one of several."""
    small, start = context.folded, number.span.end
    if EACH_BEFORE.search(before) and AT_BEHIND.match(small, start):
        return "listed"
    if not _is_bare(context, number, before):
        return None
    if ORDINAL.match(small, number.span.start):
        return "part" if small.startswith("d", number.span.start) else "increase"
    if BEYOND_BEFORE.search(before):
        return None if number.is_article else "increase"
    is_less, is_state = 0 < (number.most or number.least or 0) < most, _is_state(context, start)
    if number.is_article and not (
        is_less and (is_state or LISTED_BEFORE.search(before) or _is_pronoun(context, number))
    ):
        return None
    return "part" if is_less and (last == "part" or is_state) else "listed"


def _is_pronoun(context: Context, number: Quantity) -> bool:
    """Whether an article begins the sentence and a verb follows: "Eine ist seit November frei"."""
    is_first = number.span.start == 0
    return is_first and FINITE_BEHIND.match(context.folded, number.span.end) is not None


def _is_bare(context: Context, number: Quantity, before: str) -> bool:
    """Whether no noun of its own follows a number, and it is no number of a paper or a vote."""
    small, start = context.folded, number.span.end
    if NO_COUNT_BEFORE.search(before) or VOTES.search(small):
        return False
    if BEHIND.match(small, start) or _is_state(context, start):
        return True
    return (
        not number.is_article
        and LOWER_BEHIND.match(context.text, start) is not None
        and not OWN_NOUN.match(context.text, start)
    )


def _is_state(context: Context, start: int) -> bool:
    """Whether the words behind a number begin with its status: "drei derzeit besetzt"."""
    found = STARTS_WITH_STATE.match(context.folded, start)
    if found is None or context.text[found.end() : found.end() + 1].isupper():
        return False
    said = status_words.find(context.folded, start)
    return any(each.span.start == found.end() for each in said)


def _is_part(small: str, number: Quantity, before: str) -> bool:
    start = number.span.end
    if OF_WHICH_BEFORE.search(before) or OF_WHICH_BEHIND.match(small, start):
        return True
    if OF_BEHIND.match(small, start, start + 90) or BESIDE_BEHIND.match(small, start):
        return True
    return bool(REST_BEFORE.search(before))


def _is_of_these(context: Context, number: Quantity, before: str) -> bool:
    """Whether a bare number stands in a clause that begins with its whole: "von den elf Stellen waren im Mai neun vergeben"."""
    clause = context.clause(number.span)
    start = max(clause.start, number.span.start - UNTIL_PART)
    group = OF_THESE.search(context.folded, start, number.span.start)
    if group is None or not _is_bare(context, number, before):
        return False
    return WHOLE.search(context.folded, group.start(), number.span.start) is not None


def _span(context: Context, number: Quantity) -> Span:
    """The number with the words beside it that tell its part."""
    small, start, end = context.folded, number.span.start, number.span.end
    if found := re.search(r"(?:davon|von|auf|um|statt|darunter|hiervon)\s+$", small[:start][-12:]):
        start -= len(found.group())
    if found := OF_WHICH_BEHIND.match(small, end) or MORE_BEHIND.match(small, end):
        end = found.end()
    elif state := STARTS_WITH_STATE.match(small, end):
        said = status_words.find(small, end)
        end = next((each.span.end for each in said if each.span.start == state.end()), end)
    return Span(start, end)
