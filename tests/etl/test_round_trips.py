"""What was downloaded and is uploaded again changes nothing, whatever it holds."""

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import pytest

from etl.build import Inputs, build
from etl.desk import Check, Desk
from kim import exports, queries
from kim.loads import Upload
from kim.queries import View
from kim.store import Store
from kim.tables import DATA, Table, package
from kim.widgets.panels import with_names
from tests.etl.hands import CLOCK, EDITOR

TABLES = list(package().tables.values())
PROOF = ["source_title", "source_date", "held_from", "proof"]
Flavour = Callable[[pd.DataFrame, Table], tuple[str, bytes]]


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
    with queries.previewing(store.current()):
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


def filled_template(frame: pd.DataFrame, table: Table) -> tuple[str, bytes]:
    example = frame[[field.name for field in table.fields]].head(1)
    return "kim.xlsx", exports.template(with_names(example, table), table)


FLAVOURS = [excel_csv, machine_csv, workbook, filled_template]


def again(store: Store, table: Table, flavour: Flavour) -> tuple[Check, int]:
    """The check of a download that is handed in, and how many rows it should have."""
    frame = on_screen(store, table)
    with queries.previewing(store.current()):
        name, content = flavour(frame, table)
    desk = Desk(package(), store, EDITOR, CLOCK)
    receipt = desk.receive(name, io.BytesIO(content))
    rows = 1 if flavour is filled_template else len(frame)
    return desk.check(receipt, Upload(table.name), lambda _: None), rows


def changes_nothing(check: Check, rows: int) -> None:
    assert (check.reading.questions, check.findings, check.warnings) == ([], (), ())
    assert check.comparisons is not None
    counts = check.comparisons[check.upload.table].counts
    assert (counts["new"], counts["changed"], counts["same"]) == (0, 0, rows)


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.name)
def test_a_download_uploaded_again_changes_nothing(
    shipped: Store, table: Table, flavour: Flavour
) -> None:
    changes_nothing(*again(shipped, table, flavour))
