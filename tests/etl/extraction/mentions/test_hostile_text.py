"""No finder takes more than linear time, whatever it is given."""

from collections.abc import Callable, Iterator
from time import process_time

import pytest

from etl.extraction.mentions.dates import find_dates
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.money import find_amounts, find_shares
from etl.extraction.mentions.numbers import find_numbers
from etl.extraction.mentions.organisations import find_organisations
from etl.extraction.mentions.persons import find_persons
from etl.extraction.mentions.places import find_places

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
def test_four_times_the_text_takes_no_more_than_eight_times_as_long(
    find: Callable[[str], Iterator[object]], piece: str
) -> None:
    whole = (piece * (CHARACTERS // len(piece))) + " Euro %"
    small = (piece * (CHARACTERS // 4 // len(piece))) + " Euro %"
    assert _seconds(find, whole) < max(8 * _seconds(find, small), 0.5)


def _seconds(find: Callable[[str], Iterator[object]], text: str) -> float:
    start = process_time()
    for _ in find(text):
        pass
    return process_time() - start
