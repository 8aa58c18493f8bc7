"""Statements of the shipped data that are easily read wrong: rules, shares, what was taken back, counts."""

import csv

import pytest

from kim.left_out import left_out
from kim.tables import DATA, package

Row = dict[str, str]


def rows(table: str, **cells: str) -> list[Row]:
    """The shipped rows of a table that have these cells."""
    with (DATA / package().tables[table].path).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if cells.items() <= row.items()]


def test_what_was_left_out_names_a_shipped_document() -> None:
    assert {each.source for each in left_out()} <= {row["source"] for row in rows("sources")}


def test_the_ceilings_of_the_land_are_at_most_and_of_no_other_place() -> None:
    found = rows("positions", source="mkffi-pm-20201202")
    assert {(row["region"], row["certainty"], row["status"]) for row in found} == {
        ("05", "at_most", "funded")
    }
    assert sorted(row["quantity"] for row in found) == ["192", "3", "4", "54"]


@pytest.mark.parametrize(
    ("town", "share", "posts"),
    [("05978020", "0.85", {"1", "1.5"}), ("05978004", "1.19", {"1"}), ("05978008", "0.38", set())],
)
def test_an_arithmetic_share_is_no_post(town: str, share: str, posts: set[str]) -> None:
    assert {row["quantity"] for row in rows("positions", region=town)} == posts
    [told] = rows("instruments", region=town)
    assert told["label"].endswith(share.replace(".", ","))


def test_what_leverkusen_took_back_does_not_stand() -> None:
    subjects = {
        kind: {row["subject"] for row in rows("decisions", region="05316", kind=kind)}
        for kind in ("decided", "rescinded")
    }
    assert len(subjects["decided"]) == 3
    assert subjects["decided"] == subjects["rescinded"]
    assert {row["state"] for row in rows("commitments", region="05316")} == {"lapsed"}


def test_both_first_days_of_koeln_are_kept() -> None:
    days = {
        row["date"] for row in rows("milestones", region="05315") if "Widerspruch" in row["note"]
    }
    assert days == {"2021-07-01", "2021-10-01"}


@pytest.mark.parametrize("place", ["05970", "05970040"])
def test_both_numbers_of_siegen_are_kept(place: str) -> None:
    found = rows("positions", region=place, module="3")
    assert {(row["source"], row["quantity"]) for row in found} == {
        ("siegen-wp-2021", "1"),
        ("siegen-sz-2021", "0.5"),
    }


def test_persons_and_consultations_of_herne_are_two_counts() -> None:
    told = [(row["indicator"], row["value"]) for row in rows("indicators", region="05916")]
    assert [each for each in told if each[0] != "population"] == [
        ("persons_advised", "500"),
        ("consultations", "2500"),
        ("persons_advised", "580"),
        ("persons_advised", "580"),
    ]
