"""proven_facts.sql: how many facts about the chosen places are known, how many of them proven?"""

from kim import queries
from kim.answers.land import _checked, documents_finding
from kim.loads import Kind
from kim.queries import View
from tests.rows import MUSTER_TEXT
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, Told
from tests.spec.write.loaded import Loaded

BODIES = """
    loads | region   | body | source       | as_of | paragraph | anchor
          | 05566    | a    | muster-2022  |       | 1         | Stellen
          | 05566    | b    | muster-2022  | 2100  | 1         | Stellen
          | 05566    | c    | vermerk-2023 |       |           |
          | 05566076 | d    | muster-2022  |       | 1         | Stellen
    1     | 05558    | e    | vermerk-2023 |       |           |
    2-    | 05515    | f    | vermerk-2023 |       |           |
"""


def test_facts_of_the_chosen_places_are_counted_whatever_the_day_they_held(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    assert told.ask(queries.proven_facts, View(("05566",))) == (3, 2, 2)
    assert told.ask(queries.proven_facts, View(("05566", "05566076"))) == (4, 3, 3)
    assert told.ask(queries.proven_facts, View(("05113",))) == (0, 0, 0)


def test_only_what_was_known_on_the_day_counts(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    assert told.ask(queries.proven_facts, View(("05558",), known_on=FIRST)) == (1, 0, 0)
    assert told.ask(queries.proven_facts, View(("05558",))) == (0, 0, 0)


def test_a_fact_of_a_place_that_is_gone_counts_for_the_one_after_it(spec: Spec) -> None:
    told = spec(
        regions="ags | name | kind | valid_to | successor\n 05701 | Alt | district | 2009 | 05566",
        bodies="region | source\n 05701 | vermerk-2023\n 05566 | vermerk-2023",
    )

    assert told.ask(queries.proven_facts, View(("05566",))) == (2, 0, 0)


def test_what_an_upload_says_is_read_where_its_text_proves_it(loaded: Loaded) -> None:
    loaded.world.write_document("muster-2022", MUSTER_TEXT)
    loaded.load(Kind.DATA)
    rows = (
        "body | source | paragraph | anchor\n a | muster-2022 | 1 | Stellen\n b | vermerk-2023 | |"
    )
    loaded.load(Kind.UPLOAD, bodies=rows)

    assert Told(loaded.world).ask(queries.proven_facts, View(("05566",))) == (2, 1, 1)


def test_the_finding_says_it_for_all_documents_and_for_the_chosen_places(spec: Spec) -> None:
    told = spec(bodies=BODIES)
    everything, chosen = told.ask(documents_finding, View(("05566",)))
    one = told.ask(documents_finding, View(("05566076", "05566")))[1]

    assert told.ask(documents_finding, View(())) == (everything,)
    assert (
        everything
        == "5 Angaben beruhen auf 2 der 3 durchsuchten Dokumente, davon 3 auf ganz gelesenen, alle am Text bestätigt."
    )
    assert (
        chosen
        == "Auf den Kreis Steinfurt entfallen 3 Angaben, davon 2 aus ganz gelesenen Dokumenten, alle am Text bestätigt."
    )
    assert (
        one
        == "Auf die gewählten Orte entfallen 4 Angaben, davon 3 aus ganz gelesenen Dokumenten, alle am Text bestätigt."
    )


def test_of_what_is_read_in_full_some_may_not_be_confirmed() -> None:
    assert _checked(3, 2) == {"read": "3", "proven": " und 2 am Text bestätigt"}
    assert _checked(3, 0) == {"read": "3", "proven": ""}


def test_without_texts_at_hand_nothing_is_said_of_confirmation(spec: Spec) -> None:
    told = spec(bodies="region | source\n 05566 | vermerk-2023")
    (said,) = told.ask(documents_finding, View(()))

    assert said.startswith("1 Angabe beruht auf 1 der ")
    assert said.endswith(", davon 0 auf ganz gelesenen.")


def test_figures_such_as_population_are_counted_apart(spec: Spec) -> None:
    told = spec(
        bodies="region | source\n 05566 | vermerk-2023",
        indicators="region | indicator | value | source\n 05566 | population | 9 | vermerk-2023",
    )

    assert (
        told.ask(documents_finding, View(()))[1] == "Mitgezählt: 1 Kennzahl wie die Einwohnerzahl."
    )
