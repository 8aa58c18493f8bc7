"""Every address that the interface makes keeps the own place, the chosen ones and the days."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest

PAGE = Path(__file__).parent / "linking_page.py"
RHEINE, HILDEN = "05566076", "05158016"
ASKED = {"ort": RHEINE, "stand": "2023-01-01", "kenntnis": "2024-01-01"}


def links_of(
    state: Mapping[str, object], **asked: str | list[str]
) -> dict[str, dict[str, list[str]]]:
    """By maker what its address asks for."""
    app = AppTest.from_file(str(PAGE))
    for name, value in asked.items():
        app.query_params[name] = value
    for name, value in state.items():
        app.session_state[name] = value
    app.run()
    assert not app.exception
    return {
        name: {key: [value] for key, value in link.items()}
        if isinstance(link, dict)
        else parse_qs(urlsplit(link).query)
        for name, link in app.session_state["made"].items()
    }


def test_every_link_keeps_the_own_place_and_the_days() -> None:
    found = links_of({"ort": RHEINE, "orte": [HILDEN]}, **ASKED, orte=[HILDEN])
    found.pop("asks_for_profile")  # the session keeps the rest

    assert len(found) >= 7
    assert {
        name: {key: values[-1] for key, values in asked.items() if key in ASKED}
        for name, asked in found.items()
    } == dict.fromkeys(found, ASKED)
    assert {tuple(asked["orte"]) for asked in found.values()} == {(HILDEN,)}


def test_the_only_chosen_place_stays_the_own_one_where_others_are_chosen() -> None:
    found = links_of({"orte": [RHEINE]}, orte=[RHEINE])

    assert {asked["ort"][0] for name, asked in found.items() if "ort" in asked} == {RHEINE}
    assert found["places"] == {"orte": [HILDEN], "ort": [RHEINE]}


def test_the_profile_of_another_place_is_shown_and_the_own_one_stays() -> None:
    found = links_of({"ort": RHEINE, "orte": [HILDEN]}, ort=RHEINE)

    assert found["profile"] == {"zeige": [HILDEN], "ort": [RHEINE]}
    assert found["asks_for_profile"] == {"zeige": [HILDEN]}


def test_who_has_no_own_place_makes_the_first_profile_the_own_one() -> None:
    assert links_of({"orte": [HILDEN, RHEINE]})["profile"] == {"ort": [HILDEN]}
