"""From a paper to the facts that it is proposed to state."""

import re
from collections.abc import Iterator

from etl.extraction import confidence, modality
from etl.extraction.context import Context
from etl.extraction.families import (
    bodies,
    carriers,
    commitments,
    decisions,
    evaluations,
    funding,
    indicators,
    instruments,
    milestones,
    open_questions,
    positions,
    target_groups,
)
from etl.extraction.mentions.cells import is_head
from etl.extraction.paper import Paper, Sentence, Span
from etl.extraction.place import place_of
from etl.extraction.proposed import ProposedFact
from etl.extraction.rule import Found, Rule
from etl.extraction.sentences import is_row, sentences
from etl.extraction.topic import topics

MOST_OF_A_CAPTION = 120
BULLETS = frozenset("•▪◦‣·*–-")
GUEST = re.compile(
    r"(?:Leit(?:er(?:in)?|ung)|Vertret(?:er(?:in)?|ung)|Mitarbeit(?:er(?:in)?|ende[nr]?)) (?:des|vom|im|der) (?:Kommunalen Integrationszentrum|KI\b|Kreises|Kreisverwaltung|Servicestelle des Kreises|Städteregion)"
    r"|(?:Der Kreis|Die Kreisverwaltung|Das Kommunale Integrationszentrum|Die Städteregion)\b[^.;:]{0,60}\b(?:mitgeteilt|unterrichtet|informiert|berichtet):$"
)
RULES: tuple[Rule, ...] = (
    *positions.RULES,
    *target_groups.RULES,
    *indicators.RULES,
    *funding.RULES,
    *milestones.RULES,
    *decisions.RULES,
    *commitments.RULES,
    *open_questions.RULES,
    *carriers.RULES,
    *bodies.RULES,
    *evaluations.RULES,
    *instruments.RULES,
)
ON_OTHER_MATTERS: tuple[Rule, ...] = decisions.RULES
"""The rules that read a sentence that does not speak of KIM: a paper may open with its decision."""


def propose(paper: Paper) -> Iterator[ProposedFact]:
    """The facts that the rules of all families read in a paper, in reading order, each once."""
    for context in contexts(paper):
        yield from _of_sentence(context)


def contexts(paper: Paper) -> Iterator[Context]:
    """Every sentence of the paper with what is known around it; no more than a sentence is kept."""
    previous: Sentence | None = None
    header: Sentence | None = None
    caption = ""
    intro: Sentence | None = None
    is_claimed = is_of_district = False
    for sentence, topic in topics(_all_sentences(paper)):
        is_new = previous is None or previous.paragraph != sentence.paragraph
        if header is None and is_head(sentence.text):
            caption = _caption(previous, sentence)
        header = (
            (header or sentence)
            if is_head(sentence.text) or (header and is_row(sentence.text))
            else None
        )
        if intro and not _continues(intro, sentence, paper):
            intro = None
        is_of_district = not topic.is_heading and (
            is_of_district or bool(GUEST.search(sentence.text))
        )
        context = Context(
            sentence,
            paper,
            previous,
            topic,
            intro,
            header,
            caption if header else "",
            is_claimed and not is_new,
            is_of_district,
        )
        yield context
        if sentence.text.endswith(":"):
            intro = sentence
        is_claimed = modality.speaker(context.folded, context.is_claimed_before)
        previous = sentence


def _caption(previous: Sentence | None, header: Sentence) -> str:
    """The line right above a table, where it is short; "" for none."""
    is_near = previous is not None and previous.paragraph == header.paragraph
    words = previous.text.rstrip("| ") if previous and is_near else ""
    return words if len(words) <= MOST_OF_A_CAPTION else ""


def _continues(intro: Sentence, sentence: Sentence, paper: Paper) -> bool:
    """Whether a sentence is still of the list that a sentence with a colon begins."""
    if sentence.paragraph == intro.paragraph:
        return True
    return paper.paragraphs[sentence.paragraph - 1].lstrip()[:1] in BULLETS


def _all_sentences(paper: Paper) -> Iterator[Sentence]:
    for number, paragraph in enumerate(paper.paragraphs, 1):
        yield from sentences(paragraph, number)


def _of_sentence(context: Context) -> Iterator[ProposedFact]:
    """What the rules find in one sentence, in reading order; of two that say the same the one with more values stays."""
    rules = RULES if context.topic.is_kim else ON_OTHER_MATTERS
    facts = [_fact(context, rule, found) for rule in rules for found in rule.find(context)]
    facts.sort(key=lambda fact: (fact.span.start, fact.span.end, fact.table))
    kept: dict[tuple[object, ...], ProposedFact] = {}
    for fact in facts:
        key = (
            fact.table,
            *sorted((name, str(value)) for name, value in fact.values.items() if value is not None),
        )
        kept.setdefault(key, fact)
    yield from kept.values()


def _fact(context: Context, rule: Rule, found: Found) -> ProposedFact:
    start = context.sentence.start
    span = Span(start + found.span.start, start + found.span.end)
    is_of_money = rule.table == "funding"
    region = context.home if is_of_money else place_of(context, found.span)
    values = {"region": region, "basis": context.modality.basis} | dict(found.values)
    return ProposedFact(
        rule.table, values, context.sentence.paragraph, span, rule.name, confidence.of(rule.name)
    )
