"""Money: what comes to a place, what it pays, which amounts nobody names; and who pays whom."""

import re

import pandas as pd

from kim import german
from kim.answers.money import PER_POST, period
from kim.answers.values import began
from kim.facts import FactKey, Record, is_sure, records, words
from kim.regions import LAND
from kim.tables import package
from kim.view import KEY_OF_MUNICIPALITY
from ui.figures.statements import (
    bracketed,
    by_place,
    doubt,
    filled,
    joined,
    module,
    reason,
    since,
    surest,
    unique,
)
from ui.lists.entries import Entry
from ui.lists.flow import Flow, Flows, Step
from ui.lists.matrix import MatrixLine, Stated, StatementMatrix
from ui.lists.words import doubts, proof
from ui.texts import text

GETS, PAYS, OTHER, UNNAMED = COLUMNS = ("gets", "pays", "other", "unnamed")
SAME = ("item", "amount_min", "amount_max", "unit", "certainty", "period", "payer", "recipient")
OPEN_AMOUNTS, OPEN_FLOWS = 2, 8
FOR_A_POST = re.compile(r"\b(je|für eine) .*stelle", re.IGNORECASE)
Pairs = tuple[tuple[str, str], ...]


def by_direction(
    funding: pd.DataFrame, places: Pairs, searched: Pairs, named: frozenset[int] = frozenset()
) -> StatementMatrix:
    """Places down, the Land last; across, what comes to them, what they pay, other amounts, and those not named.

    `funding`: amounts with names and kinds of payer and recipient. `places` as (AGS, name);
    `searched` as (AGS, how far was looked). `named`: the facts that the page names above, which come
    first; then what is sure, amounts for a post, the newest.
    """
    of_place: dict[str, list[Record]] = {}
    for row in records(funding):
        of_place.setdefault(row["region"], []).append(row)
    read = dict(searched)
    lines = (
        MatrixLine(
            ags,
            name,
            _cells(of_place.get(ags, []), named),
            read.get(ags, ""),
            heads=_heads(ags == LAND),
        )
        for ags, name in sorted(places, key=lambda place: place[0] == LAND)
    )
    heads = tuple(text(f"funding.{column}") for column in COLUMNS)
    return StatementMatrix(text("exhibit.place"), heads, tuple(lines))


def _heads(is_land: bool) -> tuple[str, ...]:
    """What the columns are called for a place: "Zahlt der Ort", of the Land "Zahlt das Land"."""
    whose = "land" if is_land else "place"
    return tuple(
        text(f"funding.{column}_{whose}" if column in (GETS, PAYS) else f"funding.{column}")
        for column in COLUMNS
    )


def paths(money: pd.DataFrame) -> Flows:
    """Who pays whom, place by place, from the Land down; folded where there are many places."""
    flows = []
    for place, here in by_place(money):
        ordered = sorted(here, key=_rank_of_payer)
        flows.append((here[0]["region"], place, tuple(map(_step, ordered))))
    is_folded = len(flows) > OPEN_FLOWS
    return Flows(tuple(Flow(*each, is_folded=is_folded) for each in flows))


def _rank_of_payer(row: Record) -> float:
    """From the Land down; a payer that is not named stands above whom it pays."""
    kinds = [*package().vocabularies["organisation_kind"], ""]
    payer, recipient = filled(row["payer_kind"]), filled(row["recipient_kind"])
    return kinds.index(payer) if payer else kinds.index(recipient) - 0.5


def direction(row: Record) -> str:
    """The column of an amount; "other" where the document names neither end, or others than the place."""
    if _amount(row) == german.UNKNOWN:
        return UNNAMED
    payer, recipient = filled(row["payer_kind"]), filled(row["recipient_kind"])
    own = _own_kinds(row["region"])
    if payer in own:
        return PAYS
    return GETS if recipient in own or (payer and not recipient) else OTHER


def _own_kinds(ags: str) -> set[str]:
    """The kinds of bodies that are the place itself; an independent city is a town in the rank of a district."""
    if ags == LAND:
        return {"land"}
    return {"municipality"} if len(ags) == KEY_OF_MUNICIPALITY else {"district", "municipality"}


def _cells(rows: list[Record], named: frozenset[int]) -> tuple[tuple[Stated, ...], ...]:
    def order(row: Record) -> tuple[bool, bool, bool, int]:
        return row["fact"] not in named, not is_sure(row), not _is_per_post(row), -began(row)

    cells = []
    for column in COLUMNS:
        groups: dict[tuple[str, ...], list[Record]] = {}
        for row in rows:
            if direction(row) == column:
                groups.setdefault(tuple(str(row[name]) for name in SAME), []).append(row)
        ordered = sorted(groups.values(), key=lambda same: min(map(order, same)))
        entries = tuple(map(_entry, ordered))
        cells.append((Stated(entries, open_entries=OPEN_AMOUNTS),) if entries else ())
    return tuple(cells)


def _is_per_post(row: Record) -> bool:
    """Whether an amount is for one post, by its unit or by what it is for."""
    return row["unit"] in PER_POST or bool(FOR_A_POST.search(row["item"]))


def _entry(same: list[Record]) -> Entry:
    """One amount for one thing, however many documents name it."""
    row = surest(same)
    days = ", ".join(unique(filter(None, map(since, same))))
    said = (
        *_terms(row),
        module(row),
        filled(days, "funding.as_of"),
        text("funding.documents", value=len(same)) if len(same) > 1 else "",
        doubt(row),
    )
    return Entry(
        bracketed(row["item"] if direction(row) == UNNAMED else _headline(row), row),
        FactKey("funding", row["fact"]),
        proof(row),
        place=row["region"],
        details=tuple(filter(None, said)),
        aside=reason(row),
    )


def _step(row: Record) -> Step:
    is_role = row["fact_table"] == "carriers"
    said = row["item"] if is_role else _headline(row)
    days = filled(since(row), "funding.as_of")
    details = (days,) if is_role else (_period(row), module(row), days)
    entry = Entry(
        bracketed(said, row),
        FactKey(row["fact_table"], row["fact"]),
        proof(row),
        place=row["region"],
        chips=doubts(row),
        details=tuple(filter(None, details)),
        aside=reason(row),
    )
    return Step(_named(row["payer_name"]), _named(row["recipient_name"]), entry)


def _terms(row: Record) -> tuple[str, ...]:
    """Over which time, who pays and who receives; that it is not named."""
    payer, recipient = _named(row["payer_name"]), _named(row["recipient_name"])
    if payer == recipient:
        return (_period(row), text("funding.payer_and_recipient", value=payer))
    return (
        _period(row),
        text("funding.payer", value=payer),
        text("funding.recipient", value=recipient),
    )


def _period(row: Record) -> str:
    """The time an amount is for; that none is named where it could be read as a yearly one."""
    return filled(row["period"], "funding.period") or period(row)


def _named(name: object) -> str:
    return filled(name) or text("funding.not_named")


def _headline(row: Record) -> str:
    """For example "ca. 7.000 – 10.000 Euro je Stelle · Personal"."""
    amount = _amount(row)
    if amount == german.UNKNOWN:
        return joined(row["item"], text("funding.no_amount"), by=": ")
    return joined(f"{amount} {words('funding_unit', row['unit'])}", row["item"])


def _amount(row: Record) -> str:
    return german.amount_range(row["amount_min"], row["amount_max"], row["certainty"])
