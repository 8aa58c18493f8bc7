"""`/api/v1/places` and `/api/v1/sources`: what can be asked for, and what was read."""

from kim import queries
from kim.store import store
from tests.ui.endpoints.conftest import Get, said


def test_all_places_with_what_they_lie_in(get: Get) -> None:
    found = {each["ags"]: each for each in said(get("/api/v1/places?limit=1000"))["items"]}
    with queries.answered_by(store().current()):
        assert list(found) == list(queries.known_places()["ags"])
        assert {ags: each["label"] for ags, each in found.items()} == queries.place_names()
    assert [found[each]["parent"] for each in ("05", "05566", "05566076")] == [None, "05", "05566"]
    assert found["05566076"]["is_known"] is True


def test_places_of_one_kind(get: Get) -> None:
    found = said(get("/api/v1/places?kind=land&kind=district"))["items"]
    assert {each["kind"] for each in found} == {"land", "district"}
    assert [each["ags"] for each in said(get("/api/v1/places?place=05566076"))["items"]] == [
        "05566076"
    ]


def test_sources_with_how_many_facts_rest_on_them(get: Get) -> None:
    found = said(get("/api/v1/sources?limit=1000"))["items"]
    with queries.answered_by(store().current()):
        documents = queries.documents(None)
    assert [each["source"] for each in found] == list(documents["source"])
    assert [each["facts"] for each in found] == list(documents["facts"])
    assert sum(each["facts"] for each in found) > 0
    assert all("text_sha256" not in each for each in found)


def test_sources_about_one_place_of_one_kind(get: Get) -> None:
    every = said(get("/api/v1/sources?limit=1000"))["items"]
    place, kind = every[0]["region"], every[0]["kind"]
    asked = f"/api/v1/sources?place={place}&kind={kind}"
    here = said(get(asked))["items"]
    assert here == [each for each in every if (each["region"], each["kind"]) == (place, kind)]
    assert 0 < len(here) < len(every)
    lines = get(f"{asked}&format=csv").words.splitlines()
    assert [line.split(",")[0] for line in lines] == ["source", *(each["source"] for each in here)]
