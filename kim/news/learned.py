"""What came to be known between two days: new, changed, withdrawn, dated otherwise, contradicted."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from kim import german, queries
from kim.beside_a_version import DAYS
from kim.dates import days, is_date
from kim.facts import FactKey, Record, records
from kim.news.changes import Change, Kind, newest_first, told, words
from kim.queries import View
from kim.tables import Field, Table, package
from kim.texts import text

WHERE_WRITTEN = ("as_of", "source", "paragraph")
EXACT = "exact"
Told = Mapping[int, Record]


@queries.remembered
def learned(view: View, since: date, until: date) -> tuple[Change, ...]:
    """What is known at the end of `until` (German days) otherwise than at the end of `since`.

    About the places of the view; its own days do not matter. A fact of which the same is said again
    is no news.
    """
    found = queries.learned(view, since, until)
    changes: list[Change] = []
    for name, facts in found.groupby("fact_table", sort=False):
        table = package().tables[str(name)]
        before, after = (_told(table, replace(view, known_on=day)) for day in (since, until))
        for each in records(facts):
            fact, at = each["fact"], each["known_from"]
            changes.extend(_changes(table, fact, before, after, at))
    return newest_first(changes)


def _told(table: Table, view: View) -> Told:
    return {row["fact"]: row for row in told(table, view)}


def _changes(table: Table, fact: int, before: Told, after: Told, at: datetime) -> Iterator[Change]:
    old, new = before.get(fact), after.get(fact)
    if new is None:
        if old is not None:
            yield _change(Kind.WITHDRAWN, table, old, at)
        return
    changed = _changed(table, old, new) if old else []
    if old and not changed:
        return
    rival = _rival(table, new, after)
    if rival and not (old and _rival(table, old, before)):
        other = text("change.other_source", words=words(table, rival), source=rival["source_title"])
        yield replace(_change(Kind.CONTRADICTED, table, new, at), before=other)
    elif not old:
        yield _change(Kind.NEW, table, new, at)
    elif all(each.semantics == "partial_date" for each in changed):
        yield _dated(table, changed, old, new, at)
    else:
        yield _rewritten(table, changed, old, new, at)


def _change(kind: Kind, table: Table, row: Record, at: datetime) -> Change:
    day = german.calendar_day(at)
    said = "withdrawn_on" if kind is Kind.WITHDRAWN else "known_since"
    return Change(
        kind=kind,
        fact=FactKey(table.name, row["fact"]),
        label=text(f"change.{kind}"),
        words=words(table, row),
        row=row,
        when=text(f"change.{said}", day=german.day(day)),
        day=day,
        is_certain=True,
    )


def _changed(table: Table, old: Record, new: Record) -> list[Field]:
    """The columns in which two statements of a fact differ."""
    return [
        each
        for each in table.fields
        if each.name != "key" and not _is_same(old[each.name], new[each.name])
    ]


def _is_same(one: object, other: object) -> bool:
    if german.is_empty(one) or german.is_empty(other):
        return german.is_empty(one) and german.is_empty(other)
    return one == other


def _rewritten(
    table: Table, changed: Collection[Field], old: Record, new: Record, at: datetime
) -> Change:
    """Old and new words; where the words are the same, the titles of the columns that differ."""
    change = _change(Kind.CHANGED, table, new, at)
    earlier = words(table, old)
    if earlier != change.words:
        return replace(change, before=earlier, after=change.words)
    return replace(change, after=", ".join(each.title for each in changed))


def _dated(
    table: Table, changed: Collection[Field], old: Record, new: Record, at: datetime
) -> Change:
    """The dates before and after; that they are more exact only where none of them allows a new day."""
    change = _change(Kind.DATED, table, new, at)
    is_exact = all(_is_within(new[each.name], old[each.name]) for each in changed)
    label = text("change.dated_more_exactly" if is_exact else "change.dated")
    before, after = ("; ".join(_date(each, row) for each in changed) for row in (old, new))
    return replace(change, label=label, before=before, after=after)


def _date(field: Field, row: Record) -> str:
    if field.name == "as_of":
        return german.held(row)
    return german.cell(field, row[field.name], {})


def _is_within(new: object, old: object) -> bool:
    """Whether a new date means no day that the old one did not."""
    if german.is_empty(old):
        return True
    if german.is_empty(new) or not (is_date(str(new)) and is_date(str(old))):
        return False
    inner, outer = days(str(new)), days(str(old))
    begins = outer.first is None or (inner.first is not None and inner.first >= outer.first)
    ends = outer.last is None or (inner.last is not None and inner.last <= outer.last)
    return begins and ends


def _rival(table: Table, row: Record, told: Told) -> Record | None:
    """What another document says otherwise of the same thing from the same days on: another code or exact number."""
    values = [each for each in table.fields if _may_contradict(each, table)]
    if german.is_empty(row["as_of"]) or not values:
        return None
    subject = [*(name for name in table.identity if name not in WHERE_WRITTEN), *DAYS]
    for other in told.values():
        if (
            other["source"] != row["source"]
            and not german.is_empty(other["as_of"])
            and all(_is_same(row[name], other[name]) for name in subject)
            and any(_is_contradiction(each, row, other) for each in values)
        ):
            return other
    return None


def _may_contradict(field: Field, table: Table) -> bool:
    is_told = field.name not in (*table.identity, *german.BESIDE_A_STATEMENT)
    return is_told and (field.type == "number" or bool(field.vocabulary))


def _is_contradiction(field: Field, one: Record, other: Record) -> bool:
    """Whether both say something, not the same; of numbers only where both are exact."""
    cells = one[field.name], other[field.name]
    if any(map(german.is_empty, cells)) or cells[0] == cells[1]:
        return False
    return field.type != "number" or all(
        each.get("certainty", EXACT) == EXACT for each in (one, other)
    )
