"""A store of one's own for each test: a copy of the tiny world with its first version."""

from pathlib import Path

import pytest

from tests.conftest import World


@pytest.fixture
def built(built_world: World, tmp_path: Path) -> World:
    return built_world.copied(tmp_path / "world")
