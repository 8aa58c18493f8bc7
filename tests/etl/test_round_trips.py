"""What was downloaded and is uploaded again changes nothing, whatever it holds."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from etl.pipeline.build import Inputs, build
from etl.reading import Decisions, Job, Lexicon, Readable, read
from etl.reading.values.cells import BLANKS, WITHOUT_UNSEEN
from etl.uploads.lexicon import lexicon
from etl.uploads.stages import Ready
from etl.uploads.uploads import Uploads
from kim import exports, queries
from kim.beside_a_version import DAYS
from kim.beside_a_version import TABLES as TABLES_OF_A_VERSION
from kim.downloads import with_names
from kim.queries import View
from kim.store import Store
from kim.tables import DATA, Field, Table, package
from tests.conftest import tiny_world
from tests.etl.submitting import CLOCK, EDITOR
from tests.rows import FACTS, ORGANISATIONS, POSITION, REGIONS, SOURCES

pytestmark = pytest.mark.writing

TABLES = list(package().tables.values())
RUN = tuple("=+-@\t\r")
Flavour = Callable[[pd.DataFrame, Table], tuple[str, bytes]]
PROOF = ["source_title", "source_date", *DAYS, "proof"]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("shipped"))
    now = datetime.now(UTC).replace(tzinfo=None)
    report = build(Inputs.read(package(), DATA, None, now), store, lambda _: None)
    assert report.findings == []
    return store


def on_screen(store: Store, table: Table) -> pd.DataFrame:
    """The frame that the page of a table hands out."""
    names = [field.name for field in table.fields]
    cursor = store.current().cursor()
    if not table.is_fact:
        return cursor.table(table.name).project(", ".join(names)).df()
    regions = tuple(ags for (ags,) in cursor.table("regions").project("ags").fetchall())
    with queries.answered_by(store.current()):
        rows = queries.facts(table.name, View(regions))
    return rows[["place", *names, *PROOF]].assign(
        proof=rows["proof"].mask(rows["is_read_from_text"], "read")
    )


def excel_csv(frame: pd.DataFrame, table: Table) -> tuple[str, bytes]:
    return "kim.csv", exports.csv_for_excel(with_names(frame, table), table)


def machine_csv(frame: pd.DataFrame, table: Table) -> tuple[str, bytes]:
    return "kim.csv", exports.csv_for_machines(frame, table)


def workbook(frame: pd.DataFrame, table: Table) -> tuple[str, bytes]:
    used = pd.DataFrame({"source": ["vermerk"], "title": ["Vermerk"]})
    about = [("Titel", "Tabelle"), ("Stand", "heute")]
    return "kim.xlsx", exports.xlsx(with_names(frame, table), table, used, about)


LISTS = {"Quellen": [("muster-2022", "Niederschrift")], "Orte": [("05566", "Kreis Steinfurt")]}


def filled_template(frame: pd.DataFrame, table: Table) -> tuple[str, bytes]:
    form = exports.form(table, frame.head(1))
    example = frame[[field.name for field in form.fields]].head(1)
    book = load_workbook(io.BytesIO(exports.template(example, form, LISTS)))
    for column, row in enumerate(book["Spalten"].iter_rows(min_row=2), 1):
        book["Daten"].cell(2, column).value = row[3].value
    out = io.BytesIO()
    book.save(out)
    return "kim.xlsx", out.getvalue()


def changes_nothing(store: Store, table: Table, flavour: Flavour) -> None:
    """A download is handed in as it is and checked."""
    frame = on_screen(store, table)
    with queries.answered_by(store.current()):
        name, content = flavour(frame, table)
    shipped = package()
    tables = {each: shipped.tables[each] for each in shipped.tables if each in known(store)}
    uploads = Uploads(replace(shipped, tables=tables), store, EDITOR, CLOCK)
    submission = uploads.receive(name, io.BytesIO(content))
    check = uploads.check(submission, Decisions(table.name), lambda _: None)
    assert isinstance(check, Ready), getattr(check, "findings", check)
    assert check.warnings == ()
    counts = check.comparisons[table.name].counts
    rows = 1 if flavour is filled_template else len(frame)
    assert (counts["new"], counts["changed"], counts["same"]) == (0, 0, rows)


def known(store: Store) -> set[str]:
    found = store.current().cursor().execute(TABLES_OF_A_VERSION).fetchall()
    return {name for (name,) in found}


def are_read_alike(store: Store, table: Table) -> None:
    """Every other download is read as the one for machines is; a form has no column for no key."""
    frame = on_screen(store, table)
    named = lexicon(store.current().cursor(), {})
    with queries.answered_by(store.current()):
        rows = as_read(*machine_csv(frame, table), table, named)
        for flavour in (excel_csv, workbook):
            assert as_read(*flavour(frame, table), table, named) == rows, flavour.__name__
        asked = [
            {name: cell for name, cell in row.items() if name != "key" or cell} for row in rows[:1]
        ]
        assert as_read(*filled_template(frame, table), table, named) == asked


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.name)
def test_a_download_uploaded_again_changes_nothing(shipped: Store, table: Table) -> None:
    changes_nothing(shipped, table, machine_csv)
    are_read_alike(shipped, table)


# Without blanks of another kind or signs that nobody sees around them: an upload reads those away and lists them.
AWKWARD = [
    "=1+1",
    "+49 251",
    "-2",
    "- nein",
    "@jemand",
    "'n Abend",
    "''",
    "'=1",
    "'",
    "-",
    "–",
    ".",
    "...",
    "x",
    "/",
    "k. A.",
    "1.900",
    "1,9",
    "01.11.2022",
    "2022-11-01",
    "11.2022",
    "Mai 2022",
    "12/2021",
    "05566076",
    "00123",
    "1e5",
    "(1)",
    "5 %",
    "WAHR",
    'sagt "neu"; und, weiter',
    '"',
    "zwei\nZeilen",
    "a\tb",
    "<b>fett</b> &amp;",
    "**fett** [x](y)",
    "שלום",
    "e\u0301 a\u0308",
    "👩\u200d👩\u200d👧",
    "＝1",
    "NULL",
    "nan",
    "None",
    "Summe",
    "_x0041_",
    "{value}",
]
NUMBERS = [0, 0.125, 1.125, 0.1, 1_900, 1_234_567.891, 1e-7, 1e7, 123_456.789]
DATES = [
    "2022",
    "2022-11",
    "2022-11-01",
    "XXXX-05",
    "XXXX-05-15",
    "XXXX-02-29",
    "1999-12-31",
    "2024-02-29",
]


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store in which everything looks like something else."""
    world = tiny_world(tmp_path_factory.mktemp("awkward"))
    world.keep("regions", "organisations", "sources", "positions", "milestones")
    world.documents.joinpath("muster-2022.txt").unlink()
    said = POSITION | {"paragraph": None}
    texts = [said | {"area": text, "note": text} for text in AWKWARD]
    world.write(
        "positions",
        *(
            row | {"anchor": text.replace(" ", "")}
            for row, text in zip(texts, AWKWARD, strict=True)
        ),
        *(said | {"quantity": f"{each:.9f}", "area": f"Zahl {each}"} for each in NUMBERS),
    )
    [milestone] = FACTS["milestones"]
    world.write(
        "milestones",
        *(milestone | {"date": each, "as_of": each, "event": each} for each in DATES),
        *(milestone | {"event": text, "note": text} for text in AWKWARD),
    )
    world.first_version()
    return world.store


@pytest.mark.parametrize("name", ["positions", "milestones"])
def test_awkward_values_uploaded_again_change_nothing(awkward: Store, name: str) -> None:
    table = package().tables[name]
    changes_nothing(awkward, table, machine_csv)
    changes_nothing(awkward, table, filled_template)
    are_read_alike(awkward, table)


NUMBER = re.compile(r"-?\d+([.,]\d+)?|--\d\d(-\d\d)?")


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.name)
def test_no_cell_of_a_download_is_run(shipped: Store, awkward: Store, table: Table) -> None:
    stores = [shipped, awkward] if table.name in {"positions", "milestones"} else [shipped]
    for store in stores:
        frame = on_screen(store, table)
        with queries.answered_by(store.current()):
            (_, excel), (_, machine) = excel_csv(frame, table), machine_csv(frame, table)
            _, book = workbook(frame, table)
        for content, delimiter in ((excel.decode("utf-8-sig"), ";"), (machine.decode(), ",")):
            for row in csv.reader(io.StringIO(content, newline=""), delimiter=delimiter):
                assert [c for c in row if c.startswith(RUN) and not NUMBER.fullmatch(c)] == []
        with ZipFile(io.BytesIO(book)) as parts:
            sheets = [parts.read(name) for name in parts.namelist() if "/worksheets/" in name]
        assert not any(b"<f" in each for each in sheets)


LEXICON = Lexicon(
    {str(each["ags"]): str(each["name"]) for each in REGIONS},
    {str(each["organisation"]): str(each["name"]) for each in ORGANISATIONS},
    {str(each["source"]): str(each["title"]) for each in SOURCES},
)
NOT_CARRIED = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
ERRORS = re.compile("#.*")
texts = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(),
    st.lists(
        st.sampled_from([*"=+-@'\t\n 05.,:/;\"e%€x", "\ufeff", "\xa0", "Mai"]), max_size=6
    ).map("".join),
).map(
    lambda text: ERRORS.sub("", NOT_CARRIED.sub("", text)).translate(WITHOUT_UNSEEN).strip(BLANKS)
)
days = st.dates(date(1900, 3, 1), date(2199, 12, 31)).map(str)
dates = st.one_of(
    st.sampled_from(DATES),
    days,
    days.map(lambda day: day[:7]),
    days.map(lambda day: f"XXXX{day[4:]}"),
)


def values(field: Field) -> st.SearchStrategy[object]:
    """What a cell of the column may hold."""
    held: st.SearchStrategy[object] = texts.filter(bool) if field.required else texts
    if field.vocabulary:
        held = st.sampled_from(list(field.vocabulary))
    elif field.type == "integer":
        held = st.integers(0, 10**12)
    elif field.type == "number":
        any_size = st.decimals(-(10**9), 10**9, places=3).map(float)
        held = st.one_of(st.sampled_from([*NUMBERS, -0.5]), any_size)
    elif field.semantics == "partial_date":
        held = dates
    elif field.name == "pay_group":  # a dash alone means that there is none
        held = st.sampled_from(["S 12", "E 9b", "A 10", "wie im Stellenplan"])
    elif field.semantics == "ags":
        held = st.sampled_from(list(LEXICON.regions))
    elif field.semantics == "organisation":
        held = st.sampled_from(list(LEXICON.organisations))
    elif field.name == "source":
        held = st.sampled_from(list(LEXICON.sources))
    return held if field.required else st.one_of(st.none(), held)


def is_clear(row: Mapping[str, object]) -> bool:
    """A workbook cannot tell 0.75 percent from a share of 0.75: that is asked, not read."""
    return row.get("unit") != "percent" or not any(
        isinstance(each, float) and 0 < each <= 1 for each in row.values()
    )


def frames(table: Table) -> st.SearchStrategy[pd.DataFrame]:
    columns = {field.name: values(field) for field in table.fields}
    row = st.fixed_dictionaries(columns).filter(is_clear)
    return st.lists(row, min_size=1, max_size=4).map(
        lambda rows: pd.DataFrame(rows, columns=list(rows[0]), dtype=object)
    )


def as_read(name: str, content: bytes, table: Table, lexicon: Lexicon) -> list[Mapping[str, str]]:
    """The canonical rows of a file about which nothing is asked and nothing wrong."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        job = Job(path, name, table, lexicon, Decisions(table.name))
        found = read(job, Path(folder), lambda _: None)
        assert isinstance(found, Readable)
        assert (found.findings, found.reading.left_out) == ([], [])
        with Path(folder, "rows.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def canonical(value: object) -> object:
    return "" if pd.isna(value) else value


def named(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    columns = [field.name for field in table.fields if field.semantics == "organisation"]
    return frame.assign(**{each: frame[each].replace(LEXICON.organisations) for each in columns})


@pytest.mark.parametrize("name", ["positions", "milestones", "funding"])
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_any_rows_come_back_from_every_flavour(name: str, data: st.DataObject) -> None:
    table = package().tables[name]
    frame = data.draw(frames(table))
    german = named(frame, table)
    nothing = frame.iloc[:0].reindex(columns=["source", "title"])
    for file, content in (
        ("kim.csv", exports.csv_for_excel(german, table)),
        ("kim.csv", exports.csv_for_machines(frame, table)),
        ("kim.xlsx", exports.xlsx(german, table, nothing, [])),
    ):
        rows = as_read(file, content, table, LEXICON)
        for field in table.fields:
            held = [canonical(value) for value in frame[field.name]]
            found: list[object] = [row[field.name] for row in rows]
            if field.type in {"number", "integer"}:
                found = [float(str(each)) if each else "" for each in found]
            assert found == held, (file, field.name)
