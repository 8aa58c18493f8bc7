"""Open questions: what was asked about the programme, and whether it was answered."""

import re
from collections.abc import Iterator

from etl.extraction.answers import left_at, numbered_answer
from etl.extraction.askers import asked_by, label
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.paper import Span
from etl.extraction.phrases import folded, load
from etl.extraction.posts.counts import OTHERS
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule
from etl.extraction.topic import KIM

TABLE = "open_questions"
ASKING = r"(?:(?:ab|seit|bis|in|zu|mit|für|aus|von|nach|an|bei|unter|auf|durch) )?(?:ob|wie|wieso|warum|weshalb|wann|wer|wo|woher|wofür|was|inwieweit|inwiefern|in wie weit|welche[rnsm]?|wodurch)"
QUESTION = re.compile(rf"(?:(?<=, )|(?<=: )|(?<= und )|(?<= sowie )|^){ASKING}\b")
ON_ITS_OWN = re.compile(
    r"^(?:(?:frage\s)?[0-9]{1,2}[.:)]\s*|frage:\s*)?"
    r"(?:ob|wie|wieso|warum|weshalb|wann|wer|wo|was|welche[rnsm]?|ist|sind|wird|werden|wurde|wurden|hat|haben|gibt|kann|können|soll|sollen)\b"
)
COMPARISON = re.compile(r"wie (?:[A-ZÄÖÜ][\wäöüß-]+(?: und |, )?){1,6}(?<=, )")
DEFINITION = re.compile(r"was (?:ist|sind|bedeutet|heißt)\b|worum geht es\b")
LEFT = re.compile(
    rf"\b(?:offen|unklar|ungeklärt|fraglich|ungewiss|strittig|nicht (?:geklärt|entschieden|absehbar|bekannt|sicher|fest))\b[^,.?]{{0,40}}, (?P<question>{ASKING}\b)"
)
ABOUT = re.compile(
    r"(?:erkundigte? sich|fragte?n?|nachfrage|rückfrage|auskunft|erläuterung|mitteilung)"
    r" (?:nach|zu|zum|zur|über) (?:de[rmn] |die |das )?(?P<thing>[^,.?;]{3,90})|"
    r"(?:(?:frage|anfrage)\s[^,.:?]{0,60}?\bnach de[rmn]|(?:nachfrage|rückfrage)\s[^,.:?]{0,60}?\b(?:zu de[rmn]|nach de[rmn]|zum|zur)) (?P<matter>[^,.?;]{3,60}?)"
    r"(?=,|\.|;| konnte| kann| wurde| wird| antwortet| erläutert| erklärt| teilt| verweist| stellt| stelle| ist|$)|"
    r"(?P<sum>(?:die )?(?:höhe|kosten|zahl|anzahl)\b[^,.]{0,60}?(?=,|\.|$| erfahren| sowie| und wie))"
)
QUOTED = re.compile(r"„(?P<question>[^„“?]{12,240})\?“")
QUOTED_END = "?“"
FEWEST_WORDS = 4
NO_QUESTION = re.compile(
    r"\bverw(?:eist|iesen|ies)\b[^.;]{0,40}\bfrage|\b(?:beantwortung|antwort) (?:auf|der|zu|zur) (?:die |der )?(?:an)?frage"
    r"|^auf (?:(?:die|eine|deren|dessen) )?(?:nach|rück|an)?frage(?: hin)? (?:\w+ )?(?:erläutert|erklärt|antwortet|teilt|führt|berichtet|gibt|bestätigt|sagt|erläuterte|erklärte|antwortete|teilte)\w* (?!.*(?<!so), (?:ob|wann|wieso|warum)\b)"
)
SPEAKER = re.compile(
    r"^(?:(?:rats|ausschuss|kreistags)?mitglied\w*|ratsherr|ratsfrau|\w*fraktion|zusatzfrage|nachfrage|frage|vorsitzende\w*)[^:.?]{0,40}: "
)
ANSWERED_WITHIN = re.compile(
    r"[,;]\s(?:(?:erläutert|antwortet|erklärt|bestätigt|erwidert|teilt|führt|verweist|verneint|bejaht|nennt|berichtet|sagt)e?|teilte|führte|verwies|nannte"
    r"|(?:nach|laut) (?:angaben|auskunft|aussage)|laut|so die|wurde|wird|konnte|kann)\b"
)
REACH_OF_AN_ANSWER, REACH_OF_A_SPEAKER = 700, 120
REACH_OF_A_MODULE, REACH, PARAGRAPHS_BEFORE = 500, 300, 2
NUMBERED = re.compile(r"^(?:\W*[0-9]{1,2}[.:)]|\W*[a-z]\)|zu [0-9]|frage|f:)")


def asked(context: Context) -> Iterator[Found]:
    """The questions of a sentence that asks, one for each "ob", "wie", "wann" …"""
    if not context.topic.is_kim:
        return
    for quoted in QUOTED.finditer(context.text):
        span = Span(*quoted.span("question"))
        yield Found(_values(context, span), span)
    is_question = context.text.rstrip().endswith("?")
    if is_question and len(context.text.split()) < FEWEST_WORDS:
        return
    if DEFINITION.match(context.folded) or NO_QUESTION.search(context.folded):
        return
    if is_question and OTHERS.search(context.folded) and not _names_the_programme(context):
        return
    if load(TABLE)["asks"].first(context.folded) is None and not (is_question and _is_put(context)):
        return
    for span in _questions(context.text, context.folded, is_question=is_question):
        yield Found(_values(context, span), span)


def _is_put(context: Context) -> bool:
    """Whether somebody puts a direct question: it is numbered, somebody is said to ask around it, or an answer is spoken of behind it."""
    paragraph = context.paper.paragraphs[context.sentence.paragraph - 1]
    before = folded(
        paragraph[max(0, context.sentence.start - REACH_OF_A_MODULE) : context.sentence.start]
    )
    earlier = context.paper.paragraphs[: context.sentence.paragraph - 1][-PARAGRAPHS_BEFORE:]
    around = " ".join(
        (
            context.paper.paragraphs[0][:REACH],
            context.topic.heading,
            *(each[-REACH:] for each in earlier),
            before,
        )
    )
    asks = load(TABLE)["asks"].first(folded(around))
    return bool(
        SPEAKER.match(context.folded)
        or NUMBERED.search(context.folded)
        or NUMBERED.search(before)
        or asks
        or _is_spoken_of(context)
    )


def _names_the_programme(context: Context) -> bool:
    """Whether a question names KIM or one of its modules."""
    return bool(load("topic")["term"].codes(context.folded) & KIM or find_modules(context.text))


def _is_spoken_of(context: Context) -> bool:
    """Whether words behind a question speak of its answer."""
    return any(
        load(TABLE)["answers"].first(each) or left_at(each) is not None for each in _behind(context)
    )


def _values(context: Context, span: Span) -> dict[str, Value]:
    return {
        "module": _module(context, span),
        "asked_by": asked_by(context),
        "question": label(context, span),
        "state": _state(context, span),
    }


def left_open(context: Context) -> Iterator[Found]:
    """A sentence that says of something itself that it is still open."""
    if not context.topic.is_kim:
        return
    if left := LEFT.search(context.folded):
        span = Span(left.start("question"), len(context.text.rstrip(".")))
        values = {"module": _module(context, span), "question": label(context, span)}
        yield Found(values | {"state": "open"}, span)
        return
    said = load(TABLE)["open"].first(context.folded)
    begins = QUESTION.match(context.folded)
    if said and begins:
        span = Span(0, said.span.end)
        comma = context.text.find(",")
        question = label(context, Span(0, comma if comma > 0 else said.span.end))
        yield Found({"module": _module(context, span), "question": question, "state": "open"}, span)


def _questions(text: str, small: str, *, is_question: bool) -> Iterator[Span]:
    """Where each question of a sentence stands; `small` is the sentence in small letters."""
    starts = [
        found.start()
        for found in QUESTION.finditer(small)
        if not COMPARISON.match(text, found.start())
    ]
    own = ON_ITS_OWN.match(small) if is_question else None
    if own and (not starts or starts[0] > own.end()):
        yield Span(0, len(small))
        return
    about = None if is_question else ABOUT.search(small)
    if about and (not starts or about.end() <= starts[0]):
        yield Span(*about.span(about.lastgroup or 0))
    elif is_question and not starts:
        yield Span(0, len(small))
    answer = ANSWERED_WITHIN.search(small)
    ends = [*starts[1:], answer.start() if answer else len(small.rstrip(".?"))]
    if starts:
        yield from (Span(*ends) for ends in zip(starts, ends, strict=True) if ends[0] < ends[1])


def _module(context: Context, span: Span) -> str | None:
    """The module that the question names; of posts without one, the one that its paragraph has named."""
    named = {each.code for each in find_modules(context.text[span.start : span.end])}
    if not named and "stelle" in context.folded[span.start : span.end]:
        paragraph = context.paper.paragraphs[context.sentence.paragraph - 1]
        end = context.sentence.start + span.end
        named = {
            each.code for each in find_modules(paragraph[max(0, end - REACH_OF_A_MODULE) : end])
        }
    return named.pop() if len(named) == 1 else None


def _state(context: Context, span: Span) -> str:
    """Whether an answer follows, in the sentence or behind it, and whether it leaves something open."""
    if rest := _answer_within(context, span):
        return "open" if left_at(rest) is not None else "answered"
    is_question = context.text.rstrip().endswith("?")
    if is_question and (own := numbered_answer(context)):
        return "answered" if left_at(own) is None else "open"
    for behind in _behind(context):
        answer, left = _answer(behind, is_question), left_at(behind)
        if answer is not None and left is not None and ". " in behind[answer:left]:
            return "partly_answered"
        if answer is not None or left is not None:
            return "answered" if left is None else "open"
    return "open"


def _answer(behind: str, is_question: bool) -> int | None:
    """Where an answer ends that stands behind a question: words for one, the administration speaks, or simply a statement."""
    if said := load(TABLE)["answers"].first(behind):
        return said.span.end
    speakers = load("modality")["speaker"].find(behind, 0, REACH_OF_A_SPEAKER)
    if any(each.code == "stated" for each in speakers):
        return 0
    is_statement = len(behind.split()) >= FEWEST_WORDS and not behind.rstrip().endswith(("?", ":"))
    return 0 if is_question and is_statement else None


def _answer_within(context: Context, span: Span) -> str:
    """The answer in the sentence of the question, in small letters; empty where there is none."""
    rest = context.folded[span.end :]
    is_quoted = context.text[span.end : span.end + 2] == QUOTED_END and bool(rest[2:].strip())
    is_on_request = context.folded.startswith("auf ") and load(TABLE)["answers"].first(rest)
    if is_quoted or is_on_request:
        return rest
    within = ANSWERED_WITHIN.search(context.folded)
    return context.folded[within.start() :] if within else ""


def _behind(context: Context) -> Iterator[str]:
    """What follows a question, in small letters: the rest of its paragraph, the next one, and one more behind another question."""
    number = context.sentence.paragraph
    end = context.sentence.start + len(context.text)
    rest = folded(context.paper.paragraphs[number - 1][end : end + REACH_OF_AN_ANSWER]).strip()
    if "?" in rest and (stop := rest.rfind(". ", 0, rest.index("?"))) >= 0:
        rest = rest[: stop + 1]
    if rest:
        yield rest
    for paragraph in context.paper.paragraphs[number : number + 2]:
        small = folded(paragraph[:REACH_OF_AN_ANSWER])
        yield small
        if not small.rstrip().endswith("?"):
            break


RULES = (Rule("question_asked", TABLE, asked), Rule("question_left_open", TABLE, left_open))
