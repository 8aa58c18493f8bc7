"""Each kind of finding of the tolerant reader comes out of a real faulty file."""

import pytest

from etl.reading.outcome import REPAIRS, Repair
from tests.etl.reading import test_child_process, test_what_is_seen
from tests.etl.reading.cases import CASES, ELSEWHERE, SMALL, Case
from tests.etl.reading.dropped import drop


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_a_faulty_file_is_found(case: Case) -> None:
    got = drop(case.content, case.table, case.choices, SMALL)
    assert got.findings == [case.finding]
    assert "{" not in str(case.finding)


def test_the_other_kinds_are_tested_elsewhere() -> None:
    names = {*dir(test_child_process), *dir(test_what_is_seen)}
    assert names.issuperset(ELSEWHERE.values())


@pytest.mark.parametrize("kind", REPAIRS)
def test_every_repair_has_a_sentence(kind: str) -> None:
    sentence = Repair(kind, 3, "Anzahl", "vorher", "nachher", 2).sentence
    assert "{" not in sentence
    assert sentence.endswith(".")
