import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import contexts


def spoken_of(*paragraphs: str) -> list[bool]:
    return [each.topic.is_kim for each in contexts(Paper(paragraphs, "05558"))]


def modules(*paragraphs: str) -> list[str | None]:
    return [each.topic.module for each in contexts(Paper(paragraphs, "05558"))]


def test_a_paper_speaks_of_kim_from_where_it_names_it() -> None:
    paper = ("Der Sitz bleibt frei.", "Zum KIM wird berichtet.", "Zwei Stellen sind besetzt.")
    assert spoken_of(*paper) == [False, True, True]


def test_case_management_alone_is_enough() -> None:
    assert spoken_of("Die Stadt richtet zwei Stellen im Case Management ein.") == [True]


@pytest.mark.parametrize(
    "heading", ["TOP 7 Straßenbau", "Interkulturelle Woche", "8. Verschiedenes"]
)
def test_a_heading_on_something_else_ends_it(heading: str) -> None:
    assert spoken_of("Das KIM läuft.", heading, "Zwei Stellen sind besetzt.")[1:] == [False, False]


@pytest.mark.parametrize("heading", ["Sachstand", "Ausblick:", "Baustein 2"])
def test_a_heading_within_the_matter_does_not(heading: str) -> None:
    assert spoken_of("Das KIM läuft.", heading, "Zwei Stellen sind besetzt.")[1:] == [True, True]


def test_a_word_of_something_else_holds_to_the_end_of_its_paragraph() -> None:
    paper = (
        "Das KIM läuft.",
        "In der Kita fehlen drei Kräfte. Zwei Stellen sind frei.",
        "Es geht weiter.",
    )
    assert spoken_of(*paper) == [True, False, False, True]


def test_the_module_is_that_of_the_heading_until_another_is_named() -> None:
    paper = (
        "Baustein 2: Case Management",
        "Drei Stellen sind besetzt.",
        "Die Ausländerbehörde hat eine Stelle.",
    )
    assert modules(*paper) == ["2", "2", "3"]


def test_a_line_of_a_list_that_counts_is_no_heading() -> None:
    paper = (
        "Das KIM läuft.",
        "- Koordinierung: 3 Stellen",
        "- Case Management: 9 Stellen",
        "Zwei sind frei.",
    )
    assert modules(*paper) == [None, "1", "2", None]


def test_the_items_of_a_group_of_kim_are_all_of_kim() -> None:
    items = ("TOP 3 Personelle Situation", "Zwei Stellen sind besetzt.")
    assert spoken_of("Lenkungsgruppe KIM, 3. Sitzung", *items) == [True, True, True]
    assert spoken_of("Ausschuss für Soziales, KIM", *items) == [True, False, False]
