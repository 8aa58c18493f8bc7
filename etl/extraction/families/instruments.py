"""With what the work is done: concepts, agreements, surveys, methods, working groups; and how far they are."""

import re
from collections.abc import Iterator
from functools import cache

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.paper import Span
from etl.extraction.parties import district_of
from etl.extraction.phrases import Said
from etl.extraction.place import place_of
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule
from kim.regions import LAND

FAMILY, CONCEPT, SURVEY, METHOD = "instruments", "concept", "survey", "method"
MEANS = re.compile(r"\b(?:mit|in|mithilfe|anhand)(?: de[rms]| eine[rms])? (?:[\wäöüß-]+ ){0,2}$")
STATES = ("planned", "in_development", "in_use", "completed")
ENDING = r"(?:e[sn]?|s|n|en)?(?!\w)"
WORD_BEFORE = re.compile(r"[\wäöüß-]{0,60}$")
ADJECTIVE = re.compile(
    r"(?:ein\w{0,2}|de[rmsn]|das|die|erste|beide[nr]?) (?:[\wäöüß-]+ ){0,2}$", re.IGNORECASE
)
OF_THE_LAND = re.compile(r"handlungskonzept kommunale|landesinitiative|landesprogramm")
OF_THE_DISTRICT = re.compile(
    r"kreis und kommunen? (?:sind )?$|interessenbekundung|berechnung vom kreis"
)
WITHOUT_SAYING = {
    "group_work": "in_use",
    "method": "in_use",
    "programme": "in_use",
    "survey": "in_use",
}
USED = re.compile(r"\b(?:wird|werden)\b[^.;]{0,80}\b(?:genutzt|verwendet)\b")
PAST = re.compile(r"\b(?:wurden?|hat|haben)\b")
RELATIVE = re.compile(r", (?:die|das|der|welche[rs]?)\b[^,.;]{3,100}")
MOST_WORDS, JOINED, BEFORE, BEHIND = 8, 8, 40, 60


def _headed(context: Context) -> Iterator[Found]:
    """A word that ends like an instrument, where the sentence says how far it is."""
    if not _is_read(context):
        return
    is_concept_told = False
    for said in _heads(context):
        state = _state(context, said) or _worked_with(context, said)
        if state and not (said.code == CONCEPT and is_concept_told):
            is_concept_told |= said.code == CONCEPT
            yield Found(_values(context, said, state), _with_adjective(context, said.span))


def _worded(context: Context) -> Iterator[Found]:
    """Words that are an instrument by themselves."""
    if not _is_read(context):
        return
    for said in phrases.load(FAMILY)["word"].find(context.folded):
        state = _given(context, said) or _state(context, said) or _unsaid(context, said)
        if state:
            yield Found(_values(context, said, state), said.span)


def _worked_with(context: Context, said: Said) -> str | None:
    """A method that the work is done with is in use: "arbeitet das Team mit einer Software"."""
    how = context.modality_at(said.span)
    is_done = not (how.planned or how.negated or how.conditional or PAST.search(context.folded))
    is_means = MEANS.search(context.folded, max(0, said.span.start - BEFORE), said.span.start)
    return "in_use" if said.code == METHOD and is_done and is_means else None


def _unsaid(context: Context, said: Said) -> str | None:
    """How far it is where no word says: a survey that was made is completed, else what is done is in use."""
    if said.code == SURVEY and PAST.search(context.folded):
        return "completed"
    return WITHOUT_SAYING.get(said.code)


def _given(context: Context, said: Said) -> str | None:
    """The state that the words say themselves."""
    words = context.folded[said.span.start : said.span.end]
    return _states_of_words().get(words)


@cache
def _states_of_words() -> dict[str, str]:
    declared = phrases.load(FAMILY)["word"].phrases
    return {each.phrase.lower(): each.gives["state"] for each in declared if "state" in each.gives}


def _is_read(context: Context) -> bool:
    how = context.modality
    return context.topic.is_kim and not (how.asked or how.withdrawn)


def _heads(context: Context) -> Iterator[Said]:
    """Words that end like an instrument, each as a whole."""
    pattern, codes = _pattern()
    small = context.folded
    if not [each for each in _head_words() if each in small]:
        return
    for match in pattern.finditer(context.folded):
        before = WORD_BEFORE.search(context.folded, max(0, match.start() - 60), match.start())
        start = before.start() if before else match.start()
        if context.folded[max(0, start - 1) : start] != "(":
            yield Said(codes[match.lastindex or 1], Span(start, match.end()))


@cache
def _head_words() -> tuple[str, ...]:
    return tuple(each.phrase.rstrip("~") for each in phrases.load(FAMILY)["head"].phrases)


@cache
def _pattern() -> tuple[re.Pattern[str], dict[int, str]]:
    declared = phrases.load(FAMILY)["head"].phrases
    heads = sorted(declared, key=lambda each: -len(each.phrase))
    words = "|".join(f"({re.escape(each.phrase.rstrip('~'))})" for each in heads)
    codes = {number: each.code for number, each in enumerate(heads, 1)}
    return re.compile(rf"(?:{words}){ENDING}"), codes


def _state(context: Context, said: Said) -> str | None:
    """How far it is, by the words nearest to it; None where nothing says."""
    states = [
        each
        for each in phrases.load(FAMILY)["state"].find(context.folded)
        if not _is_far(each, said)
    ]
    if USED.search(context.folded):
        states = [each for each in states if each.code != "completed"] + [Said("in_use", said.span)]
    clause = context.clause(said.span)
    rest = RELATIVE.match(context.folded, clause.end)
    end = rest.end() if rest else clause.end
    inside = [each for each in states if clause.start <= each.span.start < end]
    return next(
        (
            code
            for among in (inside, states)
            for code in STATES
            if code in {each.code for each in among}
        ),
        None,
    )


def _is_far(state: Said, said: Said) -> bool:
    return max(state.span.start - said.span.end, said.span.start - state.span.end) > 160


def _with_adjective(context: Context, span: Span) -> Span:
    before = ADJECTIVE.search(context.text, max(0, span.start - 50), span.start)
    return Span(before.start() if before else span.start, span.end)


def _values(context: Context, said: Said, state: str) -> dict[str, Value]:
    words = context.text[said.span.start : said.span.end]
    return {
        "region": _region(context, said),
        "module": _module(context, said),
        "label": " ".join(words.split()[:MOST_WORDS]),
        "kind": said.code,
        "state": state,
        "basis": context.modality.basis,
    }


def _region(context: Context, said: Said) -> str:
    """The Land for its own, the district for what it made and for the groups that sit there, else the place spoken of."""
    around = context.folded[max(0, said.span.start - 20) : said.span.end + 20]
    if OF_THE_LAND.search(around):
        return LAND
    before = context.folded[max(0, said.span.start - 30) : said.span.start]
    words = context.folded[said.span.start : said.span.end]
    is_wide = OF_THE_DISTRICT.search(before) or OF_THE_DISTRICT.match(words)
    return district_of(context.paper.region) if is_wide else place_of(context, said.span)


def _module(context: Context, said: Said) -> str | None:
    """The module that its own words and those behind name, or that words around stand for."""
    end = min(said.span.end + BEHIND, context.clause(said.span).end)
    own = context.folded[max(0, said.span.start - JOINED) : end]
    around = context.folded[max(0, said.span.start - BEFORE) : end]
    named = {each.code for each in find_modules(own)}
    codes = named or phrases.load(FAMILY)["module"].codes(around)
    return next(iter(codes)) if len(codes) == 1 else None


RULES = (
    Rule("instruments.headed", "instruments", _headed),
    Rule("instruments.worded", "instruments", _worded),
)
