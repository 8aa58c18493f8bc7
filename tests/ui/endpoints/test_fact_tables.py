"""`/api/v1/facts/<table>`: the statements of the pages, in pages of JSON and as a whole CSV file."""

import csv
import io

import pytest

from kim import queries
from kim.downloads import of_facts
from kim.facts import FactKey
from kim.queries import View
from kim.store import store
from kim.tables import Table, package
from tests.ui.endpoints.conftest import Get, said

PLACES = ("05566", "05566076")
FILTER = "&".join(f"place={each}" for each in PLACES)


@pytest.mark.parametrize("table", package().facts, ids=lambda table: table.name)
def test_they_are_the_rows_of_the_download(get: Get, table: Table) -> None:
    found = said(get(f"/api/v1/facts/{table.name}?{FILTER}&limit=1000"))["items"]
    view = View(PLACES)
    with queries.answered_by(store().current()):
        rows = queries.facts(table.name, view)
        frame = of_facts("x", rows, table, view, evidence=str).frame if len(rows) else rows

    assert [each["fact"] for each in found] == [
        str(FactKey(table.name, int(fact))) for fact in rows["fact"]
    ]
    for name in (field.name for field in table.fields if len(rows)):
        expected = frame[name].astype(object).where(frame[name].notna(), None)
        assert [each[name] for each in found] == list(expected), name
    if len(rows):
        assert [each["proof"] for each in found] == list(frame["proof"])
        assert [each["place"] for each in found] == list(frame["place"])


def test_the_csv_file_has_the_rows_of_the_pages(get: Get) -> None:
    page = said(get(f"/api/v1/facts/positions?{FILTER}&limit=1000"))["items"]
    answer = get(f"/api/v1/facts/positions?{FILTER}", accept="text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.words)))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(rows) == len(page) > 3
    for row, item in zip(rows, page, strict=True):
        assert list(row) == list(item)
        assert float(row["quantity"] or -1) == (
            -1 if item["quantity"] is None else item["quantity"]
        )
        for name in ("fact", "region", "status", "source", "held_from_latest", "proof"):
            assert row[name] == (item[name] or ""), name


def test_modules_are_a_filter_where_a_table_has_them(get: Get) -> None:
    every = said(get("/api/v1/facts/carriers?limit=1000"))["items"]
    assert len({each["module"] for each in every}) > 1
    for code in (*package().vocabularies["module"], "0"):
        found = said(get(f"/api/v1/facts/carriers?module={code}&limit=1000"))["items"]
        assert found == [each for each in every if (each["module"] or "0") == code]
    assert get("/api/v1/facts/bodies?module=2").status == 400


def test_on_a_day_holds_what_began_until_then(get: Get) -> None:
    address = f"/api/v1/facts/positions?{FILTER}&limit=1000"
    some = said(get(f"{address}&held_on=2022-06-01"))["items"]
    with queries.answered_by(store().current()):
        rows = queries.facts(
            "positions", View(PLACES, queries.loaded()[1].date().replace(2022, 6, 1))
        )

    assert [each["fact"] for each in some] == [
        str(FactKey("positions", int(fact))) for fact in rows["fact"]
    ]
    assert [each["is_certain"] for each in some] == list(rows["is_certain"])
    assert 0 < len(some) < len(said(get(address))["items"])


def test_a_file_can_be_asked_for_in_parts(get: Get) -> None:
    def lines(more: str) -> list[str]:
        return get(f"/api/v1/facts/positions?{FILTER}&format=csv{more}").words.splitlines()

    whole = lines("")
    assert lines("&limit=2") == whole[:3]
    assert lines("&offset=2") == [whole[0], *whole[3:]]
    assert lines("&offset=100000") == whole[:1]
