"""Who receives, passes on, commissions, carries out, employs, supervises, offers the desk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.counted_carriers import POSTS, at_the_office, counted, is_of_posts
from etl.extraction.holders import counterpart, in_segment, of_clause, subject, with_listed
from etl.extraction.listed_carriers import in_line, in_list, in_parentheses, in_table
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.organisations import find_organisations
from etl.extraction.paper import Span
from etl.extraction.parties import ANYBODY, CARRIER, IMMIGRATION_OFFICE, Party, find_parties, own
from etl.extraction.phrases import Said
from etl.extraction.posts.counts import counts
from etl.extraction.posts.sentence_parts import segment
from etl.extraction.roles import AT, BY, OBLIQUE, found, nearest, stands, values
from etl.extraction.rule import Found, Rule

FAMILY, CARRIES_OUT = "carriers", "carries_out"
COMMISSIONED = re.compile(r"\b(?:beauftragt|betraut|vergeben|übertragen)\b")
CARRIERS = re.compile(r"\bträgern?\b")
PASSIVE = re.compile(r"\b(?:ist|sind|wird|werden|wurden?|sei|seien|worden)\b")
ACTIVE = re.compile(r"\b(?:hat|haben|habe|hatte|beauftragte|zu)\b")
BY_ITSELF = re.compile(
    r"case ?-?management\w*\b[^.;]{0,60}\b(?:selbst|in eigener regie)\b(?: durch)?|\bselbst durchgeführt"
)
TO_BE = re.compile(r" werden\b")
LISTED_POSTS = re.compile(r"stellen?, $")
PRONOUN = re.compile(r"\b(?:sie|er|diese[rs]?)\b")
TOWN_HALL = re.compile(r"\brath[aä]us")
REACH_OF_A_PRONOUN = 300
ASKED = re.compile(r"^(?:wer|wie viele|ob|wo|bei wem)\b|\b(?:wer|wie viele|ob|bei wem) [^,;]*$")


def _who_acts(context: Context) -> Iterator[Found]:
    """The subject of a verb: "Der Kreis hat die Caritas beauftragt", with whom it is done."""
    for said, parties in _told(context, "who_acts"):
        if said.code == "employs" and not is_of_posts(context):
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
        if said.code == "employs":
            yield from _without_verb(context, parties, said)
        if said.code == "commissions":
            yield from _commissioned(context, parties, said)


def _without_verb(context: Context, parties: Sequence[Party], said: Said) -> Iterator[Found]:
    """Who shares the verb of the clause before: "Die Caritas beschäftigt zwei Kräfte, die Diakonie eine"."""
    starts = {each.counted.span.start for each in counts(context)}
    for each in parties:
        is_behind = each.span.start > said.span.end and not stands(context, each, OBLIQUE)
        if is_behind and each.span.end + 1 in starts:
            yield found(context, replace(said, span=each.span), each, None)


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
        if said.code == "employs" and not (is_of_posts(context) or _is_body_placed(context, said)):
            continue
        at = [
            each
            for each in parties
            if stands(context, each, AT) or (said.code == "employs" and stands(context, each, BY))
        ]
        holder = of_clause(context, at, parties, said)
        for each in with_listed(context, parties, holder) if holder else ():
            yield found(context, replace(said, code=_role(context, said, each)), each, None)


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
        if parties or not is_of_posts(context):
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
        is_employer = holder is not None and holder.is_public and said.code == CARRIES_OUT
        meant = replace(said, code="employs") if is_employer else said
        for each in with_listed(context, among, holder) if holder else ():
            yield found(context, meant, each, None)


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
    Rule("carriers.counted_at", "carriers", counted),
    Rule("carriers.at_the_office", "carriers", at_the_office),
    Rule("carriers.in_list", "carriers", in_list),
    Rule("carriers.in_line", "carriers", in_line),
    Rule("carriers.in_table", "carriers", in_table),
    Rule("carriers.in_parentheses", "carriers", in_parentheses),
)
