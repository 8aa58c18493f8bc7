"""kim.search: rows in, hits out."""

import pytest

from kim import search
from kim.facts import FactKey
from kim.queries import View
from kim.search import Found
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, Told, view

CHOSEN = view("05566")
TABLES = {
    "bodies": """
        loads | region   | body                   | host            | source        | paragraph | anchor        | as_of | basis    | note
              | 05566    | Sozialausschuss        | kreis-steinfurt | muster-2022   | 1         | 1,9 Stellen   | 2022  | stated   | tagt in der Mühlenstraße
              | 05558    | Vollzeitstellen-Runde  |                 | vermerk-2023  |           | die Runde     | 2023  | claimed  |
        1     | 05566    | Beirat der Geflohenen  |                 | vermerk-2023  |           | der Beirat    |       | inferred | unsere Lesart
        2-    | 05515    | Trägerkreis            |                 | web-undatiert |           | der Kreis     |       | stated   |
    """,
    "decisions": """
        region | body    | subject          | kind    | date       | source       | anchor | rescinds
        05566  | Kreistag | Beschlossenes   | decided | 2021-06-15 | vermerk-2023 | x      |
    """,
    "positions": """
        region   | module | quantity | unit  | measure | status | source       | anchor
        05566076 | 2      | 55000    | posts | total   | filled | vermerk-2023 | viele
    """,
}


def found(told: Told, words: str, shown: View = CHOSEN, **more: object) -> Found:
    return told.ask(lambda: search.search(words, shown, **more))


def lines(result: Found) -> list[str]:
    """The hits in words: kind, words."""
    return [f"{group.kind}: {hit.words}" for group in result.groups for hit in group.hits]


def of(result: Found, kind: str) -> list[str]:
    return [hit.words for group in result.groups if group.kind == kind for hit in group.hits]


@pytest.fixture
def told(spec: Spec) -> Told:
    return spec(**TABLES)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ausschuss", "fact: Sozialausschuss"),
        ("Stelle", "fact: (Vollzeitstellen-Runde"),
        ("strasse", "fact: Sozialausschuss"),
        ("Mühlenstrasse", "fact: Sozialausschuss"),
        ("Traeger", "fact: (Trägerkreis"),
        ("beschließen", "fact: (Kreistag"),
        ("55.000", "fact: (Baustein 2"),
        ("gefüllt", ""),
        ("besetzt", "fact: (Baustein 2"),
        ("Muenster", "place: Münster"),
        ("Caritas", "organisation: Caritasverband"),
        ("Niederschriften", "document: Niederschrift Sozialausschuss"),
        ("Arbeitsplatz", "paragraph: Die Stadt Rheine stellt die Arbeitsplätze."),
    ],
    ids=str,
)
def test_word_forms_compounds_and_other_spellings(told: Told, words: str, expected: str) -> None:
    given = lines(found(told, words))

    assert any(line.startswith(expected) for line in given) if expected else given == []


def test_a_statement_says_its_place_since_when_and_its_proof(told: Told) -> None:
    [group] = [each for each in found(told, "Ausschuss").groups if each.kind == "fact"]
    [hit] = group.hits

    assert hit.place == "05566"
    assert hit.details == (
        "Kreis Steinfurt",
        "Gremien",
        "ab 2022, Tag nicht genannt",
        "Niederschrift Sozialausschuss",
    )
    assert hit.proof == "Absatz 1: „1,9 Stellen“"
    assert hit.note == "tagt in der Mühlenstraße"
    assert isinstance(hit.target, FactKey)
    assert hit.target.table == "bodies"


def test_what_is_unchecked_claimed_or_ours_says_so(told: Told) -> None:
    [words] = of(found(told, "Runde"), "fact")
    assert words.startswith("(")
    assert words.endswith("behauptet, nicht bestätigt)")
    [words] = of(found(told, "Trägerkreis"), "fact")
    assert words.startswith("(Trägerkreis")


def test_on_a_day_on_which_it_only_may_hold_a_statement_says_so(told: Told) -> None:
    [hit] = found(told, "Sozialausschuss", view("05566", "2022-06-30")).groups[0].hits

    assert hit.details[2] == "ab 2022, Tag nicht genannt (am gewählten Tag möglich)"
    assert of(found(told, "Sozialausschuss", view("05566", "2021-06-30")), "fact") == []


def test_what_was_taken_back_is_found_as_it_was_known(told: Told) -> None:
    [words] = of(found(told, "Geflohene", view("05566", known_on=FIRST)), "fact")

    assert words.endswith("von uns erschlossen)")
    assert found(told, "Geflohene").groups == ()


def test_a_place_leads_to_itself_and_an_organisation_to_its_newest_statement(told: Told) -> None:
    groups = {group.kind: group for group in found(told, "Steinfurt").groups}
    [place], [organisation] = groups["place"].hits, groups["organisation"].hits

    assert (place.words, place.target) == ("Kreis Steinfurt", "05566")
    assert organisation.details == ("1 Angabe nennt sie",)
    assert organisation.proof == "neueste Angabe dazu (Kreis Steinfurt)"
    assert str(organisation.target).startswith("bodies:")
    [unnamed] = found(told, "Caritasverband").groups[0].hits
    assert (unnamed.words, unnamed.target, unnamed.details) == ("Caritasverband", "", ())


def test_a_paragraph_and_a_document_lead_to_the_document(told: Told) -> None:
    groups = {group.kind: group for group in found(told, "Arbeitsplätze").groups}
    [paragraph] = groups["paragraph"].hits
    assert paragraph.target == "muster-2022"
    assert paragraph.proof == "Niederschrift Sozialausschuss, Absatz 3"
    [document] = found(told, "Vermerk").groups[0].hits
    assert document.target == "vermerk-2023"
    assert document.details == ("Kreis Steinfurt", "Vermerk", "2023")


def test_the_words_that_stand_for_it_are_marked(told: Told) -> None:
    result = found(told, "Stelle Rheine")

    assert result.words == ("stelle", "rheine")
    assert result.marked == {"stellen", "stellt", "vollzeitstellen", "rheine"}


def test_hits_with_some_of_the_words_are_said_to_be(told: Told) -> None:
    groups = {group.kind: group for group in found(told, "Arbeitsplatz Rheine").groups}

    assert groups["paragraph"].is_whole
    assert not groups["place"].is_whole


@pytest.mark.parametrize(
    ("typed", "corrected", "first"),
    [
        ("Sozailausschuss", {"sozailausschuss": ["Sozialausschuss"]}, "fact: Sozialausschuss"),
        ("Rhiene", {"rhiene": ["Rheine"]}, "place: Rheine"),
        ("Caritsverband", {"caritsverband": ["Caritasverband"]}, "organisation: Caritasverband"),
    ],
    ids=str,
)
def test_typing_errors_are_forgiven(
    told: Told, typed: str, corrected: dict[str, list[str]], first: str
) -> None:
    result = found(told, typed)

    assert result.corrected == corrected
    assert lines(result)[0].startswith(first)


def test_what_nothing_is_like_is_said(told: Told) -> None:
    result = found(told, "Rheine Quxqux")
    assert result.unknown == ("quxqux",)
    assert of(result, "place") == ["Rheine"]
    assert not result.groups[0].is_whole
    assert found(told, "Quxqux") == Found(("quxqux",), unknown=("quxqux",))


@pytest.mark.parametrize("words", ["", "  ", "und die", "?!"])
def test_nothing_to_look_for(told: Told, words: str) -> None:
    assert found(told, words) == Found()


def test_at_most_so_many_of_each_kind(told: Told) -> None:
    [group] = [
        each for each in found(told, "Steinfurt", most=1, skip=1).groups if each.kind == "paragraph"
    ]

    assert group.number == 3
    assert len(group.hits) == 1
    assert search.MOST_WORDS == 12
    assert len(found(told, " ".join(f"w{number}" for number in range(20))).words) == 12


def test_a_version_can_be_searched_once_it_has_an_index(told: Told) -> None:
    assert told.ask(search.is_ready)


def test_kinds_of_which_all_words_are_found_come_first(told: Told) -> None:
    groups = found(told, "Stadt Rheine").groups

    assert [(group.kind, group.is_whole) for group in groups] == [
        ("organisation", True),
        ("paragraph", True),
        ("place", False),
        ("fact", False),
    ]


def test_abbreviations_are_looked_for_in_full(told: Told) -> None:
    assert found(told, "St. Rheine").words == ("sankt", "rheine")


def test_what_is_named_comes_before_the_own_place(told: Told) -> None:
    named = found(told, "Beirat Sozialausschuss Runde Coesfeld", own="05566")

    assert of(named, "fact")[0].startswith("(Vollzeitstellen-Runde")
