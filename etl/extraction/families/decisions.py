"""Decisions: what bodies decided, recommended or noted, and how they voted."""

import re
from collections.abc import Iterator, Sequence

from etl.extraction.context import Context
from etl.extraction.mentions.organisations import BODIES, Organisation, find_organisations
from etl.extraction.mentions.subjects import subject
from etl.extraction.paper import Span
from etl.extraction.phrases import Said, folded, load
from etl.extraction.place import place_of, seat_of
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule
from etl.extraction.votes import RESULT, vote, vote_behind

TABLE = "decisions"
POLITICAL = "political"
WORDS_OF_A_NOD = 6
REACH, REACH_OF_A_NOD, MOST_ITEMS, LAST_OPENING = 600, 60, 4, 2
OTHER = "other"
OF_THE_PROGRAMME = frozenset(["programme", "on"])
ENDINGS = ("rejected", "withdrawn", "adjourned", "referred", "rescinded")
WITHOUT = re.compile(
    r"ohne (?:gegenstimme|votum|aussprache|debatte|diskussion|enthaltung|beschluss)"
)
FOLLOWED = re.compile(r"(?:dem|der) (?:beschluss)?(?:vorschlag|empfehlung|antrag)")
OF_A_MOTION = re.compile(r"antrag|anträge|vorlage|anfrage|tagesordnungspunkt|beschlussvorschlag")
OF_A_MATTER = re.compile(
    r"antrag|anträge|vorlage|anfrage|tagesordnung|\bpunkt|vorschlag|entscheidung|beschluss|beratung|angelegenheit"
)
OF_A_GROUP = re.compile(r"\bfraktion\b[^.;]*$")
NOW = re.compile(
    r"(?:beschlie(?:ß|ss)t|stimmt|empf[ie]+hlt|empfehlen|lehnt|nimmt|fasst|billigt|folgt|spricht|verweist|hebt|zieht|beauftragt)\b"
)
OBJECT = re.compile(
    r"\b(?:für|an|zur|zum|über) (?:das |den |die |der |dem |einen? |einer )?(?P<what>(?!Sitzung|Kenntnis|Beratung|Fortführung|Fortsetzung|Teilnahme)[A-ZÄÖÜ][\wäöüß-]+)"
)
AHEAD = ("zum ", "für ", "in den ")
AND_ITS = re.compile(r"\bund (?:seinen|ihren|den) (?:früheren )?beschluss\b")
INFINITIVE = re.compile(r"^(?:zu \w+en|\w+zu\w+en)$")
_IS_TO_COME = re.compile(
    r"\b(?:wird|werde|werden|soll|solle|sollen)\b.*\b(?:entschieden|beschlossen|beraten|entscheiden|beschließen|befassen)\W*$"
)
ITEM = re.compile(r"\s*(?:[0-9]{1,2}[.)]|[a-z]\)|[•–-])\s")
CLAUSE = re.compile(r",?[^,;.]{0,120}")


def stated(context: Context) -> Iterator[Found]:
    """A sentence in which a body decides, recommends or notes."""
    decisive = _decisive(context) if _is_of_the_programme(context) else []
    if not decisive or _is_no_decision(context) or _is_on_something_else(context):
        return
    if kinds := [(said, kind) for said in decisive if (kind := _kind(context, said))]:
        bodies = [each for each in find_organisations(context.text) if each.kind == BODIES]
        for said, kind in kinds:
            yield Found(_values(context, said, kind, bodies), _span(context, said, bodies))


def _decisive(context: Context) -> list[Said]:
    """The words for a decision; where one of them ends the matter, only that: a motion to adjourn that was rejected is rejected."""
    said = [
        each
        for each in load(TABLE)["kind"].find(context.folded)
        if each.code != OTHER and not _is_unsaid(context, each)
    ]
    advised = next((each for each in said if each.code == "recommended"), None)
    for ending in ENDINGS:
        decided = [each for each in said if each.code == "decided"]
        if (
            ending == "rescinded"
            and decided
            and AND_ITS.search(context.folded, decided[0].span.end)
        ):
            return [decided[0], *(each for each in said if each.code == ending)]
        final = [each for each in said if each.code == ending]
        if (
            advised
            and final
            and advised.span.end <= final[0].span.start
            and INFINITIVE.search(context.folded, final[0].span.start, final[0].span.end)
        ):
            return [advised]
        if final:
            return final[:1]
    is_decided = any(each.code == "decided" for each in said)
    return [
        each
        for each in said
        if not (is_decided and context.folded.startswith("vorschlag", each.span.start))
    ]


def _is_unsaid(context: Context, said: Said) -> bool:
    """Whether it is denied, supposed or taken back; "ohne Gegenstimmen" or "ohne Votum" denies nothing."""
    modality = context.modality_at(said.span)
    if said.code == "withdrawn" and not OF_A_MOTION.search(context.folded):
        return True
    words = context.folded[said.span.start : said.span.end]
    if words == "verschoben" and not OF_A_MATTER.search(context.folded):
        return True
    if words == "gefolgt" and not FOLLOWED.match(context.folded):
        return True
    if _IS_TO_COME.search(context.folded) and any(map(context.lies_ahead, context.dates)):
        return True
    if words.startswith("sp") and OF_A_GROUP.search(context.folded, 0, said.span.start):
        return True
    is_no = words.startswith(("kein", "nicht")) or bool(WITHOUT.search(context.folded))
    is_negated = modality.negated and not is_no
    return is_negated or modality.conditional or modality.withdrawn


def _is_of_the_programme(context: Context) -> bool:
    """Whether the paper speaks of KIM here, or opens with its decision and comes to KIM right after."""
    if context.topic.is_kim:
        return True
    number = context.sentence.paragraph
    is_opening = number <= LAST_OPENING and context.folded.startswith("beschluss")
    return is_opening and bool(load("topic")["term"].codes(_behind(context)) & OF_THE_PROGRAMME)


def _is_on_something_else(context: Context) -> bool:
    """Whether it is said for what it is, and that is neither the programme nor one of its matters: "für das Stadtfest"."""
    paragraph = folded(context.paper.paragraphs[context.sentence.paragraph - 1][:REACH])
    is_named = load("topic")["term"].codes(paragraph) & OF_THE_PROGRAMME
    is_known = load("subjects")["subject"].first(context.folded)
    bodies = {each.span.start for each in find_organisations(context.text)}
    others = [each for each in OBJECT.finditer(context.text) if each.start("what") not in bodies]
    return bool(others) and not (is_named or is_known)


def _is_no_decision(context: Context) -> bool:
    """A question, the mere result of a vote, a nod to the sentence before."""
    nod = load(TABLE)["carried"].first(context.folded)
    is_nod = nod is not None and nod.span.start == 0
    is_short = len(context.text.split()) <= WORDS_OF_A_NOD
    return context.modality.asked or bool(RESULT.match(context.folded)) or (is_nod and is_short)


def _kind(context: Context, said: Said) -> str | None:
    """The code of the kind; "recommended" while it is only proposed, None where nothing came of it yet."""
    ahead = _behind(context)
    if _is_proposal(context):
        return None if "kenntnis genommen" in ahead else "recommended"
    if said.code == "recommended" and context.text.endswith(":"):
        return None
    if context.modality_at(said.span).planned or "schlägt vor" in context.folded:
        carried = load(TABLE)["carried"].first(ahead[:REACH_OF_A_NOD])
        return said.code if carried else None
    return said.code


def _is_proposal(context: Context) -> bool:
    if FOLLOWED.match(context.folded):
        return False
    proposal = load(TABLE)["proposal"]
    before = folded(context.previous.text) if context.previous else ""
    texts = (context.folded, folded(context.topic.heading), before[-REACH_OF_A_NOD:])
    if any(proposal.first(each) for each in texts):
        return True
    return any(each.code == "recommended" for each in load(TABLE)["kind"].find(_list_head(context)))


def _list_head(context: Context) -> str:
    """The sentence with a colon under which the paragraph is an item of a list, in small letters."""
    number = context.sentence.paragraph
    paragraphs = context.paper.paragraphs[max(0, number - 1 - MOST_ITEMS) : number]
    if not ITEM.match(paragraphs[-1]):
        return ""
    earlier = (each for each in reversed(paragraphs[:-1]) if not ITEM.match(each))
    end = next(earlier, "")[-REACH:].rstrip()
    return folded(end) if end.endswith(":") else ""


def _span(context: Context, said: Said, bodies: Sequence[Organisation]) -> Span:
    """From the body that decides to the end of what is decided."""
    before = [each.span.start for each in bodies if each.span.end <= said.span.start]
    is_headed = context.folded.startswith("beschluss")
    start = 0 if is_headed else before[0] if before else said.span.start
    rest = CLAUSE.match(context.text, said.span.end)
    return Span(start, rest.end() if rest else said.span.end)


def _values(
    context: Context, said: Said, kind: str, bodies: Sequence[Organisation]
) -> dict[str, Value]:
    acting = [each for each in bodies if each.span.start < said.span.end] or list(bodies)
    receiving = [each for each in bodies if each.span.start > said.span.end]
    body = acting[0] if acting else None
    about = subject(context.folded, near=said.span.start)
    return {
        "region": _region(context, body),
        "body": body.name if body else None,
        "subject": f"{about}, Kenntnisnahme" if said.code == "noted" else about,
        "kind": kind,
        "addressed_to": receiving[0].name
        if receiving and kind in ("recommended", "referred")
        else None,
        "vote": vote(context.text) or vote_behind(context),
        "date": _date(context, said),
    }


def _region(context: Context, body: Organisation | None) -> str:
    """The place of the body, whoever writes of it; where none is named, the place that is."""
    if body is None or body.code == POLITICAL:
        return seat_of(context, body.span if body else None)
    return place_of(context, body.span)


def _date(context: Context, said: Said) -> str | None:
    """The day of a decision that the sentence looks back on; not a day from which, or until which, it is to hold."""
    if NOW.match(context.folded, said.span.start):
        return None
    days = [
        each
        for each in map(context.last, context.dates)
        if each.role in ("on", "within")
        and not context.folded.startswith(AHEAD, each.span.start)
        and not context.lies_ahead(each)
    ]
    nearest = sorted(days, key=lambda each: abs(each.span.start - said.span.start))
    return nearest[0].edtf if nearest else None


def _behind(context: Context) -> str:
    """What follows the sentence: the rest of its paragraph and the next one, in small letters."""
    number = context.sentence.paragraph
    end = context.sentence.start + len(context.text)
    rest = context.paper.paragraphs[number - 1][end : end + REACH]
    later = [each[:REACH] for each in context.paper.paragraphs[number : number + 2]]
    return folded(" ".join([rest, *later])).strip()


RULES = (Rule("decision_stated", TABLE, stated),)
