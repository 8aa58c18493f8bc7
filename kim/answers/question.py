"""What is declared of a question: what it draws on, how far its answers reach, how it is chosen and told."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kim.answers.answer import Choice
from kim.answers.statements import Told
from kim.answers.telling import Telling
from kim.regions import LAND
from kim.texts import text


class Theme(StrEnum):
    """What a question is about; the parts of a profile, in this order."""

    POSITIONS = "positions"
    CARRIERS = "carriers"
    MONEY = "money"
    TARGET_GROUPS = "target_groups"
    STEERING = "steering"
    EVALUATION = "evaluation"
    WORK = "work"
    FOLLOW_UP = "follow_up"

    @property
    def heading(self) -> str:
        return text(f"question.theme_{self}")


class Reach(StrEnum):
    """How far up an answer may come from: nobody else, the district, the district and the Land."""

    OWN = "own"
    DISTRICT = "district"
    LAND = "land"


Choose = Callable[[Told], Choice]
Tell = Callable[[Telling], str]


@dataclass(frozen=True)
class Question:
    """A question that people come with.

    `choose(told)`: what the statements about one place say. `tell(telling)`: the answer as a German
    sentence. `is_layered`: what the district and the Land say stands beside the place's own answer
    and does not only take its stead. `is_per_head`: its numbers may be set against the population.
    `is_of_land`: it can be asked of the Land itself; so can each whose answers come from the Land.
    """

    id: str
    theme: Theme
    reach: Reach
    choose: Choose
    tell: Tell
    is_layered: bool = False
    is_per_head: bool = False
    is_of_land: bool = False

    def is_asked_of(self, place: str) -> bool:
        """Whether it makes sense to ask it of a place (AGS): of the Land only what a Land can answer."""
        return place != LAND or self.is_of_land or self.reach is Reach.LAND

    @property
    def wording(self) -> str:
        """The question as one asks it of a place."""
        return text(f"question.{self.id}")

    @property
    def short(self) -> str:
        """Its title on a card or in a row."""
        return text(f"question.{self.id}_short")

    @property
    def about(self) -> str:
        """What it is about, as a sentence begins that names it: "Zum Eigenanteil"."""
        return text(f"question.{self.id}_about")
