"""Who receives, passes on, commissions, carries out, employs, supervises, offers the desk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.holders import AND, counterpart, in_segment, of_clause, subject, with_listed
from etl.extraction.listed_carriers import in_list, in_parentheses, in_table, labelled
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.mentions.organisations import find_organisations
from etl.extraction.paper import Span
from etl.extraction.parties import ANYBODY, CARRIER, IMMIGRATION_OFFICE, Party, find_parties, own
from etl.extraction.phrases import Said
from etl.extraction.posts.counts import counts
from etl.extraction.posts.sentence_parts import segment
from etl.extraction.roles import AT, BY, TO, found, nearest, stands, values
from etl.extraction.rule import Found, Rule

FAMILY, CARRIES_OUT = "carriers", "carries_out"
POSTS = re.compile(
    r"stelle[n]?\b|personen für das case|(?:beschäftigt|angestellt) (?:sind|ist)|personal\b|kräfte|kraft\b|manager|fachkr|mitarbeit|vollzeit"
    r"|\bvz[äe]\b|sozialarbeiter|pädagog|berater(?:in|\b)|beschäftigte|bedienstete",
    re.IGNORECASE,
)
STAFF = re.compile(r" (?:\w+ )?\w*(?:stellen?|kräfte?|manager\w*)\b", re.IGNORECASE)
COMMISSIONED = re.compile(r"\b(?:beauftragt|betraut|vergeben|übertragen)\b")
CARRIERS = re.compile(r"\bträgern?\b")
PASSIVE = re.compile(r"\b(?:ist|sind|wird|werden|wurden?|sei|seien|worden)\b")
ACTIVE = re.compile(r"\b(?:hat|haben|habe|hatte|beauftragte|zu)\b")
BY_ITSELF = re.compile(
    r"case ?-?management\w*\b[^.;]{0,60}\b(?:selbst|in eigener regie)\b(?: durch)?|\bselbst durchgeführt"
)
TO_BE = re.compile(r" werden\b")
LISTED_POSTS = re.compile(r"stellen?, $")
WITH = re.compile(r"\bbei[m]?\b")
PRONOUN = re.compile(r"\b(?:sie|er|diese[rs]?)\b")
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
TOWN_HALL = re.compile(r"\brath[aä]us")
ASKED = re.compile(r"^(?:wer|wie viele|ob|wo|bei wem)\b|\b(?:wer|wie viele|ob|bei wem) [^,;]*$")
APPLIES = re.compile(r"\bzu beantragen\b|\bbewerben\b|\bzu bitten\b|\bgebeten\b")
FILLED_UP = re.compile(r"(?:\s|,|ebenfalls|auch|noch|je|jeweils|sind|seien)*")
ENDS = re.compile(r"\s*(?:[,.;)]|und\b|sowie\b|$|(?:vollzeit)?stellen?\b|vzä\b)")
REACH_OF_A_NUMBER, REACH_OF_A_PRONOUN = 45, 300


def _who_acts(context: Context) -> Iterator[Found]:
    """The subject of a verb: "Der Kreis hat die Caritas beauftragt", with whom it is done."""
    for said, parties in _told(context, "who_acts"):
        if said.code == "employs" and not _is_of_posts(context):
            continue
        is_by_itself = BY_ITSELF.search(context.folded) is not None
        if said.code == CARRIES_OUT and not (is_by_itself or _has_carrier(parties)):
            continue
        holder = subject(context, parties, said)
        if said.code == "commissions" and _is_passive(context):
            by = [each for each in parties if stands(context, each, BY)]
            holder = nearest(by, said)
            yield from () if holder else _commissioned(context, parties, said)
        if holder is None or (said.code == "commissions" and not holder.is_public):
            continue
        towards = counterpart(context, parties, said, holder)
        if said.code == "commissions" and towards is None and not CARRIERS.search(context.folded):
            continue
        together = with_listed(context, parties, holder) if said.code == CARRIES_OUT else [holder]
        for each in together:
            yield found(context, said, each, towards)
        if said.code == "commissions":
            yield from _commissioned(context, parties, said)


def _has_carrier(parties: Sequence[Party]) -> bool:
    return any(each.kind == CARRIER for each in parties)


def _is_passive(context: Context) -> bool:
    """Whether somebody is commissioned, rather than commissions."""
    return bool(PASSIVE.search(context.folded)) and not ACTIVE.search(context.folded)


def _commissioned(context: Context, parties: Sequence[Party], said: Said) -> Iterator[Found]:
    """Who is commissioned carries out: "die Caritas" in "Der Kreis hat die Caritas beauftragt"."""
    part = segment(context, said.span)
    for each in parties:
        is_here = part.start <= each.span.start < part.end
        if is_here and each.kind == CARRIER and each.organisation != ANYBODY:
            yield found(context, Said(CARRIES_OUT, each.span), each, None, "inferred")


def _where_it_is(context: Context) -> Iterator[Found]:
    """The one behind bei or in: "Drei Stellen sind beim Kreis angesiedelt"."""
    for said, parties in _told(context, "where_it_is"):
        if said.code == "employs" and not (_is_of_posts(context) or _is_body_placed(context, said)):
            continue
        at = [
            each
            for each in parties
            if stands(context, each, AT) or (said.code == "employs" and stands(context, each, BY))
        ]
        holder = of_clause(context, at, parties, said)
        for each in with_listed(context, parties, holder) if holder else ():
            yield found(context, replace(said, code=_role(context, said, each)), each, None)


def _is_of_posts(context: Context) -> bool:
    """Whether the sentence speaks of staff, or the one before in its paragraph does."""
    if POSTS.search(context.folded):
        return True
    earlier = context.previous
    is_near = earlier is not None and earlier.paragraph == context.sentence.paragraph
    return bool(is_near and earlier and POSTS.search(phrases.folded(earlier.text)))


def _role(context: Context, said: Said, holder: Party) -> str:
    """What it means to be there: a body is hosted, a post at the immigration office has its desk there."""
    if said.code not in ("employs", "provides_workplace"):
        return said.code
    if _is_body_placed(context, said):
        return "hosts"
    is_desk = TOWN_HALL.search(context.folded, holder.span.start, holder.span.end) is not None
    return "provides_workplace" if is_desk or holder.kind == IMMIGRATION_OFFICE else said.code


def _is_body_placed(context: Context, said: Said) -> bool:
    """Whether it is a body that sits there, rather than staff: one that the sentence names, or a pronoun of it means."""
    if POSTS.search(context.text):
        return False
    before = context.text[: said.span.start]
    if PRONOUN.search(context.folded):
        start, paragraph = context.sentence.start, context.sentence.paragraph
        earlier = context.paper.paragraphs[paragraph - 1][
            max(0, start - REACH_OF_A_PRONOUN) : start
        ]
        before = "" if POSTS.search(earlier) else f"{earlier} {before}"
    return any(each.kind == "bodies" for each in find_organisations(before))


def _before(context: Context) -> Iterator[Found]:
    """Who was named in the sentence before: "Drei Kräfte seien eingestellt worden"."""
    if context.previous is None or context.previous.paragraph != context.sentence.paragraph:
        return
    for said, parties in _told(context, "before"):
        if parties or not _is_of_posts(context):
            continue
        earlier = Context(context.previous, context.paper)
        named = [each for each in find_parties(earlier) if stands(earlier, each, AT)]
        for word in find_modules(context.folded) if len(named) == 1 else ():
            span = Span(min(word.span.start, said.span.start), said.span.end)
            told = values(context, replace(said, span=word.span), named[0], None, word.span)
            yield Found({**told, "basis": "inferred"}, span)


def _own(context: Context) -> Iterator[Found]:
    """The body whose paper it is: "Die Stelle ist dem Fachbereich Soziales zugeordnet"."""
    for said, parties in _told(context, "own"):
        if not parties:
            yield found(context, said, replace(own(context), span=said.span), None, "inferred")


def _counted(context: Context) -> Iterator[Found]:
    """A number of staff with whom they are: "sechs von ihnen bei der Stadt, je eine Kraft bei der AWO"."""
    if not context.topic.is_kim or context.modality.asked or not _is_of_posts(context):
        return
    yield from labelled(context)
    is_joined = (
        "bei" in context.folded
        or GOES_TO.search(context.folded)
        or OF_SOMEBODY.search(context.folded)
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


def _at_the_office(context: Context) -> Iterator[Found]:
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
    if ahead and stands(context, party, AT) and party.kind != IMMIGRATION_OFFICE:
        between = context.folded[party.span.end : ahead[0].span.start]
        if THERE_ARE.fullmatch(between) and STAFF.match(context.text, ahead[0].span.end):
            return ahead[0]
    near = [each for each in numbers if 0 < party.span.start - each.span.end <= REACH_OF_A_NUMBER]
    if not near or party.kind == IMMIGRATION_OFFICE:
        return None
    between = context.text[near[-1].span.end : party.span.start]
    words = between + context.text[party.span.start : party.span.end]
    is_joined = WITH.search(words) or STAFF_OF.fullmatch(between)
    is_joined = is_joined or (stands(context, party, TO) and GOES_TO.search(context.folded))
    return near[-1] if is_joined and "," not in between else None


def _number_of_list(context: Context, party: Party, parties: Sequence[Party]) -> Quantity | None:
    """The number behind the last of those listed together: "bei der Caritas und beim DRK je zwei"."""
    run = with_listed(context, parties, party)
    if len(run) == 1 or run[-1] is party or not stands(context, party, AT):
        return None
    numbers = [each for each in context.numbers if each.value]
    return _number_before(context, run[-1], numbers)


def _beside(context: Context) -> Iterator[Found]:
    """The one that stands nearest: "Zuwendungsempfänger ist der Kreis"."""
    for said, parties in _told(context, "beside"):
        part = segment(context, said.span)
        if said.code == CARRIES_OUT and COMMISSIONED.search(context.folded, part.start, part.end):
            continue
        is_of_posts = LISTED_POSTS.search(context.folded, 0, said.span.start) is not None
        among = [
            each
            for each in in_segment(context, parties, part)
            if said.code != CARRIES_OUT or each.kind == CARRIER or is_of_posts
        ]
        holder = nearest(among, said)
        if holder and holder.is_public and said.code == CARRIES_OUT:
            said = replace(said, code="employs")
        for each in with_listed(context, among, holder) if holder else ():
            yield found(context, said, each, None)


def _told(context: Context, manner: str) -> Iterator[tuple[Said, list[Party]]]:
    """The phrases of one manner that the sentence says of KIM as a fact, with the parties that it names."""
    if not context.topic.is_kim or context.modality.asked:
        return
    parties: list[Party] | None = None
    for said in phrases.load(FAMILY)[manner].find(context.folded):
        how = context.modality_at(said.span)
        clause = context.clause(said.span)
        if ASKED.search(context.folded, clause.start, said.span.start):
            continue
        is_to_be = context.modality.planned and TO_BE.match(context.text, said.span.end)
        if how.negated or how.withdrawn or how.conditional or how.planned or is_to_be:
            continue
        parties = find_parties(context) if parties is None else parties
        yield said, parties


RULES = (
    Rule("carriers.who_acts", "carriers", _who_acts),
    Rule("carriers.where_it_is", "carriers", _where_it_is),
    Rule("carriers.beside", "carriers", _beside),
    Rule("carriers.named_before", "carriers", _before),
    Rule("carriers.own_body", "carriers", _own),
    Rule("carriers.counted_at", "carriers", _counted),
    Rule("carriers.at_the_office", "carriers", _at_the_office),
    Rule("carriers.in_list", "carriers", in_list),
    Rule("carriers.in_table", "carriers", in_table),
    Rule("carriers.in_parentheses", "carriers", in_parentheses),
)
