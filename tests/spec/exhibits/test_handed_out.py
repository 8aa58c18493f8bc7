"""What is handed out of an exhibit, and the counts of the map and the matrix, without a page."""

import io
import time
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import openpyxl
import pandas as pd
import pytest

from kim import coverage, downloads, german, queries
from kim.downloads import Download
from kim.facts import FactKey, records
from kim.queries import View
from tests.spec.exhibits.conftest import COESFELD, RHEINE, STEINFURT
from tests.spec.pages.conftest import lines
from tests.spec.reading import says
from ui import exhibits
from ui.exhibits.exhibit import CoverageExhibit, Exhibit

VIEW = View((COESFELD, STEINFURT, RHEINE), date(2023, 6, 1), date(2024, 2, 1))


def evidence(key: FactKey) -> str:
    return f"https://kim.example/belege?fakt={key}"


def given(exhibit: Exhibit, rows: pd.DataFrame) -> Download:
    return downloads.of_facts(exhibit.key, rows, exhibit.declared, VIEW, evidence=evidence)


def test_the_proof_of_each_line_of_a_workbook_leads_to_its_evidence(answered: None) -> None:
    rows = exhibits.DECISIONS.rows(VIEW)
    *_, workbook, _ = given(exhibits.DECISIONS, rows).files()
    sheets = openpyxl.load_workbook(io.BytesIO(workbook.make())).worksheets
    linked = [
        (sheet.title, cell.coordinate, cell.value, cell.hyperlink.target)
        for sheet in sheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink
    ]

    (fact,) = rows["fact"]
    proof = "Absatz 7: „15. Juni 2021“"
    assert linked == [("Ansicht", "B2", proof, evidence(FactKey("decisions", int(fact))))]


def test_a_list_of_one_table_is_handed_out_in_four_forms(answered: None) -> None:
    exhibit = exhibits.DECISIONS
    handed_out = given(exhibit, exhibit.rows(VIEW))
    files = {file.name: file for file in handed_out.files()}

    assert list(files) == [
        "kim-beschluesse-excel.csv",
        "kim-beschluesse.csv",
        "kim-beschluesse.xlsx",
        "kim-beschluesse.zip",
    ]
    assert handed_out.sources == ["rheine-2022"]
    says(
        lines(files["kim-beschluesse.csv"].make(), ","),
        """
        region | body | subject | kind | addressed_to | vote | conditions | date | rescinds | as_of | source | paragraph | anchor | basis | note | key
        05566076 | Rat | Teilnahme | decided | | | | 2021-06-15 | | | rheine-2022 | 7 | 15. Juni 2021 | stated | |
        """,
    )


def test_a_list_of_several_tables_does_not_load_again(answered: None) -> None:
    exhibit = exhibits.MONEY_PATHS
    handed_out = given(exhibit, exhibit.rows(VIEW))

    assert [file.kind for file in handed_out.files()] == ["csv_excel", "xlsx", "package"]
    assert handed_out.frame["topic"].unique().tolist() == ["Träger und Rollen", "Finanzierung"]


def test_commitments_are_handed_out_with_the_reports_that_are_expected(answered: None) -> None:
    exhibit = exhibits.COMMITMENTS
    rows = exhibit.rows(VIEW)
    handed_out = given(exhibit, rows)
    told = [each["expected_reports"] for each in records(handed_out.frame)]
    workbook = next(file for file in handed_out.files() if file.kind == "xlsx").make()
    sheets = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets
    heads = {cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row}

    assert [each for each in told if each] == [
        "Erwartete Berichte: 1 laufend und 1 vielleicht erwartet"
        " | 2022: vielleicht erwartet; durchsucht bis 03.11.2022; kein Dokument mit Datum nach dem Zeitraum"
        " | 2023: Zeitraum noch nicht vorbei; durchsucht bis 03.11.2022; kein Dokument mit Datum aus dem Zeitraum oder danach"
    ]
    assert len(told) == len(rows) > 1
    assert "Erwartete Berichte" in heads


@pytest.fixture(params=["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def far_away(request: pytest.FixtureRequest) -> Iterator[None]:
    """A machine on the other side of the earth: at any moment one of the two has another day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


def test_today_is_the_day_in_germany(answered: None, far_away: None) -> None:
    today = german.day(datetime.now(ZoneInfo("Europe/Berlin")).date())

    said = dict(downloads.about(exhibits.DECISIONS.declared, View(("05",)), "hier"))
    assert (said["Stand am"], said["Bekannt am"]) == (today, today)


def test_a_download_says_what_it_is(answered: None) -> None:
    table = exhibits.DECISIONS.declared
    said = downloads.about(table, VIEW, "hier")

    assert said[:5] == (
        ("Thema", "Beschlüsse"),
        ("Orte", "hier"),
        ("Stand am", "01.06.2023"),
        ("Bekannt am", "01.02.2024"),
        ("Fassung", "1"),
    )
    assert [key for key, _ in said[5:]] == [
        *["Zu beachten"] * len(table.caveats),
        "Zeichen",
        "Lizenz",
    ]


@pytest.mark.parametrize("exhibit", [exhibits.MAP, exhibits.MATRIX], ids=lambda each: each.key)
def test_counts_are_declared_columns_and_drawn(answered: None, exhibit: CoverageExhibit) -> None:
    counts = coverage.by_district(queries.coverage(VIEW, coverage.subjects()))
    handed_out = downloads.of_coverage(exhibit.key, counts, exhibit.columns, VIEW)

    assert list(handed_out.frame) == ["place", "region", *exhibit.columns]
    assert all(coverage.declared().field(name).title for name in exhibit.columns)
    assert exhibit.draw(counts, *exhibit.needs(VIEW)).data

    heads, lines = handed_out.seen or ([], [])
    assert heads == ["Ort", *(coverage.declared().field(name).title for name in exhibit.columns)]
    of_nobody = next(each for each in handed_out.frame.itertuples() if not each.facts)
    (line,) = (each for each in lines if each[0] == of_nobody.place)
    assert line == [of_nobody.place, *["keine gefunden"] * len(exhibit.columns)]


def test_the_map_counts_how_sure_and_names_the_core_places(answered: None) -> None:
    assert exhibits.MAP.columns == ("facts", "read_from_text", "proven")
    assert exhibits.MAP.needs(VIEW) == (
        (
            ("05158", "Hilden"),
            ("05382", "Sankt Augustin"),
            ("05558", "Kreis Coesfeld"),
            ("05566", "Rheine"),
        ),
    )


def test_the_matrix_counts_by_subject(answered: None) -> None:
    assert exhibits.MATRIX.columns == ("facts", *coverage.subjects())
