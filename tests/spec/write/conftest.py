"""What a load does is specified by the loads before it."""

from pathlib import Path

import pytest

from tests.spec.write.books import Books


@pytest.fixture
def books(tmp_path: Path) -> Books:
    """Books on bodies; nothing said yet."""
    return Books(tmp_path, "bodies")
