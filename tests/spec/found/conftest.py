"""A store and a document that was read in full but is not at hand."""

from collections.abc import Callable

import pytest

from tests.spec.conftest import Spec
from tests.spec.told import Told

READ_ELSEWHERE = f"""
    source       | date       | text_sha256
    gelesen-2022 | 2022-06-01 | {"c" * 64}
"""
Knows = Callable[..., Told]


@pytest.fixture
def knows(spec: Spec) -> Knows:
    """The store that knows these rows; tables that are not named are empty."""

    def know(**tables: str) -> Told:
        return spec(**{"sources": READ_ELSEWHERE, **tables})

    return know
