"""chosen_facts.sql: what do the documents say in these statements of one table?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.shared import BODIES
from tests.spec.told import FIRST, view


def test_only_these_as_they_were_known_and_held(spec: Spec) -> None:
    told = spec(bodies=BODIES)
    asked = view("05566 05566076", known_on=FIRST)
    known = told.ask(queries.facts, "bodies", asked).set_index("body")["fact"]
    facts = (int(known["own"]), int(known["gone"]), int(known["town"]))

    told.gives(
        queries.chosen_facts,
        "bodies",
        facts,
        asked,
        rows="""
            place           | body
            Kreis Steinfurt | gone
            Kreis Steinfurt | own
            Rheine          | town
        """,
    )
    told.gives(queries.chosen_facts, "bodies", facts[1:], view("05566"), rows="body")
    told.gives(queries.chosen_facts, "bodies", facts[:1], view("05566", "2022-12-31"), rows="body")
