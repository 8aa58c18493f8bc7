"""A question is asked of a store that the rows of a test make: rows in, answer out."""

from collections.abc import Callable
from datetime import date

import pytest

from kim.answers import Answer
from tests.spec.answers import towns
from tests.spec.answers.towns import Town

Asks = Callable[..., Answer]


@pytest.fixture
def asks(tmp_path_factory: pytest.TempPathFactory) -> Asks:
    """The answer to a question about a town, or with `district=True` about its district."""

    def ask(
        of: Town,
        question: str,
        held_on: str | None = None,
        known_on: date | None = None,
        **more: bool,
    ) -> Answer:
        return towns.asked(
            tmp_path_factory.mktemp("answers"), of, question, held_on, known_on, **more
        )

    return ask
