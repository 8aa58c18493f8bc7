"""found_words.sql: which words of the version are meant by these?"""

from kim import queries
from kim.word_forms import is_noun, stems
from tests.spec.conftest import Spec

BODIES = """
    region   | body
    05566    | Vollzeitstelle besetzt
    05566    | eine Stelle
    05566    | beide Stellen
    05566    | der Rhein in Rheinhausen
    05566076 | bei Rheines Brücke
"""


def meant(*words: str) -> list[tuple[str, frozenset[str], bool]]:
    return [(word, stems(word), is_noun(word)) for word in words]


def test_the_word_itself_comes_before_its_forms_and_these_before_compounds(spec: Spec) -> None:
    spec(bodies=BODIES).gives(
        queries.found_words,
        meant("stelle", "nirgends", "besetzen"),
        rows="""
            asked | spelled        | distance
            0     | stelle         | 0
            0     | stellen        | 1
            0     | vollzeitstelle | 2
            0     | stellt         | 3
            2     | besetzt        | 1
        """,
    )


def test_a_compound_does_not_mean_its_parts(spec: Spec) -> None:
    spec(bodies=BODIES).gives(
        queries.found_words,
        meant("vollzeitstelle"),
        rows="""
            asked | spelled        | distance
            0     | vollzeitstelle | 0
        """,
    )


def test_the_name_of_a_place_has_no_form_but_its_genitive(spec: Spec) -> None:
    spec(bodies=BODIES).gives(
        queries.found_words,
        meant("rheine", "rheines", "rhein"),
        rows="""
            asked | spelled     | distance
            0     | rheine      | 0
            0     | rheines     | 1
            1     | rheines     | 0
            1     | rheine      | 1
            2     | rhein       | 0
            2     | rheines     | 1
            2     | rheinhausen | 2
        """,
    )


def test_what_only_shares_its_stem_comes_last_both_ways(spec: Spec) -> None:
    spec(bodies="body\n die Träger trägt\n Trägerkreis, zwei Stellen").gives(
        queries.found_words,
        meant("träger", "gestellt"),
        rows="""
            asked | spelled     | distance
            0     | träger      | 0
            0     | trägerkreis | 2
            0     | trägt       | 3
            1     | stellt      | 1
            1     | stellen     | 3
        """,
    )


def test_the_genitive_of_a_place_means_what_is_put_together_with_its_name(spec: Spec) -> None:
    spec(bodies="body\n das Rheineprojekt, die Rheinestelle").gives(
        queries.found_words,
        meant("rheines"),
        rows="""
            asked | spelled      | distance
            0     | rheine       | 1
            0     | rheineprojekt | 2
            0     | rheinestelle | 2
        """,
    )


def test_the_name_of_a_place_is_found_by_a_word_that_is_part_of_it(spec: Spec) -> None:
    places = "ags | name | kind | tile_x | tile_y\n 05570 | Waldbrücke | district | 7 | 7"
    spec(regions=places, bodies="body\n eine Brücke").gives(
        queries.found_words,
        meant("brücke"),
        rows="""
            asked | spelled    | distance
            0     | brücke     | 0
            0     | waldbrücke | 2
        """,
    )


def test_words_of_one_distance_stand_in_the_order_of_the_alphabet(spec: Spec) -> None:
    said = "body\n Projektfrist, Planfrist\n Vollzeitfrist, Amtsfrist\n Personalfrist"
    spec(bodies=said).gives(
        queries.found_words,
        meant("frist"),
        rows="""
            asked | spelled       | distance
            0     | amtsfrist     | 2
            0     | personalfrist | 2
            0     | planfrist     | 2
            0     | projektfrist  | 2
            0     | vollzeitfrist | 2
        """,
    )
