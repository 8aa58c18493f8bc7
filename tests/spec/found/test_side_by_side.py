"""Places side by side: what a cell says, what it must not pass off as an answer, and all districts in a row."""

import csv
import io

import pytest

from kim.answer_table import asked_for, of_answers, of_places
from kim.answers import BY_ID, answers_of
from kim.answers.posts_shown import answering_posts
from kim.queries import View
from kim.regions import LAND
from tests.spec.found.conftest import Knows
from tests.spec.told import Told, view
from ui.lists.cells import Cell
from ui.lists.comparison import compared, compared_by_place, unanswered
from ui.widgets.all_districts import known_of
from ui.widgets.answer_rows import card

DISTRICT, TOWN, OTHER, MUENSTER = "05566", "05566076", "05558", "05515"
HEAD = "region | module | function | quantity | certainty | unit | measure | status | as_of | source | paragraph | anchor | basis | note | area | employer"
READ = "gelesen-2022 | 1 | einmal | stated | gelesen | | "
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


def of_all(told: Told, title: str, *places: str) -> str:
    """What one row says for all places, as words."""
    seen = View(places)
    found = told.ask(compared, places, told.ask(answers_of, places, seen), seen)
    (row,) = (row for group in found.groups for row in group.rows if row.title == title)
    return in_words(row.of_all) if row.of_all else ""


def in_words(cell: Cell) -> str:
    values = [
        " ".join(
            [
                value.words,
                *(f"[{chip.words}]" for chip in value.chips),
                *value.details,
                *([f"! {value.note}"] if value.note else []),
            ]
        )
        for value in cell.values
    ]
    more = [f"+{cell.more}"] if cell.more else []
    return " / ".join([*values, *more, *filter(None, [cell.note, cell.none])])


def test_a_cell_says_number_unit_state_and_since(knows: Knows) -> None:
    found = cells(told(knows, POSTS), "Case Management", DISTRICT, OTHER)

    assert found == ["2 Stellen [besetzt] ab 2022, Tag nicht genannt", ". nichts gefunden"]


def test_another_unit_than_that_of_the_first_place_is_said(knows: Knows) -> None:
    """Value by value: of a place with posts and persons only the persons are of another unit than posts."""
    of_other = POSTS.replace("05566", "05558")
    of_towns = of_other.replace("| | ", "| Gemeinden | ")
    persons = of_other.replace("posts", "persons")
    found = cells(told(knows, POSTS, persons, of_towns), "Case Management", DISTRICT, OTHER)

    assert found == [
        "2 Stellen [besetzt] ab 2022, Tag nicht genannt",
        "2 Personen [tätig] ab 2022, Tag nicht genannt ! andere Einheit als im Kreis Steinfurt"
        " / 2 Stellen [besetzt] ab 2022, Tag nicht genannt Gemeinden",
    ]


def test_a_half_says_whose_it_is(knows: Knows) -> None:
    caritas = POSTS.replace("posts", "persons").replace("| | ", "| | caritas")
    of_towns = POSTS.replace("| | ", "| Gemeinden | ")
    (found,) = cells(told(knows, caritas, of_towns), "Case Management", DISTRICT)

    assert found == (
        "2 Personen [tätig] ab 2022, Tag nicht genannt beim Caritasverband"
        " / 2 Stellen [besetzt] ab 2022, Tag nicht genannt Gemeinden"
    )


def test_who_is_in_post_names_the_module(knows: Knows) -> None:
    (found,) = cells(told(knows, POSTS), "Besetzung", DISTRICT)

    assert found == ("2 Stellen [besetzt] Baustein 2: Case Management ab 2022, Tag nicht genannt")


def test_a_recommendation_is_said_to_be_one_and_the_decision_before_stands_beside(
    knows: Knows,
) -> None:
    store = told(
        knows,
        decisions="""
            region | body | subject   | kind        | date       | source       | paragraph | anchor
            05566  | Rat  | Teilnahme | decided     | 2020-09    | gelesen-2022 | 1         | einmal
            05566  | Rat  | Ausbau    | recommended | 2021-01-15 | gelesen-2022 | 1         | einmal
            05558  | Rat  | Bericht   | noted       |            | gelesen-2022 | 1         | einmal
        """,
    )

    assert cells(store, "Letzter Beschluss", DISTRICT, OTHER) == [
        "Ausbau [empfohlen] 15.01.2021 / Teilnahme [beschlossen] September 2020",
        "Bericht [zur Kenntnis genommen] laut Dokument vom 01.06.2022",
    ]


def test_the_way_of_the_grant_says_the_role(knows: Knows) -> None:
    store = told(
        knows,
        carriers="""
            region | organisation    | counterpart  | role            | source       | paragraph | anchor
            05566  | kreis-steinfurt |              | receives_grant  | gelesen-2022 | 1         | einmal
            05566  | kreis-steinfurt | stadt-rheine | passes_on_grant | gelesen-2022 | 1         | einmal
        """,
    )
    (found,) = cells(store, "Weg der Zuwendung", DISTRICT)

    assert sorted(found.split(" / ")) == [
        "Kreis Steinfurt empfängt die Zuwendung",
        "Kreis Steinfurt leitet die Zuwendung weiter an die Stadt Rheine",
    ]


EVALUATIONS = """
    region   | level    | status           | subject | source       | paragraph | anchor
    05566076 | local    | planned          | A       | gelesen-2022 | 1         | einmal
    05566076 | local    | under_discussion | B       | gelesen-2022 | 1         | einmal
    05566076 | local    | none             | C       | gelesen-2022 | 1         | einmal
    05566    | district | running          | D       | gelesen-2022 | 1         | einmal
    05       | land     | running          | E       | gelesen-2022 | 1         | einmal
"""


def test_a_cell_names_every_level_on_which_an_evaluation_is_spoken_of(knows: Knows) -> None:
    store = told(knows, evaluations=EVALUATIONS)

    assert cells(store, "Evaluation", TOWN) == [
        "geplant vor Ort A / noch nicht entschieden vor Ort B"
        " / läuft [Kreis Steinfurt] auf Kreisebene D / läuft [Land] E / +1"
    ]
    assert of_all(store, "Evaluation", TOWN) == ""


def test_what_the_land_says_for_all_places_is_said_once(knows: Knows) -> None:
    store = told(knows, evaluations=EVALUATIONS)

    assert of_all(store, "Evaluation", TOWN, OTHER) == "läuft [Land] E"
    assert cells(store, "Evaluation", TOWN, OTHER) == [
        "geplant vor Ort A / noch nicht entschieden vor Ort B"
        " / läuft [Kreis Steinfurt] auf Kreisebene D / +1",
        ". nichts weiter gefunden",
    ]


def test_what_the_land_says_stands_with_the_places_where_one_of_them_is_the_land(
    knows: Knows,
) -> None:
    store = told(knows, evaluations=EVALUATIONS)

    assert (
        of_all(store, "Evaluation", LAND, OTHER) == of_all(store, "Evaluation", OTHER, LAND) == ""
    )
    assert cells(store, "Evaluation", LAND, OTHER) == [
        "läuft E",
        "läuft [Land] E",
    ]


def test_what_holds_for_all_places_stands_alone_where_none_says_more(knows: Knows) -> None:
    store = told(knows, evaluations=EVALUATIONS)
    seen, places = View((OTHER, MUENSTER)), (OTHER, MUENSTER)
    found = store.ask(compared, places, store.ask(answers_of, places, seen), seen)

    assert {
        row.title: row.is_of_all_alone for group in found.groups for row in group.rows if row.of_all
    } == {"Evaluation": True}


def test_a_district_that_speaks_of_the_evaluation_of_the_land_says_that_it_is_the_lands(
    knows: Knows,
) -> None:
    store = told(
        knows,
        evaluations="""
            region   | level | status  | subject     | source       | paragraph | anchor
            05566076 | local | planned | KIM vor Ort | gelesen-2022 | 1         | einmal
            05566    | land  | running | E           | gelesen-2022 | 1         | einmal
        """,
    )

    assert cells(store, "Evaluation", TOWN) == [
        "geplant KIM vor Ort / läuft [Kreis Steinfurt] gemeint: Evaluation des Landes E"
    ]


def test_why_a_number_that_is_shown_has_no_share_is_said(knows: Knows) -> None:
    unsure = POSTS.replace("| stated |", "| claimed |").replace("filled", "funded")
    store = told(knows, POSTS.replace("posts", "persons").replace("| exact", "| at_least"), unsure)
    both = POSTS.replace("posts", "persons").replace("| 2 | exact", "| 3 | exact")

    assert cells(store, "je 100.000 Einwohner", DISTRICT) == [
        "x nicht vergleichbar: Die Zahl ist nur eine Grenze, geschätzt oder am gewählten Tag nicht "
        "sicher. Die Zahl in Klammern zählt nicht mit."
    ]
    assert cells(told(knows, POSTS, both), "je 100.000 Einwohner", DISTRICT) == [
        "x nicht vergleichbar: Genannt sind Stellen und Personen, keine gemeinsame Gesamtzahl."
    ]


def test_how_many_districts_have_no_whole_answer_is_said(knows: Knows) -> None:
    increase = POSTS.replace("05566", OTHER).replace("total", "increase")
    found = told(knows, POSTS, increase).ask(answers_of, (DISTRICT, OTHER), view(""))
    said, *_ = known_of("F?", {key: each["case_management_posts"] for key, each in found.items()})

    assert said.startswith(
        "Zur Frage „F?“ ist bei 2 von 2 Kreisen und kreisfreien Städten etwas zum Ort selbst "
        "gefunden, bei 1 davon nur etwas, das sie nicht ganz beantwortet, etwa ein Teil"
    )


def test_what_is_not_yet_there_or_no_more_says_so(knows: Knows) -> None:
    store = told(
        knows,
        instruments="""
            region | label     | kind    | state          | source       | paragraph | anchor
            05566  | Netzkarte | method  | in_development | gelesen-2022 | 1         | einmal
            05558  | Fallrunde | method  | in_use         | gelesen-2022 | 1         | einmal
            05566  | Leitbild  | concept | planned        | gelesen-2022 | 1         | einmal
        """,
        bodies="""
            region | body  | level     | state       | source       | paragraph | anchor
            05566  | Runde | strategic | recommended | gelesen-2022 | 1         | einmal
            05558  | Runde | strategic | exists      | gelesen-2022 | 1         | einmal
        """,
    )

    assert cells(store, "Instrumente", DISTRICT, OTHER) == [
        "Netzkarte [in Entwicklung]",
        "Fallrunde",
    ]
    assert cells(store, "Konzept", DISTRICT) == ["Leitbild [geplant]"]
    assert cells(store, "Gremien", DISTRICT, OTHER) == ["Runde [empfohlen]", "Runde"]


def test_that_there_is_no_own_number_is_said_only_where_one_is_asked(knows: Knows) -> None:
    store = told(
        knows,
        commitments="""
            region | promise | made_by | state | source       | paragraph | anchor
            05566  | Bericht | Kreis   | open  | gelesen-2022 | 1         | einmal
        """,
    )
    (found,) = cells(store, "Zusagen", TOWN)

    assert found.endswith("/ nur beim Kreis genannt")


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
    unread = POSTS.replace(READ, "vermerk-2023 | | einmal | inferred | gelesen | | ")

    assert cells(told(knows, unread), "Case Management", DISTRICT) == [
        "(2) Stellen [besetzt] [erschlossen] ab 2022, Tag nicht genannt"
    ]


def test_posts_that_are_not_sure_stand_beside_the_sure_ones(knows: Knows) -> None:
    """Behind the sure values, however many these are, in the same cell."""
    persons = POSTS.replace("posts", "persons")
    unread = POSTS.replace(READ, "vermerk-2023 | | einmal | inferred | gelesen | | ")
    later = unread.replace("| 2 | exact", "| 12 | exact").replace("filled", "funded")
    of_towns = POSTS.replace("| | ", "| Gemeinden | ")
    store = told(knows, persons, of_towns, later)
    (found,) = cells(store, "Case Management", DISTRICT)
    answer = store.ask(answers_of, (DISTRICT,), view(DISTRICT))[DISTRICT]["case_management_posts"]
    shown = store.ask(card, answer)
    figures = shown["figures"]

    assert shown["apart"] == "Personen und Stellen getrennt zählen"
    assert len(store.ask(answering_posts, view(DISTRICT))) == 2
    assert [each["number"] for each in figures] == ["2", "2", "(12)"]
    assert found == (
        "2 Personen [tätig] ab 2022, Tag nicht genannt"
        " / 2 Stellen [besetzt] ab 2022, Tag nicht genannt Gemeinden"
        " / (12) Stellen [gefördert] [erschlossen] ab 2022, Tag nicht genannt"
    )


def test_shares_say_their_unit_and_what_has_none_says_why(knows: Knows) -> None:
    store = told(knows, POSTS, POSTS.replace("05566", "05558"))

    assert cells(store, "je 100.000 Einwohner", DISTRICT, OTHER) == [
        "4 Stellen 50.000 Einwohnerinnen und Einwohner, Stand 31.12.2018",
        ". Einwohnerzahl unbekannt",
    ]


def test_what_is_asked_first_stands_first_whatever_its_theme(knows: Knows) -> None:
    store = told(
        knows,
        POSTS,
        evaluations="region | level | status | source | paragraph | anchor\n"
        " 05566 | district | running | gelesen-2022 | 1 | einmal",
        carriers="region | module | organisation | role | source | paragraph | anchor\n"
        " 05566 | 2 | caritas | carries_out | gelesen-2022 | 1 | einmal\n"
        " 05566 | 2 | caritas | supervises | gelesen-2022 | 1 | einmal",
    )
    seen = View((DISTRICT,))
    found = store.ask(compared, (DISTRICT,), store.ask(answers_of, (DISTRICT,), seen), seen)
    first, *others = found.groups

    assert first.title == ""
    assert [row.title for row in first.rows] == [
        "Case Management",
        "je 100.000 Einwohner",
        "Durchführung des Case Managements",
        "Evaluation",
    ]
    assert [row.title for group in others for row in group.rows] == ["Besetzung", "Fachaufsicht"]


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
    assert found.headings == ("",)
    assert [(row.title, *map(in_words, row.cells)) for row in found.rows] == [
        (
            "Kreis Steinfurt",
            "2 Stellen [besetzt] ab 2022, Tag nicht genannt",
            "4 Stellen 50.000 Einwohnerinnen und Einwohner, Stand 31.12.2018",
        )
    ]
    assert found.silent == ("Kreis Coesfeld",)


def test_places_in_groups_stand_below_the_title_of_theirs(knows: Knows) -> None:
    store = told(knows, POSTS, POSTS.replace("05566", "05558"), POSTS.replace("05566", "05515"))
    places = (OTHER, DISTRICT, "05515")
    seen = View(places)
    answered = store.ask(answers_of, places, seen)
    groups = {OTHER: "Stellen", DISTRICT: "Stellen", "05515": "Personen"}
    asked = ("case_management_posts",)
    found = store.ask(compared_by_place, places, answered, asked, seen, groups)

    assert found.headings == ("Stellen", "", "Personen")


def test_the_file_of_all_districts_is_their_table(knows: Knows) -> None:
    """Its rows in its order, with unit, date and bounds, inhabitants and their day, and the share or why none."""
    part = POSTS.replace("05566", "05558").replace("| | ", "| Gemeinden | ")
    store, places = told(knows, POSTS, part), (OTHER, DISTRICT)
    seen = View(places)

    def file() -> list[dict[str, str]]:
        answered = answers_of(places, seen)
        made = of_places("kreise", places, answered, ("case_management_posts",), seen)
        (excel,) = (each for each in made.files() if each.kind == "csv_excel")
        return list(csv.DictReader(io.StringIO(excel.make().decode("utf-8-sig")), delimiter=";"))

    of_other, of_district = store.ask(file)

    assert [each["AGS"].strip() for each in (of_other, of_district)] == [OTHER, DISTRICT]
    assert of_other["je 100.000 Einwohner"] == ""
    assert of_other["Zu je 100.000 Einwohner"] == ". Einwohnerzahl unbekannt"
    told_of = {
        "Zahl": "2",
        "Einheit": "Stellen",
        "Stand": "besetzt",
        "Gilt frühestens ab": "01.01.2022",
        "Gilt spätestens ab": "31.12.2022",
        "Einwohner": "50000",
        "je 100.000 Einwohner": "4",
        "Zu je 100.000 Einwohner": "",
    }
    assert {name: of_district[name] for name in told_of} == told_of
    assert of_district["Seit wann (EDTF)"].strip() == "2022"
    assert of_district["Einwohner am (EDTF)"].strip() == "2018-12-31"


def test_the_files_of_answers_have_a_sheet_as_the_screen_has_it(knows: Knows) -> None:
    """All districts: a row for each place; chosen places: a row for each question."""
    store, places = told(knows, POSTS), (OTHER, DISTRICT)
    seen, asked = View(places), ("case_management_posts", "employs")

    def sheets() -> list[object]:
        answered = answers_of(places, seen)
        said = [[answered[place][each].sentence for each in asked] for place in places]
        by_place = of_places("kreise", places, answered, asked, seen).seen
        by_question = of_answers("vergleich", answered, seen).seen
        return [said, by_place, by_question]

    said, by_place, by_question = store.ask(sheets)
    wordings = [BY_ID[each].wording for each in asked]

    assert by_place == (
        ["Ort", *wordings],
        [["Kreis Coesfeld", *said[0]], ["Kreis Steinfurt", *said[1]]],
    )
    assert by_question[0] == ["Frage", "Kreis Coesfeld", "Kreis Steinfurt"]
    assert [wordings[0], said[0][0], said[1][0]] in by_question[1]


def test_a_file_says_what_was_asked() -> None:
    assert asked_for("Wie viele?", "Name", "") == (("Frage", "Wie viele?"), ("Sortierung", "Name"))
