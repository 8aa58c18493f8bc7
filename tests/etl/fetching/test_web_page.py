"""Pages of council systems and others: navigation goes, text and tables stay."""

from pathlib import Path

import pytest

from etl.fetching.papers.council_systems import system_of
from etl.fetching.papers.paper import Reading
from etl.fetching.papers.web_page import read_page, read_text
from tests.etl.fetching.pages import ALLRIS, PRESS, RUBIN, SDNET, SESSIONNET, TEXT


def told(
    folder: Path, page: str | bytes, media_type: str = "text/html; charset=utf-8"
) -> list[str]:
    path = folder / "paper"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return [each.text for each in read_page(path, media_type).paragraphs]


def test_sessionnet(tmp_path: Path) -> None:
    assert told(tmp_path, SESSIONNET) == [
        "Vorlage - 51/205",
        "Betreff: | Kommunales Integrationsmanagement",
        "Federführend: | Amt für Soziales",
        "Datum: | 01.12.2022",
        *TEXT,
        "Modul | Stellen |",
        "| Stadt | Kreis",
        "Modul 2 | 1,9 | 3",
    ]


def test_allris_lays_its_text_out_in_a_table(tmp_path: Path) -> None:
    assert told(tmp_path, ALLRIS) == [
        "Auszug - Sachstand KIM",
        "Gremium: | Integrationsrat",
        "Beschluss: | zur Kenntnis genommen",
        *TEXT,
    ]


@pytest.mark.parametrize(("page", "name"), [(SDNET, "SD.NET RIM"), (RUBIN, "more!rubin")])
def test_other_systems(tmp_path: Path, page: str, name: str) -> None:
    system = system_of(page)
    assert system is not None
    assert system.name == name
    assert told(tmp_path, page) == ["Niederschrift", *TEXT]


def test_any_other_page_loses_its_navigation_and_keeps_its_table(tmp_path: Path) -> None:
    assert system_of(PRESS) is None
    assert told(tmp_path, PRESS) == [
        "Mehr Stellen für die Integration",
        f"{TEXT[0]} {TEXT[0]}",
        f"{TEXT[1]} {TEXT[1]}",
        "Modul | Stellen",
        "Modul 2 | 1,9",
    ]


@pytest.mark.parametrize(
    ("encoding", "media_type", "meta"),
    [
        ("cp1252", "text/html; charset=ISO-8859-1", ""),
        ("cp1252", "text/html", '<meta charset="windows-1252">'),
        ("cp1252", "text/html", ""),
        ("utf-8", "text/html", ""),
        ("utf-8", "text/html; charset=nonsense", ""),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, media_type: str, meta: str) -> None:
    page = (
        f"<html><head>{meta}</head><body class='smcbody'><p>Träger – fünf Städte</p></body></html>"
    )
    assert told(tmp_path, page.encode(encoding), media_type) == ["Träger – fünf Städte"]


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "paper"
    path.write_bytes(b"<html><body class='smcbody'><nav>Start</nav></body></html>")
    assert read_page(path, "text/html").reading is Reading.EMPTY


def test_deep_nesting_ends(tmp_path: Path) -> None:
    page = "<body class='smcbody'>" + "<div>" * 5_000 + "Tief"
    assert told(tmp_path, page) == ["Tief"]


def test_a_table_that_claims_to_be_endless_stays_small(tmp_path: Path) -> None:
    row = "<tr><td rowspan=999 colspan=999>x</td></tr>"
    found = told(tmp_path, f"<body class='smcbody'><table>{row * 300}</table>")
    assert max(map(len, found)) < 1_000


def test_spanned_cells_keep_their_columns(tmp_path: Path) -> None:
    rows = "<tr><td rowspan=3>a</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr><tr><td>b</td><td>4</td></tr>"
    assert told(tmp_path, f"<body class='smcbody'><table>{rows}</table>") == [
        "a | 1",
        "| 2",
        "| 3",
        "b | 4",
    ]


def test_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "paper"
    path.write_bytes(b"Erster\r\nAbsatz.\r\n \r\nZweiter.\r\n")
    assert [each.text for each in read_text(path, "text/plain").paragraphs] == [
        "Erster Absatz.",
        "Zweiter.",
    ]
