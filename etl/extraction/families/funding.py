"""Funding: amounts and shares of the programme's money."""

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.extraction.context import Context
from etl.extraction.mentions.cells import find_cells, heads_of
from etl.extraction.mentions.money import Amount, find_amounts, find_shares
from etl.extraction.mentions.numerals import DIGITS, value
from etl.extraction.money_columns import counts_something_else, euros_of_one
from etl.extraction.money_matters import is_programme_named, may_speak_of_money, module_of
from etl.extraction.money_words import items
from etl.extraction.paper import Span
from etl.extraction.payments import payer, period, recipient
from etl.extraction.phrases import Said, folded, load
from etl.extraction.proposed import Value
from etl.extraction.purpose import names_nothing_else
from etl.extraction.rule import Found, Rule

TABLE, PER_POST = "funding", "Förderung je Stelle"
MOST_CHARACTERS_BETWEEN, REACH = 120, 1500
EXPECTED = ("voraussichtlich", "schätz", "kalkuliert", "rechnet")
COSTS = frozenset(
    ["Eigenanteil", "Kosten", "Gesamtkosten", "Mehrkosten", "Personalkosten", "Sachkosten"]
)
OF_ANY_MATTER = frozenset(
    ("Haushaltsansatz", "Mittel", "Kosten", "Aufwendungen", "Erträge", "Erhaltene Mittel")
) | {"Beitrag", "Gesamtvolumen"}
_IS_THE_MATTER = re.compile(
    r"(?:die|der|das) (?:\w*kosten|ausgaben|aufwendungen|mittel|förderung|zuwendung|zuschuss)\b"
)
PRONOUN = re.compile(r"\b(?:dies|das sind|sind das|sind es|wären das|das wären|hiervon|davon)\b")
CHANGE_BEFORE = re.compile(r"\bum\s(?:rund\s|ca\.\s)?$")
_OF_WHICH = re.compile(r"\b(?:davon|hiervon|wovon)\b")
_OF_A_NOUN = re.compile(
    r"(?:pauschale|zuschuss|zuwendung|förderung|mittel|mitteln|kosten|anteil|betrag|summe|ansatz|budget)n? (?:von|in höhe von|über)(?: je| jeweils)? $"
)
REACH_OF_A_NOUN = 60
_NOT_PAID = re.compile(
    r"\bnicht (?:\w+ )?(?:gedeckt|ab?gedeckt|finanziert|refinanziert|gegenfinanziert|erstattet|verausgabt|verbraucht|abgerufen|bezuschusst|förderfähig|gefördert)"
)
NOT_SO = re.compile(r"\bnicht(?:,[^,;.]{0,40},)? (?:auf |mehr auf |über |um )?$")
CHANGE_BEHIND = re.compile(r"\s(?:mehr|weniger|zusätzlich mehr)\b")
SAYS_ITS_USE = frozenset(
    ["Verausgabung", "Abruf", "Weiterleitung", "Bewilligung", "Haushaltsansatz", "Zusage"]
)
_OPINION = re.compile(
    r"\b(?:müsst|würd|wär|könnt|hätt)e(?:n|s)?\b|\b(?:meinen|meint|finden|fordern|fordert|verlangt|verlangen)\b"
)
SUM = re.compile(DIGITS)
YEAR = re.compile(r"\b20[0-9]{2}\b")
OF_A_SHARE = (
    *COSTS,
    *("Abruf", "Verausgabung", "Refinanzierung", "Landesmittel"),
    *("Kostenübernahme", "Kostenanteil", "Förderung", "Landesförderung", "Landesanteil"),
    *("Finanzierung", "Zuschuss", "Zuwendung", "Erstattung"),
)


def amount(context: Context) -> Iterator[Found]:
    """A sum in euros beside a word for the programme's money."""
    if may_speak_of_money(context):
        yield from _found(context, list(find_amounts(context.text)))


def share(context: Context) -> Iterator[Found]:
    """A percentage beside a word for costs or who bears them."""
    if may_speak_of_money(context):
        for found in _found(context, list(find_shares(context.text))):
            if str(found.values["item"]).split(",")[0] in OF_A_SHARE:
                yield found


def not_yet_known(context: Context) -> Iterator[Found]:
    """That the amount of something cannot be told yet."""
    if not context.topic.is_kim or context.modality.asked:
        return
    lists = load(TABLE)
    for said in lists["unknown"].find(context.folded):
        before = items(context.folded, 0, said.span.start)
        costs = [each for each in before if each.code in COSTS]
        if costs:
            values = {
                "item": costs[-1].code,
                "unit": "eur",
                "certainty": "unknown",
                "module": module_of(context),
            }
            yield Found(values, Span(costs[-1].span.start, said.span.end))


def no_costs(context: Context) -> Iterator[Found]:
    """That nothing more has to be paid."""
    if context.topic.is_kim and not context.modality.asked:
        for said in load(TABLE)["no_costs"].find(context.folded):
            zero: dict[str, Value] = {"amount_min": 0.0, "amount_max": 0.0, "unit": "eur"}
            told: dict[str, Value] = {"item": "Zusätzliche Kosten", "certainty": "exact"}
            yield Found(zero | told | {"module": module_of(context)}, said.span)


def in_table(context: Context) -> Iterator[Found]:
    """ "| Personalkosten | 980 |" under a head or a heading that says "in T€" """
    header = context.header
    if header is None or header is context.sentence or not may_speak_of_money(context):
        return
    cells = find_cells(context.text)
    heads = heads_of(header.text, cells)
    if len(heads) != len(cells):
        return
    label, caption = folded(cells[0].text), folded(f"{context.topic.heading} {context.caption}")
    for head, cell in list(zip(heads, cells, strict=True))[1:]:
        column = folded(head)
        is_other = counts_something_else(column) and not YEAR.fullmatch(column.strip())
        scale = (
            euros_of_one(column)
            or euros_of_one(label)
            or (None if is_other else euros_of_one(caption))
        )
        item = next(iter([*items(label), *items(column)]), None)
        number = value(cell.text) if SUM.fullmatch(cell.text) else None
        if scale and item and number is not None:
            use = load(TABLE)["use"].first(column)
            amount = Amount(cell.span, number * scale, number * scale, "exact", "eur")
            told = _values(context, amount, item.code, cell.span)
            year = YEAR.search(f"{label} {column} {caption}")
            told |= {"item": f"{item.code}, {use.code}"} if use else {}
            told |= {"period": year[0] if year else None}
            yield Found(told, Span(cells[0].span.start, cell.span.end))


def _found(context: Context, amounts: list[Amount]) -> Iterator[Found]:
    for at, told in enumerate(amounts):
        each = _of_the_same_unit(context, told, amounts[:at])
        start = amounts[at - 1].span.end if at else 0
        end = amounts[at + 1].span.start if at + 1 < len(amounts) else len(context.text)
        part = _part(context, each.span, Span(start, end))
        item = _item(context, each, part)
        item = item or _item_before(context)
        is_near = context.topic.is_near and names_nothing_else(context.text)
        is_ours = is_programme_named(context, 1) or is_near
        is_said = is_ours and not _OPINION.search(context.folded)
        if item is None and is_said and each.unit not in (None, "percent"):
            item = Said("Betrag", each.span)
        if item is None or each.unit is None or not _is_fact(context, each.span):
            continue
        if NOT_SO.search(context.folded, 0, each.span.start):
            continue
        if CHANGE_BEFORE.search(context.folded[: each.span.start][-12:]) or CHANGE_BEHIND.match(
            context.folded, each.span.end
        ):
            continue
        is_of_posts = item.code == PER_POST and "per_post" not in each.unit
        is_matter = int(_IS_THE_MATTER.match(context.folded) is not None)
        is_near = is_near or is_programme_named(context, is_matter)
        if (is_of_posts or item.code in OF_ANY_MATTER) and not is_near:
            continue
        span = Span(min(item.span.start, each.span.start), max(item.span.end, each.span.end))
        name = "Stellen" if is_of_posts else item.code
        yield Found(_values(context, each, name, part), span)


def _of_the_same_unit(context: Context, amount: Amount, before: list[Amount]) -> Amount:
    """The amount, by post where it is a part of one by post: "70.000 Euro je Stelle, davon 55.000 Euro vom Land"."""
    clause = context.clause(amount.span)
    of_which = _OF_WHICH.search(context.folded, clause.start, clause.end)
    if amount.unit != "eur" or of_which is None:
        return amount
    previous = context.previous
    is_same = previous is not None and previous.paragraph == context.sentence.paragraph
    earlier = before or (list(find_amounts(previous.text)) if previous and is_same else [])
    unit = earlier[-1].unit if earlier else None
    return replace(amount, unit=unit) if unit and "per_post" in unit else amount


def _is_fact(context: Context, span: Span) -> bool:
    """Whether an amount is stated; that nobody pays it is a statement too: "nicht gedeckt sind …"."""
    modality = context.modality_at(span)
    before = context.folded[max(0, span.start - REACH_OF_A_NOUN) : span.start]
    is_given = _NOT_PAID.search(context.folded, 0, span.start) or _OF_A_NOUN.search(before)
    return modality.is_fact or (
        modality.negated and is_given is not None and replace(modality, negated=False).is_fact
    )


def _part(context: Context, span: Span, between: Span) -> Span:
    """What of the sentence speaks of an amount: its clause, up to the neighbouring amounts."""
    clause = context.clause(span)
    return Span(max(clause.start, between.start), min(clause.end, between.end))


def _item(context: Context, amount: Amount, part: Span) -> Said | None:
    """What an amount stands for: the nearest word in its part of the sentence, else in all of it."""
    said = [
        each
        for each in items(context.folded)
        if each.span.distance(amount.span) <= MOST_CHARACTERS_BETWEEN
    ]
    if "per_post" not in (amount.unit or ""):
        said = [each for each in said if each.code != PER_POST] or said
    within = [each for each in said if part.start <= each.span.start < part.end]
    things = [each for each in within if each.code not in SAYS_ITS_USE]
    return min(
        things or within or said, key=lambda each: each.span.distance(amount.span), default=None
    )


def _item_before(context: Context) -> Said | None:
    """What the sentence before spoke of, for a pronoun of this one: "Für 2023 sind dies 6.400 Euro"."""
    previous, pronoun = context.previous, PRONOUN.search(context.folded)
    if pronoun is None or previous is None or previous.paragraph != context.sentence.paragraph:
        return None
    said = items(folded(previous.text))
    return Said(said[0].code, Span(*pronoun.span())) if said else None


def _values(context: Context, amount: Amount, item: str, part: Span) -> dict[str, Value]:
    words = context.folded[part.start : part.end]
    uses = [each.code for each in load(TABLE)["use"].find(words)]
    use = next((each for each in uses if each not in item.casefold()), None)
    certainty = amount.certainty
    if certainty == "exact" and any(each in words for each in EXPECTED):
        certainty = "about"
    return {
        "module": module_of(context, part, amount.unit),
        "item": f"{item}, {use}" if use and item not in SAYS_ITS_USE else item,
        "amount_min": amount.least,
        "amount_max": amount.most,
        "unit": amount.unit,
        "period": period(context, amount.span, part),
        "payer": payer(context, amount.span, part, item),
        "recipient": recipient(context, part),
        "certainty": certainty,
    }


RULES = (
    Rule("funding_amount", TABLE, amount),
    Rule("funding_share", TABLE, share),
    Rule("funding_table", TABLE, in_table),
    Rule("funding_none", TABLE, no_costs),
    Rule("funding_unknown", TABLE, not_yet_known),
)
