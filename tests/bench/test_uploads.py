"""bench.uploads and bench.versions do what they measure."""

import pytest

from bench import uploads, versions

pytestmark = pytest.mark.hardship


@pytest.mark.parametrize(("flavour", "faults"), [("excel", 0), ("machine", 0), ("excel", 100)])
def test_a_sound_file_is_published_and_the_faults_of_another_are_found(
    flavour: str, faults: int
) -> None:
    found = uploads.apart(flavour, 1_000, faults)

    assert found["right"]
    assert found["findings"] == faults
    assert ("publish" in found) is not bool(faults)
    assert {step for step, *_ in uploads.STEPS if step not in found} == (
        {"compare", "open"} if faults else set()
    )


def test_versions_are_published_under_readers_and_closed() -> None:
    found = versions.measure([1, 2])

    assert list(found) == ["1", "2"]
    assert found["2"]["databases"] <= 2
