"""No finder takes more than linear time, whatever it is given."""

from collections.abc import Callable, Iterator

import pytest

from etl.extraction.mentions.dates import find_dates
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.money import find_amounts, find_shares
from etl.extraction.mentions.numbers import find_numbers
from etl.extraction.mentions.organisations import find_organisations
from etl.extraction.mentions.persons import find_persons
from etl.extraction.mentions.places import find_places
from tests.growth import is_in_proportion

pytestmark = pytest.mark.hardship

FINDERS = (
    find_numbers,
    find_amounts,
    find_shares,
    find_dates,
    find_modules,
    find_places,
    find_organisations,
    find_persons,
)
PIECES = (
    "1.",
    "1 ",
    "12.000 ",
    "§ 1, ",
    "Ab-",
    "Haupt- und ",
    "ein ",
    "01.01.",
    "bis zum ",
    "Tel 0 ",
    "Aa ",
    "(",
    "9",
    "x",
    "€ 1–",
)
CHARACTERS = 200_000


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_length(find: Callable[[str], Iterator[object]], piece: str) -> None:
    short, long = (
        piece * (length // len(piece)) + " Euro %" for length in (CHARACTERS // 8, CHARACTERS)
    )
    assert is_in_proportion(lambda text: list(find(text)), short, long)
