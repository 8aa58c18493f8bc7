"""loads.sql: when was something first and last added to the store?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, LOADED


def test_the_first_and_the_last_load(spec: Spec) -> None:
    told = spec(bodies="loads | body\n | a\n 2- | b\n 3- | c")

    assert told.ask(queries.loaded) == (3, LOADED[2])
    assert told.ask(queries.first_day) == FIRST
