"""Every state of a post has a chip whose style exists; a doubt and a level have theirs."""

import re

from kim.answers import Level, Value
from kim.facts import FactKey
from kim.tables import ROOT, package
from ui.lists.chips import POSITION_FORMS, value_chips
from ui.lists.entries import Chip

STYLES = (ROOT / "ui" / "templates" / "chips.css").read_text("utf-8")


def value(table: str, **more: object) -> Value:
    bare = {"place": "05558", "level": Level.OWN, "document": "Vermerk", "paragraph": 1}
    return Value("6 Personen", FactKey(table, 1), **(bare | more))  # type: ignore[arg-type]


def test_every_state_of_a_post_has_a_form_that_is_drawn() -> None:
    assert set(POSITION_FORMS) == set(package().vocabularies["position_status"])
    assert set(POSITION_FORMS.values()) <= set(re.findall(r"\.kim-chip\.(\w+)", STYLES))


def test_a_plan_is_not_filled_and_a_vacancy_is_neither() -> None:
    forms = [POSITION_FORMS[each] for each in ("planned", "funded", "established", "filled")]

    assert len({*forms, POSITION_FORMS["vacant"]}) == 5


def test_a_value_wears_its_state_and_then_its_doubts() -> None:
    doubtful = value(
        "positions", state="filled", state_words="besetzt", doubts=("behauptet, nicht bestätigt",)
    )

    assert value_chips(doubtful) == (
        Chip("besetzt", "filled"),
        Chip("behauptet, nicht bestätigt", "unsure"),
    )


def test_a_state_of_another_table_is_no_state_of_posts() -> None:
    assert value_chips(value("evaluations", state="planned", state_words="geplant")) == ()
