"""A file with places and persons for *Stellen verteilen*: who may have it read, how large it may be, that it is kept nowhere."""

import tempfile
from pathlib import Path

import pytest

from etl.uploads.counted import DECISIONS, MOST_BYTES, Counted, read_counted
from kim.access import Actor, NotAllowedError
from kim.findings import FindingKind
from tests.etl.submitting import EDITOR, NOWHERE, READER, REVIEWER


def counted(content: str, actor: Actor = EDITOR) -> Counted:
    return read_counted(actor, "zahlen.csv", content.encode(), DECISIONS, print)


def test_places_and_numbers_are_read_in_the_order_of_the_file() -> None:
    found = counted("Ort;Personen\nRheine;1.234,5\nHörstel;\nRheine;0\n")

    assert found.is_usable
    assert found.rows == (("Rheine", "1234.5"), ("Hörstel", ""), ("Rheine", "0"))


def test_what_is_wrong_has_file_line_and_column() -> None:
    found = counted("Ort;Personen\nRheine;412\nSelm;viele\n")

    assert not found.is_usable
    assert found.rows == ()
    assert [str(each).partition(". ")[0] for each in found.findings] == [
        "zahlen.csv, Zeile 3, Spalte „Personen“: „viele“ ist keine Zahl"
    ]


@pytest.mark.parametrize("kept", ["412", "412.5"])
def test_a_sum_of_all_others_is_no_place(kept: str) -> None:
    number = kept.replace(".", ",")
    found = counted(f"Ort;Personen\nRheine;{number}\nSumme;{number}\n")

    assert [(each.kind, each.line) for each in found.findings] == [(FindingKind.SUM_BETWEEN, 3)]


def test_a_file_without_numbers_lacks_a_column() -> None:
    (found,) = counted("Ort;Bemerkung\nRheine;viele\n").findings

    assert (found.kind, found.line, found.column) == (FindingKind.COLUMN_MISSING, 1, "Personen")


@pytest.mark.parametrize("actor", [READER, NOWHERE, REVIEWER])
def test_it_is_read_for_those_alone_who_hand_in_files(actor: Actor) -> None:
    with pytest.raises(NotAllowedError):
        counted("Ort;Personen\nRheine;1\n", actor)


def test_a_file_that_is_too_large_is_not_read() -> None:
    found = counted("Ort;Personen\n" + "Rheine;1\n" * (MOST_BYTES // 8))

    assert [each.sentence for each in found.findings] == [
        "Die Datei ist zu groß. Erlaubt sind 1 MB. Teilen Sie sie auf."
    ]


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    assert counted("Ort;Personen\nRheine;1\n").rows
    assert list(tmp_path.iterdir()) == []
