"""What we inferred says so wherever its value stands: chart, hovering, table, download, line of words."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import plotly.graph_objects as go
import pytest

from kim import downloads, german, queries
from kim import exhibit as said
from kim.facts import FactKey, records
from kim.queries import View
from kim.tables import package
from tests.conftest import World, empty_world
from tests.spec.exhibits.conftest import COESFELD, HILDEN, LAND, RHEINE, STEINFURT
from tests.spec.pages.conftest import lines, sheet
from tests.spec.reading import plain, points
from tests.spec.world import FACTS, ORGANISATIONS, READ, REGIONS, SOURCES, written
from ui import exhibits
from ui.exhibits.exhibit import Exhibit
from ui.figures.matrix import Matrix, MatrixEntry
from ui.lists import Entry, Listed

VIEW = View((LAND, HILDEN, "05382056", COESFELD, STEINFURT, RHEINE))
MARK, WHY = "erschlossen", "weil wir es so lesen"
Drawn = go.Figure | Matrix | Listed
Made = Callable[[str], World]


def world(folder: Path, basis: str) -> World:
    """The world of the pages, with every statement on the same basis."""
    made = empty_world(folder)
    made.write("regions", *written(REGIONS))
    made.write("organisations", *written(ORGANISATIONS))
    sources = written(SOURCES)
    made.write(
        "sources", *({**row, "text_sha256": READ.get(str(row["source"]))} for row in sources)
    )
    note = WHY if basis == "inferred" else ""
    for name, rows in FACTS.items():
        made.write(name, *({**row, "basis": basis, "note": note} for row in written(rows)))
    assert list(map(str, made.build().findings)) == []
    return made


@pytest.fixture(scope="module", params=["inferred", "stated"])
def basis(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def answered(basis: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    made = world(tmp_path_factory.mktemp(basis), basis)
    with queries.answered_by(made.store.current()):
        yield


def entries(matrix: Matrix) -> list[MatrixEntry]:
    return [entry for row in matrix.rows for cell in row.cells for entry in cell if entry.fact]


def said_in(entry: Entry) -> str:
    chips = (chip.words for chip in entry.chips)
    return " ".join((entry.words, *chips, *entry.details, entry.aside))


def in_words(drawn: Drawn) -> str:
    """All that can be read without hovering, what a chart explains of its signs included."""
    if isinstance(drawn, Listed):
        return " ".join(map(said_in, drawn.entries))
    if isinstance(drawn, Matrix):
        return " ".join(f"{entry.words} {entry.detail}" for entry in entries(drawn))
    names = (trace.name or "" for trace in drawn.data)
    return " ".join((*names, *(point["text"] for point in points(drawn))))


def over(drawn: Drawn, fact: FactKey) -> list[str]:
    """What hovering over the marks and words of a fact shows; of an entry of a list, its words."""
    if isinstance(drawn, Listed):
        return [said_in(entry) for entry in drawn.entries if entry.fact == fact]
    if isinstance(drawn, Matrix):
        found = [entry for entry in entries(drawn) if entry.fact == str(fact)]
        return [f"{entry.detail} {entry.reason}" for entry in found]
    return [
        plain(words)
        for trace in drawn.data
        for key, words in zip(trace.customdata or (), trace.hovertext or (), strict=True)
        if key == str(fact)
    ]


@pytest.mark.parametrize("exhibit", exhibits.EXHIBITS, ids=lambda exhibit: exhibit.key)
def test_every_value_of_an_exhibit_says_that_it_is_inferred_and_why(
    answered: None, basis: str, exhibit: Exhibit
) -> None:
    rows, is_ours = exhibit.rows(VIEW), basis == "inferred"
    assert len(rows)
    for at, record in enumerate(records(rows)):
        alone = rows.iloc[[at]]
        drawn = exhibit.drawn(alone, VIEW)
        fact = FactKey(record.get("fact_table", exhibit.table), record["fact"])
        shown = over(drawn, fact)
        (line,) = said.listing(alone, exhibit.declared, most=1).lines

        assert (MARK in in_words(drawn)) == is_ours
        assert shown
        assert all((MARK in words and WHY in words) == is_ours for words in shown)
        assert any(MARK in cell and WHY in cell for cell in line.cells) == is_ours


@pytest.mark.parametrize("exhibit", exhibits.EXHIBITS, ids=lambda exhibit: exhibit.key)
def test_every_download_of_an_exhibit_says_on_which_basis_and_why(
    answered: None, basis: str, exhibit: Exhibit
) -> None:
    rows, is_ours = exhibit.rows(VIEW), basis == "inferred"
    files = downloads.of_facts(exhibit.key, rows, exhibit.declared, VIEW, evidence=str).files()
    read = {
        "csv_excel": lambda content: lines(content, ";"),
        "csv_machine": lambda content: lines(content, ","),
        "xlsx": lambda content: sheet(content, "Daten"),
        "package": rows_of_facts,
    }
    word = {"csv_machine": basis, "package": basis}
    for file in files:
        _, *handed_out = read[file.kind](file.make())
        of_basis = word.get(file.kind, exhibit.declared.field("basis").vocabulary[basis])

        assert len(handed_out) == len(rows)
        assert all(of_basis in line.split(" | ") for line in handed_out)
        assert all((WHY in line.split(" | ")) == is_ours for line in handed_out)


def rows_of_facts(content: bytes) -> list[str]:
    """The lines of the fact tables of a package, behind one heading."""
    with ZipFile(io.BytesIO(content)) as archive:
        tables = [f"{each.name}.csv" for each in package().facts]
        found = [lines(archive.read(each), ",") for each in archive.namelist() if each in tables]
    return ["", *(line for _, *rows in found for line in rows)]


def test_every_fact_in_one_line_of_words_says_that_it_is_inferred(
    answered: None, basis: str
) -> None:
    for exhibit in exhibits.EXHIBITS:
        if exhibit.is_main:
            for record in records(queries.facts(exhibit.table, VIEW)):
                words = german.statement(exhibit.declared, record, {})
                assert words.endswith(" · von uns erschlossen") == (basis == "inferred")
