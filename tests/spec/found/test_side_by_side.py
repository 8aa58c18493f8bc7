"""Places side by side: what a cell says, what it must not pass off as an answer, and all districts in a row."""

import pytest

from kim.answers import answers_of
from kim.queries import View
from tests.spec.found.conftest import Knows
from tests.spec.told import Told, view
from ui.lists.comparison import Cell, compared, compared_by_place, unanswered

DISTRICT, TOWN, OTHER = "05566", "05566076", "05558"
HEAD = "region | module | function | quantity | certainty | unit | measure | status | as_of | source | paragraph | anchor | basis | note"
READ = "gelesen-2022 | 1 | einmal | stated | gelesen"
POSTS = f"05566 | 2 | case_management | 2 | exact | posts | total | filled | 2022 | {READ}"
PEOPLE = """
    region | indicator  | value  | certainty | as_of      | source       | paragraph | anchor | basis
    05566  | population | 50000  | exact     | 2018-12-31 | gelesen-2022 | 1         | einmal | stated
"""


def told(knows: Knows, *rows: str, **more: str) -> Told:
    return knows(positions="\n".join([HEAD, *rows]), indicators=PEOPLE, **more)


def cells(told: Told, title: str, *places: str) -> list[str]:
    """The cells of one row, as words."""
    seen = View(places)
    found = told.ask(compared, places, told.ask(answers_of, places, seen), seen)
    (row,) = (row for group in found.groups for row in group.rows if row.title == title)
    return [in_words(cell) for cell in row.cells]


def in_words(cell: Cell) -> str:
    values = [
        " ".join([value.words, *(f"[{chip.words}]" for chip in value.chips), *value.details])
        for value in cell.values
    ]
    more = [f"+{cell.more}"] if cell.more else []
    return " / ".join([*values, *more, *filter(None, [cell.note, cell.none])])


def test_a_cell_says_number_unit_state_and_since(knows: Knows) -> None:
    found = cells(told(knows, POSTS), "Case Management", DISTRICT, OTHER)

    assert found == ["2 Stellen [besetzt] ab 2022, Tag nicht genannt", ". nichts gefunden"]


def test_another_unit_than_that_of_the_first_place_is_said(knows: Knows) -> None:
    persons = POSTS.replace("05566", "05558").replace("posts", "persons")
    found = cells(told(knows, POSTS, persons), "Case Management", DISTRICT, OTHER)

    assert found[1].endswith("/ andere Einheit als beim ersten Ort")
    assert "andere" not in found[0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("total", "increase"), "nur ein Zuwachs, keine Gesamtzahl"),
        (("total", "subset"), "nur ein Teil, keine Gesamtzahl"),
        (("| 2 | exact", "| | unknown"), "die Zahl ist nicht genannt"),
    ],
    ids=["increase", "subset", "unknown"],
)
def test_what_is_no_total_is_not_passed_off_as_one(
    knows: Knows, change: tuple[str, str], said: str
) -> None:
    (found,) = cells(told(knows, POSTS.replace(*change)), "Case Management", DISTRICT)

    assert found.endswith(said)


def test_a_town_sees_the_number_of_its_district_as_that(knows: Knows) -> None:
    (found,) = cells(told(knows, POSTS), "Case Management", TOWN)

    assert "[Kreis Steinfurt]" in found
    assert found.endswith("nur beim Kreis genannt, keine eigene Zahl")


def test_doubts_are_chips_and_unread_numbers_stand_in_parentheses(knows: Knows) -> None:
    unread = POSTS.replace(READ, "vermerk-2023 | | einmal | inferred | gelesen")

    assert cells(told(knows, unread), "Case Management", DISTRICT) == [
        "(2) Stellen [besetzt] [erschlossen] ab 2022, Tag nicht genannt"
    ]


def test_shares_say_their_unit_and_what_has_none_says_why(knows: Knows) -> None:
    store = told(knows, POSTS, POSTS.replace("05566", "05558"))

    assert cells(store, "je 100.000 Einwohner", DISTRICT, OTHER) == [
        "4 Stellen 50.000 Einwohnerinnen und Einwohner, Stand 31.12.2018",
        ". Einwohnerzahl unbekannt",
    ]


def test_questions_that_nobody_answers_are_named_not_shown(knows: Knows) -> None:
    store, seen = told(knows, POSTS), view(DISTRICT)
    silent = unanswered((DISTRICT,), store.ask(answers_of, (DISTRICT,), seen))

    assert "Was kostet KIM insgesamt?" in silent
    assert "Wie viele Stellen hat das Case Management?" not in silent


def test_all_districts_in_a_row_and_those_of_which_nothing_is_found(knows: Knows) -> None:
    store, places = told(knows, POSTS), (OTHER, DISTRICT)
    seen = View(places)
    answered = store.ask(answers_of, places, seen)
    found = store.ask(compared_by_place, places, answered, ("case_management_posts",), seen)

    assert found.heads == ("Case Management", "je 100.000 Einwohner")
    assert [(row.title, *map(in_words, row.cells)) for row in found.rows] == [
        (
            "Kreis Steinfurt",
            "2 Stellen [besetzt] ab 2022, Tag nicht genannt",
            "4 Stellen 50.000 Einwohnerinnen und Einwohner, Stand 31.12.2018",
        )
    ]
    assert found.silent == ("Kreis Coesfeld",)
