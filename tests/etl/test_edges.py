"""What is just allowed and what just no longer: ranges, numbers of findings, plausible numbers."""

from collections import Counter

import pytest

from etl.pipeline.stage import MOST_FINDINGS_PER_FILE
from etl.uploads.plausibility import TIMES_THE_LARGEST
from tests.conftest import World
from tests.etl.submitting import check
from tests.rows import FACTS, POSITION

pytestmark = pytest.mark.writing

NEW = POSITION | {"source": "vermerk-2023", "paragraph": None, "anchor": "wie gesagt"}


@pytest.mark.parametrize(
    ("low", "high", "kinds"),
    [(50, 60, []), (50, 50, []), (0, 0, []), (50, None, []), (None, 60, []), (60, 50, ["order"])],
)
def test_the_ends_of_a_range_may_be_equal(
    world: World, low: int | None, high: int | None, kinds: list[str]
) -> None:
    world.write("funding", FACTS["funding"][0] | {"amount_min": low, "amount_max": high})

    assert [each.kind for each in world.build().findings] == kinds


@pytest.mark.parametrize("more", [0, 1])
def test_as_many_faults_as_are_shown_are_all_of_them(world: World, more: int) -> None:
    world.keep("regions", "organisations", "sources")
    rows = (f"o-{number},Name,unbekannt" for number in range(MOST_FINDINGS_PER_FILE + more))
    world.write_text("organisations", "\n".join(["organisation,name,kind", *rows]))
    kinds = Counter(each.kind for each in world.build().findings)

    assert kinds == Counter({"vocabulary": MOST_FINDINGS_PER_FILE, "too_many": more})


@pytest.mark.parametrize(
    ("change", "values"),
    [
        ({"quantity": 2 * TIMES_THE_LARGEST}, []),
        ({"quantity": 2 * TIMES_THE_LARGEST + 0.01}, ["40,01"]),
        ({"quantity": 2 * TIMES_THE_LARGEST + 0.01, "unit": "persons"}, []),
    ],
    ids=["exactly twenty times", "just above", "of which none is known"],
)
def test_more_than_twenty_times_the_largest_of_its_kind_is_to_be_confirmed(
    world: World, change: dict[str, object], values: list[str]
) -> None:
    """The largest is 2 posts; what was said of persons or is zero is no measure of posts."""
    world.write("positions", NEW | {"quantity": 2}, NEW | {"quantity": 1, "status": "filled"})
    assert world.build().findings == []
    warnings = check(world, "positions", NEW | {"status": "planned"} | change).warnings

    assert [each.value for each in warnings if each.kind == "implausible"] == values
