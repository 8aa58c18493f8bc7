"""What a load does is specified by the loads before it."""

from pathlib import Path

import pytest

pytest.register_assert_rewrite("tests.spec.write.books")

from tests.spec.write.books import Books  # noqa: E402


@pytest.fixture
def books(tmp_path: Path) -> Books:
    """Books on bodies; nothing said yet."""
    return Books(tmp_path, "bodies")
