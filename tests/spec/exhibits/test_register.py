"""What is declared of an exhibit is there: its page and words, its specification, its preview."""

from pathlib import Path

import pytest

from kim.tables import ROOT, package
from ui import exhibits, navigation
from ui.exhibits.exhibit import CoverageExhibit, Exhibit
from ui.texts import text

HERE = Path(__file__)
SPECS = "\n".join(
    path.read_text("utf-8")
    for folder in (HERE.parent, HERE.parent.parent / "figures")
    for path in folder.glob("test_*.py")
    if path != HERE
)
DECLARED = {
    name: each
    for name, each in vars(exhibits).items()
    if isinstance(each, Exhibit | CoverageExhibit)
}
# Keys are part of addresses and names of files that people have kept.
KEPT = {
    *("karte", "abdeckung", "stellen", "verlauf", "personen", "fluss", "rollen", "gruppen"),
    *("ausschluss", "zaehlregel", "evaluation", "betraege", "geldweg"),
    *("geldfragen", "gremien", "fachaufsicht", "instrumente", "ziele", "ereignisse", "ohne-datum"),
    *("beschluesse", "zusagen", "fragen", "einschaetzungen"),
}

# What is previewed of a table before publication, and led to from its counts.
MAIN = {
    "positions": ["stellen", "personen"],
    "carriers": ["rollen"],
    "target_groups": ["zielgruppen"],
    "evaluations": ["evaluation"],
    "indicators": ["kennzahlen"],
    "funding": ["betraege"],
    "bodies": ["gremien"],
    "instruments": ["instrumente"],
    "objectives": ["ziele"],
    "milestones": ["ereignisse", "jahre", "ohne-datum"],
    "decisions": ["beschluesse"],
    "commitments": ["zusagen"],
    "open_questions": ["fragen"],
    "assessments": ["einschaetzungen"],
}


@pytest.mark.parametrize("name", DECLARED)
def test_an_exhibit_stands_on_a_page_that_is_there_under_a_heading(name: str) -> None:
    page, _, heading = DECLARED[name].part.partition(".")

    assert (ROOT / navigation.page(page).file).is_file()
    assert not heading or text(DECLARED[name].part)


@pytest.mark.parametrize("exhibit", exhibits.EXHIBITS, ids=lambda exhibit: exhibit.key)
def test_an_exhibit_is_shown_by_its_page_or_stands_for_its_table(exhibit: Exhibit) -> None:
    (name,) = (name for name, each in DECLARED.items() if each is exhibit)
    page = (ROOT / navigation.page(exhibit.page).file).read_text("utf-8")

    assert f"exhibits.{name}" in page or exhibit.is_main


@pytest.mark.parametrize("name", DECLARED)
def test_an_exhibit_has_its_specification(name: str) -> None:
    assert f"exhibits.{name}" in SPECS


def test_every_table_of_an_exhibit_is_previewed_and_led_to() -> None:
    assert {exhibit.table for exhibit in exhibits.EXHIBITS} == set(exhibits.TABLES)
    assert set(exhibits.TABLES) <= {table.name for table in package().facts}
    assert (
        MAIN.items()
        <= {table: [each.key for each in exhibits.main(table)] for table in exhibits.TABLES}.items()
    )


@pytest.mark.parametrize("table", exhibits.TABLES)
def test_what_stands_for_a_table_stands_on_one_page(table: str) -> None:
    assert len({exhibit.page for exhibit in exhibits.main(table)}) == 1


def test_keys_are_unique_and_those_in_use_are_kept() -> None:
    keys = [exhibit.key for exhibit in DECLARED.values()]

    assert len(set(keys)) == len(keys)
    assert set(keys) >= KEPT


def test_a_page_or_table_that_is_not_there_has_none() -> None:
    assert exhibits.page_of("regions") is None
    assert exhibits.main("regions") == ()
    with pytest.raises(KeyError):
        navigation.page("nowhere")
