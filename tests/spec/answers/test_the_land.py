"""What only the Land says answers where the question reaches so far, and nowhere else."""

from dataclasses import replace
from pathlib import Path

import pytest

from kim import answers, profile
from kim.answers import BY_ID, Answer, AnswerState, Level, Reach
from tests.spec.answers.cases import CASES, tables
from tests.spec.told import told, view

LAND, RHEINE = "05", "05566076"
READ = (
    f"source | region | kind | title | text_sha256\n gelesen | 05 | minutes | Gelesen | {'f' * 64}"
)


@pytest.fixture(scope="module")
def of_land(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Answer]]:
    """The answers about the Land and about Rheine, of a store in which only the Land speaks."""
    folder: Path = tmp_path_factory.mktemp("land")
    rows = tables({"region": LAND, "source": "gelesen"})
    store = told(folder, {**rows, "sources": READ})
    found: dict[str, dict[str, Answer]] = store.ask(
        answers.answers_of, (LAND, RHEINE), view("", None)
    )
    return found


@pytest.mark.parametrize("question", CASES)
def test_a_town_hears_of_the_land_only_what_reaches_it(
    of_land: dict[str, dict[str, Answer]], question: str
) -> None:
    answer = of_land[RHEINE][question]

    assert answer.in_district == ()
    if BY_ID[question].reach is Reach.LAND:
        assert answer.levels == (Level.LAND,)
        assert CASES[question].word in answer.sentence
        assert "Nordrhein-Westfalen" in answer.sentence or "Land" in answer.sentence
    else:
        assert answer.state is AnswerState.NOTHING
        assert answer.sentence.startswith(f"{BY_ID[question].about} ist in Rheine nichts gefunden")


@pytest.mark.parametrize("question", [each for each in CASES if each != "posts_in_towns"])
def test_of_the_land_itself_it_is_its_own(
    of_land: dict[str, dict[str, Answer]], question: str
) -> None:
    answer = of_land[LAND][question]

    assert answer.levels == (Level.OWN,)
    assert "So steht es für" not in answer.sentence


def test_of_the_land_only_what_a_land_can_answer_is_asked(
    of_land: dict[str, dict[str, Answer]],
) -> None:
    nothing = {
        place: {each.question: replace(each, values=(), beside=(), in_district=()) for each in said}
        for place, said in ((place, answers.values()) for place, answers in of_land.items())
    }
    asked = {each.id for each in profile.unknown(nothing[LAND])}

    assert {each.id for each in profile.unknown(nothing[RHEINE])} == set(BY_ID)
    assert {"evaluation", "grant_per_post", "total_cost", "last_decision"} <= asked
    assert not {"own_share", "carries_out", "filled_posts", "workplace"} & asked
