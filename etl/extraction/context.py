"""A sentence with what is known around it, as the rules of all families are given it."""

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from etl.extraction import modality, phrases
from etl.extraction.mentions import reference_time
from etl.extraction.mentions.dates import Moment, find_dates
from etl.extraction.mentions.numbers import Quantity, find_numbers
from etl.extraction.mentions.places import Place, find_places
from etl.extraction.modality import Modality
from etl.extraction.paper import Paper, Sentence, Span
from etl.extraction.topic import Topic
from kim.dates import Days, days, has_year

LENGTH_OF_DISTRICT, REACH_BACK = 5, 400
MONTH = re.compile(r"\d{4}-[01]\d(?:-\d\d)?$")
_WAS = re.compile(r"\b(?:waren?|wurden?|hatten?|lag(?:en)?|gab|arbeiteten|betrug(?:en)?)\b")
NO_DAYS = Days(None, None)
NO_TOPIC = Topic(is_kim=True, heading="", module=None)


@lru_cache(maxsize=phrases.TEXTS_KEPT)
def _numbers(text: str) -> tuple[Quantity, ...]:
    """The numbers of a text; kept for the sentence before, which is asked for again."""
    return tuple(find_numbers(text))


@dataclass(frozen=True, eq=False)
class Context:
    """A sentence, its paper, and what came before it.

    `previous`: the sentence before in the same paper, None for the first. `topic`: whether it speaks of KIM, its heading and module.
    `intro`: the sentence with a colon that the list begins with in which the sentence stands, None outside lists.
    `header`: the first row of the table in which the sentence is a row, None outside tables; `caption`: the line above it, "" for none. `is_claimed_before`: whether the
    sentence before was a claim of a member or group. `is_of_district`: whether somebody from the district's integration centre
    reports in the paper of a town. All else is read from the text once, when a rule asks for it.
    """

    sentence: Sentence
    paper: Paper
    previous: Sentence | None = None
    topic: Topic = NO_TOPIC
    intro: Sentence | None = None
    header: Sentence | None = None
    caption: str = ""
    is_claimed_before: bool = False
    is_of_district: bool = False

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text

    @property
    def home(self) -> str:
        """The key of the place that speaks: that of the paper, or its district."""
        region = self.paper.region
        return region[:LENGTH_OF_DISTRICT] if self.is_of_district else region

    @property
    def date(self) -> str | None:
        """The date of the paper as EDTF; None when unknown."""
        return self.paper.date

    @cached_property
    def folded(self) -> str:
        """The words in small letters, every character where it was."""
        return phrases.folded(self.text)

    @cached_property
    def modality(self) -> Modality:
        """How the whole sentence says it."""
        return modality.read(self.text, self.is_claimed_before)

    @cached_property
    def numbers(self) -> tuple[Quantity, ...]:
        """The numbers of the sentence, in order."""
        return _numbers(self.text)

    @cached_property
    def dates(self) -> tuple[Moment, ...]:
        """The dates of the sentence, in order; also those told from the time last spoken of."""
        own = [self._in_tense(each) for each in find_dates(self.text, self.paper.date)]
        if not reference_time.PATTERN.search(self.folded):
            return tuple(own)
        year = self.date[:4] if self.date else None
        told = reference_time.find_told(self.text, own, self._last_date_before, year)
        return tuple(sorted([*own, *told], key=lambda each: each.span.start))

    def _in_tense(self, moment: Moment) -> Moment:
        """The last end of a year, where the clause tells what was: "am Jahresende waren es zwölf"."""
        words = self.folded[moment.span.start : moment.span.end]
        is_open = words.endswith(("jahresende", "ende des jahres")) and self.lies_ahead(moment)
        if not is_open or not _WAS.search(self.folded) or not moment.edtf[:4].isdigit():
            return moment
        return replace(moment, edtf=f"{int(moment.edtf[:4]) - 1}{moment.edtf[4:]}")

    def _last_date_before(self) -> Moment | None:
        """The time last spoken of before the sentence in its paragraph; no time until which something is due."""
        paragraph = self.paper.paragraphs[self.sentence.paragraph - 1]
        before = paragraph[max(0, self.sentence.start - REACH_BACK) : self.sentence.start]
        found = [each for each in find_dates(before, self.paper.date) if each.role != "until"]
        return self.last(found[-1]) if found else None

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that the sentence names, in order."""
        return tuple(find_places(self.text))

    def is_over(self, moment: Moment) -> bool:
        """Whether a time had ended before the day of the paper; False when either is not known."""
        ends, paper = self._days(moment)
        return ends.last is not None and paper.first is not None and ends.last < paper.first

    def lies_ahead(self, moment: Moment) -> bool:
        """Whether a time begins after the day of the paper; False when either is not known."""
        begins, paper = self._days(moment)
        return begins.first is not None and paper.last is not None and begins.first > paper.last

    def next(self, moment: Moment) -> Moment:
        """The time; without its year in the words, the next one from the day of the paper, where that is known."""
        return self._nearest(moment, 1)

    def last(self, moment: Moment) -> Moment:
        """The time; without its year in the words, the last one up to the day of the paper, where that is known."""
        return self._nearest(moment, -1)

    def _nearest(self, moment: Moment, step: int) -> Moment:
        is_open = (moment.is_inferred or not has_year(moment.edtf)) and "/" not in moment.edtf
        if not is_open or not self.date or not MONTH.match(self.date):
            return moment
        year, rest = int(self.date[:4]), moment.edtf[4:]
        one, other = f"{year}{rest}"[: len(self.date)], self.date[: len(rest) + 4]
        is_right = one >= other if step > 0 else one <= other
        return replace(moment, edtf=f"{year if is_right else year + step}{rest}")

    def _days(self, moment: Moment) -> tuple[Days, Days]:
        is_known = self.date and has_year(moment.edtf)
        return (
            (days(moment.edtf), days(self.date)) if is_known and self.date else (NO_DAYS, NO_DAYS)
        )

    def modality_at(self, span: Span) -> Modality:
        """How the clause around a span says it."""
        return modality.read_at(self.text, span, self.is_claimed_before)

    def clause(self, span: Span) -> Span:
        """The clause in which a span stands."""
        return modality.clause(self.text, span)
