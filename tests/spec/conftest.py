"""A question is specified by rows: `spec` makes the store that the rows of a test tell."""

from collections.abc import Callable
from pathlib import Path

import pytest

pytest.register_assert_rewrite("tests.spec.told", "tests.spec.write.loaded")

from tests.spec.told import Told, told  # noqa: E402
from tests.spec.write.loaded import Loaded  # noqa: E402

Spec = Callable[..., Told]


@pytest.fixture
def spec(tmp_path_factory: pytest.TempPathFactory) -> Spec:
    def make(**tables: str) -> Told:
        return told(tmp_path_factory.mktemp("spec"), tables)

    return make


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    """Loaded on bodies; nothing said yet."""
    return Loaded(tmp_path, "bodies")
