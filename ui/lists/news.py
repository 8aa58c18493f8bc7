"""A list of what is new, place by place: what is certain, then what is only possible."""

from collections.abc import Iterable, Sequence

from kim.news import Change, Kind
from kim.news.heading import heading
from kim.tables import package
from ui.lists.entries import Chip, Entry, EntryList, Group
from ui.lists.words import counted, proof
from ui.texts import text

MOST_OPEN = 10
FORMS = {
    Kind.OVERDUE: "late",
    Kind.OVERDUE_REPORT: "late",
    Kind.CONTRADICTED: "open",
    Kind.EXPECTED: "planned",
    Kind.WITHDRAWN: "unsure",
}
NOT_FOUND = {Kind.OVERDUE: "no_fulfilment", Kind.OVERDUE_REPORT: "no_report"}
NUMBERS = {"established": "set", "filled": "filled", "funded": "funded", "planned": "planned"}


def by_place(changes: Sequence[Change], places: Sequence[tuple[str, str]]) -> EntryList:
    """Changes under the places (key and name) in their order; the first ones are open, all others folded.

    What is of none of them is left out.
    """
    here: dict[str, list[Change]] = {ags: [] for ags, _ in places}
    for each in changes:
        if each.region in here:
            here[each.region].append(each)
    groups: list[Group] = []
    for ags, name in places:
        certain = [each for each in here[ags] if each.is_certain]
        possible = [each for each in here[ags] if not each.is_certain]
        if certain:
            groups.extend(_groups(name, certain, is_open=not groups))
        if possible:
            title = text("news.possible", place=name)
            lead = text("news.possible_lead")
            groups.extend(_groups(title, possible, is_open=not groups, lead=lead))
    return EntryList(tuple(groups), heading="h2")


def _groups(
    title: str, changes: Sequence[Change], *, is_open: bool, lead: str = ""
) -> Iterable[Group]:
    """One folded group, or one that shows the first entries and one with the others."""
    entries = tuple(map(_entry, changes))
    if not is_open:
        yield Group(counted(title, len(entries)), entries, lead, is_folded=True)
        return
    yield Group(counted(title, len(entries)), entries[:MOST_OPEN], lead)
    if more := entries[MOST_OPEN:]:
        yield Group(text("news.more", place=title, number=len(more)), more, is_folded=True)


def _entry(change: Change) -> Entry:
    words, more = heading(change)
    return Entry(
        words=words,
        fact=change.fact,
        proof=proof(change.row),
        place=change.region,
        chips=(Chip(change.label, _form(change)),),
        details=(*filter(None, [more]), package().tables[change.fact.table].title, change.when),
        aside=_aside(change),
    )


def _form(change: Change) -> str:
    """The form of the chip; a number has that of its state, words have a quiet one."""
    if change.kind is Kind.NUMBER:
        return NUMBERS.get(change.row["status"], "level")
    return FORMS.get(change.kind, "level")


def not_found(change: Change) -> str:
    """Of what is overdue, that the documents do not show what met it; empty for any other news."""
    return text(f"news.{NOT_FOUND[change.kind]}") if change.kind in NOT_FOUND else ""


def _aside(change: Change) -> str:
    """What became otherwise; of what is overdue, that nothing that met it was found."""
    if change.kind in NOT_FOUND:
        return not_found(change)
    if change.kind is Kind.CONTRADICTED:
        return text("news.other", words=change.before)
    if change.kind is Kind.DATED:
        return text("news.dates", before=change.before, after=change.after)
    if change.before:
        return text("news.before", words=change.before)
    return text("news.columns", columns=change.after) if change.after else ""
