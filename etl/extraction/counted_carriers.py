"""Carriers with whom a number of staff is said to be."""

import re
from collections.abc import Iterator, Sequence

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.holders import AND, with_listed
from etl.extraction.listed_carriers import labelled
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.parties import IMMIGRATION_OFFICE, Party, find_parties
from etl.extraction.phrases import Said
from etl.extraction.posts.counts import counts
from etl.extraction.roles import AT, TO, found, stands
from etl.extraction.rule import Found

POSTS = re.compile(
    r"stelle[n]?\b|personen für das case|(?:beschäftigt|angestellt) (?:sind|ist)|personal\b|kräfte|kraft\b|manager|fachkr|mitarbeit|vollzeit"
    r"|\bvz[äe]\b|sozialarbeiter|pädagog|berater(?:in|\b)|beschäftigte|bedienstete",
    re.IGNORECASE,
)
STAFF = re.compile(r" (?:\w+ )?\w*(?:stellen?|kräfte?|manager\w*)\b", re.IGNORECASE)
WITH = re.compile(r"\bbei[m]?\b")
OF_SOMEBODY = re.compile(
    r"(?:manager|kräfte|kraft|berater|beschäftigte)[\w*]{0,7}\W{1,3}(?:de[rs]|vom) "
)
THERE_ARE = re.compile(
    r"\W{1,2}|(?: gibt es| sind| ist| arbeiten| arbeitet| stehen| waren)(?: \w+)? "
)
STAFF_OF = re.compile(
    r"\W{1,3}(?:[\w*-]+\W{1,3}){0,2}\w*(?:manager|kräfte|kraft|berater|beschäftigte)[\w*]{0,7}\W{1,3}(?:de[rs]|vom) $",
    re.IGNORECASE,
)
GIVEN_POSTS = re.compile(
    r"\b(?:den|der|diesen|dieser) (?:[\w-]+ ){0,3}stellen? (?:in|bei) de[rnm] (?:\w+ )?$|\b(?:einbürgerungsbehörde|einbürgerungsstelle)[^.;]*$"
)
GOES_TO = re.compile(r"\b(?:geht|gehen|gingen|ging|vergeben|verteilt)\b")
APPLIES = re.compile(r"\bzu beantragen\b|\bbewerben\b|\bzu bitten\b|\bgebeten\b")
FILLED_UP = re.compile(r"(?:\s|,|ebenfalls|auch|noch|je|jeweils|sind|seien)*")
ENDS = re.compile(r"\s*(?:[,.;)]|und\b|sowie\b|$|(?:vollzeit)?stellen?\b|vzä\b)")
REACH_OF_A_NUMBER = 45


def is_of_posts(context: Context) -> bool:
    """Whether the sentence speaks of staff, or the one before in its paragraph does."""
    if POSTS.search(context.folded):
        return True
    earlier = context.previous
    is_near = earlier is not None and earlier.paragraph == context.sentence.paragraph
    return bool(is_near and earlier and POSTS.search(phrases.folded(earlier.text)))


def counted(context: Context) -> Iterator[Found]:
    """A number of staff with whom they are: "sechs von ihnen bei der Stadt, je eine Kraft bei der AWO"."""
    if not context.topic.is_kim or context.modality.asked or not is_of_posts(context):
        return
    yield from labelled(context)
    is_joined = "bei" in context.folded or any(
        each.search(context.folded) for each in (GOES_TO, OF_SOMEBODY)
    )
    numbers = [each for each in context.numbers if each.value] if is_joined else []
    last: tuple[Party, Said] | None = None
    parties = find_parties(context) if numbers and not APPLIES.search(context.folded) else []
    for party in parties:
        number = _number_before(context, party, numbers) or _number_of_list(context, party, parties)
        if number:
            last = party, Said("employs", number.span)
        elif not last or not AND.fullmatch(context.text, last[0].span.end, party.span.start):
            continue
        else:
            last = party, last[1]
        yield found(context, last[1], party, None)


def at_the_office(context: Context) -> Iterator[Found]:
    """Posts at the immigration office have their desks there: "In der Ausländerbehörde des Kreises sind zwei Stellen besetzt"."""
    if not context.topic.is_kim or context.modality.asked or not counts(context):
        return
    for party in find_parties(context):
        is_office = context.folded.startswith("ausländer", party.span.start)
        is_there = is_office and party.kind == IMMIGRATION_OFFICE and stands(context, party, AT)
        if not is_there or GIVEN_POSTS.search(context.folded, 0, party.span.start):
            continue
        how = context.modality_at(party.span)
        clause = context.clause(party.span)
        is_counted = any(
            clause.start <= each.counted.span.start < clause.end for each in counts(context)
        )
        if is_counted and how.is_fact and not how.planned:
            yield found(context, Said("provides_workplace", party.span), party, None)


def _number_before(context: Context, party: Party, numbers: Sequence[Quantity]) -> Quantity | None:
    """The number that "bei" joins with a party, in the same clause."""
    ahead = [each for each in numbers if 0 < each.span.start - party.span.end <= REACH_OF_A_NUMBER]
    if ahead and stands(context, party, AT) and party.kind != IMMIGRATION_OFFICE:
        between = context.folded[party.span.end : ahead[0].span.start]
        if FILLED_UP.fullmatch(between) and ENDS.match(context.folded, ahead[0].span.end):
            return ahead[0]
        if THERE_ARE.fullmatch(between) and STAFF.match(context.text, ahead[0].span.end):
            return ahead[0]
    near = [each for each in numbers if 0 < party.span.start - each.span.end <= REACH_OF_A_NUMBER]
    if not near or party.kind == IMMIGRATION_OFFICE:
        return None
    between = context.text[near[-1].span.end : party.span.start]
    words = between + context.text[party.span.start : party.span.end]
    is_given = stands(context, party, TO) and GOES_TO.search(context.folded) is not None
    is_joined = WITH.search(words) or STAFF_OF.fullmatch(between) or is_given
    return near[-1] if is_joined and "," not in between else None


def _number_of_list(context: Context, party: Party, parties: Sequence[Party]) -> Quantity | None:
    """The number behind the last of those listed together: "bei der Caritas und beim DRK je zwei"."""
    run = with_listed(context, parties, party)
    if len(run) == 1 or run[-1] is party or not stands(context, party, AT):
        return None
    numbers = [each for each in context.numbers if each.value]
    return _number_before(context, run[-1], numbers)
