"""bench.report makes real reports, and a selection has the pages of all its places."""

from bench import report


def test_reports_are_made_and_counted() -> None:
    found = report.measure(places=4, repeats=1)

    assert found["ten"] > 0
    assert found["first"] > 0
    assert found["pages_of_every"] > found["pages_of_ten"] >= 3
