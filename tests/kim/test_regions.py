"""A place has one key, whatever form it is written in."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kim.regions import region_key
from kim.tables import DATA

with (DATA / "regions.csv").open(encoding="utf-8", newline="") as register:
    KEYS = [row["ags"] for row in csv.DictReader(register)]


def forms(key: str) -> set[str]:
    """The key as AGS with and without zeros behind it and as ARS, each also without its first zero."""
    eight = key.ljust(8, "0")
    town = eight[5:]
    long = {eight[:5] + "0000" + town, eight[:5] + "0" + town + town}
    found = {key, eight, *long}
    return found | {each.removeprefix("0") for each in found}


@pytest.mark.parametrize("key", KEYS)
def test_every_form_of_every_key_is_brought_to_one(key: str) -> None:
    assert {region_key(each) for each in forms(key)} == {key}


def test_no_form_stands_for_two_places() -> None:
    meant = [form for key in KEYS for form in forms(key)]
    assert len(meant) == len(set(meant))


@pytest.mark.parametrize(
    "written",
    [
        "",
        "0",
        "05566x",
        "05 566",
        "5.566.076",
        "0x05566",
        "\u0660\u0665566",
        "05566076\n",
        "-05566",
        "055",
        "55",
        "055660",
        "055660760",
        "06411",
        "09162000",
        "055660760076",
    ],
)
def test_what_is_no_key_has_none(written: str) -> None:
    assert region_key(written) is None


@given(st.text(alphabet="0123456789", max_size=13))
def test_a_key_that_was_brought_to_its_form_keeps_it(written: str) -> None:
    key = region_key(written)
    assert key is None or (region_key(key) == key and len(key) in (2, 5, 8))
