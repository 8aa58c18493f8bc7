"""How a sentence says what it says: as a fact, a plan, a question, a denial, somebody's word."""

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.extraction import phrases
from etl.extraction.paper import Span

_BOUNDARY = re.compile(
    r"[;:]\s|\s[–—-]\s|,(?=\s)(?!\s(?:den |die |der |dem |das )?[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?(?:,\s(?:den |die |der |dem |das )?[A-ZÄÖÜ][\w-]+){0,6}\s(?:und|sowie)\s(?:den |die |der |dem |das )?[A-ZÄÖÜ])|\s(?:aber|sondern|jedoch|während)\s|\sund\s(?=nicht\b)"
)
_DENIED_ATTRIBUTE = re.compile(
    r"\b[Nn]icht(?= (?:mehr |wieder )?[a-zäöüß]{3,}(?:te|ene|bare)[nrsm]? [A-ZÄÖÜ])"
)
_ANSWER = re.compile(r"\s*(?:antwort|die verwaltung antwortet)\b")


@dataclass(frozen=True, slots=True)
class Modality:
    """What a sentence, or the clause around a span, makes of what it says.

    `asked`: it asks. `reported`: it tells what somebody said. `negated`, `planned`, `conditional`: it denies, announces, supposes.
    `withdrawn`: a figure that was wrong or held no longer. `claimed`: who speaks is a member, a group, an applicant.
    """

    asked: bool = False
    reported: bool = False
    negated: bool = False
    planned: bool = False
    conditional: bool = False
    withdrawn: bool = False
    claimed: bool = False

    @property
    def is_fact(self) -> bool:
        """Whether something is said to be so or to be planned: neither asked, denied, supposed nor withdrawn."""
        return not (self.asked or self.negated or self.conditional or self.withdrawn)

    @property
    def basis(self) -> str:
        """The code of `basis`: claimed where a member or group speaks, else stated."""
        return "claimed" if self.claimed else "stated"


def read(text: str, is_claimed_before: bool = False) -> Modality:
    """The modality of a whole sentence. `is_claimed_before`: whether the speaker of the sentence before made a claim."""
    small = phrases.folded(_without_attributes(text))
    return _modality(small, small, speaker(small, is_claimed_before))


def read_at(text: str, span: Span, is_claimed_before: bool = False) -> Modality:
    """The modality of the clause around a span of a sentence; who asks and who speaks is told by the whole sentence."""
    small = phrases.folded(_without_attributes(text))
    around = clause(text, span)
    return _modality(small, small[around.start : around.end], speaker(small, is_claimed_before))


def _without_attributes(text: str) -> str:
    """The text with "nicht" blank where it denies an attribute and not the clause: "nicht verbrauchte Mittel"."""
    return _DENIED_ATTRIBUTE.sub("     ", text) if "icht" in text else text


def clause(text: str, span: Span) -> Span:
    """The clause of a sentence in which the span stands."""
    start, end = 0, len(text)
    for begins, ends in _boundaries(text):
        if ends <= span.start:
            start = ends
        elif begins >= span.end:
            end = begins
            break
    return Span(start, end)


@lru_cache(maxsize=phrases.TEXTS_KEPT)
def _boundaries(text: str) -> tuple[tuple[int, int], ...]:
    return tuple([found.span() for found in _BOUNDARY.finditer(text)])


def speaker(small: str, is_claimed_before: bool) -> bool:
    """Whether what a folded sentence says is a claim: by whom it names or, in reported speech, by who spoke before."""
    lists = phrases.load("modality")
    named = lists["speaker"].codes(small)
    if "stated" in named:
        return False
    if "claimed" in named:
        return True
    return is_claimed_before and "reported" in lists["reported"].codes(small)


def _modality(sentence: str, around: str, is_claimed: bool) -> Modality:
    lists = phrases.load("modality")
    signs = lists["sign"].codes(around)
    is_asked = sentence.rstrip('"”“»« ').endswith("?") or (
        "asked" in lists["sign"].codes(sentence) and not _ANSWER.match(sentence)
    )
    return Modality(
        asked=is_asked,
        reported="reported" in lists["reported"].codes(sentence),
        negated="negated" in signs,
        planned="planned" in signs,
        conditional="conditional" in signs,
        withdrawn="withdrawn" in signs,
        claimed=is_claimed,
    )
