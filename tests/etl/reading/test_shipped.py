"""The shipped data, as it lies there and as our downloads give it out, is read to itself."""

import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import Decisions, Job, Lexicon, Readable, read
from kim import exports
from kim.tables import DATA, Table, package
from tests.etl.reading.dropped import written

Download = Callable[[pd.DataFrame, Table], bytes]


def rows(table: Table) -> list[dict[str, str]]:
    with (DATA / table.path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(table: str, key: str, name: str) -> dict[str, str]:
    return {row[key]: row[name] for row in rows(package().tables[table])}


LEXICON = Lexicon(
    names("regions", "ags", "name"),
    names("organisations", "organisation", "name"),
    names("sources", "source", "title"),
)


def frame(table: Table) -> pd.DataFrame:
    """The rows typed as the store types them."""
    found = pd.DataFrame(rows(table), columns=[field.name for field in table.fields])
    found = found.replace("", None)
    for field in table.fields:
        if field.type in {"number", "integer"}:
            found[field.name] = pd.to_numeric(found[field.name])
    return found


def as_it_lies(_: pd.DataFrame, table: Table) -> bytes:
    return (DATA / table.path).read_bytes()


def as_workbook(found: pd.DataFrame, table: Table) -> bytes:
    return exports.xlsx(found, table, pd.DataFrame({"source": []}), [])


def trimmed(text: str) -> str:
    """Numbers without decimal zeros: a download does not write them."""
    try:
        return f"{float(text):g}"
    except ValueError:
        return text


@pytest.mark.parametrize(
    "download",
    [as_it_lies, exports.csv_for_machines, exports.csv_for_excel, as_workbook],
    ids=["data", "machines", "excel", "xlsx"],
)
@pytest.mark.parametrize("table", package().tables.values(), ids=lambda table: table.name)
def test_a_shipped_table_is_read_to_itself(
    tmp_path: Path, table: Table, download: Download
) -> None:
    path = tmp_path / "upload"
    path.write_bytes(download(frame(table), table))
    job = Job(path, table.path, table, LEXICON, Decisions(table.name))
    got = read(job, tmp_path, lambda _: None)
    assert isinstance(got, Readable)
    assert got.findings == got.reading.repairs == got.reading.left_out == []
    numeric = {field.name for field in table.fields if field.type in {"number", "integer"}}
    for found, shipped in zip(written(tmp_path)[0], rows(table), strict=True):
        for name, cell in shipped.items():
            same = trimmed if name in numeric else str.strip
            assert same(found[name]) == same(cell)
