"""Lists, matrices and organigrams of exhibits as they are printed."""

from collections.abc import Iterator

from ui.figures.matrix import Matrix, MatrixEntry
from ui.lists import EntryList, Flows, Listed, Organigrams, StatementMatrix
from ui.lists.entries import Entry
from ui.lists.matrix import MatrixLine, Stated
from ui.lists.organigram import Level
from ui.report.answered import chips
from ui.report.blocks import Block, Cell, Heading, Items, Said, Table
from ui.report.notes import Notes, chosen
from ui.texts import text

FIRST_SHARE = 1.1


def printed(shown: Listed | Matrix, notes: Notes, caption: str, level: int) -> list[Block]:
    """What is read on screen as a list or a matrix, all of it unfolded."""
    match shown:
        case Matrix():
            return [_matrix(shown, notes, caption)]
        case StatementMatrix():
            return [_statements(shown, notes, caption)]
        case EntryList():
            return list(_groups(shown, notes, level))
        case Organigrams():
            return list(_organigrams(shown, notes, level))
        case Flows():
            return list(_flows(shown, notes, level))


def _groups(shown: EntryList, notes: Notes, level: int) -> Iterator[Block]:
    for group in shown.groups:
        if group.title:
            yield Heading(group.title, level)
        if group.lead:
            yield Said(group.lead, look="quiet")
        yield Items(tuple(entry(each, notes) for each in group.entries))


def entry(said: Entry, notes: Notes) -> Cell:
    """A statement with its state, what else is said of it, and its proof."""
    proofs = chosen(notes, [said.fact, *(fact for _, fact in said.also)])
    more = (
        Said(chips(said.chips), look="chips"),
        Said(" · ".join(said.details), look="quiet"),
        Said(" ".join([said.aside, *(words for words, _ in said.also)]).strip(), look="quiet"),
    )
    fold = (said.fold.title, *said.fold.lines) if said.fold else ()
    return (
        Said(said.words, proofs or (said.proof,)),
        *(each for each in more if each.words),
        *(Said(line, look="quiet") for line in fold),
    )


def _matrix(shown: Matrix, notes: Notes, caption: str) -> Table:
    nothing = (Said(f". {text('panels.unknown')}", look="quiet"),)
    rows = tuple(
        (
            (Said(row.head, look="strong"),),
            *(tuple(_in_cell(each, notes) for each in cell) or nothing for cell in row.cells),
        )
        for row in shown.rows
    )
    return Table(caption, (shown.corner, *shown.heads), rows, _shares(len(shown.heads)))


def _in_cell(said: MatrixEntry, notes: Notes) -> Said:
    sign = said.sign if said.fact else "."
    words = " ".join(filter(None, (said.heading and f"{said.heading}:", sign, said.words)))
    detail = f" ({said.detail})" if said.detail else ""
    return Said(words + detail, chosen(notes, [said.fact] if said.fact else []))


def _statements(shown: StatementMatrix, notes: Notes, caption: str) -> Table:
    rows = tuple(_line(line, notes) for line in shown.lines)
    return Table(caption, (shown.corner, *shown.heads), rows, _shares(len(shown.heads)))


def _line(line: MatrixLine, notes: Notes) -> tuple[Cell, ...]:
    head: Cell = (Said(line.head, look="strong"), Said(line.searched, look="quiet"))
    nothing: Cell = (Said(text("report.nothing"), look="quiet"),)
    cells = (tuple(s for each in cell for s in _stated(each, notes)) for cell in line.cells)
    return (head, *(cell or nothing for cell in cells))


def _stated(stated: Stated, notes: Notes) -> Iterator[Said]:
    head = " · ".join(filter(None, (stated.chip.words if stated.chip else "", stated.level)))
    if head:
        yield Said(head, look="chips")
    for each in stated.entries:
        details = f" ({' · '.join(each.details)})" if each.details else ""
        yield Said(each.words + details, chosen(notes, [each.fact]) or (each.proof,))


def _organigrams(shown: Organigrams, notes: Notes, level: int) -> Iterator[Block]:
    for each in (each for district in shown.districts for each in district):
        yield Heading(" · ".join(filter(None, (each.title, each.note))), level)
        yield from _tiers(each, notes)


def _tiers(of: Level, notes: Notes) -> Iterator[Block]:
    if not of.tiers:
        searched = f" ({of.searched})" if of.searched else ""
        yield Said(text("report.nothing") + searched, look="quiet")
    for tier in of.tiers:
        yield Said(tier.title, look="strong")
        yield Items(
            tuple(
                cell
                for box in tier.boxes
                for cell in (entry(box.head, notes), *(entry(each, notes) for each in box.lines))
            )
        )


def _flows(shown: Flows, notes: Notes, level: int) -> Iterator[Block]:
    for flow in shown.flows:
        yield Heading(flow.title, level)
        yield Items(
            tuple(
                (Said(text("report.step", start=step.start, end=step.end), look="strong"),
                 *entry(step.entry, notes))
                for step in flow.steps
            )
        )  # fmt: skip


def _shares(columns: int) -> tuple[float, ...]:
    return (FIRST_SHARE, *[2.0] * columns)
