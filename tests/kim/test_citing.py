"""How a fact is cited: version, day and address stand in every form, and each form can be read."""

import json
from datetime import date

import pytest

from kim.citing import Citation

ADDRESS = "https://kim.example.org/belege?fakt=positions:01&kenntnis=2024-01-10"
CITED = Citation("positions:01", "Rheine: 3,5 Stellen & mehr", ADDRESS, 7, date(2024, 1, 10), "Amt")


def test_a_line_in_german() -> None:
    assert CITED.line == (
        "Rheine: 3,5 Stellen & mehr. In: KIM-Vergleich NRW. Amt. Fassung 7, gelesen am 10.01.2024. "
        + ADDRESS
    )


def test_without_an_operator_nobody_is_named() -> None:
    cited = Citation("jetzt", "Stellen", ADDRESS, 7, date(2024, 1, 10))

    assert cited.line.startswith("Stellen. In: KIM-Vergleich NRW. Fassung 7,")
    assert "publisher" not in json.loads(cited.csl_json)[0]


def test_bibtex_escapes_what_it_would_read_as_its_own() -> None:
    lines = CITED.bibtex.splitlines()

    assert lines[0] == "@online{kim-positions-01,"
    assert "  title = {Rheine: 3,5 Stellen \\& mehr}," in lines
    assert "  version = {7}," in lines
    assert "  urldate = {2024-01-10}," in lines
    assert f"  url = {{{ADDRESS}}}," in lines
    assert lines[-1] == "}"


@pytest.mark.parametrize(
    ("sign", "written"),
    [(each, f"\\{each}") for each in "&%$#_{}"]
    + [
        ("\\", "\\textbackslash{}"),
        ("~", "\\textasciitilde{}"),
        ("^", "\\textasciicircum{}"),
    ],
)
def test_every_sign_that_bibtex_reads_as_its_own_is_escaped(sign: str, written: str) -> None:
    cited = Citation("jetzt", f"A{sign}B", ADDRESS, 7, date(2024, 1, 10))

    assert f"  title = {{A{written}B}}," in cited.bibtex.splitlines()


def test_csl_json_has_the_day_in_parts() -> None:
    (item,) = json.loads(CITED.csl_json)

    assert item["accessed"] == item["issued"] == {"date-parts": [[2024, 1, 10]]}
    assert (item["type"], item["version"], item["URL"]) == ("dataset", "7", ADDRESS)
