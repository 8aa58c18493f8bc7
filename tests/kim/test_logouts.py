"""A logout ends the login for every copy of it, and holds over a restart."""

from pathlib import Path

import pytest

from kim.logouts import Logouts

MINE = {"sub": "editor-1", "iat": 1_000.5}


def test_what_was_ended_has_ended_for_every_copy(tmp_path: Path) -> None:
    logouts = Logouts(tmp_path / "logouts")
    assert not logouts.has_ended(MINE)
    logouts.end(MINE)
    assert logouts.has_ended(dict(MINE))
    assert logouts.has_ended(MINE | {"iat": 900, "kim_roles": ["editor"]})
    assert Logouts(tmp_path / "logouts").has_ended(MINE)


def test_the_next_login_and_those_of_others_hold(tmp_path: Path) -> None:
    logouts = Logouts(tmp_path / "logouts")
    logouts.end(MINE)
    assert not logouts.has_ended(MINE | {"iat": 1_001})
    assert not logouts.has_ended(MINE | {"sub": "editor-2"})
    logouts.end(MINE | {"iat": 500})
    assert logouts.has_ended(MINE)


@pytest.mark.parametrize("issued", [None, True, "1000"])
def test_what_does_not_say_when_it_was_issued_has_ended(tmp_path: Path, issued: object) -> None:
    assert Logouts(tmp_path / "logouts").has_ended({"sub": "editor-1", "iat": issued})


def test_what_cannot_be_written_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "logouts").write_text("no folder", "utf-8")
    logouts = Logouts(tmp_path / "logouts")
    logouts.end(MINE)
    assert logouts.has_ended(MINE)


def test_nobody_is_named(tmp_path: Path) -> None:
    Logouts(tmp_path).end(MINE)
    [kept] = tmp_path.iterdir()
    assert "editor" not in kept.name + kept.read_text("ascii")
