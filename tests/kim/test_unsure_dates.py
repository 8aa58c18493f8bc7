"""A date that is only about or not certain reads as it was written, never as the days it was widened to."""

from dataclasses import asdict

import pytest

from kim import german
from kim.answers.document_days import document_day
from kim.dates import held
from ui.figures.statements import since

OPEN = "seit wann, ist nicht gesagt; "


@pytest.mark.parametrize(
    ("written", "words", "years"),
    [
        ("../2022?", f"{OPEN}bis 2022 (Zeitpunkt unsicher)", "bis vermutlich 2022"),
        ("../2022-11?", f"{OPEN}bis November 2022 (Zeitpunkt unsicher)", "bis vermutlich 2022"),
        ("../2022~", f"{OPEN}bis etwa 2022", "bis etwa 2022"),
        ("2022%", "ab etwa 2022 (Zeitpunkt unsicher)", "vermutlich 2022"),
        ("2022?/..", "ab 2022 (Zeitpunkt unsicher)", "vermutlich 2022"),
        ("2022-11-01~", "ab etwa 01.11.2022", "etwa 2022"),
        (
            "2021?/2022",
            "ab 2021 (Zeitpunkt unsicher); bis 2022, Tag nicht genannt",
            "vermutlich 2021 bis 2022",
        ),
        ("../2022", f"{OPEN}bis 2022, Tag nicht genannt", "bis 2022"),
    ],
)
def test_an_unsure_date_reads_as_it_was_written(written: str, words: str, years: str) -> None:
    days = {f"held_{name}": day for name, day in asdict(held(written)).items()}
    row = {"as_of": written, "source_date": "", "is_certain": True, **days}

    assert german.held(row) == words
    assert since(row) == years


@pytest.mark.parametrize(
    ("written", "words"),
    [("[2022-12-01..]", "vom 01.12.2022 oder später"), ("[..2022]", "vom 31.12.2022 oder früher")],
)
def test_a_document_with_one_bound_says_on_which_side_it_is_open(written: str, words: str) -> None:
    assert document_day(written) == words
