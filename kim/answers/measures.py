"""What a map of the Land may show of each district, and the classes of each measure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

NOTHING, IN_TOWNS = "nothing", "in_towns"
UNSURE = "( )"
EVALUATED = ("completed", "running", "under_discussion", "planned", "dropped", "none")


class Measure(StrEnum):
    """What a map of the Land shows of each district."""

    POSTS = "posts"
    EVALUATION = "evaluation"
    CARRIERS = "carriers"
    PAPERS = "papers"


CLASSES: Mapping[Measure, tuple[str, ...]] = {
    Measure.POSTS: (NOTHING, IN_TOWNS, "not_comparable", "few", "some", "many"),
    Measure.EVALUATION: (NOTHING, IN_TOWNS, *reversed(EVALUATED)),
    Measure.CARRIERS: (NOTHING, IN_TOWNS, "public", "both", "free"),
    Measure.PAPERS: (NOTHING, IN_TOWNS, "undated", "old", "recent", "new"),
}


@dataclass(frozen=True)
class Classed:
    """A place, its class of a measure, what its tile says, and the sentence behind it.

    `number`: posts for each 100,000 inhabitants; None where the measure or the place has none.
    """

    place: str
    name: str
    of_class: str
    words: str
    sentence: str
    number: float | None = None
