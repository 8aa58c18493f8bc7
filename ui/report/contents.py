"""What each kind of report consists of, in the sentences and numbers of the pages."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from kim import german, profile, proof, queries
from kim.answers import Value, answers_of
from kim.answers.comparison import populations
from kim.answers.finding import finding
from kim.answers.side_by_side import lead
from kim.facts import words
from kim.queries import View
from kim.settings import settings
from ui import exhibits, navigation
from ui.exhibits.exhibit import Exhibit
from ui.lists.answers import Answers
from ui.lists.cells import Cell as OfPlace
from ui.lists.cells import CellValue
from ui.lists.comparison import Comparison, Row, compared, unanswered
from ui.report import answered, notes
from ui.report.blocks import Block, Cell, Heading, Items, NewPage, Report, Said, Table
from ui.report.exhibited import exhibit
from ui.report.pictured import filters
from ui.texts import text

MOST_UPRIGHT = 3


def of_place(place: str, view: View, address: str = "") -> Report:
    """The profile of a place (AGS) on the days of the view; `address`: where its page stands."""
    return of_places((place,), view, address)


def of_places(places: Sequence[str], view: View, address: str = "") -> Report:
    """The profiles of places, of several with a table of contents, each from a new page on."""
    alone = len(places) == 1
    names = queries.place_names()
    found = answers_of(tuple(places), view)
    proofs = _proofs(found, view)
    people = populations(tuple(places), view)
    title = text("report.place", place=names[places[0]]) if alone else text("report.places")
    blocks: list[Block] = []
    for place in places:
        if not alone:
            blocks += [NewPage(), Heading(names[place], 2)]
        blocks.append(Said(_kind(place, people.get(place)), look="quiet"))
        blocks += _profile(place, found[place], proofs, view, 2 if alone else 3)
    shown = replace(view, regions=tuple(places))
    return replace(_report(title, blocks, shown, address), has_contents=not alone)


def of_comparison(places: Sequence[str], view: View, address: str = "") -> Report:
    """Places (AGS) side by side as on the page, the own one first."""
    one = replace(view, regions=tuple(places))
    found = answers_of(one.regions, one)
    shown = compared(places, found, one)
    proofs = _proofs(found, one)
    blocks: list[Block] = [Said(each, look="lead") for each in lead(places, one)]
    blocks += [_side_by_side(shown, proofs), Said(text("comparison.signs"), look="quiet")]
    if silent := unanswered(places, found):
        heading = Heading(text("comparison.unanswered", number=len(silent)), 2)
        blocks += [heading, Items(tuple((Said(each),) for each in silent))]
    made = _report(text("comparison.title"), blocks, one, address)
    return replace(made, is_wide=len(places) > MOST_UPRIGHT)


def of_theme(
    page: str, view: View, own: str | None = None, *chosen: Hashable, address: str = ""
) -> Report:
    """All exhibits of a page by its name ("positions") for the places of a view and what else is chosen."""
    blocks: list[Block] = [Said(each, look="lead") for each in finding(page, view)]
    for each in exhibits.EXHIBITS:
        if each.page == page and "." in each.part:
            blocks += exhibit(each, view, 2, own, *chosen)
    return _report(navigation.page(page).title, blocks, view, address, *chosen)


def annex(party: str, view: View, address: str = "") -> Report:
    """The commitments of one body: an annex to the agenda of its meeting."""
    blocks = exhibit(exhibits.COMMITMENTS, view, 2, None, party)
    return _report(text("report.annex", party=party), blocks, view, address, party)


def _proofs(found: Mapping[str, Answers], view: View) -> notes.Notes:
    """The notes of all that is told of these places."""
    answers = (answer for of_place in found.values() for answer in of_place.values())
    return notes.of_values((value for each in answers for value in each.told), view)


def _profile(
    place: str, found: Answers, proofs: notes.Notes, view: View, level: int
) -> list[Block]:
    """What stands on the page of a place, its sentences and numbers the same."""
    alone = replace(view, regions=(place,))
    blocks: list[Block] = [Said(each, look="lead") for each in profile.finding(place, found)]
    blocks += answered.cards(found, proofs)
    blocks += answered.by_theme(found, proofs, level)
    blocks += answered.contradictions(found, proofs, level)
    blocks += _if_known(exhibits.NEWEST_POSTS, alone, level)
    blocks += answered.unknown(found, level)
    return [*blocks, *_documents(place, view, level)]


def _kind(place: str, people: Value | None) -> str:
    said = text("profile.population", people=people.words, day=people.since) if people else ""
    return " · ".join(filter(None, (profile.kind(place), said)))


def _if_known(shown: Exhibit, view: View, level: int) -> list[Block]:
    return exhibit(shown, view, level, None) if len(shown.rows(view)) else []


def _documents(place: str, view: View, level: int) -> list[Block]:
    found = profile.documents(place, view)
    heading = Heading(text("profile.documents"), level)
    if not found:
        return [heading, Said(text("profile.no_documents"))]
    heads = tuple(text(f"profile.{each}") for each in ("document", "kind", "date"))
    rows = tuple(
        (
            (Said(each["title"]),),
            (Said(words("source_kind", each["kind"])),),
            (Said(proof.date_of_document(each["date"])),),
        )
        for each in found
    )
    return [heading, Table(text("profile.documents"), heads, rows, (4.0, 1.5, 1.2))]


def _side_by_side(shown: Comparison, proofs: notes.Notes) -> Table:
    names = queries.place_names()
    rows: list[tuple[Cell, ...]] = []
    for group in shown.groups:
        rows += [((Said(group.title, look="strong"),),)] if group.title else []
        rows += [_row(each, proofs) for each in group.rows]
    heads = (text("profile.question"), *(names[each] for each in shown.places))
    shares = (1.1, *[2.0] * len(shown.places))
    return Table(text("comparison.caption"), heads, tuple(rows), shares)


def _row(row: Row, proofs: notes.Notes) -> tuple[Cell, ...]:
    """The question, with what holds for all places below it, and what each place says."""
    said = _cell(row.of_all, proofs) if row.of_all else ()
    of_all = (Said(text("comparison.of_all"), look="quiet"), *said) if said else ()
    title = (Said(row.title, look="strong"), *of_all)
    return (title, *(_cell(each, proofs) for each in row.cells))


def _cell(cell: OfPlace, proofs: notes.Notes) -> Cell:
    said = [each for value in cell.values for each in _value(value, proofs)]
    more = text("comparison.more", number=cell.more) if cell.more else ""
    quiet = (Said(each, look="quiet") for each in (cell.none, cell.note, more) if each)
    return (*said, *quiet)


def _value(value: CellValue, proofs: notes.Notes) -> Cell:
    chips = answered.chips(value.chips)
    details = " · ".join((*value.details, *([value.note] if value.note else [])))
    proven = notes.chosen(proofs, [value.fact]) or (value.proof,)
    more = (Said(chips, look="chips"), Said(details, look="quiet"))
    return (Said(value.words, proven), *(each for each in more if each.words))


def _report(
    title: str, blocks: Sequence[Block], view: View, address: str, *chosen: Hashable
) -> Report:
    """With what stands on every page: filters, days, version, address, who hands it out."""
    version, _ = queries.loaded()
    said = settings()
    made = text("report.made", day=german.day(german.today()))
    below = (filters(view, *chosen), f"{text('report.version', version=version)} · {made}", address)
    operator = " · ".join(filter(None, (said.operator, said.contact)))
    above = f"{text('app.title')} · {title}"
    return Report(title, tuple(blocks), above, tuple(filter(None, below)), operator)
